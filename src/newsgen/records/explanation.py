"""Explanations: why each part of a clipping was read as it was, for `newsgen explain`."""

from typing import Literal

from newsgen.records import Record

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
    """`text[start:end]`; for `article`, the name of what is told: `published`, `primary countries`."""
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
