"""What was announced goes with what came of it on another day, or for a coarse term with its announcement."""

from dataclasses import replace

import msgspec.structs

from factories import Told, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.entities import Event
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from sayings import say

WORDS = "American troops {} the air base near Agadez in Niger on that day, the ministers said."


def told(date: str, *, ahead: bool, words: str = WORDS) -> Told:
    sentence = words.format("will leave" if ahead else "left")
    kind = "announced" if ahead else "happened"
    return Told(date, sentence, ("withdrawal",), ("NE", "US"), kind=kind)  # type: ignore[arg-type]


def article(name: str, *items: Told, about: str = "NE US") -> Reading:
    countries = dict.fromkeys(about.split(), True)
    return make_reading(f"articles/{name}.txt", headline=name, told=items, countries=countries)


def find(*readings: Reading) -> tuple[Event, ...]:
    return resolve(readings, (), load_lexicon()).events


def test_what_was_announced_is_linked_to_what_came_of_it() -> None:
    (event,) = find(article("a", told("2024-09-10", ahead=True)), article("b", told("2024-09-15", ahead=False)))
    assert (event.date, event.kind, event.dates) == ("2024-09-15", "happened", ())
    assert [report.kind for report in event.reports] == ["announced", "happened"]
    assert "announced for another day" in say(event.reports[0].evidence)


def test_what_nobody_reports_stands_open() -> None:
    other = Told("2024-09-12", "Rivers rose in Niger.", ("disaster",), ("NE", "US"))
    events = find(article("a", told("2024-09-10", ahead=True)), article("b", other))
    assert [(event.date, event.kind) for event in events] == [("2024-09-10", "announced"), ("2024-09-12", "happened")]


def test_what_happened_weeks_later_came_of_something_else() -> None:
    assert len(find(article("a", told("2024-09-10", ahead=True)), article("b", told("2024-10-15", ahead=False)))) == 2


TO_LEAVE_MINE = "Swedish engineers will leave the mine at Arlit in Niger by 30 June 2024, the company said."
LEFT_MINE = "The last Swedish engineers left the mine at Arlit in Niger."


def fulfil(
    date: str, sentence: str, *, announced: str = TO_LEAVE_MINE, topics: tuple[str, ...] = ("departure",)
) -> int:
    """How many events come of an announcement for 30 June of an article of 1 March, and of a report."""
    before = Told("2024-06-30", announced, topics, ("NE", "SE"), kind="announced")
    after = Told(date, sentence, topics, ("NE", "SE"))
    first = make_reading("articles/a.txt", headline="a", told=[before], countries={"NE": True}, published="2024-03-01")
    return len(find(first, article("b", after, about="NE")))


def test_a_deadline_is_met_by_what_happened_before_it_and_somewhat_late() -> None:
    assert fulfil("2024-05-02", LEFT_MINE) == 1
    assert fulfil("2024-07-31", LEFT_MINE) == 1
    assert fulfil("2024-10-02", LEFT_MINE) == 2


def test_what_happened_before_it_was_announced_is_something_else() -> None:
    assert fulfil("2024-02-20", LEFT_MINE) == 2


def test_a_deadline_is_not_met_by_others_or_elsewhere() -> None:
    assert fulfil("2024-05-02", "Thirty teachers of the village school fled to the hills and left Niger.") == 2


def test_what_is_set_for_a_day_may_be_weeks_late_but_not_early() -> None:
    announced = "Sweden will shut its consulate in Agadez, Niger, on 30 June 2024."
    done = "Sweden shut its consulate in Agadez, Niger."
    assert fulfil("2024-07-21", done, announced=announced, topics=()) == 1
    assert fulfil("2024-05-21", done, announced=announced, topics=()) == 2
    assert fulfil("2024-07-21", "Sweden sent seeds to Agadez, Niger.", announced=announced, topics=()) == 2


