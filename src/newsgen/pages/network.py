"""The people whom articles name together, as a drawing: numbers that a template needs only to write down."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import hypot

from newsgen.pages.directory import Directory
from newsgen.pages.drawing import Point, place_all, spread
from newsgen.records.archive import PersonEntry
from newsgen.records.site import Knot, Network, Thread

MOST_KNOTS = 40
_FEWEST_KNOTS = 3
_LEAST_TOGETHER = 2
"""Articles that must name two together."""
_MOST_THREADS = 2.2
"""For each person, so that the drawing stays clear."""
_OF_EACH = 2
"""Threads that each keeps, its strongest, however many stronger ones others have."""

_WIDTH, _ROW = 1000.0, 13.0
"""Of the drawing; what each person adds to its height."""
_LEAST_HEIGHT = 260.0
_SMALLEST, _LARGEST = 4.0, 11.0
"""Radius of the mark of who is named in least and in most articles."""
_THICKEST, _THINNEST = 5.0, 0.8
_LONGEST, _SHORTEST = 2.0, 1.0
"""Of a thread, before the drawing is fitted: between those whom fewest and most articles name together."""

LABEL = 17.0
"""Height of a line of text, in the drawing's units."""
_LETTER, _WIDE_LETTER = 7.4, 14.0
"""Width that a letter takes at most, of most scripts and of those with broad ones."""
_GAP = 4.0
_BELOW_MIDDLE = 4.5
"""From the middle of a line of text to the line on which its letters stand."""
_LONGEST_LABEL = 26

_Pair = tuple[int, int]


def make_network(directory: Directory, here: str) -> Network | None:
    """The people named most and the strongest ties between them; None if there are too few."""
    people = sorted(
        (entry for entry in directory.archive.people if entry.person.has_page),
        key=lambda entry: (-len(entry.articles), entry.person.id),
    )[:MOST_KNOTS]
    pairs = choose_pairs(_count_pairs(people))
    tied = sorted({number for pair in pairs for number in pair})
    if len(tied) < _FEWEST_KNOTS:
        return None
    number_of = {old: new for new, old in enumerate(tied)}
    threads = {(number_of[left], number_of[right]): count for (left, right), count in pairs.items()}
    return _draw(directory, here, [people[number] for number in tied], threads)


def _count_pairs(people: Sequence[PersonEntry]) -> Counter[_Pair]:
    """For each two of the people, how many articles name both."""
    named: dict[int, list[int]] = {}
    for number, entry in enumerate(people):
        for position in entry.articles:
            named.setdefault(position, []).append(number)
    return Counter(pair for numbers in named.values() for pair in combinations(numbers, 2))


def choose_pairs(counts: Mapping[_Pair, int]) -> dict[_Pair, int]:
    """The strongest ties of each, then the strongest of all until there are enough; the strongest first."""
    ranked = sorted(
        (pair for pair, count in counts.items() if count >= _LEAST_TOGETHER), key=lambda pair: (-counts[pair], pair)
    )
    kept: set[_Pair] = set()
    ties: Counter[int] = Counter()
    for pair in ranked:
        if min(ties[pair[0]], ties[pair[1]]) < _OF_EACH:
            kept.add(pair)
        ties.update(pair)
    room = int(_MOST_THREADS * len(ties)) - len(kept)
    kept.update([pair for pair in ranked if pair not in kept][: max(room, 0)])
    return {pair: counts[pair] for pair in ranked if pair in kept}


def _draw(directory: Directory, here: str, people: Sequence[PersonEntry], threads: Mapping[_Pair, int]) -> Network:
    """The drawing: who is much named is large, who are much named together are near."""
    strongest, most = max(threads.values()), max(len(entry.articles) for entry in people)
    lengths = {pair: _scale(count / strongest, _LONGEST, _SHORTEST) for pair, count in threads.items()}
    radii = [_scale((len(entry.articles) / most) ** 0.5, _SMALLEST, _LARGEST) for entry in people]
    labels = [_shorten(entry.person.name) for entry in people]
    boxes = [make_box(label, radius) for label, radius in zip(labels, radii, strict=True)]
    height = _LEAST_HEIGHT + _ROW * len(people)
    middles = spread(place_all(len(people), lengths), boxes, _WIDTH, height)
    drops = _drop_labels(middles, threads)
    places = [(x, y - drop * LABEL / 2) for (x, y), drop in zip(middles, drops, strict=True)]
    knots = tuple(_tie_knots(directory, here, people, zip(labels, places, radii, drops, strict=True)))
    return Network(
        width=round(_WIDTH),
        height=round(max(y + box[1] for (_, y), box in zip(middles, boxes, strict=True))) + 1,
        knots=knots,
        threads=tuple(
            Thread(
                left=knots[left].ref,
                right=knots[right].ref,
                articles=count,
                line=(knots[left].x, knots[left].y, knots[right].x, knots[right].y),
                width=round(_scale(count / strongest, _THINNEST, _THICKEST), 1),
            )
            for (left, right), count in threads.items()
        ),
    )


def _tie_knots(
    directory: Directory, here: str, people: Sequence[PersonEntry], drawn: Iterable[tuple[str, Point, float, int]]
) -> Iterator[Knot]:
    """The people at their places."""
    for entry, (label, (x, y), radius, drop) in zip(people, drawn, strict=True):
        yield Knot(
            ref=directory.person_ref(here, entry.person.id),
            label=label,
            articles=len(entry.articles),
            x=round(x, 1),
            y=round(y, 1),
            radius=round(radius, 1),
            base=round(y + drop * (radius + LABEL / 2 + _GAP / 2) + _BELOW_MIDDLE, 1),
        )


def _drop_labels(places: Sequence[Point], threads: Iterable[_Pair]) -> list[int]:
    """Of each, 1 for a label below its mark and -1 for one above it: away from most of its threads."""
    pulls = [0.0] * len(places)
    for left, right in threads:
        (x, y), (there_x, there_y) = places[left], places[right]
        pull = (there_y - y) / (hypot(there_x - x, there_y - y) or 1.0)
        pulls[left] += pull
        pulls[right] -= pull
    return [-1 if pull > 0 else 1 for pull in pulls]


def make_box(label: str, radius: float) -> tuple[float, float]:
    """Half the width and height of a mark with its label below or above it."""
    text = sum(_WIDE_LETTER if unicodedata.east_asian_width(letter) in "WF" else _LETTER for letter in label)
    return max(text / 2, radius) + _GAP, radius + LABEL / 2 + _GAP


def _shorten(name: str) -> str:
    return name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1].rstrip()}…"


def _scale(share: float, least: float, most: float) -> float:
    """What lies at this share of the way from one to the other."""
    return least + (most - least) * share
