"""Makes `world.json`, the shapes of the countries for the maps, and `static/world.svg`, the land below them.

Run by hand as `python -m newsgen.data.world FOLDER`, with the dependency group `lexicon` installed, where FOLDER is the
unpacked npm package `world-atlas`; newsgen itself never imports it. The shapes are those of Natural Earth at
1:110,000,000, in the Equal Earth projection (Šavrič, Patterson and Jenny, 2018), which shows areas as large as they
are. A country too small for that scale has a place, but no shape.
"""

import json
import sys
from collections.abc import Iterator
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from shapely import Geometry, Polygon, affinity, box, make_valid, unary_union

from newsgen.data.sources import FOLDER, codes, places, sheets

CENTRE = 11.0
"""Degrees east of the map's middle: the edge runs through the Bering Strait."""
WIDTH = 1000.0
"""Of the map, in units of its coordinates."""
NORTH, SOUTH = 83.7, -56.0
"""Latitudes where the map ends; Antarctica is left out."""
KOSOVO = "Kosovo"
"""Has a code here, but none in the source."""

GROUND = {"N. Cyprus": "CY", "Somaliland": "SO"}
"""Parts of the source that are no entry of ISO 3166-1, and the state that they are part of for the United Nations."""
CRIMEA = box(32.2, 44.3, 36.7, 46.3)
"""Degrees around it. The source draws who controls it; here it is drawn with Ukraine, as the General Assembly of the
United Nations has it (resolution 68/262)."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Equal Earth: x and y for degrees counted from the map's middle, in units of the sphere's radius."""
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    second = theta * theta
    sixth = second**3
    slope = _A1 + 3 * _A2 * second + sixth * (7 * _A3 + 9 * _A4 * second)
    x = 2 * sqrt(3) * radians(longitude) * cos(theta) / (3 * slope)
    return x, theta * (_A1 + _A2 * second + sixth * (_A3 + _A4 * second))


@cache
def scale() -> tuple[float, float]:
    """Units of the map for one of the projection, and the projection's y of the upper edge."""
    return WIDTH / (2 * project(180, 0)[0]), project(0, NORTH)[1]


