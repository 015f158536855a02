"""`newsgen build`, once its arguments are understood."""

import gc
import os
from pathlib import Path
from typing import Any, NamedTuple

import click
import msgspec

from newsgen.build import BuildOptions, Progress, build, verify
from newsgen.cli.progress import progress_shown
from newsgen.cli.results import show_report
from newsgen.cli.stopping import tell_stopped
from newsgen.cli.timings import show_timings
from newsgen.errors import Diagnostic, NewsgenError, UsageError


class Wanted(NamedTuple):
    """What is wanted of a build beside the site."""

    strict: bool
    """Whether warnings are failures."""
    verify: bool
    """Whether to build a second time and compare."""
    report: Path | None
    """The file of the report."""
    timings: bool
    """Whether to show where the time went."""


def run_build(site: Path, output: Path, options: BuildOptions, wanted: Wanted) -> int:
    """Build, show what came of it, and return the exit code; raises NewsgenError if nothing could be built."""
    if wanted.report:
        check_report_file(wanted.report)
    try:
        with progress_shown() as progress:
            report = build(site, output, options, progress=progress)
            faults = _verify(site, output, options, progress=progress) if wanted.verify else ()
        report = msgspec.structs.replace(report, diagnostics=(*report.diagnostics, *faults))
    except KeyboardInterrupt:
        return tell_stopped("The published site is whole, and the next build goes on with what this one has read.")
    except NewsgenError as error:
        write_report(wanted.report, {"built": False, "diagnostics": error.diagnostics})
        raise
    figures = msgspec.structs.asdict(report)
    content = {"built": True, **figures, "diagnostics": figures.pop("diagnostics")}
    write_report(wanted.report, content | ({"verified": not faults} if wanted.verify else {}))
    show_report(report, output)
    if wanted.timings:
        show_timings(report.timings)
    if wanted.verify and not faults:
        click.echo("Verified: a build from nothing gives the same bytes.")
    return int(bool(report.errors or (wanted.strict and report.warnings)))


def _verify(site: Path, output: Path, options: BuildOptions, *, progress: Progress) -> tuple[Diagnostic, ...]:
    """What `verify` finds, in the room that the build before it has taken."""
    gc.collect()
    return verify(site, output, options, progress=progress)


_REPORT_BEGINS = b'{\n  "built": '


def check_report_file(file: Path) -> None:
    """Raise UsageError unless the report can be written there without harm to anything but an earlier report."""
    try:
        with file.open("rb") as stream:
            beginning = stream.read(len(_REPORT_BEGINS))
    except FileNotFoundError:
        beginning = b""
    except OSError as error:
        raise _report_fault(file, f"the report cannot be written: {error.strerror}") from None
    if beginning not in (b"", _REPORT_BEGINS):
        raise _report_fault(file, "this file is no report of an earlier build, and is not overwritten")
    if not (file.parent.is_dir() and os.access(file.parent, os.W_OK)):
        raise _report_fault(file, "the report cannot be written: its folder is missing or may not be written to")


def _report_fault(file: Path, message: str) -> UsageError:
    hint = "give --report another file"
    return UsageError(Diagnostic(file.as_posix(), 0, 0, "error", "report", message, hint))


def write_report(file: Path | None, content: dict[str, Any]) -> None:
    """Write a build's report as JSON, if a file is asked for."""
    if file:
        file.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n")
