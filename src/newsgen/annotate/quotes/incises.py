"""Incises: who speaks, told between the quotation marks: « Nous resterons, a déclaré le maire, malgré tout »."""

import re
from bisect import bisect_left
from typing import NamedTuple

from newsgen.annotate.doers import PRONOUNS
from newsgen.annotate.quotes.marks import Quotation
from newsgen.annotate.quotes.speeches import Passage, Speech, read_pronoun
from newsgen.annotate.sentences import Span

# matches: , a déclaré Amina Diallo,
# matches: , a-t-elle ajouté,
# matches: , dit-il
# matches: —dijo Ada Berg—
_INCISE = re.compile(
    r"[,!?—–]\s?(?P<auxiliary>(?:a|ont|avait)(?:-t)?(?:-(?:il|elle))?\s)?(?P<verb>[^\W\d_]+)(?P<inverted>(?:-t)?-(?:il|elle))?"
    r"(?P<who>[^,—–«»“”\n]{0,80}+)(?=[,—–]|$)"
)

# matches: a-t-elle
_PRONOUN = re.compile(r"(?<=-)(?:il|elle)\b")

_AROUND = " ,—–\u00a0\u202f"
"""What stands between an incise and the words that are spoken."""


class Incise(NamedTuple):
    """Who speaks, and the stretches of speech around the words that say so."""

    parts: tuple[Span, ...]
    speech: Speech


def find_incise(quotation: Quotation, passage: Passage) -> Incise | None:
    """The first words between the marks that tell who speaks; English puts them outside."""
    if passage.text[quotation.opened] != "«":
        return None
    for found in _INCISE.finditer(passage.text, quotation.start, quotation.end):
        if passage.lexicon.grammar.has("saying", found["verb"]):
            speech = _read_speech(found, quotation, passage)
            if speech:
                return Incise(tuple(_part(quotation, found, passage.text)), speech)
    return None


def _read_speech(found: re.Match[str], quotation: Quotation, passage: Passage) -> Speech | None:
    """Who speaks by the incise; None if it is none."""
    words = (found.start("verb"), found.end("verb"))
    pronoun = _PRONOUN.search(passage.text, found.start(), found.start("who"))
    if pronoun:
        gender = PRONOUNS[pronoun[0]]
        meant = passage.doers.find_antecedent(quotation.opened, gender, strictly=False)
        return read_pronoun(words, pronoun.span(), meant)
    span = found.span("who")
    at = bisect_left(passage.mentions, span[0], key=lambda mention: mention.start)
    mention = next((m for m in passage.mentions[at : at + 1] if m.start < span[1]), None)
    if mention and mention.start - span[0] == 1:
        return Speech(mention.person, "named", words, (mention.start, mention.end))
    return Speech(None, "unattributed", words) if found["auxiliary"] else None


def _part(quotation: Quotation, incise: re.Match[str], text: str) -> list[Span]:
    """The words in front of the incise and behind it."""
    behind = text[incise.end() : quotation.end]
    start = incise.end() + len(behind) - len(behind.lstrip(_AROUND))
    front = (quotation.start, incise.start() + (text[incise.start()] in "!?"))
    return [front] + ([(start, quotation.end)] if start < quotation.end else [])
