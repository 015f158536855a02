"""What a site says of the subjects of its pages, read from its data files: the same for a published one and a new one.

The data may have been written by another version of newsgen: of each file only what is needed is read, and a file that
is not there or says something else counts as empty.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from newsgen.pages import urls
from newsgen.records import Record

Read = Callable[[str], bytes | None]
"""Gives the bytes of a site's file by its path; None if there is none."""

Data = TypeVar("Data")


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


class CountryFacts(Record):
    """A country of a site."""

    id: str
    """Names the page."""
    code: str = ""
    """ISO 3166-1 alpha-2."""


class ReportFacts(Record):
    """An article's telling of an event."""

    article: str = ""
    """Id."""
    sentence: str = ""
    """As shown."""


class EventFacts(Record):
    """An entry of a timeline."""

    reports: tuple[ReportFacts, ...] = ()
    """All."""


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


def read_outline(pages: Iterable[str], read: Read, *, timelines: Iterable[str]) -> Outline:
    """The outline of a site with these pages; `timelines` are the paths of those pages whose timelines matter."""
    ids = [name for page in sorted(timelines) if (name := urls.timeline_of(page)) is not None]
    facts = [_decode(read(urls.timeline_data_path(name, "json")), TimelineFacts) for name in ids]
    return Outline(
        pages=tuple(sorted(pages)),
        articles=_decode_lines(read(urls.ARTICLES_DATA)),
        people=_decode(read(urls.PEOPLE_DATA), tuple[PersonFacts, ...]) or (),
        countries=_decode(read(urls.COUNTRIES_DATA), tuple[CountryFacts, ...]) or (),
        timelines=tuple(timeline for timeline in facts if timeline is not None),
    )


def _decode(data: bytes | None, kind: type[Data]) -> Data | None:
    """What the JSON says; None for none, and for what is something else."""
    if data is None:
        return None
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _decode_lines(data: bytes | None) -> tuple[ArticleFacts, ...]:
    """The articles of a file with one JSON object a line."""
    try:
        return tuple(msgspec.json.Decoder(ArticleFacts).decode_lines(data or b""))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ()
