"""Kinship: full names that the text introduces as somebody's father, sister or predecessor."""

import re
from typing import Literal

from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Ground
from newsgen.lexicon.cued import Ended
from newsgen.lexicon.names import fold

Kin = Literal["elder", "younger", "other"]
"""Older than the person whose kin it is, or before that one in office; younger; neither is told."""

_ELDERS = (
    r"father|mother|parents|grandfather|grandmother|uncle|aunt|predecessor|père|mère|parents|oncle|tante|grand-père"
    r"|grand-mère|prédécesseur|padre|madre|padres|abuelo|abuela|tío|tía|predecesor|predecesora"
)
_YOUNGER = (
    r"son|sons|daughter|daughters|children|grandson|granddaughter|nephew|niece|successor|fils|fille|neveu|nièce"
    r"|successeur|filles|enfants|petit-fils|petite-fille|nieces|nephews|grandsons|granddaughters|hijo|hija|hijos|hijas"
    r"|nieto|nieta|nietos|nietas|sobrino|sobrina|sobrinos|sucesor|sucesora"
)
_OTHERS = (
    r"wife|husband|widow|brother|sister|cousin|half-brother|half-sister|namesake|épouse|époux|femme|mari|veuve|frère"
    r"|soeur|sœur|homonyme|brothers|sisters|cousins|twins|frères|soeurs|sœurs|cousine|jumeaux|jumelles|esposa|esposo"
    r"|marido|mujer|viuda|hermano|hermana|hermanos|hermanas|mellizos|gemelos|primo|prima|primos|tocayo|homónimo"
)
_KIN = rf"(?:(?P<elder>{_ELDERS})|(?P<younger>{_YOUNGER})|(?P<other>{_OTHERS}))"
_KIN_AGAIN = rf"(?:(?P<elder_too>{_ELDERS})|(?P<younger_too>{_YOUNGER})|(?P<other_too>{_OTHERS}))"
_WHOSE = r"\b(?i:his|her|their|son|sa|ses|leur|leurs|su|sus)"

# matches: his father,
# matches: Her late husband
# matches: son prédécesseur, feu
# not: his father died in
# matches: The trader's brother,
# matches: El padre de ambos,
# not: the father of
_BEFORE = re.compile(
    rf"(?:{_WHOSE} (?:\w{{3,12}} )?{_KIN}(?: (?:de|of) (?:ambos|both|tous deux))?,?"
    rf"|(?:\b(?i:the|le|la|el)(?: \w{{3,12}})?|[^\W\d_]['’]s(?: \w{{3,12}})?|\b[Ll]['’]) ?{_KIN_AGAIN}"
    r"(?: (?:de|of) (?:ambos|both|tous deux))?,)"
    r"(?: the late| the former| feu| el difunto)? ?$"
)
_KIN_BEFORE = Ended(
    " ".join(f"{word} {word}," for word in f"{_ELDERS}|{_YOUNGER}|{_OTHERS}|ambos|both|deux".split("|"))
    + " late former feu difunto",
    _BEFORE,
)
# matches: , his father,
# matches: , sa soeur aînée,
# not: , her former party
_BEHIND = re.compile(rf", {_WHOSE} (?:\w{{3,12}} )?{_KIN}\b")
# matches: the elder
# matches: the younger
# matches: el otro
# not: another
_CONTRAST = re.compile(
    r"\b(?i:(?:(?P<elder>the (?:elder|older|late)|feu|el (?:fallecido|difunto))|(?P<younger>the younger)"
    r"|(?P<other>the other|l['’]autre|el otro|la otra))) ?$"
)
_CONTRASTS = Ended("elder older late feu fallecido difunto younger other autre otro otra", _CONTRAST)

# matches: son
# matches: His daughter-in-law,
# matches: her brother and training partner
# matches: two sons, Peter Jr. and
# not: his person
_LEADS_SINGLE = re.compile(
    rf"\b(?P<kin>{_KIN}|(?:daughter|son|brother|sister|mother|father)-in-law|belle-(?:fille|mère|sœur|soeur)"
    r"|beau-(?:fils|père|frère)|nuera|yerno|cuñad[oa]|sueg?r[oa])"
    r"(?: (?:and|et|y) [a-zà-ÿ-]{4,14}(?: [a-zà-ÿ-]{4,14})?)?"
    r"(?P<comma>,)?(?: [A-ZÀ-Þ][\w.-]{1,14}(?:,? [A-ZÀ-Þ][\w.-]{1,14}){0,3},? (?:and|et|y))? ?$"
)
# matches: , said
# matches: .
_CLOSES = re.compile(r"[,.;)]")

_LOOK_BACK = 56
_LONGEST_CONTRAST = 14
_KIN_WORDS = frozenset(map(fold, f"{_ELDERS}|{_YOUNGER}|{_OTHERS}".split("|")))


def find_kin(candidate: Candidate, ground: Ground) -> Kin | None:
    """How the text puts the bearer of a full name beside a person named before; None if it does not."""
    start = min(candidate.title.start, candidate.start) if candidate.title is not None else candidate.start
    match = _KIN_BEFORE.search(ground.text, max(0, start - _LOOK_BACK), start)
    if match is None and ground.text.startswith(", ", candidate.end):
        match = _BEHIND.match(ground.text, candidate.end)
    if match is None:
        return None
    return _kind(match)


def find_contrast(candidate: Candidate, text: str) -> Kin | None:
    """`elder` for `the elder Marlow`, `other` for `the other Marlow`; None where no such word stands before."""
    match = _CONTRASTS.search(text, max(0, candidate.start - _LONGEST_CONTRAST), candidate.start)
    return _kind(match) if match else None


def find_kin_of_single(candidate: Candidate, ground: Ground) -> re.Match[str] | None:
    """The words that make a given name alone that of somebody's kin: `his brother X`, `her daughter-in-law, X,`."""
    if not ground.names.is_given_name(candidate.words[0].text):
        return None
    match = _LEADS_SINGLE.search(ground.text, max(0, candidate.start - _LOOK_BACK), candidate.start)
    if match is None or (match["comma"] and not _CLOSES.match(ground.text, candidate.end)):
        return None
    return match


def is_kin(word: str) -> bool:
    """Whether the folded word says of whom one is kin: `daughter`."""
    return word in _KIN_WORDS


def _kind(match: re.Match[str]) -> Kin:
    """Which kind the words are of."""
    kinds = {name.removesuffix("_too") for name, words in match.groupdict().items() if words}
    return "elder" if "elder" in kinds else "younger" if "younger" in kinds else "other"
