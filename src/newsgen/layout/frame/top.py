"""The top of a frame: an outlet's name in the first line, told by what stands beside it and below."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from newsgen.layout.core import is_core, list_stems
from newsgen.layout.findings import Finding, Parts, Weight, with_roles
from newsgen.layout.forwards import find_passed_on
from newsgen.layout.frame.names import (
    ARTICLE,
    HEAD,
    HEADED,
    LONGEST,
    MOTTO,
    PIECES,
    TITLE,
    cut_top,
    find_date,
    may_be_framed,
)
from newsgen.layout.frame.said import find_own_dateline, is_said_again
from newsgen.layout.issue import is_beside, read_issue
from newsgen.layout.looks import read_look
from newsgen.layout.notices import read_notice
from newsgen.layout.outlets import Context, trim_name
from newsgen.layout.signs import ends_sentence, is_prose, may_be_headline
from newsgen.layout.stamps import find_stamp, read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

_BUTTONS = 6
"""Lines on top, the first among them that is no button is the top line."""
_HALF = 0.5
"""The share of its words that such a name may have in common with the text."""
_PARAGRAPHS = 6
"""From which the words of the text are taken."""

_JOINING = frozenset(("&", "de", "del", "du"))
"""Small words of names that have no article: Lac & Montagne."""

# matches: No. 41
# matches: N° 57
_NUMBERED = re.compile(r"^(?:no|n[°º]|nr|vol|issue|edition|número|numéro)\.?\s?\d+", re.I)
# matches: ValleyToday
_JOINT = re.compile(r"[a-z][A-Z]")


def name_top(parts: Parts, context: Context, given: str | None) -> Parts:
    """The parts with the top line named, where an outlet stands there beside date, motto, section or menu."""
    if given is not None or not context.framed:
        return parts
    top = _find_top([part.unit for part in parts], context)
    index = next((place for place, part in enumerate(parts) if part.unit is top), -1)
    if index < 0 or parts[index].finding or context.told(parts[index].unit.text):
        return parts
    name, beside = cut_top(parts[index].unit, context)
    told = context.told(name) or context.declared(name)
    if not told or not beside:
        return parts
    stamp = find_date(beside, context)
    finding = Finding("source", "top-line", source=told, weight=Weight.FIRST_LINE, stamp=stamp)
    return with_roles(parts, {index: finding})


def _find_top(lines: Sequence[Unit], context: Context) -> Unit | None:
    """The first line that is more than a button."""
    for unit in islice((unit for unit in lines if unit.text), _BUTTONS):
        if read_notice(unit, context) is None and read_look(unit.text) is None:
            return unit
    return None


def read_top(lines: Sequence[Unit], context: Context) -> Iterator[str]:
    """The name in the top line, if what stands beside it, below it or elsewhere tells that it is an outlet's."""
    lines = lines[find_passed_on(lines) :]
    top = _find_top(lines, context)
    if top is None or len(top.text) > LONGEST or top.kind == "heading" or ends_sentence(top.text):
        return
    name, beside = cut_top(top, context)
    name = trim_name(name)
    if not may_be_framed(name, context):
        return
    others = [unit for unit in lines if unit is not top]
    if not _leads_to_headline(others, context):
        return
    if is_said_again(name, others, context):
        yield name
    elif (" " in name or _JOINT.search(name)) and beside and all(_is_beside(piece, context) for piece in beside):
        is_dated = len(beside) == 1 and not PIECES.search(top.source.strip())
        if not is_dated or find_own_dateline(others, context):
            yield name
    elif not beside and _heads(name, others, context):
        yield name


def _leads_to_headline(others: Sequence[Unit], context: Context) -> bool:
    """Whether another line than the top one can be the headline: without one the top line is it."""
    below = (unit for unit in others[:HEAD] if not _is_kicker(unit, context))
    first = next((unit for unit in below if read_stamp(unit.text, context.lexicon) is None), None)
    return first is not None and may_be_headline(first, context) and not is_prose(first, context)


def _is_beside(piece: str, context: Context) -> bool:
    """Whether the piece may stand beside an outlet on top: a date, section, number, button or motto."""
    folded = fold(piece)
    desk = context.lexicon.desk
    return (
        is_beside(piece, context)
        or folded in desk.words["crumb"]
        or folded in desk.cues["notice.whole"]
        or _NUMBERED.match(piece) is not None
        or find_stamp(piece, context.lexicon) is not None
        or read_stamp(piece, context.lexicon) is not None
        or (piece[0].islower() and piece.count(" ") < MOTTO)
        or context.lexicon.gazetteer.country_of_place(piece) is not None
        or piece.isalpha()
    )


def _heads(name: str, others: Sequence[Unit], context: Context) -> bool:
    """Whether the name alone on top stands over a headline: with a date between, or by its look."""
    if len(others) < 2 or " " not in name:
        return False
    below = [unit for unit in others[:HEAD] if not _is_kicker(unit, context)]
    if len(below) < 2:
        return False
    first, second = below[:2]
    topics = _list_topics(others, context)
    if read_stamp(first.text, context.lexicon) or read_issue(first, context):
        return _is_headline(second, topics, context) and not list_stems(name, context) <= topics
    if name.isupper() and not ARTICLE.match(name.title()):
        return False
    words = name.split()
    is_titled = all(word[0].isupper() or word in _JOINING for word in words) and len(words) <= TITLE
    if not (is_titled or ARTICLE.match(name)) or not _is_headline(first, topics, context):
        return False
    stems = list_stems(name, context)
    return len(stems & topics) <= len(stems) * _HALF and not stems <= topics


def _is_kicker(unit: Unit, context: Context) -> bool:
    """Whether the line between name and headline is a section, a button or a motto."""
    is_motto = unit.text[0].islower() and unit.text.count(" ") < MOTTO
    is_section = unit.folded in context.lexicon.desk.sections
    return is_section or is_motto or read_notice(unit, context) is not None


def _list_topics(lines: Sequence[Unit], context: Context) -> frozenset[str]:
    """What the first paragraphs are about."""
    core = islice((unit.text for unit in lines if is_core(unit, context)), _PARAGRAPHS)
    return list_stems(" ".join(core), context)


def _is_headline(unit: Unit, topics: frozenset[str], context: Context) -> bool:
    """Whether the line says at some length what the text says, and no sentence."""
    return (
        may_be_headline(unit, context)
        and not (ends_sentence(unit.text) and unit.text[-1] == ".")
        and unit.text.count(" ") >= HEADED - 1
        and not list_stems(unit.text, context).isdisjoint(topics)
        and fold(unit.text).partition(" ")[0] not in context.lexicon.desk.cues["byline.start"]
    )
