"""Both sites read, and all that differs between them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from newsgen.build.comparing.articles import compare_articles, pair_articles
from newsgen.build.comparing.events import compare_events, list_entries
from newsgen.build.comparing.following import follow
from newsgen.build.comparing.pages import compare_pages
from newsgen.build.comparing.people import compare_people, list_marks, list_mentions
from newsgen.build.published.opening import PublishedSite, open_site
from newsgen.build.published.outline import DataFiles, Outline, read_outline
from newsgen.build.published.sitemaps import refuse
from newsgen.errors import Diagnostic, UsageError
from newsgen.pages import urls
from newsgen.records import Record
from newsgen.records.changes import SCHEMA, Changes, NamedAnew, NamedAt, NamedChanges, SiteAt
from newsgen.records.contract import VERSION


class SchemaName(Record, rename={"name": "$id"}):
    """A JSON Schema's name."""

    name: str = ""
    """Ends in the version of the data files: `newsgen:people:1`."""


def compare_sites(old: str, new: str) -> Changes:
    """What differs between the sites at two places, each a folder, a sitemap, or the address of either.

    Raises UsageError where they cannot be compared: no site, one site twice, data files that are missing, damaged, or
    of another version.
    """
    _check_distinct(old, new)
    before, after = _open(old), _open(new)
    told, tells = _read_data(old, before), _read_data(new, after)
    articles = pair_articles(told.articles, tells.articles)
    unchanged = {article.id: article.id for article in tells.articles}

    mentions = list_mentions(told.people, articles), list_mentions(tells.people, unchanged)
    people = follow(list_marks(told.people, articles), list_marks(tells.people, unchanged))
    entries = list_entries(told.timelines, articles), list_entries(tells.timelines, unchanged)
    return Changes(
        schema=SCHEMA,
        old=_count(old, told, events=len(entries[0])),
        new=_count(new, tells, events=len(entries[1])),
        people=compare_people(told.people, tells.people, mentions, people),
        events=compare_events(*entries, timelines=_name_timelines(told).keys() & _name_timelines(tells).keys()),
        articles=compare_articles(told.articles, tells.articles, articles, people.targets),
        timelines=_compare_named(_name_timelines(told), _name_timelines(tells)),
        countries=_compare_named(_name_countries(told), _name_countries(tells)),
        pages=compare_pages(before, after),
    )


def _check_distinct(old: str, new: str) -> None:
    """Raise UsageError if both are one folder."""
    if Path(old).exists() and Path(new).exists() and Path(old).samefile(new):
        hint = "build one of them into another folder with `newsgen build -o DIR`"
        raise UsageError(Diagnostic(new, 0, 0, "error", "same-site", "this is the old site and the new one, too", hint))


def _open(place: str) -> PublishedSite:
    """The site at a place; raises UsageError if there is none, or it may not be read."""
    try:
        return open_site(place, base_url=None)
    except OSError as error:
        raise refuse(place, f"it cannot be read: {error.strerror} ({error.filename})") from None


# --- what a site says ---------------------------------------------------------------------------------------------


def _read_data(place: str, site: PublishedSite) -> Outline:
    """What the data files of a site say; raises UsageError if one cannot be used."""

    def read(path: str) -> bytes | None:
        try:
            return site.read(path)
        except OSError as error:
            raise _fault(place, path, f"this data file cannot be read: {error.strerror}") from None

    def tell(path: str, line: int, column: int, message: str) -> None:
        raise _fault(place, path, message, line=line, column=column)

    _check_versions(place, DataFiles(read, lambda *_fault: None))
    return read_outline(site.pages, read, timelines=site.pages, tell=tell)


def _check_versions(place: str, data: DataFiles) -> None:
    """Raise UsageError if the schemas beside the data files are of a later version; a site may lack them."""
    for name in ("articles", "people", "countries", "timeline"):
        path = urls.schema_path(name)
        schema = data.decode(path, SchemaName)
        if schema and schema.name not in (f"newsgen:{name}:{version}" for version in range(1, VERSION + 1)):
            message = f"the data files of this site are of another version, “{schema.name}”: here it is {VERSION}"
            raise _fault(place, path, message)


def _fault(place: str, path: str, message: str, *, line: int = 0, column: int = 0) -> UsageError:
    """The error about a data file of a site."""
    hint = "build the site anew, or give a site that has its data files"
    where = f"{place.rstrip('/')}/{path}"
    return UsageError(Diagnostic(where, line, column, "error", "site-data", message, hint))


def _count(place: str, site: Outline, *, events: int) -> SiteAt:
    return SiteAt(
        place=place,
        articles=len(site.articles),
        people=len(site.people),
        countries=len(site.countries),
        timelines=len(site.timelines),
        events=events,
        pages=len(site.pages),
    )


# --- countries and timelines --------------------------------------------------------------------------------------


def _name_countries(site: Outline) -> Mapping[str, NamedAt]:
    """The countries by code."""
    return {one.code: NamedAt(id=one.id, name=one.name or one.id) for one in site.countries}


def _name_timelines(site: Outline) -> Mapping[str, NamedAt]:
    """The timelines by id."""
    return {one.id: NamedAt(id=one.id, name=one.title or one.id) for one in site.timelines}


def _compare_named(old: Mapping[str, NamedAt], new: Mapping[str, NamedAt]) -> NamedChanges:
    """What is in one of the sites alone, and what is called otherwise in the other one."""
    both = _rank(new, {key for key in old.keys() & new.keys() if old[key] != new[key]})
    keys = {one: key for key, one in new.items()}
    return NamedChanges(
        removed=_rank(old, old.keys() - new.keys()),
        added=_rank(new, new.keys() - old.keys()),
        renamed=tuple(NamedAnew(old=old[keys[one]], new=one) for one in both),
    )


def _rank(things: Mapping[str, NamedAt], keys: Iterable[str]) -> tuple[NamedAt, ...]:
    """Sorted by name."""
    return tuple(sorted((things[key] for key in keys), key=lambda one: (one.name, one.id)))
