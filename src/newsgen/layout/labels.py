"""A label alone on its line, with what it is the label of on the next: `Par :` and below it `Jeanne Dupont`."""

from newsgen.layout.findings import Part, Parts
from newsgen.layout.outlets import Context
from newsgen.layout.signs import ends_sentence
from newsgen.layout.units import Unit, join_units

_VALUE = 60
"""Characters of the longest value."""


def join_labels(parts: Parts, context: Context) -> Parts:
    """The parts, each label of a byline put together with the line below it."""
    joined: list[Part] = []
    index = 0
    while index < len(parts):
        below = _find_value(parts, index, context)
        units = [parts[index].unit, parts[below].unit] if below else []
        joined.append(Part(join_units(units)) if units else parts[index])
        index = below + 1 if below else index + 1
    return tuple(joined)


def _find_value(parts: Parts, index: int, context: Context) -> int:
    """The index of the line that the label goes with; 0 if the part is no label."""
    if not parts[index].open or not _is_label(parts[index].unit, context):
        return 0
    below = index + 1
    while below < len(parts) and parts[below].unit.kind == "blank":
        below += 1
    return below if below < len(parts) and parts[below].open and _is_value(parts[below].unit) else 0


def _is_label(unit: Unit, context: Context) -> bool:
    """Whether the line is only such a word and a colon."""
    if unit.kind != "text" or not unit.folded.endswith(":"):
        return False
    return unit.folded.rstrip(" :") in context.lexicon.desk.cues["byline.start"]


def _is_value(unit: Unit) -> bool:
    return unit.kind == "text" and len(unit.lines) == 1 and len(unit.text) <= _VALUE and not ends_sentence(unit.text)
