"""The year of a dateline that gives only its day: inferred from what the text says, never from the clock.

Evidence, in order: the other of dateline and publication date, if its year is given; then the dates in the text. A past
date with its year bounds the article from below, a future one from above; a named weekday fits some years only. The
year is inferred where that leaves one choice: the first fitting year from the latest past date on, within twelve
months of it unless a weekday tells more. Otherwise it stays open.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from newsgen.annotate.dates.meanings import Expression, Fixed, Recurring
from newsgen.annotate.dates.reckoning import in_year
from newsgen.edtf import Point, bounds, parse, precision
from newsgen.records import Record
from newsgen.records.article import Article, Dateline

_SEARCHED = 12
"""Years tried behind the latest past date: after so many each weekday has come again."""
_FORESIGHT = 550
"""Days that a text looks ahead to a month or day at most; what lies farther off contradicts the rest."""


class Evidence(Record):
    """What the text says about when it was written."""

    earliest: date | None
    """First day of the latest past date with its year and month."""
    least_year: int
    """Latest year that the text speaks of as past."""
    latest: date | None
    """Last day of the earliest date that the text looks ahead to."""
    weekday: int | None
    """Of the dateline."""
    days: tuple[Recurring, ...]
    """Days in the text that are named with their weekday."""


def infer_years(article: Article, expressions: Sequence[Expression]) -> Article:
    """The article with the year of dateline and publication filled in, marked as inferred, where it can be told."""
    dateline = article.dateline or Dateline()
    open_dates = [value for value in (dateline.date, article.published) if value and _lacks_year(value)]
    if not open_dates:
        return article
    given = next((v for v in (article.published, dateline.date) if v and precision(v) in ("day", "month")), None)
    evidence = gather_evidence(expressions, dateline.weekday)
    years = {value: _year_beside(value, given) if given else infer_year(value, evidence) for value in open_dates}
    return _fill_in(article, {value: year for value, year in years.items() if year is not None})


def gather_evidence(expressions: Sequence[Expression], weekday: int | None) -> Evidence:
    """What the expressions of a text say about its year."""
    past = [day for expression in expressions for day in _list_past_days(expression)]
    coming = [day for expression in expressions for day in _list_coming_days(expression)]
    days = [e.meaning for e in expressions if isinstance(e.meaning, Recurring) and e.meaning.month and e.meaning.day]
    return Evidence(
        earliest=max(past, default=None),
        least_year=max((year for e in expressions for year in _list_past_years(e)), default=0),
        latest=min(coming, default=None),
        weekday=weekday,
        days=tuple(day for day in days if day.weekday is not None),
    )


def infer_year(value: str, evidence: Evidence) -> int | None:
    """The year of a date such as `XXXX-05-15`; None if the evidence leaves more than one choice, or none."""
    if evidence.earliest is None:
        return None
    has_weekday = evidence.weekday is not None or bool(evidence.days)
    first = evidence.earliest.year
    for year in range(first, first + (_SEARCHED if has_weekday else 2)):
        day = _in_year(value, year)
        if day is None or day < evidence.earliest or year < evidence.least_year:
            continue
        if evidence.latest and not 0 <= (evidence.latest - day).days <= _FORESIGHT:
            return None
        if _fits(day, evidence):
            return year
    return None


def _lacks_year(value: str) -> bool:
    """Whether the date is a month or day of an unknown year."""
    begin = parse(value).begin
    return isinstance(begin, Point) and begin.year == "XXXX" and begin.month not in ("", "XX")


def _in_year(value: str, year: int) -> date | None:
    """Last day that the date may mean in that year; None for 29 February of most years."""
    text = f"{year:04}{value[4:]}"
    try:
        return bounds(text)[1]
    except ValueError:
        return None


def _year_beside(value: str, given: str) -> int | None:
    """The year that brings the date nearest to the given one."""
    near = bounds(given)[0]
    if near is None:
        return None
    days = ((year, _in_year(value, year)) for year in (near.year - 1, near.year, near.year + 1))
    return min(((abs((day - near).days), year) for year, day in days if day), default=(0, None))[1]


def _fits(day: date, evidence: Evidence) -> bool:
    """Whether the weekdays that the text names fall so in that year."""
    if evidence.weekday is not None and day.weekday() != evidence.weekday:
        return False
    return all(_falls_near(named, day) for named in evidence.days)


def _falls_near(named: Recurring, day: date) -> bool:
    """Whether the day of the text has its weekday within half a year of the day of writing."""
    texts = (in_year(named, year) for year in (day.year - 1, day.year, day.year + 1))
    days = (bounds(text)[0] for text in texts if text)
    return any(d and abs((d - day).days) <= 183 and d.weekday() == named.weekday for d in days)


def _list_past_days(expression: Expression) -> Iterator[date]:
    """First day of a past date that has its year and month."""
    if expression.tense == "future" or not isinstance(expression.meaning, Fixed):
        return
    if precision(expression.meaning.value) in ("day", "month"):
        first = bounds(expression.meaning.value)[0]
        if first:
            yield first


def _list_past_years(expression: Expression) -> Iterator[int]:
    """Year of a past date that has at least its year."""
    if expression.tense != "future" and isinstance(expression.meaning, Fixed):
        first = bounds(expression.meaning.value)[0]
        if first and precision(expression.meaning.value) in ("day", "month", "season", "year"):
            yield first.year


def _list_coming_days(expression: Expression) -> Iterator[date]:
    """Last day of a date with its year that the text looks ahead to."""
    if expression.tense != "future" or not isinstance(expression.meaning, Fixed):
        return
    if precision(expression.meaning.value) in ("day", "month"):
        last = bounds(expression.meaning.value)[1]
        if last:
            yield last


def _fill_in(article: Article, years: dict[str, int]) -> Article:
    """The article with the years in place."""
    filled = {value: f"{year:04}{value[4:]}" for value, year in years.items()}
    dateline = article.dateline
    if dateline and dateline.date in filled:
        dateline = msgspec.structs.replace(dateline, date=filled[dateline.date], date_inferred=True)
    published = filled.get(article.published or "", article.published)
    inferred = article.published_inferred or published != article.published
    return msgspec.structs.replace(article, dateline=dateline, published=published, published_inferred=inferred)
