"""A page copied whole: the menu above the headline, boxes between the paragraphs, and what stands below the text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from newsgen.layout.findings import Finding, Part, Parts, Weight, headline_index, with_roles
from newsgen.layout.notices import is_count
from newsgen.layout.outlets import Context, Named, name_outlet, trim_name
from newsgen.layout.signs import ends_sentence, is_prose, is_row, may_be_headline
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


def name_boxes(parts: Parts, context: Context) -> Parts:
    """The parts with the boxes between a page's paragraphs named: lines that stand together with a notice."""
    if not is_page(parts):
        return parts
    found: dict[int, Finding | None] = {}
    for begin, end in _list_groups(parts, headline_index(parts) + 1):
        group = range(begin, end)
        opened = [index for index in group if parts[index].open]
        if not opened or any(_is_long(parts[index].unit, context) for index in opened):
            continue
        if len(group) == len(opened) <= _CAPTION_LINES and _credits_seller(parts[begin].unit, context):
            found |= dict.fromkeys(opened, Finding("caption", "credited-first"))
            continue
        beside = next((finding for index in group if (finding := parts[index].finding) and _makes_box(finding)), None)
        if beside:
            found |= dict.fromkeys(opened, Finding(beside.role, "page-box"))
    return with_roles(parts, found)


def _credits_seller(unit: Unit, context: Context) -> bool:
    """Whether the line begins with who sold the picture, and what it shows: `Getty Images Flags in the square`."""
    cue = context.lexicon.desk.cues["caption.seller"].start(unit.folded)
    rest = unit.text[len(cue) :].lstrip() if cue and unit.text.isascii() else ""
    return rest[:1].isupper() and not ends_sentence(unit.text)


def _makes_box(finding: Finding) -> bool:
    """Whether what stands beside a line tells that it is no text."""
    return finding.role == "caption" or (finding.role == "notice" and finding.rule != "entry-time")


def _list_groups(parts: Parts, start: int) -> Iterator[tuple[int, int]]:
    """Where the stretches without a blank line begin and end."""
    edges = [start - 1, *(index for index in range(start, len(parts)) if parts[index].unit.kind == "blank"), len(parts)]
    yield from ((before + 1, after) for before, after in pairwise(edges) if after > before + 1)


def name_page_foot(parts: Parts, context: Context) -> Parts:
    """The parts with what stands below the text named: titles and tags, on a page also sentences."""
    start = headline_index(parts) + 1
    parts = _name_biography(parts, start)
    page = is_page(parts)
    if not page and not any(part.finding and part.finding.rule in _LISTING for part in parts):
        return parts
    lengths = {
        index: len(parts[index].unit.text)
        for index in range(start, len(parts))
        if parts[index].open and _is_long(parts[index].unit, context)
    }
    if not lengths:
        return parts
    foot, whole = _find_foot(parts, lengths, page=page)
    found: dict[int, Finding | None] = {
        index: Finding("notice", "page-foot")
        for index in range(foot, len(parts))
        if parts[index].open
        and (page or (whole and ends_sentence(parts[index].unit.text)) or _is_title(parts[index], context))
    }
    return with_roles(parts, found)


def _name_biography(parts: Parts, start: int) -> Parts:
    """The parts with `Jane Doe is a reporter in Niamey.` named near the end, where the byline names her."""
    byline = next((part.finding.byline for part in parts if part.finding and part.finding.byline), "")
    names = [fold(name) for name in _NAMES.split(byline) if " " in name]
    last = [index for index in range(start, len(parts)) if parts[index].open][-_BIOGRAPHIES:]
    return with_roles(
        parts,
        {
            index: Finding("notice", "about-the-writer")
            for index in last
            if any(_tells_about(name, parts[index].unit) for name in names)
        },
    )


def _tells_about(name: str, unit: Unit) -> bool:
    """Whether the line says what the writer is, does or has written."""
    words = unit.folded.removeprefix(name).lstrip(" ,")
    return unit.folded.startswith(name) and (not words or _DOES.match(words) is not None)


# matches: Jane Doe and John Roe
_NAMES = re.compile(r"\s+(?:and|et|y|&)\s+|\s*[,|]\s+")
# matches: is a reporter in Niamey
# matches: covers rivers
# not: told the court
_DOES = re.compile(
    r"(?:is|was|has been|are) (?:an?|the|our|based|also)\b"
    r"|is [\w' ]{2,40}\b(?:correspondent|reporter|editor|writer|journalist)\b"
    r"|(?:covers|reports|writes|can be|has (?:covered|reported|written)|joined|contributed|works|lives|teaches)\b"
    r"|est (?:un|une|le|la|notre)?\s?(?:journaliste|correspondante?|r[eé]dact\w+|reporter|grand)\b"
    r"|es (?:un|una|el|la)?\s?(?:periodista|corresponsal|redactora?|reportera?)\b"
)
_BIOGRAPHIES = 8
"""Lines at the end among which the writers' are."""


def _is_long(unit: Unit, context: Context) -> bool:
    """Whether the line is text: prose, or a row of results."""
    return is_prose(unit, context) or is_row(unit.text)


def _find_foot(parts: Parts, lengths: Mapping[int, int], *, page: bool) -> tuple[int, bool]:
    """Where the foot begins, and whether sentences belong to it: with what ends an article, hardly any text below it.

    On a page without such a line it begins below the last text; `lengths` are those of the paragraphs.
    """
    first, last = min(lengths), max(lengths)
    total = below = sum(lengths.values())
    for index in range(first, len(parts)):
        below -= lengths.get(index, 0)
        finding = parts[index].finding
        if finding and finding.rule in (_FINAL if page else _LISTING):
            whole = page or finding.rule in ("end-mark", "comment-head")
            if below * _FOOT_SHARE <= (total if whole else 0) or finding.rule == "comment-head":
                return index, whole
    return (last + 1, True) if page else (len(parts), False)


_LISTING = frozenset(("notice-final", "related", "end-mark", "comment-head"))
"""Rules of lines below which titles and tags are listed."""
_FINAL = _LISTING | {"copyright", "desk-note", "source-label", "about-the-writer"}
"""Rules of what stands below a page's text."""


def _is_title(part: Part, context: Context) -> bool:
    """Whether the line may be the title of another article, or a tag."""
    text = part.unit.text
    is_line = part.unit.kind in ("text", "list-item") and not part.unit.inline.whole.startswith(("em", "strong"))
    return is_line and len(text) <= 120 and not ends_sentence(text) and name_outlet(text, context) is None
