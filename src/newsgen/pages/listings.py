"""Lists of articles: grouped by month, cut where they grow long, with a calendar that leads to the rest.

Long lists are cut by month and never by number, so that a new article changes one list and not all of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.coverage import draw_coverage
from newsgen.pages.directory import Directory
from newsgen.pages.display import month_title
from newsgen.pages.frame import make_frame, tell_programs
from newsgen.pages.metadata import list_articles
from newsgen.records.output import Page
from newsgen.records.site import (
    Calendar,
    Coverage,
    DatesPage,
    Item,
    ItemGroup,
    Listing,
    ListingPage,
    MonthCell,
    Ref,
    Tally,
    YearPage,
    YearRow,
)

LONGEST = 50
"""Articles that a page lists before it sends the reader on to its months."""

MOST_OF_YEAR = 200
"""Articles that the page of a year lists; of more, only the months are told."""

_UNDATED = "undated"
_LEVELS = (1, 3, 8, 20)
"""Articles of a month from which on its cell is shown a shade darker."""


def group_by_month(directory: Directory, articles: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """Articles by the key of their month, in the order in which they come."""
    groups: dict[str, list[int]] = {}
    for position in articles:
        key = edtf.month_key(directory.article(position).reading.article.published)
        groups.setdefault(key, []).append(position)
    return {key: tuple(group) for key, group in groups.items()}


def make_listing(
    directory: Directory, here: str, articles: Sequence[int], *, months: str = "", names_source: bool = True
) -> Listing:
    """The newest of the articles; `months` is the page whose months hold the rest, if there is one."""
    shown = articles[:LONGEST]
    groups = tuple(
        ItemGroup(
            title=month_title(directory.words, key),
            href=urls.link(here, urls.month_path(months, key)) if months else "",
            items=list_items(directory, here, group, names_source=names_source),
        )
        for key, group in group_by_month(directory, shown).items()
    )
    return Listing(groups=groups, total=len(articles), shown=len(shown))


def list_items(
    directory: Directory,
    here: str,
    articles: Sequence[int],
    *,
    names_source: bool = True,
    with_summary: bool = False,
) -> tuple[Item, ...]:
    """A row for each article; those that carry one text stand in one row, where the first to print it stands."""
    first_of = _group_reprints(directory, articles) if names_source else {}
    reprints: dict[int, list[int]] = {}
    for position in directory.by_date(first_of):
        reprints.setdefault(first_of[position], []).append(position)
    return tuple(
        directory.item(
            here,
            position,
            with_summary=with_summary,
            names_source=names_source,
            reprints=reprints.get(position, ()),
        )
        for position in articles
        if position not in first_of
    )


def _group_reprints(directory: Directory, articles: Sequence[int]) -> dict[int, int]:
    """For each of the articles that carries the text of an earlier one of them, that one."""
    inside = {position for position in articles if directory.article(position).same_text}
    first_of: dict[int, int] = {}
    heads: set[int] = set()
    for position in directory.by_date(inside):
        if position not in first_of:
            heads.add(position)
            others = inside.intersection(one.article for one in directory.article(position).same_text) - heads
            first_of |= {other: position for other in others if other not in first_of}
    return first_of


def make_calendar(
    directory: Directory,
    here: str,
    counts: Mapping[str, int],
    path_of: Callable[[str], str],
    *,
    with_years: bool = False,
) -> Calendar:
    """How many articles each month has, with links to their lists; `counts` is by month key."""

    def tally(key: str) -> Tally | None:
        if key not in counts:
            return None
        return Tally(
            ref=Ref(text=month_title(directory.words, key), href=urls.link(here, path_of(key))), articles=counts[key]
        )

    years = sorted({key[:4] for key in counts if key != _UNDATED}, reverse=True)
    rows = tuple(
        YearRow(
            title=year,
            href=urls.link(here, path_of(year)) if with_years else "",
            articles=sum(count for key, count in counts.items() if key.startswith(year)),
            months=tuple(_make_cells(directory, counts, year, lambda key: urls.link(here, path_of(key)))),
            loose=tally(year),
        )
        for year in years
    )
    return Calendar(years=rows, undated=tally(_UNDATED))


def _make_cells(
    directory: Directory, counts: Mapping[str, int], year: str, link: Callable[[str], str]
) -> Iterator[MonthCell]:
    """The twelve months of a year."""
    conventions = directory.words.conventions
    names = zip(conventions.months_alone, conventions.months_short, strict=True)
    for number, (name, short) in enumerate(names, start=1):
        key = f"{year}-{number:02}"
        count = counts.get(key, 0)
        yield MonthCell(
            name=name,
            short=short,
            href=link(key) if count else "",
            articles=count,
            level=sum(count >= least for least in _LEVELS),
        )


def show_months(
    directory: Directory, here: str, articles: Sequence[int], *, listed: bool
) -> tuple[Calendar | None, Coverage | None]:
    """The articles by month: a calendar that leads to the listings, where there are any, or else bars."""
    if not listed:
        return None, draw_coverage(directory, articles)
    counts = {key: len(group) for key, group in group_by_month(directory, articles).items()}
    return make_calendar(directory, here, counts, lambda key: urls.month_path(here, key)), None


def plan_months(
    directory: Directory, page: str, title: str, articles: Sequence[int], *, trail: tuple[tuple[str, str], ...]
) -> Iterator[Page]:
    """The listings by month of the country, person or outlet that has the page."""
    by_month, say = group_by_month(directory, articles), directory.words.say
    keys = tuple(by_month)
    for place, key in enumerate(keys):
        here = urls.month_path(page, key)
        heading = month_title(directory.words, key)
        yield Page(
            path=here,
            template="listing.html",
            shows=ListingPage(
                frame=tell_programs(
                    make_frame(
                        directory,
                        here,
                        say("site.labelled", label=title, text=heading),
                        description=say("list.of-subject", subject=title, time=heading),
                        trail=(*trail, (title, page)),
                    ),
                    list_articles(directory, here, by_month[key]),
                ),
                title=heading,
                context=title,
                items=list_items(directory, here, by_month[key]),
                total=len(by_month[key]),
                newer=_neighbour(directory, here, page, keys[place - 1]) if place else None,
                older=_neighbour(directory, here, page, keys[place + 1]) if place + 1 < len(keys) else None,
            ),
            made_from=f"{title}, {heading}",
        )


def _neighbour(directory: Directory, here: str, page: str, key: str) -> Ref:
    """A link to the next listing of the same kind."""
    path = urls.month_path(page, key) if page else urls.dates_path(key)
    return Ref(text=month_title(directory.words, key), href=urls.link(here, path))


def plan_dates(directory: Directory) -> Iterator[Page]:
    """The pages by date of the archive as a whole: an index, a page for each year and for each month."""
    say = directory.words.say
    by_month = {month.key: month.articles for month in directory.archive.months}
    counts = {key: len(articles) for key, articles in by_month.items()}
    calendar = make_calendar(directory, urls.DATES, counts, urls.dates_path, with_years=True)
    title = directory.words.say("list.by-date")
    yield Page(
        path=urls.DATES,
        template="dates.html",
        shows=DatesPage(frame=make_frame(directory, urls.DATES, title), calendar=calendar),
        made_from="the index of dates",
    )
    yield from _plan_years(directory, by_month, counts)
    keys = [key for key in by_month if len(key) != 4]
    for place, key in enumerate(keys):
        here, heading = urls.dates_path(key), month_title(directory.words, key)
        year = ((key[:4], urls.dates_path(key[:4])),) if key != _UNDATED else ()
        frame = tell_programs(
            make_frame(
                directory,
                here,
                say("list.of-time", time=heading),
                description=say("list.of-archive", archive=directory.site.title, time=heading),
                trail=((say("site.dates"), urls.DATES), *year),
            ),
            list_articles(directory, here, by_month[key]),
        )
        yield Page(
            path=here,
            template="listing.html",
            shows=ListingPage(
                frame=frame,
                title=heading,
                context="",
                items=list_items(directory, here, by_month[key]),
                total=len(by_month[key]),
                newer=_neighbour(directory, here, "", keys[place - 1]) if place else None,
                older=_neighbour(directory, here, "", keys[place + 1]) if place + 1 < len(keys) else None,
            ),
            made_from=f"the articles of {heading}",
        )


def _plan_years(
    directory: Directory, by_month: Mapping[str, Sequence[int]], counts: Mapping[str, int]
) -> Iterator[Page]:
    """A page for each year."""
    say = directory.words.say
    for year, group in groupby(sorted(key for key in counts if key != _UNDATED), key=lambda key: key[:4]):
        here = urls.dates_path(year)
        calendar = make_calendar(directory, here, {key: counts[key] for key in group}, urls.dates_path)
        yield Page(
            path=here,
            template="year.html",
            shows=YearPage(
                frame=make_frame(
                    directory, here, say("list.of-time", time=year), trail=((say("site.dates"), urls.DATES),)
                ),
                row=calendar.years[0],
                groups=tuple(_group_year(directory, year, by_month)),
            ),
            made_from=f"the articles of {year}",
        )


def _group_year(directory: Directory, year: str, by_month: Mapping[str, Sequence[int]]) -> Iterator[ItemGroup]:
    """The articles of a year by month, newest first, and those of which no month is known."""
    keys = [key for key in by_month if key.startswith(year)]
    many = sum(len(by_month[key]) for key in keys) > MOST_OF_YEAR
    here = urls.dates_path(year)
    for key in keys:
        if key == year or not many:
            yield ItemGroup(
                title=directory.words.say("list.month-unknown") if key == year else month_title(directory.words, key),
                href="" if key == year else urls.link(here, urls.dates_path(key)),
                items=list_items(directory, here, by_month[key]),
            )
