"""What a site says of the subjects of its pages, read from its data files: the same for a published one and a new one.

The data may have been written by another version of newsgen: of each file only what is needed is read, and a file that
is not there or says something else counts as empty, once that is told to whom it may concern.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec

from newsgen.pages import urls
from newsgen.records import Record

Read = Callable[[str], bytes | None]
"""Gives the bytes of a site's file by its path; None if there is none."""

Tell = Callable[[str, int, int, str], None]
"""Told of a data file that cannot be used: its path, line and column (0 for none), and what is the matter."""

Data = TypeVar("Data")

_FAULTS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class DatelineFacts(Record):
    """Where and when an article says that it was written."""

    place: str | None = None
    """As written."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    date: str | None = None
    """EDTF."""
    agency: str | None = None
    """As written."""


class CountryNamed(Record):
    """A country that an article names."""

    name: str = ""
    """In English."""
    primary: bool = False
    """Whether the article is about it."""


class PersonNamed(Record):
    """A person whom an article names."""

    id: str = ""
    """As in `data/people.json`."""
    name: str = ""
    """The spelling shown."""


class DateNamed(Record):
    """An expression of time in an article's body."""

    text: str = ""
    """As written."""
    value: str = ""
    """EDTF."""


class EventTold(Record):
    """A dated happening that an article tells."""

    date: str = ""
    """EDTF."""
    text: str | None = ""
    """The sentence; None where it may not be shown."""


class ArticleFacts(Record):
    """An article of a site."""

    id: str
    """Names the page."""
    path: str = ""
    """Of the clipping."""
    headline: str = ""
    """Plain text."""
    source: str | None = None
    """Name of the outlet."""
    url: str | None = None
    """Of the original."""
    body: str = ""
    """Plain text."""
    published: str | None = None
    """EDTF."""
    byline: str | None = None
    """Who wrote it."""
    dateline: DatelineFacts | None = None
    """Where and when it was written."""
    language: str = ""
    """ISO 639-1."""
    countries: tuple[CountryNamed, ...] = ()
    """All that it names."""
    people: tuple[PersonNamed, ...] = ()
    """All whom it names."""
    dates: tuple[DateNamed, ...] = ()
    """In order."""
    events: tuple[EventTold, ...] = ()
    """In order."""
    same_text_as: tuple[str, ...] = ()
    """Ids of others that carry its text."""


class SpellingFacts(Record):
    """A way in which a person's name is written."""

    text: str
    """As written."""
    articles: tuple[str, ...] = ()
    """Ids."""


class PersonFacts(Record):
    """A person of a site."""

    id: str
    """Names the page."""
    spellings: tuple[SpellingFacts, ...] = ()
    """All."""
    name: str = ""
    """The spelling shown."""
    articles: tuple[str, ...] = ()
    """Ids of all that name the person."""


class CountryFacts(Record):
    """A country of a site."""

    id: str
    """Names the page."""
    code: str = ""
    """ISO 3166-1 alpha-2."""
    name: str = ""
    """In English."""


class ReportFacts(Record):
    """An article's telling of an event."""

    article: str = ""
    """Id."""
    sentence: str | None = ""
    """As shown; None where it may not be."""


class DateFacts(Record):
    """A date that reports of an event give."""

    date: str = ""
    """EDTF."""


class FigureFacts(Record):
    """A number on which reports of an event do not agree."""

    unit: str = ""
    """What is counted."""
    value: int = 0
    """How many."""


class EventFacts(Record):
    """An entry of a timeline."""

    reports: tuple[ReportFacts, ...] = ()
    """All."""
    id: str = ""
    """The same on all timelines."""
    date: str = ""
    """EDTF."""
    text: str | None = ""
    """The sentence of the clearest report; None where none may be shown."""
    title: str | None = None
    """The editor's, in place of the sentence."""
    kind: str = ""
    """Whether it happened or was announced."""
    independent_texts: int = 0
    """How many texts report it."""
    countries: tuple[str, ...] = ()
    """ISO codes."""
    dates: tuple[DateFacts, ...] = ()
    """All that its reports give."""
    figures: tuple[FigureFacts, ...] = ()
    """Those on which they do not agree."""


