"""Paragraphs wrapped by hand whose next line happens to begin with a capital letter: put together again."""

from newsgen.layout.dateline import find_dateline
from newsgen.layout.findings import Part, Parts
from newsgen.layout.outlets import Context
from newsgen.layout.signs import ends_sentence
from newsgen.layout.units import Unit, join_units
from newsgen.lexicon.desk import fold

_SHORTEST = 60
"""Characters of a line that may be full."""
_LONGEST = 125
"""Characters of the longest line that somebody wraps by hand."""
_OPEN_ENDS = ".!?:;…。|"


def join_wrapped(parts: Parts, context: Context) -> Parts:
    """The parts with lines joined that run on, no blank line between, to the end of a sentence.

    Only where a blank line parts the lines from what stands above: else each may be a paragraph, or an introduction;
    unless the first one ends in a small word.
    """
    joined: list[Part] = []
    index = 0
    while index < len(parts):
        end = _find_end(parts, index, context)
        units = [part.unit for part in parts[index:end]]
        joined.append(Part(join_units(units)) if len(units) > 1 else parts[index])
        index = max(end, index + 1)
    return tuple(joined)


def _find_end(parts: Parts, start: int, context: Context) -> int:
    """The index behind the last part of the paragraph that begins at `start`."""
    end = start + 1
    if end == len(parts) or not (parts[start].open and parts[end].open):
        return end
    if start > 0 and not _begins_paragraph(parts[start - 1], parts[start].unit, context):
        return end
    while end < len(parts) and parts[end].open and _runs_on(parts[end - 1].unit, parts[end].unit, context):
        end += 1
    return end if ends_sentence(parts[end - 1].unit.text) else start + 1


def _begins_paragraph(above: Part, unit: Unit, context: Context) -> bool:
    """Whether the unit stands below a gap; or below the headline, and ends in a word that nothing ends in: "and"."""
    if above.unit.kind in ("blank", "rule"):
        return True
    is_headline = above.finding is not None and above.finding.role == "headline"
    return is_headline and fold(unit.text.rsplit(maxsplit=1)[-1]) in context.lexicon.desk.words["place"]


def _runs_on(unit: Unit, following: Unit, context: Context) -> bool:
    """Whether a paragraph goes on in the unit directly below it: its last line is full and its sentence is not."""
    if unit.kind != "text" or following.kind != "text" or unit.marked or following.marked:
        return False
    last, first = unit.lines[-1].text, following.lines[0].text
    width = max(len(line.text) for line in (*unit.lines, *following.lines))
    return (
        last[-1] not in _OPEN_ENDS
        and not ends_sentence(last)
        and len(last) >= _SHORTEST
        and width <= _LONGEST
        and len(last) + 1 + len(first.split(maxsplit=1)[0]) > 0.9 * width
        and not unit.text.isupper()
        and find_dateline(following.source, context) is None
    )
