"""Dates in EDTF (ISO 8601-2): the part of levels 0 and 1 that news needs, read, printed and compared.

```
2024-05-15   2024-05   2024      a day, a month, a year
XXXX-05-15   XXXX-05             the year is not given
199X   19XX                      a decade, a century
2024-05-XX   2024-XX             the day or the month is not given
2024-21 … 2024-24                spring, summer, autumn, winter (which begins in that year)
2024-33 … 2024-36                quarters (level 2)
2024-01~   2024-01?   2024-01%   approximate, uncertain, both
2024-05-15/2024-05-19            an interval
2023-07/..   ../2024             an interval that is open at one end
2023-07/     /2024               an interval one end of which is unknown
```

Years run from 0001 to 9999. A qualifier widens nothing: `2024-01~` has the bounds of January.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from newsgen.records import Record

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "unknown"]
"""How fine a date is. A quarter counts as a season; what no year is known of is `unknown`."""

Edge = Literal["..", ""]
"""An end of an interval that is no date: open, or unknown."""

# matches: 2024-05-15
# matches: XXXX-05~
# not: 2024-5-15
_POINT = re.compile(r"^(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)$", re.ASCII)

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
"""First and last month; winter (24) runs into the next year and is reckoned apart."""

_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Point(Record):
    """One date, or one end of an interval; its parts as they are printed."""

    year: str
    """Four characters, the unspecified ones `X`."""
    month: str = ""
    """`01` to `12`, a season or quarter, `XX`, or empty."""
    day: str = ""
    """`01` to `31`, `XX`, or empty."""
    qualifier: str = ""
    """`?`, `~`, `%`, or empty."""


class Edtf(Record):
    """A date or an interval."""

    begin: Point | Edge
    """The date itself where there is no interval."""
    end: Point | Edge | None = None
    """None where there is no interval."""


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """The date that the text writes; raises ValueError, with a sentence for the user, if it writes none."""
    begin, slash, end = text.partition("/")
    if not slash:
        return Edtf(begin=_parse_point(text))
    interval = Edtf(begin=_parse_end(begin), end=_parse_end(end))
    if not isinstance(interval.begin, Point) and not isinstance(interval.end, Point):
        raise ValueError(f"“{text}” is no date: at least one end of an interval must be given")
    first, last = _bounds(interval)
    if first and last and first > last:
        raise ValueError(f"“{text}” is no interval: it ends before it begins")
    return interval


def format_edtf(value: Edtf) -> str:
    """The text of a date; `format_edtf(parse(text)) == text`."""
    begin = _format_end(value.begin)
    return begin if value.end is None else f"{begin}/{_format_end(value.end)}"


def is_valid(text: str) -> bool:
    """Whether the text writes a date."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def bounds(text: str) -> tuple[date | None, date | None]:
    """First and last day, both included; None for an end that is open, unknown or in an unknown year."""
    return _bounds(parse(text))


@lru_cache(maxsize=4096)
def precision(text: str) -> Precision:
    """How fine the date is."""
    value = parse(text)
    if value.end is not None or not isinstance(value.begin, Point):
        return "interval"
    return _point_precision(value.begin)


@lru_cache(maxsize=4096)
def contains(coarse: str, fine: str) -> bool:
    """Whether everything that `fine` may mean lies within `coarse`; each date contains itself.

    A winter lies in the year that it is named after. An unknown end of an interval reaches no further than
    its known one, an open end has no limit. Nothing lies in a date of an unknown year but itself.
    """
    if coarse == fine:
        return True
    outer, inner = parse(coarse), parse(fine)
    if _is_season_of(outer, inner):
        return True
    first, last = _reach(outer, bounds(coarse))
    begin, end = bounds(fine)
    if first is None and last is None:
        return False
    return (first is None or (begin is not None and first <= begin)) and (
        last is None or (end is not None and end <= last)
    )


@lru_cache(maxsize=4096)
def sort_key(text: str | None) -> tuple[int, int, int, str]:
    """Orders dates by their first day, a coarser date before those that it contains.

    An interval without a known beginning stands at its end; dates of unknown years follow all others, in the
    order of the year's days; undated comes last.
    """
    if text is None:
        return (2, 0, 0, "")
    first, last = bounds(text)
    begin, end = first or last, last or date.max
    if begin is None:
        return (1, 0, 0, text)
    return (0, begin.toordinal(), -end.toordinal(), text)


@lru_cache(maxsize=4096)
def month_key(text: str | None) -> str:
    """The listing that a date belongs to: `2024-05`, `2024` where no one month is meant, or `undated`."""
    first, last = bounds(text) if text is not None else (None, None)
    if first is None or last is None or precision(text or "") in ("decade", "century"):
        return "undated"
    if text is not None and precision(text) == "season":
        return f"{first.year:04}"
    if first.year != last.year:
        return "undated"
    return f"{first.year:04}-{first.month:02}" if first.month == last.month else f"{first.year:04}"


