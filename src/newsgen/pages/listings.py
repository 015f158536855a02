"""Lists of articles on the page of what they are about, and the calendar that leads to all of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.coverage import draw_coverage
from newsgen.pages.directory import Directory
from newsgen.pages.display import month_title
from newsgen.pages.rows import make_item
from newsgen.records.site import (
    Calendar,
    Coverage,
    Item,
    ItemGroup,
    Listing,
    MonthCell,
    Ref,
    Tally,
    YearRow,
)

LONGEST = 50
"""Articles that a page lists before it sends the reader on to its months."""

UNDATED = "undated"
"""Key of the month of what is of no known year."""

_LEVELS = (1, 3, 8, 20)
"""Articles of a month from which on its cell is shown a shade darker."""


def group_by_month(directory: Directory, articles: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """Articles by the key of their month, in the order in which they come."""
    groups: dict[str, list[int]] = {}
    for position, brief in zip(articles, directory.in_brief(articles), strict=True):
        groups.setdefault(edtf.month_key(brief.published), []).append(position)
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
        make_item(
            directory,
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
    inside = {position for position in articles if directory.brief(position).same_text}
    first_of: dict[int, int] = {}
    heads: set[int] = set()
    for position in directory.by_date(inside):
        if position not in first_of:
            heads.add(position)
            others = inside.intersection(directory.brief(position).same_text) - heads
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

    years = sorted({key[:4] for key in counts if key != UNDATED}, reverse=True)
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
    return Calendar(years=rows, undated=tally(UNDATED))


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
