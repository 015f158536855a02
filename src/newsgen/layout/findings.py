"""What the rules find out about the units of a clipping, until every one has its role."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from itertools import islice
from typing import NamedTuple

from newsgen.layout.stamps import Stamp
from newsgen.layout.units import Unit
from newsgen.records.article import Dateline, Role


class Weight(IntEnum):
    """How surely some words name the outlet that published the article; the surest one counts."""

    NONE = 0
    WIRE = 1
    """An agency in the dateline that `site.yaml` does not declare."""
    COPYRIGHT = 2
    BYLINE = 3
    MASTHEAD = 4
    """A name on top that the page says again."""
    DATELINE = 5
    """A declared outlet in the dateline."""
    FIRST_LINE = 6
    LAST_LINE = 7
    LABEL = 8
    """`Source: …`"""


PLACE_LINE = "place-line"
"""The rule of a dateline that is only a place; one at the head of the text counts more."""


class Finding(NamedTuple):
    """The role of a unit, by which rule, and what it tells."""

    role: Role
    rule: str
    text: str | None = None
    """Of a caption or notice, where it is not the unit's own text; empty if it has none."""
    byline: str = ""
    stamp: Stamp | None = None
    updated: bool = False
    """Whether the stamp tells when the article was changed."""
    source: str = ""
    """The outlet's name."""
    weight: Weight = Weight.NONE
    url: str = ""
    dateline: Dateline | None = None
    href: str | None = None
    """Of a caption that describes an image on the web: the image's address."""
    impossible: bool = False
    """Whether it gives a date that no calendar has."""


class Part(NamedTuple):
    """A unit and what is known of it."""

    unit: Unit
    finding: Finding | None = None

    @property
    def open(self) -> bool:
        """Whether it has text and no role yet."""
        return self.finding is None and self.unit.kind not in ("blank", "rule")


Parts = tuple[Part, ...]


def replace(parts: Parts, index: int, *new: Part) -> Parts:
    """The parts with one exchanged for others."""
    return (*parts[:index], *new, *parts[index + 1 :])


def with_roles(parts: Parts, findings: Mapping[int, Finding | None]) -> Parts:
    """The parts with findings set at the indices."""
    if not findings:
        return parts
    changed = list(parts)
    for index, finding in findings.items():
        changed[index] = Part(parts[index].unit, finding)
    return tuple(changed)


def open_indices(parts: Parts, start: int = 0, limit: int = 40) -> Iterator[int]:
    """Where the parts stand that have no role yet, from `start` on; at most `limit`."""
    return islice((index for index in range(start, len(parts)) if parts[index].open), limit)


def headline_index(parts: Parts) -> int:
    """The index of the headline; -1 if there is none in the text."""
    return next((index for index, part in enumerate(parts) if part.finding and part.finding.role == "headline"), -1)
