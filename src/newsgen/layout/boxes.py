"""Boxes between the paragraphs of a page: titles of other stories, offers, captions that stand among the text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsgen.layout.captions import signs_picture
from newsgen.layout.core import Core, find_core, measure_overlap
from newsgen.layout.findings import Finding, Parts, headline_index, with_roles
from newsgen.layout.notices import unglue
from newsgen.layout.outlets import Context
from newsgen.layout.page import PAGE_RULES, has_frame
from newsgen.layout.pitch import is_addressed, is_imperative, is_invitation, is_offer, is_pitch, is_service
from newsgen.layout.signs import ends_sentence, is_prose, is_row
from newsgen.layout.units import Unit

_CAPTION_LINES = 2
_CAPTION = 300
"""Characters of a caption whose credit stands on the line below it."""
_TITLE_WORDS = 4
"""Words of the longest line that introduces the title of another story."""
_CAPITALS = 7
"""The same in capitals."""
_LITTLE = 0.3
"""What a line shares with the text that has hardly anything to do with it."""
Found = dict[int, Finding | None]


def name_boxes(parts: Parts, context: Context) -> Parts:
    """The parts with the boxes between a page's paragraphs named."""
    start = headline_index(parts) + 1
    found: Found = {}
    if not has_frame(parts):
        lone = [index for index in range(start, len(parts)) if _may_be_lone(parts, index, context)]
        return with_roles(parts, _read_lone(parts, lone, context)) if lone else parts
    core = find_core(parts, context)
    for group in _list_groups(parts, start):
        found |= _read_group(parts, group, core, context)
    return with_roles(parts, found)


def _may_be_lone(parts: Parts, index: int, context: Context) -> bool:
    """Whether a line may be an offer, or a caption, though little else tells that the clipping is a page."""
    unit = parts[index].unit
    if not parts[index].open or unit.kind != "text" or not unit.folded or len(unit.text) > _LONE:
        return False
    if ends_sentence(unit.text):
        return is_pitch(unit.text, context) or is_offer(unit.text, context)
    return is_invitation(unit.text, context) or _PICTURED.search(unit.text) is not None


def _read_lone(parts: Parts, lone: Sequence[int], context: Context) -> Found:
    """Those of the lines that stand below a paragraph; offers share hardly anything with the text."""
    core = find_core(with_roles(parts, dict.fromkeys(lone, Finding("notice", "page-box"))), context)
    found: Found = {}
    is_spoken = speaks(parts, core, context)
    for index in lone:
        if not core.paragraphs or index < core.paragraphs[0]:
            continue
        text = parts[index].unit.text
        if _PICTURED.search(text) and not ends_sentence(text):
            found[index] = Finding("caption", "pictured")
        elif measure_overlap(text, core, context) <= _LITTLE and not (is_spoken and not is_imperative(text, context)):
            found[index] = Finding("notice", "page-box")
    return found


def speaks(parts: Parts, core: Core, context: Context) -> bool:
    """Whether the text itself speaks in the first person or to its readers, as opinions do."""
    return any(is_addressed(parts[index].unit.text, context) for index in core.paragraphs)


_LONE = 160
"""Characters of the longest line that is told from the text by its words alone."""
# matches: Passengers on the quay, pictured in May
# matches: The mayor (left) and her deputy
# matches: Le maire (à gauche) et son adjointe
# not: The left bank of the river
_PICTURED = re.compile(
    r",? (?:is |are )?(?:pictured|seen here|shown here)\b"
    r"|\((?:left|right|centre|center|second from \w+|à gauche|à droite|au centre|izquierda|derecha|izq\.|dcha\.)\)"
)


def _list_groups(parts: Parts, start: int) -> Iterator[range]:
    """The stretches without a blank line."""
    edges = [start - 1, *(index for index in range(start, len(parts)) if parts[index].unit.kind == "blank"), len(parts)]
    yield from (range(before + 1, after) for before, after in pairwise(edges) if after > before + 1)


def _read_group(parts: Parts, group: range, core: Core, context: Context) -> Found:
    """What the lines are that stand together without a blank line between them."""
    captioned = _read_captioned(parts, group, context)
    opened = [index for index in group if parts[index].open and index not in captioned]
    if not opened:
        return captioned
    long = [index for index in opened if is_long(parts[index].unit, context)]
    if long and not _is_offer(parts, group, long, context):
        return captioned | _read_beside_text(parts, group, core, context)
    beside = _find_beside(parts, group)
    if beside or long or (_stands_within(core, group) and _is_box(parts, opened, core, context)):
        return captioned | dict.fromkeys(opened, Finding(beside.role if beside else "notice", "page-box"))
    return captioned


def _read_captioned(parts: Parts, group: range, context: Context) -> Found:
    """Captions in the group: `A voter in Macon.` directly above `Jane Doe/AP`, or who sold it and a few words."""
    opened = [index for index in group if parts[index].open]
    if len(group) == len(opened) <= _CAPTION_LINES and _credits_seller(parts[group[0]].unit, context):
        return dict.fromkeys(opened, Finding("caption", "credited-first"))
    below = _read_below_credit(parts, group, context)
    caption = Finding("caption", "above-credit")
    shown = [index for index in opened if index + 1 in group and _stands_above_credit(parts, index, context)]
    return below | {near: caption for index in shown for near in (index, index + 1) if parts[near].open}


