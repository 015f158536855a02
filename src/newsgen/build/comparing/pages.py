"""Which addresses came, went, and lead on."""

from newsgen.build.published.leading import HEAD, find_goal
from newsgen.build.published.opening import PublishedSite
from newsgen.config.redirects import find_path_fault
from newsgen.records.changes import PageChanges, PageRedirected


def compare_pages(old: PublishedSite, new: PublishedSite) -> PageChanges:
    """The changes; a page of the new site that only leads on is no page, but tells where the old one went."""
    gone = sorted({*old.pages} - {*new.pages})
    goals = {page: goal for page in gone if (goal := _find_goal(new, page))}
    return PageChanges(
        removed=tuple(page for page in gone if page not in goals),
        redirected=tuple(PageRedirected(path=page, to=goal) for page, goal in goals.items()),
        added=tuple(sorted({*new.pages} - {*old.pages})),
    )


def _find_goal(site: PublishedSite, page: str) -> str:
    """Where the page at this path of the site leads; empty for none, and for a path that no file of a site can have."""
    data = site.read(page) if find_path_fault(page) is None else None
    return find_goal(page, data[:HEAD]) if data else ""
