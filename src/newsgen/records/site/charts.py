"""Figures, maps and charts: numbers that a template needs only to write down.

Maps are in the units of the atlas, networks in pixels of their widest form; what is over time is in percent across and
in pixels down, so that its words keep their size.
"""

from newsgen.records import Record
from newsgen.records.site.pieces import Ref
from newsgen.records.site.strip import StripLabel


class Figure(Record, gc=False):
    """A number or date that says much about what a page is of."""

    label: str
    """What it is."""
    value: Ref
    """The number, or the date; may lead to what it counts."""


class MapPlace(Record, gc=False):
    """A country on a map."""

    name: str
    """`Niger: 37 articles, 36 of them about it`."""
    href: str
    """Its page."""
    path: str
    """Outlines; empty where only a mark is to be seen."""
    x: float
    """Middle of the mark."""
    y: float
    """The same, from the top."""
    marked: bool
    """Whether it is so small that a mark stands for it."""
    level: int
    """2 to 4: how dark it is shown."""


class MapLevel(Record, gc=False):
    """What a colour of a map means."""

    level: int
    """As in `MapPlace`."""
    text: str
    """`5–19`."""


class WorldMap(Record):
    """The countries that an archive names."""

    land: str
    """Address of the picture of all land."""
    width: int
    """Of the world."""
    height: int
    """Of the world."""
    places: tuple[MapPlace, ...]
    """Large ones first, so that small ones stand above them."""
    levels: tuple[MapLevel, ...]
    """The lightest first."""


class Locator(Record):
    """Where a country is: a part of the world, and the country in it."""

    land: str
    """Address of the picture of all land."""
    width: int
    """Of the world."""
    height: int
    """Of the world."""
    view: str
    """The part shown, as `viewBox` has it."""
    path: str
    """Outlines of the country; may be empty."""
    x: float
    """Middle of the country."""
    y: float
    """The same, from the top."""
    ring: float
    """Radius of a ring around a country that would else be overlooked; 0 for none."""


class Bar(Record, gc=False):
    """A month, quarter or year of a chart."""

    left: float
    """Where its column begins, in percent."""
    middle: float
    """Its middle, likewise."""
    period: Ref
    """Which; leads to its articles, if they have a page."""
    name: str
    """`May 2024: 3 articles`."""
    articles: int
    """How many."""
    height: int
    """Of the bar, in pixels."""


class Coverage(Record):
    """How many articles there are, over time."""

    name: str
    """What it shows, in one line."""
    unit: str
    """`month`, `quarter` or `year`: what a column is."""
    width: float
    """Of a column, in percent."""
    bar: float
    """Of a bar in it, likewise."""
    height: int
    """Of the highest bar, in pixels."""
    bars: tuple[Bar, ...]
    """Those that have any, in order."""
    years: tuple[StripLabel, ...]
    """Where each year begins."""
    note: str = ""
    """What it does not show, in words."""


class Knot(Record, gc=False):
    """A person in a network."""

    ref: Ref
    """Name and page."""
    label: str
    """The name as the drawing has room for it."""
    articles: int
    """How many name them."""
    x: float
    """Middle."""
    y: float
    """The same, from the top."""
    radius: float
    """Of the mark."""
    base: float
    """Where the letters of the label stand, from the top: away from most threads, above or below the mark."""


class Thread(Record, gc=False):
    """Two persons whom articles name together."""

    left: Ref
    """One of them."""
    right: Ref
    """The other."""
    articles: int
    """How many name both."""
    line: tuple[float, float, float, float]
    """From where to where."""
    width: float
    """How thick it is drawn."""


class Network(Record):
    """Persons whom articles name together."""

    width: int
    """Of the drawing."""
    height: int
    """Of the drawing."""
    knots: tuple[Knot, ...]
    """Those of most articles first."""
    threads: tuple[Thread, ...]
    """The strongest first."""
