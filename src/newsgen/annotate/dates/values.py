"""Values: the EDTF date that a meaning stands for, with what is known."""

from datetime import date, timedelta
from functools import singledispatch

from msgspec.structs import replace

from newsgen.annotate.dates import reckoning as reckon
from newsgen.annotate.dates import recurring
from newsgen.annotate.dates.meanings import (
    Around,
    Between,
    DayOfSpoken,
    Distance,
    EveOf,
    Fixed,
    Impossible,
    Meaning,
    NthOfMonth,
    Numeric,
    Reaching,
    Recurring,
    Shifted,
    Spoken,
    Stretch,
    Unit,
    Untold,
)
from newsgen.annotate.dates.memory import Known, counts_from_saying, is_over
from newsgen.annotate.dates.stories import find_apposed, find_next_of_story
from newsgen.edtf import bounds, is_valid, precision


@singledispatch
def resolve(meaning: Meaning, known: Known) -> str | None:
    """The EDTF date that is meant; None where nothing tells."""
    raise TypeError(meaning, known)


@resolve.register
def _(meaning: Fixed, _known: Known) -> str | None:
    return meaning.value


@resolve.register
def _(_meaning: Impossible, _known: Known) -> str | None:
    return None


@resolve.register
def _(meaning: NthOfMonth, known: Known) -> str | None:
    """In the month that is meant, or where the tense says that this one is on the wrong side, a year from that."""
    month, written = resolve(meaning.month, known), bounds(known.written)[0] if known.written else None
    value = reckon.nth_of_month(month, meaning.nth, meaning.weekday) if month else None
    day = bounds(value)[0] if value else None
    if month is None or day is None or written is None or not _is_told_by_tense(meaning.month):
        return value
    years = 1 if known.is_ahead and day < written else -1 if not known.is_ahead and day > written else 0
    other = reckon.shift_years(month, years)
    is_same_month = bounds(month)[0] == written.replace(day=1)
    return reckon.nth_of_month(other, meaning.nth, meaning.weekday) if other and is_same_month else value


def _is_told_by_tense(meaning: Meaning) -> bool:
    """Whether it is a month by its name alone."""
    return isinstance(meaning, Recurring) and not meaning.pull and meaning.year_shift is None


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
        return recurring.nearest(meaning, day, step) if day else None
    return resolve(meaning, known)


@resolve.register
def _(_meaning: Stretch, _known: Known) -> str | None:
    return None


@resolve.register
def _(meaning: EveOf, known: Known) -> str | None:
    value = resolve(meaning.inner, known)
    day = bounds(value)[0] if value and precision(value) == "day" else None
    return reckon.period(day, "day", meaning.days) if day else None


@resolve.register
def _(meaning: Numeric, known: Known) -> str | None:
    """By the order of day and month that other dates of the article show."""
    year = reckon.full_year(meaning.year, known.written)
    if year is None or known.order is None:
        return None
    day, month = (meaning.first, meaning.second) if known.order == "day-first" else (meaning.second, meaning.first)
    text = f"{year:04}-{month:02}-{day:02}"
    return text if is_valid(text) else None


@resolve.register
def _(meaning: Reaching, known: Known) -> str | None:
    """From so far away to the day of writing, or from that day on, as fine as such words are meant."""
    day = bounds(known.written)[0] if known.written and precision(known.written) == "day" else None
    if day is None:
        return None
    if meaning.unit == "week":
        far = reckon.period(day, "day", 7 * meaning.step)
        here = known.written
    else:
        grain: Unit = "year" if meaning.unit == "decade" else "month"
        far = reckon.step_away(day, meaning.unit, meaning.step) if meaning.unit != "decade" else None
        far = far or reckon.step_away(day, "year", 10 * meaning.step)
        here = reckon.step_away(day, grain, 0)
    if far is None or here is None:
        return None
    return reckon.interval(far, here) if meaning.step < 0 else reckon.interval(here, far)


@resolve.register
def _(meaning: Spoken, known: Known) -> str | None:
    if meaning.unit == "year":
        base = known.quarter or known.written
        return base[:4] if base else None
    if meaning.year is not None and (known.quarter is None or known.is_stretch):
        return f"{meaning.year:04}"
    if meaning.year is not None and known.quarter:
        return f"{meaning.year:04}{known.quarter[4:]}"
    if known.is_stretch and meaning.years:
        return reckon.shift_years(known.written[:4], meaning.years) if known.written else None
    here = known.spoken if known.spoken and reckon.is_quarter(known.spoken) and is_over(known.spoken, known) else None
    spoken = here or known.quarter
    return reckon.shift_years(spoken, meaning.years) if spoken else None


