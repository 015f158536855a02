"""Lines at the edges of a text that are not of it: what an outlet says to readers or of itself, references, labels."""

import re
from itertools import pairwise

from newsgen.layout.boxes import speaks
from newsgen.layout.bylines import is_known_name
from newsgen.layout.core import Core, find_core, measure_overlap
from newsgen.layout.findings import Finding, Parts, headline_index, with_roles
from newsgen.layout.outlets import Context, name_outlet
from newsgen.layout.pitch import is_call, is_imperative, is_request, is_service
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
_LINES = 3
"""Short lines below each other that are a verse or a list."""
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
# matches: Valley Review is published with the support of its readers.
# matches: Valley Dispatch is supported by readers
# matches: Valley Letter, 12 Mill Road
# not: Valley Review won.
_LIVES = re.compile(
    r"^(.{4,50}?)(?:\s(?:is|est|es)\s(?:made possible|supported|published|funded|financed|publi|financ|souten)"
    r"|,\s\d{1,4}\s[^\W\d_])",
    re.I,
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
# matches: Jane Doe is a retired pilot.
# matches: Jeanne Dupont est journaliste à Lille.
# not: Jane Doe is survived by a son.
_SOMEONE_IS = re.compile(
    r"^([^\W\d_a-zß-ÿ][\w'’.-]+(?:\s[^\W\d_a-zß-ÿ][\w'’.-]*){1,3}),?\s"
    r"(?:is (?:an?|our|based|co-|professor|director|editor|the (?:author|editor|founder|director|co-))\b"
    r"|(?:covers|reports|writes|teaches)\b"
    r"|est (?:un|une|le|la|notre|professeur|journaliste|chercheu\w+|correspondante?|auteure?|écrivaine?|direct\w+)\b"
    r"|es (?:un|una|el|la|profesora?|periodista|corresponsal|investigadora?|escritora?|directora?)\b)"
)
# matches: This article was first published in the Courier.
# matches: Reporting for this story was supported by the Example Fund.
# matches: Cet article a été traduit de l'anglais.
# matches: Este reportaje fue realizado con el apoyo de la Fundación Ejemplo.
# not: This article of the law was repealed.
_THIS_TEXT = re.compile(
    r"^.{0,40}\bth(?:is|ese) (?:article|story|piece|content|interview)s?\b"
    r".{0,60}\b(?:published|produced|translated|written|edited|updated|supported|funded|adapted|reproduced|republished"
    r"|appeared|excerpted|created|generated|corrected|amended|part of a series)\b"
    r"|^.{0,40}\b(?:cet article|ce reportage|cette enquête|ce contenu|cet entretien|ce texte)\b.{0,60}"
    r"\b(?:publié|produit|traduit|écrit|rédigé|réalisé|financé|soutenu|mis à jour|mise à jour|adapté|corrigé)"
    r"|^.{0,40}\best[ea] (?:artículo|reportaje|nota|noticia|texto|contenido|entrevista)\b.{0,60}"
    r"\b(?:publicad|producid|traducid|escrit|realizad|elaborad|financiad|actualizad|adaptad|apareció)",
    re.I,
)
# matches: With additional information from Sample Wire.
# matches: (With inputs from agencies)
# matches: Avec des informations de la rédaction
# not: With the information from the captain, the board decided.
_WITH = re.compile(
    r"^\W?(?:with|avec|con) (?:additional |further |des |agency )?"
    r"(?:inputs?|information|reporting|files|contributions?|material|reports|informations|información|informaciones)\s"
    r"(?:from|by|de|d['’]|des)\b",
    re.I,
)
# matches: The Courier is an independent news organisation that serves the valley.
# matches: L'Écho du Fleuve est un média indépendant.
# matches: El Faro del Sur es un periódico digital.
# not: The harbour is an old one, the newspaper wrote.
_DESCRIBES = re.compile(
    r"^(?:The |L[aeo]s? |El |L['’])?[^\W\d_a-zß-ÿ][\w'’.&-]*"
    r"(?:\s(?:[^\W\d_a-zß-ÿ][\w'’.&-]*|of|the|de|du|la|las|los|el|des|del)){0,6}"
    r"(?:\s\([A-Z]{2,8}\))?,?\s(?:is|est|es)\s(?:an?|the|une?|una|el|la|le)\s[^.,]{0,60}?\b"
    r"(?:news|newsroom|newspaper|magazine|broadcaster|publication|media|publisher"
    r"|agence|média|journal|quotidien|hebdomadaire|medio|periódico|agencia|diario|revista|semanario)\b"
)
# matches: About Valley Pumps
# matches: À propos de Valley Pumps
# matches: Acerca del Concejo
# not: About 200 people fled
_ABOUT = re.compile(r"^(?:about|à propos d(?:es?|u|e la)|acerca del?|sobre)\s(?=[^\W\d_])", re.I)


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
    return unit.kind == "text" and len(unit.text) <= _LONGEST and _DESCRIBES.match(unit.text) is not None


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
        if about and _tells_of(text[about.end() :], parts[below].unit.text):
            found |= {index, below}
    return frozenset(found)


def _tells_of(name: str, text: str) -> bool:
    """Whether a text begins with the name, or with "the" and a word of it: `The Authority carries …`."""
    folded, said = _drop_article(name), _drop_article(text)
    first = said.partition(" ")[0]
    is_short = fold(text).startswith(("the ", "l'", "la ", "le ", "el ")) and first in folded.split()
    return said.startswith(folded) or (is_short and name[:1].isupper())


def _drop_article(text: str) -> str:
    folded = fold(text)
    return _ARTICLE.sub("", folded)


# matches: the council
# matches: l'office
_ARTICLE = re.compile(r"^(?:(?:the|le|la|el)\s|l')")


def read_stranger(parts: Parts, index: int, below: Finding | None, context: Context) -> Finding | None:
    """What the last line that has no role is, if it is not of the text above it; `below` of the line directly below."""
    unit = parts[index].unit
    if unit.kind not in ("text", "list-item", "heading") or not unit.folded:
        return None
    sentence = _name_sentence(parts, index, context)
    boxed, label, reference = _heads_box(parts, index, below), _may_be_label(parts, index), _is_reference(unit)
    if not (sentence or boxed or label or reference):
        return None
    core = find_core(parts[:index], context)
    share = measure_overlap(unit.text, core, context)
    if sentence == "request" and speaks(parts, core, context) and not is_imperative(unit.text, context):
        sentence = None
    chosen = (
        ("reference", reference),
        ("page-box", boxed and share <= _HALF),
        (sentence, share <= _LITTLE),
        ("lone-label", label and _is_label(unit, share, context)),
    )
    rule = next((rule for rule, holds in chosen if rule and holds), None)
    return Finding("notice", rule) if rule and core.paragraphs else None


def _name_sentence(parts: Parts, index: int, context: Context) -> str | None:
    """By which rule a line, if it shares little with the text, is none of its sentences."""
    text = parts[index].unit.text
    if len(text) > _LONGEST:
        return None
    if _THIS_TEXT.match(text) or (_WITH.match(text) and len(text) <= _LABEL * 2):
        return "of-the-text"
    if _WRITER_IS.match(text) or _introduces(parts, index, context):
        return "about-the-writer"
    if _pays(text, context):
        return "about-the-outlet"
    if is_call(text, context) and parts[index].unit.kind == "text" and _ends_above(parts, index):
        return "request"
    return "request" if is_request(text, context) else None


def _pays(text: str, context: Context) -> bool:
    """Whether the line tells who pays for the outlet that the frame names, or where it lives."""
    lives = _LIVES.match(text)
    return lives is not None and context.told(lives[1].strip()) is not None


def _ends_above(parts: Parts, index: int) -> bool:
    """Whether no more than a few short lines part the line from the end of a sentence, as no verse or list is."""
    above = [part for part in parts[max(0, index - 2 * _LINES) : index] if part.unit.kind not in ("blank", "rule")]
    for part in reversed(above[-_LINES:]):
        if not part.open or ends_sentence(part.unit.text):
            return True
        if len(part.unit.text) > _LABEL or part.unit.kind != "text":
            return False
    return False


def _introduces(parts: Parts, index: int, context: Context) -> bool:
    """Whether the line tells what somebody is whom the text has not named, as only a biography does at the end."""
    someone = _SOMEONE_IS.match(parts[index].unit.text)
    if someone is None or not is_known_name(someone[1], context):
        return False
    *_, family = someone[1].split()
    return not any(part.open and family in part.unit.text for part in parts[:index])


def _is_reference(unit: Unit) -> bool:
    return (unit.kind == "list-item" or unit.text[0] in "[(") and _REFERENCE.match(unit.text) is not None


def _heads_box(parts: Parts, index: int, below: Finding | None) -> bool:
    """Whether a few words begin a group of lines, and a request stands directly below."""
    if index + 1 >= len(parts) or parts[index - 1].unit.kind != "blank":
        return False
    below = below or parts[index + 1].finding
    return below is not None and below.rule in _BOXED and parts[index].unit.text.count(" ") < _TITLE_WORDS


_BOXED = frozenset(("request", "page-foot", "page-box", "notice-start", "notice-line"))


def _may_be_label(parts: Parts, index: int) -> bool:
    """Whether a short line that is no sentence stands alone at the end, as no verse, list or row of figures does."""
    unit = parts[index].unit
    text = unit.text
    if unit.kind == "list-item" or len(text) > _LABEL or ends_sentence(text) or any(map(str.isdigit, text)):
        return False
    return _ends_above(parts, index)


def _is_label(unit: Unit, share: float, context: Context) -> bool:
    """Whether such a line introduces what is not there.

    A line that shares a word with the text, or has words that sentences are made of, may be a last sentence without
    its stop.
    """
    text = unit.text
    if text.endswith(":"):
        return True
    if _is_row_of_tags(unit, context):
        return True
    if share or name_outlet(text, context) or unit.inline.whole in ("em", "strong"):
        return False
    words = unit.folded.split()
    frequent = sum(word in context.lexicon.desk.frequent for word in words)
    return is_service(text, context) or (1 <= len(words) <= _LABEL_WORDS and not frequent and text[-1].isalpha())


def _is_row_of_tags(unit: Unit, context: Context) -> bool:
    """Whether the line is a row of words and names, with wide blanks or bars between them."""
    tags = _TAGS.split(unit.source.strip())
    if len(tags) < 2 or not all(tag[:1].isupper() for tag in tags):
        return False
    frequent = context.lexicon.desk.frequent
    return not any(word in frequent for word in unit.folded.split()) and name_outlet(unit.text, context) is None


# matches: Rivers   Floods
# matches: Rivers | Floods
# not: Rivers, floods
_TAGS = re.compile(r"\s{2,}|\s?[|•·]\s?")
