"""What the rest of a frame says: the name of the top line once more, or a dateline of the text's own."""

from collections.abc import Sequence
from itertools import islice

from newsgen.layout.core import is_core
from newsgen.layout.dateline import find_dateline
from newsgen.layout.frame.feet import FOOT, tells_outlet
from newsgen.layout.frame.names import HEAD, LONGEST
from newsgen.layout.masthead import says_host, says_name
from newsgen.layout.outlets import Context
from newsgen.layout.signs import is_prose
from newsgen.layout.units import Unit


def is_said_again(name: str, others: Sequence[Unit], context: Context) -> bool:
    """Whether a line other than the first one below, which may be the headline, says the name, and is no text."""
    beside = [unit for unit in others[1:HEAD] if not is_core(unit, context)]
    foot = [unit for unit in others[-FOOT:] if len(unit.text) <= LONGEST and _is_frame(unit, context)]
    return (
        any(says_name(name, unit) and not is_prose(unit, context) for unit in beside)
        or any(says_name(name, unit) for unit in foot)
        or says_host(name, others)
    )


def _is_frame(unit: Unit, context: Context) -> bool:
    """Whether the line may speak of the outlet: no sentence, or one that tells its readers or rights."""
    return not is_core(unit, context) or tells_outlet(unit.text, context)


def find_own_dateline(lines: Sequence[Unit], context: Context) -> bool:
    """Whether a paragraph begins with a dateline, so that another line with a name and a date is none."""
    paragraphs = islice((unit for unit in lines if is_core(unit, context)), 2)
    return any(find_dateline(unit.source, context) is not None for unit in paragraphs)
