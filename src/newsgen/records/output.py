"""Files on their way to the output folder."""

from collections.abc import Callable
from typing import Any, TypeAlias

from msgspec.structs import replace

from newsgen.records import Record

Lookup: TypeAlias = int | str
"""What was looked up while a page was made; a number stands for one of the many things of a kind."""

Watch: TypeAlias = Callable[[Callable[[], Any]], tuple[Any, tuple[Lookup, ...]]]
"""Calls what makes a record: gives the record, and all that was looked up meanwhile, each once, in order."""


class Shown(Record):
    """What a page shows, made already."""

    record: Any
    """The record."""
    lookups: tuple[Lookup, ...] | None = None
    """What was looked up while it was made; None if nobody watched."""

    def __call__(self) -> Any:
        """The record."""
        return self.record


class Page(Record):
    """One file of the site before it is written: where, by which template, from what.

    What it shows is made when it is asked for, anew each time, so that nothing holds the records of all pages at once.
    One that is sent to another process takes its record along.
    """

    path: str
    """In the output folder, with forward slashes: `people/joe-biden.html`."""
    template: str
    """Name of the template; empty for data files, which are encoded as they are."""
    show: Callable[[], Any]
    """Makes what it shows."""
    made_from: str
    """What the file is of, in words for messages: `articles/x.txt`, `the person Joe Biden`."""
    watch: Watch | None = None
    """Tells what is looked up while it is made; None for a page that looks at the archive as a whole."""
    given: str = ""
    """Of one that is watched a digest of what it shows besides."""

    @property
    def shows(self) -> Any:
        """A record: exactly what the file shows. Its canonical bytes decide whether the page is made anew."""
        return self.show()

    def make(self) -> "Page":
        """The same with the record made once and for all."""
        if isinstance(self.show, Shown):
            return self
        record, lookups = self.watch(self.show) if self.watch else (self.show(), None)
        return replace(self, show=Shown(record=record, lookups=lookups), watch=None)

    @property
    def lookups(self) -> tuple[Lookup, ...] | None:
        """What was looked up while the record was made; None if it is not made, or nobody watched."""
        return self.show.lookups if isinstance(self.show, Shown) else None

    def __reduce__(self) -> tuple[Callable[..., "Page"], tuple[Any, ...]]:
        """As it is sent to another process."""
        return _take, (self.path, self.template, self.make().show, self.made_from)


def _take(path: str, template: str, show: Shown, made_from: str) -> Page:
    """A page as another process sent it."""
    return Page(path=path, template=template, show=show, made_from=made_from)


class OutputFile(Record):
    """One finished file."""

    path: str
    """In the output folder, with forward slashes."""
    data: bytes
    """Its bytes."""
    key: str
    """Digest of all that the bytes depend on."""
