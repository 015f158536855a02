"""`data/index.html`: what each data file holds, for whoever wants to work with the archive."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from newsgen.canon import encode
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.frame import make_frame
from newsgen.records.archive import Timeline
from newsgen.records.database import Database
from newsgen.records.output import Page
from newsgen.records.site import DataFile, DataPage, OutletRights, Ref, TextFile

_PER_BYTE, _FRAME = 1.6, 200_000
"""Bytes that a database takes for each byte of its rows, and for its empty tables: about, for it is made later."""


_RECORDS = {".jsonl": "\n", ".ics": "BEGIN:VEVENT", ".bib": "\n}\n", ".ris": "ER  - \r\n"}
"""By the ending of a file's name, what stands once in each of its records."""

_UNITS = ("kilobytes", "megabytes", "gigabytes")


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
    files = tuple(
        _describe(directory.words, about, by_path) for about in _list_files(directory) if about.path in by_path
    )
    outlets = tuple(
        OutletRights(
            ref=Ref(text=entry.name, href=urls.link(urls.DATA, urls.source_path(entry.id))),
            rights=entry.rights,
            articles=len(entry.articles),
        )
        for entry in directory.archive.sources
    )
    say = directory.words.say
    schemas = sorted(path for path in by_path if path.startswith(urls.SCHEMAS))
    frame = make_frame(
        directory,
        urls.DATA,
        say("about.data"),
        description=say("data.description", archive=directory.site.title),
        trail=((say("site.about"), urls.ABOUT),),
    )
    refs = tuple(Ref(text=path.removeprefix(urls.SCHEMAS), href=urls.link(urls.DATA, path)) for path in schemas)
    without = sum(article.source is None for article in directory.archive.articles)
    shows = DataPage(frame=frame, files=files, outlets=outlets, without=without, schemas=refs)
    yield Page(path=urls.DATA, template="data.html", shows=shows, made_from="the page about the data")


def _list_files(directory: Directory) -> Iterator[_About]:
    """All data files that there may be."""
    say = directory.words.say
    yield _About(urls.ARTICLES_DATA, say("data.articles"), say("data.json-lines"), "articles", "texts")
    yield _About(urls.PEOPLE_DATA, say("data.people"), "JSON", "people", "facts")
    yield _About(urls.COUNTRIES_DATA, say("data.countries"), "JSON", "countries", "facts")
    yield _About(
        urls.DATABASE,
        say("data.database"),
        "SQLite",
        "",
        "texts",
    )
    yield _About(
        urls.ENTITIES_DATA,
        say("data.entities"),
        say("data.entity-lines"),
        "entities",
        "texts",
    )
    for path, form in ((urls.BIBTEX_DATA, "BibTeX"), (urls.RIS_DATA, "RIS"), (urls.CSL_DATA, "CSL-JSON")):
        yield _About(path, say("data.citations"), form, "", "headlines")
    for timeline in directory.archive.timelines:
        yield from _list_timeline(directory.words, timeline)


def _list_timeline(words: Words, timeline: Timeline) -> Iterator[_About]:
    """The files of a timeline."""
    own, title = timeline.options.id, timeline.options.title
    forms = (
        ("json", "JSON", "timeline"),
        ("timelinejs.json", words.say("data.timelinejs"), ""),
        ("ics", "iCalendar", ""),
    )
    for ending, form, schema in forms:
        yield _About(
            urls.timeline_data_path(own, ending), words.say("event.timeline", timeline=title), form, schema, "sentences"
        )


def _describe(words: Words, about: _About, pages: Mapping[str, Page]) -> DataFile:
    """What the page says of a file."""
    shows = pages[about.path].shows
    records, size = (_measure_database if isinstance(shows, Database) else _measure_text)(words, shows, about.path)
    schema = urls.schema_path(about.schema) if about.schema else ""
    return DataFile(
        ref=Ref(text=about.path.removeprefix("data/"), href=urls.link(urls.DATA, about.path)),
        what=about.what,
        form=about.form,
        schema=Ref(text=f"{about.schema}.json", href=urls.link(urls.DATA, schema)) if schema else None,
        records=records,
        size=size,
        terms=words.say(f"data.holds-{about.terms}"),
    )


def _measure_database(words: Words, shows: Database, _path: str) -> tuple[str, str]:
    """Rows and size of a database."""
    rows = sum(len(table.rows) for table in shows.tables)
    size = _FRAME + _PER_BYTE * len(encode(shows))
    told = words.say("data.rows", rows=rows, tables=len(shows.tables))
    return told, words.say("data.roughly", size=tell_size(words, size))


def _measure_text(words: Words, shows: TextFile, path: str) -> tuple[str, str]:
    """Records and size of a text."""
    size = tell_size(words, len(shows.text.encode("utf-8", "replace")))
    for ending, mark in _RECORDS.items():
        if path.endswith(ending):
            return words.number(shows.text.count(mark)), size
    value = msgspec.json.decode(shows.text)
    return words.number(len(value["events"] if isinstance(value, dict) else value)), size


def tell_size(words: Words, size: float) -> str:
    """A size in two figures: `950 bytes`, `1.2 kB`, `34 MB`."""
    if size < 1000:
        return words.say("data.bytes", count=round(size))
    for unit in _UNITS:
        size /= 1000
        if size < 9.95:
            return words.say(f"data.{unit}", size=words.decimal(size, 1))
        if size < 995 or unit == _UNITS[-1]:
            break
    return words.say(f"data.{unit}", size=words.decimal(float(f"{size:.2g}"), 0))
