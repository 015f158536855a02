"""What happened, with its sources: timelines, and the events of other pages."""

from newsgen.records import Record
from newsgen.records.site.pieces import Frame, Ref, ShownDate


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


class EventGroup(Record):
    """The events of a month of a timeline."""

    title: str
    """`May`; empty for those of which no month is known."""
    events: tuple[EventItem, ...]
    """In order of date."""


class EventYear(Record):
    """The events of a year of a timeline."""

    title: str
    """`2024`, or `Year unknown`."""
    id: str
    """Anchor."""
    groups: tuple[EventGroup, ...]
    """Those of no known month first."""


class TimelinePage(Record):
    """`timelines/<id>.html`."""

    frame: Frame
    """What surrounds it."""
    title: str
    """From `site.yaml`."""
    description: str
    """From `site.yaml`; may be empty."""
    years: tuple[EventYear, ...]
    """In order."""
    data: tuple[Ref, ...]
    """The same as data files."""


class TimelineCard(Record):
    """A timeline on another page."""

    ref: Ref
    """Leads to its page."""
    description: str
    """From `site.yaml`; may be empty."""
    span: str
    """`March 2023 – September 2024`."""
    total: int
    """Events in all."""
    events: tuple[EventItem, ...]
    """Those that most articles report, in order of date."""


class TimelinesPage(Record):
    """`timelines/index.html`."""

    frame: Frame
    """What surrounds it."""
    timelines: tuple[TimelineCard, ...]
    """In the order of `site.yaml`."""
