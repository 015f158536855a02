"""The pages by date of the archive as a whole: an index, a page for each year and for each month."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import month_title
from newsgen.pages.frame import make_frame
from newsgen.pages.ledgers import Ledger, cut_ledger, plan_ledgers, tally_parts
from newsgen.pages.listings import UNDATED, list_items, make_calendar
from newsgen.records.output import Page
from newsgen.records.site import DatesPage, ItemGroup, YearPage

MOST_OF_YEAR = 200
"""Articles that the page of a year lists; of more, only the months are told."""


def plan_dates(directory: Directory) -> Iterator[Page]:
    """The index, the years, the months, and the parts of those that have very many articles."""
    by_month = {month.key: month.articles for month in directory.archive.months}
    counts = {key: len(articles) for key, articles in by_month.items()}
    yield Page(
        path=urls.DATES,
        template="dates.html",
        show=partial(_make_index, directory, counts),
        made_from="the index of dates",
    )
    yield from _plan_years(directory, by_month, counts)
    ledgers = [_make_ledger(directory, key, articles) for key, articles in by_month.items() if len(key) != 4]
    yield from plan_ledgers(directory, ledgers)


def _make_index(directory: Directory, counts: Mapping[str, int]) -> DatesPage:
    """All that the index of dates shows."""
    return DatesPage(
        frame=make_frame(directory, urls.DATES, directory.words.say("list.by-date")),
        calendar=make_calendar(directory, urls.DATES, counts, urls.dates_path, with_years=True),
    )


def _make_ledger(directory: Directory, key: str, articles: tuple[int, ...]) -> Ledger:
    """The articles of a month, of a year without month, or of no date."""
    year = ((key[:4], urls.dates_path(key[:4])),) if len(key) > 4 and key != UNDATED else ()
    return Ledger(
        path=urls.dates_path(key),
        title=month_title(directory.words, key),
        subject="",
        articles=articles,
        trail=((directory.words.say("site.dates"), urls.DATES), *year),
    )


def _plan_years(
    directory: Directory, by_month: Mapping[str, tuple[int, ...]], counts: Mapping[str, int]
) -> Iterator[Page]:
    """A page for each year, and those of the parts of what has no month."""
    for year, group in groupby(sorted(key for key in counts if key != UNDATED), key=lambda key: key[:4]):
        parts, loose = cut_ledger(directory, _make_ledger(directory, year, by_month.get(year, ())))
        yield Page(
            path=urls.dates_path(year),
            template="year.html",
            show=partial(_make_year, directory, {key: counts[key] for key in group}, {**by_month, year: loose}, parts),
            made_from=f"the articles of {year}",
        )
        yield from plan_ledgers(directory, parts)


def _make_year(
    directory: Directory, counts: Mapping[str, int], by_month: Mapping[str, Sequence[int]], parts: Sequence[Ledger]
) -> YearPage:
    """All that the page of a year shows; `counts` are of its months."""
    say, year = directory.words.say, min(counts)[:4]
    here = urls.dates_path(year)
    return YearPage(
        frame=make_frame(directory, here, say("list.of-time", time=year), trail=((say("site.dates"), urls.DATES),)),
        row=make_calendar(directory, here, counts, urls.dates_path).years[0],
        parts=tally_parts(here, parts),
        groups=tuple(_group_year(directory, year, by_month)),
    )


def _group_year(directory: Directory, year: str, by_month: Mapping[str, Sequence[int]]) -> Iterator[ItemGroup]:
    """The articles of a year by month, newest first, and those of which no month is known."""
    keys = [key for key in by_month if key.startswith(year) and by_month[key]]
    many = sum(len(by_month[key]) for key in keys) > MOST_OF_YEAR
    here = urls.dates_path(year)
    for key in keys:
        if key == year or not many:
            yield ItemGroup(
                title=directory.words.say("list.month-unknown") if key == year else month_title(directory.words, key),
                href="" if key == year else urls.link(here, urls.dates_path(key)),
                items=list_items(directory, here, by_month[key]),
            )
