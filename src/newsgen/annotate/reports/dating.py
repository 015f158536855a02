"""Dating: which dates are fine enough for a happening, and which of several in a clause count."""

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from newsgen.annotate.clauses import is_since_or_until
from newsgen.annotate.reports.context import Context
from newsgen.annotate.reports.hanging import find_beginning, find_done
from newsgen.annotate.sentences import Span
from newsgen.edtf import bounds, precision
from newsgen.records.reading import DateMention

# matches:  and the larger one, near the border, on
# matches: , of whom the first came on
# not:  and on
_JOINED = re.compile(r"(?:\b(?:and|et|y)|, (?:of )?(?:who|whom|which)\b)(?: [^\s.;]+){2}")

# matches:  and reopened
# matches: , begun on
# not:  and on
_AND_DID = re.compile(r"(?:,|\s(?:and|et|y)) (?:(?:on|le|el) )?([^\W\d]{3,})(?: (?:on|le|el))?\s*$")

# matches:  (the old port) and
# matches:  (Rome),
_BRACKETED = re.compile(r" ?\([^()]{1,80}\)(?:,| (?:and|et|y))(?: (?:on|le|el))?\s*")

# matches:  and on
# matches:  y, el
_AND = re.compile(r"\s(?:and|et|y),?\s(?:on |le |el )?")

_DAY = datetime.timedelta(days=1)

_RANK = {"day": 0, "month": 1, "season": 2, "interval": 3, "year": 4}
"""The finest first; coarser dates date no report."""

_LONGEST = 62
"""Days that an interval may last and still date one happening."""

_ANY_YEAR = "2000"
"""Has each day that there may be."""


def find_fault(date: DateMention) -> str:
    """Why the date cannot date one happening: `untold`, `coarse`; empty if it can, though its year be unknown."""
    if date.value is None:
        return "untold"
    grain = _grain(date.value)
    if grain not in _RANK:
        return "coarse"
    if grain != "interval":
        return ""
    first, last = bounds(date.value)
    return "" if first and last and (last - first).days <= _LONGEST else "coarse"


def choose_dates(indices: Sequence[int], clause: Span, context: Context) -> Iterator[int]:
    """The finest date of a clause, and those that date another happening beside it, in the order of the text."""
    finest = min(indices, key=lambda index: (_lasts(index, clause, context), *_fineness(index, context)))
    for index in indices:
        if index == finest or _dates_another(context.dates[index], context.dates[finest], clause, context):
            yield index


def list_joints(indices: Sequence[int], borders: Sequence[int], context: Context) -> Iterator[int]:
    """Where "and" parts two of the dates that one clause holds, each with a verb of its own.

    "The mill closed on 3 March and on 5 April the town bought it."
    """
    for index, following in pairwise(indices):
        date, other = context.dates[index], context.dates[following]
        number = bisect_right(borders, date.start)
        if number != bisect_right(borders, other.start) or tell_date(index, context) != date.value:
            continue
        joints = (found.start() for found in _AND.finditer(context.text, date.end, other.start))
        clause = borders[number - 1], borders[number]
        yield from islice((joint for joint in joints if _parts_verbs(joint, clause, context)), 1)


def _parts_verbs(joint: int, clause: Span, context: Context) -> bool:
    """Whether both what stands in front of the joint and what stands behind it tell of the past."""
    return all(context.clauses.read(part).tense == "past" for part in ((clause[0], joint), (joint, clause[1])))


def tell_date(index: int, context: Context) -> str:
    """The date's value; of two days next to each other, the interval of both: "on Wednesday and Thursday"."""
    date, behind = context.dates[index], context.dates[index + 1] if index + 1 < len(context.dates) else None
    value, other = date.value or "", (behind.value if behind else None) or ""
    if behind is None or not value or not other or not _AND.fullmatch(context.text, date.end, behind.start):
        return value
    if precision(value) != "day" or precision(other) != "day":
        return value
    (first, _), (second, _) = bounds(value), bounds(other)
    return f"{value}/{other}" if first and second and second - first == _DAY else value


