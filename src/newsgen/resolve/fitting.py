"""Tellings into happenings, from the finest dates to the coarsest.

Each telling joins the happening of a finer date that fits it best; those of one date that fit none make happenings.
All pairs are never compared. Tellings of one date meet under what they share: a kind of happening with its country, a
person, a word. A coarse date looks only at the months or the year that it covers.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from operator import attrgetter

from newsgen.resolve.clusters import Bond, join_clusters
from newsgen.resolve.happenings import Happening, Tie
from newsgen.resolve.matching import is_clear, score, tell_apart, weigh_dates
from newsgen.resolve.shelves import Shelf
from newsgen.resolve.tellings import Telling

_FEW = 8
"""Tellings of one date that are simply all compared."""
_LARGE = 40
"""Tellings under one key up to which all pairs are compared."""
_NEIGHBOURS = 6
"""With more, each is compared with this many that follow it."""
_RARE = 8
"""Tellings of one date that may use a word for it to bring them together."""
_SAMPLES = 6
"""Tellings of a happening that stand for it when it is compared as a whole."""
_MOST_APART, _MOST_APART_IN_COMPANY = 1 / 2, 1 / 3
"""Of the pairs of a coarse and a fine happening, how many may speak of two: of a visit, some name only the host. In
company fewer, for the company may be that of a sentence about two happenings."""
_YEAR = 366
"""Days, at most; a coarser date joins nothing."""

Key = tuple[Hashable, ...]


def find_happenings(tellings: Iterable[Telling]) -> list[Happening]:
    """The happenings that the tellings tell, in an order that does not hang on that of the articles."""
    by_date: dict[Key, list[Telling]] = {}
    for telling in tellings:
        # In an unknown year, only the same article can mean the same day.
        key: Key = telling.span or (telling.date, telling.path)
        by_date.setdefault(key, []).append(telling)
    found = Shelf()
    for group in sorted(by_date.values(), key=_order):
        _add_date(group, found)
    return found.happenings


def _order(group: Sequence[Telling]) -> tuple[int, tuple[int, ...], str, str]:
    """The finest first; of equals by date; those of unknown years by article."""
    first = group[0]
    return (first.days, first.span or (), "", "") if first.span else (first.days, (), first.date, first.path)


def _add_date(tellings: Sequence[Telling], found: Shelf) -> None:
    """Add the tellings of one date to what finer dates gave, each first by itself, then in company.

    Each by itself, for in company a telling of two happenings would take along what tells of only one.
    """
    units = _merge_alike(tellings)
    if not _may_hold_others(units[0]):
        for happening in _cluster(units):
            found.add(happening)
        return
    left, grown = _join_alone(units, found)
    alone = set(map(id, left))
    for happening in _cluster(left):
        # What did not fit by itself did not fit what is as it was; what has grown it may fit now.
        near = found.find_near(happening, among=grown if id(happening) in alone else None)
        best = found.find_best(happening, near, most_apart=_MOST_APART_IN_COMPANY)
        if best is None:
            found.add(happening)
        else:
            found.join(best.place, [(best.tie, happening)])


def _may_hold_others(coarse: Happening) -> bool:
    """Whether finer dates may lie within its own, and it is not so coarse that it tells nothing."""
    return coarse.span is not None and 1 < coarse.days <= _YEAR


def _join_alone(units: Sequence[Happening], found: Shelf) -> tuple[list[Happening], Collection[int]]:
    """The units that fit no finer happening by themselves, and the places of those that the others made grow."""
    fits = [found.find_best(unit, found.find_near(unit), most_apart=_MOST_APART) for unit in units]
    joining: dict[int, list[tuple[Tie, Happening]]] = {}
    for unit, fit in zip(units, fits, strict=True):
        if fit is not None:
            joining.setdefault(fit.place, []).append((fit.tie, unit))
    for place, others in joining.items():
        found.join(place, others)
    return [unit for unit, fit in zip(units, fits, strict=True) if fit is None], joining.keys()


def _cluster(units: Sequence[Happening]) -> Iterable[Happening]:
    """The happenings of one date."""
    heads = [unit.tellings[0] for unit in units]
    dates = weigh_dates(heads[0], heads[0]) if heads else 0
    bonds = [
        Bond(left=left, right=right, strength=points)
        for left, right in _pair(heads)
        if (points := score(heads[left], heads[right], dates))
    ]
    return _join_units(units, heads, bonds) if bonds else units


def _join_units(units: Sequence[Happening], heads: Sequence[Telling], bonds: Sequence[Bond]) -> Iterator[Happening]:
    """The happenings that the bonds make."""

    def contradicts(left: Sequence[int], right: Sequence[int]) -> bool:
        return tell_apart([heads[place] for place in left[:_SAMPLES]], [heads[place] for place in right[:_SAMPLES]])

    clusters = join_clusters(len(units), bonds, contradicts)
    home = {member: place for place, members in enumerate(clusters.members) for member in members}
    ties: dict[int, list[Tie]] = {}
    for bond in clusters.used:
        ties.setdefault(home[bond.left], []).append(Tie(left=heads[bond.left], right=heads[bond.right]))
    for place, members in enumerate(clusters.members):
        if len(members) == 1:
            yield units[members[0]]
            continue
        yield Happening(
            tellings=tuple(telling for member in members for telling in units[member].tellings),
            span=heads[0].span,
            days=heads[0].days,
            ties=(*ties.get(place, ()), *(tie for member in members for tie in units[member].ties)),
        )


def _merge_alike(tellings: Sequence[Telling]) -> list[Happening]:
    """Tellings that need no comparison as one: of the same kind, countries and people, or of the same words."""
    units: dict[Key, list[Telling]] = {}
    for telling in sorted(tellings, key=attrgetter("sentence", "path", "place_in_text")):
        key = (telling.kinds, telling.countries, telling.people) if is_clear(telling) else (telling.sentence,)
        units.setdefault(key, []).append(telling)
    return [_make_happening(unit) for unit in units.values()]


def _make_happening(unit: Sequence[Telling]) -> Happening:
    first = unit[0]
    ties = tuple([Tie(left=first, right=telling) for telling in unit[1:]]) if len(unit) > 1 else ()
    return Happening(tellings=tuple(unit), span=first.span, days=first.days, ties=ties)


def _pair(heads: Sequence[Telling]) -> Iterable[tuple[int, int]]:
    """The pairs worth comparing, the smaller first."""
    if len(heads) <= _FEW:
        return combinations(range(len(heads)), 2)
    pairs: set[tuple[int, int]] = set()
    for block in _gather_places([telling.subjects for telling in heads]):
        if len(block) <= _LARGE:
            pairs.update(combinations(block, 2))
        else:
            pairs.update((a, b) for at, a in enumerate(block) for b in block[at + 1 : at + 1 + _NEIGHBOURS])
    for block in _gather_places([telling.words for telling in heads]):
        if len(block) <= _RARE:
            pairs.update(combinations(block, 2))
    return pairs


def _gather_places(rows: Iterable[Iterable[Hashable]]) -> list[list[int]]:
    """For each item of several rows the numbers of those that hold it, ascending."""
    first: dict[Hashable, int] = {}
    several: dict[Hashable, list[int]] = {}
    for place, row in enumerate(rows):
        for item in row:
            before = first.setdefault(item, place)
            if before != place:
                several.setdefault(item, [before]).append(place)
    return list(several.values())
