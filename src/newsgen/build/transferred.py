"""What another tool's file of judgements comes to."""

from typing import TypeAlias

from newsgen.errors import Diagnostic
from newsgen.records import Record
from newsgen.records.options import Judgement


class Transferred(Record):
    """Judgements that were read from a file, and what could not be read so."""

    judgements: tuple[Judgement, ...]
    """In the order of the file; lines and places are those of the file."""
    passed: int = 0
    """Lines that decide nothing."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Errors for lines that are none, warnings for those left out."""


Spot: TypeAlias = tuple[int, int]
"""Line and column in the file."""


def tell_spot(spot: Spot, message: str, hint: str, *, error: bool = False) -> Diagnostic:
    """The message about a place; whoever knows the file's name fills it in."""
    return Diagnostic("", *spot, "error" if error else "warning", "import", message, hint)
