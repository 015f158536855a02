"""What happened, with its sources, on timelines and on other pages."""

from typing import Literal

from newsgen.records import Record
from newsgen.records.site.pieces import Ref, ShownDate

Mark = Literal["day", "coarse", "about", "unknown", "announced"]
"""How an event is marked: by how sure its date is, or as announced."""


class ReportItem(Record, gc=False):
    """An article that tells of an event."""

    href: str
    """The sentence in the article."""
    headline: str
    """Of the article."""
    published: ShownDate | None
    """When the article was; None if undated."""
    own_date: ShownDate | None = None
    """The date that it gives, where that is not the event's."""


class OutletReports(Record, gc=False):
    """The articles of one outlet that tell of an event."""

    source: str
    """Its name, or words in its place."""
    reports: tuple[ReportItem, ...]
    """Oldest first, undated last."""


class ToldReport(Record, gc=False):
    """A report of an event, word for word."""

    source: str
    """Name of the outlet, or words in its place."""
    href: str
    """The sentence in the article."""
    published: ShownDate | None
    """When the article was; None if undated."""
    text: str
    """The sentence, or the headline where the sentence may not be shown."""
    lang: str
    """Of the text, where it is not the interface's."""
    own_date: ShownDate | None = None
    """The date that it gives, where that is not the event's."""
    why: str = ""
    """Why it is taken to tell the same as another report; empty for the clearest."""


class Variant(Record, gc=False):
    """What some of the reports of an event say, where others say something else."""

    text: str
    """A date or number."""
    reports: tuple[Ref, ...]
    """Those that say so, by outlet; each leads to its sentence."""


class Difference(Record):
    """What the reports of an event do not agree on."""

    subject: str
    """`date`, or what the numbers count."""
    variants: tuple[Variant, ...]
    """What most reports say first."""


class EventItem(Record):
    """What happened, with its sources."""

    id: str
    """Anchor."""
    date: ShownDate
    """When it happened."""
    text: str
    """The sentence of the clearest report, or its headline where the sentence may not be shown."""
    lang: str
    """Of the text, where it is not the interface's."""
    announced: bool
    """Nobody reports it as happened."""
    people: tuple[Ref, ...]
    """Those named in a report."""
    countries: tuple[Ref, ...]
    """Those named in a report."""
    sources: tuple[OutletReports, ...]
    """All reports, those of the outlet that told it first first; in short, only the clearest report."""
    more: Ref | None = None
    """In short: leads to the further reports."""
    timelines: tuple[Ref, ...] = ()
    """Entries of this event in timelines."""
    evidence: tuple[str, ...] = ()
    """Why several reports are taken for one event."""
    by_editor: bool = False
    """Whether the text is the editor's: a title, or an event of the editor's own."""
    origin: Ref | None = None
    """What an event of the editor's own is known from."""
    told: tuple[ToldReport, ...] = ()
    """On a timeline: all reports word for word, oldest first, where they say more than the text does."""
    summary: str = ""
    """How many reports there are, and how many independent texts."""
    differences: tuple[Difference, ...] = ()
    """On a timeline: what the reports do not agree on."""
    announcements: tuple[Ref, ...] = ()
    """On a timeline: the reports that announced what others report as happened, oldest first."""
