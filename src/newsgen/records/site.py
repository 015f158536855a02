"""What each page of the site shows, and nothing besides: its digest decides whether a page is made anew.

Every address in here is ready to be written into the page: relative to it, ending in a file name. Text is plain text;
where a part of it is marked up, it comes as pieces, so that no markup is ever made from text.
"""

from typing import Literal

from newsgen.records import Record

InlineKind = Literal["em", "strong", "code", "external", "name", "time", "date", "report"]
"""`external` leads out of the site, `name` to a person or country, `time` has a value that HTML can write, `date`
has none, `report` is a sentence that other pages refer to."""

Grain = Literal["day", "coarse", "about", "unknown"]
"""How sure a date is, for the eye: to the day, coarser, approximate or doubtful, not placed in a year."""


class TextFile(Record):
    """A file that is what it is: data, calendars, `robots.txt`."""

    text: str


class Inline(Record, gc=False):
    """A marked-up stretch of text."""

    kind: InlineKind
    pieces: "tuple[str | Inline, ...]"
    """Plain text and marked-up stretches, in order; never empty."""
    href: str = ""
    """Of `external` and `name`."""
    id: str = ""
    """Of `report`: the anchor."""
    datetime: str = ""
    """Of `time`: what its attribute says."""
    edtf: str = ""
    """Of `time` and `date`: the EDTF value where `datetime` does not say it all."""
    title: str = ""
    """What the date means in full, where its words do not say it."""


Pieces = tuple[str | Inline, ...]


class Ref(Record, gc=False):
    """A text that leads somewhere."""

    text: str
    href: str = ""
    """Empty where there is no page to lead to."""
    lang: str = ""
    """Language of the text, where it is not the site's."""


class Tally(Record, gc=False):
    """Something and the number of articles that name it."""

    ref: Ref
    articles: int


class ShownDate(Record, gc=False):
    """A date as a reader meets it."""

    text: str
    """`about January 2024`."""
    edtf: str
    datetime: str
    """For `<time>`; empty where HTML has no way to write it."""
    grain: Grain
    note: str = ""
    """What a reader must know about it: `year inferred from the text`."""


class NavItem(Record):
    """One entry of the site's navigation."""

    text: str
    href: str
    current: bool
    """Whether the page belongs under it."""


class Frame(Record):
    """What surrounds every page. Nothing in here changes when an article arrives elsewhere."""

    site: str
    """The archive's title."""
    language: str
    title: str
    """Of the document."""
    description: str
    """For search engines and previews; one line."""
    home: str
    about: str
    stylesheet: str
    icon: str
    nav: tuple[NavItem, ...]
    trail: tuple[Ref, ...] = ()
    """The way from the home page to the page above this one."""
    canonical: str = ""
    """Absolute address, if the site has one."""
    feed: str = ""
    """Address of the Atom feed of what the page shows."""


class Item(Record, gc=False):
    """An article in a list."""

    headline: Ref
    source: Ref | None
    date: ShownDate | None
    summary: str = ""
    """How it begins; only where the list has room for it."""


class ItemGroup(Record):
    """The articles of one month, year, or of no known date."""

    title: str
    href: str
    """Page of the whole group; empty where this is it."""
    items: tuple[Item, ...]


class MonthCell(Record, gc=False):
    """A month in a calendar."""

    name: str
    """`May`."""
    short: str
    """`May`, at most four letters."""
    href: str
    """Empty where no article is of that month."""
    articles: int
    level: int
    """0 to 4: how dark it is shown."""


class YearRow(Record):
    """A year of a calendar."""

    title: str
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


class Listing(Record):
    """Articles, newest first, by month; a long list is cut."""

    groups: tuple[ItemGroup, ...]
    total: int
    shown: int
    calendar: Calendar | None = None
    """Where the rest is to be found; None if there is no rest, or no page for it."""


class ReportItem(Record, gc=False):
    """An article that tells of an event."""

    source: str
    """Outlet, or a word in its place."""
    href: str
    """The sentence in the article."""
    headline: str
    lang: str
    published: ShownDate | None
    own_date: ShownDate | None = None
    """The date that it gives, where that is not the event's."""


