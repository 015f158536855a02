"""Tellings into happenings: first those of one date, then each coarser one joins the finer one that fits it best.

All pairs are never compared. Tellings of one date meet under what they share: a kind of happening with its country, a
person, a word. A coarse date looks only at the months or the year that it covers.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, product

from newsgen.records import Record
from newsgen.resolve.clusters import Bond, join_clusters
from newsgen.resolve.matching import SELDOM, Name, describe, is_clear, score, tell_apart
from newsgen.resolve.tellings import Span, Telling

_FEW = 8
"""Tellings of one date that are simply all compared."""
_LARGE = 40
"""Tellings under one key up to which all pairs are compared."""
_NEIGHBOURS = 12
"""With more, each is compared with this many that follow it."""
_RARE = 8
"""Tellings of one date that may use a word for it to bring them together."""
_SAMPLES = 6
"""Tellings of a happening that stand for it when it is compared as a whole."""
_MOST_CANDIDATES = 12
_MOST_EVIDENCE = 8
_SEASON = 100
_YEAR = 366
"""Days, at most; a coarser date joins nothing."""

Key = tuple[Hashable, ...]


class Happening(Record, gc=False):
    """Tellings of one happening."""

    tellings: tuple[Telling, ...]
    """Those with the finest date first."""
    span: Span | None
    """Of the finest date."""
    days: int
    """How many days the finest date leaves open."""
    evidence: tuple[str, ...] = ()


def find_happenings(tellings: Iterable[Telling], name: Name) -> list[Happening]:
    """The happenings that the tellings tell, in an order that does not hang on that of the articles."""
    by_date: dict[Key, list[Telling]] = {}
    for telling in tellings:
        # In an unknown year, only the same article can mean the same day.
        key: Key = telling.span or (telling.date, telling.path)
        by_date.setdefault(key, []).append(telling)
    same_date = [found for key in by_date for found in _cluster(by_date[key], name)]
    return _join_coarse(sorted(same_date, key=_order), name)


def _order(happening: Happening) -> tuple[int, tuple[int, ...], str, str, int]:
    """The finest first; of equals by date, words and place."""
    first = happening.tellings[0]
    return (happening.days, first.span or (), first.sentence, first.path, first.start)


def _cluster(tellings: Sequence[Telling], name: Name) -> Iterator[Happening]:
    """The happenings of one date."""
    units = _merge_alike(tellings)
    heads = [unit[0] for unit in units]
    found = ((left, right, score(heads[left], heads[right])) for left, right in _pair(heads))
    bonds = [Bond(left=left, right=right, strength=points) for left, right, points in found if points]

    def contradicts(left: Sequence[int], right: Sequence[int]) -> bool:
        return tell_apart([heads[place] for place in left[:_SAMPLES]], [heads[place] for place in right[:_SAMPLES]])

    clusters = join_clusters(len(units), bonds, contradicts)
    home = {member: place for place, members in enumerate(clusters.members) for member in members}
    evidence: dict[int, list[tuple[str, ...]]] = {}
    for bond in clusters.used:
        evidence.setdefault(home[bond.left], []).append(describe(heads[bond.left], heads[bond.right], name))
    for place, members in enumerate(clusters.members):
        alike = (describe(unit[0], unit[1], name) for member in members if len(unit := units[member]) > 1)
        yield Happening(
            tellings=tuple(telling for member in members for telling in units[member]),
            span=heads[0].span,
            days=heads[0].days,
            evidence=_merge_evidence(*evidence.get(place, ()), *alike),
        )


def _merge_alike(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings that need no comparison: of the same kind, countries and people, or of the same words."""
    units: dict[Key, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: (t.sentence, t.path, t.start)):
        key = (telling.kinds, telling.countries, telling.people) if is_clear(telling) else (telling.sentence,)
        units.setdefault(key, []).append(telling)
    return list(units.values())


def _pair(heads: Sequence[Telling]) -> Iterable[tuple[int, int]]:
    """The pairs worth comparing, the smaller first."""
    if len(heads) <= _FEW:
        return combinations(range(len(heads)), 2)
    shelf: dict[Key, list[int]] = {}
    for place, telling in enumerate(heads):
        for key in (*_subject_keys(telling), *(("word", word) for word in telling.words)):
            shelf.setdefault(key, []).append(place)
    pairs: set[tuple[int, int]] = set()
    for key, block in shelf.items():
        if len(block) <= (_RARE if key[0] == "word" else _LARGE):
            pairs.update(combinations(block, 2))
        elif key[0] != "word":
            pairs.update((a, b) for at, a in enumerate(block) for b in block[at + 1 : at + 1 + _NEIGHBOURS])
    return sorted(pairs)


