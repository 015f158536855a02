"""Two people of one name: the articles that write it are parted where they speak of two.

Of a frequent name they do if each ties its own bearer to other countries, or to another trade, and nothing else is
common to both. The bearer of a rare name may well be tied to several countries, or change the trade: there both must be
other, and the trades far apart. And nobody is two ages old at one time, or holds two ministries.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

import msgspec

from newsgen.edtf import bounds
from newsgen.lexicon.names import Names
from newsgen.records import Record
from newsgen.records.reading import Reading
from newsgen.resolve.clusters import Bond, join_clusters
from newsgen.resolve.namings import LISTED, Naming, distinct_titles
from newsgen.resolve.posts import Post, are_of_one_time, are_rivals, find_rivals, read_posts
from newsgen.resolve.roles import COMPANION, COUNTRY, HOME, OFFICE, differ_in_office
from newsgen.resolve.titles import Title, agree
from newsgen.resolve.trades import Trades, are_far_trades, are_other_ages, are_other_trades, sets_apart

TRADE = 10
"""Points of one trade."""
MOST_SCENES = 60
"""With more articles that tell of something else, the name is that of a person whom the whole archive knows."""


class Scene(Record, gc=True):
    """What one article says of the bearer of a name."""

    titles: tuple[Title, ...] = ()
    countries: frozenset[str] = frozenset()
    """Those that it ties to the bearer."""
    home: frozenset[str] = frozenset()
    """Those that it names."""
    places: frozenset[str] = frozenset()
    """All of these."""
    others: frozenset[str] = frozenset()
    """Names of those beside."""
    trades: frozenset[str] = frozenset()
    """What it says or lets suppose that the bearer does for a living."""
    born: int | None = None
    """The year that an age comes to."""
    posts: frozenset[Post] = frozenset()
    """Those of the titles, if other articles tell of one who holds others."""
    day: int | None = None
    """Of publication, where there are posts."""


Contradicts = Callable[[Scene, Scene], bool]
"""Whether two scenes speak of two people."""


def part_namesakes(
    namings: Sequence[Naming], readings: Sequence[Reading], names: Names, trades: Trades
) -> list[tuple[Naming, ...]]:
    """The namings of each bearer of a name, in the order of the articles; mostly there is one."""
    if len(namings) == 1 or namings[0].which:
        return [tuple(namings)]
    contradicts = _CONTRADICTS[grade_name(namings[0].key.split(), names)]
    if contradicts is not _contradict and not _may_part(namings, trades, is_rare=contradicts is _contradict_of_rare):
        return [tuple(namings)]
    scenes = [set_scene(naming, readings[naming.article], trades) for naming in namings]
    return _part_scenes(namings, _date_posts(scenes, namings, readings, trades), contradicts)


def _date_posts(
    scenes: Sequence[Scene], namings: Sequence[Naming], readings: Sequence[Reading], trades: Trades
) -> Sequence[Scene]:
    """The scenes, with the posts that nobody holds together and the day on which an article tells of them."""
    told = [read_posts(scene.titles, scene.countries) for scene in scenes]
    if not find_rivals(told):
        return scenes
    # Who was or becomes minister may well have had another post.
    told = [frozenset() if trades.tenure_of(naming) else posts for naming, posts in zip(namings, told, strict=True)]
    rivals = find_rivals(told)
    if not rivals:
        return scenes
    days = [_read_day(readings[naming.article].article.published) for naming in namings]
    return [
        msgspec.structs.replace(scene, posts=posts & rivals, day=day) if posts & rivals else scene
        for scene, posts, day in zip(scenes, told, days, strict=True)
    ]


def _read_day(published: str | None) -> int | None:
    first, _ = bounds(published) if published else (None, None)
    return first.toordinal() if first else None


def _may_part(namings: Sequence[Naming], trades: Trades, *, is_rare: bool) -> bool:
    """Whether what articles say of trades, and for a rare name of countries, or of ages may part the namings.

    Of most names no two articles say what only two people could be: their scenes need no closer look.
    """
    if len(namings) > MOST_SCENES:
        return False
    titles = distinct_titles(namings)
    if len(titles) > 1 and _may_rival(titles):
        return True
    moves = len({naming.local.countries for naming in namings if naming.local.countries}) > 1
    may_have_trades = moves or not is_rare
    governs = any(title.is_of_one_country for title in titles)
    if governs or (may_have_trades and any(map(trades.told_of, namings))):
        is_plain = len({title.gender for title in titles if title.gender}) < 2 and not (governs and moves)
        if not is_plain or (may_have_trades and _may_be_far(namings, trades)):
            return True
    return sum(trades.born(naming) is not None for naming in namings) > 1


def _may_rival(titles: Sequence[Title]) -> bool:
    """Whether two of the titles may be posts that nobody holds together."""
    return len({post for title in titles for post in read_posts((title,), ("any",))}) > 1


def _may_be_far(namings: Sequence[Naming], trades: Trades) -> bool:
    """Whether a trade of one of the namings may be far from that of another."""
    return any(sets_apart(trades.supposed_of(naming)) for naming in namings)


def _part_scenes(
    namings: Sequence[Naming], scenes: Sequence[Scene], contradicts: Contradicts
) -> list[tuple[Naming, ...]]:
    counts = Counter(scenes)
    kinds = sorted(counts, key=lambda scene: (-counts[scene], _spell(scene)))
    if len(kinds) > MOST_SCENES:
        return [tuple(namings)]
    bearers = _tell_apart(kinds, contradicts)
    if len(bearers) == 1:
        return [tuple(namings)]
    bearer_of = {kinds[member]: bearer for bearer, members in enumerate(bearers) for member in members}
    found: list[list[Naming]] = [[] for _ in bearers]
    for naming, scene in zip(namings, scenes, strict=True):
        found[bearer_of[scene]].append(naming)
    return [tuple(part) for part in found]


def _tell_apart(kinds: Sequence[Scene], contradicts_of: Contradicts) -> Sequence[Sequence[int]]:
    """The places of the scenes of each bearer."""
    apart: list[set[int]] = [set() for _ in kinds]
    pairs = [(a, b) for a, b in combinations(range(len(kinds)), 2) if contradicts_of(kinds[a], kinds[b])]
    # One story, which article upon article goes on telling, has one bearer of a name that is not frequent.
    stories = _number_stories(kinds) if pairs and contradicts_of is not _contradict else range(len(kinds))
    for a, b in pairs:
        if stories[a] != stories[b] or _differ_in_office(kinds[a], kinds[b]):
            apart[a].add(b)
            apart[b].add(a)
    if not any(apart) and _are_linked(kinds, contradicts_of):
        return (range(len(kinds)),)

    def contradicts(left: Sequence[int], right: Sequence[int]) -> bool:
        return any(not apart[member].isdisjoint(right) for member in left)

    weights = _weigh_pairs(kinds, contradicts_of)
    bonds = [
        Bond(left=a, right=b, strength=weights[a, b]) for a, b in sorted(weights.keys() - _find_ties(weights, apart))
    ]
    return join_clusters(len(kinds), bonds, contradicts).members


def _number_stories(kinds: Sequence[Scene]) -> Sequence[int]:
    """For each scene the number of its story: bound by offices and companions, it leads from scene to scene."""
    numbers = list(range(len(kinds)))
    for a, b in combinations(range(len(kinds)), 2):
        if numbers[a] != numbers[b] and _are_bound(kinds[a], kinds[b]):
            numbers = [numbers[a] if number == numbers[b] else number for number in numbers]
    return numbers


def _weigh_pairs(kinds: Sequence[Scene], contradicts_of: Contradicts) -> dict[tuple[int, int], int]:
    """What any two scenes have in common; those of a name that is not frequent are bound by the name alone."""
    pairs = combinations(range(len(kinds)), 2)
    weights = {(a, b): bind(kinds[a], kinds[b]) for a, b in pairs}
    if contradicts_of is not _contradict:
        return {pair: weight or 0 for pair, weight in weights.items()}
    return {pair: weight for pair, weight in weights.items() if weight is not None}


def _are_linked(kinds: Sequence[Scene], contradicts_of: Contradicts) -> bool:
    """Whether a chain of scenes that have something in common leads from each to each."""
    if contradicts_of is not _contradict:
        return True
    reached, rest = [kinds[0]], list(kinds[1:])
    while reached and rest:
        here = reached.pop()
        near = [bind(here, scene) is not None for scene in rest]
        reached += [scene for scene, is_near in zip(rest, near, strict=True) if is_near]
        rest = [scene for scene, is_near in zip(rest, near, strict=True) if not is_near]
    return not rest


def _find_ties(weights: Mapping[tuple[int, int], int], apart: Sequence[AbstractSet[int]]) -> set[tuple[int, int]]:
    """The bonds of a scene that is as near to one bearer as to another: they tell nothing."""
    found: set[tuple[int, int]] = set()
    for a, b in ((a, b) for a, others in enumerate(apart) for b in others if a < b):
        for c in range(len(apart)):
            pairs = (min(a, c), max(a, c)), (min(b, c), max(b, c))
            if c not in (a, b) and pairs[0] in weights and weights[pairs[0]] == weights.get(pairs[1]):
                found.update(pairs)
    return found


def grade_name(words: Sequence[str], names: Names) -> int:
    """How frequent a name is: 2 if all words are, 1 if only the family name is, 0 else."""
    families = names.forms.common_families
    if words[0] not in families and words[-1] not in families:
        return 0
    orders = (words, words[::-1])
    if any(names.forms.is_common(order[:-1], order[-1]) for order in orders):
        return 2
    return 1


def set_scene(naming: Naming, reading: Reading, trades: Trades) -> Scene:
    """What an article says of the one whom it names so."""
    if naming.index == LISTED:
        return Scene()
    countries = frozenset(naming.local.countries)
    home = frozenset(country.code for country in reading.countries)
    return Scene(
        titles=naming.titles,
        countries=countries,
        home=home,
        places=countries | home,
        others=frozenset(person.name for person in reading.people if person is not naming.local and person.given),
        trades=trades.supposed_of(naming),
        born=trades.born(naming),
    )


def _spell(scene: Scene) -> tuple[tuple[str, ...], ...]:
    """What scenes are sorted by."""
    titles = tuple(title.shown for title in scene.titles)
    sets = (scene.countries, scene.home, scene.others, scene.trades)
    return (titles, *(tuple(sorted(words)) for words in sets), (str(scene.born),))


def bind(left: Scene, right: Scene) -> int | None:
    """How much two scenes have in common; None if both are set somewhere and that is nothing."""
    found = (
        OFFICE * _share_title(left, right)
        + COUNTRY * (not left.countries.isdisjoint(right.countries))
        + HOME * (not left.places.isdisjoint(right.places))
        + COMPANION * (not left.others.isdisjoint(right.others))
        + TRADE * (not left.trades.isdisjoint(right.trades))
    )
    return found or (None if left.places and right.places else 0)


def _share_title(left: Scene, right: Scene) -> bool:
    return any(agree(title, other) for title in left.titles for other in right.titles)


def _are_bound(left: Scene, right: Scene) -> bool:
    """Whether the two have more in common than a place."""
    return _share_title(left, right) or not left.others.isdisjoint(right.others)


def _differ_in_office(left: Scene, right: Scene) -> bool:
    """Whether titles show two people: nobody governs two countries, however rare the name."""
    if are_rivals(left.posts, right.posts) and are_of_one_time(left.day, right.day):
        return True
    # One row of titles tells two people only by the countries that they lead.
    may_differ = is_abroad(left, right) or left.titles != right.titles
    return may_differ and differ_in_office(left.titles, right.titles, left.countries, right.countries)


def is_abroad(left: Scene, right: Scene) -> bool:
    """Whether the two are tied to other countries."""
    return bool(left.countries and right.countries) and left.countries.isdisjoint(right.countries)


def _contradict(left: Scene, right: Scene) -> bool:
    """Whether two scenes speak of two people, of a frequent name."""
    if _differ_in_office(left, right):
        return True
    is_other = are_other_trades(left.trades, right.trades) or are_other_ages(left.born, right.born)
    is_elsewhere = is_abroad(left, right) and left.places.isdisjoint(right.places)
    return (is_other or is_elsewhere) and not _are_bound(left, right)


def _contradict_of_family(left: Scene, right: Scene) -> bool:
    """The same of a frequent family name with a rare given one."""
    if _differ_in_office(left, right):
        return True
    if _are_bound(left, right):
        return False
    return are_other_ages(left.born, right.born) or are_far_trades(left.trades, right.trades)


def _contradict_of_rare(left: Scene, right: Scene) -> bool:
    """The same of a rare name."""
    if _differ_in_office(left, right):
        return True
    if _are_bound(left, right):
        return False
    is_elsewhere = is_abroad(left, right)
    return are_other_ages(left.born, right.born) or (is_elsewhere and are_far_trades(left.trades, right.trades))


_CONTRADICTS = (_contradict_of_rare, _contradict_of_family, _contradict)
"""By how frequent a name is."""