class EventItem(Record):
    """What happened, with its sources."""

    id: str
    """Anchor."""
    date: ShownDate
    text: str
    """The sentence of the clearest report, or its headline where the sentence may not be shown."""
    lang: str
    announced: bool
    """Nobody reports it as happened."""
    people: tuple[Ref, ...]
    countries: tuple[Ref, ...]
    reports: tuple[ReportItem, ...]
    timelines: tuple[Ref, ...] = ()
    """Entries of this event in timelines."""
    evidence: tuple[str, ...] = ()
    """Why several reports are taken for one event."""


class EventGroup(Record):
    """The events of a month of a timeline."""

    title: str
    """`May`; empty for those of which no month is known."""
    events: tuple[EventItem, ...]


class EventYear(Record):
    """The events of a year of a timeline."""

    title: str
    id: str
    """Anchor."""
    groups: tuple[EventGroup, ...]


class BodyBlock(Record):
    """A paragraph or a run of like ones."""

    kind: Literal["paragraph", "heading", "quotation", "list", "numbered"]
    items: tuple[Pieces, ...]
    """One for a paragraph or heading; each paragraph of a quotation; each item of a list."""
    level: int = 0
    """Of a heading: 2 to 6, without gaps."""


class NamedPerson(Record):
    """A person in the margin of an article."""

    ref: Ref
    forms: tuple[str, ...]
    """Other ways in which the article writes the name."""
    mentions: int


class NamedCountry(Record):
    """A country in the margin of an article."""

    ref: Ref
    mentions: int
    primary: bool


class NamedDate(Record):
    """A dated expression in the margin of an article."""

    surface: str
    date: ShownDate | None
    """None where nothing tells which day is meant."""


class ToldEvent(Record):
    """An event in the margin of the article that tells it."""

    date: ShownDate
    text: str
    href: str
    """The sentence in this article; empty where it may not be shown."""
    announced: bool
    timelines: tuple[Ref, ...]
    """Its entries in timelines."""


class ReceivedLine(Record, gc=False):
    """A line of the clipping, or a part of one where its parts differ in role."""

    number: int
    """1-based; 0 for a further part of the same line."""
    role: str
    """In plain words; empty where it is that of the line above."""
    text: str


class Received(Record):
    """The clipping as it came."""

    path: str
    encoding: str
    lines: tuple[ReceivedLine, ...]


class ArticlePage(Record):
    """`articles/<slug>.html`."""

    frame: Frame
    headline: Pieces
    lang: str
    """Of the article's text."""
    kicker: str
    standfirst: str
    byline: str
    source: Ref | None
    original: str
    """Address of the article at its outlet; empty if not known."""
    date: ShownDate | None
    dateline: str
    """As it reads: `Niamey, 15 May (RHC)`."""
    body: tuple[BodyBlock, ...]
    rights: Literal["full", "excerpt", "metadata"]
    countries: tuple[NamedCountry, ...]
    people: tuple[NamedPerson, ...]
    dates: tuple[NamedDate, ...]
    events: tuple[ToldEvent, ...]
    same_text: tuple[Item, ...]
    """Other articles that carry the same text."""
    captions: tuple[str, ...]
    received: Received | None
    """None where the outlet's rights do not let it be shown."""


class SpellingRow(Record):
    """One way in which a name is written."""

    text: str
    sources: tuple[Ref, ...]
    """Outlets that write it so."""
    articles: int


class JoinRow(Record):
    """Why two spellings are one person, or may be."""

    left: str
    right: str
    rule: str
    evidence: tuple[str, ...]
    other: Ref | None = None
    """The other person, where the two are not joined."""


class PersonPage(Record):
    """`people/<slug>.html`."""

    frame: Frame
    name: str
    titles: tuple[str, ...]
    note: str
    spellings: tuple[SpellingRow, ...]
    joins: tuple[JoinRow, ...]
    undecided: tuple[JoinRow, ...]
    listing: Listing
    countries: tuple[Tally, ...]
    people: tuple[Tally, ...]
    events: tuple[EventItem, ...]
    total_events: int


