"""Resolving: what date an expression means, given when it was written and what was spoken of before.

A value is never finer than the words and what they are counted from. Conventions:

- a week is the interval of its Monday and Sunday, a weekend that of its Saturday and Sunday;
- "late January", "about 1990" keep the period and are marked approximate (`~`);
- "three days ago" is a day, "two weeks ago" about that week, "five months ago" about that month, "a year ago" about
  that month of the year before, "four years ago" about that year;
- "that August" is the one in the year last spoken of;
- a season in the past is one that is over or at least half gone;
- a month or season without its year goes on with the dates of its paragraph, if these are told in their order and it
  follows them within half a year: "in July 2022 …, in August …, in the autumn …";
- a weekday that counts from something else than the day of writing has no value, and where the day stands beside it,
  that alone is taken: "on the Saturday after the vote, 16 March";
- a weekday, day or month without its year is the latest one not after the day of writing, or, where the clause looks
  ahead, the first one not before it; a day in a clause that tells no tense is the nearest one, and its year stays
  `XXXX` where two are about as near; without a day of writing the year stays `XXXX`, and a weekday has no value.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import singledispatch

from msgspec.structs import replace

from newsgen.annotate.dates import reckoning as reckon
from newsgen.annotate.dates.meanings import (
    Around,
    Between,
    Distance,
    Expression,
    Fixed,
    Meaning,
    Recurring,
    Shifted,
    Spoken,
    Untold,
)
from newsgen.annotate.dates.memory import Known, enter_paragraph, last_of_story, remember
from newsgen.edtf import bounds, precision
from newsgen.records.article import Article
from newsgen.records.reading import DateMention


def resolve_expressions(article: Article, expressions: Sequence[Expression]) -> tuple[DateMention, ...]:
    """The expressions with their dates, as far as these can be told."""
    mentions = tuple(_resolve_in_order(article, find_anchor(article), expressions))
    return tuple(_drop_explained(article.text, expressions, mentions))


def find_anchor(article: Article) -> str | None:
    """When the article was written: the dateline's day, else what is known of its publication, if with its year."""
    dateline = article.dateline.date if article.dateline else None
    dates = [value for value in (dateline, article.published) if value and precision(value) in ("day", "month", "year")]
    return next((value for value in dates if precision(value) == "day"), dates[0] if dates else None)


def _find_open_day(article: Article) -> str | None:
    """The day of writing, `XXXX-05-15`."""
    dates = (article.dateline.date if article.dateline else None, article.published)
    return next((value for value in dates if value and value.startswith("XXXX-") and len(value) == 10), None)


def _resolve_in_order(
    article: Article, written: str | None, expressions: Sequence[Expression]
) -> Iterator[DateMention]:
    """Each expression's date, what was spoken of before it in mind."""
    paragraph, known = -1, Known(written=written, open_day=None if written else _find_open_day(article))
    for expression in expressions:
        known = replace(known, expression=expression)
        if expression.paragraph != paragraph:
            paragraph, known = expression.paragraph, enter_paragraph(known)
        value = resolve(expression.meaning, known)
        yield DateMention(
            start=expression.start,
            end=expression.end,
            surface=article.text[expression.start : expression.end],
            value=value,
            rule=expression.rule,
            anchor=_find_base(expression.meaning, known) if value else None,
        )
        if value and precision(value) != "unknown" and not _compares(expression.meaning, value):
            known = remember(known, value, expression)
        elif isinstance(expression.meaning, Untold):
            known = replace(known, spoken=None)


def _drop_explained(
    text: str, expressions: Sequence[Expression], mentions: Sequence[DateMention]
) -> Iterator[DateMention]:
    """The mentions without each weekday that counts from something else and has its day right behind it."""
    for number, mention in enumerate(mentions):
        behind = mentions[number + 1] if number + 1 < len(mentions) else None
        between = text[mention.end : behind.start].rstrip() if behind else ""
        if mention.rule == "weekday-beside" and behind and len(between) < _APPOSED and between.endswith(","):
            meaning = expressions[number].meaning
            weekday = meaning.weekday if isinstance(meaning, Untold | Recurring) else None
            if behind.value and precision(behind.value) == "day" and _falls_on(behind.value, weekday):
                continue
        yield mention


_APPOSED = 60
"""Characters within which the day of such a weekday must follow."""


def _falls_on(value: str, weekday: int | None) -> bool:
    """Whether the day has that weekday."""
    day = bounds(value)[0]
    return day is not None and day.weekday() == weekday


def _compares(meaning: Meaning, value: str) -> bool:
    """Whether a quarter is only named to compare another one with it: what comes next is of the other one."""
    return isinstance(meaning, Spoken | Distance) and reckon.is_quarter(value)


def _find_base(meaning: Meaning, known: Known) -> str | None:
    """What the value was counted from; None if the words tell it by themselves."""
    if isinstance(meaning, Fixed | Untold):
        return None
    if isinstance(meaning, Around):
        return _find_base(meaning.inner, known)
    if isinstance(meaning, Between):
        return _find_base(meaning.begin, known) or _find_base(meaning.end, known)
    if isinstance(meaning, Spoken):
        return known.quarter
    if isinstance(meaning, Recurring):
        return known.spoken if meaning.pull in ("previous", "following", "that") else known.written
    return known.spoken if meaning.base == "spoken" else known.written


