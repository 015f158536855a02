"""Dates as a reader meets them: words that are as sure as the date is, and what HTML's `datetime` can say of it."""

from functools import lru_cache

from newsgen import edtf
from newsgen.edtf import Point
from newsgen.records.site import Grain, ShownDate

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PARTS_OF_YEAR = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "first quarter of",
    "34": "second quarter of",
    "35": "third quarter of",
    "36": "fourth quarter of",
}
_SCALES = ((10**9, "billion"), (10**6, "million"))
_QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


@lru_cache(maxsize=4096)
def show_date(value: str, *, note: str = "") -> ShownDate:
    """A date for the page."""
    return ShownDate(text=tell(value), edtf=value, datetime=html_datetime(value), grain=_grain(value), note=note)


@lru_cache(maxsize=4096)
def tell(value: str) -> str:
    """A date in words: `15 May 2024`, `about January 2024`, `15–19 May 2024`, `15 May, year unknown`."""
    parsed = edtf.parse(value)
    begin, end = parsed.begin, parsed.end
    if isinstance(begin, Point):
        if end is None:
            return _tell_point(begin)
        if isinstance(end, Point):
            return _tell_interval(begin, end)
        return f"since {_tell_point(begin)}" if end == ".." else f"from {_tell_point(begin)}, end unknown"
    assert isinstance(end, Point)
    return f"until {_tell_point(end)}" if begin == ".." else f"until {_tell_point(end)}, beginning unknown"


def tell_number(value: int) -> str:
    """A number as newspapers write it: `1,400`, `100 million`, `1.25 billion`; exact, or else in digits."""
    for size, word in _SCALES:
        if value >= size and value * 100 % size == 0:
            return f"{value / size:.2f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{value:,}"


@lru_cache(maxsize=4096)
def html_datetime(value: str) -> str:
    """The finest value of `<time datetime>` that holds all of the date; empty if there is none."""
    point = edtf.parse(value).begin
    if isinstance(point, Point) and point.year == "XXXX" and edtf.parse(value).end is None:
        return f"{point.month}-{point.day}" if point.day not in ("", "XX") else ""
    first, last = edtf.bounds(value)
    if first is None or last is None or first.year != last.year:
        return ""
    if first == last:
        return first.isoformat()
    return first.isoformat()[: 7 if first.month == last.month else 4]


def month_title(key: str) -> str:
    """The heading of a listing: `May 2024`, `2024`, `Undated`."""
    return "Undated" if key == "undated" else tell(key)


def _grain(value: str) -> Grain:
    """How sure the date is."""
    if "XXXX" in value:
        return "unknown"
    if "~" in value or "?" in value or "%" in value:
        return "about"
    return "day" if edtf.precision(value) == "day" else "coarse"


def _tell_point(point: Point) -> str:
    """One date in words."""
    return _QUALIFIERS.get(point.qualifier, "") + _tell_plain(point)


def _tell_plain(point: Point) -> str:
    """One date in words, without what qualifies it."""
    day = str(int(point.day)) if point.day not in ("", "XX") else ""
    month = _tell_month(point.month)
    if point.year == "XXXX":
        return f"{day} {month}, year unknown".strip(" ,")
    if point.day == "XX" and month:
        month = f"a day in {month}"
    year = _tell_year(point.year)
    if month == "winter":
        year += f"–{(int(point.year) + 1) % 100:02}"
    return " ".join(part for part in (day, month, year) if part)


def _tell_month(month: str) -> str:
    """A month or season by name."""
    if month in ("", "XX"):
        return ""
    return _PARTS_OF_YEAR.get(month) or MONTHS[int(month) - 1]


def _tell_year(year: str) -> str:
    """`2024`, `the 2020s`, `1900–1999`."""
    if year.endswith("XX"):
        return f"{int(year[:2] + '00')}–{int(year[:2] + '99')}"
    return f"the {int(year[:3] + '0')}s" if year.endswith("X") else str(int(year))


def _tell_interval(begin: Point, end: Point) -> str:
    """Two dates in words; what they share is said once."""
    if begin.qualifier != end.qualifier:
        return f"{_tell_point(begin)} – {_tell_point(end)}"
    left, right = _tell_plain(begin), _tell_plain(end)
    tail = _shared_tail(begin, end)
    if tail and left.endswith(tail):
        left = left.removesuffix(tail).strip()
    dash = " – " if " " in left or (" " in right.removesuffix(tail).strip()) else "–"
    return f"{_QUALIFIERS.get(begin.qualifier, '')}{left}{dash}{right}"


def _shared_tail(begin: Point, end: Point) -> str:
    """The month and year, or the year, that both dates end with in words."""
    if begin.year != end.year or not begin.month:
        return ""
    year = " year unknown" if begin.year == "XXXX" else f" {_tell_year(begin.year)}"
    if begin.month == end.month and begin.day.isdecimal() and end.day.isdecimal():
        return f" {_tell_month(begin.month)}{',' if begin.year == 'XXXX' else ''}{year}"
    return f",{year}" if begin.year == "XXXX" else year
