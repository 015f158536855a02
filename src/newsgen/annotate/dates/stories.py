"""Stories: a date without its year that goes on with those told before it, in a chronology or in a tale."""

import re
from datetime import date

from newsgen.annotate.dates import reckoning as reckon
from newsgen.annotate.dates import recurring
from newsgen.annotate.dates.meanings import Between, Distance, Meaning, Recurring, Shifted
from newsgen.annotate.dates.memory import SOON, Known, last_of_story
from newsgen.edtf import bounds

_HALF_YEAR = 184
"""In days."""

_NEWS = 45
"""Days within which a date rather belongs to the news than to a story of years ago."""

# matches: postponed to
# matches: l'échéance pour le
# not: he resigned on
_AIM = re.compile(
    r"\b(?:to|for|until|till|by|from|pour|au|jusqu['’]au|para|al|hasta)(?: (?:the|le|el))?\s*$", re.IGNORECASE
)

# matches: , on
# matches:  (
# not:  and on
_APPOSED = re.compile(r"(?:, ?| [(—–] ?)(?:(?:on|in|le|el|en) )?")

_AIM_REACH = 16
"""Characters in front of a date that hold such words."""


def find_apposed(meaning: Recurring, known: Known) -> str | None:
    """The day or month that explains the date right before it: "three days later, on 27 September"."""
    if meaning.pull or not known.told or known.expression is None:
        return None
    told, before = known.told[-1]
    here, (first, last) = known.expression, bounds(told)
    if before.end > here.start or not _APPOSED.fullmatch(here.place.text, before.end, here.start):
        return None
    if first is None or last is None or last.year - first.year > 1:
        return None
    if meaning.month is None:  # "last week, on Tuesday"
        is_week = isinstance(before.meaning, Shifted) and before.meaning.unit == "week"
        return recurring.nearest(meaning, first, 1) if is_week else None
    if told.endswith("~") and isinstance(before.meaning, Distance):  # "a year ago, in July" is told in August
        return recurring.nearest_to(meaning, first)
    values = (recurring.in_year(meaning, year) for year in range(first.year, last.year + 1))
    fitting = [value for value in values if value and first <= (_begin(value) or last) <= last]
    return fitting[0] if len(fitting) == 1 and fitting[0] != told[:7] else None


def find_next_of_story(meaning: Recurring, known: Known) -> str | None:
    """The day, month or season that goes on with what was told before it."""
    return _find_next_day(meaning, known) if meaning.day else _find_next_month(meaning, known)


def _find_next_month(meaning: Recurring, known: Known) -> str | None:
    """The month or season that follows the dates told before it, if these stand in their order."""
    if meaning.month is None or meaning.pull or len(known.told) < 2 or known.is_ahead:
        return None
    told, written = _begin(last_of_story(known)), _begin(known.written)
    value = recurring.nearest(meaning, told, 1) if told else None
    first = _begin(value)
    if first is None or told is None or written is None:
        return None
    return value if first <= written and (first - told).days <= _HALF_YEAR else None


def find_next_entry(meaning: Meaning, known: Known) -> str | None:
    """The day or month that follows the entry before it in a chronology, if it is not to come."""
    if isinstance(meaning, Between):
        return _find_next_span(meaning, known)
    if not isinstance(meaning, Recurring) or meaning.month is None or meaning.pull or known.chronicle is None:
        return None
    before, written = _begin(known.chronicle), _begin(known.written)
    value = recurring.nearest(meaning, before, 1) if before else None
    first = _begin(value)
    return value if first and (written is None or first <= written) else None


def _find_next_span(meaning: Between, known: Known) -> str | None:
    """The days or months that follow the entry before them: "12–14 March"."""
    begin, end = find_next_entry(meaning.begin, known), find_next_entry(meaning.end, known)
    return reckon.interval(begin, end) if begin and end else None


def _find_next_day(meaning: Recurring, known: Known) -> str | None:
    """The day that soon follows the one told before it, where the past is told and no term or aim: "put off to".

    It is that of the latest year, or of an earlier one in a tale or where two dates stand in their order.
    """
    story, written = _begin(known.story), _begin(known.written)
    if story is None or written is None or meaning.pull or not _tells_past_day(known):
        return None
    value, latest = recurring.nearest(meaning, story, 1), recurring.nearest(meaning, written, -1)
    day = _begin(value)
    if day is None or latest is None or day > written:
        return None
    if value == latest:
        return value if (day - story).days <= _HALF_YEAR else None
    is_far = last_of_story(known) is not None and recurring.days_away(latest, written) > _NEWS
    return value if (day - story).days <= SOON and (is_far or known.is_tale) else None


def _tells_past_day(known: Known) -> bool:
    """Whether a verb tells what happened on the day."""
    expression = known.expression
    if expression is None or (expression.tense, expression.telling.by) != ("past", "word"):
        return False
    text, start = expression.place.text, expression.start
    return _AIM.search(text, max(start - _AIM_REACH, 0), start) is None


def _begin(value: str | None) -> date | None:
    """First day of the date."""
    return bounds(value)[0] if value else None
