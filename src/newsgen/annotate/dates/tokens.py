"""The words and numbers of a text, each with its kind: what the rules of dates are written in.

Each kind has one character, so that a text is a string of kinds and a rule a regular expression over it. Rules name
the kinds in words; `compile_pattern` puts the characters in.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from newsgen.lexicon.calendar import Calendar

# matches: 2024-05-15
# matches: 15/05/2024
# matches: 1990s
# matches: ’90s
# matches: 15th
# matches: 1,000
# matches: week-end
# matches: Niamey
_TOKEN = re.compile(
    r"((?:[Ww]eek-end|[Ff]in de semana)(?!\w)"
    r"|[^\W\d]\w*"
    r"|(?=\d)(?:\d{4}-\d\d-\d\d(?!\d)|\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d\d)(?![\d/])"
    r"|\d{4}['’]?s\b|\d+(?:[.,]\d+)+|\w+)"
    r"|[^\w\s'’]"
    r"|['’](?:\d0s\b)?"
    r"|\n\n)"
)

# matches: 15th
# matches: 1er
# not: 151
_ORDINAL = re.compile(r"^(\d{1,2})(?:st|nd|rd|th|er|ère|º|°)$", re.IGNORECASE)

# matches: 199
# not: 1a
_DIGITS = re.compile(r"^[0-9]+$")

# matches: Q3
# not: Q5
_QUARTER = re.compile(r"^[QT]([1-4])$")

# matches: H1
# matches: 2H
# not: H3
_HALF = re.compile(r"^(?:H([12])|([12])H)$")

_SIGNS = {
    **dict.fromkeys("-–", "dash"),
    **dict.fromkeys("$€£", "money"),
    **dict.fromkeys("'’", "apostrophe"),
    ",": "comma",
    ".": "dot",
    "/": "stroke",
    "%": "percent",
    "—": "long-dash",
    "(": "bracket",
    "\n\n": "break",
    "\0": "gap",
}

_GAP = "\0"
"""Stands for what was not looked at."""

_KINDS = (
    *("month", "month-unsure", "month-short", "weekday", "weekday-short", "season", "unit", "period", "count", "one"),
    *("ordinal", "decade-word", "last", "last-after", "past", "next", "next-after", "coming", "this", "that"),
    *("current", "latest", "same", "previous", "previous-after", "following", "following-after", "ago", "ago-before"),
    *(
        "il",
        "at",
        "for",
        "there",
        "neighbour",
        "earlier",
        "later",
        "earlier-than",
        "later-than",
        "more",
        "before",
        "beside",
        "deictic",
    ),
    *("deictic-capital", "hui", "part", "thousand", "full", "ended", "ends", "came", "eve", "overnight", "que", "both"),
    *("daypart", "of", "the", "in", "by", "until", "from", "between", "and", "to", "about", "every", "fiscal"),
    *("possessive", "counted", "name-before", "name-after", "iso", "numeric", "decade", "dayth", "day", "number"),
    *("year", "quarter", "half", "s", "name", "word", "sign", *dict.fromkeys(_SIGNS.values())),
)

_CODES = {kind: chr(0x100 + index) for index, kind in enumerate(_KINDS)}

_MACROS = {
    "MONTH": "(month|month-unsure|month-short dot?)",
    "NAMED": "(month|month-unsure)",
    "WEEKDAY": "(weekday|weekday-short dot?)",
    "DAY": "(day|dayth)",
    "COUNT": "(count|one|day|number)",
    "TO": "(dash|long-dash|to|until)",
    "OF": "(of apostrophe?)",
    "THE": "(the apostrophe?)",
    "SPELT": "(count count (dash? (count|one))?|count thousand (and? (count|one))?)",
    "YEAR": "(comma? OF? (year|SPELT))",
    "PART": "(THE? part (dash|OF)? THE?)",
    "TURNED": "(last|this|next|current)",
    "AFTER": "(last-after|que? next-after)",
    "NTH": "((ordinal|dayth) dash? unit)",
}
"""Names in capitals for what many patterns share."""

# matches: month-unsure
_NAME = re.compile(r"[A-Z]+|[a-z]+(?:-[a-z]+)*")


class Token(NamedTuple):
    """A word, number or mark."""

    start: int
    end: int
    kind: str
    """Name of its kind."""
    value: str
    """What it counts, for kinds that count."""
    text: str
    """As written."""


class TokenText:
    """The stretches of a text that may tell a time, as tokens.

    Most words have nothing to do with time: only those about a core word of time or a digit are looked at, and of
    these each is made a token only when it is asked for. A sign of its own kind stands between two stretches.
    """

    __slots__ = ("_made", "_read", "_starts", "_texts", "kinds")

    def __init__(self, text: str, start: int, calendar: Calendar, language: str) -> None:
        """Splits the text from `start` on."""
        self._read, tell_code = _make_readers(calendar, language)
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._made: dict[int, Token] = {}
        for first, last in _list_stretches(text, start, calendar.core(language)):
            pieces = _TOKEN.split(text[first:last])  # what lies between, token, what lies between, …
            self._texts += pieces[1::2]
            self._texts.append(_GAP)
            self._starts += list(accumulate(map(len, pieces), initial=first))[1::2]
        self.kinds = "".join(map(tell_code, self._texts))
        """One character a token."""

    def __getitem__(self, index: int) -> Token:
        """The token with that number."""
        made = self._made.get(index)
        if made is None:
            start, text = self._starts[index], self._texts[index]
            made = self._made[index] = Token(start, start + len(text), *self._read(text), text)
        return made

    def between(self, first: int, last: int) -> list[Token]:
        """The tokens from the first up to but without the last number."""
        return [self[index] for index in range(first, last)]


def _list_stretches(text: str, start: int, core: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Spans of the text about core words of time, in order and apart."""
    first = last = start
    for found in core.finditer(text, start):
        near, far = found.start() - _MARGIN, found.end() + _MARGIN
        if near > last:
            if last > first:
                yield first, last
            first = max(text.rfind(" ", last, near), last)
        if far > last:
            last = text.find(" ", far)
            last = len(text) if last < 0 else last
    if last > first:
        yield first, last


