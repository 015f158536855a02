"""`data/index.html`: what each data file holds, for whoever wants to work with the archive."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from newsgen.canon import encode
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.frame import make_frame
from newsgen.records.archive import Timeline
from newsgen.records.database import Database
from newsgen.records.output import Page
from newsgen.records.site import DataFile, DataPage, OutletRights, Ref, TextFile

_TERMS = {
    "texts": "holds the outlets’ texts, as far as their rights below allow",
    "sentences": "quotes sentences of the outlets, as far as their rights below allow",
    "facts": "names, dates and counts; no sentence of an outlet",
}
"""Whose words a file holds."""

_PER_BYTE, _FRAME = 1.6, 200_000
"""Bytes that a database takes for each byte of its rows, and for its empty tables: about, for it is made later."""


class _About(NamedTuple):
    """What is said of a file."""

    path: str
    what: str
    form: str
    schema: str
    terms: str


def plan_data_index(directory: Directory, pages: Sequence[Page]) -> Iterator[Page]:
    """The page about the data files among the pages planned so far."""
    by_path = {page.path: page for page in pages}
    files = tuple(_describe(about, by_path) for about in _list_files(directory) if about.path in by_path)
    outlets = tuple(
        OutletRights(
            ref=Ref(text=entry.name, href=urls.link(urls.DATA, urls.source_path(entry.id))),
            rights=entry.rights,
            articles=len(entry.articles),
        )
        for entry in directory.archive.sources
    )
    schemas = sorted(path for path in by_path if path.startswith(urls.SCHEMAS))
    frame = make_frame(
        directory,
        urls.DATA,
        "The archive as data",
        description=f"Data files of {directory.site.title}: what they hold, how large they are, whose words.",
        trail=(("About", urls.ABOUT),),
    )
    refs = tuple(Ref(text=path.removeprefix(urls.SCHEMAS), href=urls.link(urls.DATA, path)) for path in schemas)
    shows = DataPage(frame=frame, files=files, outlets=outlets, schemas=refs)
    yield Page(path=urls.DATA, template="data.html", shows=shows, made_from="the page about the data")


def _list_files(directory: Directory) -> Iterator[_About]:
    """All data files that there may be."""
    yield _About(
        urls.ARTICLES_DATA, "The articles, with all that was found in each", "JSON, one a line", "articles", "texts"
    )
    yield _About(urls.PEOPLE_DATA, "The people: spellings, titles, articles, and why", "JSON", "people", "facts")
    yield _About(urls.COUNTRIES_DATA, "The countries and the articles that name them", "JSON", "countries", "facts")
    yield _About(
        urls.DATABASE,
        "All of these in tables, with the place of every mention and a full-text search; opens in Datasette as it is",
        "SQLite",
        "",
        "texts",
    )
    yield _About(
        urls.ENTITIES_DATA,
        "Articles, people, mentions and events for Aleph and other tools of investigators",
        "FollowTheMoney, one entity a line",
        "entities",
        "texts",
    )
    for timeline in directory.archive.timelines:
        yield from _list_timeline(timeline)


def _list_timeline(timeline: Timeline) -> Iterator[_About]:
    """The files of a timeline."""
    own, title = timeline.options.id, timeline.options.title
    forms = (("json", "JSON", "timeline"), ("timelinejs.json", "JSON for TimelineJS", ""), ("ics", "iCalendar", ""))
    for ending, form, schema in forms:
        yield _About(urls.timeline_data_path(own, ending), f"Timeline: {title}", form, schema, "sentences")


def _describe(about: _About, pages: Mapping[str, Page]) -> DataFile:
    """What the page says of a file."""
    shows = pages[about.path].shows
    records, size = (_measure_database if isinstance(shows, Database) else _measure_text)(shows, about.path)
    schema = urls.schema_path(about.schema) if about.schema else ""
    return DataFile(
        ref=Ref(text=about.path.removeprefix("data/"), href=urls.link(urls.DATA, about.path)),
        what=about.what,
        form=about.form,
        schema=Ref(text=f"{about.schema}.json", href=urls.link(urls.DATA, schema)) if schema else None,
        records=records,
        size=size,
        terms=_TERMS[about.terms],
    )


def _measure_database(shows: Database, _path: str) -> tuple[str, str]:
    """Rows and size of a database."""
    rows = sum(len(table.rows) for table in shows.tables)
    size = _FRAME + _PER_BYTE * len(encode(shows))
    return f"{rows:,} rows in {len(shows.tables)} tables", f"about {tell_size(size)}"


def _measure_text(shows: TextFile, path: str) -> tuple[str, str]:
    """Records and size of a text."""
    size = tell_size(len(shows.text.encode("utf-8", "replace")))
    if path.endswith(".jsonl"):
        return f"{shows.text.count(chr(10)):,}", size
    if path.endswith(".ics"):
        return f"{shows.text.count('BEGIN:VEVENT'):,}", size
    value = msgspec.json.decode(shows.text)
    return f"{len(value['events'] if isinstance(value, dict) else value):,}", size


def tell_size(size: float) -> str:
    """A size in two figures: `950 bytes`, `1.2 kB`, `34 MB`."""
    if size < 1000:
        return f"{size:.0f} bytes"
    for unit in ("kB", "MB", "GB"):
        size /= 1000
        if size < 9.95:
            return f"{size:.1f} {unit}"
        if size < 995 or unit == "GB":
            break
    return f"{float(f'{size:.2g}'):.0f} {unit}"
