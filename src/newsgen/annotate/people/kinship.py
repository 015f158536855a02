"""Kinship: full names that the text introduces as somebody's father, sister or predecessor."""

import re
from typing import Literal

from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Ground

Kin = Literal["elder", "younger", "other"]
"""Older than the person whose kin it is, or before that one in office; younger; neither is told."""

_ELDERS = (
    r"father|mother|parents|grandfather|grandmother|uncle|aunt|predecessor|père|mère|parents|oncle|tante|prédécesseur"
    r"|padre|madre|padres|abuelo|abuela|tío|tía|predecesor|predecesora"
)
_YOUNGER = (
    r"son|sons|daughter|daughters|children|grandson|granddaughter|nephew|niece|successor|fils|fille|neveu|nièce"
    r"|successeur|hijo|hija|hijos|nieto|nieta|sobrino|sobrina|sucesor|sucesora"
)
_OTHERS = (
    r"wife|husband|widow|brother|sister|cousin|half-brother|half-sister|namesake|épouse|époux|femme|mari|veuve|frère"
    r"|soeur|sœur|homonyme|esposa|esposo|marido|mujer|viuda|hermano|hermana|primo|prima|tocayo|homónimo"
)
_KIN = rf"(?:(?P<elder>{_ELDERS})|(?P<younger>{_YOUNGER})|(?P<other>{_OTHERS}))"
_WHOSE = r"\b(?i:his|her|their|son|sa|ses|leur|leurs|su|sus)"

# matches: his father, 
# matches: Her late husband 
# matches: son prédécesseur, feu 
# not: his father died in 
_BEFORE = re.compile(rf"{_WHOSE} (?:\w{{3,12}} )?{_KIN},? (?:the late |the former |feu |el difunto )?$")
# matches: , his father,
# matches: , sa soeur aînée,
# not: , her former party
_BEHIND = re.compile(rf", {_WHOSE} (?:\w{{3,12}} )?{_KIN}\b")
# matches: the elder 
# matches: the late 
_ELDER = re.compile(r"\b(?i:the (?:elder|older|late)|feu|el (?:fallecido|difunto)) $")
# matches: the younger 
_YOUNGER_ONE = re.compile(r"\b[Tt]he younger $")
# matches: the other 
# matches: l'autre 
_OTHER_ONE = re.compile(r"\b(?:[Tt]he other |[Ll][’']autre |[Ee]l otro |[Ll]a otra )$")

_LOOK_BACK = 56


def find_kin(candidate: Candidate, ground: Ground) -> Kin | None:
    """How the text puts the bearer of a full name beside a person named before; None if it does not."""
    start = min(candidate.title.start, candidate.start) if candidate.title is not None else candidate.start
    match = _BEFORE.search(ground.text, max(0, start - _LOOK_BACK), start)
    if match is None and ground.text.startswith(", ", candidate.end):
        match = _BEHIND.match(ground.text, candidate.end)
    if match is None:
        return None
    return "elder" if match["elder"] else "younger" if match["younger"] else "other"


def find_contrast(candidate: Candidate, text: str) -> Kin | None:
    """`elder` for `the elder Marlow`, `other` for `the other Marlow`; None where no such word stands before."""
    start = max(0, candidate.start - _LOOK_BACK)
    tried: tuple[tuple[Kin, re.Pattern[str]], ...] = (
        ("elder", _ELDER), ("younger", _YOUNGER_ONE), ("other", _OTHER_ONE)
    )
    return next((kin for kin, pattern in tried if pattern.search(text, start, candidate.start)), None)
