"""The home page and other pages of the archive as a whole; feeds, sitemaps and plain files."""

from typing import Literal

from newsgen.records import Record
from newsgen.records.site.charts import Coverage
from newsgen.records.site.lists import Item
from newsgen.records.site.pieces import Frame, Ref, ShownDate, Tally
from newsgen.records.site.strip import Strip
from newsgen.records.site.timelines import TimelineCard


class HomePage(Record):
    """`index.html`."""

    frame: Frame
    """What surrounds it."""
    description: str
    """From `site.yaml`; may be empty."""
    timelines: tuple[TimelineCard, ...]
    """In the order of `site.yaml`."""
    latest: tuple[Item, ...]
    """Newest first."""
    total: int
    """Articles in all."""
    all: str
    """Where they all are listed."""
    people: tuple[Tally, ...]
    """Most named first."""
    countries: tuple[Tally, ...]
    """Most named first."""
    strip: Strip | None = None
    """That of the first timeline; None if it has none."""
    coverage: Coverage | None = None
    """Of all articles; None if there are too few."""


class AboutPage(Record):
    """`about.html`."""

    frame: Frame
    """What surrounds it."""
    description: str
    """From `site.yaml`; may be empty."""
    data: tuple[Ref, ...]
    """The data files."""
    schemas: tuple[Ref, ...]
    """Their JSON Schemas."""
    feeds: tuple[Ref, ...]
    """Of the latest articles; none without `base_url`."""
    examples: tuple[ShownDate, ...]
    """Dates of each grain, to explain how they are shown."""


class DataFile(Record):
    """A data file, as `data/index.html` tells of it."""

    ref: Ref
    """Its name."""
    what: str
    """What it holds."""
    form: str
    """Its format."""
    schema: Ref | None
    """Its JSON Schema, or that of a line, or what describes its format; None where nothing or the file itself does."""
    records: str
    """How many there are; may be empty."""
    size: str
    """In bytes; of the database about. Empty where the file is made later."""
    terms: str
    """Whose words it holds."""
    licensed: str
    """How far the archive's licence goes; the outlets' words are not in it."""


class OutletRights(Record):
    """What an outlet lets the archive show."""

    ref: Ref
    """Its page."""
    rights: Literal["full", "excerpt", "metadata"]
    """What may be shown."""
    articles: int
    """How many there are of it."""


class DataPage(Record):
    """`data/index.html`."""

    frame: Frame
    """What surrounds it."""
    files: tuple[DataFile, ...]
    """All data files but the schemas."""
    outlets: tuple[OutletRights, ...]
    """By name."""
    without: int
    """Articles that name no outlet."""
    schemas: tuple[Ref, ...]
    """By name."""
    licence: Ref | None
    """Of the archive's own data; None where the editor does not say."""


class NotFoundPage(Record):
    """`404.html`."""

    frame: Frame
    """What surrounds it."""


class SearchPage(Record):
    """`search.html`."""

    frame: Frame
    """What surrounds it."""
    index: str
    """Address of the folder of the index."""
    scripts: tuple[str, ...]
    """Addresses of the scripts, in order; the index's own comes last but one."""
    ways: tuple[Ref, ...]
    """The indexes of the site, for those who have no JavaScript."""


class TextFile(Record):
    """A file that is what it is: data, calendars, `robots.txt`."""

    text: str
    """All of it."""


class FeedEntry(Record):
    """An entry of an Atom feed."""

    id: str
    """Absolute address."""
    title: str
    """Plain text."""
    updated: str
    """RFC 3339: the first moment of the day, month or year that is known."""
    summary: str
    """Plain text; may be empty."""
    author: str
    """Byline or outlet; may be empty."""
    language: str
    """Of its texts."""
    original: str = ""
    """Address of the article at its outlet; empty if not known."""
    inferred: str = ""
    """What must be known of the moment, in words: `year inferred`; may be empty."""


class Feed(Record):
    """An Atom feed."""

    id: str
    """Its own absolute address."""
    page: str
    """Absolute address of the page that it belongs to."""
    title: str
    """Plain text."""
    subtitle: str
    """Plain text; may be empty."""
    author: str
    """The archive."""
    language: str
    """The site's."""
    updated: str
    """That of its latest entry."""
    entries: tuple[FeedEntry, ...]
    """Latest first."""


class SitemapUrl(Record, gc=False):
    """A page in a sitemap."""

    loc: str
    """Absolute address."""
    lastmod: str
    """Day of the newest article that it shows; empty if none is known to the day."""


class Sitemap(Record):
    """A sitemap."""

    urls: tuple[SitemapUrl, ...]
    """Sorted by path."""


class SitemapIndex(Record):
    """Absolute addresses of sitemaps."""

    urls: tuple[str, ...]
    """In order."""
