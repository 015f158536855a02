"""Bylines: who wrote an article, as a line around it says."""

import re
from typing import NamedTuple

from newsgen.layout.outlets import Context, name_outlet, trim_name
from newsgen.layout.stamps import Stamp, read_stamp
from newsgen.lexicon.desk import fold

MAX_BYLINE = 140

# matches: Jane Doe | Reuters
# matches: Jane Doe, Reuters
# matches: Jane Doe – Niamey
# matches: Jane Doe / AFP
_PARTED = re.compile(r"\s*[|•·∙]\s*|\s+[/–—-]+\s+|\s*,\s+|\s+(?=\()")
# matches: Jane Doe in Niamey
# matches: Jeanne Dupont, à Niamey
# not: Jane Doe and John Roe
_AT_PLACE = re.compile(
    r"[\s,]+(?:in|at|from|à|en|desde|em|aus)\s+[^\W\d_a-zß-ÿ][\w.'’-]*(?:[\s,]+[^\W\d_a-zß-ÿ][\w.'’-]*){0,3}$"
)
# matches: Jane Doe on May 3, 2024
_ON_DATE = re.compile(r"\s+(?:on|le|el|am|em)\s+(?=\S)")
# matches: Jane Doe with AFP
# matches: Jeanne Dupont, avec Reuters
# matches: Jeanne Dupont (avec AFP)
_WITH = re.compile(r",?\s+(?:with|avec|con|and|et|y)\s+(\S[^,]*)$|\s\((?:with|avec|con)\s+([^,()]+)\)$")
# matches: Jane Doe for The Courier
_FOR = re.compile(r"\s+(?:for|of|pour|para)\s+(?=\S)")
# matches: O'Neill
# matches: J.-P.
# not: 2024
_NAME_WORD = re.compile(r"^[^\W\d_][^\W\d_]*(?:[.'’-][^\W\d_]*)*,?$")

# matches: Jeanne Dupont (Mamoudzou, correspondance)
# matches: Jeanne Dupont (Mamoudzou (Mayotte), envoyée spéciale)
_ASIDE = re.compile(r"\s*\(([^()]{3,60}|[^()]{2,40}\([^()]{2,30}\)[^()]{0,40})\)$")
# matches: Jane Doe jane.doe@example.org
# matches: Jane Doe | @janedoe
_ACCOUNT = re.compile(r"[\s|,(]+[\w.+-]{0,60}@[\w.-]{2,60}\)?$")
# matches: Jane Doe with news agencies
# matches: Jeanne Dupont avec agences
_AGENCIES = re.compile(r",?\s(?:with|avec|con)\s(?:news\s|les\s)?(?:agencies|agences|agencias)$")
# matches: Jane Doe Follow
# matches: RFI Suivre
_FOLLOW = re.compile(r"\s+(?:Follow|Suivre|Seguir)$")

# matches: Jeanne Dupont - 22 Nov 2024 👁 4 812 💬 37
# not: Jane Doe & 3 others
_COUNTS = re.compile(r"\s+[^\x00-\u20ff\w]{1,3}\s?\d[\d ,.]*[KkMm]?(?:\s|$).*$")

# matches: Jane Doe in Dakar and John Roe in Algiers
_BETWEEN = re.compile(
    r"[\s,]+(?:in|at|from|à|en|desde)\s+[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s[^\W\d_a-zß-ÿ][\w.'’-]*)?(?=,?\s+(?:and|et|y)\s)"
)
# matches: JANE DOE • THE VALLEY
_BARRED = re.compile(r"[|•·]")

# matches: Text: Jane Doe; Photos: John Roe
# matches: Texto: Juana Pérez / Fotos: Luis Roca
# matches: Texte Jeanne Dupont, photos Marc Petit
# not: Text: the river and its photos
_PHOTOS = re.compile(
    r"\s*[;/|,·•–—-]?\s*(?i:photos?|pictures?|images?|photographs?|photography|fotos?|fotografías?|photographies|illustrations?)"
    r"\s?(?::|(?i:by\b|de\b|par\b))?\s*[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,3}$",
)


class Byline(NamedTuple):
    """What a byline tells."""

    name: str
    """The writer or writers as shown; empty if it only tells the rest."""
    stamp: Stamp | None = None
    source: str = ""
    """An outlet or agency beside the name."""


