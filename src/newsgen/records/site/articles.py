"""The page of an article."""

from typing import Literal

from newsgen.records import Record
from newsgen.records.site.pieces import Frame, Pieces, Ref, ShownDate


class BodyBlock(Record):
    """A paragraph or a run of like ones."""

    kind: Literal["paragraph", "heading", "quotation", "list", "numbered"]
    """What it is marked as."""
    items: tuple[Pieces, ...]
    """One for a paragraph or heading; each paragraph of a quotation; each item of a list."""
    level: int = 0
    """Of a heading: 2 to 6, without gaps."""


class NamedPerson(Record):
    """A person in the margin of an article."""

    ref: Ref
    """Leads to the person's page."""
    forms: tuple[str, ...]
    """Other spellings of the name in the article, without titles; not a mere part of it."""
    mentions: int
    """How often the text names them."""


class NamedCountry(Record):
    """A country in the margin of an article."""

    ref: Ref
    """Leads to the country's page."""
    mentions: int
    """How often the text names it."""
    primary: bool
    """Whether the article is about it."""


class NamedDate(Record):
    """A dated expression in the margin of an article."""

    surface: str
    """As written, on one line."""
    date: ShownDate | None
    """None where nothing tells which day is meant."""


class ToldEvent(Record):
    """An event in the margin of the article that tells it."""

    date: ShownDate
    """As this article gives it."""
    text: str
    """The sentence; empty where it may not be shown."""
    href: str
    """The sentence in this article; empty where it may not be shown."""
    announced: bool
    """Whether it was still to come."""
    background: bool
    """Whether the article recalls it, as against bringing it as its news."""
    timelines: tuple[Ref, ...]
    """Its entries in timelines."""
    outcome: str = ""
    """Of what was still to come: whether others report that it happened."""


class Reprint(Record):
    """Another article that carries the same text."""

    headline: Ref
    """Leads to the article."""
    source: Ref | None
    """Its outlet; None where none is named."""
    date: ShownDate | None
    """When it was published; None if undated."""
    likeness: str
    """How like the texts are, in a few words."""


class ReceivedLine(Record, gc=False):
    """A line of the clipping, or a part of one where its parts differ in role."""

    number: int
    """1-based; 0 for a further part of the same line."""
    role: str
    """In plain words."""
    text: str
    """As received, without the line's end."""
    again: bool = False
    """Whether the line above has the same role."""


class Received(Record):
    """The clipping as it came."""

    path: str
    """Of the clipping."""
    encoding: str
    """That it was read in."""
    lines: tuple[ReceivedLine, ...]
    """All of them."""


class Neighbour(Record):
    """Another article that a page leads on to."""

    headline: Ref
    """Leads to it."""
    source: Ref | None
    """Its outlet; None where none is named."""
    date: ShownDate | None
    """When it was published; None if undated."""


class Related(Record):
    """An article that has something in common with another."""

    article: Neighbour
    """Which."""
    event: Ref | None
    """An event that both report, in the words of the first; leads to the other's sentence."""
    event_date: str
    """When that was, in words; empty without an event."""
    other_events: int
    """How many more events both report."""
    people: tuple[Ref, ...]
    """Some of those whom both name, and few others."""
    other_people: int
    """How many more these are."""


class StoryStep(Record):
    """The place of an article in a story."""

    timeline: Ref
    """Leads to the story's timeline."""
    before: Neighbour | None
    """The article of it that was published before this one; None for the first."""
    after: Neighbour | None
    """The one that was published behind it; None for the last."""


class CiteForm(Record, gc=False):
    """A citation in a form that other programs read."""

    name: str
    """What the form is called."""
    kind: str
    """Its media type."""
    file: str
    """Name of the file that it is saved as."""
    text: str
    """All of the file."""


class Cite(Record):
    """How to cite an article."""

    reference: Pieces
    """The reference in full, to be copied."""
    forms: tuple[CiteForm, ...]
    """The same for other programs."""


class ArticlePart(Record):
    """The place of a page among those that a very long article is spread over."""

    number: int
    """From 1."""
    title: str
    """`Part 2 of 24`."""
    whole: Ref
    """Leads to the first page, under the headline."""
    pages: tuple[Ref, ...]
    """Leads to each page, under its number."""
    onward: str
    """Address of the next page; empty on the last."""


class ArticlePage(Record):
    """`articles/<slug>.html`, and the further pages of a very long article: `articles/<slug>/2.html`."""

    frame: Frame
    """What surrounds it."""
    headline: Pieces
    """Plain, but for anchors."""
    lang: str
    """Of the article's text, where it is not the interface's."""
    kicker: str
    """May be empty, as the other texts here."""
    standfirst: str
    """The introduction between headline and body."""
    byline: str
    """Without "By"."""
    source: Ref | None
    """Its outlet; None where none is named."""
    original: str
    """Address of the article at its outlet; empty if not known."""
    date: ShownDate | None
    """When it was published; None if undated."""
    dateline: str
    """As it reads: `Niamey, 15 May (RHC)`."""
    body: tuple[BodyBlock, ...]
    """As far as it may be shown."""
    rights: Literal["full", "excerpt", "metadata"]
    """What may be shown."""
    indexed: bool
    """Whether search engines may list the page."""
    countries: tuple[NamedCountry, ...]
    """Those that it is about first."""
    people: tuple[NamedPerson, ...]
    """In order of first mention."""
    dates: tuple[NamedDate, ...]
    """Each expression once, in order."""
    events: tuple[ToldEvent, ...]
    """What it reports, in the order of the text."""
    same_text: tuple[Reprint, ...]
    """Other articles that carry the same text, oldest first; of many, the first few."""
    total_same_text: int
    """How many there are in all."""
    captions: tuple[Ref, ...]
    """Of its pictures; each leads to the picture's own address where the clipping gives one."""
    received: Received | None
    """None where the outlet's rights do not let it be shown."""
    related: tuple[Related, ...]
    """Those that have most in common with it first."""
    story: tuple[StoryStep, ...]
    """Its place in each timeline that tells what it reports."""
    cite: Cite | None
    """How to cite it; None on the further pages of a very long one."""
    script: str
    """Address of the script that adds what no reader needs: cards, a button that copies."""
    part: ArticlePart | None = None
    """Which page of a very long article this is; text, margin and clipping are then those of this page."""
