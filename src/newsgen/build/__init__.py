"""The build: a folder of clippings in, a published site out; nothing at all is done where nothing has changed."""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from newsgen.build.batches import without_collector
from newsgen.build.last import Start, digest_inputs, keep_made, recall, replay
from newsgen.build.memos import PUBLISHED_MEMO
from newsgen.build.report import BuildOptions, BuildReport, CheckReport, Clock, Progress, Timing
from newsgen.build.session import Audience, Session, SupersededError
from newsgen.errors import BuildError, Diagnostic
from newsgen.execute import check_executor
from newsgen.holding import NOTHING_HELD
from newsgen.load import read_files
from newsgen.memo import Memo
from newsgen.publish import check_output, output_taken, read_manifest
from newsgen.publish.names import MANIFEST
from newsgen.publish.spool import have_same_bytes

__all__ = [
    "Audience",
    "BuildOptions",
    "BuildReport",
    "CheckReport",
    "Progress",
    "Session",
    "SupersededError",
    "Timing",
    "build",
    "check",
    "prepare",
    "verify",
]


def _no_progress(_stage: str, _done: int, _total: int) -> None:
    """For callers that show none."""


@without_collector()
def build(
    site: Path,
    output: Path,
    options: BuildOptions,
    *,
    progress: Progress = _no_progress,
    session: Session | None = None,
    audience: Audience | None = None,
) -> BuildReport:
    """Builds the site in the folder `site` into the folder `output`; the main path is `make_site`.

    A clipping with an error is reported and left out. Raises UsageError for a wrong configuration and BuildError for
    what stops the build as a whole; what was published before then stands untouched. A session is that of the builds
    of one site into one folder. Raises SupersededError where an audience does not wait for the end.
    """
    check_executor(options.executor)  # a wrong name is told before any work is done
    check_output(site, output)
    with output_taken(output), Memo(site / PUBLISHED_MEMO) as memo:
        clock = Clock()
        start = Start(read_files(site), memo, session or Session(NOTHING_HELD), audience)
        return _build(site, output, options, start, clock=clock, progress=progress)


def _build(
    site: Path, output: Path, options: BuildOptions, start: Start, *, clock: Clock, progress: Progress
) -> BuildReport:
    memo, clippings = start.memo, start.files.digest
    last, inputs = recall(memo, output, start.session), digest_inputs(site, options, clippings)
    report = replay(memo, last, inputs, site, output) if last and not options.full else None
    clock.lap("compare inputs")
    if report:
        return msgspec.structs.replace(report, timings=clock.timings)
    # Imported here: where nothing has changed, the stages would take longer to import than all the rest.
    from newsgen.build.making import make_site  # noqa: PLC0415

    made = make_site(site, output, options, start, clock=clock, progress=progress)
    # Unless somebody has edited the configuration or the theme meanwhile; the clippings were read once.
    if inputs and inputs == digest_inputs(site, options, clippings):
        keep_made(start, made, inputs, site, output)
    clock.lap("remember")
    told = tuple(sorted({*made.report.diagnostics, *memo.notes}))
    return msgspec.structs.replace(made.report, diagnostics=told, timings=clock.timings)


def prepare() -> None:
    """Load what a build needs that has something to do: the stages and the word lists."""
    # Imported here, as in `build`.
    from newsgen.build import making  # noqa: F401, PLC0415
    from newsgen.lexicon import load_lexicon  # noqa: PLC0415

    load_lexicon()


def check(site: Path, options: BuildOptions, *, progress: Progress = _no_progress) -> CheckReport:
    """All that there is to tell about the archive in the folder `site`; nothing is rendered or published.

    Raises UsageError for a wrong configuration and BuildError if no clipping can be read.
    """
    # Imported here, as in `build`.
    from newsgen.build.gathering import gather  # noqa: PLC0415
    from newsgen.build.making import plan  # noqa: PLC0415

    gathered = gather(site, options, Clock(), progress=progress)
    faults: tuple[Diagnostic, ...] = ()
    if not any(item.severity == "error" for item in gathered.archive.diagnostics):
        try:
            _, faults = plan(gathered)
        except BuildError as error:
            faults = error.diagnostics
    return CheckReport(clippings=gathered.clippings, diagnostics=tuple(sorted({*gathered.diagnostics, *faults})))


@without_collector()
def verify(
    site: Path, output: Path, options: BuildOptions, *, progress: Progress = _no_progress
) -> tuple[Diagnostic, ...]:
    """An error for each file of `output` that a build from nothing, in one process, gives otherwise.

    No other build can write there meanwhile.
    """
    # Imported here, as in `build`.
    from newsgen.build.making import make_site  # noqa: PLC0415

    with output_taken(output), TemporaryDirectory(prefix="newsgen-verify-") as folder:
        fresh = Path(folder) / "site"
        anew = msgspec.structs.replace(options, full=True, executor="serial")
        with output_taken(fresh), Memo(Path(folder) / PUBLISHED_MEMO) as memo:
            make_site(site, fresh, anew, Start(read_files(site), memo, Session()), clock=Clock(), progress=progress)
        paths = sorted({MANIFEST, *read_manifest(fresh), *read_manifest(output)})
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
    return None if have_same_bytes(published, fresh) else "a build from nothing gives other bytes"
