"""What an outlet says to its readers rather than about the news: offers, requests, terms, and what it is itself."""

import re
from collections.abc import Sequence
from functools import lru_cache

from newsgen.layout.outlets import Context
from newsgen.lexicon.cued import Cued
from newsgen.lexicon.desk import fold

_CALL_WORDS = 9
"""Words of the longest call."""

# matches: said “we will sign” and left
# matches: a dit « nous signerons »
# matches: said "we will sign" and left
_QUOTED = re.compile(r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)")
# matches: our journalists
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# matches: Tell the council to act now. Learn more.
# matches: Terms apply. Read more
# matches: Move money for less. Try it free.
# not: He wanted to learn more.
_CALL = re.compile(
    r"(?:[.!?]\s|^)(?:learn|read|find out|see|discover|watch) (?:more|here)\.?$"
    r"|(?:[.!?]\s|^)(?:try|start|order|shop|book|apply|get started)\b[\w ]{0,16}\b(?:free|now|today|here)[.!]?$"
    r"|(?:[.!?]\s|^)(?:en savoir plus|m[aá]s informaci[oó]n|saber m[aá]s)\.?$",
    re.I,
)
_CALL_ENDS = ("more", "here", "free", "now", "today", "plus", "ación", "acion", "más", "mas")
# matches: This week only. Become a member
# matches: Chaque jour, recevez la lettre
# matches: ¿Una noticia? Inicie sesión
# not: Support for the crew grew
_FIRST_WORD = re.compile(
    r"(?:(?:^|[.!?:]\s+)[¿¡(]?|,\s(?=[^\W\d_]+ez\b))([^\W\d_]+)\b"
    r"(?!\s(?:for|of|from|by|in|with|has|have|is|are|was|were|will|came|grew|rose|fell|among|and)\b)"
)
# matches: she said on Monday
# matches: selon la régie
_SAID = re.compile(r"\b(?:said|says|told|added|according|dit|déclaré|selon|dijo|dice|según|añadió)\b")
# matches: Follow her at @tomdoe
# matches: desk@example.org
# matches: call +44 20 7946 0991
_REACHED = re.compile(r"@\w|\bwww\.|https?:|\+?\d[\d ()-]{7,20}\d")
# matches: The views expressed are those of the author
# matches: Comments expressed here do not reflect the opinions of the paper
# matches: Les opinions exprimées ici n'engagent que leurs auteurs
# matches: Las opiniones expresadas son responsabilidad del autor
# not: The views of the council
_DISCLAIMER = re.compile(
    r"\b(?:views?|opinions?|comments?|positions?)\b[^.]{0,40}"
    r"\b(?:expressed (?:here|in)|are those of|do(?:es)? not (?:necessarily )?(?:reflect|represent))\b"
    r"|\b(?:opinions?|propos|points de vue)\s(?:exprim[ée]+s|n'engage)|\bopiniones\s(?:expresadas|vertidas)",
    re.I,
)
_DISCLAIMERS = Cued("expressed those reflect represent exprim engage opiniones", _DISCLAIMER)


def is_pitch(text: str, context: Context) -> bool:
    """Whether the sentence offers the outlet's services, asks for support, or states its terms."""
    words = _list_words(text)
    if not words:
        return False
    desk = context.lexicon.desk.words
    is_addressed = words[0] in desk["invite"] or not desk["address"].isdisjoint(words)
    if is_addressed and not desk["service"].isdisjoint(words):
        return True
    calls = text.rstrip(".!").lower().endswith(_CALL_ENDS) and _CALL.search(text)
    return bool(calls or _DISCLAIMERS.search(text))


def is_offer(text: str, context: Context) -> bool:
    """Whether one of the sentences begins with a request, and they name a service: `Like it? Sign up by email.`"""
    if not is_service(text, context):
        return False
    first = _FIRST_WORD.findall(fold(_QUOTED.sub(" ", text)))
    return not context.lexicon.desk.words["invite"].isdisjoint(first)


def is_call(text: str, context: Context) -> bool:
    """Whether a few words without a stop ask the reader for something: `Buy tickets for the summer camp`."""
    words = _list_words(text)
    desk = context.lexicon.desk.words
    asks = bool(words) and any(words[0] in desk[kind] for kind in ("invite", "ask", "service"))
    return asks and 1 < len(words) <= _CALL_WORDS and text[-1] not in ".:;,…" and _SAID.search(fold(text)) is None


def is_imperative(text: str, context: Context) -> bool:
    """Whether one of the sentences outside quotation marks begins with a request."""
    first = _FIRST_WORD.findall(fold(_QUOTED.sub(" ", text)))
    desk = context.lexicon.desk.words
    return not (desk["invite"].isdisjoint(first) and desk["ask"].isdisjoint(first))


def is_request(text: str, context: Context) -> bool:
    """Whether somebody asks the reader for something that has to do with an outlet; only where nothing else speaks
    for the text, as its words are those of texts too."""
    if is_pitch(text, context):
        return True
    plain = fold(_QUOTED.sub(" ", text))
    words = _list_words(text)
    desk = context.lexicon.desk.words
    first = _FIRST_WORD.findall(plain)
    is_addressed_to = not desk["address"].isdisjoint(words)
    asks = not desk["ask"].isdisjoint(first) and (is_addressed_to or "?" in plain or "!" in plain)
    invites = asks or not desk["invite"].isdisjoint(first)
    if _SAID.search(plain) or not (invites or is_addressed_to):
        return False
    is_of_trade = not (desk["service"].isdisjoint(words) and desk["trade"].isdisjoint(words))
    return is_of_trade or (invites and plain.endswith("!")) or _REACHED.search(text) is not None


def is_addressed(text: str, context: Context) -> bool:
    """Whether somebody speaks to the reader or of themselves outside quotation marks."""
    words = _list_words(text)
    desk = context.lexicon.desk.words
    return bool(words) and (words[0] in desk["invite"] or not desk["address"].isdisjoint(words))


def is_invitation(text: str, context: Context) -> bool:
    """Whether a line asks its reader to do something with the outlet: `Follow the strike on our live page`."""
    first, *others = _list_words(text) or [""]
    desk = context.lexicon.desk.words
    return first in desk["invite"] and not (desk["address"].isdisjoint(others) and desk["service"].isdisjoint(others))


def is_service(text: str, context: Context) -> bool:
    """Whether a line of a few words names a service of an outlet: `Sponsor Message`, `Newsletter`."""
    return not context.lexicon.desk.words["service"].isdisjoint(_list_words(text))


@lru_cache(maxsize=1 << 11)
def _list_words(text: str) -> Sequence[str]:
    """The folded words outside quotation marks, which several rules ask of the same line."""
    return _WORD.findall(fold(_QUOTED.sub(" ", text)))
