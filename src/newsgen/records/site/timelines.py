"""Timelines: as it happened, as it was reported, and in short."""

from newsgen.records import Record
from newsgen.records.site.events import EventItem, Mark, ReportItem
from newsgen.records.site.pieces import Frame, Ref, ShownDate
from newsgen.records.site.strip import Strip


class EventGroup(Record):
    """The events of a month of a timeline."""

    title: str
    """`May`; empty for those of which no month is known."""
    id: str
    """Anchor; empty where there is no title."""
    events: tuple[EventItem, ...]
    """In order of date."""
    silence: str = ""
    """What is to be said of the months before, if there are none of them here."""
    rest: tuple[Ref, ...] = ()
    """On the page of a timeline that is spread over several: leads to the pages with all of them."""


class EventYear(Record):
    """The events of a year of a timeline."""

    title: str
    """`2024`, or `Year unknown`."""
    id: str
    """Anchor."""
    groups: tuple[EventGroup, ...]
    """Those of no known month first."""


class FirstReport(Record):
    """An event in its place among the reports: where it was reported first."""

    date: ShownDate | None
    """When the article was published that reports it first; None if all are undated."""
    source: str
    """The outlet of that article."""
    report: Ref
    """Its headline; leads to the sentence in it."""
    event: Ref
    """What happened; leads to its entry in the timeline."""
    when: ShownDate
    """When it happened."""
    mark: Mark
    """How it is marked."""
    lag: str
    """`3 days later`; empty where one of the two dates is not known to the day."""
    later: str
    """`2 more reports, the last on 21 September 2024`; empty if there are none."""


class FirstReportGroup(Record):
    """The events that were first reported in one month."""

    title: str
    """`May`; empty where only the year is known."""
    id: str
    """Anchor; empty where there is no title."""
    reports: tuple[FirstReport, ...]
    """In order."""
    silence: str = ""
    """What is to be said of the months before, if there are none of them here."""
    rest: tuple[Ref, ...] = ()
    """On the page of a timeline that is spread over several: leads to the pages with all of them."""


class FirstReportYear(Record):
    """The events that were first reported in one year."""

    title: str
    """`2024`, or `Undated`."""
    id: str
    """Anchor."""
    groups: tuple[FirstReportGroup, ...]
    """Those of no known month first."""


class TimelinePart(Record):
    """Which year or month of a long timeline a page shows."""

    title: str
    """`May 2024`."""
    earlier: Ref | None
    """The part before this one."""
    later: Ref | None
    """The part after this one."""


class TimelinePage(Record):
    """`timelines/<id>.html`: as it happened; of a long one, a choice that leads to its parts, or one of these."""

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
    strip: Strip | None = None
    """None where fewer than two months are known."""
    reported: str = ""
    """Address of the same as it was reported; empty if no article reports any of it."""
    part: TimelinePart | None = None
    """Which part of the timeline; None for the whole."""
    shown: int = 0
    """How many of its events a page that leads to parts shows; 0 where it shows all."""
    total: int = 0
    """How many there are, where only some are shown."""


class ReportedPage(Record):
    """`timelines/<id>/reported.html`: as it was reported; of a long one, a choice that leads to its parts, or one."""

    frame: Frame
    """What surrounds it."""
    title: str
    """From `site.yaml`."""
    description: str
    """From `site.yaml`; may be empty."""
    years: tuple[FirstReportYear, ...]
    """In order."""
    strip: Strip | None
    """As on the timeline; its columns lead to the months of this page."""
    happened: str
    """Address of the same as it happened."""
    part: TimelinePart | None = None
    """Which part of the timeline; None for the whole."""
    shown: int = 0
    """How many of its events a page that leads to parts shows; 0 where it shows all."""
    total: int = 0
    """How many there are, where only some are shown."""


class ToldPage(Record):
    """`timelines/<id>/<event>.html`: an event that very many report."""

    frame: Frame
    """What surrounds it."""
    timeline: Ref
    """The timeline of which it is; leads to its entry there."""
    title: str
    """What happened, in short."""
    lang: str
    """Of the title, where it is not the interface's."""
    event: EventItem
    """The event, without its reports."""
    reports: tuple[ReportItem, ...]
    """Word for word, oldest first; of a great many, those from which a reader learns most."""
    total: int
    """How many articles report it."""
    more: Ref | None
    """Says how many further ones there are, and leads to the data; None if these are all."""


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