def _subject_keys(telling: Telling, *, strong: bool = False) -> Iterator[Key]:
    """What a telling is about: each kind of happening in each country, each person; `strong`: only seldom kinds."""
    for topic in telling.kinds & SELDOM if strong else telling.kinds:
        for country in telling.countries:
            yield ("topic", topic, country)
    for person in telling.people:
        yield ("person", person)


def _join_coarse(happenings: Sequence[Happening], name: Name) -> list[Happening]:
    """The happenings after each coarser one joined the finer one that fits it best; they come finest first."""
    joined: list[Happening] = []
    shelf: dict[Key, list[int]] = {}
    for happening in happenings:
        best = _find_best(happening, joined, shelf)
        if best is None:
            _shelve(happening, len(joined), shelf)
            joined.append(happening)
        else:
            joined[best[0]] = _join(joined[best[0]], happening, describe(best[1], best[2], name))
    return joined


def _join(fine: Happening, coarse: Happening, evidence: tuple[str, ...]) -> Happening:
    return Happening(
        tellings=(*fine.tellings, *coarse.tellings),
        span=fine.span,
        days=fine.days,
        evidence=_merge_evidence(evidence, fine.evidence, coarse.evidence),
    )


def _shelve(happening: Happening, place: int, shelf: dict[Key, list[int]]) -> None:
    """Put a happening where coarser ones will look for it."""
    if happening.span is None or happening.days > _SEASON:
        return
    keys = {key for telling in happening.tellings for key in _subject_keys(telling)}
    for period in _periods(happening.span):
        for key in keys:
            shelf.setdefault((period, *key), []).append(place)


def _find_best(
    happening: Happening, joined: Sequence[Happening], shelf: Mapping[Key, Sequence[int]]
) -> tuple[int, Telling, Telling] | None:
    """The finer happening that the coarse one most likely means, and the two tellings that are most alike."""
    if happening.span is None or not 1 < happening.days <= _YEAR:
        return None
    fits = []
    for place in _find_near(happening, joined, shelf):
        points, left, right = _find_closest(happening, joined[place])
        if points:
            fits.append((points, len(joined[place].tellings), -place, left, right))
    if not fits:
        return None
    _, _, place, left, right = max(fits, key=lambda fit: fit[:3])
    return -place, left, right


def _find_near(happening: Happening, joined: Sequence[Happening], shelf: Mapping[Key, Sequence[int]]) -> Sequence[int]:
    """The finer happenings within the date that have most in common with the coarse one."""
    assert happening.span is not None
    # A whole year says so little that only people and what is seldom can tell which of its days is meant.
    strong = happening.days > _SEASON
    keys = {key for telling in happening.tellings[:_LARGE] for key in _subject_keys(telling, strong=strong)}
    met: dict[int, int] = {}
    for period in _look_up(happening.span):
        for key in keys:
            for place in shelf.get((period, *key), ()):
                met[place] = met.get(place, 0) + 1
    near = sorted((-count, place) for place, count in met.items() if _holds(happening, joined[place]))
    return [place for _, place in near[:_MOST_CANDIDATES]]


def _find_closest(coarse: Happening, fine: Happening) -> tuple[int, Telling, Telling]:
    """The two tellings that are most alike, and how much."""
    pairs = product(coarse.tellings[:_SAMPLES], fine.tellings[:_SAMPLES])
    return max(((score(left, right), left, right) for left, right in pairs), key=lambda found: found[0])


def _holds(coarse: Happening, fine: Happening) -> bool:
    """Whether the coarse date leaves room for the fine one."""
    if coarse.span is None or fine.span is None:
        return False
    return coarse.days > fine.days and coarse.span[0] <= fine.span[0] and fine.span[1] <= coarse.span[1]


def _periods(span: Span) -> list[tuple[int, int]]:
    """The years, and the months of a short span, that the days fall in: `(2024, 0)`, `(2024, 5)`."""
    first, last = date.fromordinal(span[0]), date.fromordinal(span[1])
    years = [(year, 0) for year in range(first.year, last.year + 1)]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [*years, *((month // 12, month % 12 + 1) for month in months)]


def _look_up(span: Span) -> list[tuple[int, int]]:
    """Where a coarse date looks for finer ones: in its months, or in its year."""
    short = span[1] - span[0] < _SEASON
    return [period for period in _periods(span) if bool(period[1]) == short]


def _merge_evidence(*lists: Sequence[str]) -> tuple[str, ...]:
    """The evidence of many bonds, each once, the most frequent first."""
    counts = Counter(item for items in lists for item in items)
    return tuple(sorted(counts, key=lambda item: (-counts[item], item))[:_MOST_EVIDENCE])
