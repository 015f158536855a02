"""The pages of persons, countries and outlets, and their indexes."""

from typing import Literal

from newsgen.records import Record
from newsgen.records.site.events import EventItem
from newsgen.records.site.lists import Calendar, Listing
from newsgen.records.site.pieces import Frame, Ref, Tally


class SpellingRow(Record):
    """One way in which a name is written."""

    text: str
    """As written."""
    sources: tuple[Ref, ...]
    """Outlets that write it so."""
    articles: int
    """How many write it so."""


class JoinRow(Record):
    """Why two spellings are one person, or may be."""

    left: str
    """A name as written."""
    right: str
    """Another."""
    rule: str
    """In plain words."""
    evidence: tuple[str, ...]
    """What the rule rests on."""
    other: Ref | None = None
    """The other person, where the two are not joined."""


class PersonPage(Record):
    """`people/<slug>.html`."""

    frame: Frame
    """What surrounds it."""
    name: str
    """The spelling shown."""
    titles: tuple[str, ...]
    """Most used first."""
    note: str
    """The editor's; may be empty."""
    spellings: tuple[SpellingRow, ...]
    """Most used first."""
    joins: tuple[JoinRow, ...]
    """Why they are one person."""
    undecided: tuple[JoinRow, ...]
    """Others who may be the same."""
    listing: Listing
    """Articles that name them."""
    countries: tuple[Tally, ...]
    """Named in the same articles."""
    people: tuple[Tally, ...]
    """Named in the same articles."""
    events: tuple[EventItem, ...]
    """Newest first; of many, the most reported."""
    total_events: int
    """How many there are in all."""
    timelines: tuple[Ref, ...] = ()
    """Where more of them are, if `events` is not all."""


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


class IndexedPerson(Record, gc=False):
    """A person in the index; the name in three parts so that the family name can stand out."""

    before: str
    """What stands before the family name."""
    family: str
    """The family name."""
    after: str
    """What stands behind it."""
    href: str
    """The person's page."""
    title: str
    """The title most used; may be empty."""
    articles: int
    """How many name them."""


class PeopleGroup(Record):
    """The persons under one letter."""

    letter: str
    """In capitals; `#` for all that is none."""
    id: str
    """Anchor."""
    people: tuple[IndexedPerson, ...]
    """By family name."""


class PeoplePage(Record):
    """`people/index.html`."""

    frame: Frame
    """What surrounds it."""
    groups: tuple[PeopleGroup, ...]
    """By letter."""


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
