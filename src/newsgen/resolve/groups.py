"""Full names into groups: each is one person.

The rules come first, and know of the judgements only what they forbid. What a judgement joins is joined afterwards, as
whole groups: so it can part nothing that the rules had brought together.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import attrgetter

from msgspec.structs import replace

from newsgen.records import Record
from newsgen.records.entities import Link
from newsgen.records.reasons import Reason, because
from newsgen.resolve.ambiguous import drop_ambiguous
from newsgen.resolve.blocking import pair_names
from newsgen.resolve.circumstances import Circumstances, act_as_one
from newsgen.resolve.clusters import Bond, join_clusters
from newsgen.resolve.comparison import (
    Comparison,
    compare_names,
    differ_beside_spelling,
    exclude,
    explain_both,
)
from newsgen.resolve.givens import align_names
from newsgen.resolve.judgements import PEOPLE_FILE, Mark, contradict
from newsgen.resolve.namings import Name, Naming

_PLACE = attrgetter("article", "index")
"""What namings are sorted by."""

_JUDGED = because("reason.judged")
_TOO, _OPEN, _NOTHING = because("reason.rules-join"), because("reason.rules-leave-open"), because("reason.rules-part")
"""Evidence of a judgement, and what the rules would have made of the two names; what they rest on stands behind it."""

Compared = Mapping[tuple[int, int], Comparison]
"""What was found for each pair of positions, the smaller first, that may be one person."""


class Doubt(Record):
    """Two groups that may be one person."""

    left: int
    """Position of a group."""
    right: int
    points: int
    link: Link


class Group(Record):
    """One person's names."""

    names: tuple[Name, ...] = ()
    bare: tuple[Naming, ...] = ()
    """Where only the family name, or the only name, stands."""
    mark: Mark = Mark()
    links: tuple[Link, ...] = ()
    claimed: tuple[str, ...] = ()
    """Those of the names that the judgement claims."""

    @property
    def namings(self) -> tuple[Naming, ...]:
        """All namings, in the order of the articles."""
        if len(self.names) == 1 and not self.bare:
            return self.names[0].namings
        full = (naming for name in self.names for naming in name.namings)
        return tuple(sorted((*full, *self.bare), key=_PLACE))


class Grouping(Record):
    """Groups, and the doubts between them."""

    groups: tuple[Group, ...]
    doubts: tuple[Doubt, ...]


def group_names(names: Sequence[Name], marks: Sequence[Mark], around: Circumstances) -> Grouping:
    """The groups that the rules make of full names, with nothing in one that judgements keep apart."""
    compared = _compare_pairs(names, around)
    bonds = drop_ambiguous(names, list(_bind(compared)), around)
    contradicts = _watch(names, marks, around)
    clusters = join_clusters(len(names), bonds, contradicts)
    home = {member: place for place, members in enumerate(clusters.members) for member in members}
    links: dict[int, list[Link]] = {}
    for bond in clusters.used:
        links.setdefault(home[bond.left], []).append(_link_names(bond, names, marks, compared))
    groups = tuple(
        Group(
            names=tuple(names[member] for member in members),
            mark=merge_marks(marks[member] for member in members),
            links=tuple(links.get(place, ())),
            claimed=tuple(names[member].text for member in members if marks[member].entry is not None),
        )
        for place, members in enumerate(clusters.members)
    )
    return Grouping(groups=groups, doubts=tuple(_find_doubts(names, compared, home, groups, around)))


def _bind(compared: Compared) -> Iterator[Bond]:
    for (left, right), found in compared.items():
        if found.verdict == "same":
            yield Bond(left=left, right=right, strength=found.points)


def _compare_pairs(names: Sequence[Name], around: Circumstances) -> Compared:
    """What was found for each pair of names that share a key; most are of two people, and not kept."""
    compared = {}
    for left, right in pair_names(names, around.names.forms):
        found = _compare(names[left], names[right], around)
        if found.verdict != "different":
            compared[left, right] = found
    return compared


def _compare(left: Name, right: Name, around: Circumstances) -> Comparison:
    """The verdict on two names; who is told apart in front matter is at most perhaps one."""
    found = compare_names(left, right, around)
    if left.which == right.which or found.verdict == "different":
        return found
    is_told_apart = (left.given, left.family, left.suffix) == (right.given, right.family, right.suffix)
    return replace(found, verdict="different" if is_told_apart else "undecided")


def join_judged(grouping: Grouping) -> Grouping:
    """The groups after those became one that have names which one judgement claims."""
    first: dict[int, int] = {}
    moves: dict[int, tuple[int, Link]] = {}
    found = _find_strongest(grouping.doubts)
    for place, group in enumerate(grouping.groups):
        if group.mark.entry is None:
            continue
        target = first.setdefault(group.mark.entry, place)
        if target != place:
            doubt = found.get((min(place, target), max(place, target)))
            reasons = (_OPEN, *doubt.link.evidence) if doubt else (_NOTHING,)
            moves[place] = (target, link_judged(grouping.groups[target].claimed[0], group.claimed[0], *reasons))
    return move_groups(grouping, moves) if moves else grouping


