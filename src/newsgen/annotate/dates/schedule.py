"""Schedules: the present tense that tells what is to come: "is to open on 1 July", "expire le 31 décembre"."""

import re
from typing import NamedTuple

from newsgen.annotate.sentences import Span
from newsgen.lexicon.calendar import By, Schedule
from newsgen.lexicon.cued import Ended

# matches: the coup of
# matches: the minister in office since
# not: à partir du
# not: antes del
_OF_NOUN = re.compile(
    r"\b(?:of|since|depuis|desde|lors|(?<!partir )(?<!compter )(?<!antes )(?:de|du|del))(?: (?:the|le|la|el))?\s*$",
    re.IGNORECASE,
)
_OF_NOUNS = Ended("of since depuis desde lors de du del the le la el", _OF_NOUN)

_OF_REACH = 16
"""Characters in front of a date that hold such words."""

# matches: On
# matches: The ministry said that, in
# matches: À partir du
# not: The law of
_FRONTED = re.compile(
    r"(?:^|[,;:—–“(]) ?(?:(?:on|in|at|from|by|before|le|el|en|dès|à partir|a partir|du|del|de) ?){0,3}$", re.IGNORECASE
)

# matches: were gone
# matches: was finally complete
# matches: étaient partis
# not: to be gone
_WAS_DONE = re.compile(
    r"\b(?:was|were|étai(?:t|ent)|estaban?) (?:(?:all|finally|already|tous|déjà|ya) )?"
    r"(?:gone|out|home|over|finished|complete|back|away|parti[es]{0,2}|rentré[es]{0,2}|fuera)\s*$"
)

# matches: starts
_WORD = re.compile(r"[^\W\d]\w*")

_DONE_REACH = 40
"""Characters in front of a term that hold such words."""

REACH = 90
"""Characters between such words and the date."""


class Appointment(NamedTuple):
    """Words that appoint something."""

    start: int
    end: int
    by: By
    """Whether they cannot tell of what was, may tell a tale too, or appoint nothing."""


def match_appointment(text: str, word: str, span: Span, schedule: Schedule) -> Appointment | None:
    """The phrase that begins with the word where the span begins, and that ends within it."""
    for by, phrase in schedule.get(word.lower(), ()):
        found = phrase.match(text, *span)
        if found:
            return Appointment(found.start(), found.end(), by)
    return None


def appoints(text: str, date: Span, clause: Span, schedule: Schedule) -> bool:
    """Whether the clause has such words for the date."""
    before = () if hangs_on_noun(text, (clause[0], date[0])) else ((max(clause[0], date[0] - REACH), date[0]),)
    behind = ((date[1], min(date[1] + REACH, clause[1])),) if is_fronted(text, date[0], clause) else ()
    return any(
        found.by != "wish"
        for start, end in (*before, *behind)
        for word in _WORD.finditer(text, start, end)
        if (found := match_appointment(text, word[0], (word.start(), end), schedule))
    )


def is_fronted(text: str, date: int, sentence: Span) -> bool:
    """Whether the date stands in front of its clause."""
    return _FRONTED.search(text[max(sentence[0], date - REACH) : date].lstrip("\n")) is not None


def hangs_on_noun(text: str, span: Span) -> bool:
    """Whether the date at the span's end hangs on a noun, or tells since when: "the coup of", "in office since"."""
    return _OF_NOUNS.search(text, max(span[0], span[1] - _OF_REACH), span[1]) is not None


def was_done(text: str, sentence: int, term: int) -> bool:
    """Whether the words in front of a term tell that it was kept: "all were gone by December"."""
    return _WAS_DONE.search(text, max(sentence, term - _DONE_REACH), term) is not None
