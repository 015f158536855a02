"""Stays: whoever came on Tuesday and left on Thursday made one visit, which took three days.

One article tells it day by day, first that somebody came, met or was received, then that somebody left.
"""

from collections.abc import Iterator, Sequence

from newsgen.resolve.happenings import Happening, Tie
from newsgen.resolve.joining import join_group
from newsgen.resolve.matching import COMINGS, FEW_DAYS
from newsgen.resolve.tellings import Telling

_LEAVING = "departure"
_MET = frozenset({"talks"})


def join_stays(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings, the days of one visit made one."""
    joined: dict[int, tuple[int, Tie]] = {}
    for first, last, tie in _find_stays(happenings):
        if first not in joined and last not in joined.keys() | {host for host, _ in joined.values()}:
            joined[last] = (first, tie)
    parts: dict[int, list[tuple[int, Tie]]] = {}
    for last, (first, tie) in joined.items():
        parts.setdefault(first, []).append((last, tie))
    return [
        _join(happenings, place, parts[place]) if place in parts else one
        for place, one in enumerate(happenings)
        if place not in joined
    ]


def _join(happenings: Sequence[Happening], place: int, parts: Sequence[tuple[int, Tie]]) -> Happening:
    group = [happenings[place], *(happenings[last] for last, _ in parts)]
    spans = [one.span for one in group if one.span]
    span = min(first for first, _ in spans), max(last for _, last in spans)
    return join_group(group, [tie for _, tie in parts], span=span)


def _find_stays(happenings: Sequence[Happening]) -> Iterator[tuple[int, int, Tie]]:
    """The places of what tells the beginning and what tells the end of a visit."""
    comings: dict[str, list[tuple[int, Telling]]] = {}
    leavings: dict[str, list[tuple[int, Telling]]] = {}
    for place, happening in enumerate(happenings):
        if happening.span is None or happening.days > FEW_DAYS:
            continue
        for telling in happening.tellings:
            if telling.kind == "happened" and telling.kinds and telling.kinds <= COMINGS:
                shelf = leavings if _LEAVING in telling.kinds else comings
                shelf.setdefault(telling.path, []).append((place, telling))
    for path, ends in leavings.items():
        for last, end in ends:
            near = [(first, start) for first, start in comings.get(path, ()) if first != last and _is_stay(start, end)]
            if near:
                first, start = min(near, key=lambda one: one[1].span or ())
                yield first, last, Tie(left=start, right=end)


def _is_stay(start: Telling, end: Telling) -> bool:
    """Whether the departure follows within days, of the same people as far as both tell, in one country."""
    if start.span is None or end.span is None or not 0 < end.span[1] - start.span[0] < FEW_DAYS:
        return False
    if start.place.isdisjoint(end.place):
        return False
    if not start.people or not end.people or not start.people.isdisjoint(end.people):
        return True
    # Who is named may be the host, where only the guest's pronoun is beside.
    return start.kinds == _MET and start.countries <= end.countries
