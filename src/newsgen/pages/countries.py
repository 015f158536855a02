"""The pages of countries, their listings by month, and their index."""

from collections.abc import Iterator
from functools import partial

from newsgen.pages import urls
from newsgen.pages.collation import collate
from newsgen.pages.directory import Directory
from newsgen.pages.events import find_timelines, pick_events
from newsgen.pages.feeds import can_feed
from newsgen.pages.figures import make_figures
from newsgen.pages.frame import make_frame, tell_programs
from newsgen.pages.ledgers import plan_months
from newsgen.pages.listings import group_by_month, make_calendar, make_listing
from newsgen.pages.maps import make_locator, make_map
from newsgen.pages.metadata import list_articles
from newsgen.pages.people import TOP
from newsgen.pages.rows import tally_countries, tally_people
from newsgen.records.archive import CountryEntry
from newsgen.records.output import Page
from newsgen.records.site import CountriesPage, CountryPage, CountryRow, Ref


def plan_countries(directory: Directory) -> Iterator[Page]:
    """A page for each country, its listings by month, and the index."""
    for entry in directory.archive.countries:
        here = urls.country_path(entry.id)
        yield Page(
            path=here,
            template="country.html",
            show=partial(_make_page, directory, here, entry.code),
            made_from=f"the country {entry.name}",
            watch=directory.lookups.watch,
        )
        yield from plan_months(
            directory, here, directory.country_name(entry.code), entry.articles, trail=_make_trail(directory)
        )
    show = partial(_make_index, directory)
    yield Page(path=urls.COUNTRIES, template="countries.html", show=show, made_from="the index of countries")


def _make_index(directory: Directory) -> CountriesPage:
    """All that the index of countries shows."""
    rows = (_make_row(directory, entry) for entry in directory.archive.countries)
    return CountriesPage(
        frame=make_frame(directory, urls.COUNTRIES, directory.words.say("site.countries")),
        rows=tuple(sorted(rows, key=lambda row: collate(row.ref.text))),
        map=make_map(directory, urls.COUNTRIES),
    )


def _make_trail(directory: Directory) -> tuple[tuple[str, str], ...]:
    """The way to the index of countries."""
    return ((directory.words.say("site.countries"), urls.COUNTRIES),)


def _make_row(directory: Directory, entry: CountryEntry) -> CountryRow:
    """A country in the index."""
    ref = Ref(text=directory.country_name(entry.code), href=urls.link(urls.COUNTRIES, urls.country_path(entry.id)))
    return CountryRow(ref=ref, about=len(entry.primary), named=len(entry.articles))


def _make_page(directory: Directory, here: str, code: str) -> CountryPage:
    """All that the page of a country shows."""
    entry = directory.country(code)
    about = set(entry.primary)
    name = directory.country_name(entry.code)
    passing = tuple(position for position in entry.articles if position not in about)
    counts = {key: len(articles) for key, articles in group_by_month(directory, entry.articles).items()}
    return CountryPage(
        frame=tell_programs(
            make_frame(
                directory,
                here,
                name,
                description=directory.words.say("country.description", country=name),
                trail=_make_trail(directory),
                feed=can_feed(directory, entry.articles),
            ),
            list_articles(directory, here, entry.articles),
        ),
        name=name,
        code=entry.code,
        about=make_listing(directory, here, entry.primary),
        passing=make_listing(directory, here, passing),
        calendar=make_calendar(directory, here, counts, lambda key: urls.month_path(here, key)),
        people=tally_people(directory, here, entry.people, TOP),
        countries=tally_countries(directory, here, entry.countries, TOP),
        events=pick_events(directory, here, entry.events, without=entry.code),
        total_events=len(entry.events),
        timelines=find_timelines(directory, here, entry.events),
        figures=make_figures(
            directory,
            here,
            entry.articles,
            [("figure.about", len(entry.primary)), ("figure.events", len(entry.events))],
        ),
        locator=make_locator(directory, here, entry.code),
    )
