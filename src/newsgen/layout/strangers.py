"""Lines at the edges of a text that are not of it: what an outlet says to readers or of itself, references, labels."""

import re
from itertools import pairwise

from newsgen.layout.core import Core, find_core, measure_overlap
from newsgen.layout.findings import Finding, Parts, headline_index, with_roles
from newsgen.layout.outlets import Context, name_outlet
from newsgen.layout.pitch import is_request, is_service
from newsgen.layout.signs import ends_sentence
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

_LABEL = 60
"""Characters of the longest label."""
_LABEL_WORDS = 4
"""Words of the longest one that no colon ends."""
_TITLE_WORDS = 6
"""Words of the longest title of a box."""
_LITTLE = 0.3
"""What a line shares with the text that says something else."""
_HALF = 0.5
"""The same of a title above a request."""
_LONGEST = 600
"""Characters of the longest description of an outlet."""

# matches: 1. Doe, J. et al. River Res. 9, 112–119 (2024).
# matches: Roe R, Doe J. Floods. Valley Journal. 2019;12(3):45-51.
# matches: [4] J. Doe, Rivers, Valley Press, 2019, pp. 12-14
# not: Doe won in 2019.
_REFERENCE = re.compile(
    r"^(?:\[?\d{1,3}[.\])]\s)?.{0,200}(?:\bet al\b.{0,120}\d{4}|\d[,:]\s?[\de]\d*\s?[-–]\s?\d+(?:\s\(\d{4}\))"
    r"|;\s?\d+(?:\(\d+\))?:\s?\d+|,\spp?\.\s?\d+).{0,40}$"
)
# matches: The author is a teacher in Leeds.
# matches: L'auteur est professeur à Lille.
# not: The author is survived by two sons.
_WRITER_IS = re.compile(
    r"^\(?(?:the (?:author|writer|columnist)s?,? (?:is|are) (?:an?|the|based|professor|former|retired|co-)\b"
    r"|l['’](?:auteure?|autrice) est (?!mort|décéd|né)\w"
    r"|(?:el autor|la autora|el columnista|la columnista) es (?!hij)\w)",
    re.I,
)
# matches: The Courier is an independent news organisation that serves the valley.
# matches: L'Écho du Fleuve est un média indépendant.
# matches: El Faro del Sur es un periódico digital.
# not: The harbour is an old one, the newspaper wrote.
_DESCRIBES = re.compile(
    r"^(?:The |L[aeo]s? |El |L['’])?[^\W\d_a-zß-ÿ][\w'’.&-]*"
    r"(?:\s(?:[^\W\d_a-zß-ÿ][\w'’.&-]*|of|the|de|du|la|des|del)){0,6}"
    r"(?:\s\([A-Z]{2,8}\))?,?\s(?:is|est|es)\s(?:an?|the|une?|una|el|la|le)\s[^.,]{0,60}?\b"
    r"(?:news|newsroom|newspaper|magazine|broadcaster|publication|media|publisher"
    r"|agence|média|journal|quotidien|hebdomadaire|medio|periódico|agencia|diario|revista|semanario)\b"
)
# matches: About Valley Pumps
# matches: À propos de Valley Pumps
# not: About 200 people fled
_ABOUT = re.compile(r"^(?:about|à propos d[eu]|acerca de|sobre)\s(?=[^\W\d_])", re.I)


def name_descriptions(parts: Parts, context: Context) -> Parts:
    """The parts with what an outlet or company says of itself, above or below the text, named."""
    start = headline_index(parts) + 1
    boxes = _find_about(parts, start)
    tried: dict[int, Finding | None] = {
        index: Finding("notice", "about-the-outlet")
        for index, part in enumerate(parts)
        if part.open and (index in boxes or _describes(part.unit))
    }
    if not tried:
        return parts
    core = find_core(with_roles(parts, tried), context)
    if len(core.paragraphs) < 2:
        return parts
    found = {index: tried[index] for index in tried if _is_apart(parts, index, core, context, boxed=index in boxes)}
    return with_roles(parts, found)


def _describes(unit: Unit) -> bool:
    """Whether the unit says which newspaper, agency or the like somebody is."""
    return unit.kind == "text" and len(unit.text) <= _LONGEST and _DESCRIBES.search(unit.text) is not None


