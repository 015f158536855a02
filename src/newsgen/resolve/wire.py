"""Which articles carry the same text: one wire report, printed by several outlets, each with its own small changes.

The measure is the containment of shingles (A. Z. Broder, "On the resemblance and containment of documents", 1997): two
texts are the same if most runs of five words of the shorter one stand in the longer one too. That finds a reprint with
other spellings as well as one that was cut, while two desks' own reports of one event share hardly any such run.

Candidates come from the sketches that each reading has. In the list of texts that have a shingle in their sketch only
neighbours are compared, in an order that the texts themselves give; what they lead to, one by way of another, is then
compared pair by pair. So the work grows with the archive and not with its square, and nothing depends on the order of
the articles.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise

from newsgen.lexicon.shingles import cut_shingles, read_shingles
from newsgen.records.reading import Reading
from newsgen.records.texts import SameText

ENOUGH = 0.6
"""Share of the shorter text's shingles that the longer one must have."""

MOST = 100
"""Articles beyond which a text that recurs is a form (weather, rates of exchange) and no report."""

_LIKELY = 0.3
"""Share of the shorter sketch that makes a candidate: well below `ENOUGH`, for a sketch is a sample."""


def group_same_text(readings: Sequence[Reading]) -> tuple[tuple[SameText, ...], ...]:
    """For each article the others that carry its text, by position."""
    equal: dict[str, list[int]] = {}
    sketches: dict[str, frozenset[int]] = {}
    for position, reading in enumerate(readings):
        if reading.sketch:
            key = reading.sketch.words
            equal.setdefault(key, []).append(position)
            if key not in sketches:
                sketches[key] = read_shingles(reading.sketch)
    similar = _find_similar(sketches, lambda key: cut_shingles(readings[equal[key][0]].article.body))
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


def _find_similar(
    sketches: Mapping[str, frozenset[int]], cut: Callable[[str], frozenset[tuple[str, ...]]]
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


def _pair_likely(sketches: Mapping[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """The neighbours that have much of their sketches in common; like texts stand near each other."""
    common = _find_common(sketches.values())
    parts = {key: part for key, shingles in sketches.items() if (part := common & shingles)}
    holders: dict[int, list[str]] = {}
    for key in sorted(parts, key=lambda key: (min(parts[key]), key)):
        for shingle in parts[key]:
            holders.setdefault(shingle, []).append(key)
    shared = Counter(chain.from_iterable(map(pairwise, holders.values())))
    for (left, right), count in shared.items():
        if count >= _LIKELY * min(len(sketches[left]), len(sketches[right])):
            yield left, right


def _find_common(sketches: Iterable[frozenset[int]]) -> frozenset[int]:
    """The shingles that stand in several sketches: few, for most texts are nobody else's."""
    held = Counter(chain.from_iterable(sketches))
    return frozenset(shingle for shingle, times in held.items() if times > 1)


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
