"""Places for what is tied together: the same ones for the same ties, without chance, and no label upon another.

Stress majorisation (Gansner, Koren and North, 2004) moves what is closely tied together; then boxes that overlap are
pushed apart.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import cos, hypot, sin

_GOLDEN = 2.399963
"""The angle from one place to the next at the start: a spiral, so that no two coincide."""
_STEPS = 30
_PUSHES = 60
_APART = 1.25
"""How much farther than the farthest of those that are tied those are that nothing ties."""

Point = tuple[float, float]
Box = tuple[float, float]
"""Half its width and half its height."""


def place_all(count: int, ties: Mapping[tuple[int, int], float]) -> list[Point]:
    """A place for each of so many, by lengths of the ties between some of them; around the middle, in no unit."""
    goals = _measure(count, ties)
    places = [_start(number) for number in range(count)]
    for _ in range(_STEPS):
        for number in range(count):
            places[number] = _move(number, places, goals[number])
    return places


def _start(number: int) -> Point:
    """Rounded, so that the last bit of a sine makes no difference between machines."""
    radius = (number + 0.5) ** 0.5 / 2
    return round(radius * cos(number * _GOLDEN), 3), round(radius * sin(number * _GOLDEN), 3)


def _measure(count: int, ties: Mapping[tuple[int, int], float]) -> list[list[float]]:
    """How far each should be from each: the shortest way along ties (Floyd and Warshall)."""
    far = [[float("inf")] * count for _ in range(count)]
    for (left, right), length in ties.items():
        far[left][right] = far[right][left] = length
    for between in range(count):
        onward = far[between]
        for row in far:
            way = row[between]
            row[:] = [min(old, way + new) for old, new in zip(row, onward, strict=True)]
    reached = [length for row in far for length in row if length != float("inf")]
    limit = _APART * max(reached, default=1.0)
    return [[min(length, limit) for length in row] for row in far]


def _move(number: int, places: Sequence[Point], goals: Sequence[float]) -> Point:
    """Where one has least stress as long as the others stay; what is near counts most."""
    x, y = places[number]
    right = down = total = 0.0
    for other, (there_x, there_y) in enumerate(places):
        if other == number:
            continue
        goal = goals[other]
        weight = 1 / (goal * goal)
        stretch = goal / (hypot(x - there_x, y - there_y) or 1.0)
        right += weight * (there_x + (x - there_x) * stretch)
        down += weight * (there_y + (y - there_y) * stretch)
        total += weight
    return (right / total, down / total) if total else (x, y)


def spread(places: Sequence[Point], boxes: Sequence[Box], width: float, height: float) -> list[Point]:
    """The places in an area so large, moved so that no two boxes around them overlap; what finds no room lies below it.

    The first box is at the left and upper edge; the others keep their order as far as they can.
    """
    fitted = _fit(places, boxes, width, height)
    for _ in range(_PUSHES):
        if not _push_apart(fitted, boxes, width):
            break
    return _settle(fitted, boxes)


def _fit(places: Sequence[Point], boxes: Sequence[Box], width: float, height: float) -> list[Point]:
    """The places stretched to an area; the widest box has room at its edges."""
    margins = max(box[0] for box in boxes), max(box[1] for box in boxes)
    lows = tuple(min(place[axis] for place in places) for axis in (0, 1))
    spans = tuple(max(place[axis] for place in places) - lows[axis] or 1.0 for axis in (0, 1))
    room = width - 2 * margins[0], height - 2 * margins[1]
    return [
        (
            margins[0] + (x - lows[0]) / spans[0] * room[0],
            margins[1] + (y - lows[1]) / spans[1] * room[1],
        )
        for x, y in places
    ]


def _push_apart(places: list[Point], boxes: Sequence[Box], width: float) -> bool:
    """Move each two that overlap half of it each, the shorter way; tells whether any did."""
    moved = False
    for one, other in combinations(range(len(places)), 2):
        (x, y), (there_x, there_y) = places[one], places[other]
        across = boxes[one][0] + boxes[other][0] - abs(x - there_x)
        down = boxes[one][1] + boxes[other][1] - abs(y - there_y)
        if across <= 0 or down <= 0:
            continue
        moved = True
        if across < down:
            step = across / 2 if x >= there_x else -across / 2
            places[one] = _keep_within(x + step, boxes[one][0], width), y
            places[other] = _keep_within(there_x - step, boxes[other][0], width), there_y
        else:
            step = down / 2 if y >= there_y else -down / 2
            places[one], places[other] = (x, y + step), (there_x, there_y - step)
    return moved


def _keep_within(x: float, half: float, width: float) -> float:
    return min(max(x, half), width - half)


def _settle(places: Sequence[Point], boxes: Sequence[Box]) -> list[Point]:
    """The places from the top down, each as far down as those above make it; the first box is at the edge."""
    top = min(y - box[1] for (_, y), box in zip(places, boxes, strict=True))
    settled: dict[int, Point] = {}
    for number in sorted(range(len(places)), key=lambda number: (places[number][1] - boxes[number][1], number)):
        x, y = places[number][0], places[number][1] - top
        for other, (there_x, there_y) in sorted(settled.items(), key=lambda item: item[1][1] - boxes[item[0]][1]):
            across = boxes[number][0] + boxes[other][0] - abs(x - there_x)
            down = boxes[number][1] + boxes[other][1] - abs(y - there_y)
            if across > 0 and down > 0:
                y = there_y + boxes[number][1] + boxes[other][1]
        settled[number] = (x, y)
    return [settled[number] for number in range(len(places))]
