"""The main path: clippings in, a published site out; `gathering` reads and resolves what they say together."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path

from newsgen.build.batches import without_collector
from newsgen.build.gathering import Gathered, gather
from newsgen.build.last import Made, Start
from newsgen.build.memos import SEARCH_MEMO
from newsgen.build.outcome import Outcome
from newsgen.build.rendering import digest_look, render_pages
from newsgen.build.report import BuildOptions, BuildReport, Clock, Progress
from newsgen.build.safety import check_errors, check_loss
from newsgen.build.searching import Current, index_search
from newsgen.build.standing import recall_standing
from newsgen.build.undecided import find_undecided
from newsgen.canon import digest
from newsgen.errors import Diagnostic
from newsgen.language import Words
from newsgen.memo import Memo
from newsgen.pages import Plan, describe_search
from newsgen.pages.redirects import warn_of_idle
from newsgen.publish import Manifest, Published, PublishedFile, publish, read_manifest
from newsgen.publish.stamps import find_intact
from newsgen.records.output import OutputFile, Page
from newsgen.theme import Theme, load_theme

_TOLD = 100
"""Files published between two words of progress."""


@without_collector()
def make_site(
    site: Path, output: Path, options: BuildOptions, start: Start, *, clock: Clock, progress: Progress
) -> Made:
    """The site in the folder `site`, built into the folder `output`.

    A clipping with an error is reported and left out. Raises UsageError for a wrong configuration and BuildError for
    what stops the build as a whole; what was published before then stands untouched.
    """
    theme = load_theme(site)
    gathered = gather(site, options, clock, files=start.files, progress=progress)
    archive = gathered.archive
    check_loss(gathered.faults, output)
    check_errors(archive.diagnostics, gathered.faults)
    look = theme, gathered.language

    progress("plan", 0, 0)
    (pages, answers), idle = plan(gathered)
    progress("plan", len(pages), len(pages))
    clock.lap("plan", len(pages))

    manifest = read_manifest(output)
    progress("compare", 0, len(manifest))
    intact = find_intact(output, manifest, start.stamps)
    seen = {} if options.full else {path: manifest[path] for path in intact}
    standing = recall_standing(start.memo, answers, digest_look(look), anew=options.full)
    progress("compare", len(manifest), len(manifest))
    clock.lap("compare", len(manifest))

    current = Current(manifest, seen, output)
    searched = describe_search(archive, gathered.lexicon, Words(gathered.language))
    with Memo(site / SEARCH_MEMO) as memo:
        indexed, kept_index = index_search(searched, memo, current, options=options, progress=progress)
    clock.lap("search", len(searched.texts))  # its files are made as they are published

    kept = [*kept_index]
    others = [*_static_files(theme), *indexed]
    # Workers write large files into the staging folder: they must be gone before that is removed.
    with closing(render_pages(pages, look, current, standing, options=options, progress=progress)) as rendered:
        stale = _lap_after(_keep_current(rendered, seen, kept), "render", clock)
        published = publish(chain(stale, _make_told(others, progress)), kept, output)
    clock.lap("publish", len(published.written) + len(published.unchanged))

    standing.keep()
    told = {*gathered.diagnostics, *memo.notes, *idle}
    kept_pages = len(kept) - len(kept_index)
    report = _report(gathered, published, told, rendered=len(pages) - kept_pages, clock=clock)
    return Made(report, published, intact, gathered.config.reading.recognisers)


def _keep_current(
    rendered: Iterable[tuple[Page, Outcome]], seen: Manifest, kept: list[PublishedFile]
) -> Iterator[OutputFile]:
    """The pages that were made anew, as they come; those that may stay as published are added to `kept`."""
    for page, outcome in rendered:
        if outcome.data is None:
            kept.append(seen[page.path])
        else:
            yield OutputFile(path=page.path, data=outcome.data, key=outcome.key)


def _lap_after(files: Iterable[OutputFile], stage: str, clock: Clock) -> Iterator[OutputFile]:
    """The files; when all are taken, the time since the last lap is ascribed to the stage."""
    number = 0
    for number, file in enumerate(files, 1):  # noqa: B007  the last number counts
        yield file
    clock.lap(stage, number)


def plan(gathered: Gathered) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """Every page of the site, and a warning for each redirect that does nothing; raises what `plan_pages` raises."""
    planned = gathered.plan_pages()
    return planned, warn_of_idle(gathered.config.redirects, planned.pages, drafts=gathered.config.site.drafts)


def _report(
    gathered: Gathered, published: Published, told: Collection[Diagnostic], *, rendered: int, clock: Clock
) -> BuildReport:
    """What was read, made and written, in figures, and what there is to tell."""
    archive = gathered.archive
    return BuildReport(
        clippings=gathered.clippings,
        articles=len(archive.articles),
        people=len(archive.people),
        countries=len(archive.countries),
        sources=len(archive.sources),
        events=len(archive.events),
        undecided=sum(1 for _ in find_undecided(archive.people)),
        files=len(published.written) + len(published.unchanged),
        parsed=gathered.parsed,
        rendered=rendered,
        written=len(published.written),
        unchanged=len(published.unchanged),
        removed=len(published.removed),
        diagnostics=tuple(sorted(told)),
        timings=clock.timings,
    )


def _make_told(makers: Sequence[Callable[[], OutputFile]], progress: Progress) -> Iterator[OutputFile]:
    """The files, each made when it is taken, and told."""
    for done, make in enumerate(makers):
        if not done % _TOLD:
            progress("publish", done, len(makers))
        yield make()
    progress("publish", len(makers), len(makers))


def _static_files(theme: Theme) -> list[Callable[[], OutputFile]]:
    return [partial(_make_static, path, data) for path, data in theme.static]


def _make_static(path: str, data: bytes) -> OutputFile:
    return OutputFile(path=f"static/{path}", data=data, key=digest(data))
