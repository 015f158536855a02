"""Years that an article leaves open, told by other articles."""

from factories import Told, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.entities import Event
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from sayings import say

ABOUT = {"NE": True, "US": True}


def handover(day: str) -> Told:
    return Told(day, "The larger base was handed over to the army of Niger.", topics=("handover",), countries=("NE",))


def article(name: str, *told: Told) -> Reading:
    return make_reading(f"articles/{name}.txt", headline=name, told=told, countries=ABOUT)


def find(*readings: Reading) -> list[tuple[str, int]]:
    """Date and number of reports of each event."""
    return [(event.date, len(event.reports)) for event in find_events(*readings)]


def find_events(*readings: Reading) -> tuple[Event, ...]:
    return resolve(readings, (), load_lexicon()).events


def test_another_article_tells_the_year() -> None:
    (event,) = find_events(article("a", handover("XXXX-08-05")), article("b", handover("2024-08-05")))
    assert (event.date, len(event.reports)) == ("2024-08-05", 2)
    assert [report.date for report in event.reports] == ["XXXX-08-05", "2024-08-05"]
    assert any("the year is told by other articles" in say(report.evidence) for report in event.reports)


def test_a_month_of_unknown_year_is_told_by_a_day_in_it() -> None:
    assert find(article("a", handover("XXXX-08")), article("b", handover("2024-08-05"))) == [("2024-08-05", 2)]


def test_two_years_leave_it_open() -> None:
    readings = (handover("XXXX-08-05"), handover("2024-08-05"), handover("2022-08-05"))
    assert find(*(article(f"a{n}", told) for n, told in enumerate(readings))) == [
        ("2022-08-05", 1),
        ("2024-08-05", 1),
        ("XXXX-08-05", 1),
    ]


def test_another_happening_of_that_day_tells_no_year() -> None:
    vote = Told("2024-08-05", "Voters in Chad chose a parliament.", topics=("election",), countries=("TD",))
    assert find(article("a", handover("XXXX-08-05")), article("b", vote)) == [("2024-08-05", 1), ("XXXX-08-05", 1)]


def test_the_article_s_other_dates_lie_near_the_one_that_is_known() -> None:
    flood = Told("XXXX-12-22", "Rivers rose over their banks.", topics=("disaster",))
    start = Told("XXXX-01-03", "Soldiers reached the port.", topics=("handover",), countries=("NE",))
    known = Told("2024-01-03", "Soldiers reached the port.", topics=("handover",), countries=("NE",))
    assert find(article("a", start, flood), article("b", known)) == [("2023-12-22", 1), ("2024-01-03", 2)]


def test_a_day_that_only_some_years_have_stays_without_its_year_elsewhere() -> None:
    leap = Told("XXXX-02-29", "Rivers rose over their banks.", topics=("disaster",))
    readings = (article("a", handover("XXXX-03-05"), leap), article("b", handover("2023-03-05")))
    assert find(*readings) == [("2023-03-05", 2), ("2024-02-29", 1)]
