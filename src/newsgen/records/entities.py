"""What resolution makes of all articles: the persons that they name, and the events that they report.

An article is referred to by its position among all, which have the order of their clippings' paths; ids are for pages
and data.
"""

from newsgen.errors import Diagnostic
from newsgen.records import Record
from newsgen.records.reading import ReportKind
from newsgen.records.reasons import Reason
from newsgen.records.texts import SameText


class Spelling(Record):
    """One way in which a person's name is written (without titles), and where."""

    text: str
    """As written."""
    articles: tuple[int, ...]
    """Positions of the articles that write it so, ascending."""


class Link(Record):
    """Why two names are taken for one person, or why they are not."""

    left: str
    """A name as written."""
    right: str
    """Another name, as written."""
    rule: str
    """Name of the rule; `people.yaml` for a judgement."""
    evidence: tuple[Reason, ...]
    """What the rule rests on, and what speaks against it."""
    compared: tuple[int, ...] = ()
    """The article of the left name and one of the right name that it was compared with, where not all that write the
    names will do; else nothing."""


class Person(Record):
    """One person, across articles and spellings."""

    id: str
    """Slug of the name, unique."""
    name: str
    """The spelling shown."""
    spellings: tuple[Spelling, ...]
    """Most articles first, then by text."""
    titles: tuple[str, ...]
    """Titles and offices written with the name, most used first."""
    members: tuple[tuple[int, int], ...]
    """(article, index into its `Reading.people`), ascending."""
    links: tuple[Link, ...] = ()
    """Why its spellings are one person: one link for each join of two different spellings."""
    undecided: tuple[tuple[str, Link], ...] = ()
    """(id of another person, why) where it may be the same: not merged."""
    note: str | None = None
    """The editor's, from `people.yaml`."""
    listed_in: tuple[int, ...] = ()
    """Articles whose front matter lists the person, ascending; their text need not."""
    has_page: bool = True
    """False for a mere family name that may be one of several people, or has no title: too little for a page."""


class EventReport(Record):
    """One article's telling of an event."""

    article: int
    """Position of the article."""
    report: int
    """Index into the article's `Reading.reports`."""
    date: str
    """EDTF as this report gives it."""
    like: int | None = None
    """Index into the event's reports of the one that this one was compared with; None for the clearest."""
    evidence: tuple[Reason, ...] = ()
    """Why it is taken to tell what that one tells."""
    kind: ReportKind = "happened"
    """Whether it tells what has happened or announces it."""


class EventDate(Record):
    """A date that some reports of an event give where others give another."""

    date: str
    """EDTF."""
    reports: tuple[int, ...]
    """Indices into the event's reports, ascending."""


class EventFigure(Record):
    """A number that some reports of an event give for what others give another number for."""

    unit: str
    """What is counted, in small letters: `killed`, `soldiers`, `soldiers killed`."""
    value: int
    """How many."""
    reports: tuple[int, ...]
    """Indices into the event's reports, ascending."""


class Event(Record):
    """What happened, once, with all who told it."""

    id: str
    """Unique; stays when other articles arrive: fit for an anchor."""
    date: str
    """EDTF: the finest date on which the reports agree; all the days of what took some."""
    kind: ReportKind
    """`announced` if no report tells it as happened."""
    topics: tuple[str, ...]
    """Sorted."""
    countries: tuple[str, ...]
    """ISO codes, sorted: of those that the clearest report names, or several independent ones."""
    people: tuple[str, ...]
    """Ids of persons, sorted; chosen in the same way."""
    reports: tuple[EventReport, ...]
    """Ordered by article."""
    clearest: int
    """Index into `reports`: the one whose sentence is shown."""
    dates: tuple[EventDate, ...] = ()
    """Where the reports disagree on the date, that is, neither date contains the other: each one, most told first."""
    figures: tuple[EventFigure, ...] = ()
    """Where the reports disagree on a number: each one, by what is counted, then by how many."""
    independent: int = 1
    """How many independent texts report it: articles that carry the same text count as one."""


class Entities(Record):
    """What resolution gives."""

    article_ids: tuple[str, ...]
    """Slug of each article, unique, in the order of the articles."""
    people: tuple[Person, ...]
    """Sorted by id."""
    person_ids: tuple[tuple[str | None, ...], ...]
    """For each article, for each of its local persons: the person's id; None if judged to be no person."""
    events: tuple[Event, ...]
    """Sorted by date, then id."""
    same_text: tuple[tuple[SameText, ...], ...]
    """For each article, the others that carry its text, by position."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Clashes of slugs, judgements that match nothing."""
