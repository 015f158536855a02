"""Lists of articles, and calendars that lead to them."""

from newsgen.records import Record
from newsgen.records.site.pieces import Frame, Ref, ShownDate, Tally


class Item(Record, gc=False):
    """An article in a list."""

    headline: Ref
    """Leads to the article."""
    source: Ref | None
    """Its outlet; None where none is named."""
    date: ShownDate | None
    """When it was published; None if undated."""
    summary: str = ""
    """How it begins; only where the list has room for it."""
    names_source: bool = True
    """Whether the list says its outlet: not on the outlet's own page."""
    reprints: tuple[Ref, ...] = ()
    """Articles of the same list that carry its text, under the names of their outlets, oldest first."""


class ItemGroup(Record):
    """The articles of one month, year, or of no known date."""

    title: str
    """`May 2024`."""
    href: str
    """Page of the whole group; empty where this is it."""
    items: tuple[Item, ...]
    """Newest first."""


class MonthCell(Record, gc=False):
    """A month in a calendar."""

    name: str
    """`May`."""
    short: str
    """`May`, at most four letters."""
    href: str
    """Empty where no article is of that month."""
    articles: int
    """How many."""
    level: int
    """0 to 4: how dark it is shown."""


class YearRow(Record):
    """A year of a calendar."""

    title: str
    """`2024`."""
    href: str
    """Empty where the year has no page."""
    articles: int
    """Of all its months, and those of which only the year is known."""
    months: tuple[MonthCell, ...]
    """All twelve."""
    loose: Tally | None = None
    """Articles of which only the year is known."""


class Calendar(Record):
    """How many articles there are of each month."""

    years: tuple[YearRow, ...]
    """Newest first."""
    undated: Tally | None = None
    """Articles of no known year."""


class Listing(Record):
    """Articles, newest first, by month; a long list is cut."""

    groups: tuple[ItemGroup, ...]
    """Newest first."""
    total: int
    """Articles in all."""
    shown: int
    """Articles in `groups`."""


class ListingPage(Record):
    """The articles of one month, year or of no date, or a day or letter: all, or of a country, person or outlet."""

    frame: Frame
    """What surrounds it."""
    title: str
    """`May 2024`."""
    context: str
    """What the list is a part of: `Niger`; empty for the archive as a whole."""
    items: tuple[Item, ...]
    """Newest first, under a letter by headline; of a list that is cut, only what is in none of its parts."""
    total: int
    """How many articles these are; those of one text share a row."""
    parts: tuple[Tally, ...] = ()
    """The days, or the letters, of a list that is too long for one page."""
    newer: Ref | None = None
    """The listing before this one."""
    older: Ref | None = None
    """The listing after this one."""


class YearPage(Record):
    """`dates/<yyyy>.html`."""

    frame: Frame
    """What surrounds it."""
    row: YearRow
    """Its months."""
    groups: tuple[ItemGroup, ...]
    """Its articles by month; of a year with very many, only those of which no month is known."""
    parts: tuple[Tally, ...] = ()
    """Those of which no month is known by letter, where they are too many for one page."""


class DatesPage(Record):
    """`dates/index.html`."""

    frame: Frame
    """What surrounds it."""
    calendar: Calendar
    """All months."""
