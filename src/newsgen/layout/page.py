"""A page copied whole: the menu above the headline, boxes between the paragraphs, and what stands below the text."""

import re
from collections.abc import Iterable

from newsgen.layout.findings import Finding, Parts, Weight, headline_index, with_roles
from newsgen.layout.notices import is_count
from newsgen.layout.outlets import Context, Named, name_outlet, trim_name
from newsgen.layout.signs import ends_sentence, is_prose, may_be_headline
from newsgen.layout.stamps import read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

_REACH = 80
"""Parts on top among which the headline of a page stands."""
_MENU_WORDS = 4
_CAPTION_LINES = 2
_MENU = 3
"""Short lines that make a menu."""
_HEADLINE_WORDS = 5
_HEADLINE = 30
"""Characters of a headline of fewer words."""
_TAGLINE = 70
"""Characters of a sentence that stands below an outlet's name: "The paper of the valley."."""
_FOOT_SHARE = 4
"""The part of the text that may stand below the first line of a page's foot is one in so many."""


def name_page_head(parts: Parts, context: Context) -> Parts:
    """The parts with all that stands above a page's headline named, if a menu tells that it is a page."""
    index = _find_below_menu(parts, context)
    if index <= 0:
        return parts
    found: dict[int, Finding | None] = {}
    for above in range(index - 1, -1, -1):
        if parts[above].open and read_stamp(parts[above].unit.text, context.lexicon) is None:
            is_next = not found and _begins_group(parts, above)
            is_first = all(part.unit.kind == "blank" for part in parts[:above])
            found[above] = _read_above(parts[above].unit, context, is_first=is_first, is_next=is_next)
    first = next((above for above in range(index) if parts[above].unit.kind != "blank"), index)
    name = trim_name(parts[first].unit.text)
    if first in found and _is_masthead(name, [part.unit for part in parts[first + 1 :]], context):
        found[first] = Finding("source", "page-head-outlet", source=name, weight=Weight.BYLINE)
    return with_roles(parts, found)


def _is_masthead(name: str, others: Iterable[Unit], context: Context) -> bool:
    """Whether the first line of a page names who publishes it: it is no place or section, and is named again below."""
    folded = fold(name)
    if not 1 <= name.count(" ") <= _MENU_WORDS or folded in context.lexicon.desk.sections:
        return False
    if context.lexicon.gazetteer.country_of_place(name) is not None:
        return False
    return any(folded in (unit.folded or fold(unit.text)) for unit in others if unit.text)


def _find_below_menu(parts: Parts, context: Context) -> int:
    """The index of the first line below a menu that may be a headline; -1 if there is no menu, or text comes first."""
    menu = sure = 0
    groups = 0
    for index, part in enumerate(parts[:_REACH]):
        unit, finding = part
        groups += unit.kind == "blank" and index > 0
        if finding:
            is_menu = finding.role == "notice" and finding.rule != "missing-image"
            menu, sure = menu + is_menu, sure + is_menu
        elif not part.open:
            continue
        elif _is_menu_line(unit) or (not groups and "|" in unit.text):
            menu, sure = menu + 1, sure + _is_sure(unit, context)
        elif _is_text(unit, context) and (groups or len(unit.text) > _TAGLINE):
            return -1
        elif groups and menu + bool(sure) >= _MENU and _begins_group(parts, index) and may_be_headline(unit, context):
            return index
        elif not groups and sure:
            menu += 1
    return -1


def _is_sure(unit: Unit, context: Context) -> bool:
    """Whether the line names a section of a paper, or the paper, or tells a date or a reading time behind a bar."""
    sections = context.lexicon.desk.sections
    if "|" in unit.folded:
        pieces = [piece.strip() for piece in unit.folded.split("|")]
        return any(p in sections or is_count(p, context) or read_stamp(p, context.lexicon) for p in pieces)
    return unit.folded in sections or name_outlet(unit.text, context) is not None


def _is_text(unit: Unit, context: Context) -> bool:
    """Whether the line is a paragraph of an article rather than a headline, which may ask or exclaim."""
    return not unit.marked and unit.text[-1] not in "?!" and is_prose(unit, context)


def _is_menu_line(unit: Unit) -> bool:
    """Whether the line is a word or a few: too short for a headline."""
    text = unit.text
    words = text.count(" ") + 1
    is_long = words > _MENU_WORDS or (words == _MENU_WORDS and len(text) >= _HEADLINE)
    return bool(unit.folded) and not unit.marked and not is_long and not ends_sentence(text.rstrip("."))


def _begins_group(parts: Parts, index: int) -> bool:
    """Whether nothing stands directly above."""
    return index == 0 or parts[index - 1].unit.kind in ("blank", "rule")


def _is_known(named: Named, context: Context) -> bool:
    """Whether the name is surely an outlet's, wherever it stands in a menu."""
    desk = context.lexicon.desk
    return named.declared or fold(named.name) in desk.outlets or bool(desk.agency(named.name) or _THE.match(named.name))


# matches: The Valley Tribune
_THE = re.compile(r"the\s", re.I)


def _read_above(unit: Unit, context: Context, *, is_first: bool, is_next: bool) -> Finding:
    """What a line above a page's headline is: the outlet, the section if it `is_next` to the headline, or the menu."""
    named = name_outlet(unit.text, context)
    desk = context.lexicon.desk
    if named and unit.folded not in desk.sections and (is_first or _is_known(named, context)):
        return Finding("source", "page-head-outlet", source=named.name, weight=Weight.FIRST_LINE)
    stamps = (read_stamp(segment, context.lexicon) for segment in unit.text.split("|"))
    stamp = next(filter(None, stamps), None) if "|" in unit.text else None
    if stamp:
        return Finding("published", "page-head-date", stamp=stamp)
    if is_next and (unit.folded in desk.sections or unit.text.isupper() or "|" in unit.text):
        return Finding("kicker", "section")
    return Finding("notice", "page-head")


def is_page(parts: Parts) -> bool:
    """Whether the clipping is a page copied whole: a menu stands above its headline."""
    above = [part.finding for part in parts[: headline_index(parts) + 1] if part.finding]
    return any(finding.rule in _HEAD for finding in above) or sum(f.role == "notice" for f in above) >= _MENU


_HEAD = frozenset(("page-head", "page-head-outlet"))