def _is_apart(parts: Parts, index: int, core: Core, context: Context, *, boxed: bool) -> bool:
    """Whether a description stands at an edge of the text, and says something else than the text."""
    if boxed:
        return index > core.paragraphs[-1]
    below = index > core.paragraphs[-1]
    beside = (parts[near] for near in (index - 1, index + 1) if 0 <= near < len(parts))
    framed = any(part.finding is not None and part.finding.role == "notice" for part in beside)
    if not below and not (framed and index < core.paragraphs[0]):
        return False
    return measure_overlap(parts[index].unit.text, core, context) <= _LITTLE


def _find_about(parts: Parts, start: int) -> frozenset[int]:
    """Where `About Valley Pumps` stands, and the paragraph below it that begins with the name."""
    found: set[int] = set()
    texts = [index for index in range(start, len(parts)) if parts[index].open]
    for index, below in pairwise(texts):
        text = parts[index].unit.text.rstrip(" :")
        about = _ABOUT.match(text) if len(text) <= _LABEL and not ends_sentence(text) else None
        if about and _drop_article(parts[below].unit.text).startswith(_drop_article(text[about.end() :])):
            found |= {index, below}
    return frozenset(found)


def _drop_article(text: str) -> str:
    folded = fold(text)
    return folded.removeprefix("the ").removeprefix("l'")


def read_stranger(parts: Parts, index: int, below: Finding | None, context: Context) -> Finding | None:
    """What the last line that has no role is, if it is not of the text above it; `below` of the line directly below."""
    unit = parts[index].unit
    if unit.kind not in ("text", "list-item", "heading") or not unit.folded:
        return None
    sentence = _name_sentence(unit, context)
    boxed, label, reference = _heads_box(parts, index, below), _may_be_label(parts, index), _is_reference(unit)
    if not (sentence or boxed or label or reference):
        return None
    core = find_core(parts[:index], context)
    share = measure_overlap(unit.text, core, context)
    chosen = (
        ("reference", reference),
        ("page-box", boxed and share <= _HALF),
        (sentence, share <= _LITTLE),
        ("lone-label", label and _is_label(unit, share, context)),
    )
    rule = next((rule for rule, holds in chosen if rule and holds), None)
    return Finding("notice", rule) if rule and core.paragraphs else None


def _name_sentence(unit: Unit, context: Context) -> str | None:
    """By which rule a line that shares little with the text is none of its sentences."""
    if is_request(unit.text, context):
        return "request"
    return "about-the-writer" if _WRITER_IS.search(unit.text) else None


def _is_reference(unit: Unit) -> bool:
    return (unit.kind == "list-item" or unit.text[0] in "[(") and _REFERENCE.search(unit.text) is not None


def _heads_box(parts: Parts, index: int, below: Finding | None) -> bool:
    """Whether a few words begin a group of lines, and a request stands directly below."""
    if index + 1 >= len(parts) or parts[index - 1].unit.kind != "blank":
        return False
    below = below or parts[index + 1].finding
    return below is not None and below.rule in _BOXED and parts[index].unit.text.count(" ") < _TITLE_WORDS


_BOXED = frozenset(("request", "page-foot", "page-box", "notice-start", "notice-line"))


def _may_be_label(parts: Parts, index: int) -> bool:
    """Whether a short line that is no sentence stands alone at the end, as no verse, list or row of figures does."""
    unit, above = parts[index].unit, parts[index - 1]
    text = unit.text
    if unit.kind == "list-item" or len(text) > _LABEL or ends_sentence(text) or any(map(str.isdigit, text)):
        return False
    return not above.open or ends_sentence(above.unit.text)


def _is_label(unit: Unit, share: float, context: Context) -> bool:
    """Whether such a line introduces what is not there.

    A line that shares a word with the text, or has words that sentences are made of, may be a last sentence without
    its stop.
    """
    text = unit.text
    if text.endswith(":"):
        return True
    if share or name_outlet(text, context) or unit.inline.whole in ("em", "strong"):
        return False
    words = unit.folded.split()
    frequent = sum(word in context.lexicon.desk.frequent for word in words)
    return is_service(text, context) or (1 <= len(words) <= _LABEL_WORDS and not frequent and text[-1].isalpha())
