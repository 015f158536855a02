"""Whom a name means."""

from newsgen.index.names import Names
from newsgen.records.entities import Person, Spelling


def make_person(identity: str, *spellings: str, articles: int = 1) -> Person:
    return Person(
        id=identity,
        name=spellings[0],
        spellings=tuple(Spelling(text=text, articles=()) for text in spellings),
        titles=(),
        members=tuple((position, 0) for position in range(articles)),
    )


NAMES = Names(
    [
        make_person("ann-baker", "Ann Baker"),
        make_person("ben-baker", "Ben Baker", "B. J. Baker", articles=3),
        make_person("kofi-mensah", "Kofi Mensah"),
        make_person("kofi-mensah-2", "Kofi Ménsah", articles=2),
        make_person("owusu", "Owusu", "Ama Owusu-Darko"),
    ]
)


def test_a_name_means_all_who_are_called_so_and_an_id_the_one_who_has_it() -> None:
    assert NAMES.find("kofi MENSAH") == ("kofi-mensah-2", "kofi-mensah")
    assert NAMES.find("kofi-mensah") == ("kofi-mensah",)
    assert NAMES.find("Ama Owusu Darko") == ("owusu",)
    assert NAMES.find("Baker") == ()


def test_a_part_of_a_name_is_that_of_all_who_have_it_the_best_known_first() -> None:
    assert NAMES.find_bearers("BAKER") == ("ben-baker", "ann-baker")
    assert NAMES.find_bearers("baker b") == ("ben-baker",)
    assert NAMES.find_bearers("Bake") == NAMES.find_bearers(" ") == ()


def test_the_nearest_name_is_that_of_somebody() -> None:
    assert NAMES.find_nearest("Ama Owuso Darko") == "Owusu"
    assert NAMES.find_nearest("Zhang Wei") is None
