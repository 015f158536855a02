"""`data/index.html`: what each data file holds, for whoever wants to work with the archive."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from newsgen.canon import encode
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.frame import make_frame
from newsgen.records.archive import Timeline
from newsgen.records.database import Database
from newsgen.records.output import Page
from newsgen.records.site import DataFile, DataPage, Feed, OutletRights, Ref, TextFile

_PER_BYTE, _FRAME = 1.6, 200_000
"""Bytes that a database takes for each byte of its rows, and for its empty tables: about, for it is made later."""


_RECORDS = {".jsonl": "\n", ".ics": "BEGIN:VEVENT", ".bib": "\n}\n", ".ris": "ER  - \r\n"}
"""By the ending of a file's name, what stands once in each of its records."""

_FORMATS = {
    "RFC 4287": "https://www.rfc-editor.org/rfc/rfc4287",
    "RFC 5545": "https://www.rfc-editor.org/rfc/rfc5545",
    "JSON Feed 1.1": "https://www.jsonfeed.org/version/1.1/",
    "csl-data.json": "https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json",
    "TimelineJS": "https://timeline.knightlab.com/docs/json-format.html",
}
"""What describes the formats of others."""

_UNITS = ("kilobytes", "megabytes", "gigabytes")


Measures = dict[str, tuple[str, str]]
"""By path of a file, its records and its size in words, as far as it was made here."""


class _About(NamedTuple):
    """What is said of a file."""

    path: str
    what: str
    form: str
    schema: str
    """The name of a schema of newsgen's own, or what describes the format; may be empty."""
    terms: str
    """Of whom it holds what: `texts`, `sentences`, `headlines` or `facts`."""


def plan_data_index(directory: Directory, data: Sequence[Page], feeds: Sequence[Page]) -> Iterator[Page]:
    """The pages given, measured as they are made, and among them the page about those that are for programs.

    It comes right behind the data files: who makes these and then that page, need not make them once more.
    """
    listed = {about.path for about in _list_files(directory)}
    measures: Measures = {}
    made = {page.path: _note(directory.words, page, measures) for page in (*data, *feeds) if page.path in listed}
    yield from (made.get(page.path, page) for page in data)
    schemas = sorted(page.path for page in data if page.path.startswith(urls.SCHEMAS))
    show = partial(_make_page, directory, made, measures, schemas)
    yield Page(path=urls.DATA, template="data.html", show=show, made_from="the page about the data")
    yield from (made.get(page.path, page) for page in feeds)


def _note(words: Words, page: Page, measures: Measures) -> Page:
    """The page, of which records and size are noted when what it shows is made."""

    def show() -> Any:
        shows = page.shows
        measures[page.path] = _measure(words, shows, page.path)
        return shows

    return replace(page, show=show)


def _make_page(directory: Directory, pages: Mapping[str, Page], measures: Measures, schemas: Sequence[str]) -> DataPage:
    """All that the page about the data shows."""
    files = tuple(
        _describe(directory, about, pages.get(about.path), measures)
        for about in _list_files(directory)
        if about.path in pages or about.path == urls.SEARCH_INDEX
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
    frame = make_frame(
        directory,
        urls.DATA,
        say("about.data"),
        description=say("data.description", archive=directory.site.title),
        trail=((say("site.about"), urls.ABOUT),),
    )
    refs = tuple(Ref(text=path.removeprefix(urls.SCHEMAS), href=urls.link(urls.DATA, path)) for path in schemas)
    without = sum(article.source is None for article in directory.archive.articles)
    licence = directory.site.licence
    return DataPage(
        frame=frame,
        files=files,
        outlets=outlets,
        without=without,
        schemas=refs,
        licence=Ref(text=licence.name, href=licence.url or "") if licence else None,
    )


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
    yield _About(urls.BIBTEX_DATA, say("data.citations-bibtex"), "BibTeX", "", "headlines")
    yield _About(urls.RIS_DATA, say("data.citations-ris"), "RIS", "", "headlines")
    yield _About(urls.CSL_DATA, say("data.citations-csl"), "CSL-JSON", "csl-data.json", "headlines")
    for timeline in directory.archive.timelines:
        yield from _list_timeline(directory.words, timeline)
    yield _About(urls.FEED, say("data.feed"), "Atom", "RFC 4287", "sentences")
    yield _About(urls.JSON_FEED, say("data.json-feed"), "JSON Feed", "JSON Feed 1.1", "sentences")
    yield _About(urls.SEARCH_INDEX, say("data.search"), say("data.scripts"), "", "texts")


def _list_timeline(words: Words, timeline: Timeline) -> Iterator[_About]:
    """The files of a timeline."""
    own, title = timeline.options.id, timeline.options.title
    forms = (
        ("json", "data.timeline", "JSON", "timeline"),
        ("timelinejs.json", "data.timeline-slides", words.say("data.timelinejs"), "TimelineJS"),
        ("ics", "data.timeline-days", "iCalendar", "RFC 5545"),
    )
    for ending, what, form, schema in forms:
        path = urls.timeline_data_path(own, ending)
        yield _About(path, words.say(what, timeline=title), form, schema, "sentences")


def _describe(directory: Directory, about: _About, page: Page | None, measures: Measures) -> DataFile:
    """What the page says of a file."""
    words = directory.words
    if page and about.path not in measures:
        page.show()  # elsewhere it was made already
    records, size = measures.get(about.path, ("", ""))
    return DataFile(
        ref=Ref(text=about.path.removeprefix("data/"), href=urls.link(urls.DATA, about.path) if page else ""),
        what=about.what,
        form=about.form,
        schema=_find_schema(about.schema),
        records=records,
        size=size,
        terms=words.say(f"data.holds-{about.terms}"),
        licensed=words.say("data.licensed-all" if about.terms == "facts" else "data.licensed-own"),
    )


def _find_schema(name: str) -> Ref | None:
    """Where a file's format is described."""
    if name in _FORMATS:
        return Ref(text=name, href=_FORMATS[name])
    return Ref(text=f"{name}.json", href=urls.link(urls.DATA, urls.schema_path(name))) if name else None


def _measure(words: Words, shows: object, path: str) -> tuple[str, str]:
    """Records and size of a file, as far as they are known before it is written."""
    if isinstance(shows, Database):
        return _measure_database(words, shows)
    if isinstance(shows, TextFile):
        return _measure_text(words, shows, path)
    return words.number(len(shows.entries)) if isinstance(shows, Feed) else "", ""


def _measure_database(words: Words, shows: Database) -> tuple[str, str]:
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
    if isinstance(value, dict):
        value = value["items"] if path == urls.JSON_FEED else value["events"]
    return words.number(len(value)), size


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
