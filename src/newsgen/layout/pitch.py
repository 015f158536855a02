"""What an outlet says to its readers rather than about the news: offers, requests, terms, and what it is itself."""

import re

from newsgen.layout.outlets import Context
from newsgen.lexicon.desk import fold

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
# matches: This week only. Become a member
# matches: Chaque jour, recevez la lettre
_FIRST_WORD = re.compile(r"(?:^|[.!?:,]\s+)([^\W\d_]+(?:-[^\W\d_]+)?)")
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


def is_pitch(text: str, context: Context) -> bool:
    """Whether the sentence offers the outlet's services, asks for support, or states its terms."""
    words = _list_words(text)
    if not words:
        return False
    desk = context.lexicon.desk.words
    is_addressed = words[0] in desk["invite"] or not desk["address"].isdisjoint(words)
    if is_addressed and not desk["service"].isdisjoint(words):
        return True
    return _CALL.search(text) is not None or _DISCLAIMER.search(text) is not None


def is_request(text: str, context: Context) -> bool:
    """Whether somebody asks the reader for something that has to do with an outlet; only where nothing else speaks
    for the text, as its words are those of texts too."""
    if is_pitch(text, context):
        return True
    plain = fold(_QUOTED.sub(" ", text))
    words = frozenset(_WORD.findall(plain))
    desk = context.lexicon.desk.words
    invites = not desk["invite"].isdisjoint(_FIRST_WORD.findall(plain))
    if not invites and desk["address"].isdisjoint(words):
        return False
    return not (desk["service"] | desk["trade"]).isdisjoint(words) or (invites and plain.endswith("!"))


def is_addressed(text: str, context: Context) -> bool:
    """Whether somebody speaks to the reader or of themselves outside quotation marks."""
    words = _list_words(text)
    desk = context.lexicon.desk.words
    return bool(words) and (words[0] in desk["invite"] or not desk["address"].isdisjoint(words))


def is_invitation(text: str, context: Context) -> bool:
    """Whether a line asks its reader to do something with the outlet: `Follow the strike on our live page`."""
    first, *others = _list_words(text) or [""]
    desk = context.lexicon.desk.words
    return first in desk["invite"] and not (desk["address"] | desk["service"]).isdisjoint(others)


def is_service(text: str, context: Context) -> bool:
    """Whether a line of a few words names a service of an outlet: `Sponsor Message`, `Newsletter`."""
    return not context.lexicon.desk.words["service"].isdisjoint(_list_words(text))


def _list_words(text: str) -> list[str]:
    """The folded words outside quotation marks."""
    return _WORD.findall(fold(_QUOTED.sub(" ", text)))
