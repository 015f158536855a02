"""Chronicles: of an article that tells dated happenings, all that telling events looks at, and nothing besides.

Its sentences are numbered, as their places in the text move with every edit in front of them.
"""

import re
from collections.abc import Container, Iterator, Sequence

from newsgen.holding import NOTHING_HELD, Holding
from newsgen.records import Record
from newsgen.records.reading import Reading, Report, ReportKind

# matches: It killed 40 people.
# matches: At least 40 people died.
# matches: Elle a fait 40 morts.
# not: Italy lost 40 people.
_FURTHER = re.compile(
    r" ?((?:It|They|At least|More than|Elles?|Ils?|Au moins|Plus de|Al menos|Más de)\b[^.!?\n]{0,160}\.)"
)


class Told(Record):
    """A report of an article."""

    date: str
    """EDTF."""
    kind: ReportKind
    place: int
    """The number of its sentence among those of the article's reports."""
    sentence: str
    further: str
    """The next sentence, if it goes on about the same: "It killed 40 people."."""
    clause: str | None
    """The words that tell it, where other clauses of the sentence tell of other dates."""
    topics: tuple[str, ...]
    countries: tuple[str, ...]
    people: tuple[int, ...]
    """Indices into `Chronicle.people`."""
    first_named: str
    """The family name of the first of them, as written; empty if there is none."""


class Chronicle(Record):
    """An article with its reports."""

    article: int
    """Its position."""
    path: str
    published: str | None
    language: str
    home: tuple[str, ...]
    """Codes of the countries that it is about."""
    people: tuple[str | None, ...]
    """The id of each of its people; None for a nobody."""
    reports: tuple[Told, ...]


def read_chronicles(
    readings: Sequence[Reading], person_ids: Sequence[tuple[str | None, ...]], held: Holding = NOTHING_HELD
) -> tuple[Chronicle, ...]:
    """Those of all articles that tell anything dated."""
    told = [place for place, reading in enumerate(readings) if reading.reports]
    given = ((readings[place].article.path, (readings[place], place, person_ids[place])) for place in told)
    return held.each("chronicle", given, lambda one: _read_chronicle(readings, told[one], person_ids))


def _read_chronicle(
    readings: Sequence[Reading], article: int, person_ids: Sequence[tuple[str | None, ...]]
) -> Chronicle:
    reading = readings[article]
    return Chronicle(
        article=article,
        path=reading.article.path,
        published=reading.article.published,
        language=reading.article.language,
        home=tuple([count.code for count in reading.countries if count.primary]),
        people=person_ids[article],
        reports=tuple(_read_reports(reading)),
    )


def _read_reports(reading: Reading) -> Iterator[Told]:
    text = reading.article.text
    places = {start: place for place, start in enumerate(sorted({report.start for report in reading.reports}))}
    for report in reading.reports:
        yield Told(
            date=report.date,
            kind=report.kind,
            place=places[report.start],
            sentence=text[report.start : report.end],
            further=_find_further(text, report.end, places),
            clause=text[slice(*report.clause)] if report.clause else None,
            topics=report.topics,
            countries=report.countries,
            people=report.people,
            first_named=_name_first(report, reading),
        )


def _name_first(report: Report, reading: Reading) -> str:
    return reading.people[report.people[0]].family if report.people else ""


def _find_further(text: str, end: int, starts: Container[int]) -> str:
    """The sentence behind the offset, if a pronoun or a number heads it and it tells no happening of its own."""
    found = _FURTHER.match(text, end)
    return found[1] if found and found.start(1) not in starts else ""