def place(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a point stands on the map; degrees are counted from the map's middle."""
    unit, top = scale()
    x, y = project(longitude, latitude)
    return WIDTH / 2 + unit * x, unit * (top - y)


def read_shapes(path: Path) -> Iterator[tuple[str, str, Geometry]]:
    """Number, name and shape, in degrees, of every country of a TopoJSON file."""
    topology = json.loads(path.read_text("utf-8"))
    arcs = [list(_unpack(arc, topology["transform"])) for arc in topology["arcs"]]
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        joined = [[_join(ring, arcs) for ring in rings] for rings in polygons]
        shape = unary_union([_cut(outer, holes) for outer, *holes in joined])
        yield str(country.get("id", "")), country["properties"]["name"], shape


def _unpack(arc: list[list[int]], transform: dict[str, Any]) -> Iterator[tuple[float, float]]:
    """The points of an arc, whose steps are kept as whole numbers."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * sx + tx, y * sy + ty


def _join(ring: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """The points of a ring in one run of degrees: it may walk an arc backwards and cross the edge of the map."""
    points: list[tuple[float, float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        for longitude, latitude in arc[1:] if points else arc:
            last = points[-1][0] if points else longitude
            points.append((longitude + 360 * round((last - longitude) / 360), latitude))
    return points


def _cut(outer: list[tuple[float, float]], holes: list[list[tuple[float, float]]]) -> Geometry:
    """The polygon cut where the map ends, every part of it moved onto the map; degrees from the map's middle."""
    polygon = affinity.translate(make_valid(Polygon(outer, holes)), -CENTRE)
    parts = []
    for turn in (-360, 0, 360):
        window = box(-180 + turn, SOUTH, 180 + turn, NORTH)
        parts.append(affinity.translate(polygon.intersection(window), -turn))
    return unary_union(parts)


def draw(shape: Geometry) -> str:
    """The shape as the data of an SVG path, in tenths of a unit: relative lines, no step that leads nowhere."""
    polygons = [part for part in getattr(shape, "geoms", [shape]) if isinstance(part, Polygon)]
    rings = [ring for part in polygons for ring in (part.exterior, *part.interiors)]
    return "".join(_draw_ring([place(x, y) for x, y in ring.coords]) for ring in rings)


def _draw_ring(points: list[tuple[float, float]]) -> str:
    """One ring; none that rounding makes a line."""
    rounded = [(round(10 * x), round(10 * y)) for x, y in points[:-1]]
    kept = [point for number, point in enumerate(rounded) if point != rounded[number - 1]]
    if len(kept) < 3:
        return ""
    x, y = kept[0]
    steps = []
    for right, down in kept[1:]:
        steps.append(f"{_tenths(right - x)} {_tenths(down - y)}")
        x, y = right, down
    return f"M{_tenths(kept[0][0])} {_tenths(kept[0][1])}l{' '.join(steps)}z".replace(" -", "-")


def _tenths(number: int) -> str:
    return f"{number / 10:g}".replace("0.", ".", 1) if abs(number) < 10 else f"{number / 10:g}"


def find_code(number: str, name: str) -> str:
    """The code of a country of the source; empty for ground that has none."""
    return "XK" if name == KOSOVO else numbers().get(int(number), "") if number else ""


@cache
def numbers() -> dict[int, str]:
    """Codes by the numbers of ISO 3166-1."""
    return {country["isonumeric"]: code for code, country in places().get_countries().items()}


def find_places(folder: Path) -> dict[str, tuple[float, float]]:
    """Degrees, from the map's middle, of a point in every country: in the largest part of its finer shape, or as a fact
    sheet has it. What lies south or north of the map has none."""
    found = {}
    for number, name, shape in read_shapes(folder / "countries-50m.json"):
        if not shape.is_empty:
            point = max(getattr(shape, "geoms", [shape]), key=lambda part: part.area).representative_point()
            found[find_code(number, name)] = (point.x, point.y)
    for code in codes():
        latlng = sheets().get(code, {}).get("latlng")
        if code not in found and latlng and SOUTH < latlng[0] < NORTH:
            found[code] = ((latlng[1] - CENTRE + 180) % 360 - 180, latlng[0])
    return found


def describe(code: str, shapes: dict[str, Geometry], points: dict[str, tuple[float, float]]) -> dict[str, object]:
    """One country of `world.json`: a place in it, and its shape unless the scale is too small for one."""
    x, y = place(*points[code])
    return {"code": code, "x": round(x, 1), "y": round(y, 1), "path": draw(shapes[code]) if code in shapes else ""}


def move(area: Geometry, shapes: dict[str, Geometry], giver: str, taker: str) -> None:
    """Draws the parts of one country that lie in an area with another."""
    parts = list(getattr(shapes[giver], "geoms", [shapes[giver]]))
    moved = [part for part in parts if part.within(area)]
    shapes[giver] = unary_union([part for part in parts if part not in moved])
    shapes[taker] = unary_union([shapes[taker], *moved])


def write(folder: Path, static: Path) -> None:
    """Writes both files from the package in `folder`, the land into `static`."""
    shapes: dict[str, Geometry] = {}
    land = []
    for number, name, shape in read_shapes(folder / "countries-110m.json"):
        code = GROUND.get(name) or find_code(number, name)
        if not shape.is_empty:
            land.append(shape)
            shapes[code] = unary_union([shape, shapes[code]]) if code in shapes else shape
    move(affinity.translate(CRIMEA, -CENTRE), shapes, "RU", "UA")
    points = find_places(folder)
    rows = [json.dumps(describe(code, shapes, points), separators=(",", ":")) for code in codes() if code in points]
    height = round(scale()[0] * (scale()[1] - project(0, SOUTH)[1]))
    text = ",\n".join(rows)
    (FOLDER / "world.json").write_text(f'{{"width":{WIDTH:g},"height":{height},"countries":[\n{text}\n]}}\n')
    # One tint on light and dark paper alike, since a picture does not know the page's colours.
    paths = "".join(map(draw, land))
    ink = 'fill="#888" fill-opacity=".28" stroke="#888" stroke-opacity=".4" stroke-width=".5"'
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height}"><path {ink} d="{paths}"/></svg>\n'
    )
    (static / "world.svg").write_text(picture)


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path("static"))
