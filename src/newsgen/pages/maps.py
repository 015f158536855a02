"""The map of the countries that the archive names, and where each of them is."""

from collections.abc import Iterator, Sequence

from newsgen.lexicon.atlas import Atlas, Shape, find_extent
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.records.archive import CountryEntry
from newsgen.records.site import Locator, MapLevel, MapPlace, WorldMap

_DARKEST = 4
_MOST_LEVELS = 4
_SMALLEST = 7.0
"""Extent, in units of the map, below which a mark stands for a country."""
_VIEW, _ROOM = 240.0, 2.4
"""Width of the part of the world around a country, at least; how much wider than the country it is."""
_SHARE = 2 / 3
"""Height of that part beside its width."""
_OVERLOOKED, _RING = 14.0, 11.0
"""Extent below which a country has a ring around it, and that ring's radius, both in a part of the least width."""


def make_map(directory: Directory, here: str) -> WorldMap | None:
    """All countries of the archive that the atlas knows; the more articles name one, the darker."""
    atlas = directory.lexicon.atlas
    entries = [entry for entry in directory.archive.countries if entry.code in atlas.shapes]
    if not entries:
        return None
    most = max(len(entry.articles) for entry in entries)
    steps = choose_steps(most)
    places = (_make_place(directory, here, entry, steps) for entry in entries)
    return WorldMap(
        land=urls.link(here, urls.LAND),
        width=atlas.width,
        height=atlas.height,
        places=tuple(sorted(places, key=lambda place: (place.marked, -len(place.path)))),
        levels=tuple(_make_levels(directory, steps, most)),
    )


def choose_steps(most: int) -> tuple[int, ...]:
    """The numbers of articles from which on a country is shown a shade darker: 1, and round ones up to the most."""
    steps = [1]
    for part in range(1, _MOST_LEVELS):
        step = _round(most ** (part / _MOST_LEVELS) + 1)
        if steps[-1] < step <= most:
            steps.append(step)
    return tuple(steps)


def _round(number: float) -> int:
    """The largest of 1, 2, 5, 10, 20, 50 … that is not above a number."""
    unit = 1
    while unit * 10 <= number:
        unit *= 10
    return next(unit * factor for factor in (5, 2, 1) if unit * factor <= number)


def _level_of(steps: Sequence[int], articles: int) -> int:
    """The shade of so many articles; that of the most is always the darkest."""
    return _DARKEST - len(steps) + sum(articles >= step for step in steps)


def _make_place(directory: Directory, here: str, entry: CountryEntry, steps: Sequence[int]) -> MapPlace:
    """A country on the map."""
    shape = directory.lexicon.atlas.shapes[entry.code]
    ref, say = directory.country_ref(here, entry.code), directory.words.say
    return MapPlace(
        name=say(
            "country.on-map",
            country=ref.text,
            articles=say("count.articles", count=len(entry.articles)),
            about=directory.words.number(len(entry.primary)),
        ),
        href=ref.href,
        path=shape.path,
        x=shape.x,
        y=shape.y,
        marked=max(find_extent(shape)) < _SMALLEST,
        level=_level_of(steps, len(entry.articles)),
    )


def _make_levels(directory: Directory, steps: Sequence[int], most: int) -> Iterator[MapLevel]:
    """What each shade means: `5–9`; the last one ends with the country that most articles name."""
    number = directory.words.number
    for step, end in zip(steps, (*(after - 1 for after in steps[1:]), most), strict=True):
        text = number(step) if end == step else f"{number(step)}–{number(end)}"
        yield MapLevel(level=_level_of(steps, step), text=text)


def make_locator(directory: Directory, here: str, code: str) -> Locator | None:
    """Where a country is, in the part of the world around it; None if the atlas does not know it."""
    atlas = directory.lexicon.atlas
    shape = atlas.shapes.get(code)
    if shape is None:
        return None
    extent = max(find_extent(shape))
    x, y, width, height = _choose_view(atlas, shape)
    scale = width / _VIEW
    return Locator(
        land=urls.link(here, urls.LAND),
        width=atlas.width,
        height=atlas.height,
        view=f"{x:.0f} {y:.0f} {width:.0f} {height:.0f}",
        path=shape.path,
        x=shape.x,
        y=shape.y,
        ring=_RING * scale if extent < _OVERLOOKED * scale else 0.0,
    )


def _choose_view(atlas: Atlas, shape: Shape) -> tuple[float, float, float, float]:
    """The part of the world around a country, within the map: left, top, width and height."""
    across, down = find_extent(shape)
    width = min(max(_VIEW, _ROOM * across, _ROOM * down / _SHARE), atlas.height / _SHARE)
    height = width * _SHARE
    left = min(max(shape.x - width / 2, 0), atlas.width - width)
    top = min(max(shape.y - height / 2, 0), atlas.height - height)
    return left, top, width, height
