"""Cancelling: the days of what was planned and then called off; the day on which it was called off is the event's."""

import re

from newsgen.annotate.reports.context import Context
from newsgen.annotate.sentences import Span
from newsgen.edtf import bounds
from newsgen.lexicon.cued import Cued, Ended
from newsgen.records.reading import DateMention

# matches: The visit, planned for
# matches: that was scheduled to take place on
# matches: prévue le
# matches: prevista para el
_PLANNED = re.compile(
    r"\b(?:planned|scheduled|set|due|slated|expected|prévue?s?|fixée?s?|attendue?s?|previst[oa]s?|programad[oa]s?|fijad[oa]s?)"
    r"(?: (?:for|on|to|take|be|held|begin|place|in|the|pour|à|en|au|le|para|el)){0,5} ?$",
    re.IGNORECASE,
)
_PLANS = Cued("plan schedul set due slat expect prév fix attend previs program fijad", _PLANNED)

_OFF = (
    r"(?:cancell?ed|postponed|called off|scrapped|delayed|put off|shelved|annulée?s?|reportée?s?|repoussée?s?"
    r"|ajournée?s?|cancelad[oa]s?|aplazad[oa]s?|pospuest[oa]s?|anulad[oa]s?|suspendid[oa]s?)\b"
)

# matches: , was cancelled
# matches:  has now been called off
# matches:  a été annulée
# matches:  fue cancelada
_IS_OFF = re.compile(
    r",?\s(?:was|were|is|are|has|have|had|a|ont|avait|est|fue|fueron|ha|han)\s(?:(?:now|also|later|été|sido|been|again)\s){0,3}"
    rf"{_OFF}",
    re.IGNORECASE,
)

# matches: cancelled a visit of the king planned for
# matches: annulé la visite prévue le
_PUT_OFF = re.compile(rf"\b{_OFF}|\b(?:canceló|aplazó|pospuso|anuló)\b", re.IGNORECASE)

# matches: postponed from
_MOVED_FROM = re.compile(r"\b(?:postponed|rescheduled|delayed|moved|put off) from(?: the)?\s*$")
_MOVES = Ended("from the", _MOVED_FROM)

_LOOK_BACK = 60
"""Characters in front of a date in which the words stand that planned something for it."""


def find_calling_off(date: DateMention, sentence: Span, context: Context) -> Span | None:
    """The words by which what was planned for that date was called off; None if it was not."""
    text, before = context.text, max(date.start - _LOOK_BACK, sentence[0])
    moved = _MOVES.search(text, before, date.start)
    if moved:
        return moved.span()
    planned = _PLANS.search(text, before, date.start)
    if planned is None and not _is_to_come(date, context):
        return None
    found = _IS_OFF.match(text, date.end, sentence[1])
    if found is None and planned:
        found = _PUT_OFF.search(text, before, planned.start())
    return found.span() if found else None


def _is_to_come(date: DateMention, context: Context) -> bool:
    """Whether the date lies behind the day of writing."""
    first = bounds(date.value or "")[0]
    now = bounds(context.written)[1] if context.written else None
    return first is not None and now is not None and first > now
