"""What a page says of its outlet where no line names it: `Support the Valley Weekly`, `About the Valley Command`."""

import re
from collections.abc import Iterator

from newsgen.layout.findings import Finding, Parts, Weight, with_roles
from newsgen.layout.outlets import Context, cut_publisher, name_outlet
from newsgen.layout.signs import ends_sentence
from newsgen.lexicon.desk import fold

_LAST = 6
"""Lines at the end among which an outlet asks for something, though no rule has told them for its own."""
_LINE = 240

# matches: Jane Doe covers rivers for The Valley Tribune.
# matches: (Jane Doe for The Valley Tribune)
_FOR = re.compile(r"\bfor (The (?:[A-Z][\w'’]+ ?){1,4})(?=[.,)]|\s[a-z]|$)")
# matches: She has written for The Valley Tribune.
_FORMERLY = re.compile(r"\b(?:wrote|written|worked|appeared|contribut\w+|freelance\w*|former\w*|previously)\b")
# matches: The Isles Gazette is published every Friday
# matches: Valley Agency website contains only part of its service
# matches: Le Courrier est publié chaque jeudi
_SPEAKS = re.compile(
    r"^(.{3,50}?),?\s(?:website|is (?:an? (?:independent|non-?profit|weekly|daily)|published)|est (?:publié|un média)"
    r"|es un (?:medio|diario)|is owned by|is a member of)\b"
)
# matches: ABOUT THE VALLEY COMMAND
# matches: À propos de l'Institut
_ABOUT = re.compile(r"^(?:About|À propos (?:de|du)|Acerca de|Sobre)\s(?:(?:the|la|le|el)\s|l['’])?(\S.{2,48})$", re.I)
# matches: Support PREMIUM VALLEY's journalism
# not: the river rose
_NAME = re.compile(
    r"[A-ZÀ-Þ][\w&-]*(?:\.[\w&-]+)*(?:\s(?:(?:of|de|du|del|la|le|les|el|and|&)\s)?[A-ZÀ-Þ][\w&-]*(?:\.[\w&-]+)*){0,5}"
)
# matches: VT
# not: Jane
_INITIALS = re.compile(r"^[A-Z]{2,4}$")


def find_mention(parts: Parts, context: Context) -> Parts:
    """The parts with the line named that tells the outlet by speaking of it, if one does."""
    for index, name in _list_mentions(parts, context):
        finding = parts[index].finding or Finding("notice", "appeal")
        return with_roles(parts, {index: finding._replace(source=name, weight=Weight.COPYRIGHT)})
    return parts


def _list_mentions(parts: Parts, context: Context) -> Iterator[tuple[int, str]]:
    for index, (unit, finding) in enumerate(parts):
        if finding and finding.role in ("caption", "notice") and len(unit.text) <= _LINE:
            name = _read_mention(unit.text, context)
            if not name and finding.role == "notice":
                name = _read_about(unit.text, parts, index) or _read_appeal(unit.text, unit.folded, context)
            if name:
                yield index, name
        elif finding is None and index >= len(parts) - _LAST and _asks(unit.text, unit.folded, context):
            name = _read_appeal(unit.text, unit.folded, context)
            if name:
                yield index, name
        elif finding and finding.role in ("byline", "published") and _INITIALS.match(finding.byline):
            name = _spell_initials(finding.byline, parts, context)
            if name:
                yield index, name


def _read_mention(text: str, context: Context) -> str:
    """`Jane Doe for The Valley Tribune`, `The Valley Tribune is published …`: the outlet, if its name tells one."""
    match = (None if _FORMERLY.search(text) else _FOR.search(text)) or _SPEAKS.match(text)
    return _name(match[1].strip(), context) if match else ""


def _read_appeal(text: str, folded: str, context: Context) -> str:
    """`Support the Valley Weekly and its journalists`: the outlet that asks its readers for something."""
    first = folded.partition(" ")[0]
    if first not in context.lexicon.desk.words["invite"]:
        return ""
    names = (_name(match.group(), context) for match in _NAME.finditer(text.partition(" ")[2]))
    return next(filter(None, names), "")


def _asks(text: str, folded: str, context: Context) -> bool:
    """Whether an outlet calls out to its readers: `Become a member today!`"""
    words = context.lexicon.desk.words
    return "!" in text and folded.partition(" ")[0] in words["invite"]


def _name(words: str, context: Context) -> str:
    """The outlet of that name; empty if the words tell no outlet."""
    named = name_outlet(words.removesuffix("'s").removesuffix("’s"), context)
    return named.name if named else ""


def _read_about(text: str, parts: Parts, index: int) -> str:
    """`ABOUT THE VALLEY COMMAND` below a release: who sent it, as the byline or the first paragraphs spell the name."""
    match = _ABOUT.match(text)
    if match is None or ends_sentence(text) or not match[1][0].isupper() or " " not in match[1]:
        return ""
    spelled = re.compile(r"(?<!\w)" + re.escape(match[1].strip()) + r"(?!\w)", re.I)
    for unit, finding in parts[:index]:
        if finding and finding.role in ("byline", "paragraph", "dateline", "notice", "caption"):
            said = spelled.search(unit.text)
            if said and said.group()[0].isupper():
                return said.group()
    return ""


def _spell_initials(initials: str, parts: Parts, context: Context) -> str:
    """The outlet of these initials that the text names: `By VT`, `told The Valley Tribune`."""
    for unit, _ in parts:
        for match in _NAME.finditer(unit.text):
            words = [word for word in match.group().split() if word[0].isupper() and fold(word) != "the"]
            if "".join(word[0] for word in words) == initials and name_outlet(match.group(), context):
                return match.group()
    return ""


def trim_owner(parts: Parts, context: Context) -> Parts:
    """The parts with a publishing company's name cut to the outlet's, where the page says that one alone."""
    for index, (_, finding) in enumerate(parts):
        if finding and finding.rule == "copyright" and finding.source:
            name = cut_publisher(finding.source, context)
            if name != finding.source and (name_outlet(name, context) or _is_said(name, parts, index)):
                return with_roles(parts, {index: finding._replace(source=name)})
    return parts


def _is_said(name: str, parts: Parts, index: int) -> bool:
    folded = fold(name)
    return any(folded in fold(unit.text) for place, (unit, _) in enumerate(parts) if place != index)
