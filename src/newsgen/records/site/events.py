"""What happened, with its sources, on timelines and on other pages."""

from typing import Literal

from newsgen.records import Record
from newsgen.records.site.pieces import Ref, ShownDate

Mark = Literal["day", "coarse", "about", "unknown", "announced"]
"""How an event is marked: by how sure its date is, or as announced."""


class ReportItem(Record, gc=False):
    """An article that reports an event."""

    source: str
    """Name of the outlet, or words in its place."""
    headline: Ref
    """Of the article; leads to the first of its sentences about the event."""
    published: ShownDate | None
    """When the article was; None if undated."""
    sentences: tuple[Ref, ...] = ()
    """What it says, each sentence with its place; none where these may not be shown or stand nearby anyway."""
    more: Ref | None = None
    """How many further sentences the article has about it; leads to the first of them."""
    dating: str = ""
    """What it says about the date, where it gives another or a less exact one."""
    why: str = ""
    """Why it is taken to tell the same as another report; empty for the clearest."""


class Variant(Record, gc=False):
    """What some of the reports of an event say, where others say something else."""

    text: str
    """A date, or a number with what it counts."""
    reports: tuple[Ref, ...]
    """Those that say so, by outlet; each leads to its sentence."""


class Difference(Record):
    """What the reports of an event do not agree on."""

    subject: str
    """`dates` or `numbers`."""
    variants: tuple[Variant, ...]
    """What most reports say first."""


class EventItem(Record):
    """What happened, with its sources."""

    id: str
    """Anchor."""
    date: ShownDate
    """When it happened."""
    text: str
    """The sentence of the clearest report that may be shown; where none may, words that say whose it would be."""
    lang: str
    """Of the text, where it is not the interface's."""
    announced: bool
    """Nobody reports it as happened."""
    people: tuple[Ref, ...]
    """Those named in a report."""
    countries: tuple[Ref, ...]
    """Those named in a report."""
    source: ReportItem | None
    """The report of the text, in brief; None for an event of the editor's own."""
    reports: tuple[ReportItem, ...] = ()
    """All reports word for word, oldest first, where they say more than the text does; of many, on some pages, some."""
    summary: str = ""
    """How many reports there are, and how many independent texts."""
    more: Ref | None = None
    """Says how many further reports there are, and leads to them if they are listed somewhere."""
    timelines: tuple[Ref, ...] = ()
    """Entries of this event in timelines."""
    by_editor: bool = False
    """Whether the text is the editor's: a title, or an event of the editor's own."""
    origin: Ref | None = None
    """What an event of the editor's own is known from."""
    differences: tuple[Difference, ...] = ()
    """On a timeline: what the reports do not agree on."""
    announcements: tuple[Ref, ...] = ()
    """On a timeline: the reports that announced what others report as happened, oldest first."""
