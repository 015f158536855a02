"""The home page, the page about the archive, and the one that stands in for missing pages."""

from collections.abc import Iterator
from functools import partial

from newsgen.pages import urls
from newsgen.pages.coverage import draw_coverage
from newsgen.pages.directory import Directory
from newsgen.pages.display import show_date
from newsgen.pages.feeds import can_feed
from newsgen.pages.frame import make_frame, tell_programs
from newsgen.pages.listings import list_items
from newsgen.pages.metadata import list_articles
from newsgen.pages.rows import tally_countries, tally_people
from newsgen.pages.timeline_strip import sketch_strip
from newsgen.pages.timelines import make_card
from newsgen.records.archive import Archive, Count
from newsgen.records.output import Page, Shown
from newsgen.records.site import AboutPage, HomePage, NotFoundPage, Ref

_LATEST = 5
_MOST_NAMED = 6
"""So few that the page is one screen, whether the archive is large or small."""

_EXAMPLES = ("2024-05-15", "2024-05", "2024-01~", "XXXX-05-15")
"""A date of each grain, for the explanation."""

SCHEMAS = ("articles", "people", "countries", "timeline")


def plan_front(directory: Directory) -> Iterator[Page]:
    """The pages that are not of one thing."""
    yield Page(path=urls.HOME, template="home.html", show=partial(_make_home, directory), made_from="the home page")
    yield Page(
        path=urls.ABOUT, template="about.html", show=partial(_make_about, directory), made_from="the page about it all"
    )
    frame = make_frame(directory, urls.NOT_FOUND, directory.words.say("missing.title"))
    yield Page(
        path=urls.NOT_FOUND,
        template="404.html",
        show=Shown(record=NotFoundPage(frame=frame)),
        made_from="the page for what is missing",
    )


def _make_home(directory: Directory) -> HomePage:
    """All that the home page shows."""
    archive, site, here = directory.archive, directory.site, urls.HOME
    people, countries = _most_named(archive)
    timelines = archive.timelines
    return HomePage(
        frame=tell_programs(
            make_frame(
                directory,
                here,
                site.title,
                feed=can_feed(directory, archive.latest),
            ),
            list_articles(directory, here, archive.latest),
        ),
        description=site.description,
        timelines=tuple(make_card(directory, here, timeline) for timeline in timelines),
        strip=sketch_strip(directory, here, timelines[0]) if timelines else None,
        latest=list_items(directory, here, archive.latest[:_LATEST]),
        total=len(archive.briefs),
        all=urls.link(here, urls.DATES),
        people=tally_people(directory, here, people, _MOST_NAMED),
        countries=tally_countries(directory, here, countries, _MOST_NAMED),
        coverage=draw_coverage(directory, archive.latest, lambda key: urls.link(here, urls.dates_path(key))),
    )


def _most_named(archive: Archive) -> tuple[list[Count], list[Count]]:
    """The persons, and the countries, those named in most articles first."""
    people = sorted(archive.people, key=lambda entry: (-len(entry.articles), entry.person.id))
    countries = sorted(archive.countries, key=lambda entry: (-len(entry.articles), entry.code))
    return (
        [Count(id=entry.person.id, articles=len(entry.articles)) for entry in people],
        [Count(id=entry.code, articles=len(entry.articles)) for entry in countries],
    )


def _make_about(directory: Directory) -> AboutPage:
    """All that the page about the archive shows."""
    site, here = directory.site, urls.ABOUT
    say = directory.words.say
    frame = make_frame(directory, here, say("about.heading"), description=say("about.description", archive=site.title))
    data = [
        (say("about.data-all"), urls.DATA),
        (say("about.data-articles"), urls.ARTICLES_DATA),
        (say("site.people"), urls.PEOPLE_DATA),
        (say("site.countries"), urls.COUNTRIES_DATA),
        (say("about.data-database"), urls.DATABASE),
        *(
            (
                say("event.timeline", timeline=timeline.options.title),
                urls.timeline_data_path(timeline.options.id, "json"),
            )
            for timeline in directory.archive.timelines
        ),
    ]
    feeds = []
    if can_feed(directory, directory.archive.latest) and site.base_url:
        feeds = [("Atom", urls.FEED), ("JSON Feed", urls.JSON_FEED)]
    return AboutPage(
        frame=frame,
        description=site.description,
        data=tuple(Ref(text=text, href=urls.link(here, path)) for text, path in data),
        schemas=tuple(Ref(text=name, href=urls.link(here, urls.schema_path(name))) for name in SCHEMAS),
        feeds=tuple(Ref(text=text, href=urls.link(here, path)) for text, path in feeds),
        examples=tuple(show_date(directory.words, value) for value in _EXAMPLES),
    )
