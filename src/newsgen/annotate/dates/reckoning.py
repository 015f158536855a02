"""Reckoning with days, months, quarters and years, in EDTF; None where a step leaves the years 1 to 9999."""

from datetime import date, timedelta

from newsgen.annotate.dates.meanings import Unit
from newsgen.edtf import Edtf, Point, Precision, bounds, format_edtf, is_valid, parse, precision

_GRAINS = (
    ("day", "weekend"),
    ("week",),
    ("month",),
    ("season", "quarter", "half"),
    ("year",),
    ("decade",),
    ("century",),
    ("unknown",),
)
_FINENESS = {grain: rank for rank, grains in enumerate(_GRAINS) for grain in grains}
"""0 is the finest."""

_PLAIN_AND_LEAP = ("2001", "2004")
"""A year without and one with a 29 February, not beside each other."""


def is_as_fine_as(value: str, unit: Unit | Precision) -> bool:
    """Whether a date is known well enough to count this unit from it; a week is known from its interval."""
    grain = precision(value)
    if grain == "interval":
        first, last = bounds(value)
        return unit not in ("day", "weekend") and first is not None and last is not None and (last - first).days < 7
    return _FINENESS[grain] <= _FINENESS[unit]


def day_text(day: date) -> str:
    """`2024-05-15`."""
    return day.isoformat()


def approximate(value: str) -> str:
    """The date marked as approximate; a day stays itself, since "early Tuesday" is still Tuesday."""
    return "/".join(end if end in ("", "..") or precision(end) == "day" else mark(end) for end in value.split("/"))


def mark(end: str) -> str:
    """The date with the mark of an approximate one."""
    return end if end[-1] in "?~%" else f"{end}~"


def interval(begin: str, end: str) -> str | None:
    """From the one to the other, if they follow each other."""
    joined = f"{begin}/{end}"
    return joined if "/" not in begin and "/" not in end and is_valid(joined) else None


def period(inside: date, unit: Unit, count: int) -> str | None:
    """The whole unit, `count` ones from that which holds the day."""
    if unit in ("day", "week", "weekend"):
        return _period_of_days(inside, unit, count)
    if unit in ("month", "quarter"):
        size = 1 if unit == "month" else 3
        year, month = divmod(inside.year * 12 + inside.month - 1 + size * count, 12)
        part = month + 1 if unit == "month" else 33 + month // 3
        return f"{year:04}-{part:02}" if 1 <= year <= 9999 else None
    return _period_of_years(inside.year, unit, count)


def step_away(day: date, unit: Unit, count: int) -> str | None:
    """The date about so far away, as fine as such words are meant."""
    if unit == "day":
        return period(day, unit, count)
    text = period(day, unit, count)
    if unit == "year" and abs(count) == 1:
        text = period(day, "month", 12 * count)
    return "/".join(map(mark, text.split("/"))) if text else None


def step_to_day(day: date, unit: Unit, count: int) -> str | None:
    """The same day of the month or week so far away; None where there is none."""
    if unit in ("day", "week"):
        return period(day, "day", count * (7 if unit == "week" else 1))
    month = period(day, "month", count * (12 if unit == "year" else 1)) if unit in ("month", "year") else None
    text = f"{month}-{day.day:02}" if month else ""
    return text if is_valid(text) else None


def step_from_month(value: str, unit: Unit, count: int) -> str | None:
    """The months in which a day lies that is so many days or weeks from one of that month."""
    if precision(value) != "month" or unit not in ("day", "week"):
        return None
    days = count * (7 if unit == "week" else 1)
    months = [period(move(day, days), "month", 0) for day in bounds(value) if day]
    if len(months) != 2 or months[0] is None or months[1] is None:
        return None
    return months[0] if months[0] == months[1] else interval(months[0], months[1])


def nth_of_month(month: str, nth: int, weekday: int | None) -> str | None:
    """The weekday that is the nth in the month, -1 for the last; without a weekday about the nth seven days."""
    first, last = bounds(month)
    if first is None or last is None or precision(month) != "month":
        return None
    edge = move(last, -6) if nth < 0 else move(first, 7 * (nth - 1))
    if weekday is None:
        end = min(move(edge, 6), last)
        return interval(mark(day_text(edge)), mark(day_text(end))) if edge <= last else None
    day = nearest_weekday(weekday, edge, 1)
    return day if day and day <= day_text(last) else None


def grain_of(unit: Unit, count: int) -> Unit:
    """How finely the base of such a distance must be known."""
    return "month" if unit == "year" and abs(count) == 1 else unit


def shift_years(value: str, years: int) -> str | None:
    """The same date so many years from it; a day is about its month, since such words mean no day."""
    begin = parse(value).begin
    if parse(value).end is not None or not isinstance(begin, Point) or "X" in begin.year:
        return None
    year = int(begin.year) + years
    if not 1 <= year <= 9999:
        return None
    if begin.day:
        return f"{year:04}-{begin.month}~" if years else value
    return format_edtf(Edtf(begin=Point(year=f"{year:04}", month=begin.month, qualifier=begin.qualifier)))


def full_year(year: int, written: str | None) -> int | None:
    """The year that two digits stand for: the one nearest to that of writing; others are full as they are."""
    if year >= 100:
        return year
    now = bounds(written)[0] if written else None
    if now is None:
        return None
    return min((now.year // 100 * 100 + shift + year for shift in (-100, 0, 100)), key=lambda y: abs(y - now.year))


def is_quarter(value: str) -> bool:
    """Whether the date is a quarter, not a season of nature."""
    return precision(value) == "season" and int(value[5:7]) >= 33


def nearest_weekday(weekday: int | None, day: date, step: int) -> str | None:
    """The day itself or the nearest one before or after it with that weekday."""
    if weekday is None:
        return None
    return day_text(move(day, step * ((step * (weekday - day.weekday())) % 7)))


def move(day: date, days: int) -> date:
    """So many days away; the first or last day of all where there is none."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def neighbour_day(open_day: str, days: int) -> str | None:
    """The day so many days from one of an unknown year, if it is the same in every year; never across a year's end."""
    here = [open_day.replace("XXXX", year) for year in _PLAIN_AND_LEAP]
    there = {period(date.fromisoformat(day), "day", days) for day in here if is_valid(day)}
    found = {f"XXXX{day[4:]}" if day and day[:4] in _PLAIN_AND_LEAP else None for day in there}
    return found.pop() if len(found) == 1 else None


def _period_of_days(inside: date, unit: Unit, count: int) -> str | None:
    """A day, week or weekend."""
    try:
        if unit == "day":
            return day_text(inside + timedelta(days=count))
        monday = inside - timedelta(days=inside.weekday()) + timedelta(days=7 * count)
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return f"{day_text(first)}/{day_text(monday + timedelta(days=6))}"
    except OverflowError:
        return None


def _period_of_years(year: int, unit: Unit, count: int) -> str | None:
    """A year, decade or century."""
    size = {"decade": 10, "century": 100}.get(unit, 1)
    year += count * size
    if not 1 <= year <= 9999:
        return None
    digits = f"{year:04}"
    return {"decade": f"{digits[:3]}X", "century": f"{digits[:2]}XX"}.get(unit, digits)
