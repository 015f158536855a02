"""Tellings into happenings, from the finest dates to the coarsest.

Each telling joins the happening of a finer date that fits it best; those of one date that fit none make happenings.
All pairs are never compared. Tellings of one date meet under what they share: a kind of happening with its country, a
person, a word. A coarse date looks only at the months or the year that it covers.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product

from newsgen.records import Record
from newsgen.resolve.clusters import Bond, join_clusters
from newsgen.resolve.matching import SELDOM, is_clear, score, tell_apart
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
_MOST_APART, _MOST_APART_IN_COMPANY = 1 / 2, 1 / 3
"""Of the pairs of a coarse and a fine happening, how many may speak of two: of a visit, some name only the host. In
company fewer, for the company may be that of a sentence about two happenings."""
_SEASON = 100
_YEAR = 366
"""Days, at most; a coarser date joins nothing."""

Key = tuple[Hashable, ...]


class Tie(Record, gc=False):
    """Two tellings by way of which two groups of them became one happening."""

    left: Telling
    right: Telling


class Happening(Record, gc=False):
    """Tellings of one happening."""

    tellings: tuple[Telling, ...]
    """Those with the finest date first."""
    span: Span | None
    """Of the finest date."""
    days: int
    """How many days the finest date leaves open."""
    ties: tuple[Tie, ...] = ()
    """What holds the tellings together: a tree, one tie fewer than there are tellings."""


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


def _add_date(tellings: Sequence[Telling], found: "Shelf") -> None:
    """Add the tellings of one date to what finer dates gave, each first by itself, then in company.

    Each by itself, for in company a telling of two happenings would take along what tells of only one.
    """
    units = [_make_happening(unit) for unit in _merge_alike(tellings)]
    fits = [found.find_best(unit, most_apart=_MOST_APART) for unit in units]
    for unit, fit in zip(units, fits, strict=True):
        if fit is not None:
            found.join(unit, fit)
    left = [unit for unit, fit in zip(units, fits, strict=True) if fit is None]
    again = len(left) < len(units)
    for happening in _cluster(left):
        in_company = again or len(happening.tellings) > 1
        best = found.find_best(happening, most_apart=_MOST_APART_IN_COMPANY) if in_company else None
        if best is None:
            found.add(happening)
        else:
            found.join(happening, best)


def _make_happening(unit: Sequence[Telling]) -> Happening:
    first = unit[0]
    ties = tuple(Tie(left=first, right=telling) for telling in unit[1:])
    return Happening(tellings=tuple(unit), span=first.span, days=first.days, ties=ties)


def _cluster(units: Sequence[Happening]) -> Iterator[Happening]:
    """The happenings of one date."""
    if len(units) < 2:
        yield from units
        return
    heads = [unit.tellings[0] for unit in units]
    found = ((left, right, score(heads[left], heads[right])) for left, right in _pair(heads))
    bonds = [Bond(left=left, right=right, strength=points) for left, right, points in found if points]

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
    """What a telling is about: each kind of happening in each country, each person; `strong`: only seldom kinds.

    And the countries of its article, if they are two or more: what else is open of it, these may tell.
    """
    for topic in telling.kinds & SELDOM if strong else telling.families:
        for country in telling.place:
            yield ("topic", topic, country)
    for person in telling.people:
        yield ("person", person)
    if len(telling.home) > 1 and not strong:
        yield ("home", telling.home)


def _keys_of(happening: Happening) -> set[Key]:
    return {key for telling in happening.tellings for key in _subject_keys(telling)}


class Shelf:
    """The happenings found so far, by what they are about and when."""

    def __init__(self) -> None:
        self.happenings: list[Happening] = []
        self._places: dict[Key, list[int]] = {}

    def add(self, happening: Happening) -> None:
        """Put a happening where coarser ones will look for it."""
        place = len(self.happenings)
        self.happenings.append(happening)
        self._note(happening.span, _keys_of(happening), place)

    def join(self, coarse: Happening, fit: "Fit") -> None:
        """Make the coarse happening part of the finer one that it fits."""
        fine = self.happenings[fit.place]
        self._note(fine.span, _keys_of(coarse) - _keys_of(fine), fit.place)
        self.happenings[fit.place] = Happening(
            tellings=(*fine.tellings, *coarse.tellings),
            span=fine.span,
            days=fine.days,
            ties=(*fine.ties, fit.tie, *coarse.ties),
        )

    def _note(self, span: Span | None, keys: Iterable[Key], place: int) -> None:
        """Note under what the happening at the place is found."""
        if span is None or span[1] - span[0] >= _SEASON:
            return
        for period in _periods(span):
            for key in keys:
                self._places.setdefault((period, *key), []).append(place)

    def find_best(self, coarse: Happening, *, most_apart: float) -> "Fit | None":
        """The finer happening that the coarse one most likely means."""
        if coarse.span is None or not 1 < coarse.days <= _YEAR:
            return None
        found = (_fit(coarse, self.happenings[place], place) for place in self._find_near(coarse))
        fits = [fit for fit in found if fit and not _are_apart(coarse, self.happenings[fit.place], most_apart)]
        return max(fits, key=lambda fit: (fit.points, fit.size, -fit.place), default=None)

    def _find_near(self, coarse: Happening) -> Sequence[int]:
        """The finer happenings within the date that have most in common with the coarse one."""
        assert coarse.span is not None
        # A whole year says so little that only people and what is seldom can tell which of its days is meant.
        strong = coarse.days > _SEASON
        keys = {key for telling in coarse.tellings[:_LARGE] for key in _subject_keys(telling, strong=strong)}
        met: dict[int, int] = {}
        for period in _look_up(coarse.span):
            for key in keys:
                for place in self._places.get((period, *key), ()):
                    met[place] = met.get(place, 0) + 1
        near = sorted((-count, place) for place, count in met.items() if _holds(coarse, self.happenings[place]))
        return [place for _, place in near[:_MOST_CANDIDATES]]


class Fit(Record):
    """A finer happening that a coarse one may mean."""

    place: int
    points: int
    size: int
    """How many tell the finer one."""
    tie: Tie
    """The two tellings that are most alike."""


def _fit(coarse: Happening, fine: Happening, place: int) -> Fit | None:
    """How the coarse happening fits the fine one; None if it does not."""
    few, others = coarse.tellings[:_SAMPLES], fine.tellings[:_SAMPLES]
    points, left, right = max(
        ((score(left, right), left, right) for left, right in product(few, others)), key=lambda found: found[0]
    )
    if not points:
        return None
    return Fit(place=place, points=points, size=len(fine.tellings), tie=Tie(left=left, right=right))


def _are_apart(coarse: Happening, fine: Happening, most: float) -> bool:
    return tell_apart(coarse.tellings[:_SAMPLES], fine.tellings[:_SAMPLES], most=most)


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
