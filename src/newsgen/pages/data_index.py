"""`data/index.html`: what each data file holds, for whoever wants to work with the archive."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from newsgen.canon import encode
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.database import TABLES
from newsgen.pages.directory import Directory
from newsgen.pages.frame import make_frame
from newsgen.records.archive import Timeline
from newsgen.records.database import Database
from newsgen.records.output import Measure, Measures, Page, Series, Telling
from newsgen.records.site import DataFile, DataPage, Feed, OutletRights, Ref, TextFile

_PER_BYTE, _FRAME = 1.6, 200_000
"""Bytes that a database takes for each byte of its rows, and for its empty tables: about, for it is not looked at."""

_FORMATS = {
    "RFC 4287": "https://www.rfc-editor.org/rfc/rfc4287",
    "RFC 5545": "https://www.rfc-editor.org/rfc/rfc5545",
    "JSON Feed 1.1": "https://www.jsonfeed.org/version/1.1/",
    "csl-data.json": "https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json",
    "TimelineJS": "https://timeline.knightlab.com/docs/json-format.html",
}
"""What describes the formats of others."""

_UNITS = ("kilobytes", "megabytes", "gigabytes")


class _About(NamedTuple):
    """What is said of a file."""

    path: str
    what: str
    form: str
    schema: str
    """The name of a schema of newsgen's own, or what describes the format; may be empty."""
    terms: str
    """Of whom it holds what: `texts`, `sentences`, `headlines` or `facts`."""


def plan_data_index(directory: Directory, pages: Sequence[Page]) -> Page:
    """The page about the files, among those given, that are for programs."""
    known = {page.path: page for page in pages}
    show = Telling(tell=partial(_make_page, directory, known))
    return Page(path=urls.DATA, template="data.html", show=show, made_from="the page about the data")


def _make_page(directory: Directory, pages: Mapping[str, Page], measures: Measures) -> DataPage:
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
    schemas = sorted(path for path in pages if path.startswith(urls.SCHEMAS))
    refs = tuple(Ref(text=path.removeprefix(urls.SCHEMAS), href=urls.link(urls.DATA, path)) for path in schemas)
    without = sum(brief.source is None for brief in directory.archive.briefs)
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
    records, size = _tell_measure(words, page, measures.get(about.path)) if page else ("", "")
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


def _tell_measure(words: Words, page: Page, measure: Measure | None) -> tuple[str, str]:
    """Records and size of a file, in words."""
    if not page.is_large:
        return _tell_small(words, page.shows)
    found = measure or _measure(page.shows)
    if page.path != urls.DATABASE:
        return words.number(found.records), tell_size(words, found.size)
    rows = words.say("data.rows", rows=found.records, tables=len(TABLES))
    return rows, words.say("data.roughly", size=tell_size(words, _FRAME + _PER_BYTE * found.size))


def _measure(shows: Series | Database) -> Measure:
    """How large a file is that is not made yet."""
    if isinstance(shows, Series):
        pieces = [len(piece) for piece in shows]
        return Measure(records=len(pieces) - 1, size=sum(pieces))
    parts = [list(part.make()) for part in shows.list_parts()]
    rows = sum(len(portion.rows) for part in parts for portion in part)
    return Measure(records=rows, size=sum(map(len, map(encode, parts))))


def _tell_small(words: Words, shows: Feed | TextFile) -> tuple[str, str]:
    """Records of a feed, and its size where it is known before it is written."""
    if isinstance(shows, Feed):
        return words.number(len(shows.entries)), ""
    items = msgspec.json.decode(shows.text)["items"]
    return words.number(len(items)), tell_size(words, len(shows.text.encode("utf-8", "replace")))


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
