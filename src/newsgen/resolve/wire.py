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
from itertools import combinations

from newsgen.lexicon.shingles import cut_shingles, read_shingles
from newsgen.records import Record
from newsgen.records.reading import Reading
from newsgen.records.texts import SameText, Sketch
from newsgen.resolve.parts import Part, Recall, make_anew

ENOUGH = 0.6
"""Share of the shorter text's shingles that the longer one must have."""

MOST = 100
"""Articles beyond which a text that recurs is a form (weather, rates of exchange) and no report."""

_LIKELY = 0.3
"""Share of the shorter sketch that makes a candidate: well below `ENOUGH`, for a sketch is a sample."""


class Likeness(Record, gc=False):
    """How much two texts share, each told by the digest of its words."""

    left: str
    right: str
    share: float
    """Of the shorter one's shingles."""


class Likenesses(Record):
    """What the texts of an archive that may be the same share."""

    pairs: tuple[Likeness, ...]


class _Texts(Record):
    """All texts of an archive."""

    words: tuple[str, ...]
    """Digests, sorted."""


def group_same_text(readings: Sequence[Reading], *, recall: Recall = make_anew) -> tuple[tuple[SameText, ...], ...]:
    """For each article the others that carry its text, by position."""
    equal: dict[str, list[int]] = {}
    sketches: dict[str, Sketch] = {}
    for position, reading in enumerate(readings):
        if reading.sketch:
            equal.setdefault(reading.sketch.words, []).append(position)
            sketches.setdefault(reading.sketch.words, reading.sketch)
    measured = recall(
        Part(
            "same text",
            Likenesses,
            basis=(_Texts(words=tuple(sorted(sketches))),),
            make=lambda before: _measure_likely(sketches, lambda key: readings[equal[key][0]].article.body, before),
        )
    )
    return _gather_carriers(len(readings), equal, _find_similar(measured.pairs))


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


def _find_similar(measured: Iterable[Likeness]) -> Iterator[tuple[str, str, float]]:
    """The pairs of texts of which one holds most of the other, and how much."""
    similar = {(one.left, one.right): one.share for one in measured if one.share >= ENOUGH}
    for family in _join(similar):
        if len(family) <= MOST:
            yield from ((*pair, similar[pair]) for pair in combinations(family, 2) if pair in similar)


def _measure_likely(
    sketches: Mapping[str, Sketch], text: Callable[[str], str], before: Likenesses | None
) -> Likenesses:
    """How much the texts share that may be the same; what has been measured before is what it was."""
    known = {(one.left, one.right): one.share for one in before.pairs} if before else {}
    shingles = lru_cache(maxsize=4 * MOST)(lambda key: cut_shingles(text(key)))
    measured: dict[tuple[str, str], float] = {}

    def measure(pair: tuple[str, str]) -> float:
        """The share of the shorter text's shingles that the longer one has."""
        share = known.get(pair)
        if share is None:
            left, right = map(shingles, pair)
            share = len(left & right) / min(len(left), len(right))
        measured[pair] = share
        return share

    likely = [pair for pair in _pair_likely(sketches) if measure(pair) >= ENOUGH]
    for family in _join(likely):
        if len(family) <= MOST:
            for pair in combinations(family, 2):
                measure(pair)
    pairs = (Likeness(left=left, right=right, share=share) for (left, right), share in sorted(measured.items()))
    return Likenesses(pairs=tuple(pairs))


def _pair_likely(sketches: Mapping[str, Sketch]) -> Iterator[tuple[str, str]]:
    """The neighbours that have much of their sketches in common, each pair sorted; like texts stand near each other."""
    all_shingles = {key: read_shingles(sketch) for key, sketch in sketches.items()}
    common = _find_common(all_shingles.values())
    parts = {key: part for key, shingles in all_shingles.items() if (part := common & shingles)}
    last: dict[int, str] = {}
    for key in sorted(parts, key=lambda key: (min(parts[key]), key)):
        shared = Counter([last[shingle] for shingle in parts[key] if shingle in last])
        last.update(dict.fromkeys(parts[key], key))
        for other, count in shared.items():
            if count >= _LIKELY * min(len(all_shingles[key]), len(all_shingles[other])):
                yield min(key, other), max(key, other)


def _find_common(sketches: Iterable[frozenset[int]]) -> frozenset[int]:
    """The shingles that stand in several sketches: few, for most texts are nobody else's."""
    seen: set[int] = set()
    common: set[int] = set()
    for shingles in sketches:
        common.update(shingles & seen)
        seen |= shingles
    return frozenset(common)


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
