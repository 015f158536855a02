"""Which happenings lie near enough to each other, in place and time, to be compared at all."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, product

from newsgen.resolve.happenings import Happening, Period, find_periods
from newsgen.resolve.matching import FEW_DAYS

_LONGEST = 31
"""Days of a date that is compared with finer ones within it."""
SAMPLES = 6
"""Tellings of a happening that are looked at."""
_MOST_BESIDE = 12
"""Happenings of one country and day beyond which nothing is taken for a story's only one."""
_MOST_OF_MONTH = 60
"""The same of a month."""


def list_beside_in_days(happenings: Sequence[Happening]) -> Iterator[list[int]]:
    """For each happening the later places of those that are of one country and day with it."""
    keys = [[*product(_list_countries(one), _list_days(one))] if one.days <= FEW_DAYS else () for one in happenings]
    days: dict[tuple[str, int], list[int]] = {}
    for place, own in enumerate(keys):
        for key in own:
            days.setdefault(key, []).append(place)
    for place, own in enumerate(keys):
        yield _keep_later(place, [days[key] for key in own if len(days[key]) <= _MOST_BESIDE])


def list_beside_in_months(happenings: Sequence[Happening]) -> Iterator[list[int]]:
    """For each happening the later places of those that are of one country and month with it, one of coarse date."""
    keys = [_list_months(one) for one in happenings]
    months: dict[tuple[str, Period], list[int]] = {}
    coarse: dict[tuple[str, Period], list[int]] = {}
    for place, own in enumerate(keys):
        for key in own:
            months.setdefault(key, []).append(place)
            if happenings[place].days > FEW_DAYS:
                coarse.setdefault(key, []).append(place)
    for place, own in enumerate(keys):
        shelves = months if happenings[place].days > FEW_DAYS else coarse
        yield _keep_later(place, [shelves.get(key, ()) for key in own if len(months[key]) <= _MOST_OF_MONTH])


def _keep_later(place: int, shelves: Iterable[Sequence[int]]) -> list[int]:
    """The places on the shelves that are greater, each once, ascending."""
    others = set(chain.from_iterable(shelves))
    return sorted([other for other in others if other > place])


def _list_months(one: Happening) -> Sequence[tuple[str, Period]]:
    """Its countries in the months of its date, if that is not too coarse."""
    if one.span is None or one.days > _LONGEST:
        return ()
    return [*product(_list_countries(one), find_periods(one.span)[0])]


def _list_countries(one: Happening) -> Collection[str]:
    if len(one.tellings) == 1:
        return one.tellings[0].around
    return {code for telling in one.tellings[:SAMPLES] for code in telling.around}


def _list_days(one: Happening) -> Collection[int]:
    """All days that a telling of few days gives it."""
    if one.days == 1 and one.span and len(one.tellings) == 1:
        return one.span[:1]
    spans = {telling.span for telling in one.tellings if telling.days <= FEW_DAYS}
    return {day for span in spans if span for day in range(span[0], span[1] + 1)}
