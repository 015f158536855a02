"""Dates in the words of a language: as sure and as fine as their EDTF values, and no more."""

from collections.abc import Mapping
from typing import Protocol

from newsgen import edtf
from newsgen.edtf import Point
from newsgen.language.conventions import Conventions

_SEASONS = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "first-quarter",
    "34": "second-quarter",
    "35": "third-quarter",
    "36": "fourth-quarter",
}
_WINTER = "24"
_QUALIFIERS = {"~": "about", "?": "perhaps", "%": "perhaps-about"}


class Sayer(Protocol):
    """What is asked of the words of a language."""

    conventions: Conventions

    def say(self, key: str, /, **values: str | int) -> str:
        """The text of a key."""


def tell_date(words: Sayer, value: str) -> str:
    """A date in words: `15 May 2024`, `about January 2024`, `15–19 May 2024`, `15 May, year unknown`."""
    parsed = edtf.parse(value)
    begin, end = parsed.begin, parsed.end
    if isinstance(begin, Point):
        if end is None:
            return _tell_point(words, begin)
        if isinstance(end, Point):
            return _tell_interval(words, begin, end)
        return _wrap(words, "since" if end == ".." else "end-unknown", begin)
    assert isinstance(end, Point)
    return _wrap(words, "until" if begin == ".." else "beginning-unknown", end)


def _wrap(words: Sayer, name: str, point: Point) -> str:
    """A date within a text of the catalogue, which may be another for a day: `le 15 mai`."""
    day = "-day" if not point.qualifier and _has_day(point) else ""
    return words.say(f"date.{name}{day}", date=_tell_point(words, point))


def _tell_point(words: Sayer, point: Point) -> str:
    """One date in words."""
    return _qualify(words, point, _tell_plain(words, point))


def _qualify(words: Sayer, point: Point, text: str) -> str:
    """The words of a date with what qualifies it."""
    if point.qualifier not in _QUALIFIERS:
        return text
    day = "-day" if _has_day(point) else ""
    return words.say(f"date.{_QUALIFIERS[point.qualifier]}{day}", date=text)


def _has_day(point: Point) -> bool:
    return point.day not in ("", "XX")


def _tell_plain(words: Sayer, point: Point) -> str:
    """One date in words, without what qualifies it."""
    if point.year == "XXXX":
        within = _tell_within(words, point)
        return words.say("date.year-unknown", date=within) if within else words.say("date.only-year-unknown")
    if point.month in _SEASONS:
        return _tell_season(words, point)
    year = _tell_year(words, point.year)
    if point.month in ("", "XX"):
        return year
    if _has_day(point):
        return _fill(words, words.conventions.day, point, day=_tell_day(words, point), year=year)
    month = _fill(words, words.conventions.month, point, year=year)
    return words.say("date.some-day", month=month) if point.day == "XX" else month


def _tell_within(words: Sayer, point: Point) -> str:
    """A date in words without its year; empty if it has no more than that."""
    if point.month in _SEASONS:
        return words.say(f"date.{_SEASONS[point.month]}")
    if point.month in ("", "XX"):
        return ""
    if _has_day(point):
        return _fill(words, words.conventions.day_of_year, point, day=_tell_day(words, point))
    month = words.conventions.months_alone[int(point.month) - 1]
    return words.say("date.some-day", month=month) if point.day == "XX" else month


def _tell_season(words: Sayer, point: Point) -> str:
    """A season or quarter of a year; winter has two."""
    year = _tell_year(words, point.year)
    if point.month == _WINTER:
        year += f"–{(int(point.year) + 1) % 100:02}"
    form = "season" if point.month <= _WINTER else "quarter"
    return words.say(f"date.{form}", season=words.say(f"date.{_SEASONS[point.month]}"), year=year)


def _tell_year(words: Sayer, year: str) -> str:
    """`2024`, `the 2020s`, `1900–1999`."""
    if year.endswith("XX"):
        return f"{int(year[:2] + '00')}–{int(year[:2] + '99')}"
    return words.say("date.decade", year=str(int(year[:3] + "0"))) if year.endswith("X") else str(int(year))


def _tell_day(words: Sayer, point: Point) -> str:
    """The number of a day, of which the first is an ordinal in some languages: `1er`."""
    return words.say("date.first-day") if point.day == "01" else str(int(point.day))


def _fill(words: Sayer, pattern: str, point: Point, **fields: str) -> str:
    """A pattern of CLDR with the fields of a date."""
    month = int(point.month)
    values: Mapping[str, str] = {
        "month": words.conventions.months[month - 1],
        "alone": words.conventions.months_alone[month - 1],
        "number": str(month),
        **fields,
    }
    return pattern.format_map(values)


def _tell_interval(words: Sayer, begin: Point, end: Point) -> str:
    """Two dates in words; what they share is said once, as far as the language puts it last."""
    if begin.qualifier != end.qualifier:
        return f"{_tell_point(words, begin)} – {_tell_point(words, end)}"
    return _qualify(words, begin, _tell_stretch(words, begin, end))


def _tell_stretch(words: Sayer, begin: Point, end: Point) -> str:
    """An interval without what qualifies it."""
    if begin.year == end.year and begin.month and _ends_in_year(words):
        if begin.month == end.month and _has_day(begin) and _has_day(end):
            return _tell_days(words, begin, end)
        within = _tell_within(words, begin) if begin.month != _WINTER else ""
        if within:
            return _dash(within, _tell_within(words, end), _tell_plain(words, end))
    left, right = _tell_plain(words, begin), _tell_plain(words, end)
    return _dash(left, right, right)


def _ends_in_year(words: Sayer) -> bool:
    """Whether the language writes the year behind the month."""
    pattern = words.conventions.day
    return pattern.find("{year}") > pattern.find("{day}")


def _tell_days(words: Sayer, begin: Point, end: Point) -> str:
    """Two days of one month: `15–19 May 2024`."""
    days = f"{_tell_day(words, begin)}–{_tell_day(words, end)}"
    if begin.year == "XXXX":
        return words.say("date.year-unknown", date=_fill(words, words.conventions.day_of_year, begin, day=days))
    return _fill(words, words.conventions.day, begin, day=days, year=_tell_year(words, begin.year))


def _dash(left: str, kernel: str, right: str) -> str:
    """Both sides of an interval, apart where one has more than a word; `kernel` is the right one without its year."""
    return f"{left} – {right}" if " " in left or " " in kernel else f"{left}–{right}"
