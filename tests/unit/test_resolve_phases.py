"""Beginning and end of one thing are never one happening."""

from dataclasses import replace

from factories import Told, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import Reading
from newsgen.resolve import resolve

BEGUN = Told("2024-03-04", "Dockers in the port of Mombasa began their strike over pay.", ("protest",), ("KE",))
ENDED = Told("2024-03-05", "Dockers in the port of Mombasa ended their strike over pay.", ("protest",), ("KE",))


def article(name: str, *told: Told) -> Reading:
    return make_reading(f"articles/{name}.txt", headline=name, told=told, countries={"KE": True})


def count(*readings: Reading) -> list[int]:
    """How many reports each event has."""
    return sorted(len(event.reports) for event in resolve(readings, (), load_lexicon()).events)


def test_a_beginning_of_which_two_days_are_told_is_one() -> None:
    assert count(article("a", BEGUN), article("b", replace(BEGUN, date="2024-03-05"))) == [2]


def test_beginning_and_end_on_days_side_by_side_are_two() -> None:
    assert count(article("a", BEGUN), article("b", ENDED)) == [1, 1]


def test_the_end_told_of_some_days_is_not_the_beginning_within_them() -> None:
    assert count(article("a", BEGUN), article("b", replace(ENDED, date="2024-03-04/2024-03-07"))) == [1, 1]
    assert count(article("a", BEGUN), article("b", replace(BEGUN, date="2024-03-04/2024-03-07"))) == [2]


def test_a_sentence_with_both_leaves_it_open() -> None:
    both = replace(ENDED, sentence="Dockers in the port of Mombasa began and ended their strike over pay.")
    assert count(article("a", BEGUN), article("b", both)) == [2]
