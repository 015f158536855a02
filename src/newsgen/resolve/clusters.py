"""Clusters from bonds: the strongest first, and never against a contradiction."""

from collections.abc import Callable, Iterable, Sequence

from newsgen.records import Record


class Bond(Record, gc=False):
    """Why two members may belong together."""

    left: int
    right: int
    strength: int


class Clusters(Record):
    """A partition of `0 … size - 1`."""

    members: tuple[tuple[int, ...], ...]
    """Each cluster's members, ascending; clusters by their first."""
    used: tuple[Bond, ...]
    """The bonds that joined two clusters, strongest first."""
    refused: tuple[Bond, ...]
    """The bonds that would have joined what contradicts."""


def join_clusters(
    size: int, bonds: Iterable[Bond], contradicts: Callable[[Sequence[int], Sequence[int]], bool]
) -> Clusters:
    """The clusters that the bonds make.

    Bonds are taken from the strongest down, equals by their members; one that would bring together two clusters that
    contradict each other is refused. So what a chain of bonds would wrongly connect comes apart at its weakest.
    """
    home = list(range(size))
    members: list[list[int]] = [[index] for index in range(size)]
    used, refused = [], []
    for bond in sorted(bonds, key=lambda bond: (-bond.strength, bond.left, bond.right)):
        left, right = sorted((home[bond.left], home[bond.right]), key=lambda at: (-len(members[at]), at))
        if left == right:
            continue
        if contradicts(members[left], members[right]):
            refused.append(bond)
            continue
        used.append(bond)
        for member in members[right]:
            home[member] = left
        members[left] += members[right]
        members[right] = []
    return Clusters(
        members=tuple(sorted(tuple(sorted(group)) for group in members if group)),
        used=tuple(used),
        refused=tuple(refused),
    )
