"""Outcomes: what was announced for one day and reported to have happened on another, near by.

What one article tells of a year ("they left by the end of 2023") goes with the day in it of which others tell the same.
What was announced for a year and nobody reports goes with its announcement: "the minister said on Monday that they
would be gone by the end of the year" tells of one event until they are gone.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import product
from operator import or_
from typing import NamedTuple

from newsgen.resolve.fulfilling import came_of, find_reach
from newsgen.resolve.happenings import Happening, Period, Tie, find_periods, join_others
from newsgen.resolve.matching import FEW_DAYS, are_related
from newsgen.resolve.tellings import Telling, may_share, share

_LATEST = 14
"""Days between the day announced and the day of which it is reported."""
_MONTH = 31
"""Days of a date beyond which it is a coarse term."""
_ALIKE = 0.5
"""Share of words from which both tell the same."""
_MOST_BESIDE = 400
"""Happenings of one country and month beyond which none is taken for the outcome of anything."""
_FEWEST_WORDS = 2
"""Words, at least, that what is told of a year shares with what is told of one of its days."""
_YEAR = 366
"""Days, at most; what is told of a longer time is told of no day in it."""
_SAMPLES = 6
"""Tellings of a happening that are compared."""
_MOST_OF_MONTH = 60
"""Happenings of one kind and country that several tell, beyond which nothing is taken for that of a year."""

Subject = tuple[str, str]
"""A kind of happening and a country."""
Month = tuple[Subject, Period]
"""What is told of a subject in a month."""


def join_outcomes(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings, those only announced joined to the one that came of them, or to their announcement."""
    return _join_terms(_join_kept(_join_near(happenings)))


