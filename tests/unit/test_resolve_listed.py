"""Names of front matter that tell apart who is written alike."""

from pathlib import Path

from building.sites import build_site, write_site
from factories import make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.entities import Entities
from newsgen.records.options import Judgement
from newsgen.records.reading import LocalPerson
from newsgen.resolve import resolve

PLAIN, PLAYER = "Kwame Mensah", "Kwame Mensah (footballer)"


def list_people(*articles: tuple[LocalPerson, tuple[str, ...]], judgements: tuple[Judgement, ...] = ()) -> Entities:
    """What is resolved of articles that name one person each and list others in front matter."""
    readings = [
        make_reading(f"articles/{n}.txt", one, headline=f"No {n}", listed_people=listed)
        for n, (one, listed) in enumerate(articles)
    ]
    return resolve(readings, judgements, load_lexicon())


def ids(entities: Entities) -> list[str | None]:
    return [own for article in entities.person_ids for own in article]


def test_brackets_make_two_people_of_one_name() -> None:
    minister = make_person(PLAIN, "Minister", countries=("GH",))
    player = make_person(PLAIN, "Minister", countries=("GH",))
    assert len(set(ids(list_people((minister, ()), (player, ()))))) == 1
    entities = list_people((minister, ()), (player, (PLAYER,)), (player, (PLAYER,)))
    assert ids(entities) == ["kwame-mensah", "kwame-mensah-footballer", "kwame-mensah-footballer"]
    player_found = entities.people[1]
    assert (player_found.name, player_found.listed_in, player_found.undecided) == (PLAYER, (1, 2), ())
    assert [spelling.text for spelling in player_found.spellings] == [PLAIN]


def test_a_mere_family_name_means_the_one_listed() -> None:
    entities = list_people((make_person(PLAIN), ()), (make_person("Mensah", "Mr"), (PLAYER,)))
    assert ids(entities) == ["kwame-mensah", "kwame-mensah-footballer"]


def test_other_spellings_are_left_to_the_editor() -> None:
    other = make_person("Kwame Kofi Mensah", "Minister", countries=("GH",))
    player = make_person(PLAIN, "Minister", countries=("GH",))
    assert len(set(ids(list_people((other, ()), (player, ()))))) == 1
    entities = list_people((other, ()), (player, (PLAYER,)))
    assert ids(entities) == ["kwame-kofi-mensah", "kwame-mensah-footballer"]
    assert [other for other, _ in entities.people[0].undecided] == ["kwame-mensah-footballer"]


def test_a_judgement_joins_them_all_the_same() -> None:
    judged = Judgement(name=PLAIN, also=(PLAYER,))
    entities = list_people((make_person(PLAIN), ()), (make_person(PLAIN), (PLAYER,)), judgements=(judged,))
    assert ids(entities) == ["kwame-mensah"] * 2


def test_a_judgement_may_speak_of_one_of_them() -> None:
    judged = Judgement(name=PLAYER, also=("K. B. Mensah",), note="Plays for Kumasi.")
    people = (make_person(PLAIN), ()), (make_person(PLAIN), (PLAYER,)), (make_person("K. B. Mensah"), ())
    entities = list_people(*people, judgements=(judged,))
    assert ids(entities) == ["kwame-mensah", "kwame-mensah-footballer", "kwame-mensah-footballer"]
    assert entities.people[1].note == "Plays for Kumasi."


def test_two_of_one_name_in_one_article_are_told() -> None:
    entities = list_people((make_person(PLAIN), (PLAYER, "Kwame Mensah (judge)")))
    assert ids(entities) == ["kwame-mensah"]
    (warning,) = entities.diagnostics
    assert (warning.path, warning.code) == ("articles/0.txt", "several-listed")
    assert "“Kwame Mensah (footballer)” and “Kwame Mensah (judge)”" in warning.message


def test_a_text_in_brackets_alone_is_a_name() -> None:
    entities = list_people((make_person(PLAIN), ("(unknown)", "Ama Darko ()")))
    assert {person.name for person in entities.people} == {PLAIN, "(unknown)", "Ama Darko ()"}


def test_both_have_a_page_and_share_that_of_the_name(tmp_path: Path) -> None:
    body = "Accra, March {day}, 2024 (SHD) -- Kwame Mensah said in Accra on Tuesday that the road was open.\n"
    site = write_site(
        tmp_path,
        {
            "articles/road.txt": "A road in Ghana\n\n" + body.format(day=12),
            "articles/goal.txt": f"---\npeople: [{PLAYER}]\n---\nA goal in Ghana\n\n" + body.format(day=19),
        },
    )
    build_site(site)
    page = (site / "public/names/kwame-mensah.html").read_text("utf-8")
    assert "../people/kwame-mensah.html" in page
    assert "../people/kwame-mensah-footballer.html" in page
    assert PLAYER in (site / "public/people/kwame-mensah-footballer.html").read_text("utf-8")
    assert "../people/kwame-mensah-footballer.html" in (site / "public/articles/a-goal-in-ghana.html").read_text(
        "utf-8"
    )


def test_why_a_judgement_joins_them_is_shown_even_where_drafts_are_left_out(tmp_path: Path) -> None:
    body = "Accra, March {day}, 2024 (SHD) -- {name} said in Accra on Tuesday that the road was open.\n"
    site = write_site(
        tmp_path,
        {
            "people.yaml": f"- name: Kwabena Mensah\n  also: [{PLAYER}]\n",
            "articles/road.txt": "A road in Ghana\n\n" + body.format(day=12, name="Kwabena Mensah"),
            "articles/goal.txt": f"---\npeople: [{PLAYER}]\n---\nA goal in Ghana\n\n" + body.format(day=19, name=PLAIN),
            "articles/draft.txt": "---\ndraft: true\n---\n\nNot yet\n\nIt rained.\n",
        },
    )
    build_site(site)
    page = (site / "public/people/kwabena-mensah.html").read_text("utf-8")
    _, _, why = page.partition("Why this is one person")
    assert "decided by the editor" in why
    assert PLAYER in why
