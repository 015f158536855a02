"""Single names that no full name explains, `President Lula`: one person, unless titles or countries show several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from newsgen.resolve.circumstances import Circumstances
from newsgen.resolve.clusters import Bond, join_clusters
from newsgen.resolve.groups import Group
from newsgen.resolve.namings import Naming
from newsgen.resolve.roles import compare_countries, compare_titles, differ_in_office
from newsgen.resolve.titles import Title

_MOST_PROFILES = 60
"""Profiles up to which all pairs are compared."""
_NEIGHBOURS = 30
"""With more, each is compared with this many that follow it."""

Profile = tuple[tuple[Title, ...], tuple[str, ...]]
"""What an article says of the bearer: titles and countries."""


def group_singles(namings: Iterable[Naming], around: Circumstances) -> Iterator[Group]:
    """One group for each person; names in their order."""
    by_name: dict[str, dict[Profile, list[Naming]]] = {}
    for naming in namings:
        profile = (naming.titles, naming.local.countries)
        by_name.setdefault(naming.key, {}).setdefault(profile, []).append(naming)
    for key in sorted(by_name):
        yield from _group_profiles(by_name[key], around)


def _group_profiles(found: Mapping[Profile, Sequence[Naming]], around: Circumstances) -> Iterator[Group]:
    profiles = sorted(found, key=lambda profile: (tuple(title.shown for title in profile[0]), profile[1]))
    articles = [frozenset(naming.article for naming in found[profile]) for profile in profiles]

    def contradicts(left: Sequence[int], right: Sequence[int]) -> bool:
        return any(
            not articles[a].isdisjoint(articles[b]) or _differ(profiles[a], profiles[b])
            for a, b in product(left, right)
        )

    bonds = [Bond(left=a, right=b, strength=_weigh(profiles[a], profiles[b], around)) for a, b in _pair(len(profiles))]
    for members in join_clusters(len(profiles), bonds, contradicts).members:
        inside = (naming for member in members for naming in found[profiles[member]])
        yield Group(bare=tuple(sorted(inside, key=lambda naming: (naming.article, naming.index))))


def _pair(size: int) -> Iterator[tuple[int, int]]:
    if size <= _MOST_PROFILES:
        yield from combinations(range(size), 2)
        return
    for left in range(size):
        for right in range(left + 1, min(left + 1 + _NEIGHBOURS, size)):
            yield left, right


def _differ(left: Profile, right: Profile) -> bool:
    """Whether two people are meant: another country, another gender."""
    if left[1] and right[1] and set(left[1]).isdisjoint(right[1]):
        return True
    return differ_in_office(left[0], right[0], left[1], right[1])


def _weigh(left: Profile, right: Profile, around: Circumstances) -> int:
    """How much speaks for one person, beside the name."""
    found = (compare_titles(left[0], right[0]), compare_countries(left[1], right[1]))
    return sum(item.points for item in found if item is not None)
