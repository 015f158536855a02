"""The masthead: who publishes a page, told by a name above its headline that the page says again elsewhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from newsgen.layout.bylines import is_known_name
from newsgen.layout.findings import Finding, Part, Parts, Weight, headline_index, with_roles
from newsgen.layout.mentions import find_mention, trim_owner
from newsgen.layout.notices import AROUND
from newsgen.layout.outlets import Context, name_outlet, trim_name
from newsgen.layout.signs import ends_sentence
from newsgen.layout.stamps import read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

_WORDS = 6
"""Of the longest name."""
_LINES = 12
"""Lines on top among which a masthead stands."""
_ENOUGH = 3
"""What tells a masthead; a place on the very first line counts one of them."""
_ROW = 2
"""Pieces of a line that may be name and motto; more are a menu."""
_SURE = 3
_LIKELY = 2
_FEW = 2
"""Letters of a name that may be part of an address."""

# matches: NPR  Donate  Shop
# matches: ☰  Actu Vallée — L'info en continu
# matches: Orbit & Field | The magazine
_PIECES = re.compile(r"\s{2,}|\s+[|—–·•]\s+|[▾▸☰|]")
# matches: https://p.valley.example/4n
# matches: desk@valley.example
# matches: www.valley.example
_ADDRESS = re.compile(r"(?:https?://|www\.|@|^|\s)([\w-]{1,60}(?:\.[\w-]{1,60}){1,4})", re.I)
# matches: valley.example/contact
# matches: desk@valley.example
# matches: #ValleyNews
# not: The river rose. It fell.
_NETWORK = re.compile(r"[@#]|www\.|://|[\w-]\.[a-z]{2,}/")
# matches: @ValleyNews
# matches: #ValleyNews
_TAG = re.compile(r"[@#](\w{3,40})")
# matches: valley
_LETTERS = re.compile(r"[^\W_]+")
# matches: ValleyNews
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")


class _Page(NamedTuple):
    """Where a page may say again who publishes it."""

    lines: tuple[Part, ...]
    """Below the masthead's own line."""
    hosts: frozenset[str]
    """Folded parts of the addresses and accounts on it."""


def name_masthead(parts: Parts, context: Context) -> Parts:
    """The parts with the line named that tells who publishes the page, unless another one tells it as surely."""
    if any(part.finding and part.finding.weight > Weight.MASTHEAD for part in parts):
        return parts
    lines = (index for index in range(max(0, headline_index(parts))) if _may_be_masthead(parts[index]))
    top = tuple(islice(lines, _LINES))
    named = [(index, name) for index in top if (name := _read_name(parts[index], context, is_first=index == top[0]))]
    first = next((index for index, _ in named if len(_cut(parts[index])) <= _ROW), -1)
    for index, read in named:
        name = _confirm(read, parts, index, context, is_first=index == first)
        if name:
            finding = parts[index].finding
            changed = (finding or Finding("source", "masthead"))._replace(source=name, weight=Weight.MASTHEAD)
            is_whole = fold(name) == fold(trim_name(parts[index].unit.text).rstrip("+"))
            if finding is None or (is_whole and finding.stamp is None):
                changed = changed._replace(role="source", rule="masthead")
            return with_roles(parts, {index: changed})
    if any(part.finding and part.finding.source for part in parts):
        return trim_owner(parts, context)
    return find_mention(parts, context)


def _may_be_masthead(part: Part) -> bool:
    """Whether the line has text and is nothing else."""
    finding = part.finding
    return bool(part.unit.text) and (
        finding is None or finding.role in ("kicker", "source") or finding.rule == "page-head"
    )


def _read_name(part: Part, context: Context, *, is_first: bool) -> str:
    """What may be an outlet's name in the line; empty if nothing may be."""
    pieces = _cut(part)
    if not pieces or (len(pieces) > 1 and not is_first and " " not in pieces[0]):
        return ""
    name = pieces[0].rstrip("+")
    return name if may_be_outlet(name, context) else ""


def _cut(part: Part) -> list[str]:
    """What stands between bars and wide gaps in the line."""
    source = _WELCOME.sub("", part.unit.source.strip("*_# "))
    return [piece for piece in map(trim_name, _PIECES.split(source)) if piece]


# matches: Welcome to the Valley Council
_WELCOME = re.compile(r"^(?:welcome to|bienvenue (?:à|sur)|bienvenid[oa]s? a)\s+(?:the\s)?", re.I)


def _confirm(name: str, parts: Parts, index: int, context: Context, *, is_first: bool) -> str:
    """The name as the page says it again; empty if it does not."""
    others = (*parts[:index], *parts[index + 1 :])
    page = _Page(tuple(part for part in others if part.unit.text), frozenset(_list_hosts(part.unit for part in others)))
    spelled = _JOINT.sub(" ", name)
    leads = is_first and is_proper(name, context) and _leads_menu(parts, index, context)
    beside = max(_weigh_issuer(name, context), _LIKELY * leads)
    if is_first + _weigh(name, page) + beside >= _ENOUGH:
        return spelled if spelled != name and _says(spelled, page.lines) else name
    return spelled if spelled != name and is_first + _weigh(spelled, page) >= _ENOUGH else ""


