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
from newsgen.resolve.matching import Match, Name, is_clear, match, tell_apart
from newsgen.resolve.tellings import Span, Telling

_LARGE = 40
"""Tellings under one key up to which all pairs are compared."""
_NEIGHBOURS = 12
"""With more, each is compared with this many that follow it."""
_SAMPLES = 6
"""Tellings of a happening that stand for it when it is compared as a whole."""
_MOST_CANDIDATES = 24
_MOST_EVIDENCE = 8
_SEASON = 100
_YEAR = 366
"""Days, at most; a coarser date joins nothing."""

Key = tuple[Hashable, ...]


class Happening(Record):
    """Tellings of one happening."""

    tellings: tuple[Telling, ...]
    """Those with the finest date first."""
    evidence: tuple[str, ...] = ()

    @property
    def span(self) -> Span | None:
        """Of the finest date."""
        return self.tellings[0].span

    @property
    def days(self) -> int:
        """How many days the finest date leaves open."""
        return self.span[1] - self.span[0] + 1 if self.span else _YEAR + 1


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
    bonds, matches = [], {}
    for left, right in _pair(heads):
        found = match(heads[left], heads[right], name)
        if found:
            bonds.append(Bond(left=left, right=right, strength=found.points))
            matches[left, right] = found

    def contradicts(left: Sequence[int], right: Sequence[int]) -> bool:
        return tell_apart([heads[place] for place in left[:_LARGE]], [heads[place] for place in right[:_LARGE]])

    clusters = join_clusters(len(units), bonds, contradicts)
    home = {member: place for place, members in enumerate(clusters.members) for member in members}
    evidence: dict[int, list[Match]] = {}
    for bond in clusters.used:
        evidence.setdefault(home[bond.left], []).append(matches[bond.left, bond.right])
    for place, members in enumerate(clusters.members):
        yield Happening(
            tellings=tuple(telling for member in members for telling in units[member]),
            evidence=_merge_evidence(
                *(found.evidence for found in evidence.get(place, ())),
                *(_describe_alike(units[member], name) for member in members),
            ),
        )


def _merge_alike(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings that need no comparison: of the same kind, countries and people, or of the same words."""
    units: dict[Key, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: (t.sentence, t.path, t.start)):
        key = (telling.topics, telling.countries, telling.people) if is_clear(telling) else (telling.sentence,)
        units.setdefault(key, []).append(telling)
    return list(units.values())


def _pair(heads: Sequence[Telling]) -> list[tuple[int, int]]:
    """The pairs worth comparing, the smaller first."""
    shelf: dict[Key, list[int]] = {}
    for place, telling in enumerate(heads):
        for key in (*_subject_keys(telling), *(("word", word) for word in telling.words)):
            shelf.setdefault(key, []).append(place)
    pairs: set[tuple[int, int]] = set()
    for key, block in shelf.items():
        if len(block) <= _LARGE:
            pairs.update(combinations(block, 2))
        elif key[0] != "word":  # a word that so many use tells nothing
            pairs.update((a, b) for at, a in enumerate(block) for b in block[at + 1 : at + 1 + _NEIGHBOURS])
    return sorted(pairs)


def _subject_keys(telling: Telling) -> Iterator[Key]:
    """What a telling is about: each kind of happening in each country, each person."""
    for topic in telling.topics:
        for country in telling.countries:
            yield ("topic", topic, country)
    for person in telling.people:
        yield ("person", person)


def _join_coarse(happenings: Sequence[Happening], name: Name) -> list[Happening]:
    """The happenings after each coarser one joined the finer one that fits it best; they come finest first."""
    joined: list[Happening] = []
    shelf: dict[Key, list[int]] = {}
    for happening in happenings:
        best = _find_best(happening, joined, shelf, name)
        if best is None:
            _shelve(happening, len(joined), shelf)
            joined.append(happening)
        else:
            place, found = best
            joined[place] = Happening(
                tellings=(*joined[place].tellings, *happening.tellings),
                evidence=_merge_evidence(found.evidence, joined[place].evidence, happening.evidence),
            )
    return joined


def _shelve(happening: Happening, place: int, shelf: dict[Key, list[int]]) -> None:
    """Put a happening where coarser ones will look for it; nothing is finer than another of its own length."""
    if happening.span is None or happening.days > _SEASON:
        return
    for period in _periods(happening.span):
        for key in {key for telling in happening.tellings for key in _subject_keys(telling)}:
            shelf.setdefault((period, *key), []).append(place)


def _find_best(
    happening: Happening, joined: Sequence[Happening], shelf: Mapping[Key, Sequence[int]], name: Name
) -> tuple[int, Match] | None:
    """The finer happening that the coarse one most likely means."""
    if happening.span is None or not 1 < happening.days <= _YEAR:
        return None
    met: Counter[int] = Counter()
    keys = {key for telling in happening.tellings[:_LARGE] for key in _subject_keys(telling)}
    for period in _look_up(happening.span):
        for key in keys:
            met.update(shelf.get((period, *key), ()))
    near = sorted((place for place in met if _holds(happening, joined[place])), key=lambda place: (-met[place], place))
    fits = [
        (found.points, len(joined[place].tellings), -place, found)
        for place in near[:_MOST_CANDIDATES]
        if (found := _compare(happening, joined[place], name))
    ]
    if not fits:
        return None
    _, _, place, found = max(fits, key=lambda fit: fit[:3])
    return -place, found


def _compare(coarse: Happening, fine: Happening, name: Name) -> Match | None:
    """The most that speaks for it that both are one."""
    pairs = product(coarse.tellings[:_SAMPLES], fine.tellings[:_SAMPLES])
    found = [result for left, right in pairs if (result := match(left, right, name))]
    return max(found, key=lambda result: result.points, default=None)


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


def _describe_alike(unit: Sequence[Telling], name: Name) -> tuple[str, ...]:
    if len(unit) == 1:
        return ()
    found = match(unit[0], unit[-1], name)
    return found.evidence if found else ("the same sentence",)