class CountryPage(Record):
    """`countries/<slug>.html`."""

    frame: Frame
    name: str
    code: str
    about: Listing
    """Articles about it."""
    passing: Listing
    """Articles that name it in passing."""
    calendar: Calendar
    people: tuple[Tally, ...]
    countries: tuple[Tally, ...]
    events: tuple[EventItem, ...]
    total_events: int


class SourcePage(Record):
    """`sources/<slug>.html`."""

    frame: Frame
    name: str
    aliases: tuple[str, ...]
    country: Ref | None
    url: str
    rights: Literal["full", "excerpt", "metadata"]
    listing: Listing


class ListingPage(Record):
    """The articles of one month, year or of no date: all, or those of a country, person or outlet."""

    frame: Frame
    title: str
    context: str
    """What the list is a part of: `Niger`; empty for the archive as a whole."""
    items: tuple[Item, ...]
    newer: Ref | None = None
    older: Ref | None = None


class YearPage(Record):
    """`dates/<yyyy>.html`."""

    frame: Frame
    row: YearRow
    items: tuple[Item, ...]
    """Articles of which only the year is known."""


class DatesPage(Record):
    """`dates/index.html`."""

    frame: Frame
    calendar: Calendar


class IndexedPerson(Record, gc=False):
    """A person in the index; the name in three parts so that the family name can stand out."""

    before: str
    family: str
    after: str
    href: str
    title: str
    """The title most used; may be empty."""
    articles: int


class PeopleGroup(Record):
    """The persons under one letter."""

    letter: str
    id: str
    """Anchor."""
    people: tuple[IndexedPerson, ...]


class PeoplePage(Record):
    """`people/index.html`."""

    frame: Frame
    groups: tuple[PeopleGroup, ...]


class CountryRow(Record, gc=False):
    """A country in the index."""

    ref: Ref
    about: int
    """Articles about it."""
    named: int
    """Articles that name it, those included."""


class CountriesPage(Record):
    """`countries/index.html`."""

    frame: Frame
    rows: tuple[CountryRow, ...]


class SourceRow(Record, gc=False):
    """An outlet in the index."""

    ref: Ref
    country: Ref | None
    articles: int


class SourcesPage(Record):
    """`sources/index.html`."""

    frame: Frame
    rows: tuple[SourceRow, ...]
    without: int
    """Articles that name no outlet."""


class TimelinePage(Record):
    """`timelines/<id>.html`."""

    frame: Frame
    title: str
    description: str
    years: tuple[EventYear, ...]
    data: tuple[Ref, ...]
    """The same as data files."""


class TimelineCard(Record):
    """A timeline on another page."""

    ref: Ref
    description: str
    span: str
    """`March 2023 – September 2024`."""
    total: int
    events: tuple[EventItem, ...]
    """Those that most articles report, in order of date."""


class TimelinesPage(Record):
    """`timelines/index.html`."""

    frame: Frame
    timelines: tuple[TimelineCard, ...]


class HomePage(Record):
    """`index.html`."""

    frame: Frame
    description: str
    timelines: tuple[TimelineCard, ...]
    latest: tuple[Item, ...]
    people: tuple[Tally, ...]
    countries: tuple[Tally, ...]
    calendar: Calendar


class AboutPage(Record):
    """`about.html`."""

    frame: Frame
    description: str
    data: tuple[Ref, ...]
    schemas: tuple[Ref, ...]
    feeds: tuple[Ref, ...]
    examples: tuple[ShownDate, ...]
    """Dates of each grain, to explain how they are shown."""


class NotFoundPage(Record):
    """`404.html`."""

    frame: Frame


class FeedEntry(Record):
    """An entry of an Atom feed."""

    id: str
    """Absolute address."""
    title: str
    updated: str
    """RFC 3339: the first moment of the day, month or year that is known."""
    summary: str
    author: str
    language: str


class Feed(Record):
    """An Atom feed."""

    id: str
    """Its own absolute address."""
    page: str
    """Absolute address of the page that it belongs to."""
    title: str
    subtitle: str
    author: str
    language: str
    updated: str
    entries: tuple[FeedEntry, ...]


class Sitemap(Record):
    """Absolute addresses of pages."""

    urls: tuple[str, ...]


class SitemapIndex(Record):
    """Absolute addresses of sitemaps."""

    urls: tuple[str, ...]
