"""Joining: happenings that turn out to be one are made one, the surest first and none against a contradiction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from newsgen.resolve.clusters import Bond, join_clusters
from newsgen.resolve.happenings import Happening, Tie
from newsgen.resolve.tellings import Span

Pair = tuple[int, int]
"""Places of two happenings, the smaller first."""

Found = tuple[int, Tie]
"""How surely the two are one, and the tellings that show it."""


def join_pairs(
    happenings: Sequence[Happening],
    found: Mapping[Pair, Found],
    contradicts: Callable[[Happening, Happening], bool],
) -> list[Happening]:
    """The happenings, those of the pairs made one unless any two of them contradict each other."""
    if not found:
        return list(happenings)
    bonds = [Bond(left=left, right=right, strength=strength) for (left, right), (strength, _) in found.items()]

    def are_apart(left: Sequence[int], right: Sequence[int]) -> bool:
        return any(contradicts(happenings[one], happenings[other]) for one in left for other in right)

    clusters = join_clusters(len(happenings), bonds, are_apart)
    home = {member: place for place, members in enumerate(clusters.members) for member in members}
    used: dict[int, list[Tie]] = {}
    for bond in clusters.used:
        used.setdefault(home[bond.left], []).append(found[bond.left, bond.right][1])
    return [
        join_group([happenings[member] for member in members], used.get(place, ()))
        for place, members in enumerate(clusters.members)
    ]


def join_group(group: Sequence[Happening], ties: Iterable[Tie], *, span: Span | None = None) -> Happening:
    """One happening, of the finest date at which it happened; of equals of that which most articles tell.

    A `span` is given where the happening took longer than each of its parts.
    """
    if len(group) == 1:
        return group[0]
    ordered = sorted(group, key=_rank)
    whole = span or ordered[0].span
    return Happening(
        tellings=tuple(chain.from_iterable(one.tellings for one in ordered)),
        span=whole,
        days=whole[1] - whole[0] + 1 if whole else ordered[0].days,
        ties=(*ties, *chain.from_iterable(one.ties for one in ordered)),
    )


def _rank(one: Happening) -> tuple[bool, int, int, Span | tuple[()]]:
    return not has_happened(one), one.days, -count_articles(one), one.span or ()


def has_happened(one: Happening) -> bool:
    """Whether somebody tells that it came to pass."""
    return any(telling.kind == "happened" for telling in one.tellings)


def count_articles(one: Happening) -> int:
    """How many articles tell it."""
    return len({telling.path for telling in one.tellings}) if len(one.tellings) > 1 else 1


def touch(left: Happening, right: Happening) -> bool:
    """Whether the dates may mean the same day."""
    ours, theirs = left.span, right.span
    return ours is not None and theirs is not None and ours[0] <= theirs[1] and theirs[0] <= ours[1]