_MARGIN = 40
"""Characters to either side of a core word within which everything stands that belongs to its expression."""


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression over kinds that a pattern in words stands for: `month day comma? year`."""
    while any(character.isupper() for character in pattern):
        pattern = _NAME.sub(lambda name: name[0] if name[0].islower() else _MACROS[name[0]], pattern)
    coded = _NAME.sub(lambda name: _CODES[name[0]], pattern)
    return re.compile(coded.replace(" ", "").replace("(", "(?:"))


def find_starts(pattern: re.Pattern[str]) -> frozenset[str]:
    """The codes that what a compiled pattern matches may begin with."""
    return frozenset(_read_group(list(reversed(pattern.pattern.replace("(?:", "("))))[0])


def _read_group(signs: list[str]) -> tuple[set[str], bool]:
    """The codes that a group may begin with, and whether it may be empty; its signs are taken off the end."""
    starts: set[str] = set()
    may_be_empty, is_open = False, True
    while signs and (sign := signs.pop()) != ")":
        if sign == "|":
            may_be_empty, is_open = may_be_empty or is_open, True
            continue
        codes, is_optional = _read_group(signs) if sign == "(" else ({sign}, False)
        if signs and signs[-1] == "?":
            is_optional = bool(signs.pop())
        if is_open:
            starts |= codes
            is_open = is_optional
    return starts, may_be_empty or is_open


def codes_of(kinds: str) -> str:
    """A character class of the kinds, named in words; it matches nothing if there are none."""
    return "[" + "".join(_CODES[kind] for kind in kinds.split()) + "]" if kinds else "(?!)"


@lru_cache(maxsize=8)
def _make_readers(calendar: Calendar, language: str) -> tuple[Callable[[str], tuple[str, str]], Callable[[str], str]]:
    """What tells kind and value of a token, and what tells its code; both remember, since words come again."""

    @lru_cache(maxsize=1 << 16)
    def read(surface: str) -> tuple[str, str]:
        return _find_kind(calendar, language, surface)

    @lru_cache(maxsize=1 << 16)
    def tell_code(surface: str) -> str:
        return _CODES[read(surface)[0]]

    return read, tell_code


def _find_kind(calendar: Calendar, language: str, surface: str) -> tuple[str, str]:
    """Kind and value of a token."""
    first = surface[0]
    half = _HALF.match(surface)
    if half:
        return "half", half[1] or half[2]
    if first.isdigit() or (first in "'’" and len(surface) > 1):
        return _find_number_kind(surface)
    if surface in _SIGNS:
        return _SIGNS[surface], ""
    if not first.isalpha():
        return "sign", ""
    quarter = _QUARTER.match(surface)
    if quarter:
        return "quarter", quarter[1]
    return _find_word_kind(calendar, language, surface)


def _find_word_kind(calendar: Calendar, language: str, surface: str) -> tuple[str, str]:
    """Kind and value of a word."""
    found = calendar.look_up(surface.replace(" ", "_"), language)
    if found is None:
        return ("s" if surface == "s" else "name" if surface[0].isupper() else "word"), ""
    kind, value = found
    if kind in ("month-unsure", "month-short", "weekday-short") and language == "en" and surface[0].islower():
        return "word", ""
    if kind == "deictic" and surface.istitle():
        return "deictic-capital", value  # begins a sentence, or ends a name: "USA Today"
    if kind == "month" and language != "en" and surface[0].isupper():
        return "month-short", value  # a name as often as not ("Plaza de Mayo"): it needs a day or year beside it
    return kind, value


def _find_number_kind(surface: str) -> tuple[str, str]:
    """Kind and value of what begins with a digit, or is a short decade."""
    if surface.endswith("s"):
        return _find_decade_kind(surface)
    ordinal = _ORDINAL.match(surface)
    if ordinal:
        return "dayth", ordinal[1]
    if not _DIGITS.match(surface):
        return _find_compound_kind(surface)
    if len(surface) == 4 and 1400 <= int(surface) <= 2199:
        return "year", surface
    return ("day" if len(surface) <= 2 and 1 <= int(surface) <= 31 else "number"), surface[:9]


def _find_decade_kind(surface: str) -> tuple[str, str]:
    """`1990s` is a decade, and so is `’90s`; `1995s` and `737s` are none."""
    digits = "".join(sign for sign in surface if sign.isdigit())
    if surface[0] in "'’":
        return "decade", f"19{digits[0]}X"
    return ("decade", f"{digits[:3]}X") if len(digits) == 4 and digits[3] == "0" and digits > "1400" else ("word", "")


def _find_compound_kind(surface: str) -> tuple[str, str]:
    """A date in digits, or a number with separators."""
    if surface[4:5] == "-":
        return "iso", surface
    marks = surface.count("/") + surface.count(".")
    return ("numeric", surface) if marks == 2 and "," not in surface else ("number", "")
