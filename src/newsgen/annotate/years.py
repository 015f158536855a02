"""The year of a dateline that gives only its day: inferred from what the text says, never from the clock.

Evidence, in order: the other of dateline and publication date, if its year is given; then the dates in the text. Each
past date with its year bounds the article from below, a date to come from above; these bounds alone tell the year only
if they leave one choice. Beyond that it takes

- a weekday, of the dateline or beside a day in the text ("Tuesday, May 14"): the first year that fits, if it is one of
  the few after the latest past date that is no birth, founding or law;
- a recent date (`recency.py` says which are): the first fitting year after the latest of them, within twelve months; or
- the one year that the notices of copyright name, if nothing contradicts it.

A weekday alone ("on Tuesday") tells nothing, nor does background such as "in office since 2021". Otherwise the year
stays open: a wrong one is worse than none.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from newsgen.annotate.clauses import Clauses
from newsgen.annotate.dates.meanings import Expression, Fixed, Recurring
from newsgen.annotate.dates.recurring import in_year
from newsgen.annotate.recency import find_day_in_memory, find_recent_day, first_past_day
from newsgen.edtf import Point, bounds, parse, precision
from newsgen.records import Record
from newsgen.records.article import Article, Dateline

_SEARCHED = 4
"""Years tried from that of the latest past date on; a weekday falls on the same day again five years later."""
_YEAR = 366
_OPENING = 300
"""Characters of the body within which the news themselves are told."""

# matches: este lunes
# matches: ce lundi
# not: lundi
_THIS = re.compile(r"(?:este|ce)\s", re.IGNORECASE)
_FORESIGHT = 550
"""Days that a text looks ahead to a month or day at most; what lies farther off contradicts the rest."""


# matches: © 2024 The Courier
# matches: Copyright The Courier 2024
# not: © 2011–2024 The Courier
_RIGHTS_YEAR = re.compile(r"(?:©|\(c\)|\bcopyright\b)[^\d\n]{0,60}\b((?:19|20)\d\d)\b(?!\s?[-–—/])", re.IGNORECASE)

YearRule = Literal["year-beside", "year-bounded", "year-of-weekday", "year-of-recent-date", "year-of-rights"]
"""How a year was inferred."""


class Inferred(NamedTuple):
    """A year, and by what."""

    year: int
    rule: YearRule


class Evidence(Record):
    """What the text says about when it was written."""

    known: date | None
    """The day from which the year is sought: beside a weekday the latest past date that is no birth, founding or law,
    else the latest day that the text was written within a year of."""
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


def infer_years(article: Article, expressions: Sequence[Expression], clauses: Clauses) -> Article:
    """The article with the year of dateline and publication filled in, marked as inferred, where it can be told."""
    dateline = article.dateline or Dateline()
    open_dates = [value for value in (dateline.date, article.published) if value and _lacks_year(value)]
    if not open_dates:
        return article
    given = find_given(article)
    evidence = gather_evidence(article, expressions, clauses)
    rights = find_rights_year(article)
    found = {
        value: infer_beside(value, given)
        if given
        else infer_year(value, evidence) or infer_from_rights(value, rights, evidence)
        for value in open_dates
    }
    return _fill_in(article, {value: inferred.year for value, inferred in found.items() if inferred is not None})


def find_given(article: Article) -> str | None:
    """The one of publication and dateline that is known with its year and month."""
    dates = (article.published, article.dateline.date if article.dateline else None)
    return next((value for value in dates if value and precision(value) in ("day", "month")), None)


def find_rights_year(article: Article) -> int | None:
    """The one year that the notices about the article's rights name; None where there are none or several."""
    years = {int(found[1]) for notice in article.notices for found in _RIGHTS_YEAR.finditer(notice)}
    return years.pop() if len(years) == 1 else None


def infer_from_rights(value: str, year: int | None, evidence: Evidence) -> Inferred | None:
    """The year of the rights, if nothing that the text says contradicts it."""
    day = _in_year(value, year) if year is not None else None
    if day is None or not _fits(day, evidence) or (evidence.earliest and day < evidence.earliest):
        return None
    is_too_late = evidence.latest is not None and day > evidence.latest
    return None if is_too_late or day.year < evidence.least_year else Inferred(day.year, "year-of-rights")