def _parse_end(text: str) -> Point | Edge:
    """One end of an interval."""
    if text == "..":
        return ".."
    return _parse_point(text) if text else ""


def _parse_point(text: str) -> Point:
    """A date that is no interval; raises ValueError."""
    found = _POINT.match(text)
    if found is None or text.endswith("\n"):
        raise ValueError(f"“{text}” is no date: write it like 2024-05-15, 2024-05, 2024 or 2024-01~")
    point = Point(year=found[1], month=found[2] or "", day=found[3] or "", qualifier=found[4])
    fault = _find_fault(point)
    if fault:
        raise ValueError(f"“{text}” is no date: {fault}")
    return point


def _find_fault(point: Point) -> str | None:
    """Why there is no such date."""
    if point.year == "0000":
        return "years run from 0001 to 9999"
    if "X" in point.year and point.year != "XXXX" and point.month:
        return "a decade or century has no months"
    if point.month == "XX" and point.day not in ("", "XX"):
        return "a day needs its month"
    if point.month in ("", "XX"):
        return None
    month = int(point.month)
    if not 1 <= month <= 12:
        return _find_season_fault(point, month)
    return _find_day_fault(point, month)


def _find_season_fault(point: Point, month: int) -> str | None:
    """Why the second part is neither a month nor a season."""
    if month not in _SEASONS and month != 24:
        return f"there is no month {point.month} (21 to 24 are seasons, 33 to 36 quarters)"
    return "a season has no days" if point.day else None


def _find_day_fault(point: Point, month: int) -> str | None:
    """Why the month has no such day."""
    if point.day in ("", "XX"):
        return None
    days = 29 if point.year == "XXXX" and month == 2 else _days_in(int(point.year.replace("X", "1")), month)
    if 1 <= int(point.day) <= days:
        return None
    named = _MONTH_NAMES[month - 1] if point.year == "XXXX" else f"{_MONTH_NAMES[month - 1]} {point.year}"
    return f"{named} has {days} days"


def _days_in(year: int, month: int) -> int:
    """Number of days of the month."""
    return monthrange(year, month)[1]


def _format_end(end: Point | Edge) -> str:
    """The text of a point or an open end."""
    if not isinstance(end, Point):
        return end
    return "-".join(part for part in (end.year, end.month, end.day) if part) + end.qualifier


def _bounds(value: Edtf) -> tuple[date | None, date | None]:
    """First and last day of a parsed date."""
    end = value.begin if value.end is None else value.end
    first = _point_bounds(value.begin)[0] if isinstance(value.begin, Point) else None
    last = _point_bounds(end)[1] if isinstance(end, Point) else None
    return first, last


def _point_bounds(point: Point) -> tuple[date | None, date | None]:
    """First and last day of one point; both None if its year is unknown."""
    if point.year == "XXXX":
        return None, None
    if point.month in ("", "XX"):
        low, high = point.year.replace("X", "0"), point.year.replace("X", "9")
        return date(max(int(low), 1), 1, 1), date(int(high), 12, 31)
    year, month = int(point.year), int(point.month)
    if month > 12:
        return _season_bounds(year, month)
    if point.day in ("", "XX"):
        return date(year, month, 1), date(year, month, _days_in(year, month))
    day = date(year, month, int(point.day))
    return day, day


def _season_bounds(year: int, season: int) -> tuple[date, date]:
    """First and last day of a season, by the months of the north, or of a quarter."""
    if season == 24:
        return date(year, 12, 1), date.max if year == 9999 else date(year + 1, 3, 1) - timedelta(days=1)
    first, last = _SEASONS[season]
    return date(year, first, 1), date(year, last, _days_in(year, last))


def _point_precision(point: Point) -> Precision:
    """How fine one point is."""
    if point.year == "XXXX":
        return "unknown"
    if "X" in point.year:
        return "decade" if point.year[2] != "X" else "century"
    if point.month in ("", "XX"):
        return "year"
    if int(point.month) > 12:
        return "season"
    return "month" if point.day in ("", "XX") else "day"


def _is_season_of(outer: Edtf, inner: Edtf) -> bool:
    """Whether `inner` is a season or quarter of the year, decade or century `outer`."""
    if outer.end is not None or inner.end is not None:
        return False
    year, season = outer.begin, inner.begin
    if not (isinstance(year, Point) and isinstance(season, Point)) or year.month not in ("", "XX"):
        return False
    known = year.year.rstrip("X")
    return bool(known) and _point_precision(season) == "season" and season.year.startswith(known)


def _reach(value: Edtf, span: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    """The bounds that count for containing: those of an unknown end are its known end's."""
    first, last = span
    if value.begin == "" and isinstance(value.end, Point):
        first = _point_bounds(value.end)[0]
    if value.end == "" and isinstance(value.begin, Point):
        last = _point_bounds(value.begin)[1]
    return first, last
