"""A visit that one article tells day by day is one happening."""

from dataclasses import replace

from factories import Told, make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.entities import Event
from newsgen.resolve import resolve
from sayings import say

CAME = Told("2024-03-12", "Molly Phee came to Niamey on Tuesday.", ("arrival",), ("NE", "US"), people=(0,))
LEFT = Told("2024-03-14", "The delegation left Niger on Thursday after three days.", ("departure",), ("NE",))


def tell(*told: Told) -> tuple[Event, ...]:
    people = (make_person("Molly Phee"), make_person("Ali Zeine"))
    reading = make_reading("articles/a.txt", *people, told=told, countries={"NE": True, "US": True})
    return resolve([reading], (), load_lexicon()).events


def test_the_days_of_a_visit_are_one_event_of_all_its_days() -> None:
    (event,) = tell(CAME, LEFT)
    assert event.date == "2024-03-12/2024-03-14"
    assert not event.dates
    assert [say(report.evidence[:1]) for report in event.reports if report.evidence] == [("days of one visit",)]


def test_what_was_left_before_somebody_came_or_a_week_later_is_no_part_of_the_visit() -> None:
    assert len(tell(CAME, replace(LEFT, date="2024-03-11"))) == 2
    assert len(tell(CAME, replace(LEFT, date="2024-03-19"))) == 2


def test_somebody_else_left_or_elsewhere() -> None:
    assert len(tell(CAME, replace(LEFT, people=(1,)))) == 2
    assert len(tell(CAME, replace(LEFT, countries=("FR",)))) == 2


def test_troops_that_withdraw_were_no_visitors() -> None:
    assert len(tell(CAME, replace(LEFT, topics=("departure", "withdrawal")))) == 2