class TimelineFacts(Record):
    """A timeline of a site."""

    id: str
    """Names the page."""
    title: str = ""
    """As in `site.yaml`."""
    events: tuple[EventFacts, ...] = ()
    """All."""


class Outline(Record):
    """The pages of a site and their subjects."""

    pages: tuple[str, ...]
    """Paths of all pages, sorted."""
    articles: tuple[ArticleFacts, ...] = ()
    """From `data/articles.jsonl`."""
    people: tuple[PersonFacts, ...] = ()
    """From `data/people.json`."""
    countries: tuple[CountryFacts, ...] = ()
    """From `data/countries.json`."""
    timelines: tuple[TimelineFacts, ...] = ()
    """From `data/timelines/`."""


def pass_over(_path: str, _line: int, _column: int, _message: str) -> None:
    """Let a data file that cannot be used count as empty."""


def read_outline(pages: Iterable[str], read: Read, *, timelines: Iterable[str], tell: Tell = pass_over) -> Outline:
    """The outline of a site with these pages; `timelines` are the paths of those pages whose timelines matter."""
    ids = [name for page in sorted(timelines) if (name := urls.timeline_of(page)) is not None]
    data = DataFiles(read, tell)
    facts = [data.decode(urls.timeline_data_path(name, "json"), TimelineFacts) for name in ids]
    return Outline(
        pages=tuple(sorted(pages)),
        articles=data.decode_lines(urls.ARTICLES_DATA, ArticleFacts),
        people=data.decode(urls.PEOPLE_DATA, tuple[PersonFacts, ...]) or (),
        countries=data.decode(urls.COUNTRIES_DATA, tuple[CountryFacts, ...]) or (),
        timelines=tuple(timeline for timeline in facts if timeline is not None),
    )


class DataFiles:
    """The data files of a site as records; what is wrong with one is told with its place."""

    def __init__(self, read: Read, tell: Tell) -> None:
        self._read = read
        self._tell = tell

    def decode(self, path: str, kind: type[Data]) -> Data | None:
        """What the JSON says; None for none, and for what is something else."""
        data = self._read(path)
        if data is None:
            self._tell(path, 0, 0, "this data file is not there")
            return None
        try:
            return msgspec.json.decode(data, type=kind)
        except _FAULTS as error:
            self._tell(path, *_locate(data, error))
            return None

    def decode_lines(self, path: str, kind: type[Data]) -> tuple[Data, ...]:
        """What a file with one JSON object a line says."""
        data = self._read(path)
        if data is None:
            self._tell(path, 0, 0, "this data file is not there")
            return ()
        decoder = msgspec.json.Decoder(kind)
        try:
            return tuple(decoder.decode_lines(data))
        except _FAULTS:
            self._tell_line(path, data, decoder)
            return ()

    def _tell_line(self, path: str, data: bytes, decoder: msgspec.json.Decoder[Any]) -> None:
        """Tell of the first line that is wrong."""
        for number, line in enumerate(data.split(b"\n"), 1):
            try:
                if line.strip():
                    decoder.decode(line)
            except _FAULTS as error:
                _, column, message = _locate(line, error)
                self._tell(path, number, column, message)
                return


def _locate(data: bytes, error: Exception) -> tuple[int, int, str]:
    """Line, column and a sentence for what is wrong with a JSON text; msgspec counts bytes, and not always."""
    if isinstance(error, msgspec.ValidationError):
        return 0, 0, f"this is not what newsgen writes into this file: {error}"
    try:
        json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        before = data[: fault.start]
        return before.count(b"\n") + 1, len(before) - before.rfind(b"\n"), "this data file is damaged: it is no UTF-8"
    except json.JSONDecodeError as fault:
        return fault.lineno, fault.colno, f"this data file is damaged: {fault.msg}"
    except RecursionError:
        return 0, 0, "this data file is damaged: it is nested too deeply"
    return 0, 0, f"this data file is damaged: {error}"
