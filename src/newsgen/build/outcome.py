"""What became of a page."""

from typing import NamedTuple

from newsgen.records.output import Lookup, MadePart, Measure, Spooled


class Outcome(NamedTuple):
    """What became of a page."""

    key: str
    """Digest of all that its bytes depend on."""
    data: bytes | Spooled | None
    """Its bytes; None if it is published as it should be."""
    lookups: tuple[Lookup, ...] | None = None
    """What it looked up when it was made; None if nobody watched."""
    measure: Measure | None = None
    """How large it is, if it is a large one: other pages may tell."""
    parts: tuple[MadePart, ...] = ()
    """Of a large one, as they stand in it."""
