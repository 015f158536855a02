"""The atlas: where the countries are on the map of the world, and what shape they have.

Its data, `world.json`, is made by `newsgen.data.world`: Equal Earth, in units of a map 1000 wide. `static/world.svg` is
the land on the same map.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import msgspec

from newsgen.records import Record

# matches: -1.1
# matches: .5
# matches: 608
_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+")


class Shape(Record):
    """A country on the map."""

    code: str
    """ISO 3166-1 alpha-2."""
    x: float
    """A place well within it."""
    y: float
    """The same, from the top."""
    path: str
    """Outlines, as SVG writes them; empty for a country too small for the map."""


class _World(Record):
    """`world.json`."""

    width: int
    height: int
    countries: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """A map of the world."""

    width: int
    height: int
    shapes: Mapping[str, Shape]
    """By code."""


def read_atlas(data: Mapping[str, bytes]) -> Atlas:
    """The atlas in `world.json`."""
    world = msgspec.json.decode(data["world.json"], type=_World)
    return Atlas(world.width, world.height, MappingProxyType({shape.code: shape for shape in world.countries}))


def find_extent(shape: Shape) -> tuple[float, float]:
    """Width and height of a country's largest outline; nothing of one without a shape.

    Far islands are left out, and so is what lies beyond the edge of the map.
    """
    boxes = [_measure(list(_follow(outline))) for outline in shape.path.split("M") if outline]
    return max(boxes, key=lambda box: box[0] * box[1], default=(0.0, 0.0))


def _follow(outline: str) -> Iterator[tuple[float, float]]:
    """The corners of an outline: a place, then steps from one corner to the next."""
    numbers = [float(number) for number in _NUMBER.findall(outline)]
    x = y = 0.0
    for right, down in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + right, y + down
        yield x, y


def _measure(corners: list[tuple[float, float]]) -> tuple[float, float]:
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return max(across) - min(across), max(down) - min(down)
