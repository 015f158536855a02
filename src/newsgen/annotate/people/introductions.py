"""Introductions: what the words right beside a full name tell its bearer to be."""

import re
from collections.abc import Iterator

from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Ground
from newsgen.annotate.people.kinship import is_kin
from newsgen.annotate.people.titles import is_plural_title
from newsgen.lexicon.cued import Ended
from newsgen.lexicon.names import Names, fold

# matches: , the mayor of the town,
# matches: , qui dirige
# not: , 34,
_BEHIND = re.compile(r", ([^\W\d_][^\n,.;:()!?\"“”]{2,80})")
# matches: The mayor of the town,
# matches: La sœur,
_BEFORE = re.compile(r"(?:^|[,.;:(\n\"“”] ?)([^\n,.;:()!?\"“”]{3,80}), ?$")
_APPOSED = Ended(",", _BEFORE)
# matches: the driver
# matches: defence minister
# not: driver,
_LEADS = re.compile(r"((?:[^\W\d_][\w'’.-]*(?: |$)){1,2})$")
# matches: an electrician named
# matches: un chauffeur nommé
# not: the club named
_NAMED = re.compile(r"\b(?i:an?|une?|una)\b([^\n,.;:()!?\"“”]{3,80}) (?:named|called|nommée?|appelée?|llamad[oa]) ?$")
_CALLED = Ended("named called nommé nommée appelé appelée llamado llamada", _NAMED)
# matches: who
_WHO = re.compile(r"(?:who|whose|qui|dont|quien|que|cuyo|cuya)\b")
# matches: also a driver
# matches: the former driver
_NOT_ONLY = re.compile(
    r"\b(?:also|once|then|now|later|himself|herself|former|ex|aussi|ancien|ancienne|también|and|et|y)\b"
)
# matches: driver
# matches: team-mate
_WORD = re.compile(r"[^\W\d_][\w'’-]*")

_LOOK_BACK = 90


def find_introductions(candidate: Candidate, ground: Ground) -> Iterator[frozenset[str]]:
    """For each phrase beside the name that brings its bearer in, the roles, offices and kin words in it.

    A clause such as `, who runs the farm,` brings somebody in and may tell no such word.
    """
    text, names = ground.text, ground.names
    if behind := _BEHIND.match(text, candidate.end):
        roles = _roles_in(behind[1], names, closed=text[behind.end() : behind.end() + 1] != " ")
        if (roles or _WHO.match(behind[1])) and not _NOT_ONLY.search(behind[1]):
            yield roles
    start = min(candidate.start, candidate.title.start) if candidate.title else candidate.start
    floor = max(0, candidate.start - _LOOK_BACK)
    before = (
        _APPOSED.search(text, floor, start)
        or _CALLED.search(text, floor, candidate.start)
        or (candidate.title and _LEADS.search(text, floor, candidate.start))
    )
    if before and not _NOT_ONLY.search(before[1]) and (roles := _roles_in(before[1], names, closed=True)):
        yield roles


def _roles_in(phrase: str, names: Names, *, closed: bool) -> frozenset[str]:
    """The folded words of the phrase that tell what persons are, those apart that lead another name."""
    words = _WORD.findall(phrase)
    followers = [*words[1:], "" if closed else "X"]
    found = (word for word, after in zip(words, followers, strict=False) if not after[:1].isupper())
    return frozenset(fold(word) for word in found if _tells_role(word, names))


def _tells_role(word: str, names: Names) -> bool:
    """Whether the word is an office, a trade or a tie of kin."""
    folded = fold(word)
    if folded in names.roles or is_kin(folded) or is_plural_title(word, names):
        return True
    title = names.title_word(word)
    return title is not None and not title.kinds.isdisjoint(("rank", "office", "royal"))