def _join_near(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings, those announced for a day joined to what came of them."""
    ahead = [place for place, one in enumerate(happenings) if _is_announced(one) and one.days <= FEW_DAYS]
    if not ahead:
        return list(happenings)
    by_month: dict[object, list[int]] = {}
    for place, one in enumerate(happenings):
        if one.span and one.days <= FEW_DAYS and not _is_announced(one):
            for key in product(_list_named(one), find_periods(one.span)[0]):
                by_month.setdefault(key, []).append(place)
    joined: dict[int, list[tuple[Tie, Happening]]] = {}
    gone: set[int] = set()
    for place in ahead:
        found = list(_find_outcomes(happenings[place], by_month, happenings))
        if len(found) == 1:
            joined.setdefault(found[0][0], []).append((found[0][1], happenings[place]))
            gone.add(place)
    return [join_others(one, joined.get(place, ())) for place, one in enumerate(happenings) if place not in gone]


def _join_kept(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings, what one article tells of a year joined to the day within it of which others tell the same."""
    terms = [place for place, one in enumerate(happenings) if _MONTH < one.days <= _YEAR and len(one.tellings) == 1]
    if not terms:
        return list(happenings)
    days = _gather_days(happenings)
    joined: dict[int, list[tuple[Tie, Happening]]] = {}
    gone: set[int] = set()
    for place in terms:
        near = _find_days(happenings[place], days)
        found = [(day, tie) for day in sorted(near) if (tie := _keep(happenings[place], happenings[day]))]
        if len(found) == 1:
            joined.setdefault(found[0][0], []).append((found[0][1], happenings[place]))
            gone.add(place)
    return [join_others(one, joined.get(place, ())) for place, one in enumerate(happenings) if place not in gone]


class _Day(NamedTuple):
    """What several tell of a day."""

    place: int
    marks: int
    """Those of the words of all who tell it."""
    size: int
    """How many words the shortest of their sentences counts as."""


def _gather_days(happenings: Sequence[Happening]) -> dict[Month, list[_Day]]:
    """What several tell of a day, by what it is, where, and the month."""
    days: dict[Month, list[_Day]] = {}
    for place, one in enumerate(happenings):
        if one.span and len(one.tellings) > 1 and one.days <= FEW_DAYS and not _is_announced(one):
            told = one.tellings[:_SAMPLES]
            marks = reduce(or_, [telling.marks for telling in told])
            day = _Day(place=place, marks=marks, size=min([telling.size for telling in told]))
            for key in product(_list_subjects(one), find_periods(one.span)[0]):
                days.setdefault(key, []).append(day)
    return days


def _find_days(term: Happening, days: Mapping[Month, Sequence[_Day]]) -> set[int]:
    """The places of what the term may mean, as far as the marks of the words tell.

    Where very much of one kind happens in a month, none of it.
    """
    if term.span is None:
        return set()
    months = find_periods((term.span[0], term.span[1] + _LATEST))[0]
    shelves = [days.get(key, ()) for key in product(_list_subjects(term), months)]
    told = term.tellings[0]
    return {
        day.place
        for shelf in shelves
        if len(shelf) <= _MOST_OF_MONTH
        for day in shelf
        if (told.marks & day.marks).bit_count() + told.spare >= _ALIKE * min(told.size, day.size)
    }


def _list_subjects(one: Happening) -> set[Subject]:
    """What it is, and in which of the countries that its sentences name."""
    tellings = one.tellings[:_SAMPLES]
    return {(kind, code) for telling in tellings for kind in telling.families for code in telling.countries}


def _keep(term: Happening, day: Happening) -> Tie | None:
    """The two tellings that tell the same in much the same words; None without such, or of another year."""
    before, tellings = term.tellings[0], day.tellings[:_SAMPLES]
    ties = [Tie(left=after, right=before) for after in tellings if _tell_alike(before, after)]
    if not ties or not before.countries <= {code for telling in tellings for code in telling.around}:
        return None
    if term.span is None or day.span is None or not term.span[0] <= day.span[0] <= term.span[1] + _LATEST:
        return None
    return max(ties, key=lambda tie: share(tie.left, before))


def _tell_alike(before: Telling, after: Telling) -> bool:
    """Whether another article tells the same, as far as kinds, people and words go."""
    if (
        not may_share(before, after, _ALIKE)
        or after.path == before.path
        or not are_related(before, after)
        or not before.people <= after.people
    ):
        return False
    return len(before.words & after.words) >= _FEWEST_WORDS and share(before, after) >= _ALIKE


def _join_terms(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings, those announced for a year or so joined to what the same sentence tells of a day or month."""
    terms = [place for place, one in enumerate(happenings) if one.days > _MONTH and _is_announced(one)]
    if not terms:
        return list(happenings)
    sentences = {
        (telling.path, telling.place_in_text): place for place in terms for telling in happenings[place].tellings
    }
    hosts: dict[int, dict[int, Tie]] = {}
    for place, one in enumerate(happenings):
        for telling in one.tellings if one.days <= _MONTH else ():
            term = sentences.get((telling.path, telling.place_in_text))
            if term is not None:
                said = next(told for told in happenings[term].tellings if told.path == telling.path)
                hosts.setdefault(term, {}).setdefault(place, Tie(left=telling, right=said))
    joined: dict[int, list[tuple[Tie, Happening]]] = {}
    gone = {term for term, ties in hosts.items() if len(ties) == 1}
    for term in sorted(gone):
        ((host, tie),) = hosts[term].items()
        joined.setdefault(host, []).append((tie, happenings[term]))
    return [join_others(one, joined.get(place, ())) for place, one in enumerate(happenings) if place not in gone]


def _is_announced(happening: Happening) -> bool:
    return happening.span is not None and all(telling.kind == "announced" for telling in happening.tellings)


def _find_outcomes(
    announced: Happening, by_month: dict[object, list[int]], happenings: Sequence[Happening]
) -> Iterator[tuple[int, Tie]]:
    """What came of it within the reach of what was announced, and where both are most alike."""
    reach = find_reach(announced)
    if reach is None:
        return
    keys = product(_list_named(announced), find_periods(reach)[0])
    shelves = [shelf for key in keys if len(shelf := by_month.get(key, ())) <= _MOST_BESIDE]
    for place in sorted({place for shelf in shelves for place in shelf}):
        span = happenings[place].span
        if span is None or span[0] > reach[1] or span[1] < reach[0]:
            continue
        ties = [
            Tie(left=after, right=before)
            for before in announced.tellings[:_SAMPLES]
            for after in happenings[place].tellings[:_SAMPLES]
            if came_of(before, after)
        ]
        if ties:
            yield place, max(ties, key=lambda tie: share(tie.left, tie.right))


def _list_named(one: Happening) -> set[str]:
    """The countries that its sentences name."""
    return {code for telling in one.tellings[:_SAMPLES] for code in telling.countries}