def _read_below_credit(parts: Parts, group: range, context: Context) -> Found:
    """Lines without a stop directly between who sold a picture, alone on a line, and a paragraph or nothing."""
    found: Found = {}
    for index in group[1:]:
        unit, above = parts[index].unit, parts[index - 1]
        if not parts[index].open or above.finding is None or above.finding.rule != "credit" or unit.kind != "text":
            continue
        is_short = unit.text.count(" ") + 1 >= _TITLE_WORDS and len(unit.text) <= _CAPTION // 2
        is_last = index + 1 not in group or is_prose(parts[index + 1].unit, context)
        if is_short and is_last and above.unit.text.count(" ") < _TITLE_WORDS and not ends_sentence(unit.text):
            found[index] = Finding("caption", "below-credit")
    return found


def _stands_above_credit(parts: Parts, index: int, context: Context) -> bool:
    """Whether the line below says in a few words who made a picture, and no prose stands directly above."""
    unit, credit = parts[index].unit, parts[index + 1]
    if unit.kind != "text" or len(unit.text) > _CAPTION or unit.text.count(" ") < _TITLE_WORDS - 1:
        return False
    is_credit = credit.finding is not None and credit.finding.rule in _CREDITS
    if credit.unit.text.count(" ") > _TITLE_WORDS or not (is_credit or signs_picture(credit.unit.text, context)):
        return False
    return index == 0 or not (parts[index - 1].open and is_long(parts[index - 1].unit, context))


_CREDITS = frozenset(("credit", "agency-credit", "picture-copyright"))


def _is_offer(parts: Parts, group: range, long: Sequence[int], context: Context) -> bool:
    """Whether all that is prose in the group is said to the reader, and something in it is an offer."""
    if _is_apart(parts, group, long, context):
        return True
    texts = [parts[index].unit.text for index in long]
    offers = sum(is_pitch(text, context) for text in texts)
    noticed = any((finding := parts[index].finding) and finding.rule in PAGE_RULES for index in group)
    return (offers > 0 or noticed) and all(
        is_pitch(text, context) or (is_addressed(text, context) and len(text) <= _CAPTION) for text in texts
    )


def _is_apart(parts: Parts, group: range, long: Sequence[int], context: Context) -> bool:
    """Whether a notice begins the group, and one short paragraph below it shares nothing with the text."""
    first = parts[group[0]].finding
    if len(long) > 1 or first is None or first.rule not in _BEGINS_BOX:
        return False
    text = parts[long[0]].unit.text
    others = find_core(with_roles(parts, {long[0]: first}), context)
    return len(text) <= _CAPTION and bool(others.paragraphs) and measure_overlap(text, others, context) <= _HARDLY


_BEGINS_BOX = frozenset(("notice-start", "notice-line", "sponsor"))
_HARDLY = 0.15
"""What a paragraph shares with the text that has nothing to do with it."""


def _read_beside_text(parts: Parts, group: range, core: Core, context: Context) -> Found:
    """The lines directly above or below a notice, in a group that holds text too, which share nothing with the text."""
    found: Found = {}
    for index in group:
        unit = parts[index].unit
        if not parts[index].open or is_long(unit, context) or ends_sentence(unit.text) or unit.marked:
            continue
        beside = [near for near in (index - 1, index + 1) if near in group]
        is_box = any((finding := parts[near].finding) and finding.rule in PAGE_RULES for near in beside)
        if is_box and measure_overlap(unit.text, core, context) <= _LITTLE:
            found[index] = Finding("notice", "page-box")
    return found


def _find_beside(parts: Parts, group: range) -> Finding | None:
    """What stands in the group and tells that it is no text."""
    findings = (parts[index].finding for index in group)
    return next((finding for finding in findings if finding and _makes_box(finding)), None)


def _makes_box(finding: Finding) -> bool:
    """Whether what stands beside a line tells that it is no text."""
    return finding.role == "caption" or (finding.role == "notice" and finding.rule != "entry-time")


def _stands_within(core: Core, group: range) -> bool:
    """Whether prose stands above and below the group."""
    return bool(core.paragraphs) and core.paragraphs[0] < group[0] < core.paragraphs[-1]


def _is_box(parts: Parts, opened: Sequence[int], core: Core, context: Context) -> bool:
    """Whether lines that are no prose, between paragraphs, are none of the text's headings.

    One line is a box if it names a service and nothing of the text; more are one if the first introduces the others.
    """
    units = [parts[index].unit for index in opened]
    if any(unit.marked or unit.kind != "text" or ends_sentence(unit.text) for unit in units):
        return False
    first = units[0]
    if len(units) == 1:
        is_offer = is_service(first.text, context) and measure_overlap(first.text, core, context) == 0
        return is_offer or is_invitation(first.text, context)
    words = first.text.count(" ") + 1
    is_short = words <= (_CAPITALS if first.text.isupper() else _TITLE_WORDS) and first.text[-1] not in ",;"
    return is_short or context.lexicon.desk.cues["notice.title"].start(unglue(first)) is not None


def _credits_seller(unit: Unit, context: Context) -> bool:
    """Whether the line begins with who sold the picture, and what it shows: `Getty Images Flags in the square`."""
    cue = context.lexicon.desk.cues["caption.seller"].start(unit.folded)
    rest = unit.text[len(cue) :].lstrip() if cue and unit.text.isascii() else ""
    return rest[:1].isupper() and not ends_sentence(unit.text)


def is_long(unit: Unit, context: Context) -> bool:
    """Whether the line is text: prose, or a row of results."""
    return is_prose(unit, context) or is_row(unit.text)
