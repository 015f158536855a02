"""Names with initials only, `J. Baker`: they join a full name where exactly one in the archive fits."""

from collections.abc import Iterator, Mapping, Sequence

from newsgen.resolve.circumstances import Circumstances, has_rival_of_name
from newsgen.resolve.comparison import Comparison, compare_names, exclude
from newsgen.resolve.groups import Doubt, Group, Grouping, move_groups
from newsgen.resolve.judgements import contradict
from newsgen.resolve.namings import Name
from newsgen.resolve.spelling import read_family_loosely

_MOST_CANDIDATES = 40
"""With more bearers of one family name and initial, nobody could tell who `J. Smith` is."""
_MOST_DOUBTS = 5
"""Candidates up to which the open question is put to the editor."""

Shelf = Mapping[tuple[str, str], Sequence[int]]
"""(family name loosely read, first letter) → places of groups with full names."""

Fit = tuple[int, Comparison, Name, Name]
"""Place of a group, the best that was found, and the two names compared."""


def place_initialled(grouping: Grouping, around: Circumstances) -> Grouping:
    """The groups after those with initials only joined the one group that fits; what stays open becomes a doubt."""
    shelf = _shelve(grouping.groups)
    moves = {}
    doubts: list[Doubt] = []
    for place, group in enumerate(grouping.groups):
        if not all(name.is_initialled for name in group.names):
            continue
        fits = list(_find_fits(group, shelf, grouping.groups, around))
        same = [fit for fit in fits if fit[1].verdict == "same" and _stands_alone(fit, around)]
        if chosen := _choose(same):
            target, found, left, right = chosen
            moves[place] = (target, found.link(left.text, right.text))
        elif len(fits) <= _MOST_DOUBTS:
            doubts += (_doubt(place, fit) for fit in fits)
    return move_groups(Grouping(groups=grouping.groups, doubts=(*grouping.doubts, *doubts)), moves)


def _shelve(groups: Sequence[Group]) -> Shelf:
    shelf: dict[tuple[str, str], list[int]] = {}
    for place, group in enumerate(groups):
        for key in {key for name in group.names if not name.is_initialled for key in _find_keys(name)}:
            shelf.setdefault(key, []).append(place)
    return shelf


def _find_keys(name: Name) -> Iterator[tuple[str, str]]:
    for family in read_family_loosely(name.family):
        yield family, name.given[0][0]


def _find_fits(group: Group, shelf: Shelf, groups: Sequence[Group], around: Circumstances) -> Iterator[Fit]:
    """The groups of full names that may be the same person, in their order."""
    places = {place for name in group.names for key in _find_keys(name) for place in shelf.get(key, ())}
    if len(places) > _MOST_CANDIDATES:
        return
    for place in sorted(places):
        fit = _fit(place, group, groups[place], around)
        if fit is not None:
            yield fit


def _fit(place: int, group: Group, candidate: Group, around: Circumstances) -> Fit | None:
    pairs = [(left, right) for left in group.names for right in candidate.names]
    if contradict(group.mark, candidate.mark) or any(exclude(left, right, around) for left, right in pairs):
        return None
    fits = ((place, compare_names(left, right, around), left, right) for left, right in pairs)
    best = max(fits, key=lambda fit: (len(fit[2].given) == len(fit[3].given), fit[1].points))
    return None if best[1].verdict == "different" else best


def _choose(same: Sequence[Fit]) -> Fit | None:
    """The only fit, or the only one that has all the initials: `R. K. Menon` is not `Rakesh Menon`."""
    if len(same) == 1:
        return same[0]
    full = [fit for fit in same if _has_all_initials(fit)]
    return full[0] if len(full) == 1 else None


def _has_all_initials(fit: Fit) -> bool:
    return len(fit[2].given) == len(fit[3].given) > 1


def _stands_alone(fit: Fit, around: Circumstances) -> bool:
    """Whether no article of either names another whom the initials may mean, unless the one has all of them."""
    return _has_all_initials(fit) or not has_rival_of_name(fit[2], fit[3], around)


def _doubt(place: int, fit: Fit) -> Doubt:
    target, found, left, right = fit
    return Doubt(left=place, right=target, points=found.points, link=found.link(left.text, right.text))