def after_cue(text: str, cue: str) -> str:
    """What follows the folded cue at the head of the text."""
    text = text.replace("\xa0", " ").replace("\u202f", " ")
    for end in range(max(1, len(cue) - 3), min(len(text), len(cue) + 12) + 1):
        if fold(text[:end]) == cue:
            return text[end:]
    return ""


def read_byline(text: str, folded: str, context: Context) -> Byline | None:
    """The byline that the line is by its first words: `By Jane Doe, Reuters`, `De notre correspondant à Niamey`."""
    if not 3 < len(text) <= MAX_BYLINE:
        return None
    cues = context.lexicon.desk.cues
    cue = cues["byline.start"].start(folded)
    if cue is None:
        return None
    if cue in cues["byline.whole"]:
        whole = trim_name(text.split(maxsplit=1)[1])
        return None if text.rstrip()[-1] == "." and len(whole) > 60 else Byline(whole)
    rest = after_cue(text, cue)
    if not rest or (rest[0] not in " :") or (cue in cues["byline.colon"] and rest.lstrip()[:1] != ":"):
        return None
    byline = _read_names(rest.strip(" :"), context)
    is_sure = cue not in cues["byline.doubtful"] or (byline and is_known_name(byline.name, context))
    if not is_sure and not _ends_in_town(rest, context):
        return None
    return byline


def _ends_in_town(rest: str, context: Context) -> bool:
    """Whether a name and the place from which its bearer reports follow: `From Jane Doe, Niamey`."""
    name, comma, town = rest.strip(" :").partition(", ")
    return bool(comma) and is_name(name, context) and context.lexicon.gazetteer.country_of_place(town) is not None


def read_signature(text: str, context: Context) -> Byline | None:
    """The byline that a line is by its end: `Jane Doe, Staff Writer`, `Jane Doe, The Courier`, `SWS newsroom`."""
    if not 5 < len(text) <= 80 or text[-1] in ".!?:;" or any(character.isdigit() for character in text):
        return None
    cues = context.lexicon.desk.cues
    first, *others = _split(text)
    is_signed = any(is_office(other, context) or name_outlet(other, context) for other in others)
    names = _AND.split(first)
    if is_signed and all(is_name(name, context) for name in names) and name_outlet(first, context) is None:
        return Byline(first, None, _source_of(others, context) or _find_employer(others, context))
    words = text.split()
    if 1 <= len(words) <= 6 and fold(words[-1]) in cues["byline.desk"] and not words[0].islower():
        return Byline(text)
    return None


# matches: Jane Doe and John Roe
_AND = re.compile(r"\s+(?:and|et|y|&)\s+")


def is_office(text: str, context: Context) -> bool:
    """Whether the words are an office: `staff writer`, also with the outlet before it: `Courier staff writers`."""
    words = fold(text).split()
    roles = context.lexicon.desk.cues["byline.role"]
    return any(" ".join(words[begin:]) in roles for begin in range(min(3, len(words))))


def _find_employer(parts: list[str], context: Context) -> str:
    """The known outlet before an office: `Valley Radio Isles Journalist`."""
    desk = context.lexicon.desk
    for words in map(str.split, parts):
        for end in range(len(words) - 1, 0, -1):
            name = " ".join(words[:end])
            if fold(name) in desk.outlets or desk.agency(name) or context.declared(name):
                return context.declared(name) or name
    return ""


def is_name(text: str, context: Context) -> bool:
    """Whether the words may be a person's name by their form: two to five, all capitalised but particles."""
    words = text.split()
    small = context.lexicon.desk.words["name"]
    return (
        2 <= len(words) <= 5
        and not words[0].islower()
        and not words[-1].islower()
        and all(_NAME_WORD.match(word) and (not word.islower() or fold(word) in small) for word in words)
    )


def is_known_name(text: str, context: Context) -> bool:
    """Whether the words are a person's name with a given name that is known."""
    names = context.lexicon.names
    words = text.split()
    return (
        is_name(text, context)
        and names.is_given_name(words[0])
        and not any(fold(word) in names.barred for word in words)
        and not (text.isupper() and any(fold(word) in context.lexicon.desk.words["caption"] for word in words))
    )


def without_place(text: str) -> str:
    """The name without the place from which its bearer reports: `Jane Doe in Niamey`."""
    return _AT_PLACE.sub("", text)


def _split(text: str) -> list[str]:
    return [part for part in (part.strip(" ()") for part in _PARTED.split(text)) if part]


