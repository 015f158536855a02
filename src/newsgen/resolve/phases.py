"""Beginning and end of one thing are two happenings: a strike that began on Monday, and was called off on Thursday."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from newsgen.resolve.tellings import Telling

# matches: The strike began on Monday
# matches: Dockers walked out
# matches: La grève a débuté lundi
# matches: La huelga comenzó el lunes
# not: a start
_BEGINS = re.compile(
    r"\b(?:began|begins|begun|started|launched|kicked off|broke out|(?:walked|walk) out|went on strike"
    r"|(?:a|ont|s['’]est|est|sont) (?:commenc|début|entam|déclench|ouvert)\w*"
    r"|comenz(?:ó|aron)|empez(?:ó|aron)|inici(?:ó|aron)|estall(?:ó|aron))(?!\w)",
    re.I,
)
# matches: The strike ended on Thursday
# matches: Dockers suspended their strike and returned to work
# matches: La grève a pris fin jeudi
# matches: La huelga terminó el jueves
# not: the end of the month
_ENDS = re.compile(
    r"\b(?:ended|ends|called off|suspended|halted|lifted|concluded|wound up|(?:returned|went back) to work"
    r"|(?:a|ont) (?:pris fin|mis fin|suspendu|levé|cessé|repris le travail)|s['’]est (?:terminé|achevé)\w*"
    r"|termin(?:ó|aron)|suspendi(?:ó|eron)|pus(?:o|ieron) fin|finaliz(?:ó|aron)|acab(?:ó|aron))(?!\w)",
    re.I,
)


_LASTING = frozenset({"fighting", "protest", "talks", "trial", "visit"})
"""Kinds of which the beginning and the end are days apart. In what is told of others the verbs may be of other things:
the coup that ended a partnership, and began the rule of the army."""


def are_opposed(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether the ones tell the beginning of what the others tell the end of."""
    return any(_oppose(a, b) for a, b in product(left, right))


def _oppose(left: Telling, right: Telling) -> bool:
    """Whether both are of one kind that lasts, one of its beginning and the other of its end, and not of one date."""
    if left.span == right.span or _LASTING.isdisjoint(left.kinds & right.kinds):
        return False
    return _find_phase(left.sentence) * _find_phase(right.sentence) < 0


@lru_cache(maxsize=1 << 14)
def _find_phase(sentence: str) -> int:
    """1 for a beginning, -1 for an end, 0 for neither or both."""
    return int(_BEGINS.search(sentence) is not None) - int(_ENDS.search(sentence) is not None)