def is_proper(name: str, context: Context) -> bool:
    """Whether all words have capitals but those that a name may have small: what a button says has not."""
    small = context.lexicon.desk.words["outlet-companion"]
    return all(not word[0].islower() or fold(word) in small for word in _LETTERS.findall(name) if len(word) > 1)


def _leads_menu(parts: Parts, index: int, context: Context) -> bool:
    """Whether a row of sections stands directly below the line: `Home  News  Sport`."""
    if index + 1 >= len(parts) or " " not in parts[index].unit.text:
        return False
    below = parts[index + 1]
    first = below.unit.text.split(maxsplit=1)[:1]
    return len(_cut(below)) > _ROW or (
        below.unit.text.count(" ") > 1 and fold("".join(first)) in context.lexicon.desk.words["crumb"]
    )


def may_be_outlet(name: str, context: Context) -> bool:
    """Whether the words are no section, button, place, date, person or sentence."""
    folded = fold(name)
    desk = context.lexicon.desk
    return (
        1 <= len(name.split()) <= _WORDS
        and any(map(str.isalpha, name))
        and folded not in desk.sections
        and folded.strip(AROUND) not in desk.cues["notice.whole"]
        and not desk.cues["notice.start"].start(folded)
        and folded not in desk.cues["notice.buttons"]
        and not (ends_sentence(name) and name_outlet(name, context) is None)
        and context.lexicon.gazetteer.country_of_place(name) is None
        and read_stamp(name, context.lexicon) is None
        and (not is_known_name(name, context) or name_outlet(name, context) is not None)
    )


def _weigh_issuer(name: str, context: Context) -> int:
    """What the name adds by a word that only outlets or offices have: `Council of the Valley`, `Diario del Valle`."""
    words = name.split()
    if name_outlet(name, context):
        return _LIKELY
    issuers = context.lexicon.desk.words["issuer"]
    return _LIKELY if len(words) > 1 and words[0][0].isupper() and any(fold(word) in issuers for word in words) else 0


def _weigh(name: str, page: _Page) -> int:
    """How surely the page says the name again as that of its outlet."""
    letters = "".join(_LETTERS.findall(fold(name)))
    if letters in page.hosts or (len(letters) > _FEW + 2 and any(letters in host for host in page.hosts)):
        return _SURE
    said = [part for part in page.lines if says_name(name, part.unit)]
    if any(part.finding and _is_signature(part.finding) for part in said):
        return _SURE
    if any(part.unit.text.startswith((f"{name} —", f"{name} –")) for part in said):
        return _SURE
    return _LIKELY if said and (" " in name or name.isupper()) else 0


def _is_signature(finding: Finding) -> bool:
    """Whether the line tells who wrote or owns the article."""
    return finding.role in ("byline", "source", "dateline") or finding.rule == "copyright"


def _says(name: str, lines: Sequence[Part]) -> bool:
    return any(says_name(name, part.unit) for part in lines)


# matches: The Valley Tribune
_ARTICLE = re.compile(r"^(?:The|Le|La|El|Der|Die|Das)\s+(?=\S)", re.I)


def says_name(name: str, unit: Unit) -> bool:
    """Whether the line holds the name, each word with a capital letter."""
    name = _ARTICLE.sub("", name)
    if name.islower():
        name = name.capitalize()
    folded, text = fold(name), unit.text
    if folded not in (unit.folded or fold(text)):
        return False
    pattern = r"(?<!\w)" + r"\W+".join(map(re.escape, _LETTERS.findall(name))) + r"(?!\w)"
    return any(_is_capital(match.group()) for match in re.finditer(pattern, text, re.I))


def _is_capital(said: str) -> bool:
    """Whether the words begin and end with capital letters, as names do."""
    words = _LETTERS.findall(said)
    return words[0][0].isupper() and not words[-1][0].islower()


def says_host(name: str, units: Sequence[Unit]) -> bool:
    """Whether an address in one of the lines goes by the name."""
    letters = "".join(_LETTERS.findall(fold(name)))
    return len(letters) > _FEW + 2 and any(letters in host for host in _list_hosts(units))


def _list_hosts(units: Iterable[Unit]) -> Iterator[str]:
    """What the addresses and accounts on the page consist of."""
    for unit in units:
        text = unit.source
        if _NETWORK.search(text):
            for match in _ADDRESS.finditer(text):
                yield from (label.casefold().replace("-", "") for label in match[1].split(".")[:-1])
            yield from (match[1].casefold() for match in _TAG.finditer(text))
