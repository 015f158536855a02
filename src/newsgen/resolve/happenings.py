"""Tellings into happenings, from the finest dates to the coarsest.

Each telling joins the happening of a finer date that fits it best; those of one date that fit none make happenings.
All pairs are never compared. Tellings of one date meet under what they share: a kind of happening with its country, a
person, a word. A coarse date looks only at the months or the year that it covers.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, combinations, islice, product
from operator import attrgetter

from newsgen.records import Record
from newsgen.resolve.clusters import Bond, join_clusters
from newsgen.resolve.matching import is_clear, score, tell_apart
from newsgen.resolve.tellings import Span, Telling

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
_MOST_CANDIDATES = 12
_MOST_APART, _MOST_APART_IN_COMPANY = 1 / 2, 1 / 3
"""Of the pairs of a coarse and a fine happening, how many may speak of two: of a visit, some name only the host. In
company fewer, for the company may be that of a sentence about two happenings."""
_MOST_SIZE = 10
"""A point for each telling of a finer happening, up to so many: what many tell is more likely meant."""
_SEASON = 100
_YEAR = 366
"""Days, at most; a coarser date joins nothing."""

Key = tuple[Hashable, ...]

Period = tuple[int, int]
"""A month, `(2024, 5)`, or a year, `(2024, 0)`."""


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
    fits = [found.find_best(unit, found.find_near(unit), most_apart=_MOST_APART) for unit in units]
    for unit, fit in zip(units, fits, strict=True):
        if fit is not None:
            found.join(unit, fit)
    grown = {fit.place for fit in fits if fit is not None}
    left = [unit for unit, fit in zip(units, fits, strict=True) if fit is None]
    alone = set(map(id, left))
    for happening in _cluster(left):
        near = found.find_near(happening)
        if id(happening) in alone:
            # It did not fit what is as it was; what has grown it may fit now.
            near = [place for place in near if place in grown]
        best = found.find_best(happening, near, most_apart=_MOST_APART_IN_COMPANY)
        if best is None:
            found.add(happening)
        else:
            found.join(happening, best)


def _make_happening(unit: Sequence[Telling]) -> Happening:
    first = unit[0]
    ties = tuple(Tie(left=first, right=telling) for telling in unit[1:])
    return Happening(tellings=tuple(unit), span=first.span, days=first.days, ties=ties)


def _cluster(units: Sequence[Happening]) -> Iterable[Happening]:
    """The happenings of one date."""
    heads = [unit.tellings[0] for unit in units]
    bonds = [
        Bond(left=left, right=right, strength=points)
        for left, right in _pair(heads)
        if (points := score(heads[left], heads[right]))
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


def _merge_alike(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings that need no comparison: of the same kind, countries and people, or of the same words."""
    units: dict[Key, list[Telling]] = {}
    for telling in sorted(tellings, key=attrgetter("sentence", "path", "start")):
        key = (telling.kinds, telling.countries, telling.people) if is_clear(telling) else (telling.sentence,)
        units.setdefault(key, []).append(telling)
    return list(units.values())


def _pair(heads: Sequence[Telling]) -> Iterable[tuple[int, int]]:
    """The pairs worth comparing, the smaller first."""
    if len(heads) <= _FEW:
        return combinations(range(len(heads)), 2)
    pairs: set[tuple[int, int]] = set()
    for block in _gather_places(telling.subjects for telling in heads):
        if len(block) <= _LARGE:
            pairs.update(combinations(block, 2))
        else:
            pairs.update((a, b) for at, a in enumerate(block) for b in block[at + 1 : at + 1 + _NEIGHBOURS])
    uses = Counter(chain.from_iterable(telling.words for telling in heads))
    rare = {word for word, number in uses.items() if 1 < number <= _RARE}
    for block in _gather_places(telling.words & rare for telling in heads):
        pairs.update(combinations(block, 2))
    return pairs


def _gather_places(rows: Iterable[Iterable[Hashable]]) -> Iterable[list[int]]:
    """For each item the numbers of the rows that hold it, ascending."""
    places: dict[Hashable, list[int]] = {}
    for place, row in enumerate(rows):
        for item in row:
            places.setdefault(item, []).append(place)
    return places.values()


