"""The clipping: a file as received, decoded."""

from newsgen.errors import Diagnostic
from newsgen.records import Record


class Clipping(Record):
    """One file below `articles/`, as text."""

    path: str
    """Relative to the site's folder, with forward slashes: `articles/2024/x.txt`."""
    text: str
    """All of the file, decoded; line ends are `\\n`, a byte order mark is gone, nothing else is changed."""
    encoding: str
    """`utf-8`, `utf-8-sig`, `utf-16`, `cp1252` or `latin-1`."""
    digest: str
    """Digest of the file's bytes."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was noticed while decoding."""


class Clippings(Record):
    """All that loading a folder gives."""

    clippings: tuple[Clipping, ...]
    """In the order of their paths."""
    diagnostics: tuple[Diagnostic, ...]
    """Files that could not be read (errors) or were passed over (warnings); not those of a clipping."""