def gather_evidence(article: Article, expressions: Sequence[Expression], clauses: Clauses) -> Evidence:
    """What the dateline and the expressions of a text say about its year."""
    past = [day for day in map(first_past_day, expressions) if day]
    weekday = _find_weekday(article, expressions)
    named = tuple(e.meaning for e in expressions if isinstance(e.meaning, Recurring) and _names_weekday(e.meaning))
    find_known = find_day_in_memory if named or weekday is not None else find_recent_day
    return Evidence(
        known=find_known(clauses, expressions) if past else None,
        earliest=max(past, default=None),
        least_year=max((year for e in expressions for year in _list_past_years(e)), default=0),
        latest=min((day for e in expressions for day in _list_coming_days(e)), default=None),
        weekday=weekday,
        days=named,
    )


def _find_weekday(article: Article, expressions: Sequence[Expression]) -> int | None:
    """The weekday of the day of writing: of the dateline, or in French and Spanish that which news are told of.

    Their agencies write "este lunes", "ce lundi" for the day itself.
    """
    if article.dateline and article.dateline.weekday is not None:
        return article.dateline.weekday
    first = next((e for e in expressions if e.rule == "weekday"), None)
    if first is None or not isinstance(first.meaning, Recurring) or first.start > article.body_start + _OPENING:
        return None
    is_today = article.language in ("fr", "es") and _THIS.match(article.text, first.start) is not None
    return first.meaning.weekday if is_today and first.tense == "past" else None


def _names_weekday(meaning: Recurring) -> bool:
    """Whether it is a day of the year with its weekday."""
    return meaning.month is not None and meaning.day is not None and meaning.weekday is not None


def infer_year(value: str, evidence: Evidence) -> Inferred | None:
    """The year of a date such as `XXXX-05-15`; None if the evidence leaves more than one choice, or none."""
    fitting = list(_list_fitting_days(value, evidence))
    if evidence.latest and len(fitting) == 1:
        return Inferred(fitting[0].year, "year-bounded")
    known = evidence.known
    if known is None:
        return None
    if evidence.weekday is not None or evidence.days:
        years = (day.year for day in fitting if day.year - known.year < _SEARCHED)
        return next((Inferred(year, "year-of-weekday") for year in years), None)
    recent = (day.year for day in fitting if 0 <= (day - known).days <= _YEAR)
    return next((Inferred(year, "year-of-recent-date") for year in recent), None)


def _list_fitting_days(value: str, evidence: Evidence) -> Iterator[date]:
    """The day in each year that contradicts nothing the text says, from the latest past date on."""
    first = max(evidence.earliest.year if evidence.earliest else 0, evidence.least_year)
    for year in range(first, first + _SEARCHED) if first else ():
        day = _in_year(value, year)
        if day is None or (evidence.earliest and day < evidence.earliest) or not _fits(day, evidence):
            continue
        if evidence.latest is None or 0 <= (evidence.latest - day).days <= _FORESIGHT:
            yield day


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


def infer_beside(value: str, given: str) -> Inferred | None:
    """The year that brings the date nearest to the given one."""
    near = bounds(given)[0]
    if near is None:
        return None
    days = ((year, _in_year(value, year)) for year in (near.year - 1, near.year, near.year + 1))
    away = [(abs((day - near).days), year) for year, day in days if day]
    return Inferred(min(away)[1], "year-beside") if away else None


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


def _list_past_years(expression: Expression) -> Iterator[int]:
    """Year of a past date that has at least its year."""
    if isinstance(expression.meaning, Fixed) and expression.tense != "future":
        first = bounds(expression.meaning.value)[0]
        if first and precision(expression.meaning.value) in ("day", "month", "season", "year"):
            yield first.year


def _list_coming_days(expression: Expression) -> Iterator[date]:
    """Last day of a date with its year that the text looks ahead to."""
    if not isinstance(expression.meaning, Fixed) or expression.tense != "future":
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
