"""Which articles carry the same text: one wire report, printed by several outlets, each with its own small changes.

The measure is the containment of shingles (A. Z. Broder, "On the resemblance and containment of documents", 1997): two
texts are the same if most runs of five words of the shorter one stand in the longer one too. That finds a reprint with
other spellings as well as one that was cut, while two desks' own reports of one event share hardly any such run.

Candidates come from sketches, as with Broder's "modulo m": of each text only the shingles that begin with about every
eighth word of the language. In the list of texts that have such a shingle only neighbours are compared, in an order
that the texts themselves give; what they lead to, one by way of another, is then compared pair by pair. So the work
grows with the archive and not with its square, and nothing depends on the order of the articles.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise
from zlib import crc32

from newsgen.canon import digest
from newsgen.records.reading import Reading
from newsgen.records.texts import SameText

# matches: ,
# matches: --
_BETWEEN_WORDS = re.compile(r"[\W_]+")

SHORTEST = 80
"""Folded characters below which equal texts mean nothing: "Photo: the editor" is no wire report."""

FEWEST = 40
"""Words below which only equal texts are the same: of so few, a quotation may be most."""

ENOUGH = 0.6
"""Share of the shorter text's shingles that the longer one must have."""

MOST = 100
"""Articles beyond which a text that recurs is a form (weather, rates of exchange) and no report."""

_RUN = 5
"""Words in a shingle."""

_EVERY = 8
"""One in so many words begins a shingle of the sketch."""

_LIKELY = 0.3
"""Share of the shorter sketch that makes a candidate: well below `ENOUGH`, for a sketch is a sample."""


class _FoldedWords(dict[str, str]):
    """Each word as written, folded; made at its first use."""

    def __missing__(self, word: str) -> str:
        folded = self[word] = _BETWEEN_WORDS.sub(" ", word.casefold()).strip()
        return folded


class _Beginnings(dict[str, bool]):
    """Whether the shingles that begin with a word belong to sketches: it depends on nothing but the word."""

    def __missing__(self, word: str) -> bool:
        begins = self[word] = crc32(word.encode("utf-8", "replace")) % _EVERY == 0
        return begins


def group_same_text(readings: Sequence[Reading]) -> tuple[tuple[SameText, ...], ...]:
    """For each article the others that carry its text, by position."""
    words, beginnings = _FoldedWords(), _Beginnings()
    equal: dict[str, list[int]] = {}
    sketches: dict[str, frozenset[str]] = {}
    for position, reading in enumerate(readings):
        text = _fold(reading.article.body, words)
        if len(text) >= SHORTEST:
            key = digest(text)
            equal.setdefault(key, []).append(position)
            if key not in sketches:
                sketches[key] = _sketch(text.split(" "), beginnings)
    texts = {key: readings[group[0]].article.body for key, group in equal.items()}
    similar = _find_similar(sketches, lambda key: _cut_shingles(_fold(texts[key], words).split(" ")))
    return _gather_carriers(len(readings), equal, similar)


def _gather_carriers(
    size: int, equal: Mapping[str, Sequence[int]], similar: Iterable[tuple[str, str, float]]
) -> tuple[tuple[SameText, ...], ...]:
    """For each of `size` articles the others; `equal` has the articles of a text, `similar` the texts that are like."""
    same = {key: [SameText(article=one, likeness=1.0) for one in group] for key, group in equal.items()}
    for left, right, likeness in similar:
        same[left] += (SameText(article=one, likeness=likeness) for one in equal[right])
        same[right] += (SameText(article=one, likeness=likeness) for one in equal[left])
    carriers: list[tuple[SameText, ...]] = [()] * size
    for key, group in equal.items():
        found = sorted(same[key], key=lambda one: one.article)
        if 1 < len(found) <= MOST:
            for position in group:
                carriers[position] = tuple(one for one in found if one.article != position)
    return tuple(carriers)


def _fold(text: str, words: _FoldedWords) -> str:
    """The words of a text: without case, punctuation and line ends."""
    return " ".join(filter(None, map(words.__getitem__, text.split())))


def _sketch(words: Sequence[str], beginnings: _Beginnings) -> frozenset[str]:
    """The shingles of a text that begin with a chosen word; none of a text too short to be compared."""
    if len(words) < FEWEST:
        return frozenset()
    starts = words[: 1 - _RUN]
    return frozenset(
        " ".join(words[place : place + _RUN])
        for place, begins in enumerate(map(beginnings.__getitem__, starts))
        if begins
    )


def _find_similar(
    sketches: Mapping[str, frozenset[str]], cut: Callable[[str], frozenset[tuple[str, ...]]]
) -> Iterator[tuple[str, str, float]]:
    """The pairs of texts of which one holds most of the other, and how much; `cut` gives the shingles of a text."""
    shingles = lru_cache(maxsize=4 * MOST)(cut)

    def measure(pair: tuple[str, str]) -> float:
        """The share of the shorter text's shingles that the longer one has."""
        left, right = map(shingles, pair)
        return len(left & right) / min(len(left), len(right))

    likely = (pair for pair in _pair_likely(sketches) if measure(pair) >= ENOUGH)
    for family in _join(likely):
        if len(family) <= MOST:
            pairs = ((left, right, measure((left, right))) for left, right in combinations(family, 2))
            yield from (pair for pair in pairs if pair[2] >= ENOUGH)


def _pair_likely(sketches: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """The neighbours that have much of their sketches in common; like texts stand near each other."""
    holders: dict[str, list[str]] = {}
    for key in sorted(sketches, key=lambda key: (min(sketches[key], default=""), key)):
        for shingle in sketches[key]:
            holders.setdefault(shingle, []).append(key)
    shared = Counter(chain.from_iterable(map(pairwise, holders.values())))
    for (left, right), count in shared.items():
        if count >= _LIKELY * min(len(sketches[left]), len(sketches[right])):
            yield left, right


def _join(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """What pairs lead to, one by way of another, each sorted."""
    beside: dict[str, list[str]] = {}
    for left, right in pairs:
        beside.setdefault(left, []).append(right)
        beside.setdefault(right, []).append(left)
    while beside:
        family, ahead = set(), [next(iter(beside))]
        while ahead:
            key = ahead.pop()
            family.add(key)
            ahead.extend(beside.pop(key, ()))
        yield tuple(sorted(family))


def _cut_shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """All runs of five words of a text."""
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))
