"""Trades: the noun in front of a comma that tells who is named behind it: `the fleet's spokesperson, X Y,`."""

import re

from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Ground
from newsgen.lexicon.names import fold

# matches: The coast guard's spokesperson,
# matches: la coordinadora,
# matches: Un vendeur de cartes,
# not: He thanked the spokesperson, who
_CLAUSE = re.compile(r"(?:^|[,.;:!?\n\"“”«»()] ?)([^\n,.;:!?\"“”«»()]{3,90}), ?$")
# matches: The
# matches: club's
# matches: otra
# not: spokesperson
_LEADS = re.compile(
    r"^(?:(?i:the|an?|his|her|its|their|my|our|another|one|le|la|el|une?|una|son|sa|leur|su|mi|otr[oa])$|.+['’]s$)"
)
# matches: His
# not: its
_OF_PERSON = re.compile(r"^(?i:his|her|my)$")
# matches: l'entraîneur
# not: la
_ELIDED = re.compile(r"^(?i:l['’])(?=\w)")
# matches: for
# matches: d'assises
# not: the
_OF = re.compile(r"^(?:of|for|in|at|from|with|de|en|à|d['’]\w+)$")
# matches: the
# matches: des
_ARTICLE = re.compile(r"^(?i:the|an?|his|her|its|their|le|la|les|des?l|du|des|el|los|las|une?|una|l['’]\w+)$")
# matches: , said
# matches: .
# matches:  of Port Marlow
# not:  said
_CLOSES = re.compile(r"[,.;)]| (?:of|from|de|in) (?=[A-ZÀ-Þ])")
# matches: , and her lawyer
# not: , who
_GOES_ON = re.compile(r",? (?:and|or|et|ou|y|e|o)\b")

_LOOK_BACK = 94
_MOST_BEFORE = 5
"""Words between the article and the trade."""
_MOST_BEHIND = 5
"""Words that say of what: `for lorry owners`."""


def role_before(candidate: Candidate, ground: Ground) -> tuple[int, int] | None:
    """Where the trade stands in the clause before the comma that the name follows; None if there is none.

    In the middle of a clause the trade must be one that no firm has, and the name no item of a list.
    """
    text = ground.text
    if not text.startswith(", ", candidate.start - 2) or not _CLOSES.match(text, candidate.end):
        return None
    clause = _CLAUSE.search(text, max(0, candidate.start - _LOOK_BACK), candidate.start)
    if clause is None:
        return None
    words = clause[1].split(" ")
    at = _find_role(words, ground)
    if at is None:
        return None
    lead = _find_lead(words, at)
    if lead is None or not (_opens(words, lead) or _is_told(words, lead, at, candidate, ground)):
        return None
    start = clause.start(1) + sum(len(word) + 1 for word in words[:at])
    return start, start + len(words[at])


def _find_role(words: list[str], ground: Ground) -> int | None:
    """The index of the last trade that ends the clause, or that the clause goes on to say of what it is."""
    for at in range(len(words) - 1, -1, -1):
        behind = words[at + 1 :]
        if _is_role(words[at], ground):
            return at if not behind or _tells_of_what(behind) else None
        if len(behind) > _MOST_BEHIND:
            return None
    return None


def _is_role(word: str, ground: Ground) -> bool:
    """Whether the word, an elided article aside, is a trade or an office."""
    bare = _ELIDED.sub("", word)
    title = ground.names.title_word(bare)
    return word[:1].islower() and (fold(bare) in ground.names.roles or bool(title and "office" in title.kinds))


def _tells_of_what(words: list[str]) -> bool:
    """Whether the words are `for lorry owners`; not `of the firm`, which the name behind the comma may be."""
    return _OF.match(words[0]) is not None and not any(_ARTICLE.match(word) for word in words)


def _find_lead(words: list[str], role: int) -> int | None:
    """The index of the article or possessive that leads the trade."""
    if _ELIDED.match(words[role]):
        return role
    return next((n for n in range(role - 1, max(-1, role - 2 - _MOST_BEFORE), -1) if _LEADS.match(words[n])), None)


def _opens(words: list[str], lead: int) -> bool:
    """Whether the phrase fills the clause, `by` and `in` with a place aside."""
    return lead == 0 or words[lead - 1].casefold() == "by" or not any(word[:1].islower() for word in words[:lead])


def _is_told(words: list[str], lead: int, role: int, candidate: Candidate, ground: Ground) -> bool:
    """Whether the trade alone tells a person, wherever in the clause it stands."""
    if _GOES_ON.match(ground.text, candidate.end):
        return False
    return _OF_PERSON.match(words[lead]) is not None or fold(words[role]) not in ground.names.firm_roles
