"""The build: a folder of clippings in, a published site out. The only module that knows the order of the stages."""

from collections.abc import Collection
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec

from newsgen.build.batches import without_collector
from newsgen.build.notes import drop_answered, find_notes
from newsgen.build.reading import read_clippings
from newsgen.build.rendering import find_stale, key_pages, render_pages
from newsgen.build.report import BuildOptions, BuildReport, CheckReport, Clock, Progress, Timing
from newsgen.build.safety import check_any, check_errors, check_loss, set_aside
from newsgen.build.searching import index_search
from newsgen.build.withholding import Labels, drop_covered, withhold
from newsgen.canon import digest
from newsgen.config import load_config
from newsgen.errors import BuildError, Diagnostic
from newsgen.execute import check_executor
from newsgen.index import index
from newsgen.language import Language, Words, choose_language
from newsgen.lexicon import Lexicon, load_lexicon
from newsgen.load import load_clippings
from newsgen.memo import Memo
from newsgen.pages import describe_search, plan_pages
from newsgen.pages.redirects import warn_of_idle
from newsgen.publish import Published, check_output, output_taken, publish, read_manifest
from newsgen.records.archive import Archive
from newsgen.records.clipping import Clipping
from newsgen.records.options import Config
from newsgen.records.output import OutputFile, Page
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from newsgen.theme import Theme, load_catalogues, load_theme

__all__ = [
    "MEMO",
    "SEARCH_MEMO",
    "BuildOptions",
    "BuildReport",
    "CheckReport",
    "Progress",
    "Timing",
    "build",
    "check",
    "verify",
]

MEMO = Path(".newsgen") / "memo.sqlite"
"""Where a site's memo lies, in its folder."""

SEARCH_MEMO = MEMO.with_name("search.sqlite")
"""Where the words of its articles are remembered."""


def _no_progress(_stage: str, _done: int, _total: int) -> None:
    """For callers that show none."""


