"""All files of the site but the theme's own: which there are, and what each shows."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import asdict, replace

from newsgen.errors import Diagnostic, PathClashError
from newsgen.holding import NOTHING_HELD, Holding
from newsgen.language import Words
from newsgen.lexicon import Lexicon
from newsgen.pages.answers import Answers
from newsgen.pages.articles import plan_articles
from newsgen.pages.cards import plan_cards
from newsgen.pages.citing import plan_citations
from newsgen.pages.countries import plan_countries
from newsgen.pages.data import plan_data
from newsgen.pages.data_index import plan_data_index
from newsgen.pages.dates import plan_dates
from newsgen.pages.directory import Directory, find_listed, make_directory
from newsgen.pages.feeds import plan_feeds
from newsgen.pages.front import plan_front
from newsgen.pages.leaves import count_leaves
from newsgen.pages.people import plan_people
from newsgen.pages.quotations import Said, gather_quotations
from newsgen.pages.redirects import plan_redirects
from newsgen.pages.search import plan_search
from newsgen.pages.sitemaps import plan_sitemap
from newsgen.pages.sources import plan_sources
from newsgen.pages.threads import find_threads
from newsgen.pages.timelines import plan_timelines
from newsgen.records.archive import Archive
from newsgen.records.options import Redirect, SiteOptions
from newsgen.records.output import Page


class Plan(NamedTuple):
    """All files of a site but the theme's own."""

    pages: tuple[Page, ...]
    answers: Answers
    """What they look up, and find."""


def plan_pages(
    archive: Archive,
    site: SiteOptions,
    lexicon: Lexicon,
    words: Words,
    redirects: Sequence[Redirect] = (),
    *,
    held: Holding = NOTHING_HELD,
) -> Plan:
    """Every page, feed and data file; the pages that lead on come last.

    Which there are is told without a look at the articles themselves, so that an edit of a text need not plan all anew.
    Raises PathClashError where two want one path, RedirectError for redirects that do not fit the pages.
    """
    said, leaves, listed = gather_quotations(archive, held), count_leaves(archive), find_listed(archive)
    frame = replace(archive, articles=(), origins=(), placed=(), diagnostics=())
    made_of = (*asdict(frame).values(), said, leaves, listed, redirects)

    def make() -> Plan:
        directory = make_directory(frame, site, lexicon, words, leaves=leaves, listed=listed)
        return _plan(directory, said, redirects)

    plan = held.whole("plan", made_of, make)
    plan.answers.open(archive)
    return plan


def _plan(directory: Directory, said: Said, redirects: Sequence[Redirect]) -> Plan:
    """The pages of a directory that has no articles yet."""
    threads = find_threads(directory)
    pages = [
        *plan_front(directory),
        *plan_search(directory),
        *plan_articles(directory, threads),
        *plan_people(directory, said),
        *plan_countries(directory),
        *plan_sources(directory),
        *plan_dates(directory),
        *plan_timelines(directory),
    ]
    data = [*plan_data(directory), *plan_citations(directory), *plan_feeds(directory)]
    pages = [*data, plan_data_index(directory, data), *pages, *plan_cards(directory)]
    pages += plan_sitemap(directory, pages)
    pages += plan_redirects(directory, tuple(pages), redirects)
    check_paths(pages)
    return Plan(tuple(pages), Answers(directory, threads, said))


def check_paths(pages: Iterable[Page]) -> None:
    """Raise PathClashError, naming both sources, for pages with one path; case does not part them on all disks."""
    taken: dict[str, Page] = {}
    clashes = []
    for page in pages:
        other = taken.setdefault(page.path.casefold(), page)
        if other is not page:
            clashes.append(_describe_clash(other, page))
    if clashes:
        raise PathClashError(*clashes)


def _describe_clash(first: Page, second: Page) -> Diagnostic:
    """The error about two pages that want one path."""
    return Diagnostic(
        path=second.made_from,
        line=0,
        column=0,
        severity="error",
        code="path-clash",
        message=f"its page would be {second.path}, which {first.made_from} already is",
        hint="give one of them another address: `slug` in the clipping's front matter or in people.yaml, "
        "`id` of a timeline in site.yaml",
    )