def holds_finer(date: DateMention, other: DateMention) -> bool:
    """Whether the other date lies within the date and is finer."""
    (first, last), (begin, end) = bounds(date.value or ""), bounds(other.value or "")
    if not (first and last and begin and end) or last - first <= end - begin:
        return False
    return first <= begin and end <= last


def _dates_another(date: DateMention, chosen: DateMention, clause: Span, context: Context) -> bool:
    """Whether the date hangs on a happening of its own, or "and" joins it, as fine or with its own verb."""
    text, value, other = context.text, date.value or "", chosen.value or ""
    (first, last), (begin, end) = _bounds_in_any_year(value), _bounds_in_any_year(other)
    if not (first and last and begin and end) or (first <= end and begin <= last):
        return False
    low, high = min(date.end, chosen.end), max(date.start, chosen.start)
    if _hangs(date, clause, context) or _BRACKETED.fullmatch(text, low, high) or _lie_apart(date, chosen, context):
        return True
    if _is_fine(value, other) and _have_verbs_each(min(date.start, chosen.start), (low, high), clause, context):
        return True
    did = _AND_DID.search(text, low, high)
    if did and context.tells_past(did[1]):
        return True
    joined = _JOINED.search(text, low, high)
    if joined is None or value.startswith("XXXX") != other.startswith("XXXX"):
        return False
    # "the mill in March and the yard on 5 April"
    is_next = joined.start() <= low + 1
    return is_next or _grain(value) == _grain(other) or context.clauses.read((joined.start(), high)).tense == "past"


def _have_verbs_each(start: int, between: Span, clause: Span, context: Context) -> bool:
    """Whether the first date has a past verb in front of it, and the second between both.

    "The term that the bank set in May ran out on Friday", "a man arrested in May was freed on Friday".
    """
    read = context.clauses.read
    return read((clause[0], start)).tense == "past" and read(between).tense == "past"


def _is_fine(*values: str) -> bool:
    """Whether the dates are at least as fine as months."""
    return all(_grain(value) in ("day", "month") for value in values)


def _hangs(date: DateMention, clause: Span, context: Context) -> bool:
    """Whether the date hangs on a happening, or tells when something began."""
    if context.clauses.find_carrying_noun((date.start, date.end), clause) or find_done(date, clause, context):
        return True
    return find_beginning(date, clause, context) is not None


def _lie_apart(date: DateMention, chosen: DateMention, context: Context) -> bool:
    """Whether one is to come and one is past, and a verb between them is told of one of the two: "they will leave by
    15 June, the minister said on Sunday"."""
    now = bounds(context.written)[1] if context.written else None
    first, begin = bounds(date.value or "")[0], bounds(chosen.value or "")[0]
    if not (now and first and begin) or (first > now) == (begin > now):
        return False
    low, high = min(date.end, chosen.end), max(date.start, chosen.start)
    return bool(context.clauses.read((low, high)).tense)


def _grain(value: str) -> str:
    """How fine the date is, whether its year is known or not."""
    return precision(value.replace("XXXX", _ANY_YEAR)) if value.startswith("XXXX-") else precision(value)


def _bounds_in_any_year(value: str) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day; those of one year that stands for an unknown one."""
    return bounds(value.replace("XXXX", _ANY_YEAR))


def _lasts(index: int, clause: Span, context: Context) -> bool:
    """Whether the date only tells since when or until when something was so, and not "it took until May to"."""
    date = context.dates[index]
    return not context.text.startswith(" to ", date.end) and is_since_or_until(context.text, clause[0], date.start)


def _fineness(index: int, context: Context) -> tuple[int, bool, int]:
    """The finest and surest first, then the first."""
    value = context.dates[index].value or ""
    return _RANK[_grain(value)], "~" in value, index
