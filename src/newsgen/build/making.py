"""The main path: clippings in, a published site out; `gathering` reads and resolves what they say together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from newsgen.build.current import Current
from newsgen.build.gathering import Gathered, gather
from newsgen.build.last import Made, Start, stamp_published
from newsgen.build.memos import SEARCH_MEMO
from newsgen.build.press import Press, Printed
from newsgen.build.rendering import digest_look
from newsgen.build.report import BuildOptions, BuildReport, Clock, Progress
from newsgen.build.safety import check_errors, check_loss
from newsgen.build.searching import index_search
from newsgen.build.session import Left
from newsgen.build.showing import STATIC, choose_first, keep_others
from newsgen.build.standing import recall_standing
from newsgen.build.undecided import find_undecided
from newsgen.canon import digest
from newsgen.errors import Diagnostic
from newsgen.holding import NOTHING_HELD, Holding
from newsgen.language import Words
from newsgen.memo import Memo
from newsgen.pages import Plan, describe_search
from newsgen.pages.redirects import warn_of_idle
from newsgen.publish import PublishedFile, digest_manifest, read_manifest
from newsgen.publish.stamps import find_intact
from newsgen.records.output import OutputFile, Page
from newsgen.theme import Theme, load_theme

_TOLD = 100
"""Files published between two words of progress."""


def make_site(
    site: Path, output: Path, options: BuildOptions, start: Start, *, clock: Clock, progress: Progress
) -> Made:
    """The site in the folder `site`, built into the folder `output`.

    A clipping with an error is reported and left out. Raises UsageError for a wrong configuration and BuildError for
    what stops the build as a whole; what was published before then stands untouched. Raises SupersededError where an
    audience has been shown the pages and does not wait for the rest.
    """
    theme = load_theme(site)
    held = NOTHING_HELD if options.full else start.session.held
    gathered = gather(site, options, clock, files=start.files, held=held, progress=progress)
    check_loss(gathered.faults, output)
    check_errors(gathered.archive.diagnostics, gathered.faults)
    look = theme, gathered.language

    progress("plan", 0, 0)
    (pages, answers), idle = plan(gathered, held)
    progress("plan", len(pages), len(pages))
    clock.lap("plan", len(pages))

    standing = recall_standing(start.memo, answers, digest_look(look), held=start.session.table, anew=options.full)
    press = Press(look, standing, options, clock)
    tell = partial(_report, gathered, idle, clock=clock)
    shown = _show_first(pages, theme, press, start, output, tell=tell, progress=progress)
    if shown and start.audience:
        progress = start.audience.heed(progress)

    manifest = read_manifest(output)
    progress("compare", 0, len(manifest))
    intact = find_intact(output, manifest, start.session.recall_stamps(output))
    seen = {} if options.full else {path: manifest[path] for path in intact}
    progress("compare", len(manifest), len(manifest))
    clock.lap("compare", len(manifest))

    current = Current(manifest, seen, output)
    with Memo(site / SEARCH_MEMO) as memo:
        static = (make() for make in _static_files(theme))
        others = chain(static, _make_search(gathered, memo, current, press, progress))
        printed = press.publish(pages, others, current, progress)
    clock.lap("publish", len(printed.published.written) + len(printed.published.unchanged))

    start.session.table = standing.keep()
    told = *idle, *memo.notes
    report = _report(gathered, told, printed.follow(shown) if shown else printed, clock=clock)
    return Made(report, printed.published, intact, gathered.config.reading.recognisers)


def _show_first(  # noqa: PLR0913  it stands between planning and publishing
    pages: Sequence[Page],
    theme: Theme,
    press: Press,
    start: Start,
    output: Path,
    *,
    tell: Callable[[Printed], BuildReport],
    progress: Progress,
) -> Printed | None:
    """Publish and show the pages that somebody waits for, if they can be published before the rest."""
    audience, session = start.audience, start.session
    if audience is None:
        return None
    shown: Printed | None = None
    manifest, stamps = read_manifest(output), session.recall_stamps(output)
    for some in choose_first(pages, manifest, audience.looked_at()):
        current = Current(manifest, manifest, output)  # what others have changed there is found with the rest
        static = [make() for make in _static_files(theme)]
        printed = press.publish(some, [*static, *keep_others(some, manifest)], current, progress)
        press.clock.lap("show", len(printed.published.written))
        shown = printed.follow(shown) if shown else printed
        audience.show(tell(shown))
        manifest, stamps = read_manifest(output), stamp_published(stamps, printed.published, output)
        session.left, session.table = Left(digest_manifest(output), stamps, None), press.standing.hold()
        progress = audience.heed(progress)
    return shown


def plan(gathered: Gathered, held: Holding = NOTHING_HELD) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """Every page of the site, and a warning for each redirect that does nothing; raises what `plan_pages` raises."""
    planned = gathered.plan_pages(held)
    return planned, warn_of_idle(gathered.config.redirects, planned.pages, drafts=gathered.config.site.drafts)


def _report(gathered: Gathered, told: Iterable[Diagnostic], printed: Printed, *, clock: Clock) -> BuildReport:
    """What was read, made and written, in figures, and what there is to tell."""
    archive, published = gathered.archive, printed.published
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
        rendered=printed.rendered,
        written=len(published.written),
        unchanged=len(published.unchanged),
        removed=len(published.removed),
        diagnostics=tuple(sorted({*gathered.diagnostics, *told})),
        timings=clock.timings,
    )


def _make_search(
    gathered: Gathered, memo: Memo, current: Current, press: Press, progress: Progress
) -> Iterator[OutputFile | PublishedFile]:
    """The files of the search, each made when it is taken, and told; those that may stay come first.

    Nothing is held of it before: the words of all articles take as much room as the pages of all.
    """
    searched = describe_search(gathered.archive, gathered.lexicon, Words(gathered.language))
    makers, kept = index_search(searched, memo, current, options=press.options, progress=progress)
    press.clock.lap("search", len(searched.texts))
    yield from kept
    for done, make in enumerate(makers):
        if not done % _TOLD:
            progress("publish", done, len(makers))
        yield make()
    progress("publish", len(makers), len(makers))


def _static_files(theme: Theme) -> list[Callable[[], OutputFile]]:
    return [partial(_make_static, path, data) for path, data in theme.static]


def _make_static(path: str, data: bytes) -> OutputFile:
    return OutputFile(path=f"{STATIC}{path}", data=data, key=digest(data))
