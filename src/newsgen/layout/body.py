"""Roles for what is left: paragraphs, headings, quotations, lists; and what strayed in between them."""

import re

from newsgen.layout.bylines import is_name
from newsgen.layout.cuts import cut_stray_stop
from newsgen.layout.findings import Finding, Part, Parts, headline_index, with_roles
from newsgen.layout.notices import unglue
from newsgen.layout.outlets import Context
from newsgen.layout.signs import ends_sentence, names_someone, same_words
from newsgen.layout.units import Unit
from newsgen.records.article import Role

_LONG = 80
"""Characters of a paragraph that is surely the article's own."""

_DESCRIBED = 5
"""Blanks in the shortest line that describes a picture and names who took it."""
# matches: Salt drying on mats at the lagoon (Jane Doe)
# not: He met the mayor (Jane Doe).
_TAKEN_BY = re.compile(r"^[^.!?]{20,140}\s\(([^()]{5,40})\)$")

_ROLES: dict[str, Role] = {"heading": "heading", "quotation": "quotation", "list-item": "list-item"}

_BLANK = Finding("blank", "blank")
_PARAGRAPH = Finding("paragraph", "paragraph")


def free_furniture(parts: Parts) -> Parts:
    """The parts with bylines, outlets and dates made text again where the article goes on before and behind them."""
    long = [index for index, part in enumerate(parts) if part.open and len(part.unit.text) >= _LONG]
    if len(long) < 2:
        return parts
    first, last = long[0], long[-1]
    freed = {index: None for index in range(first + 1, last) if _is_doubtful(parts[index])}
    return with_roles(parts, freed)


def _is_doubtful(part: Part) -> bool:
    """Whether the role is taken from a line that may as well stand within a text: `Source: World Bank`."""
    finding = part.finding
    if finding is None or (finding.rule == "source-label" and ":" not in part.unit.text):
        return False
    return finding.role in ("byline", "source") or finding.rule == "segments"


def read_body(parts: Parts, context: Context, headline: str) -> Parts:
    """The parts, each with a role."""
    settled: list[Part] = []
    related = False
    titles = context.lexicon.desk.cues["notice.title"]
    start = headline_index(parts)
    first = next((index for index, part in enumerate(parts) if part.open), len(parts))
    for index, part in enumerate(parts):
        unit, finding = part
        if unit.kind == "blank":
            settled.append(part if finding else Part(unit, _BLANK))
            continue
        if finding is None:
            finding = _read_stray(unit, context, headline, related) if index > start else None
            if finding is None and unit.folded and index > start and not ends_sentence(unit.text):
                finding = Finding("notice", "related-title") if titles.start(unglue(unit)) else None
            finding = finding or _read_text(parts, index, is_first=index == first)
        elif finding.role == "caption" and same_words(unit.folded, headline):
            finding = Finding("repeated-headline", "repeated")
        if unit.kind != "rule":
            related = finding.rule in ("related", "related-title")
        settled.extend(cut_stray_stop(Part(unit, finding)))
    return tuple(settled)


def _read_stray(unit: Unit, context: Context, headline: str, related: bool) -> Finding | None:
    """What stands between paragraphs without being text."""
    if not unit.folded:
        return None
    if same_words(unit.folded, headline):
        return Finding("repeated-headline", "repeated")
    listed = unit.kind == "list-item" or unit.inline.whole == "link"
    if related and listed and not ends_sentence(unit.text):
        return Finding("notice", "related-title")
    if unit.kind == "text" and names_someone(unit, context):
        return Finding("caption", "names-someone")
    by = _TAKEN_BY.match(unit.text) if unit.kind == "text" and not unit.marked else None
    if by and is_name(by[1], context) and unit.text.count(" ") >= _DESCRIBED:
        return Finding("caption", "credit-at-end")
    return None


def _read_text(parts: Parts, index: int, *, is_first: bool) -> Finding:
    """The role of a unit by its kind and look; `is_first` of the first one that has no role."""
    unit = parts[index].unit
    if unit.kind == "rule":
        return Finding("rule", "rule")
    if unit.kind in _ROLES:
        return Finding(_ROLES[unit.kind], unit.kind)
    if unit.inline.whole == "strong" and len(unit.text) <= 100 and not ends_sentence(unit.text):
        return Finding("heading", "bold-line")
    if not is_first and _is_crosshead(parts, index):
        return Finding("heading", "crosshead")
    return _PARAGRAPH


def _is_crosshead(parts: Parts, index: int) -> bool:
    """Whether a short line stands alone above a paragraph, and below another one."""
    unit = parts[index].unit
    if not unit.folded or len(unit.text) > 60 or len(unit.lines) > 1 or unit.marked or not unit.text[0].isupper():
        return False
    if ends_sentence(unit.text) or unit.text[-1] == "," or not 0 < index < len(parts) - 2:
        return False
    lone = parts[index - 1].unit.kind == "blank" == parts[index + 1].unit.kind
    following = parts[index + 2]
    return lone and following.open and len(following.unit.text) >= _LONG
