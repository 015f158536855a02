"""Pages made, and those rendered of which what they show differs from what is published."""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from operator import attrgetter
from typing import NamedTuple

from newsgen.build.batches import map_batches
from newsgen.build.code import digest_code
from newsgen.build.report import BuildOptions, Progress
from newsgen.build.standing import Standing
from newsgen.canon import digest, encode
from newsgen.database import LIBRARY, write_database
from newsgen.execute import inherits
from newsgen.language import Language
from newsgen.publish import Manifest
from newsgen.records.database import Database
from newsgen.records.output import Lookup, Page
from newsgen.render import Renderer
from newsgen.theme import Theme

Look = tuple[Theme, Language]
"""What all pages share."""


class Outcome(NamedTuple):
    """What became of a page."""

    key: str
    """Digest of all that its bytes depend on."""
    data: bytes | None
    """Its bytes; None if it is published as it should be."""
    lookups: tuple[Lookup, ...] | None = None
    """What it looked up when it was made; None if nobody watched."""


def render_pages(
    pages: Sequence[Page],
    look: Look,
    seen: Manifest,
    standing: Standing,
    *,
    options: BuildOptions,
    progress: Progress,
) -> Iterator[tuple[Page, Outcome]]:
    """Each page with what became of it, in order; `seen` are the published files that are intact.

    What is known to stand is not made. Workers that inherit the other pages make what these show, and so find out
    which have changed. For workers that do not, that is found out here, and only what has changed is sent.
    """
    progress("render", 0, len(pages))  # whatever told of the stage before in a thread has ended: with one, none forks
    current = {page.path: Outcome(seen[page.path].key, None) for page in pages if standing.is_current(page, seen)}
    if not inherits(options.executor):
        current |= _find_current([page for page in pages if page.path not in current], look, seen)
    made = map_batches(
        partial(render_batch, look, seen if inherits(options.executor) else {}),
        [page for page in pages if page.path not in current],
        executor=options.executor,
        stage="render",
        name_item=attrgetter("path"),
        progress=progress,
        is_large=_is_data,
    )
    for page in pages:
        outcome = current.get(page.path) or next(made)
        if outcome.lookups is not None:
            standing.note(page, outcome.key, outcome.lookups)
        yield page, outcome


def _is_data(page: Page) -> bool:
    """Whether a file may be as large as the whole archive: those that no template makes."""
    return not page.template


def _find_current(pages: Sequence[Page], look: Look, seen: Manifest) -> dict[str, Outcome]:
    """Those of the pages that are published as they should be."""
    shared = digest_look(look)
    made = (page.make() for page in pages if page.path in seen)
    keys = ((page, _key_page(page, shared)) for page in made)
    return {page.path: Outcome(key, None, page.lookups) for page, key in keys if seen[page.path].key == key}


def render_batch(look: Look, seen: Manifest, pages: Sequence[Page]) -> list[Outcome]:
    """What becomes of each page; runs in a worker."""
    shared = digest_look(look)
    return [_render(page.make(), shared, look, seen) for page in pages]


def _render(page: Page, shared: str, look: Look, seen: Manifest) -> Outcome:
    """What becomes of a page whose record is made."""
    key = _key_page(page, shared)
    if page.path in seen and seen[page.path].key == key:
        return Outcome(key, None, page.lookups)
    if isinstance(page.shows, Database):
        return Outcome(key, write_database(page.shows))
    return Outcome(key, _renderer(look).render(page), page.lookups)


def _key_page(page: Page, shared: str) -> str:
    """The digest of all that the bytes of a page depend on; `shared` is that of what all of them do."""
    library = (LIBRARY,) if isinstance(page.shows, Database) else ()
    return digest(shared, *library, page.template, encode(page.shows))


@cache
def digest_look(look: Look) -> str:
    """Digest of what all pages share, and of the code."""
    theme, language = look
    return digest(digest_code(), theme.digest, language.digest)


@cache
def _renderer(look: Look) -> Renderer:
    return Renderer(*look)
