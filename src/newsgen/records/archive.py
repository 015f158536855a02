"""What all articles say together, as pages are planned from it: articles, entities, listings, timelines.

An article is referred to by its position in `Archive.articles`; ids are for pages and data.
"""

from typing import Literal

from newsgen.errors import Diagnostic
from newsgen.records import Record
from newsgen.records.clipping import Clipping
from newsgen.records.entities import Event, Person
from newsgen.records.options import Rights, TimelineOptions
from newsgen.records.reading import Reading
from newsgen.records.texts import SameText
from newsgen.shelf import Shelf

LENGTHS = 10_000
"""Characters in which the lengths of texts are told, so that an edit seldom changes them."""


class Placed(Record):
    """What is known of an article but what its clipping says."""

    position: int
    """Position of its clipping among all that were read, those of drafts too."""
    id: str
    """Slug, unique."""
    people: tuple[str | None, ...]
    """Person ids, parallel to `reading.people`."""
    source: str | None
    """Id of its source."""
    rights: Rights
    """What of it may be shown."""
    same_text: tuple[SameText, ...]
    """The others that carry its text, by position."""


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
    place: str | None
    """Code of the country in its dateline."""
    rights: Rights
    """What of it may be shown."""
    same_text: tuple[int, ...]
    """Positions of the others that carry its text."""
    length: int
    """Characters of its text, or of the clipping's, if those are more, in full `LENGTHS`."""
    recalled: tuple[int, ...]
    """Indices into `Reading.reports` of what it recalls, as against bringing it as its news."""
    shared: tuple[str, ...]
    """Names in it that several of its persons bear, so that it is open who is meant; as written."""
    named: tuple[tuple[str, str], ...]
    """If there are such names: ids of its persons, each with the name that the article gives."""


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
    title_languages: tuple[tuple[str, ...], ...] = ()
    """For each of the person's titles the languages of the articles that write it, most articles first."""


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
    placed: tuple[Placed, ...] = ()
    """What the index adds to the articles."""
