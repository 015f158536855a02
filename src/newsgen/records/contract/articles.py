"""What `data/articles.jsonl` says of an article."""

from typing import Annotated

from msgspec import Meta, Raw

from newsgen.records import Record
from newsgen.records.reading import ReportKind


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
    text: str | None
    """The sentence; null where it may not be republished."""
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
    """ISO 639; `und` where it is not known."""
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
