"""The pages that list all articles of one month, or of no known date, and the parts that a very long one is cut into.

Lists are cut by time and by letter, never by number, so that a new article changes one list and not all of them: a
month of very many articles has a page for each day, and what is of no known day stands under the letters that the
headlines begin with.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsgen.canon import digest_of
from newsgen.language import capitalise
from newsgen.pages import urls
from newsgen.pages.collation import collate
from newsgen.pages.directory import Directory
from newsgen.pages.display import find_grain, month_title
from newsgen.pages.frame import make_frame, tell_programs
from newsgen.pages.letters import part_by_letter
from newsgen.pages.listings import group_by_month, list_items
from newsgen.pages.metadata import list_articles
from newsgen.records.output import Page
from newsgen.records.site import Frame, ListingPage, Ref, Tally

MOST = 1000
"""Articles that a page lists; of more, it leads to the parts."""


class Ledger(NamedTuple):
    """The articles of one time, or a part of them, that have a page."""

    path: str
    """Of the page."""
    title: str
    """`May 2024`."""
    subject: str
    """The country, person or outlet that they name or are of; empty for the archive as a whole."""
    articles: tuple[int, ...]
    """Newest first; those of a letter by headline."""
    trail: tuple[tuple[str, str], ...]
    """Text and path of the pages above it."""
    is_letter: bool = False
    """Whether it is all that stands under a letter, which is not cut again."""


def plan_months(
    directory: Directory, page: str, title: str, articles: Sequence[int], *, trail: tuple[tuple[str, str], ...]
) -> Iterator[Page]:
    """The listings by month of the country, person or outlet that has the page."""
    ledgers = [
        Ledger(urls.month_path(page, key), month_title(directory.words, key), title, group, (*trail, (title, page)))
        for key, group in group_by_month(directory, articles).items()
    ]
    yield from plan_ledgers(directory, ledgers)


def plan_ledgers(directory: Directory, ledgers: Sequence[Ledger]) -> Iterator[Page]:
    """The pages of lists that stand side by side, each with those of its parts."""
    for place, ledger in enumerate(ledgers):
        parts, rest = cut_ledger(directory, ledger)
        newer = ledgers[place - 1] if place else None
        older = ledgers[place + 1] if place + 1 < len(ledgers) else None
        yield Page(
            path=ledger.path,
            template="listing.html",
            show=partial(_make_page, directory, ledger, (parts, rest), (newer, older)),
            made_from=f"{ledger.subject}, {ledger.title}" if ledger.subject else f"the articles of {ledger.title}",
            watch=directory.lookups.watch,
            given=_digest(directory, ledger, (parts, rest), (newer, older)),
        )
        yield from plan_ledgers(directory, parts)


def _digest(
    directory: Directory,
    ledger: Ledger,
    cut: tuple[Sequence[Ledger], Sequence[int]],
    beside: tuple[Ledger | None, Ledger | None],
) -> str:
    """Digest of what the page of a list is given, but for the articles themselves."""
    parts, rest = cut
    articles = directory.ids(ledger.articles), directory.ids(rest)
    led_to = (
        [(one.path, one.title, len(one.articles)) for one in parts],
        [one and (one.path, one.title) for one in beside],
    )
    return digest_of((ledger._replace(articles=()), articles, led_to))


def _make_page(
    directory: Directory,
    ledger: Ledger,
    cut: tuple[Sequence[Ledger], Sequence[int]],
    beside: tuple[Ledger | None, Ledger | None],
) -> ListingPage:
    """All that the page of a list shows; it is `cut` into parts and a rest, `beside` it are a newer and an older."""
    parts, rest = cut
    newer, older = beside
    return ListingPage(
        frame=_make_frame(directory, ledger),
        title=ledger.title,
        context=ledger.subject,
        parts=tally_parts(ledger.path, parts),
        items=list_items(directory, ledger.path, rest),
        total=len(ledger.articles),
        newer=newer and _link(ledger, newer),
        older=older and _link(ledger, older),
    )


def _make_frame(directory: Directory, ledger: Ledger) -> Frame:
    """What surrounds the list."""
    say, time = directory.words.say, ledger.title
    if ledger.subject:
        title = say("site.labelled", label=ledger.subject, text=time)
        description = say("list.of-subject", subject=ledger.subject, time=time)
    else:
        title = say("list.of-time", time=time)
        description = say("list.of-archive", archive=directory.site.title, time=time)
    frame = make_frame(directory, ledger.path, title, description=description, trail=ledger.trail)
    return tell_programs(frame, list_articles(directory, ledger.path, ledger.articles))


def _link(here: Ledger, there: Ledger) -> Ref:
    """A link to the next list of the same kind."""
    return Ref(text=there.title, href=urls.link(here.path, there.path))


def tally_parts(here: str, parts: Sequence[Ledger]) -> tuple[Tally, ...]:
    """The ways to the parts, with how many articles each has."""
    return tuple(
        Tally(ref=Ref(text=part.title, href=urls.link(here, part.path)), articles=len(part.articles)) for part in parts
    )


def cut_ledger(directory: Directory, ledger: Ledger) -> tuple[list[Ledger], tuple[int, ...]]:
    """The parts of a long list, and what is in none of them: all of one that is not long."""
    if len(ledger.articles) <= MOST or ledger.is_letter:
        return [], ledger.articles
    days: dict[str, list[int]] = {}
    for position in ledger.articles:
        days.setdefault(_find_day(directory, position), []).append(position)
    rest = tuple(days.pop("", ()))
    # A list of one day is cut by letters, as one of no known days.
    if len(days) == 1 and not rest:
        rest, days = ledger.articles, {}
    parts = [_make_part(ledger, day[-2:], capitalise(directory.words.date(day)), group) for day, group in days.items()]
    if len(rest) <= MOST:
        return parts, rest
    return [*parts, *_cut_by_letter(directory, ledger, rest)], ()


def list_ledgers(directory: Directory, path: str, articles: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The page of a list and those of its parts, each with the articles that it tells of."""
    waiting = [Ledger(path, "", "", articles, ())]
    while waiting:
        ledger = waiting.pop()
        yield ledger.path, ledger.articles
        waiting += cut_ledger(directory, ledger)[0]


def _find_day(directory: Directory, position: int) -> str:
    """The day on which an article was published; empty where it is not known for certain."""
    published = directory.brief(position).published
    return published if published and find_grain(published) == "day" else ""


def _cut_by_letter(directory: Directory, ledger: Ledger, articles: Sequence[int]) -> Iterator[Ledger]:
    """The articles by the letters that their headlines begin with."""
    headlines = {position: directory.brief(position).headline for position in articles}
    ordered = sorted(articles, key=lambda position: collate(headlines[position]))
    for letter in part_by_letter(directory.words, ordered, headlines.__getitem__, MOST):
        title = directory.words.say("site.labelled", label=ledger.title, text=letter.title)
        yield _make_part(ledger, letter.key, title, letter.rows)._replace(is_letter=True)


def _make_part(ledger: Ledger, key: str, title: str, articles: Sequence[int]) -> Ledger:
    """A part of a list."""
    return Ledger(
        path=urls.month_path(ledger.path, key),
        title=title,
        subject=ledger.subject,
        articles=tuple(articles),
        trail=(*ledger.trail, (ledger.title, ledger.path)),
    )