def test_a_visit_weeks_later_is_another_one() -> None:
    announced = "The Swedish minister will visit the mine at Arlit in Niger by 30 June 2024."
    done = "The Swedish minister visited the mine at Arlit in Niger."
    assert fulfil("2024-07-05", done, announced=announced, topics=("visit",)) == 1
    assert fulfil("2024-07-25", done, announced=announced, topics=("visit",)) == 2


def test_of_two_outcomes_none_is_taken() -> None:
    days = ("2024-09-13", "2024-09-20")
    done = [article(f"b{n}", told(day, ahead=False)) for n, day in enumerate(days)]
    assert len(find(article("a", told("2024-09-10", ahead=True)), *done)) == 3


def test_one_article_that_tells_of_both_days_means_two() -> None:
    assert len(find(article("a", told("2024-09-10", ahead=True), told("2024-09-15", ahead=False)))) == 2


TERM = "The minister said on Monday that the engineers would be gone by the end of the year."
SAID = Told("2024-05-13", TERM, ("statement",), ("NE",))
GONE = Told("2024~", TERM, ("departure",), ("NE",), kind="announced")


def tell_in_one_sentence(*items: Told) -> tuple[Event, ...]:
    reading = article("a", *items)
    first = reading.reports[0]
    reports = tuple(msgspec.structs.replace(one, start=first.start, end=first.end) for one in reading.reports)
    return find(msgspec.structs.replace(reading, reports=reports))


def test_a_term_of_a_year_goes_with_the_sentence_that_tells_when_it_was_set() -> None:
    (event,) = tell_in_one_sentence(SAID, GONE)
    assert (event.date, event.kind, len(event.reports), event.dates) == ("2024-05-13", "happened", 2, ())


def test_a_term_that_two_articles_tell_goes_with_the_day_on_which_both_say_it_was_set() -> None:
    readings = []
    for name in "ab":
        reading = article(name, SAID, GONE)
        first = reading.reports[0]
        reports = tuple(msgspec.structs.replace(one, start=first.start, end=first.end) for one in reading.reports)
        readings.append(msgspec.structs.replace(reading, reports=reports))
    (event,) = find(*readings)
    assert (event.date, len(event.reports)) == ("2024-05-13", 4)


def test_a_term_of_another_sentence_a_month_or_the_past_stands_alone() -> None:
    assert len(find(article("a", SAID, GONE))) == 2
    assert len(tell_in_one_sentence(SAID, replace(GONE, date="2024-09"))) == 2
    assert len(tell_in_one_sentence(SAID, replace(GONE, kind="happened"))) == 2


LEFT = Told("2023-12-22", "The last French soldiers left the country on a grey morning.", ("departure",), ("FR",))
BY_THEN = Told("2023~", "French soldiers left by the end of 2023.", ("departure",), ("FR",))
KNOWN = [article(name, LEFT) for name in "ab"]


def test_what_is_told_of_a_year_goes_with_the_day_of_which_others_tell_the_same() -> None:
    (event,) = find(*KNOWN, article("c", BY_THEN, about="NE"))
    assert (event.date, len(event.reports), event.dates) == ("2023-12-22", 3, ())


def test_of_other_countries_words_people_or_years_it_stands_alone() -> None:
    for other in (
        replace(BY_THEN, countries=("FR", "ML")),
        replace(BY_THEN, sentence="French miners had gone by the end of 2023."),
        replace(BY_THEN, topics=("disaster",)),
        replace(BY_THEN, date="2022~"),
    ):
        assert len(find(*KNOWN, article("c", other, about="NE"))) == 2
    assert len(find(KNOWN[0], article("c", BY_THEN, about="NE"))) == 2


def test_of_two_days_that_tell_the_same_none_is_taken() -> None:
    later = [article(name, replace(LEFT, date="2023-05-22")) for name in "de"]
    assert len(find(*KNOWN, *later, article("c", BY_THEN, about="NE"))) == 3
