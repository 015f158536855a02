"""Two people of one name in one article, which tells them apart: whom of them the other articles mean."""

from collections import Counter
from collections.abc import Sequence

from newsgen.records.reading import Reading
from newsgen.resolve.namesakes import Scene, bind, set_scene
from newsgen.resolve.namings import LISTED, Naming
from newsgen.resolve.trades import Trades


def part_doubles(namings: Sequence[Naming], readings: Sequence[Reading], trades: Trades) -> list[tuple[Naming, ...]]:
    """The namings of each bearer of a name if one article names several; else all of them.

    Those of other articles go with the bearer with whom they have most in common, of equals with the one named first.
    """
    counts = Counter(naming.article for naming in namings if naming.index != LISTED)
    if len(counts) == sum(counts.values()):
        return [tuple(namings)]
    teller = min(counts, key=lambda article: (-counts[article], readings[article].article.path))
    bearers = [naming for naming in namings if naming.article == teller and naming.index != LISTED]
    scenes = [set_scene(bearer, readings[teller], trades) for bearer in bearers]
    parts: list[list[Naming]] = [[] for _ in bearers]
    for naming in namings:
        if naming in bearers:
            parts[bearers.index(naming)].append(naming)
        else:
            parts[_choose(set_scene(naming, readings[naming.article], trades), scenes)].append(naming)
    return [tuple(part) for part in parts]


def _choose(scene: Scene, bearers: Sequence[Scene]) -> int:
    """The place of the bearer whose scene has most in common with the one given."""
    return max(range(len(bearers)), key=lambda place: (bind(scene, bearers[place]) or 0, -place))