class Gathered(NamedTuple):
    """All that the clippings of a site say together, and what there is to tell about them."""

    config: Config
    lexicon: Lexicon
    archive: Archive
    accepted: tuple[Clipping, ...]
    """The clippings without errors, drafts too."""
    readings: tuple[Reading, ...]
    """Of the accepted clippings."""
    clippings: int
    """Files read."""
    parsed: int
    """Of these, read anew."""
    faults: tuple[Diagnostic, ...]
    """Of files that could not be read, and of clippings set aside."""
    notes: tuple[Diagnostic, ...]
    """Of the memo, of what is withheld, and of the site's words."""
    language: Language
    """The site's."""

    def plan_pages(self, *, with_redirects: bool = True) -> tuple[Page, ...]:
        """All pages of the site, those that lead on too; raises what `plan_pages` raises."""
        redirects = self.config.redirects if with_redirects else ()
        return plan_pages(self.archive, self.config.site, self.lexicon, Words(self.language), redirects)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All messages, sorted by place."""
        judgements = self.config.judgements
        told = {*self.notes, *self.faults, *self.archive.diagnostics}
        told.update(item for reading in self.readings for item in reading.diagnostics)
        told.update(
            find_notes(self.accepted, self.readings, self.archive, judgements, gazetteer=self.lexicon.gazetteer)
        )
        return tuple(sorted(drop_answered(told, self.readings, judgements)))


def gather(site: Path, options: BuildOptions, clock: Clock, *, progress: Progress) -> Gathered:
    """The archive in the folder `site`, read and put together.

    Raises UsageError for a wrong configuration and BuildError if no clipping can be read.
    """
    lexicon = load_lexicon()
    with without_collector():
        config = load_config(site, lexicon.gazetteer.code_of, base_url=options.base_url, drafts=options.drafts)
    language, told = choose_language(config.site.language, load_catalogues(site))
    say = Words(language).say
    labels = Labels(say("withheld.name"), say("withheld.passage"))
    clock.lap("configure")

    loaded = load_clippings(site)
    clock.lap("load", len(loaded.clippings))

    with Memo(site / MEMO) as memo:
        read = partial(read_clippings, reading=config.reading, memo=memo, options=options, progress=progress)
        loaded, config, surveyed, notes = withhold(loaded, config, lexicon, labels, read)
        all_readings, parsed = read(loaded.clippings)
    clippings, readings, faults = set_aside(loaded, drop_covered(all_readings, labels))
    check_any(readings, faults)
    clock.lap("read", surveyed + parsed)

    with without_collector():
        entities = resolve(readings, config.judgements, lexicon)
        clock.lap("resolve", len(readings))

        archive = index(clippings, readings, entities, config.site, lexicon)
        clock.lap("index", len(archive.articles))
    return Gathered(
        config=config,
        lexicon=lexicon,
        archive=archive,
        accepted=clippings,
        readings=readings,
        clippings=len(loaded.clippings),
        parsed=surveyed + parsed,
        faults=faults,
        notes=(*memo.notes, *notes, *told),
        language=language,
    )


def build(site: Path, output: Path, options: BuildOptions, *, progress: Progress = _no_progress) -> BuildReport:
    """Builds the site in the folder `site` into the folder `output`.

    A clipping with an error is reported and left out. Raises UsageError for a wrong configuration and BuildError for
    what stops the build as a whole; what was published before then stands untouched.
    """
    check_executor(options.executor)  # a wrong name is told before any work is done
    check_output(site, output)
    with output_taken(output):
        return _build(site, output, options, progress=progress)


def _build(site: Path, output: Path, options: BuildOptions, *, progress: Progress) -> BuildReport:
    clock = Clock()
    theme = load_theme(site)
    gathered = gather(site, options, clock, progress=progress)
    archive = gathered.archive
    check_loss(gathered.faults, output)
    check_errors(archive.diagnostics, gathered.faults)
    look = theme, gathered.language

    pages, idle = _plan(gathered)
    clock.lap("plan", len(pages))

    keys = key_pages(pages, *look)
    seen = {} if options.full else read_manifest(output)
    stale = find_stale(pages, keys, seen, output)
    clock.lap("compare", len(pages))

    rendered = render_pages([(pages[i], keys[i]) for i in stale], look, options=options, progress=progress)
    clock.lap("render", len(rendered))

    searched = describe_search(archive, gathered.lexicon, Words(gathered.language))
    with Memo(site / SEARCH_MEMO) as memo:
        indexed, kept_index = index_search(searched, memo, (seen, output), options=options, progress=progress)
    clock.lap("search", len(searched.texts))  # its files are made as they are published

    fresh = {file.path for file in rendered}
    kept = [seen[page.path] for page in pages if page.path not in fresh]
    published = publish(chain(rendered, _static_files(theme), indexed), [*kept, *kept_index], output)
    clock.lap("publish", len(published.written) + len(published.unchanged))

    told = {*gathered.diagnostics, *memo.notes, *idle}
    clock.lap("tell", len(told))
    return _report(gathered, published, told, rendered=len(rendered), timings=clock.timings)


def _report(
    gathered: Gathered,
    published: Published,
    told: Collection[Diagnostic],
    *,
    rendered: int,
    timings: tuple[Timing, ...],
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
        files=len(published.written) + len(published.unchanged),
        parsed=gathered.parsed,
        rendered=rendered,
        written=len(published.written),
        unchanged=len(published.unchanged),
        removed=len(published.removed),
        diagnostics=tuple(sorted(told)),
        timings=timings,
    )


def _plan(gathered: Gathered) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    """Every page of the site, and a warning for each redirect that does nothing; raises what `plan_pages` raises."""
    pages = gathered.plan_pages()
    return pages, warn_of_idle(gathered.config.redirects, pages, drafts=gathered.config.site.drafts)


def check(site: Path, options: BuildOptions, *, progress: Progress = _no_progress) -> CheckReport:
    """All that there is to tell about the archive in the folder `site`; nothing is rendered or published.

    Raises UsageError for a wrong configuration and BuildError if no clipping can be read.
    """
    gathered = gather(site, options, Clock(), progress=progress)
    faults: tuple[Diagnostic, ...] = ()
    if not any(item.severity == "error" for item in gathered.archive.diagnostics):
        try:
            _, faults = _plan(gathered)
        except BuildError as error:
            faults = error.diagnostics
    return CheckReport(clippings=gathered.clippings, diagnostics=tuple(sorted({*gathered.diagnostics, *faults})))


def verify(site: Path, output: Path, options: BuildOptions) -> tuple[Diagnostic, ...]:
    """An error for each file of `output` that a build from nothing, in one process, gives otherwise."""
    with TemporaryDirectory(prefix="newsgen-verify-") as folder:
        fresh = Path(folder) / "site"
        build(site, fresh, msgspec.structs.replace(options, full=True, executor="serial"))
        paths = sorted(read_manifest(fresh).keys() | read_manifest(output).keys())
        return tuple(
            Diagnostic(path, 0, 0, "error", "verify", difference, "build again with --full, and report this")
            for path in paths
            if (difference := _compare(output / path, fresh / path))
        )


def _compare(published: Path, fresh: Path) -> str | None:
    """How a published file differs from the one that a build from nothing gives, in words; None if it does not."""
    if not fresh.is_file():
        return "a build from nothing does not make this file"
    if not published.is_file():
        return "a build from nothing makes this file, but it is not published"
    return None if published.read_bytes() == fresh.read_bytes() else "a build from nothing gives other bytes"


def _static_files(theme: Theme) -> list[OutputFile]:
    return [OutputFile(path=f"static/{path}", data=data, key=digest(data)) for path, data in theme.static]