def _find_strongest(doubts: Iterable[Doubt]) -> Mapping[tuple[int, int], Doubt]:
    """For each two groups the doubt with the most evidence."""
    ranked = sorted(doubts, key=rank_doubt, reverse=True)
    return {(min(doubt.left, doubt.right), max(doubt.left, doubt.right)): doubt for doubt in ranked}


def rank_doubt(doubt: Doubt) -> tuple[int, str, str, str, tuple[Reason, ...]]:
    """The one with the most evidence first; of equals none hangs on the order of the articles."""
    link = doubt.link
    return (-doubt.points, link.left, link.right, link.rule, link.evidence)


def link_judged(left: str, right: str, *reasons: Reason) -> Link:
    """The link that a judgement makes, with what the rules say of the two names, if they were asked."""
    return Link(left=left, right=right, rule=PEOPLE_FILE, evidence=(_JUDGED, *reasons))


def move_groups(grouping: Grouping, moves: Mapping[int, tuple[int, Link]]) -> Grouping:
    """The groups after each of `moves` went into another one, which itself stays; with the reason for it."""
    stay = [place for place in range(len(grouping.groups)) if place not in moves]
    new_place = {place: new for new, place in enumerate(stay)}
    new_place |= {place: new_place[target] for place, (target, _) in moves.items()}
    groups = [grouping.groups[place] for place in stay]
    for place, (target, link) in sorted(moves.items()):
        groups[new_place[target]] = _join(groups[new_place[target]], grouping.groups[place], link)
    moved = (
        Doubt(left=new_place[doubt.left], right=new_place[doubt.right], points=doubt.points, link=doubt.link)
        for doubt in grouping.doubts
    )
    return Grouping(groups=tuple(groups), doubts=tuple(doubt for doubt in moved if doubt.left != doubt.right))


def merge_marks(marks: Iterable[Mark]) -> Mark:
    """What the judgements say of a group: all that they say of its names."""
    found = tuple(marks)
    entry = next((mark.entry for mark in found if mark.entry is not None), None)
    return Mark(entry=entry, kept_from=frozenset().union(*(mark.kept_from for mark in found)))


def _watch(
    names: Sequence[Name], marks: Sequence[Mark], around: Circumstances
) -> Callable[[Sequence[int], Sequence[int]], bool]:
    """Whether two clusters must not become one."""

    def is_explained(a: int, b: int, all_members: Sequence[int]) -> bool:
        if differ_beside_spelling(names[a], names[b]):
            return False
        return any(explain_both(names[c], names[a], names[b], around.names) for c in all_members)

    def contradicts(left: Sequence[int], right: Sequence[int]) -> bool:
        pairs = tuple(product(left, right))
        if any(contradict(marks[a], marks[b]) for a, b in pairs):
            return True
        apart = [(a, b) for a, b in pairs if exclude(names[a], names[b], around)]
        if all(is_explained(a, b, (*left, *right)) for a, b in apart):
            return False
        # What is told of one deed joins two given names, and all spellings of each.
        if any(differ_beside_spelling(names[a], names[b]) for a, b in apart):
            return True
        return not any(act_as_one(names[a], names[b], around) for a, b in pairs)

    return contradicts


def _link_names(bond: Bond, names: Sequence[Name], marks: Sequence[Mark], compared: Compared) -> Link:
    left, right = names[bond.left].text, names[bond.right].text
    if marks[bond.left].entry is not None and marks[bond.left].entry == marks[bond.right].entry:
        return link_judged(left, right, _TOO, *compared[bond.left, bond.right].evidence)
    return compared[bond.left, bond.right].link(left, right)


def _find_doubts(
    names: Sequence[Name], compared: Compared, home: Mapping[int, int], groups: Sequence[Group], around: Circumstances
) -> Iterator[Doubt]:
    """What the comparison left open, between groups of which nothing shows that they are two."""
    for (left, right), found in sorted(compared.items()):
        here, there = home[left], home[right]
        if here == there or contradict(groups[here].mark, groups[there].mark):
            continue
        if _fits_short(names[left], names[right], groups[here], groups[there], around):
            continue
        link = found.link(names[left].text, names[right].text)
        yield Doubt(left=here, right=there, points=found.points, link=link)


def _fits_short(left: Name, right: Name, ours: Group, theirs: Group, around: Circumstances) -> bool:
    """Whether two names fit only for want of what the fullest of their groups have: these have other given names."""
    if not align_names(left, right, around.names).points:
        return False
    full, other = (max(group.names, key=lambda name: (len(name.given), name.key)) for group in (ours, theirs))
    return not align_names(full, other, around.names).points


def _join(group: Group, other: Group, link: Link) -> Group:
    return Group(
        names=(*group.names, *other.names),
        bare=(*group.bare, *other.bare),
        mark=merge_marks((group.mark, other.mark)),
        links=(*group.links, *other.links, link),
        claimed=(*group.claimed, *other.claimed),
    )
