"""Explanations: why each part of a clipping was read as it was, for `newsgen explain`."""

from typing import Literal

from newsgen.errors import Diagnostic
from newsgen.records import Record
from newsgen.records.article import Dateline, Role

Kind = Literal["country", "person", "unresolved", "date", "quotation", "event", "article"]
"""What is explained: a mention of each kind, a sentence that tells an event, or something said of the whole article."""


class Evidence(Record):
    """One thing that speaks for a reading."""

    says: str
    """A clause of plain English, without a full stop: `“Salifou” is a given name`."""
    start: int | None = None
    """Where in `Article.text` the words stand that say so; None if it is known from elsewhere."""
    end: int | None = None
    """Offset behind those words."""


class Explanation(Record):
    """Why a span was taken for what it was taken for."""

    kind: Kind
    """What it is."""
    start: int
    """Offset in `Article.text`; for `article`, 0."""
    end: int
    """Offset behind the span; for `article`, 0."""
    surface: str
    """`text[start:end]`, of a very long sentence its beginning; for `article`, the name of what is told: `published`,
    `primary countries`."""
    meaning: str
    """What it was read as: `Niger (NE)`, `Ali Mahaman Lamine Zeine`, `2023-07`."""
    rule: str
    """Name of the rule."""
    rule_says: str
    """What the rule does, in one sentence of plain English without a full stop."""
    evidence: tuple[Evidence, ...] = ()
    """In order of weight."""
    against: str | None = None
    """What it was resolved against: `2024-05-15, the dateline`, `the person first named as Salifou Mody`."""
    found: bool = True
    """False where it tells why nothing was found: a sentence with a date that tells no event."""


class Place(Record):
    """Where in a clipping something stands."""

    line: int
    """1-based."""
    column: int
    """1-based, in characters."""
    start: int
    """Offset in `Clipping.text`."""
    end: int
    """Offset behind it."""


class LinePart(Record):
    """A stretch of a line with one role."""

    role: Role
    """What it is."""
    rule: str
    """Name of the layout rule that says so."""
    rule_says: str
    """What the rule does, in one sentence of plain English without a full stop."""
    start: int
    """Offset in `Clipping.text`."""
    end: int
    """Offset behind it; the line's end does not belong to it."""
    begins: bool
    """Whether the headline, paragraph or other block begins here, and does not go on from the line above."""


class ExplainedLine(Record):
    """A line of the clipping as received."""

    number: int
    """1-based."""
    text: str
    """Without its end."""
    start: int
    """Offset in `Clipping.text`."""
    parts: tuple[LinePart, ...]
    """They tile the line; an empty line has one, which is empty."""


class PlacedEvidence(Record):
    """A piece of evidence, and where in the clipping it stands."""

    says: str
    """A clause of plain English, without a full stop."""
    start: int | None
    """Offset in the article's text; None if it is known from elsewhere."""
    end: int | None
    """Offset behind those words."""
    place: Place | None
    """The same in the clipping."""


class ExplainedMention(Record):
    """An explanation under the number by which the user may ask for it."""

    number: int
    """From 1, in the order of the text; what is said of the whole article comes first."""
    kind: Kind
    """What it is."""
    surface: str
    """As written; for `article`, the name of what is told."""
    meaning: str
    """What it was read as."""
    start: int
    """Offset in the article's text; 0 for `article`."""
    end: int
    """Offset behind the span."""
    place: Place | None
    """The same in the clipping; None where the clipping does not hold it, as a headline cut from the first sentence."""
    rule: str
    """Name of the rule."""
    rule_says: str
    """What the rule does, in one sentence of plain English without a full stop."""
    evidence: tuple[PlacedEvidence, ...]
    """In order of weight."""
    against: str | None
    """What it was resolved against."""
    found: bool
    """False where it tells why nothing was found."""


class CountryName(Record):
    """A country and how a newspaper writes it."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """`Niger`."""


class ArticleFacts(Record):
    """What is known of an article as a whole."""

    headline: str
    """Plain text, one line."""
    source: str | None
    """The outlet."""
    published: str | None
    """EDTF."""
    published_inferred: bool
    """Whether any part of `published` was inferred."""
    dateline: Dateline | None
    """Where and when it says that it was written."""
    byline: str | None
    """The writer or writers."""
    url: str | None
    """Of the original."""
    language: str
    """ISO 639-1 code."""
    primary_countries: tuple[CountryName, ...]
    """Those that the article is about, most mentioned first."""


class ExplainedClipping(Record):
    """A clipping with the reasons for all that was read in it."""

    path: str
    """Relative to the site's folder; of a clipping outside of a site, as the user named it."""
    encoding: str
    """How the file's bytes were read."""
    text: str
    """The article's text, headline and body: what the offsets `start` and `end` of mentions count in."""
    facts: ArticleFacts
    """What is known of the article as a whole."""
    lines: tuple[ExplainedLine, ...]
    """All of the clipping."""
    mentions: tuple[ExplainedMention, ...]
    """In the order of their numbers."""
    diagnostics: tuple[Diagnostic, ...]
    """What there is to tell the editor about it."""
