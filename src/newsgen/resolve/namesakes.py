"""Two people of one name: the articles that write a frequent name are parted where they speak of two.

Of a rare name this is never asked, for its bearer may well be tied to several countries; of a frequent one, articles
speak of two people if each ties its own to other countries and nothing else is common to both.
"""

from collections.abc import Sequence
from itertools import combinations

from newsgen.lexicon.names import Names
from newsgen.records import Record
from newsgen.records.reading import Reading
from newsgen.resolve.clusters import Bond, join_clusters
from newsgen.resolve.namings import LISTED, Naming
from newsgen.resolve.roles import COMPANION, COUNTRY, HOME, OFFICE, differ_in_office
from newsgen.resolve.titles import Title, agree

_MOST_SCENES = 60
"""With more articles that tell of something else, the name is that of a person whom the whole archive knows."""


class Scene(Record, gc=True):
    """What one article says of the bearer of a name."""

    titles: tuple[Title, ...]
    countries: frozenset[str]
    """Those that it ties to the bearer."""
    home: frozenset[str]
    """Those that it names."""
    places: frozenset[str]
    """All of these."""
    others: frozenset[str]
    """Names of those beside."""


def part_namesakes(namings: Sequence[Naming], readings: Sequence[Reading], names: Names) -> list[tuple[Naming, ...]]:
    """The namings of each bearer of a name, in the order of the articles; mostly there is one."""
    words = namings[0].key.split()
    if len(namings) == 1 or namings[0].which or not (_is_common(words, names) or _is_common(words[::-1], names)):
        return [tuple(namings)]
    scenes = [_set_scene(naming, readings[naming.article]) for naming in namings]
    kinds = sorted(set(scenes), key=lambda scene: (-scenes.count(scene), _spell(scene)))
    if len(kinds) > _MOST_SCENES:
        return [tuple(namings)]
    bearers = _tell_apart(kinds)
    if len(bearers) == 1:
        return [tuple(namings)]
    bearer_of = {kinds[member]: bearer for bearer, members in enumerate(bearers) for member in members}
    found: list[list[Naming]] = [[] for _ in bearers]
    for naming, scene in zip(namings, scenes, strict=True):
        found[bearer_of[scene]].append(naming)
    return [tuple(part) for part in found]


def _tell_apart(kinds: Sequence[Scene]) -> Sequence[Sequence[int]]:
    """The places of the scenes of each bearer."""
    bonds = []
    apart: list[set[int]] = [set() for _ in kinds]
    for a, b in combinations(range(len(kinds)), 2):
        weight = _bind(kinds[a], kinds[b])
        if weight is not None:
            bonds.append(Bond(left=a, right=b, strength=weight))
        if _contradict(kinds[a], kinds[b], weight):
            apart[a].add(b)
            apart[b].add(a)

    def contradicts(left: Sequence[int], right: Sequence[int]) -> bool:
        return any(not apart[member].isdisjoint(right) for member in left)

    return join_clusters(len(kinds), bonds, contradicts).members


def _is_common(words: Sequence[str], names: Names) -> bool:
    return names.forms.is_common(words[:-1], words[-1])


def _set_scene(naming: Naming, reading: Reading) -> Scene:
    if naming.index == LISTED:
        nowhere: frozenset[str] = frozenset()
        return Scene(titles=(), countries=nowhere, home=nowhere, places=nowhere, others=nowhere)
    countries = frozenset(naming.local.countries)
    home = frozenset(country.code for country in reading.countries)
    return Scene(
        titles=naming.titles,
        countries=countries,
        home=home,
        places=countries | home,
        others=frozenset(person.name for person in reading.people if person is not naming.local and person.given),
    )


def _spell(scene: Scene) -> tuple[tuple[str, ...], ...]:
    """What scenes are sorted by."""
    titles = tuple(title.shown for title in scene.titles)
    return (titles, tuple(sorted(scene.countries)), tuple(sorted(scene.home)), tuple(sorted(scene.others)))


def _bind(left: Scene, right: Scene) -> int | None:
    """How much two scenes have in common; None if both are set somewhere and that is nothing."""
    places = left.places, right.places
    found = (
        OFFICE * _share_title(left, right)
        + COUNTRY * (not left.countries.isdisjoint(right.countries))
        + HOME * (not places[0].isdisjoint(places[1]))
        + COMPANION * (not left.others.isdisjoint(right.others))
    )
    return found or (None if all(places) else 0)


def _share_title(left: Scene, right: Scene) -> bool:
    return any(agree(title, other) for title in left.titles for other in right.titles)


def _contradict(left: Scene, right: Scene, bond: int | None) -> bool:
    """Whether two scenes speak of two people; `bond` is what they have in common."""
    return (bond is None and bool(left.countries and right.countries)) or differ_in_office(
        left.titles, right.titles, left.countries, right.countries
    )
