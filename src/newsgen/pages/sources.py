"""The pages of outlets, and their index."""

from collections.abc import Iterator
from functools import partial

from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.feeds import can_feed
from newsgen.pages.figures import make_figures
from newsgen.pages.frame import make_frame, tell_programs
from newsgen.pages.ledgers import plan_months
from newsgen.pages.listings import LONGEST, make_listing, show_months
from newsgen.pages.metadata import list_articles
from newsgen.records.archive import SourceEntry
from newsgen.records.output import Page
from newsgen.records.site import Ref, SourcePage, SourceRow, SourcesPage


def plan_sources(directory: Directory) -> Iterator[Page]:
    """A page for each outlet, listings by month where one has many articles, and the index."""
    archive = directory.archive
    for entry in archive.sources:
        here = urls.source_path(entry.id)
        yield Page(
            path=here,
            template="source.html",
            show=partial(_make_page, directory, here, entry.id),
            made_from=f"the outlet {entry.name}",
            watch=directory.lookups.watch,
        )
        if len(entry.articles) > LONGEST:
            yield from plan_months(directory, here, entry.name, entry.articles, trail=_make_trail(directory))
    show = partial(_make_index, directory)
    yield Page(path=urls.SOURCES, template="sources.html", show=show, made_from="the index of outlets")


def _make_index(directory: Directory) -> SourcesPage:
    """All that the index of outlets shows."""
    archive = directory.archive
    return SourcesPage(
        frame=make_frame(directory, urls.SOURCES, directory.words.say("site.outlets")),
        rows=tuple(_make_row(directory, entry) for entry in archive.sources),
        without=sum(brief.source is None for brief in archive.briefs),
    )


def _make_trail(directory: Directory) -> tuple[tuple[str, str], ...]:
    """The way to the index of outlets."""
    return ((directory.words.say("site.outlets"), urls.SOURCES),)


def _make_row(directory: Directory, entry: SourceEntry) -> SourceRow:
    """An outlet in the index."""
    return SourceRow(
        ref=Ref(text=entry.name, href=urls.link(urls.SOURCES, urls.source_path(entry.id))),
        country=directory.country_ref(urls.SOURCES, entry.country) if entry.country else None,
        articles=len(entry.articles),
    )


def _make_page(directory: Directory, here: str, own: str) -> SourcePage:
    """All that the page of an outlet shows."""
    entry = directory.source(own)
    listed = len(entry.articles) > LONGEST
    calendar, coverage = show_months(directory, here, entry.articles, listed=listed)
    return SourcePage(
        frame=tell_programs(
            make_frame(
                directory,
                here,
                entry.name,
                description=directory.words.say("source.description", outlet=entry.name),
                trail=_make_trail(directory),
                feed=can_feed(directory, entry.articles),
            ),
            list_articles(directory, here, entry.articles),
        ),
        name=entry.name,
        aliases=entry.aliases,
        country=directory.country_ref(here, entry.country) if entry.country else None,
        url=urls.outward(entry.url),
        rights=entry.rights,
        listing=make_listing(directory, here, entry.articles, months=here if listed else "", names_source=False),
        figures=make_figures(directory, here, entry.articles, ()),
        calendar=calendar,
        coverage=coverage,
    )
