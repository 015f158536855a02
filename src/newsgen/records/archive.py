"""What many articles say together.

Within the global stages an article is referred to by its position in `Archive.articles`, which has the order of the
clippings' paths; ids are for pages and data.
"""

from typing import Literal

from newsgen.errors import Diagnostic
from newsgen.records import Record
from newsgen.records.clipping import Clipping
from newsgen.records.options import Rights, TimelineOptions
from newsgen.records.reading import Reading, ReportKind
from newsgen.records.reasons import Reason
from newsgen.records.texts import SameText
from newsgen.shelf import Shelf


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


class ArchivedArticle(Record):
    """An article in its place in the archive."""

    id: str
    """Slug, unique."""
    clipping: Clipping
    """The file as received."""
    reading: Reading
    """What was found in it."""
    people: tuple[str | None, ...]
    """Person ids, parallel to `reading.people`."""
    source: str | None
    """Id of its source."""
    rights: Rights
    """What of it may be shown."""
    same_text: tuple[SameText, ...] = ()
    """The others that carry its text, by position."""


class Brief(Record):
    """What lists and links need of an article: of all articles it is at hand, while the articles themselves are not."""

    id: str
    """Slug, unique."""
    path: str
    """Of the clipping."""
    headline: str
    """Plain text."""
    language: str
    """ISO 639 code, or `und`."""
    published: str | None
    """EDTF."""
    inferred: Literal["", "year", "date"]
    """What of `published` was inferred rather than given: nothing, only the year, or more."""
    byline: str | None
    """The writer or writers."""
    url: str | None
    """Of the original."""
    source: str | None
    """Id of its source."""
    rights: Rights
    """What of it may be shown."""
    same_text: tuple[SameText, ...]
    """The others that carry its text, by position."""
    length: int
    """Characters of its text, or of the clipping's, if those are more."""
    recalled: tuple[int, ...]
    """Indices into `Reading.reports` of what it recalls, as against bringing it as its news."""
    shared: tuple[str, ...]
    """Names in it that several of its persons bear, so that it is open who is meant; as written."""


class Count(Record):
    """Something that stands together with something else, and in how many articles."""

    id: str
    """A person's id or a country's code."""
    articles: int
    """In how many articles."""


class PersonEntry(Record):
    """A person with all that the archive knows about them."""

    person: Person
    """Who it is."""
    articles: tuple[int, ...]
    """Newest first, undated last."""
    countries: tuple[Count, ...]
    """Named in the same articles, most first."""
    companions: tuple[Count, ...]
    """Persons named in the same articles, most first."""
    events: tuple[int, ...]
    """Indices into `Archive.events`."""
    families: tuple[str, ...] = ()
    """Family names that articles give the person, in the order of these, each once."""


class CountryEntry(Record):
    """A country with all that the archive knows about it."""

    code: str
    """ISO 3166-1 alpha-2."""
    id: str
    """Slug of the name."""
    name: str
    """As a newspaper writes it."""
    articles: tuple[int, ...]
    """All that name it, newest first, undated last."""
    primary: tuple[int, ...]
    """Those about it, in the same order."""
    people: tuple[Count, ...]
    """Persons named in the same articles, most first."""
    countries: tuple[Count, ...]
    """Other countries named in the same articles, most first."""
    events: tuple[int, ...]
    """Indices into `Archive.events`."""


class SourceEntry(Record):
    """An outlet and its articles."""

    id: str
    """Slug of the name, unique."""
    name: str
    """The name shown."""
    aliases: tuple[str, ...]
    """As declared in `site.yaml`."""
    country: str | None
    """ISO 3166-1 alpha-2 code."""
    url: str | None
    """The outlet's own site."""
    rights: Rights
    """What of its articles may be shown."""
    declared: bool
    """Whether `site.yaml` names it."""
    articles: tuple[int, ...]
    """Newest first, undated last."""
    indexed: bool | None = None
    """Whether search engines may list its full texts; None for what the site says."""


class Month(Record):
    """The articles published in one month, year or at no known time."""

    key: str
    """`2024-05`; `2024` for those of which only the year is known; `undated`."""
    articles: tuple[int, ...]
    """Newest first."""


class EditorEvent(Record):
    """An event that stands on a timeline because the editor wrote it there; no article reports it."""

    id: str
    """Unique within the timeline, and unlike the id of any event."""
    date: str
    """EDTF."""
    text: str
    """What happened."""
    countries: tuple[str, ...] = ()
    """ISO codes, in the editor's order."""
    people: tuple[str, ...] = ()
    """Ids of persons, or names of those whom the archive does not know."""
    source: str | None = None
    """What it is known from, in words."""
    url: str | None = None
    """The same as an address."""


class Timeline(Record):
    """A timeline and its events."""

    options: TimelineOptions
    """What `site.yaml` asks for."""
    events: tuple[int, ...]
    """Indices into `Archive.events`, in order of date."""
    own: tuple[EditorEvent, ...] = ()
    """The editor's own events, in order of date."""
    titles: tuple[tuple[int, str], ...] = ()
    """(index of an event, what the editor writes in place of a sentence), ascending."""


class Archive(Record):
    """Everything that pages are made of."""

    articles: tuple[ArchivedArticle, ...] | Shelf[ArchivedArticle]
    """In the order of the clippings' paths."""
    briefs: tuple[Brief, ...]
    """The same articles in brief."""
    origins: tuple[bytes, ...] | Shelf[bytes]
    """Of each the bytes of all that it is made of, but for what its outlet and other articles add."""
    latest: tuple[int, ...]
    """All articles, newest first, undated last."""
    people: tuple[PersonEntry, ...]
    """Sorted by id."""
    countries: tuple[CountryEntry, ...]
    """Sorted by name."""
    sources: tuple[SourceEntry, ...]
    """Sorted by name; articles without an outlet are in none."""
    months: tuple[Month, ...]
    """Newest first; a year's own list after its months; `undated` last."""
    events: tuple[Event, ...]
    """Sorted by date, then id."""
    timelines: tuple[Timeline, ...]
    """In the order of `site.yaml`."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Of resolution and indexing: clashes of slugs, judgements that match nothing."""
