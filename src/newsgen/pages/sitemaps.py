"""The sitemap, and `robots.txt`, which says where it is.

When a page last changed no clock tells here, but the articles do: `lastmod` is the day on which the newest of the
articles that a page shows was published, of those known to the day without inference; of a page without any it is left
out. The sitemap names all pages, also those that search engines are asked not to list, for `newsgen redirects` and
`newsgen diff` learn from it what a published site has.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain

from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import find_grain
from newsgen.pages.ledgers import list_ledgers
from newsgen.pages.listings import group_by_month
from newsgen.pages.selection import find_own_page
from newsgen.records.archive import Brief, Timeline
from newsgen.records.output import Page, Shown
from newsgen.records.site import Sitemap, SitemapIndex, SitemapUrl, TextFile

FULLEST = 45_000
"""Addresses in a sitemap; the protocol allows 50,000."""

Changes = Callable[[], Mapping[str, str]]
"""Gives, for each page that shows an article known to the day, the day of the newest of these."""


def plan_sitemap(directory: Directory, pages: Iterable[Page]) -> Iterator[Page]:
    """The sitemap of the pages given, where the site's address is known, and `robots.txt`."""
    base = directory.site.base_url
    if base:
        paths = sorted(page.path for page in pages if page.path.endswith(".html") and page.path != urls.NOT_FOUND)
        yield from _part_sitemap(base, paths, cache(partial(find_changes, directory)))
    place = f"Sitemap: {urls.absolute(base, urls.SITEMAP)}\n" if base else ""
    text = f"User-agent: *\nAllow: /\n{place}"
    yield Page(path=urls.ROBOTS, template="", show=Shown(record=TextFile(text=text)), made_from="the rules for robots")


def _part_sitemap(base: str, places: Sequence[str], changes: Changes) -> Iterator[Page]:
    """The sitemap; several files, under an index, if there are more addresses than one may hold."""
    parts = [places[start : start + FULLEST] for start in range(0, len(places), FULLEST)]
    if len(parts) == 1:
        yield _plan_part(urls.SITEMAP, base, parts[0], changes)
        return
    paths = [urls.sitemap_part_path(number) for number in range(1, len(parts) + 1)]
    for path, part in zip(paths, parts, strict=True):
        yield _plan_part(path, base, part, changes)
    index = SitemapIndex(urls=tuple(urls.absolute(base, path) for path in paths))
    show = Shown(record=index)
    yield Page(path=urls.SITEMAP, template="sitemapindex.xml", show=show, made_from="the sitemap")


def _plan_part(path: str, base: str, places: Sequence[str], changes: Changes) -> Page:
    """One sitemap."""
    show = partial(_make_sitemap, base, places, changes)
    return Page(path=path, template="sitemap.xml", show=show, made_from="the sitemap")


def _make_sitemap(base: str, places: Sequence[str], changes: Changes) -> Sitemap:
    """The addresses of pages, with the days on which they changed."""
    changed = changes()
    return Sitemap(
        urls=tuple(SitemapUrl(loc=urls.absolute(base, path), lastmod=changed.get(path, "")) for path in places)
    )


def find_changes(directory: Directory) -> dict[str, str]:
    """For each page that shows an article known to the day, the day of the newest of these."""
    days = [_find_day(brief) for brief in directory.archive.briefs]
    newest = ((path, max((days[position] for position in shown), default="")) for path, shown in _list_shown(directory))
    return {path: day for path, day in newest if day}


def _find_day(brief: Brief) -> str:
    """The day on which an article was published; empty where it is not known, or was inferred in part."""
    date = brief.published
    return date if date and find_grain(date) == "day" and not brief.inferred else ""


def _list_shown(directory: Directory) -> Iterator[tuple[str, Iterable[int]]]:
    """Each page, with the articles that it shows."""
    archive = directory.archive
    for path in (urls.HOME, urls.DATES):
        yield path, archive.latest
    for position, brief in enumerate(archive.briefs):
        for number in range(1, directory.leaves.get(position, 1) + 1):
            yield urls.leaf_path(brief.id, number), (position,)
    for month in archive.months:
        yield from list_ledgers(directory, urls.dates_path(month.key), month.articles)
    for year in {month.key[:4] for month in archive.months}:
        yield urls.dates_path(year), chain(*(month.articles for month in archive.months if month.key[:4] == year))
    for page, articles in _list_subjects(directory):
        yield page, articles
        for key, group in group_by_month(directory, articles).items():
            yield from list_ledgers(directory, urls.month_path(page, key), group)
    for timeline in archive.timelines:
        yield from _list_of_timeline(directory, timeline)


def _list_of_timeline(directory: Directory, timeline: Timeline) -> Iterator[tuple[str, Iterable[int]]]:
    """The pages of a timeline, its parts and its events, with the articles that report what they show."""
    shown: dict[str, set[int]] = {}
    for position in timeline.events:
        event = directory.archive.events[position]
        articles = {report.article for report in event.reports}
        for path in (directory.entry_path(timeline, event.id), find_own_page(directory, position)):
            shown.setdefault(path, set()).update(articles)
    yield from shown.items()
    told = _list_reports(directory, timeline)
    yield urls.timeline_path(timeline.options.id), told
    yield urls.reported_path(timeline.options.id), told


def _list_subjects(directory: Directory) -> Iterator[tuple[str, Sequence[int]]]:
    """The page of each person, country and outlet, with its articles."""
    archive = directory.archive
    for person in archive.people:
        yield urls.person_path(person.person.id), person.articles
    for country in archive.countries:
        yield urls.country_path(country.id), country.articles
    for source in archive.sources:
        yield urls.source_path(source.id), source.articles


def _list_reports(directory: Directory, timeline: Timeline) -> tuple[int, ...]:
    """The articles that report the events of a timeline."""
    return tuple(report.article for event in timeline.events for report in directory.archive.events[event].reports)
