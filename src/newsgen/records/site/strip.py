"""Events and coverage over time, as a drawing: numbers that a template needs only to write down."""

from newsgen.records import Record
from newsgen.records.site.events import Mark
from newsgen.records.site.pieces import Ref


class StripMark(Record, gc=False):
    """An event on the strip."""

    y: int
    """Middle, in pixels from the top."""
    kind: Mark
    """How it is marked."""


class StripColumn(Record, gc=False):
    """A month, quarter or year on the strip."""

    left: float
    """Where it begins, in percent of the width."""
    middle: float
    """Its middle, likewise."""
    letter: str
    """`M`, or `May` in a strip of few columns; empty where there is no room for it."""
    quarter: bool
    """Whether a quarter begins with it: on a narrow screen only these letters stand."""
    name: str
    """`May 2024: 3 events, 11 articles`."""
    href: str
    """Its place in the list; empty if it has none."""
    marks: tuple[StripMark, ...]
    """Its events; empty where there are too many in some column, and `events` tells their number."""
    events: int
    """Height of a bar for its events, in pixels; 0 where they are marked one by one."""
    articles: int
    """Height of the bar for its articles, in pixels."""


class StripSpan(Record, gc=False):
    """Events of which no month is known."""

    left: float
    """Where the time begins that they may have happened in, in percent of the width."""
    width: float
    """How long that is, likewise."""
    y: int
    """In pixels from the top."""
    name: str
    """`2024, month not known: 2 events`."""
    href: str
    """Their place in the list."""


class StripLabel(Record, gc=False):
    """Words at a place of the strip."""

    left: float
    """Where they begin, in percent of the width."""
    width: float
    """How far what they say reaches; 0 for a mere mark of a year."""
    text: str
    """A year, or how long a silence lasts; empty where there is no room."""


class StripRow(Record, gc=False):
    """A month of the strip in numbers."""

    period: Ref
    """Which; leads to its place in the list."""
    events: int
    """How many."""
    articles: int
    """How many."""


class Strip(Record):
    """Events, and the articles that report them, over time."""

    name: str
    """What it shows, in one line."""
    note: str
    """What is to be seen in it, in words."""
    unit: str
    """`month`, `quarter` or `year`: what a column is."""
    dense: bool
    """Whether a phone has room for smaller marks and fewer letters only."""
    width: float
    """Of a column, in percent."""
    bar: float
    """Of a bar in it, likewise."""
    axis: int
    """Where the events stand, in pixels from the top."""
    coverage: int
    """Where the bars of the articles begin, likewise."""
    foot: int
    """Where they end at most, likewise."""
    height: int
    """Of the whole."""
    columns: tuple[StripColumn, ...]
    """In order."""
    spans: tuple[StripSpan, ...]
    """In order."""
    silences: tuple[StripLabel, ...]
    """Stretches in which nothing was reported."""
    years: tuple[StripLabel, ...]
    """Where each year begins."""
    rows: tuple[StripRow, ...]
    """All columns in which there is something, and a row for each silence."""
