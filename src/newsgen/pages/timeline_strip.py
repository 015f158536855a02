"""The strip of a timeline, on its own pages and on the home page."""

from collections import Counter
from collections.abc import Iterable, Iterator

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import find_grain
from newsgen.pages.parts import find_heading
from newsgen.pages.scale import Placed, month_number, place_event
from newsgen.pages.strip import make_strip
from newsgen.records.archive import Timeline
from newsgen.records.site import Mark, Strip


def draw_strip(directory: Directory, timeline: Timeline, page: str, anchors: Iterable[str]) -> Strip | None:
    """The strip of a timeline over a list with these months.

    What has no month leads to its year in the list at `page`, empty where that is on the same page.
    """
    return _draw(directory, timeline, page, {_number_month(anchor): f"#{anchor}" for anchor in anchors if anchor})


def sketch_strip(directory: Directory, here: str, timeline: Timeline) -> Strip | None:
    """The strip of a timeline on another page than its own, to which all of it leads."""
    page = urls.link(here, urls.timeline_path(timeline.options.id))
    months = {find_heading(date)[1] for date, _ in _list_dates(directory, timeline)} - {""}
    return _draw(directory, timeline, page, {_number_month(f"m-{month}"): f"{page}#m-{month}" for month in months})


def _draw(directory: Directory, timeline: Timeline, page: str, links: dict[int, str]) -> Strip | None:
    placed = list(_place_events(directory, timeline, page))
    articles = _count_articles(directory, timeline)
    undated = len(list_articles(directory, timeline)) - sum(articles.values())
    yearless = len(timeline.events) + len(timeline.own) - len(placed)
    return make_strip(directory.words, placed, articles, links, placeless=(yearless, undated))


def list_articles(directory: Directory, timeline: Timeline) -> set[int]:
    """The articles that report any of its events."""
    return {report.article for position in timeline.events for report in directory.event(position).reports}


def _count_articles(directory: Directory, timeline: Timeline) -> Counter[int]:
    """How many articles of each month report any of its events."""
    published = (directory.brief(place).published for place in list_articles(directory, timeline))
    return Counter(month for date in published if (month := month_number(date)) is not None)


def _list_dates(directory: Directory, timeline: Timeline) -> Iterator[tuple[str, Mark]]:
    """When its events happened or are to happen, in their order, and how they are marked."""
    dates: list[tuple[str, bool]] = [(event.date, False) for event in timeline.own]
    for position in timeline.events:
        event = directory.event(position)
        dates.append((event.date, event.kind == "announced"))
    for date, announced in sorted(dates, key=lambda dated: edtf.sort_key(dated[0])):
        yield date, "announced" if announced else find_grain(date)


def _place_events(directory: Directory, timeline: Timeline, page: str) -> Iterator[Placed]:
    """Where its events stand, as far as their year is known."""
    for date, mark in _list_dates(directory, timeline):
        year, month = find_heading(date)
        placed = place_event(date, mark, f"{page}#y-{year}", month_known=bool(month))
        if placed:
            yield placed


def _number_month(anchor: str) -> int:
    """The month of an anchor such as `m-2024-05`, counted from the year 0."""
    return int(anchor[2:6]) * 12 + int(anchor[7:]) - 1
