"""Rendering of those pages whose content differs from what is published."""

from collections.abc import Sequence
from functools import cache, partial
from operator import attrgetter

from newsgen.build.batches import map_batches
from newsgen.build.code import digest_code
from newsgen.build.report import BuildOptions, Progress
from newsgen.canon import digest, encode
from newsgen.database import LIBRARY, write_database
from newsgen.language import Language
from newsgen.publish import Manifest
from newsgen.records.database import Database
from newsgen.records.output import OutputFile, Page
from newsgen.render import Renderer
from newsgen.theme import Theme

Look = tuple[Theme, Language]
"""What all pages share."""


def key_pages(pages: Sequence[Page], theme: Theme, language: Language) -> list[str]:
    """For each page, the digest of all that its bytes depend on."""
    shared = digest(digest_code(), theme.digest, language.digest)
    return [digest(shared, *_tell_library(page), page.template, encode(page.shows)) for page in pages]


def _tell_library(page: Page) -> tuple[str, ...]:
    """What the bytes of a database depend on beside its rows."""
    return (LIBRARY,) if isinstance(page.shows, Database) else ()


def find_stale(pages: Sequence[Page], keys: Sequence[str], seen: Manifest) -> list[int]:
    """Positions of the pages that are not published as they should be; `seen` are the files that are intact."""

    def is_current(page: Page, key: str) -> bool:
        file = seen.get(page.path)
        return file is not None and file.key == key

    return [position for position, (page, key) in enumerate(zip(pages, keys, strict=True)) if not is_current(page, key)]


def render_pages(
    pages: Sequence[tuple[Page, str]], look: Look, *, options: BuildOptions, progress: Progress
) -> list[OutputFile]:
    """The finished files of pages and their keys, in order."""
    made = map_batches(
        partial(render_batch, look),
        [page for page, _ in pages],
        executor=options.executor,
        stage="render",
        name_item=attrgetter("path"),
        progress=progress,
    )
    return [OutputFile(path=page.path, data=data, key=key) for (page, key), data in zip(pages, made, strict=True)]


def render_batch(look: Look, pages: Sequence[Page]) -> list[bytes]:
    """The bytes of each page; runs in a worker."""
    renderer = _renderer(look)
    return [write_database(page.shows) if isinstance(page.shows, Database) else renderer.render(page) for page in pages]


@cache
def _renderer(look: Look) -> Renderer:
    return Renderer(*look)
