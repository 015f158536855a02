"""Names that fit two people: `President George Bush`, where there are George H. W. and George W.

Such a name goes with the one who fits better. Of two who fit alike it is that of the one who holds the office still; if
both do, or neither, the name is left to the editor.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from newsgen.resolve.circumstances import Circumstances
from newsgen.resolve.clusters import Bond
from newsgen.resolve.comparison import differ_beside_spelling, exclude, explain_both
from newsgen.resolve.namings import Name

_MOST_BONDS = 12
"""Bonds of one name up to which they are looked at."""
_ALIKE = 10
"""Points up to which one fits no better than the other."""

Bonds = list[Bond]


def drop_ambiguous(names: Sequence[Name], bonds: Bonds, around: Circumstances) -> Bonds:
    """The bonds without those that would take a name for one of two people whom it fits alike."""
    of: dict[int, list[Bond]] = {}
    for bond in bonds:
        of.setdefault(bond.left, []).append(bond)
        of.setdefault(bond.right, []).append(bond)
    dropped = {
        id(bond)
        for member, own in of.items()
        if 1 < len(own) <= _MOST_BONDS
        for bond in _find_ambiguous(member, own, names, around)
    }
    return [bond for bond in bonds if id(bond) not in dropped] if dropped else bonds


def _find_ambiguous(member: int, own: Sequence[Bond], names: Sequence[Name], around: Circumstances) -> Iterator[Bond]:
    """The bonds of a name that lead to one of two who contradict each other, and not to the better of them."""
    name = names[member]
    for one, other in combinations(own, 2):
        left, right = names[_end(one, member)], names[_end(other, member)]
        if abs(one.strength - other.strength) > _ALIKE or not _are_two(name, left, right, around):
            continue
        held = [_is_held(left, around), _is_held(right, around)]
        if not _is_held(name, around) or held[0] == held[1]:
            yield from (one, other)
        else:
            yield other if held[0] else one


def _end(bond: Bond, member: int) -> int:
    return bond.right if bond.left == member else bond.left


def _are_two(name: Name, left: Name, right: Name, around: Circumstances) -> bool:
    """Whether the two are not one, and the name is short of what tells them apart."""
    if not min(len(left.given), len(right.given)) > len(name.given):
        return False
    if not exclude(left, right, around):
        return False
    return differ_beside_spelling(left, right) or not explain_both(name, left, right, around.names)


def _is_held(name: Name, around: Circumstances) -> bool:
    """Whether an article gives the bearer an office without saying that it was held formerly."""
    return any(naming.titles and not around.trades.is_past(naming) for naming in name.namings)
