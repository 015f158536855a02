"""What became of things without a lasting name, told by their marks: persons by mentions, events by reports."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

Mark = TypeVar("Mark")

Marks = Mapping[str, Collection[Mark]]
"""For the ids of things what they are known by."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of what: things of two sites by their ids, those that belong together in a stable order."""

    targets: Mapping[str, tuple[str, ...]]
    """For each old thing, the new ones that are it; none if it is gone."""
    sources: Mapping[str, tuple[str, ...]]
    """For each new thing, the old ones that it was; none if it is new."""

    def pairs(self) -> Iterator[tuple[str, str]]:
        """(old, new) of those that are neither merged nor split."""
        for old, new in self.targets.items():
            if len(new) == 1 and len(self.sources[new[0]]) == 1:
                yield old, new[0]

    def merged(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """(old ones, new) of those that are one now."""
        return ((old, new) for new, old in self.sources.items() if len(old) > 1)

    def split(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """(old, new ones) of those that are several now."""
        return ((old, new) for old, new in self.targets.items() if len(new) > 1)

    def gone(self) -> Iterator[str]:
        """Old things that nothing came of."""
        return (old for old, new in self.targets.items() if not new)

    def new(self) -> Iterator[str]:
        """New things that were nothing before."""
        return (new for new, old in self.sources.items() if not old)


def follow(old: Marks[Mark], new: Marks[Mark]) -> Followed:
    """What became of each old thing; the marks of both are told in terms of the new site.

    An old thing went where most of its marks went, and a new one came from where most of its marks came; each such
    step links the two. What shares no mark with anything is the same as what has its id.
    """
    shared = _count_shared(old, new)
    targets: dict[str, set[str]] = {thing: set() for thing in old}
    sources: dict[str, set[str]] = {thing: set() for thing in new}
    for one, other in _link(shared):
        targets[one].add(other)
        sources[other].add(one)
    for thing in targets.keys() & sources.keys():
        if not targets[thing] and not sources[thing]:
            targets[thing].add(thing)
            sources[thing].add(thing)
    return Followed(
        targets={thing: tuple(sorted(found)) for thing, found in sorted(targets.items())},
        sources={thing: tuple(sorted(found)) for thing, found in sorted(sources.items())},
    )


def _count_shared(old: Marks[Mark], new: Marks[Mark]) -> Counter[tuple[str, str]]:
    """How many marks each old thing shares with each new one; pairs that share none are not there."""
    owners = index_owners(new)
    return Counter((one, other) for one, marks in old.items() for mark in marks for other in owners.get(mark, ()))


def index_owners(things: Marks[Mark]) -> dict[Mark, list[str]]:
    """The things that have a mark, by marks."""
    owners: dict[Mark, list[str]] = defaultdict(list)
    for thing, marks in things.items():
        for mark in marks:
            owners[mark].append(thing)
    return owners


def _link(shared: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, str]]:
    """From each old thing to the new one with most of its marks, and to each new one from the old one likewise."""
    ranked = sorted(shared, key=lambda pair: (-shared[pair], pair[0] != pair[1], pair))
    went: set[str] = set()
    came: set[str] = set()
    for one, other in ranked:
        if one not in went or other not in came:
            yield one, other
        went.add(one)
        came.add(other)
