"""Evidence from the rest of the article: the family name alone further on, and the company of other persons."""

import re
from collections.abc import Iterable, Sequence

from newsgen.annotate.people.candidates import Candidate, Found
from newsgen.annotate.people.evidence import acts_as_person, find_weak_evidence, follows_article
from newsgen.annotate.people.ground import Ground

# matches: ,
# matches: , and
# matches: /
# not:  said
_BETWEEN_LISTED = re.compile(r"\A(?:[,;/]\s?(?:(?:and|et|y|e|&)\b ?)?| (?:and|et|y|e|&) )(?:[\w'’]+ )?\Z")
# matches: , then
# matches: ;
_ENDS_ITEM = re.compile(r"\s?(?:[,;.)(/\n]|\d|(?:and|et|y|e)\b|\Z)")

# matches: the manager of
# matches: An accountant for state-backed
# not: proof
_OF_FIRM = re.compile(r"\b(?:of|for|at|from|de|du|del|chez|para)(?: [a-z]\w*-\w+)? ?$")

_LOOK_BACK = 30
_WIDEST_GAP = 14


def find_echoed(declined: Iterable[Candidate], single: Sequence[Candidate], ground: Ground) -> list[Found]:
    """Those of the declined names whose last word stands alone elsewhere, as a person's would."""
    declined = tuple(declined)
    asked = {word for candidate in declined for word in (candidate.key[0], candidate.key[-1])}
    single = [candidate for candidate in single if candidate.key[0] in asked]
    alone = {candidate.key[0] for candidate in single if not follows_article(candidate, ground)}
    acting = {candidate.key[0] for candidate in single if acts_as_person(candidate, ground)}
    found = []
    for candidate in declined:
        family = candidate.key[-1]
        if family not in alone or candidate.key[0] in alone:
            continue
        rule = find_weak_evidence(candidate, ground) or ("echo" if family in acting else None)
        if rule is not None:
            found.append(Found(candidate, rule))
    return found


def find_listed(declined: Iterable[Candidate], found: Iterable[Found], ground: Ground) -> list[Found]:
    """Those of the declined names that stand in one list with persons: `Saeed Anwar, Moin Khan, Waqar Younis`."""
    items = sorted((*((c, False) for c in declined), *((f.candidate, True) for f in found)), key=_by_start)
    forwards = _spread(items, ground)
    backwards = _spread(items[::-1], ground)
    return [Found(candidate, "list") for candidate in sorted({*forwards, *backwards}, key=lambda c: c.start)]


def _by_start(item: tuple[Candidate, bool]) -> int:
    """Where the candidate begins."""
    return item[0].start


def _spread(items: Sequence[tuple[Candidate, bool]], ground: Ground) -> list[Candidate]:
    """The declined candidates next to a person, or to one so found, in a list."""
    found = []
    last: Candidate | None = None
    for candidate, known in items:
        if not known and last is not None and _are_listed(last, candidate, ground):
            found.append(candidate)
            last = candidate
        else:
            last = candidate if known else None
    return found


def _are_listed(one: Candidate, other: Candidate, ground: Ground) -> bool:
    """Whether two names are neighbours in a list and the second fills its item."""
    left, right = sorted((one, other))
    if right.start - left.end > _WIDEST_GAP or len(other.words) < 2:
        return False
    if other is left and _OF_FIRM.search(ground.text, max(0, left.start - _LOOK_BACK), left.start):
        return False  # `the manager of Marlow Yards, Jane Doe,`
    between = ground.text[left.end : right.start]
    return _BETWEEN_LISTED.match(between) is not None and _ENDS_ITEM.match(ground.text, other.end) is not None
