"""What `data/timelines/<id>.json` says of a timeline and its events."""

from newsgen.records import Record
from newsgen.records.reading import ReportKind


class ReportData(Record):
    """An article's telling of an event."""

    article: str
    """Id."""
    sentence: str | None
    """Null where it may not be republished."""


class DateGiven(Record):
    """A date that reports of an event give."""

    date: str
    """EDTF."""
    articles: tuple[str, ...]
    """Ids of the articles that give it, sorted."""


class FigureGiven(Record):
    """A number that some reports of an event give for what others give another number for."""

    unit: str
    """What is counted: `soldiers killed`."""
    value: int
    """How many."""
    articles: tuple[str, ...]
    """Ids of the articles that give it, sorted."""


class AddedData(Record):
    """What the editor knows an event from that no article reports."""

    source: str | None
    """In words."""
    url: str | None
    """Its address."""


class TimelineEventData(Record):
    """What happened, once, with all who told it."""

    id: str
    """Unique; the anchor in the timeline's page."""
    date: str
    """EDTF."""
    text: str | None
    """The sentence of the clearest report that may be republished; null where none may."""
    people: tuple[str, ...]
    """Ids, sorted."""
    countries: tuple[str, ...]
    """ISO codes, sorted."""
    sources: tuple[str, ...]
    """Ids of the articles that report it."""
    reports: tuple[ReportData, ...]
    """Ordered by article."""
    kind: ReportKind
    """`announced` where nobody reports it as happened."""
    title: str | None
    """What the editor writes in place of the sentence."""
    independent_texts: int
    """How many texts report it; articles that carry the same text count as one."""
    dates: tuple[DateGiven, ...]
    """Each date that a report gives, that of most articles first."""
    added: AddedData | None
    """Not null for an event of the editor's own, which has no reports."""
    figures: tuple[FigureGiven, ...]
    """Numbers on which the reports do not agree, by what is counted."""


class TimelineData(Record):
    """`data/timelines/<id>.json`."""

    id: str
    """As in `site.yaml`."""
    title: str
    """As in `site.yaml`."""
    events: tuple[TimelineEventData, ...]
    """In order of date."""
    description: str | None
    """As in `site.yaml`."""
