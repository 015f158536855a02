"""Plain prose: most lines of a clipping are, and one look tells it, so that no rule is asked about them in vain."""

import re

from newsgen.layout.outlets import Context
from newsgen.layout.stamps import may_begin_stamp
from newsgen.layout.units import Unit

SHORTEST = 60
"""Characters of the shortest line that is surely prose; what is shorter may be anything."""
_REACH = 100
"""Characters at the end of a line that may hold a credit."""
_STOPS = frozenset(".!?…")
_CLOSING = "\"'»)]*_ "

# matches: A street in Niamey. Photo by Jane Doe.
# matches: A street (file)
_NEXT_PHRASE = re.compile(r"[.(\[…–—/-]\s*(\w[\w' ]*)")


def is_plain(unit: Unit, context: Context) -> bool:
    """Whether the line is surely prose: a full sentence with neither head, sign nor end of anything else."""
    folded = unit.folded
    if len(folded) < SHORTEST or not (folded[0].isalpha() or folded[0] == '"') or unit.inline.marks:
        return False
    if folded.rstrip(_CLOSING)[-1] not in _STOPS or _has_bar(folded) or may_begin_stamp(folded, context.lexicon):
        return False
    cues = context.lexicon.desk.cues
    if "://" in folded or cues["opener"].start(folded) or cues["notice.hold"].within(folded):
        return False
    phrases = _NEXT_PHRASE.findall(folded, len(folded) - _REACH)
    return not any(phrase in cues["caption.end"] or cues["caption.start"].start(phrase) for phrase in phrases)


def _has_bar(text: str) -> bool:
    """Whether a sign stands in the text that parts the pieces of a line: `Jane Doe | 14 May`."""
    return "|" in text or "•" in text or "·" in text
