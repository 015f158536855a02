"""Which of an event's reports a page shows, where there are very many, and where the others are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.parts import MOST_REPORTS
from newsgen.pages.reports import count_articles, group_by_article
from newsgen.records.entities import Event, EventReport

Telling = tuple[int, list[EventReport]]
"""An article with its sentences about the event."""


class Extent(NamedTuple):
    """How much of an event that very many report a page shows."""

    reports: int
    """Reports word for word."""
    cited: int
    """Reports by outlet and date beside each of the things on which they differ, and of those that announced it."""


ENTRY = Extent(reports=MOST_REPORTS, cited=4)
"""On pages of many events."""

OWN_PAGE = Extent(reports=400, cited=40)
"""On its own page."""


def find_own_page(directory: Directory, position: int) -> str:
    """The page of an event which more articles report than an entry shows; empty if there is none.

    It lies with the first of the timelines that show the event.
    """
    event, timelines = directory.event(position), directory.timelines_of(position)
    if not timelines or count_articles(event) <= ENTRY.reports:
        return ""
    return urls.told_path(timelines[0].options.id, event.id)


def choose_tellings(directory: Directory, event: Event, most: int) -> list[Telling]:
    """The articles that tell an event, oldest first; of too many those from which a reader learns most.

    That is the clearest, then one of each outlet in its own words, a second of each, and so on, and last reprints.
    """
    told = [(article, list(sentences)) for article, sentences in group_by_article(directory, event.reports)]
    if len(told) <= most:
        return told
    clearest = event.reports[event.clearest].article
    places = sorted(range(len(told)), key=lambda place: told[place][0] != clearest)
    ranks = dict(zip(places, _rank_articles(directory, (told[place][0] for place in places)), strict=True))
    return [told[place] for place in sorted(sorted(places, key=ranks.__getitem__)[:most])]


def _rank_articles(directory: Directory, articles: Iterable[int]) -> Iterator[tuple[bool, int]]:
    """For each article whether it reprints one before it, and how many of its outlet came before it."""
    seen: set[int] = set()
    outlets: Counter[str | None] = Counter()
    for position in articles:
        article = directory.brief(position)
        is_reprint = not seen.isdisjoint(article.same_text)
        seen.add(position)
        yield is_reprint, outlets[article.source]
        outlets[article.source] += not is_reprint


def choose_cited(directory: Directory, reports: Sequence[EventReport], most: int) -> tuple[list[EventReport], int]:
    """The first sentence of each of the oldest articles, and how many further articles there are."""
    firsts = [next(told) for _, told in group_by_article(directory, reports)]
    # Naming one more takes no more room than saying so.
    shown = firsts if len(firsts) <= most + 1 else firsts[:most]
    return shown, len(firsts) - len(shown)


def find_rest(directory: Directory, here: str, position: int, extent: Extent) -> str:
    """The way to what a page of this extent leaves out of an event; empty where there is nowhere more of it."""
    page = find_own_page(directory, position)
    if not page or extent is ENTRY:
        return urls.link(here, page) if page else ""
    return urls.link(here, urls.timeline_data_path(directory.timelines_of(position)[0].options.id, "json"))
