"""A finding: what a recogniser that stands beside the rules says of an article's text."""

from typing import Literal

from newsgen.records import Record

FindingKind = Literal["person", "place"]


class Finding(Record):
    """A span that names a person or a place, as a recogniser sees it."""

    start: int
    """Offset in `Article.text`."""
    end: int
    """Offset behind the span; no blank stands at either edge."""
    kind: FindingKind
    """`person`, or `place`: a country or a place in one, which counts for its country."""
    recogniser: str = ""
    """Who found it; newsgen fills it in."""
