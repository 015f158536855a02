"""A page copied whole: the menu above the headline, boxes between the paragraphs, and what stands below the text."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from newsgen.layout.findings import Finding, Part, Parts, headline_index, with_roles
from newsgen.layout.outlets import Context, name_outlet
from newsgen.layout.signs import ends_sentence, is_prose, is_row
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
