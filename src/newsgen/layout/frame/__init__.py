"""The frame of a clipping: names that its first lines, bylines and last lines tell to be the outlet's.

No list knows every outlet, but the place of a name tells much: on top beside a date, a section or a motto; between the
writer's name and the date; behind `Subscribe to`; and in two such places at once. What is learnt here the other rules
take for an outlet's name wherever a line consists of it.
"""

import re
from collections.abc import Sequence

from newsgen.layout.findings import Parts
from newsgen.layout.frame.below import read_bylines
from newsgen.layout.frame.feet import read_feet
from newsgen.layout.frame.top import name_top, read_top
from newsgen.layout.outlets import Context, name_outlet
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

__all__ = ["find_outlets", "name_top"]


def find_outlets(parts: Parts, context: Context) -> tuple[str, ...]:
    """The names that the frame tells to be outlets, no declared ones; a name in capitals as other lines write it."""
    lines = [part.unit for part in parts if part.unit.text]
    if len(lines) < 2:
        return ()
    found = dict.fromkeys((*read_top(lines, context), *read_bylines(lines, context), *read_feet(lines, context)))
    return tuple(_spell(name, lines) for name in found if not _is_part(name, context))


def _is_part(name: str, context: Context) -> bool:
    """Whether the name is declared, or more than that of an outlet which is known: `CNN World`."""
    named = name_outlet(name, context)
    return named is not None and (named.declared or fold(named.name) != fold(name))


def _spell(name: str, lines: Sequence[Unit]) -> str:
    """The name as a line writes it that has not only capitals."""
    if not name.isupper():
        return name
    words = re.compile(r"(?<!\w)" + re.escape(name) + r"(?!\w)", re.I)
    said = (match.group() for unit in lines if (match := words.search(unit.text)))
    return next((found for found in said if not found.isupper() and found[0].isupper()), name)