class Shelf:
    """The happenings found so far, by what they are about and when."""

    def __init__(self) -> None:
        self.happenings: list[Happening] = []
        self._places: dict[Period, defaultdict[int, list[int]]] = {}

    def add(self, happening: Happening) -> None:
        """Put a happening where coarser ones will look for it."""
        place = len(self.happenings)
        self.happenings.append(happening)
        if happening.span:
            subjects = (_gather_subjects(happening.tellings, strong=strong) for strong in (False, True))
            self._note(place, happening.span, *subjects)

    def join(self, coarse: Happening, fit: "Fit") -> None:
        """Make the coarse happening part of the finer one that it fits."""
        fine = self.happenings[fit.place]
        if fine.span:
            new = (_gather_new(coarse.tellings, fine.tellings, strong=strong) for strong in (False, True))
            self._note(fit.place, fine.span, *new)
        self.happenings[fit.place] = Happening(
            tellings=(*fine.tellings, *coarse.tellings),
            span=fine.span,
            days=fine.days,
            ties=(*fine.ties, fit.tie, *coarse.ties),
        )

    def _note(self, place: int, span: Span, subjects: Iterable[int], strong: Iterable[int]) -> None:
        """Note under what the happening at the place is found: in its years under what is strong."""
        if span[1] - span[0] >= _SEASON:
            return
        months, years = find_periods(span)
        for periods, about in ((months, subjects), (years, strong)):
            for period in periods:
                shelf = self._places.setdefault(period, defaultdict(list))
                for subject in about:
                    shelf[subject].append(place)

    def find_near(self, coarse: Happening) -> Sequence[int]:
        """The places of those finer happenings within the date that have most in common with the coarse one."""
        if coarse.span is None or not 1 < coarse.days <= _YEAR:
            return ()
        # A whole year says so little that only people and what is seldom can tell which of its days is meant.
        is_long = coarse.days > _SEASON
        subjects = _gather_subjects(coarse.tellings[:_LARGE], strong=is_long)
        shelves = [self._places[period] for period in find_periods(coarse.span)[is_long] if period in self._places]
        met = Counter(chain.from_iterable(shelf.get(subject, ()) for shelf in shelves for subject in subjects))
        # Sorting keeps equals in their order: that of their places.
        near = sorted(sorted(met), key=met.__getitem__, reverse=True)
        return list(islice((place for place in near if _holds(coarse, self.happenings[place])), _MOST_CANDIDATES))

    def find_best(self, coarse: Happening, places: Iterable[int], *, most_apart: float) -> "Fit | None":
        """Of the happenings at the places the one that the coarse one most likely means."""
        found = (_fit(coarse, self.happenings[place], place) for place in places)
        fits = [fit for fit in found if fit and not _are_apart(coarse, self.happenings[fit.place], most_apart)]
        return max(fits, key=lambda fit: (fit.points + min(fit.size, _MOST_SIZE), -fit.place), default=None)


def _choose_subjects(telling: Telling, *, strong: bool) -> tuple[int, ...]:
    """What the telling is about; `strong`: only people and what is seldom."""
    return telling.strong_subjects if strong else telling.subjects


def _gather_subjects(tellings: Sequence[Telling], *, strong: bool) -> Collection[int]:
    """What the tellings are about, each subject once."""
    if len(tellings) == 1:
        return _choose_subjects(tellings[0], strong=strong)
    return set(chain.from_iterable(_choose_subjects(telling, strong=strong) for telling in tellings))


def _gather_new(tellings: Sequence[Telling], known: Sequence[Telling], *, strong: bool) -> Collection[int]:
    """The subjects that the known tellings do not have."""
    return set(_gather_subjects(tellings, strong=strong)).difference(_gather_subjects(known, strong=strong))


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
    best, alike = 0, None
    for pair in product(coarse.tellings[:_SAMPLES], fine.tellings[:_SAMPLES]):
        points = score(*pair)
        if points > best:
            best, alike = points, pair
    if alike is None:
        return None
    return Fit(place=place, points=best, size=len(fine.tellings), tie=Tie(left=alike[0], right=alike[1]))


def _are_apart(coarse: Happening, fine: Happening, most: float) -> bool:
    return tell_apart(coarse.tellings[:_SAMPLES], fine.tellings[:_SAMPLES], most=most)


def _holds(coarse: Happening, fine: Happening) -> bool:
    """Whether the coarse date leaves room for the fine one."""
    ours, theirs = coarse.span, fine.span
    if ours is None or theirs is None or fine.days >= coarse.days:
        return False
    return ours[0] <= theirs[0] and theirs[1] <= ours[1]


@lru_cache(maxsize=1 << 14)
def find_periods(span: Span) -> tuple[Sequence[Period], Sequence[Period]]:
    """The months and the years that the days fall in: `((2024, 5), …)` and `((2024, 0), …)`."""
    first, last = date.fromordinal(span[0]), date.fromordinal(span[1])
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    years = [(year, 0) for year in range(first.year, last.year + 1)]
    return [(month // 12, month % 12 + 1) for month in months], years
