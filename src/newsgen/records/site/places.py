"""The pages of countries and outlets, and their indexes."""

from typing import Literal

from newsgen.records import Record
from newsgen.records.site.charts import Coverage, Figure, Locator, WorldMap
from newsgen.records.site.events import EventItem
from newsgen.records.site.lists import Calendar, Listing
from newsgen.records.site.pieces import Frame, Ref, Tally


class CountryPage(Record):
    """`countries/<slug>.html`."""

    frame: Frame
    """What surrounds it."""
    name: str
    """Its short name."""
    code: str
    """ISO 3166-1 alpha-2."""
    about: Listing
    """Articles about it."""
    passing: Listing
    """Articles that name it in passing."""
    calendar: Calendar
    """Leads to its listings by month."""
    people: tuple[Tally, ...]
    """Named in the same articles."""
    countries: tuple[Tally, ...]
    """Named in the same articles."""
    events: tuple[EventItem, ...]
    """Newest first; of many, the most reported."""
    total_events: int
    """How many there are in all."""
    timelines: tuple[Ref, ...] = ()
    """Where more of them are, if `events` is not all."""
    figures: tuple[Figure, ...] = ()
    """What stands first."""
    locator: Locator | None = None
    """Where it is; None if the atlas does not know."""


class CountryRow(Record, gc=False):
    """A country in the index."""

    ref: Ref
    """Leads to its page."""
    about: int
    """Articles about it."""
    named: int
    """Articles that name it, those included."""


class CountriesPage(Record):
    """`countries/index.html`."""

    frame: Frame
    """What surrounds it."""
    rows: tuple[CountryRow, ...]
    """By name."""
    map: WorldMap | None = None
    """All those that the atlas knows; None if it knows none."""


class SourcePage(Record):
    """`sources/<slug>.html`."""

    frame: Frame
    """What surrounds it."""
    name: str
    """As `site.yaml` has it, else as written."""
    aliases: tuple[str, ...]
    """Other ways in which it is written."""
    country: Ref | None
    """Where it is at home."""
    url: str
    """Its own site; may be empty."""
    rights: Literal["full", "excerpt", "metadata"]
    """What of its articles may be shown."""
    listing: Listing
    """Its articles."""
    figures: tuple[Figure, ...] = ()
    """What stands first."""
    calendar: Calendar | None = None
    """Leads to the listings by month, where there are any."""
    coverage: Coverage | None = None
    """Articles over time, where there are no such listings."""


class SourceRow(Record, gc=False):
    """An outlet in the index."""

    ref: Ref
    """Leads to its page."""
    country: Ref | None
    """Where it is at home."""
    articles: int
    """How many it has."""


class SourcesPage(Record):
    """`sources/index.html`."""

    frame: Frame
    """What surrounds it."""
    rows: tuple[SourceRow, ...]
    """By name."""
    without: int
    """Articles that name no outlet."""
