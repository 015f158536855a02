"""`newsgen build`, once its arguments are understood."""

import os
from pathlib import Path
from typing import Any

import click
import msgspec

from newsgen.build import BuildOptions, build, verify
from newsgen.cli.results import progress_shown, show_report
from newsgen.errors import Diagnostic, NewsgenError, UsageError


def run_build(
    site: Path,
    output: Path,
    options: BuildOptions,
    *,
    strict: bool,
    verifying: bool,
    report_file: Path | None,
) -> int:
    """Build, show what came of it, and return the exit code; raises NewsgenError if nothing could be built."""
    if report_file:
        check_report_file(report_file)
    try:
        with progress_shown() as progress:
            report = build(site, output, options, progress=progress)
        faults = verify(site, output, options) if verifying else ()
        report = msgspec.structs.replace(report, diagnostics=(*report.diagnostics, *faults))
    except NewsgenError as error:
        write_report(report_file, {"built": False, "diagnostics": error.diagnostics})
        raise
    figures = msgspec.structs.asdict(report) | {"seconds": dict(report.seconds)}
    content = {"built": True, **figures, "diagnostics": figures.pop("diagnostics")}
    write_report(report_file, content | ({"verified": not faults} if verifying else {}))
    show_report(report, output)
    if verifying and not faults:
        click.echo("Verified: a build from nothing gives the same bytes.")
    return int(bool(report.errors or (strict and report.warnings)))


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
