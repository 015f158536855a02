"""Stamps: lines and values that consist of a date, with or without weekday, time and zone.

A stamp gives a day at the finest; its time of day and zone are left out, never reckoned with.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from newsgen import edtf
from newsgen.lexicon import Lexicon
from newsgen.lexicon.desk import fold

MAX_STAMP = 80
"""Characters; no date is longer."""

# matches: 2024-03-18T14:05:00+01:00
# matches: 2024/3/18
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
# matches: 12/03/2024
# matches: 12.03.24
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
# matches: 14:05:00.000Z
# matches: 10.20 BST
# matches: 14h05
# matches: 8 h 30
# matches: 2 p.m.
# matches: 5:30 a. m.
# matches: 14:05:00+01:00
# matches: UTC+2
_TIME = re.compile(
    r"(?:\bT|\b)\d{1,2}(?:[:.]| ?[hH] ?)\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.? ?m\b\.?)?"
    r"(?:Z\b|\s?[+-]\d{2}:?\d{2}\b)?"
    r"|\b\d{1,2} ?(?:[ap]\.? ?m\b\.?|h\b|hrs\b)|\b(?:UTC|GMT) ?[+-] ?\d{1,2}\b|\b\d{4} ?(?:GMT|UTC|hrs)\b",
    re.I,
)
# matches: 3 hours ago
# not: 12 ago
_AGO = re.compile(r"[^\W\d]\s+ago\W*$", re.I)
# matches: 12 mars
_WORD = re.compile(r"[^\W\d_]+|\d+")
# matches: 14h05 le samedi
# not: 2 p.m.
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
# matches: , ( | -
# not: & Co
_BETWEEN = re.compile(r"^[\s,.;:|()\[\]/•·*_'’–—-]*$")


# matches: 14 May
_DIGIT = re.compile(r"\d")
_HEAD = 24
"""Characters in which the first number of a date shows."""


class Stamp(NamedTuple):
    """The date of a stamp."""

    date: str
    """EDTF; the year `XXXX` where it is not given; only the year where day and month may be taken for each other."""
    readings: tuple[str, ...] = ()
    """Of a date such as 12/03/2024: both days, day first and month first."""
    weekday: int | None = None
    """0 for Monday … 6 for Sunday, where it is named."""
    day_first: bool | None = None
    """Of a date such as 25/03/2024 that can be read in one way only: whether the day comes first."""


@lru_cache(maxsize=1 << 11)
def read_stamp(text: str, lexicon: Lexicon) -> Stamp | None:
    """The date that the text consists of, or None if it is anything else, or more than that; remembered, since several
    rules ask it of the same line."""
    if len(text) > MAX_STAMP or not _DIGIT.search(text) or not _may_be_words(text, lexicon) or _AGO.search(text):
        return None
    for pattern, read in ((_YEAR_FIRST, _read_year_first), (_YEAR_LAST, _read_year_last)):
        match = pattern.search(text)
        if match:
            rest = _read_words(f"{text[: match.start()]} {text[match.end() :]}", lexicon)
            stamp = read(match)
            return stamp._replace(weekday=rest.weekday) if stamp and rest and not rest.has_date else None
    words = _read_words(text, lexicon)
    return words.stamp() if words else None


def find_stamp(text: str, lexicon: Lexicon) -> Stamp | None:
    """The first date with day, month and year that stands anywhere in the text, whatever else does."""
    for match in _FULL_DATE.finditer(text):
        stamp = read_stamp(match.group(), lexicon)
        if stamp and not stamp.date.startswith("XXXX"):
            return stamp
    return None


# matches: ALERT 31 OCTOBER 2025 3 minutes
# matches: All News 11:52 October 22, 2025
# matches: Par Jeanne Dupont - 22 Nov 2024
# matches: 20 de abril de 2023 00:04
# matches: 11/21/2024November 21, 2024
# not: 12 people in 2024
_FULL_DATE = re.compile(
    r"(?<![\d/])\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:del?\s)?(?:19|20)\d\d(?!\d)"
    r"|[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d(?!\d)"
    r"|(?<![\d/.-])(?:\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([/.-])\d{1,2}\2\d{1,2})(?![\d/-])"
)


def has_digit(text: str) -> bool:
    """Whether a digit stands anywhere in the text, as it does in every stamp."""
    return _DIGIT.search(text) is not None


def may_begin_stamp(text: str, lexicon: Lexicon) -> bool:
    """Whether the first word is a number, month or weekday, and a number follows soon."""
    if not _DIGIT.search(text, 0, _HEAD):
        return False
    first = text.split(maxsplit=1)[0].strip(",.")
    calendar = lexicon.calendar
    return bool(first) and (
        first[0].isdigit() or calendar.month(first) is not None or calendar.weekday(first) is not None
    )


def is_impossible(text: str, lexicon: Lexicon) -> bool:
    """Whether the text is a date by its words, of a day that no calendar has: `Feb 30`."""
    if len(text) > MAX_STAMP or not _DIGIT.search(text):
        return False
    words = _read_words(text, lexicon)
    return words is not None and words.month is not None and words.day is not None and words.stamp() is None


def read_value(text: str, lexicon: Lexicon) -> str | None:
    """The EDTF date that a value of front matter means; None if it means none."""
    text = text.strip()
    if edtf.is_valid(text):
        return text
    stamp = read_stamp(text, lexicon)
    return stamp.date if stamp else None


def is_time(text: str, lexicon: Lexicon) -> bool:
    """Whether the text is only a time of day, with or without its zone: `14:32 GMT`."""
    if len(text) > MAX_STAMP or not _TIME.search(text):
        return False
    fillers = lexicon.desk.cues["stamp.filler"]
    return all(fold(word) in fillers for word in _TIME.sub(" ", text).strip(" ,.;:|()").split())


class _Words(NamedTuple):
    """What the words of a stamp say."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def has_date(self) -> bool:
        return (self.year, self.month, self.day) != (None, None, None)

    def stamp(self) -> Stamp | None:
        """The date; a month is needed, and a day or a year beside it."""
        if self.month is None or (self.day is None and self.year is None):
            return None
        year = "XXXX" if self.year is None else f"{self.year:04}"
        date = f"{year}-{self.month:02}" + ("" if self.day is None else f"-{self.day:02}")
        return Stamp(date, (), self.weekday) if edtf.is_valid(date) else None