def _read_names(rest: str, context: Context) -> Byline | None:
    """The names in what follows the cue; date, outlet, office, place and who took the pictures apart."""
    rest = _PHOTOS.sub("", rest)
    rest, stamp = _cut_date(_FOLLOW.sub("", _ACCOUNT.sub("", _COUNTS.sub("", rest))), context)
    rest = _AGENCIES.sub("", rest)
    aside = _ASIDE.search(rest)
    if aside and any(_is_aside(part, context) for part in _split(aside[1])):
        rest = rest[: aside.start()]
    if name_outlet(rest, context) and _WITH.search(rest):
        return Byline(rest, stamp, _source_of([rest], context))
    rest, wire = _cut_wire(_BETWEEN.sub("", rest), context)
    parts = _split(rest)
    if not parts:
        return None
    names = [parts[0]]
    source = wire
    for part in parts[1:]:
        part_stamp = read_stamp(part, context.lexicon)
        if part_stamp:
            stamp = stamp or part_stamp
        elif not _is_aside(part, context):
            if source or not _are_names(part, context):
                return None
            if _BARRED.search(rest) and not is_known_name(part.title(), context):
                source = part
            else:
                names.append(part)
        source = source or _source_of([part], context)
    name, *employer = (piece.strip(" ,") for piece in _FOR.split(_AT_PLACE.sub("", ", ".join(names)), maxsplit=1))
    source = source or _source_of(employer, context)
    if not _are_names(name, context):
        return None
    return Byline(name, stamp, _find_declared(name, context) or source)


def _cut_date(rest: str, context: Context) -> tuple[str, Stamp | None]:
    """The text without the date that follows the names, and the date."""
    for pattern in (_ON_DATE, _PARTED):
        for match in pattern.finditer(rest):
            stamp = read_stamp(rest[match.end() :], context.lexicon)
            if stamp:
                return rest[: match.start()], stamp
    return rest, None


def _cut_wire(rest: str, context: Context) -> tuple[str, str]:
    """The text without the agency that the writer worked with: `Jane Doe with AFP`; and its name."""
    match = _WITH.search(rest)
    agency = context.lexicon.desk.agency(match[1] or match[2]) if match else None
    if match is None or not agency:
        return rest, ""
    # In brackets the agency only helped.
    return rest[: match.start()], agency if match[1] else ""


def _is_aside(part: str, context: Context) -> bool:
    """Whether the words are an outlet, an office or a place rather than a further name."""
    folded = fold(part)
    desk = context.lexicon.desk
    words = folded.split()
    return (
        folded in desk.cues["byline.role"]
        or words[-1] in desk.cues["byline.desk"]
        or any(" ".join(words[:count]) in desk.cues["byline.role"] for count in range(1, len(words)))
        or name_outlet(part, context) is not None
        or context.lexicon.gazetteer.country_of_place(part) is not None
        or _AT_PLACE.fullmatch(f" {part}") is not None
        or folded in desk.sections
    )


def _find_declared(name: str, context: Context) -> str:
    """The declared outlet or known agency that signs for itself: `SWS staff`, `Reuters`."""
    named = name_outlet(name, context)
    if named and (named.declared or context.lexicon.desk.agency(named.name)):
        return named.name
    first, _, rest = name.partition(" ")
    outlets = context.lexicon.desk.outlets
    return rest if fold(first) in context.lexicon.desk.cues["byline.desk"] and fold(rest) in outlets else ""


def _source_of(parts: list[str], context: Context) -> str:
    for part in parts:
        named = name_outlet(part, context)
        if named:
            return named.name
    return ""


def _are_names(text: str, context: Context) -> bool:
    """Whether the words may be names of persons, or of a desk: `the Courier newsroom`."""
    words = text.split()
    if not 1 <= len(words) <= 14 or len(text) > 110 or text[-1] in "!?:;" or text.endswith(".."):
        return False
    if not all(_NAME_WORD.match(word) or word == "&" for word in words):
        return False
    desk_words = context.lexicon.desk.cues["byline.desk"]
    if len(words) <= 6 and any(fold(word.strip(",")) in desk_words for word in words):
        return True
    if text[-1] == "." and len(words[-1]) > 4:
        return False
    small = context.lexicon.desk.words["name"]
    if all(not word.islower() or fold(word.strip(",")) in small for word in words):
        return any(not word[0].islower() for word in words)
    return 2 <= len(words) <= 3 and context.lexicon.names.is_given_name(words[0])
