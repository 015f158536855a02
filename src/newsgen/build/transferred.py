"""What another tool's file of judgements comes to."""

from newsgen.errors import Diagnostic
from newsgen.records import Record
from newsgen.records.options import Judgement


class Transferred(Record):
    """Judgements that were read from a file, and what could not be read so."""

    judgements: tuple[Judgement, ...]
    """In the order of the file; their lines are those of the file, and they have no places in `people.yaml`."""
    passed: int = 0
    """Lines that decide nothing."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Errors for lines that are none, warnings for those left out."""


def tell_line(number: int, message: str, hint: str, *, error: bool = False) -> Diagnostic:
    """The message about a line; whoever knows the file's name fills it in."""
    return Diagnostic("", number, 0, "error" if error else "warning", "import", message, hint)
