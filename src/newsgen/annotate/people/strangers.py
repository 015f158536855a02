"""Strangers: full names whose bearer, the text says, is not the other one called so: `no relation`, `his namesake`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgen.annotate.people.candidates import Candidate
from newsgen.lexicon.cued import Cued

_NAMESAKE = r"(?:namesake|homonyme|hom[óo]nim[oa]|tocay[oa])"

# matches: not related to the
# matches: sin parentesco con
# matches: un simple homonyme
# not: unrelated
_NO_KIN = re.compile(
    r"\b(?i:(?:not|un)[ -]?related to|no (?:relat(?:ion|ive)|kin)\b|belongs? to another family"
    r"|(?:the )?same (?:(?:first |last |full |family )?name|surname)|(?:le )?même (?:nom|prénom|patronyme)"
    r"|(?:el )?mismo (?:nombre|apellido)|shares (?:both )?(?:a|his|her|the) names? with"
    r"|(?:aucun|sans) (?:lien de )?parent[ée]|sans lien (?:familial|de famille)"
    r"|(?:sin|ning[úu]n|tienen?|guardan?) parentesco|no es pariente"
    rf"|(?:an?|his|her|une?|son|sa|su|simple|parfaite?|mero) (?:mere |simple |mero )?{_NAMESAKE})\b"
)
# matches: , a councilman who is
# matches: , con quien no
_LEADS_THERE = re.compile(
    r"(?:[,:(](?:(?! (?:said|says|told|dit|dijo) )[^,;:\n]){0,80}?){0,2},? ?"
    r"(?:(?:and|but|who|whom|to|with|qui|et|mais|y|pero|que|quien|con) )*"
    r"(?:is|was|bears?|has|have|had|n['’](?:a|ont|est)|est|porte|no|es|un|une|a|tiene|lleva)? ?"
)
# matches: not to be confused with the former mayor,
# matches: no tiene parentesco con el alcalde
# matches: shares his name with a footballer,
# matches: A cousin, also called
# matches: son homonyme,
_LEADS_TO = re.compile(
    r"\b(?i:(?:not (?:to be )?confused with|shares? (?:a|his|her|the) name with|(?:not|un)[ -]?related to"
    r"|no (?:relat(?:ion|ive)|kin) (?:of|to)|parent[ée] avec|parentesco con"
    r"|(?:ne (?:faut |doit |doivent )?pas|no(?: hay que| debe)?|pas à) conf(?:ondre|undir) (?:avec|con)"
    r")(?: (?:(?:the|an?|le|la|une?|el|[\w-]{2,20}['’]s) [\w'’-]+|l['’][\w-]+)(?: [\w'’-]+){0,3})?,?"
    rf"|(?:also|likewise|[ée]galement|aussi|tambi[ée]n) (?:called|named|appelée?|nommée?|llamad[oa])"
    rf"|(?:his|her|their|son|sa|leur|su) {_NAMESAKE},?) ?$"
)
# matches: another
# matches: un autre
_ANOTHER = re.compile(r"\b(?i:another|une? autre|otr[oa]) ?$")
# matches: , a driver
# matches: .
_ENDS_NAME = re.compile(r"[,.;)]| (?:who|qui|que)\b")
# matches: left.
# matches: ;
# not: Mr. Marlow
_SENTENCE = re.compile(r"(?<=\w{4})[.!?]|[;\n]")

_DENIALS = Cued("relat kin famil name nom patronyme apellido parent pariente homon homón tocay", _NO_KIN)
_LEADS = Cued("confus confon confun relat kin parent name called appel nomm llamad homon homón tocay", _LEADS_TO)
_OTHERS = Cued("another autre otr", _ANOTHER)

_LOOK_BACK = 80
_LOOK_AHEAD = 160


class Stranger(NamedTuple):
    """A full name that is not another's, where the text says so."""

    candidate: Candidate
    end: int
    """Of the sentence that says so: whom it names besides is the other one."""


def find_strangers(full: Sequence[Candidate], text: str) -> Iterator[Stranger]:
    """The full names, given in order of the text, that it tells from others of the kind."""
    ends = [*(following.start for following in full[1:]), len(text)]
    for candidate, reach in zip(full, ends, strict=False):
        if end := _end_of_denial(candidate, min(reach, candidate.end + _LOOK_AHEAD), text):
            yield Stranger(candidate, end)


def _end_of_denial(candidate: Candidate, reach: int, text: str) -> int:
    """Where the words end that tell the bearer from others; 0 if there are none."""
    start = min(candidate.title.start, candidate.start) if candidate.title is not None else candidate.start
    floor = max(0, start - _LOOK_BACK)
    before = _LEADS.search(text, floor, start)
    if before is None and start < candidate.start:
        before = _LEADS.search(text, floor, candidate.start)
    if before is not None or (_OTHERS.search(text, floor, start) and _ENDS_NAME.match(text, candidate.end)):
        return candidate.end
    denial = _DENIALS.search(text, candidate.end, reach)
    if denial is None or not _LEADS_THERE.fullmatch(text, candidate.end, denial.start()):
        return 0
    stop = _SENTENCE.search(text, denial.end(), denial.end() + _LOOK_AHEAD)
    return stop.start() if stop else denial.end()
