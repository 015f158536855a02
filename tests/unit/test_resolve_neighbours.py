"""What outlets date a day or two apart is one where all else agrees."""

from dataclasses import replace

from factories import Told, make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import Reading
from newsgen.resolve import resolve

READ_OUT = Told(
    "2024-03-16",
    "Colonel Amadou Sani read on television that the accord ended with immediate effect.",
    ("cancellation",),
    ("US",),
    people=(0,),
)
NEXT_DAY = Told(
    "2024-03-17",
    "Amadou Sani declared on television that the accord ended.",
    ("statement",),
    ("NE", "US"),
    people=(0,),
)


def article(name: str, *told: Told, about: tuple[str, ...] = ("NE", "US")) -> Reading:
    people = (make_person("Amadou Sani"), make_person("Molly Phee"))
    return make_reading(f"articles/{name}.txt", *people, headline=name, told=told, countries=dict.fromkeys(about, True))


def count(*readings: Reading) -> list[int]:
    """How many reports each event has."""
    return sorted(len(event.reports) for event in resolve(readings, (), load_lexicon()).events)


def test_what_one_person_did_in_a_story_is_one_though_told_of_the_next_day() -> None:
    assert count(article("a", READ_OUT), article("b", NEXT_DAY)) == [2]
    (event,) = resolve((article("a", READ_OUT), article("b", NEXT_DAY)), (), load_lexicon()).events
    assert [one.date for one in event.dates] == ["2024-03-16", "2024-03-17"]


def test_other_people_words_kinds_or_days_keep_the_next_day_apart() -> None:
    for other in (
        replace(NEXT_DAY, people=(1,)),
        replace(NEXT_DAY, people=()),
        replace(NEXT_DAY, sentence="Amadou Sani thanked the crowds."),
        replace(NEXT_DAY, topics=("disaster",)),
        replace(NEXT_DAY, topics=("visit",)),
        replace(NEXT_DAY, date="2024-03-20"),
    ):
        assert count(article("a", READ_OUT), article("b", other)) == [1, 1]


def test_of_no_common_story_the_next_day_is_another() -> None:
    at_home = replace(READ_OUT, countries=("NE",)), replace(NEXT_DAY, countries=("NE",))
    assert count(article("a", at_home[0], about=("NE",)), article("b", at_home[1], about=("NE",))) == [1, 1]


def test_what_one_article_tells_of_two_days_are_two() -> None:
    assert count(article("a", READ_OUT, NEXT_DAY)) == [1, 1]


LANDING = Told("2024-04-10", "A hundred foreign trainers arrived in the port.", ("arrival",), ("ML",))
LATE = Told("2024-04-12", "About a hundred foreign trainers arrived with crates.", ("arrival",), ("ML",))
KNOWN = [article(name, LANDING) for name in "abc"]


def test_who_is_alone_with_a_day_beside_that_which_several_tell_is_wrong_about_it() -> None:
    assert count(*KNOWN, article("d", LATE)) == [4]
    assert count(*KNOWN[:2], article("d", LATE)) == [1, 2]
    assert count(*KNOWN, *(article(name, LATE) for name in "def")) == [3, 3]


def test_what_may_go_on_or_is_of_others_is_another_on_the_next_day() -> None:
    for other in (
        replace(LATE, date="2024-04-13"),
        replace(LATE, countries=("KE",)),
        replace(LATE, sentence="Some horses arrived with crates."),
        replace(LATE, people=(0,)),
    ):
        assert count(*KNOWN, article("d", other)) == [1, 3]
    talks = [article(name, replace(LANDING, topics=("talks",))) for name in "abc"]
    assert count(*talks, article("d", replace(LATE, topics=("talks",)))) == [1, 3]


def test_an_article_that_tells_what_others_say_of_the_day_does_not_tell_two() -> None:
    others = Told(
        "2024-04-10", "Other reports put the arrival of foreign trainers two days earlier.", ("arrival",), ("ML",)
    )
    assert count(*KNOWN, article("d", LATE, replace(LANDING, sentence="More foreign trainers arrived."))) == [1, 4]
    assert count(*KNOWN, article("d", LATE, others)) == [5]


OPENED = Told("2024-03-14", "Amadou Sani opened the extension of the Kandadji dam.", countries=("NE",), people=(0,))


def count_opened(**changes: object) -> list[int]:
    """How many reports the events have that two outlets tell of days next to each other, the other one changed."""
    other = replace(OPENED, **{"date": "2024-03-15", **changes})  # type: ignore[arg-type]
    return count(article("a", OPENED, about=("NE",)), article("b", other, about=("NE",)))


def test_what_is_of_no_known_kind_is_one_in_nearly_the_same_words_about_the_same_person() -> None:
    assert count_opened(sentence="The Kandadji dam extension was opened by Amadou Sani.") == [2]


def test_of_no_known_kind_other_words_people_countries_or_days_are_another() -> None:
    for changes in (
        {"sentence": "Amadou Sani opened a fair for farmers, weavers and boatmen."},
        {"people": (1,)},
        {"people": ()},
        {"countries": ("ML",)},
        {"date": "2024-03-18"},
    ):
        assert count_opened(**changes) == [1, 1]