def _read_words(text: str, lexicon: Lexicon) -> _Words | None:
    """What the words say, each thing once; None if any word is not of a date or time."""
    if not _may_be_words(text, lexicon):
        return None
    text = _TIME.sub(" ", text)
    if not _BETWEEN.match(_WORD.sub("", text)):
        return None
    found = _Words()
    for word in _WORD.findall(text):
        taken = _take_number(found, word) if word.isdecimal() else _take_word(found, word, lexicon)
        if taken is None:
            return None
        found = taken
    return found


def _may_be_words(text: str, lexicon: Lexicon) -> bool:
    """Whether the first long word may be one of a date or time: mostly it is none, and tells it of them all."""
    first = _LONG_WORD.search(text)
    return first is None or _take_word(_Words(), first[0], lexicon) is not None


def _take_number(found: _Words, word: str) -> _Words | None:
    number = int(word) if len(word) <= 4 else 0
    if len(word) == 4 and 1500 <= number <= 2199 and found.year is None:
        return found._replace(year=number)
    if len(word) <= 2 and 1 <= number <= 31 and found.day is None:
        return found._replace(day=number)
    return None


def _take_word(found: _Words, word: str, lexicon: Lexicon) -> _Words | None:
    month = lexicon.calendar.month(word)
    weekday = lexicon.calendar.weekday(word)
    if month is not None and found.month is None:
        return found._replace(month=month)
    if month is not None and weekday is None and found.weekday is None:
        # "mar 12 mars": what was taken for a month is the weekday
        return found._replace(month=month, weekday=1) if found.month == 3 else None
    if weekday is not None and found.weekday is None:
        return found._replace(weekday=weekday)
    return found if fold(word) in lexicon.desk.cues["stamp.filler"] else None


def _read_year_first(match: re.Match[str]) -> Stamp | None:
    date = f"{match[1]}-{int(match[3]):02}-{int(match[4]):02}"
    return Stamp(date) if edtf.is_valid(date) else None


def _read_year_last(match: re.Match[str]) -> Stamp | None:
    """Day first or month first: whichever is possible; only the year if both are."""
    first, second = int(match[1]), int(match[3])
    year = match[4] if len(match[4]) == 4 else ("20" if int(match[4]) < 70 else "19") + match[4]
    day_first, month_first = f"{year}-{second:02}-{first:02}", f"{year}-{first:02}-{second:02}"
    possible = tuple(date for date in dict.fromkeys((day_first, month_first)) if edtf.is_valid(date))
    if match[2] == "." and day_first in possible:
        return Stamp(day_first)
    if len(possible) == 2:
        return Stamp(year, possible)
    if not possible or first == second:
        return Stamp(possible[0]) if possible else None
    return Stamp(possible[0], day_first=possible[0] == day_first)
