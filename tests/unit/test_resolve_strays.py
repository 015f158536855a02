"""What one article tells of a story's day joins what several tell of it."""

from dataclasses import replace

from factories import Told, make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import Reading
from newsgen.resolve import resolve

BOTH = {"NE": True, "US": True}
SIGNED = Told(
    "2024-05-19",
    "The United States and Niger said in a joint statement that the troops would be gone in autumn.",
    topics=("agreement", "statement"),
    countries=("NE", "US"),
)
STRAY = Told("2024-05-19", "The plan rests on what was written on 19 May.", topics=("statement",))


def article(name: str, *told: Told, about: dict[str, bool] | None = None) -> Reading:
    people = (make_person("Ali Zeine"), make_person("Molly Phee"))
    return make_reading(f"articles/{name}.txt", *people, headline=name, told=told, countries=about or BOTH)


def count(*readings: Reading) -> list[int]:
    """How many reports each event has."""
    return sorted(len(event.reports) for event in resolve(readings, (), load_lexicon()).events)


SEVERAL = [article(name, SIGNED) for name in "abc"]


def test_a_stray_joins_what_several_articles_tell_of_its_day() -> None:
    assert count(*SEVERAL, article("d", STRAY)) == [4]


def test_two_articles_are_not_several() -> None:
    assert count(*SEVERAL[:2], article("d", STRAY)) == [1, 2]


def test_a_stray_of_another_day_story_or_kind_stays_alone() -> None:
    assert count(*SEVERAL, article("d", replace(STRAY, date="2024-05-20"))) == [1, 3]
    assert count(*SEVERAL, article("d", STRAY, about={"NE": True})) == [1, 3]
    assert count(*SEVERAL, article("d", replace(STRAY, topics=("disaster",)))) == [1, 3]


def test_who_comes_is_not_somebody_else_who_comes() -> None:
    met = Told("2024-05-19", "Ali Zeine met ministers in Niamey.", topics=("visit",), countries=("NE",), people=(0,))
    other = Told("2024-05-19", "Molly Phee was there.", topics=("visit",), people=(1,))
    assert count(*(article(name, met) for name in "abc"), article("d", other)) == [1, 3]
