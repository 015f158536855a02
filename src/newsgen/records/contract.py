"""The data files that other tools read: keys, their order and their types are a promise.

A field may be added at the end of a record; nothing is renamed, retyped or moved without a new schema version. Each
schema's `$id` ends in the version: `newsgen:articles:1`, a name and no address.
"""

from typing import Annotated

from msgspec import Meta, Raw

from newsgen.records import Record
from newsgen.records.reading import ReportKind

VERSION = 1
"""Of all schemas together: one more with any change but a further field."""


class DatelineData(Record):
    """Where and when an article says that it was written."""

    place: str | None
    """As written, in usual capitals."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    date: str | None
    """EDTF; with its year only if that was given or could be inferred."""
    agency: str | None
    """As written."""


class CountryInArticle(Record):
    """A country that an article names."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """In English."""
    mentions: int
    """How often the article names it, its dateline included."""
    primary: bool
    """Whether the article is about it, as against named in passing."""


class PersonInArticle(Record):
    """A person whom an article names."""

    id: str
    """As in `data/people.json`."""
    name: str
    """The spelling shown."""
    as_written: tuple[str, ...]
    """The distinct forms of the name in this article, in order."""
    mentions: int
    """How often the text names them."""


class DateInArticle(Record):
    """An expression of time in an article's body."""

    text: str
    """As written."""
    value: str
    """EDTF."""
    start: int
    """Offset into `body`, in Unicode code points."""
    end: int
    """Offset behind the last character."""


class EventInArticle(Record):
    """A dated happening that an article tells."""

    date: str
    """EDTF as the article gives it."""
    text: str
    """The sentence; the headline where the sentence may not be republished."""
    countries: tuple[str, ...]
    """ISO codes named in the sentence, sorted."""
    people: tuple[str, ...]
    """Ids of persons named in the sentence, sorted."""
    kind: ReportKind
    """`announced` for what was still to come when the article was written."""
    background: bool
    """Whether the article recalls it, as against bringing it as its news."""


class QuoteInArticle(Record):
    """Direct speech in an article's body."""

    text: str
    """Without quotation marks."""
    speaker: str | None
    """Id of a person."""
    start: int
    """Offset into `body`, in Unicode code points."""
    end: int
    """Offset behind the last character."""


class ArticleData(Record):
    """A line of `data/articles.jsonl`: one article."""

    id: str
    """Unique; names the page."""
    path: str
    """Of the clipping, within the site's folder."""
    headline: str
    """Plain text, one line."""
    dateline: DatelineData | None
    """Null where the article has none."""
    published: str | None
    """EDTF."""
    published_inferred: bool
    """Whether any part of `published` was inferred rather than given."""
    source: str | None
    """Name of the outlet."""
    byline: str | None
    """Without "By"."""
    language: str
    """ISO 639-1."""
    url: str | None
    """Of the original."""
    countries: tuple[CountryInArticle, ...]
    """Most mentioned first."""
    people: tuple[PersonInArticle, ...]
    """In order of first mention."""
    dates: tuple[DateInArticle, ...]
    """In order."""
    events: tuple[EventInArticle, ...]
    """In the order of their sentences."""
    quotes: tuple[QuoteInArticle, ...]
    """In order."""
    same_text_as: tuple[str, ...]
    """Ids of other articles with the same text."""
    extra: Annotated[Raw, Meta(extra_json_schema={"type": "object"})]
    """Further keys of the clipping's front matter, in their order."""
    captions: tuple[str, ...]
    """Of its pictures."""
    notices: tuple[str, ...]
    """What stood around the article without being of it."""
    body: str
    """Plain text, a blank line between paragraphs; cut where the outlet's rights say so."""


class SpellingData(Record):
    """One way in which a person's name is written."""

    text: str
    """As written, without titles."""
    articles: tuple[str, ...]
    """Ids, sorted."""


class JoinData(Record):
    """Why two spellings are taken for one person, or may be."""

    left: str
    """A name as written."""
    right: str
    """Another name, as written."""
    rule: str
    """Name of the rule; `people.yaml` for a judgement."""
    evidence: tuple[str, ...]
    """What the rule rests on."""


class UndecidedData(Record):
    """Another person who may be the same."""

    id: str
    """Of the other person."""
    left: str
    """A name as written."""
    right: str
    """The other's, as written."""
    rule: str
    """Name of the rule."""
    evidence: tuple[str, ...]
    """What the rule rests on."""


class CountData(Record):
    """A person or a country, and the number of articles that name it too."""

    id: str
    """Id of a person, or code of a country."""
    articles: int
    """How many."""


class PersonData(Record):
    """An entry of `data/people.json`."""

    id: str
    """Unique; names the page."""
    name: str
    """The spelling shown."""
    titles: tuple[str, ...]
    """Most used first."""
    note: str | None
    """The editor's."""
    spellings: tuple[SpellingData, ...]
    """Most used first."""
    articles: tuple[str, ...]
    """Ids, newest article first."""
    countries: tuple[CountData, ...]
    """Named in the same articles, most first."""
    people: tuple[CountData, ...]
    """Named in the same articles, most first; a hundred at the most."""
    joined_because: tuple[JoinData, ...]
    """One entry for each join of two spellings."""
    undecided: tuple[UndecidedData, ...]
    """Not merged."""


class CountryData(Record):
    """An entry of `data/countries.json`."""

    id: str
    """Unique; names the page."""
    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """In English."""
    articles: tuple[str, ...]
    """Ids of all that name it, newest article first."""
    primary: tuple[str, ...]
    """Ids of those about it."""
    people: tuple[CountData, ...]
    """Named in the same articles, most first."""
    countries: tuple[CountData, ...]
    """Named in the same articles, most first."""


class ReportData(Record):
    """An article's telling of an event."""

    article: str
    """Id."""
    sentence: str
    """The headline where the sentence may not be republished."""


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
    text: str
    """The sentence of the clearest report."""
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
