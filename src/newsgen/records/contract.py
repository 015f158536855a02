"""The data files that other tools read: keys, their order and their types are a promise.

A field may be added at the end of a record; nothing is renamed, retyped or moved without a new schema version.
"""

from typing import Any

from newsgen.records import Record
from newsgen.records.reading import ReportKind


class DatelineData(Record):
    """Where and when an article says that it was written."""

    place: str | None
    country: str | None
    """ISO 3166-1 alpha-2."""
    date: str | None
    """EDTF; with its year only if that was given or could be inferred."""
    agency: str | None


class CountryInArticle(Record):
    """A country that an article names."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    mentions: int
    primary: bool
    """Whether the article is about it, as against named in passing."""


class PersonInArticle(Record):
    """A person whom an article names."""

    id: str
    name: str
    as_written: tuple[str, ...]
    """The distinct forms of the name in this article, in order."""
    mentions: int


class DateInArticle(Record):
    """An expression of time in an article's body."""

    text: str
    value: str | None
    """EDTF; null where nothing tells which day is meant."""
    start: int
    """Offset into `body`, in Unicode code points."""
    end: int


class EventInArticle(Record):
    """A dated happening that an article tells."""

    date: str
    """EDTF as the article gives it."""
    text: str
    """The sentence; the headline where the sentence may not be republished."""
    countries: tuple[str, ...]
    people: tuple[str, ...]


class QuoteInArticle(Record):
    """Direct speech in an article's body."""

    text: str
    speaker: str | None
    """Id of a person."""
    start: int
    """Offset into `body`, in Unicode code points."""
    end: int


class ArticleData(Record):
    """A line of `data/articles.jsonl`: one article."""

    id: str
    path: str
    """Of the clipping, within the site's folder."""
    headline: str
    dateline: DatelineData | None
    published: str | None
    """EDTF."""
    published_inferred: bool
    source: str | None
    byline: str | None
    language: str
    url: str | None
    countries: tuple[CountryInArticle, ...]
    people: tuple[PersonInArticle, ...]
    dates: tuple[DateInArticle, ...]
    events: tuple[EventInArticle, ...]
    quotes: tuple[QuoteInArticle, ...]
    same_text_as: tuple[str, ...]
    """Ids of other articles with the same text."""
    extra: dict[str, Any]
    """Further keys of the clipping's front matter."""
    captions: tuple[str, ...]
    notices: tuple[str, ...]
    body: str
    """Plain text, a blank line between paragraphs; cut where the outlet's rights say so."""


class SpellingData(Record):
    """One way in which a person's name is written."""

    text: str
    articles: tuple[str, ...]
    """Ids, sorted."""


class JoinData(Record):
    """Why two spellings are taken for one person, or may be."""

    left: str
    right: str
    rule: str
    evidence: tuple[str, ...]


class UndecidedData(Record):
    """Another person who may be the same."""

    id: str
    left: str
    right: str
    rule: str
    evidence: tuple[str, ...]


class CountData(Record):
    """A person or a country, and the number of articles that name it too."""

    id: str
    """Id of a person, or code of a country."""
    articles: int


class PersonData(Record):
    """An entry of `data/people.json`."""

    id: str
    name: str
    titles: tuple[str, ...]
    note: str | None
    spellings: tuple[SpellingData, ...]
    articles: tuple[str, ...]
    """Ids, newest article first."""
    countries: tuple[CountData, ...]
    people: tuple[CountData, ...]
    joined_because: tuple[JoinData, ...]
    undecided: tuple[UndecidedData, ...]


class CountryData(Record):
    """An entry of `data/countries.json`."""

    id: str
    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    articles: tuple[str, ...]
    """Ids of all that name it, newest article first."""
    primary: tuple[str, ...]
    """Ids of those about it."""
    people: tuple[CountData, ...]
    countries: tuple[CountData, ...]


class ReportData(Record):
    """An article's telling of an event."""

    article: str
    """Id."""
    sentence: str
    """The headline where the sentence may not be republished."""


class TimelineEventData(Record):
    """What happened, once, with all who told it."""

    id: str
    date: str
    """EDTF."""
    text: str
    people: tuple[str, ...]
    countries: tuple[str, ...]
    sources: tuple[str, ...]
    """Ids of the articles that report it."""
    reports: tuple[ReportData, ...]
    kind: ReportKind
    """`announced` where nobody reports it as happened."""


class TimelineData(Record):
    """`data/timelines/<id>.json`."""

    id: str
    title: str
    events: tuple[TimelineEventData, ...]
