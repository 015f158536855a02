"""`newsgen build`, once its arguments are understood."""

from pathlib import Path
from typing import Any

import click
import msgspec

from newsgen.build import BuildOptions, build, verify
from newsgen.cli.results import progress_shown, show_report
from newsgen.errors import NewsgenError


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
    try:
        with progress_shown() as progress:
            report = build(site, output, options, progress=progress)
        faults = verify(site, output, options) if verifying else ()
        report = msgspec.structs.replace(report, diagnostics=(*report.diagnostics, *faults))
    except NewsgenError as error:
        write_report(report_file, {"built": False, "diagnostics": error.diagnostics})
        raise
    content = {"built": True, **msgspec.structs.asdict(report), "seconds": dict(report.seconds)}
    write_report(report_file, content | ({"verified": not faults} if verifying else {}))
    show_report(report, output)
    if verifying and not faults:
        click.echo("Verified: a build from nothing gives the same bytes.")
    return int(bool(report.errors or (strict and report.warnings)))


def write_report(file: Path | None, content: dict[str, Any]) -> None:
    """Write a build's report as JSON, if a file is asked for."""
    if file:
        file.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n")
