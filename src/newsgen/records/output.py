"""Files on their way to the output folder."""

from typing import Any

from newsgen.records import Record


class Page(Record):
    """One file of the site before it is written: where, by which template, from what."""

    path: str
    """In the output folder, with forward slashes: `people/joe-biden.html`."""
    template: str
    """Name of the template; empty for data files, which are encoded as they are."""
    shows: Any
    """A record: exactly what the file shows. Its canonical bytes decide whether the page is made anew."""
    made_from: str
    """What the file is of, in words for messages: `articles/x.txt`, `the person Joe Biden`."""


class OutputFile(Record):
    """One finished file."""

    path: str
    """In the output folder, with forward slashes."""
    data: bytes
    """Its bytes."""
    key: str
    """Digest of all that the bytes depend on."""
