"""Pages published before the rest of a site: a reader waits for them, and for no data file.

What is not among them stays as it is published until the rest is, so nothing goes away and no link leads nowhere: a
file that is new, and that a page may lead to, comes with the pages. What is large takes too long for that; where such a
file is new, all is published at once.
"""

from collections.abc import Collection, Iterator, Sequence

from newsgen.publish import Manifest, PublishedFile
from newsgen.records.output import Page, Telling

_SEEN = ".html"
"""How the path of a page ends that a browser shows."""
STATIC = "static/"


def choose_first(pages: Sequence[Page], manifest: Manifest, looked_at: Collection[str]) -> Iterator[tuple[Page, ...]]:
    """The pages to be published first, and those then; none if they might lead to what has to come later and is new.

    Those that somebody looks at come before the others. Of these, what looks at the archive as a whole has to be made
    to be compared; it comes after all that only looks up some of it, of which nothing is made but what has changed.
    """
    new = [page for page in pages if page.path not in manifest]
    if any(map(_is_late, new)):
        return
    seen = [page for page in pages if page.path in manifest and page.path.endswith(_SEEN) and not _is_late(page)]
    yield (*new, *(page for page in seen if page.path in looked_at))
    yield tuple([page for page in seen if page.watch])
    yield tuple([page for page in seen if not page.watch])


def keep_others(first: Sequence[Page], manifest: Manifest) -> list[PublishedFile]:
    """All that stays meanwhile; static files are not among it, for they are few, and come with the pages."""
    own = {page.path for page in first}
    return [file for path, file in manifest.items() if path not in own and not path.startswith(STATIC)]


def _is_seen(page: Page) -> bool:
    return page.path.endswith(_SEEN) and not _is_late(page)


def _is_late(page: Page) -> bool:
    """Whether it is large, or tells how large others are."""
    return page.is_large or isinstance(page.show, Telling)
