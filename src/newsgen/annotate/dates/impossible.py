"""Impossible dates: days that no calendar has, and times that would end before they begin.

They have no date, so that no event is dated by a misprint; the editor is told where they stand.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from newsgen.annotate.dates.meanings import Between, Expression, Fixed, Impossible, Meaning, Recurring
from newsgen.annotate.sentences import Span
from newsgen.edtf import bounds
from newsgen.records.reading import DateMention

# matches: lasted from
# matches: a duré du
# matches: duró del
# not: far from home
_FROM = re.compile(r"\b(?:from|between|du|de|entre|del?|desde el)\s?$", re.IGNORECASE)
# matches: to
# matches: hasta el
# not: today
_TO = re.compile(r"^(?:to|until|till|and|au|à|et|al?|hasta el|y el|[–—-])$")
# matches: was moved from
# matches: brought the vote forward from
# matches: a été avancé du
# matches: fue adelantada del
_MOVED = re.compile(
    r"\b(?:mov(?:ed?|ing)|(?:brought|pushed|put) (?:\w+ ){0,3}\w+|(?:re)?schedul\w+|shift\w*|chang\w+|advanc\w+"
    r"|avanc\w+|déplac\w+|chang\w+|adelant\w+|traslad\w+|cambi\w+) \w+\s?$",
    re.IGNORECASE,
)
# matches: 19 May 2023
_WITH_YEAR = re.compile(r"\b\d{4}$")
_LOOK_BACK = 48


def find_impossible(text: str, expressions: Sequence[Expression], dates: Sequence[DateMention]) -> tuple[Span, ...]:
    """Where they stand, in order and disjoint."""
    single = ((one.start, one.end) for one in expressions if _is_impossible(one.meaning))
    return tuple(sorted({*single, *_find_reversed(text, dates)}))


def without_impossible(dates: Sequence[DateMention], spans: Sequence[Span]) -> tuple[DateMention, ...]:
    """The dates, those within the spans without a value."""
    if not spans:
        return tuple(dates)
    return tuple(
        replace(date, value=None, anchor=None)
        if any(start <= date.start and date.end <= end for start, end in spans)
        else date
        for date in dates
    )


def _is_impossible(meaning: Meaning) -> bool:
    """Whether it is a day that is none, or begins behind its end in one month: "from May 19 to May 12, 2023"."""
    if not isinstance(meaning, Between):
        return isinstance(meaning, Impossible)
    begin, end = meaning.begin, meaning.end
    if not isinstance(begin, Recurring) or not isinstance(end, Fixed) or begin.month is None or begin.day is None:
        return False
    last = bounds(end.value)[1]
    return last is not None and last.month == begin.month and last.day < begin.day


def _find_reversed(text: str, dates: Sequence[DateMention]) -> Iterator[Span]:
    """Two dates with their years, "from" the later "to" the earlier, unless something was moved so."""
    for left, right in pairwise(dates):
        if not _TO.match(text[left.end : right.start].strip()) or not (_is_full(left) and _is_full(right)):
            continue
        first, last = bounds(left.value or "")[0], bounds(right.value or "")[1]
        if first is None or last is None or first <= last:
            continue
        before = text[max(left.start - _LOOK_BACK, 0) : left.start]
        if _FROM.search(before) and not _MOVED.search(before):
            yield left.start, right.end


def _is_full(date: DateMention) -> bool:
    """Whether it has a date, and tells the year."""
    return date.value is not None and _WITH_YEAR.search(date.surface) is not None
