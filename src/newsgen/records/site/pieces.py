"""Text in pieces, links, dates: what every page is made of."""

from typing import Literal

from newsgen.records import Record
from newsgen.records.site.metadata import Metadata

InlineKind = Literal["em", "strong", "code", "external", "name", "time", "date", "report", "quote", "isolated"]
"""`external` leads out of the site, `name` to a person or country, `time` has a value that HTML can write, `date`
has none, `report` is a sentence and `quote` direct speech that other pages refer to, `isolated` is a name that runs in
its own direction."""

Grain = Literal["day", "coarse", "about", "unknown"]
"""How sure a date is, for the eye: to the day, coarser, approximate or doubtful, not placed in a year."""


class Inline(Record, gc=False):
    """A marked-up stretch of text."""

    kind: InlineKind
    """What it is marked as."""
    pieces: "tuple[str | Inline, ...]"
    """Plain text and marked-up stretches, in order; never empty."""
    href: str = ""
    """Of `external` and `name`; empty for a name that is only referred to, since it has just been linked."""
    id: str = ""
    """Of `report`, `quote` and of names that pages of persons refer to: the anchor."""
    datetime: str = ""
    """Of `time`: what its attribute says."""
    edtf: str = ""
    """Of `time` and `date`: the EDTF value where `datetime` does not say it all."""
    title: str = ""
    """What the date means in full, where its words do not say it."""
    lang: str = ""
    """Of `isolated`: language of the text, where it is not the interface's."""


Pieces = tuple[str | Inline, ...]


class Ref(Record, gc=False):
    """A text that leads somewhere."""

    text: str
    """What the link says."""
    href: str = ""
    """Empty where there is no page to lead to."""
    lang: str = ""
    """Language of the text, where it is not the interface's."""


class Tally(Record, gc=False):
    """Something and the number of articles that name it."""

    ref: Ref
    """The thing."""
    articles: int
    """How many."""


class ShownDate(Record, gc=False):
    """A date as a reader meets it."""

    text: str
    """`about January 2024`."""
    edtf: str
    """Its value."""
    datetime: str
    """For `<time>`; empty where HTML has no way to write it."""
    grain: Grain
    """How sure it is."""
    note: str = ""
    """What a reader must know about it: `year inferred`."""


class NavItem(Record):
    """One entry of the site's navigation."""

    text: str
    """What the link says."""
    href: str
    """The index that it leads to."""
    current: bool
    """Whether the page belongs under it."""


class Frame(Record):
    """What surrounds every page. Nothing in here changes when an article arrives that the page does not show."""

    site: str
    """The archive's title."""
    language: str
    """Of the interface; BCP 47."""
    title: str
    """Of the document."""
    heading: str
    """The same without the archive's."""
    description: str
    """For search engines and previews; one line."""
    home: str
    """Address of the home page."""
    about: str
    """Address of the page about the archive."""
    search: str
    """Address of the page of the search."""
    stylesheet: str
    """Its address."""
    icon: str
    """Its address."""
    script: str
    """Address of the script that every page has."""
    nav: tuple[NavItem, ...]
    """The indexes of the site."""
    trail: tuple[Ref, ...] = ()
    """The way from the home page to the page above this one."""
    canonical: str = ""
    """Absolute address: of an article the original's, if it is known; else the page's own, if the site has one."""
    address: str = ""
    """Absolute address of the page itself, if the site has one."""
    title_lang: str = ""
    """Language of what `site.yaml` says (titles, descriptions), where it is not the interface's."""
    feed: str = ""
    """Address of the Atom feed of what the page shows."""
    json_feed: str = ""
    """Address of the same as a JSON feed, if there is one."""
    metadata: Metadata = Metadata()
    """What programs are told."""