@singledispatch
def resolve(meaning: Meaning, known: Known) -> str | None:
    """The EDTF date that is meant; None where nothing tells."""
    raise TypeError(meaning, known)


@resolve.register
def _(meaning: Fixed, _known: Known) -> str | None:
    return meaning.value


@resolve.register
def _(_meaning: Untold, _known: Known) -> str | None:
    return None


@resolve.register
def _(meaning: Around, known: Known) -> str | None:
    value = resolve(meaning.inner, known)
    return reckon.approximate(value) if value else None


@resolve.register
def _(meaning: Between, known: Known) -> str | None:
    """An end without its year follows the other one: the later end is sought first in what was."""
    ahead = known.is_ahead and not isinstance(meaning.end, Fixed)
    if ahead or isinstance(meaning.begin, Fixed):
        begin = resolve(meaning.begin, known)
        end = _resolve_beside(meaning.end, begin, known, step=1)
    else:
        end = resolve(meaning.end, known)
        begin = _resolve_beside(meaning.begin, end, known, step=-1)
    return reckon.interval(begin, end) if begin and end else None


def _resolve_beside(meaning: Meaning, other: str | None, known: Known, *, step: int) -> str | None:
    """One end of an interval, the nearest before (-1) or after (1) the other end."""
    if isinstance(meaning, Recurring) and other and precision(other) in ("day", "month"):
        day = bounds(other)[1 if step < 0 else 0]
        return reckon.nearest(meaning, day, step) if day else None
    return resolve(meaning, known)


@resolve.register
def _(meaning: Spoken, known: Known) -> str | None:
    spoken = known.spoken if known.spoken and reckon.is_quarter(known.spoken) else known.quarter
    return reckon.shift_years(spoken, meaning.years) if spoken else None


@resolve.register
def _(meaning: Shifted, known: Known) -> str | None:
    base = known.spoken if meaning.base == "spoken" else known.written
    if base is None and meaning.base == "written" and meaning.unit == "day" and known.open_day:
        return reckon.neighbour_day(known.open_day, meaning.count)
    if base is None or not reckon.is_as_fine_as(base, meaning.unit):
        return None
    first = bounds(base)[0]
    if first is None:
        return None
    count = meaning.count
    if meaning.unit == "weekend" and not count:
        count = 0 if first.weekday() >= 5 or known.is_ahead else -1
    return reckon.period(first, meaning.unit, count)


@resolve.register
def _(meaning: Distance, known: Known) -> str | None:
    if meaning.unit == "year" and known.quarter and _speaks_of_quarter(known):
        return reckon.shift_years(known.quarter, meaning.count)
    base = known.spoken if meaning.base == "spoken" else known.written
    if base is None:
        return None
    first = bounds(base)[0]
    if first is None or not reckon.is_as_fine_as(base, reckon.grain_of(meaning.unit, meaning.count)):
        return reckon.shift_years(base, meaning.count) if meaning.unit == "year" else None
    return reckon.step_away(first, meaning.unit, meaning.count)


def _speaks_of_quarter(known: Known) -> bool:
    """Whether a year is stepped over from one quarter to the same one: "in the third quarter … a year earlier"."""
    return known.spoken is None or reckon.is_quarter(known.spoken)


@resolve.register
def _(meaning: Recurring, known: Known) -> str | None:
    if meaning.pull in ("previous", "following", "that"):
        return _resolve_from_spoken(meaning, known)
    first = bounds(known.written)[0] if known.written else None
    if known.written is None or first is None:
        return reckon.without_year(meaning)
    if meaning.year_shift is not None:
        return reckon.in_year(meaning, first.year + meaning.year_shift)
    if meaning.week_shift is not None:
        return _resolve_in_week(meaning, known, first)
    if not reckon.is_as_fine_as(known.written, "day" if meaning.day or meaning.weekday is not None else "month"):
        return reckon.without_year(meaning)
    tense = known.expression.tense if known.expression and not meaning.pull else ""
    return _go_on(meaning, known, first) or reckon.likeliest(meaning, first, tense)


def _go_on(meaning: Recurring, known: Known, written: date) -> str | None:
    """The month or season that follows the dates told before it, if these stand in their order."""
    if meaning.day or meaning.month is None or meaning.pull or len(known.told) < 2 or known.is_ahead:
        return None
    last = last_of_story(known)
    told = bounds(last)[0] if last else None
    value = reckon.nearest(meaning, told, 1) if told else None
    first = bounds(value)[0] if value else None
    return value if first and told and first <= written and (first - told).days <= _HALF_YEAR else None


_HALF_YEAR = 184
"""In days."""


def _resolve_from_spoken(meaning: Recurring, known: Known) -> str | None:
    """`the previous Friday`, `that August`: from the date last spoken of."""
    if meaning.pull == "that":
        return reckon.in_year(meaning, known.year) if known.year else None
    if known.spoken is None or precision(known.spoken) != "day":
        return None
    day = bounds(known.spoken)[0]
    if day is None:
        return None
    step = -1 if meaning.pull == "previous" else 1
    return reckon.nearest(meaning, day + timedelta(days=step), step)


def _resolve_in_week(meaning: Recurring, known: Known, written: date) -> str | None:
    """`Tuesday of last week`."""
    if known.written is None or precision(known.written) != "day" or meaning.weekday is None:
        return None
    monday = written - timedelta(days=written.weekday())
    return reckon.day_text(monday + timedelta(days=7 * (meaning.week_shift or 0) + meaning.weekday))
