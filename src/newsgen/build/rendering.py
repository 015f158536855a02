"""Pages made, and those rendered of which what they show differs from what is published."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from functools import cache, partial
from operator import attrgetter

from newsgen.build.batches import map_batches
from newsgen.build.code import digest_code
from newsgen.build.current import Current
from newsgen.build.large import write_large
from newsgen.build.outcome import Outcome
from newsgen.build.report import BuildOptions, Progress
from newsgen.build.standing import Standing
from newsgen.canon import digest, encode
from newsgen.execute import inherits, is_none_large
from newsgen.language import Language
from newsgen.records.output import Measure, Page, Telling
from newsgen.render import Renderer
from newsgen.theme import Theme

Look = tuple[Theme, Language]
"""What all pages share."""

_TOLD = 100
"""Pages looked at between two words of progress."""
_COMPARED = 1000
"""Pages of which it is found out at once what has changed of what they look up."""
_SMALL_SITE = 1000
"""Pages of a site below which no file takes longer than starting workers does."""


def render_pages(
    pages: Sequence[Page],
    look: Look,
    current: Current,
    standing: Standing,
    *,
    options: BuildOptions,
    progress: Progress,
) -> Generator[tuple[Page, Outcome], None, None]:
    """Each page with what became of it: large files after the others, last those that tell how large other files are.

    What is known to stand is not made. Workers that inherit the other pages make what these show, and so find out which
    have changed. For workers that do not, that is found out here, and only what has changed is sent; large files, which
    would have to be sent whole, are made here.
    """
    progress("render", 0, len(pages))  # whatever told of the stage before in a thread has ended: with one, none forks
    for start in range(0, len(pages), _COMPARED):
        progress("render", 0, len(pages))
        standing.compare(pages[start : start + _COMPARED])
    known = {
        page.path: Outcome(current.intact[page.path].key, None)
        for page in pages
        if standing.is_current(page, current.intact)
    }
    current = current._replace(
        standing={page.path: standing.find_parts(page.path, current.intact) for page in pages if page.is_large}
    )
    telling = [page for page in pages if isinstance(page.show, Telling)]
    others = [page for page in pages if not isinstance(page.show, Telling)]
    others.sort(key=attrgetter("is_large"))
    measures: dict[str, Measure] = {}
    for page, outcome in _render_others(others, look, current, known, options=options, progress=progress):
        standing.note(page, outcome.key, outcome.lookups)
        if outcome.parts:
            standing.note_parts(page.path, outcome.key, outcome.parts)
        if outcome.measure:
            measures[page.path] = outcome.measure
        yield page, outcome
    yield from ((page, _render(page.tell(measures), look, current)) for page in telling)


def _render_others(
    pages: Sequence[Page],
    look: Look,
    current: Current,
    known: Mapping[str, Outcome],
    *,
    options: BuildOptions,
    progress: Progress,
) -> Iterator[tuple[Page, Outcome]]:
    """Each page with what became of it, in order; `known` are those that stand."""
    inherited = inherits(options.executor)
    if not inherited:
        doubtful = [page for page in pages if page.path not in known]
        known = {**known, **dict(_find_current(doubtful, look, current, progress=progress))}
    made = map_batches(
        partial(render_batch, look, current if inherited else Current({}, {}, current.output)),
        [page for page in pages if page.path not in known],
        executor=options.executor,
        stage="render",
        name_item=attrgetter("path"),
        progress=progress,
        is_large=is_none_large if len(pages) < _SMALL_SITE else attrgetter("is_large"),
    )
    return ((page, known.get(page.path) or next(made)) for page in pages)


def _find_current(
    pages: Sequence[Page], look: Look, current: Current, *, progress: Progress
) -> Iterator[tuple[str, Outcome]]:
    """The pages that are published as they should be, and those that are large, which then are made."""
    for done, page in enumerate(pages):
        if page.is_large or not done % _TOLD:
            progress("render", done, len(pages))
        if page.is_large:
            yield page.path, write_large(page, current)
        elif page.path in current.intact:
            made = page.make()
            key = _key_page(made, digest_look(look))
            if current.intact[page.path].key == key:
                yield page.path, Outcome(key, None, lookups=made.lookups)


def render_batch(look: Look, current: Current, pages: Sequence[Page]) -> list[Outcome]:
    """What becomes of each page; runs in a worker.

    All are made before the first is rendered: so the code of either step stays in the processor's caches.
    """
    made = [page if page.is_large else page.make() for page in pages]
    return [_render(page, look, current) for page in made]


def _render(page: Page, look: Look, current: Current) -> Outcome:
    """What becomes of a page that is made, or of a large one."""
    if page.is_large:
        return write_large(page, current)
    key = _key_page(page, digest_look(look))
    if page.path in current.intact and current.intact[page.path].key == key:
        return Outcome(key, None, lookups=page.lookups)
    return Outcome(key, _renderer(look).render(page), lookups=page.lookups)


def _key_page(page: Page, shared: str) -> str:
    """The digest of all that the bytes of a page depend on; `shared` is that of what all of them do."""
    return digest(shared, page.template, encode(page.shows))


@cache
def digest_look(look: Look) -> str:
    """Digest of what all pages share, and of the code."""
    theme, language = look
    return digest(digest_code(), theme.digest, language.digest)


@cache
def _renderer(look: Look) -> Renderer:
    return Renderer(*look)
