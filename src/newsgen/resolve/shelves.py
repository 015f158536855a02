"""The shelf of happenings found so far, on which coarser dates look for the finer ones that they may mean.

A coarse date looks only at the months or the year that it covers, and there only at what it shares a subject with.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from itertools import chain, islice

from newsgen.records import Record
from newsgen.resolve.happenings import Happening, Period, Tie, find_periods, join_others
from newsgen.resolve.matching import score, tell_apart, weigh_days
from newsgen.resolve.phases import are_opposed
from newsgen.resolve.tellings import Span, Telling

_SAMPLES = 6
"""Tellings of a happening that stand for it when it is compared as a whole."""
_MOST_ASKED = 40
"""Tellings of a coarse happening that say what it is about."""
_MOST_CANDIDATES = 12
_MOST_SIZE = 10
"""A point for each telling of a finer happening, up to so many: what many tell is more likely meant."""
_SEASON = 100
"""Days, at most, of what is found by its months."""

Subjects = defaultdict[int, list[int]]
"""For each subject the places of the happenings that are about it."""


class Fit(Record):
    """A finer happening that a coarse one may mean."""

    place: int
    points: int
    size: int
    """How many tell the finer one."""
    tie: Tie
    """The two tellings that are most alike."""


class Shelf:
    """The happenings found so far, by what they are about and when."""

    def __init__(self) -> None:
        self.happenings: list[Happening] = []
        self._periods: defaultdict[Period, Subjects] = defaultdict(partial(defaultdict, list))
        self._spans: dict[Span, tuple[list[Subjects], list[Subjects]]] = {}
        self._grown: dict[int, tuple[set[int], set[int]]] = {}

    def add(self, happening: Happening) -> None:
        """Put a happening where coarser ones will look for it."""
        self.happenings.append(happening)
        self._note(len(self.happenings) - 1, *_gather_subjects(happening.tellings))

    def join(self, place: int, others: Sequence[tuple[Tie, Happening]]) -> None:
        """Make coarse happenings part of the finer one at the place, each by its tie."""
        fine = self.happenings[place]
        if place not in self._grown:
            subjects, strong = _gather_subjects(fine.tellings)
            self._grown[place] = set(subjects), set(strong)
        known = self._grown[place]
        told = _gather_subjects([telling for _, other in others for telling in other.tellings])
        new = [set(about) - own for own, about in zip(known, told, strict=True)]
        self._note(place, *new)
        for own, about in zip(known, new, strict=True):
            own.update(about)
        self.happenings[place] = join_others(fine, others)

    def find_near(self, coarse: Happening, *, among: Collection[int] | None = None) -> Sequence[int]:
        """The places of those finer happenings within the date that have most in common with the coarse one.

        If some places are given, those `among` them.
        """
        if coarse.span is None or (among is not None and not among):
            return ()
        # A whole year says so little that only people and what is seldom can tell which of its days is meant.
        is_long = coarse.days > _SEASON
        subjects = _gather_subjects(coarse.tellings[:_MOST_ASKED])[is_long]
        shelves = self._find_shelves(coarse.span)[is_long]
        met = Counter(chain.from_iterable([shelf[one] for shelf in shelves for one in subjects if one in shelf]))
        # Sorting keeps equals in their order: that of their places.
        ordered = sorted(sorted(met), key=met.__getitem__, reverse=True)
        near = islice((place for place in ordered if _holds(coarse, self.happenings[place])), _MOST_CANDIDATES)
        return [place for place in near if among is None or place in among]

    def find_best(self, coarse: Happening, places: Iterable[int], *, most_apart: float) -> Fit | None:
        """Of the happenings at the places the one that the coarse one most likely means."""
        fits = [fit for place in places if (fit := _fit(coarse, self.happenings[place], place))]
        fits = [fit for fit in fits if not _are_apart(coarse, self.happenings[fit.place], most_apart)]
        return max(fits, key=lambda fit: (fit.points + min(fit.size, _MOST_SIZE), -fit.place)) if fits else None

    def _note(self, place: int, subjects: Iterable[int], strong: Iterable[int]) -> None:
        """Note under what the happening at the place is found: in its years under what is strong."""
        span = self.happenings[place].span
        if span is None or span[1] - span[0] >= _SEASON:
            return
        for shelves, about in zip(self._find_shelves(span), (subjects, strong), strict=True):
            for shelf in shelves:
                for subject in about:
                    shelf[subject].append(place)

    def _find_shelves(self, span: Span) -> tuple[list[Subjects], list[Subjects]]:
        """What is known of the months that the days fall in, and of the years."""
        found = self._spans.get(span)
        if found is None:
            months, years = ([self._periods[period] for period in periods] for periods in find_periods(span))
            found = self._spans[span] = months, years
        return found


def _gather_subjects(tellings: Sequence[Telling]) -> tuple[Collection[int], Collection[int]]:
    """What the tellings are about, each subject once: all of it, and only people and what is seldom."""
    if len(tellings) == 1:
        return tellings[0].subjects, tellings[0].strong_subjects
    subjects = set(chain.from_iterable([telling.subjects for telling in tellings]))
    return subjects, set(chain.from_iterable([telling.strong_subjects for telling in tellings]))


def _fit(coarse: Happening, fine: Happening, place: int) -> Fit | None:
    """How the coarse happening fits the fine one; None if it does not."""
    best, alike = 0, None
    same, within = weigh_days(coarse.days, True), weigh_days(coarse.days, False)
    for ours in coarse.tellings[:_SAMPLES]:
        for theirs in fine.tellings[:_SAMPLES]:
            # What else of the coarse date has joined the finer one already is among its tellings.
            points = score(ours, theirs, same if theirs.span == coarse.span else within)
            if points > best:
                best, alike = points, (ours, theirs)
    if alike is None:
        return None
    return Fit(place=place, points=best, size=len(fine.tellings), tie=Tie(left=alike[0], right=alike[1]))


def _are_apart(coarse: Happening, fine: Happening, most: float) -> bool:
    ours, theirs = coarse.tellings[:_SAMPLES], fine.tellings[:_SAMPLES]
    return are_opposed(ours, theirs) or tell_apart(ours, theirs, most=most)


def _holds(coarse: Happening, fine: Happening) -> bool:
    """Whether the coarse date leaves room for the fine one."""
    ours, theirs = coarse.span, fine.span
    if ours is None or theirs is None or fine.days >= coarse.days:
        return False
    return ours[0] <= theirs[0] and theirs[1] <= ours[1]
