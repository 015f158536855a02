"""Local persons: what an article's mentions tell of each person, in records."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Ground, Key
from newsgen.annotate.people.ties import Tie
from newsgen.annotate.people.words import Run
from newsgen.lexicon.names import Names, fold
from newsgen.records.reading import CountryMention, LocalPerson, PersonMention, UnresolvedMention, UnresolvedReason

# matches: ii
# matches: xvii
# not: vince
_REGNAL = re.compile(r"^x{0,2}(?:ix|iv|v?i{0,3})$")


class Joined(NamedTuple):
    """A found name with the number of the person whom it means."""

    candidate: Candidate
    rule: str
    person: int
    ties: tuple[Tie, ...] = ()


class Unclear(NamedTuple):
    """A name that the article does not tell whose it is, or whether it is a person's."""

    candidate: Candidate
    reason: UnresolvedReason


def list_people(
    joined: Sequence[Joined], text: str, names: Names
) -> tuple[tuple[LocalPerson, ...], tuple[PersonMention, ...]]:
    """The persons in order of first mention, and the mentions."""
    index: dict[int, int] = {}
    for item in joined:
        index.setdefault(item.person, len(index))
    groups: list[list[Joined]] = [[] for _ in index]
    for item in joined:
        groups[index[item.person]].append(item)
    people = tuple(_describe(group, text, names) for group in groups)
    return people, tuple(_mention(item, text, index[item.person]) for item in joined)


def list_unresolved(
    unclear: Iterable[Unclear], joined: Iterable[Joined], countries: Iterable[CountryMention], ground: Ground
) -> tuple[UnresolvedMention, ...]:
    """The unclear mentions apart from all others; of what may be no person, the first of each name."""
    taken = sorted([*(surface_span(item.candidate) for item in joined), *((c.start, c.end) for c in countries)])
    listed: list[UnresolvedMention] = []
    doubted: set[Key] = set()
    for candidate, reason in unclear:
        start, end = surface_span(candidate)
        before = bisect_left(taken, (end, end)) - 1
        apart = before < 0 or taken[before][1] <= start
        if not apart or candidate.key in doubted or any(word.folded in ground.names.days for word in candidate.words):
            continue
        if reason == "person-or-not":
            doubted.add(candidate.key)
        listed.append(UnresolvedMention(start=start, end=end, surface=ground.text[start:end], reason=reason))
        taken.insert(before + 1, (start, end))
    return tuple(listed)


def _mention(item: Joined, text: str, person: int) -> PersonMention:
    """The record of one mention."""
    start, end = surface_span(item.candidate)
    return PersonMention(
        start=start,
        end=end,
        surface=text[start:end],
        name=text[item.candidate.start : end],
        person=person,
        rule=item.rule,
    )


def surface_span(candidate: Candidate) -> tuple[int, int]:
    """Where the mention begins and ends, its form of address included."""
    title = candidate.title
    return (title.start if title is not None and title.kinds else candidate.start), candidate.end


def _describe(group: Sequence[Joined], text: str, names: Names) -> LocalPerson:
    """The record of one person."""
    fullest = min(group, key=_by_fullness).candidate
    given, family = split_name(fullest.words, _single_words(group), names)
    spans = dict.fromkeys(surface_span(item.candidate) for item in group)
    ties = [tie for item in group for tie in item.ties]
    return LocalPerson(
        name=text[fullest.start : fullest.end],
        family=family,
        given=given,
        titles=tuple(dict.fromkeys(tie.office for tie in ties if tie.office)),
        forms=tuple(dict.fromkeys(text[start:end] for start, end in spans)),
        countries=tuple(sorted({code for tie in ties for code in tie.countries})),
        mentions=len(group),
    )


def _by_fullness(item: Joined) -> tuple[int, bool, int]:
    """Sorts mentions by number of words, those in capitals behind, then as they come."""
    words = item.candidate.words
    return -len(words), all(word.shouted for word in words), item.candidate.start


def _single_words(group: Iterable[Joined]) -> Counter[str]:
    """How often the text calls the person by each single word."""
    return Counter(item.candidate.key[0] for item in group if len(item.candidate.key) == 1)


def split_name(words: Run, alone: Counter[str], names: Names) -> tuple[tuple[str, ...], str]:
    """(other parts of the name, family name), as written; the text's own short form decides where it can."""
    texts = [word.text for word in words]
    if len(texts) > 2 and fold(texts[-1]) in names.suffixes:
        texts.pop()
    elif _REGNAL.match(fold(texts[-1])):
        texts = [" ".join(texts)]
    if len(texts) < 2:
        return (), " ".join(texts)
    if _puts_family_first(texts, alone, names):
        return tuple(texts[1:]), texts[0]
    cut = len(texts) - 1
    while cut > 1 and fold(texts[cut - 1]) in names.particles:
        cut -= 1
    return tuple(texts[:cut]), " ".join(texts[cut:])


def _puts_family_first(texts: Sequence[str], alone: Counter[str], names: Names) -> bool:
    """Whether the first word is the family name: `Xi Jinping`, `Kim Jong-un`."""
    first, last = fold(texts[0]), fold(texts[-1])
    if first not in names.family_first or len(texts) > 3:
        return False
    if alone[first] != alone[last]:
        return alone[first] > alone[last]
    return not names.is_given_name(first) or "-" in texts[-1]