@resolve.register
def _(meaning: Shifted, known: Known) -> str | None:
    base = known.said if counts_from_saying(meaning, known) else known.base(meaning.base)
    if meaning.base == "either" and base and not reckon.is_as_fine_as(base, meaning.unit):
        base = known.written
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
    if meaning.unit == "year" and known.is_stretch and known.written and meaning.count == -1:
        return reckon.shift_years(known.written[:4], meaning.count)
    if meaning.unit == "year" and known.quarter and _speaks_of_quarter(known):
        return reckon.shift_years(known.quarter, meaning.count)
    base = known.base(meaning.base)
    if base is None:
        return None
    first = bounds(base)[0]
    if first is None or not reckon.is_as_fine_as(base, reckon.grain_of(meaning.unit, meaning.count)):
        if meaning.unit == "year":
            return reckon.shift_years(base, meaning.count)
        return reckon.step_from_month(base, meaning.unit, meaning.count)
    exact = reckon.step_to_day(first, meaning.unit, meaning.count) if meaning.is_exact and len(base) == 10 else None
    return exact or reckon.step_away(first, meaning.unit, meaning.count)


@resolve.register
def _(meaning: DayOfSpoken, known: Known) -> str | None:
    """In the month last spoken of; not before the day last spoken of."""
    base = known.base("spoken")
    if base is None or precision(base) not in ("day", "month"):
        return None
    value, first = f"{base[:7]}-{meaning.day:02}", bounds(base)[0]
    day = bounds(value)[0] if is_valid(value) else None
    return value if day and first and day >= first else None


def _speaks_of_quarter(known: Known) -> bool:
    """Whether a year is stepped over from one quarter to the same one: "in the third quarter … a year earlier"."""
    return known.spoken is None or reckon.is_quarter(known.spoken)


@resolve.register
def _(meaning: Recurring, known: Known) -> str | None:
    return find_apposed(meaning, known) or _resolve_recurring(meaning, known)


def _resolve_recurring(meaning: Recurring, known: Known) -> str | None:
    """The one that is meant, if no date right before it tells that."""
    if known.planned or meaning.pull in ("previous", "following", "that"):
        return _resolve_behind(meaning, known.planned) if known.planned else _resolve_from_spoken(meaning, known)
    first = bounds(known.written)[0] if known.written else None
    if known.written is None or first is None:
        return recurring.without_year(meaning)
    if meaning.year_shift is not None or meaning.week_shift is not None:
        return _resolve_in_week(meaning, known, first) or recurring.in_year(
            meaning, first.year + (meaning.year_shift or 0)
        )
    if not reckon.is_as_fine_as(known.written, "day" if meaning.day or meaning.weekday is not None else "month"):
        return _resolve_about(meaning, known)
    if known.is_appointed and not meaning.pull and meaning.month is not None:
        return recurring.nearest(meaning, first, 1)
    tense = known.expression.tense if known.expression and not meaning.pull else ""
    return find_next_of_story(meaning, known) or recurring.likeliest(meaning, first, tense)


def _resolve_about(meaning: Recurring, known: Known) -> str | None:
    """By a day of writing of which only month or year is known: the year that is known, or the likeliest around it.

    In the month of writing itself, and where only the year is known, the one of that year is meant whatever the tense.
    """
    first, last = bounds(known.written) if known.written else (None, None)
    if first is None or last is None or meaning.weekday is not None:
        return recurring.without_year(meaning)
    if precision(known.written or "") == "year" or meaning.month == first.month:
        return recurring.in_year(meaning, first.year) or recurring.without_year(meaning)
    tense = known.expression.tense if known.expression and not meaning.pull else ""
    return recurring.likeliest(meaning, first if tense == "future" else last, tense)


def _resolve_behind(meaning: Recurring, planned: str) -> str | None:
    """What was planned then: the first one that is not over; a weekday is not that day itself."""
    last = bounds(planned)[1]
    behind = replace(meaning, pull="next") if meaning.month is None else meaning
    return recurring.nearest(behind, last, 1) if last else None


def _resolve_from_spoken(meaning: Recurring, known: Known) -> str | None:
    """`the previous Friday`, `that August`: from the date last spoken of."""
    if meaning.pull == "that":
        return recurring.in_year(meaning, known.year) if known.year else None
    spoken = known.base("spoken")
    if spoken is None or precision(spoken) != "day":
        return None
    day = bounds(spoken)[0]
    if day is None:
        return None
    step = -1 if meaning.pull == "previous" else 1
    return recurring.nearest(meaning, day + timedelta(days=step), step)


def _resolve_in_week(meaning: Recurring, known: Known, written: date) -> str | None:
    """`Tuesday of last week`."""
    if known.written is None or precision(known.written) != "day" or meaning.weekday is None:
        return None
    monday = written - timedelta(days=written.weekday())
    return reckon.day_text(monday + timedelta(days=7 * (meaning.week_shift or 0) + meaning.weekday))
