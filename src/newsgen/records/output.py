"""Files on their way to the output folder."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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


class Part(Record):
    """Some records of a large file, which are made together, anew each time, so that nothing holds those of all."""

    kind: str
    """What they are of; a file may be of several kinds of things, one after the other."""
    names: tuple[str, ...]
    """The ids of what they are of, in order."""
    make: Callable[[], Iterable[Any]]
    """Makes them: of a series their bytes, of a database portions of its rows."""
    watch: Watch | None = None
    """Tells what is looked up while they are made; None for a part that looks at the archive as a whole."""
    given: str = ""
    """Of one that is watched a digest of what it is made from besides."""

    @property
    def key(self) -> str:
        """Tells it from the others of the file."""
        return f"{self.kind} {self.names[0]}" if self.names else self.kind

    def take(self) -> tuple[list[Any], tuple[Lookup, ...] | None]:
        """The records, and what was looked up while they were made; None if nobody watched."""
        return self.watch(lambda: [*self.make()]) if self.watch else ([*self.make()], None)

    def find(self, standing: "Standing") -> "MadePart | None":
        """The part among those that stand, if it is there, made from the same."""
        found = standing.get(self.key)
        return found if found and found.given == self.given else None


class MadePart(Record):
    """A part as it stands in a file."""

    key: str
    """As the part's."""
    given: str
    """As the part's."""
    start: int
    """Offset of its bytes in the file; in a database 0."""
    size: int
    """How many they are."""
    records: int
    """How many records, or rows, it has."""
    digest: str = ""
    """Of its rows, in a database."""
    lookups: tuple[Lookup, ...] | None = None
    """What was looked up while it was made; None if nobody watched."""


Standing: TypeAlias = Mapping[str, MadePart]
"""By their keys, in order, those parts of a file that would be made as they are."""


class Series(Record):
    """What a file of many records shows: they are made part by part, so that nothing holds them all."""

    list_parts: Callable[[], Iterable[Part]]
    """Their parts, in order."""
    head: bytes = b""
    """What stands before the first record."""
    between: bytes = b""
    """What stands between two."""
    foot: bytes = b""
    """What stands behind the last."""
    empty: bytes = b""
    """What a file without any record holds."""

    def __iter__(self) -> Iterator[bytes]:
        """The bytes of the file in pieces: each record with what stands before it, and what stands behind the last."""
        is_empty = True
        for part in self.list_parts():
            for record in part.make():
                yield (self.head if is_empty else self.between) + record
                is_empty = False
        yield self.empty if is_empty else self.foot


class Measure(Record):
    """How large a file is."""

    records: int
    """The articles, events, rows or whatever else it holds."""
    size: int
    """Its bytes; of a database those of its rows, however they are stored."""


Measures: TypeAlias = Mapping[str, Measure]
"""By the paths of files."""


class Telling(Record):
    """Makes what a page shows that tells how large other files are."""

    tell: Callable[[Measures], Any]
    """Makes the record; it is given the measures of those files that are made already."""

    def __call__(self) -> Any:
        """The record; whatever it tells of is made to be measured."""
        return self.tell({})


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
    is_large: bool = False
    """Whether it may be as large as the whole archive: then it shows a series or a database, and nothing holds it."""

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

    def tell(self, measures: Measures) -> "Page":
        """The same, given how large other files are, if it tells of any."""
        return replace(self, show=Shown(record=self.show.tell(measures))) if isinstance(self.show, Telling) else self

    def __reduce__(self) -> tuple[Callable[..., "Page"], tuple[Any, ...]]:
        """As it is sent to another process."""
        return _take, (self.path, self.template, self.make().show, self.made_from)


def _take(path: str, template: str, show: Shown, made_from: str) -> Page:
    """A page as another process sent it."""
    return Page(path=path, template=template, show=show, made_from=made_from)


class Spooled(Record):
    """The bytes of a finished file that is too large to be held: where they lie until they are published."""

    path: str
    """On this machine's disk, in the staging folder of the output folder."""
    size: int
    """How many they are."""
    digest: str
    """Of the bytes."""


class OutputFile(Record):
    """One finished file."""

    path: str
    """In the output folder, with forward slashes."""
    data: bytes | Spooled
    """Its bytes, or where they are."""
    key: str
    """Digest of all that the bytes depend on."""
