"""`newsgen check`, once its arguments are understood."""

from pathlib import Path

import click

from newsgen.build import BuildOptions, CheckReport, check
from newsgen.cli.formats import FORMATS
from newsgen.cli.progress import progress_shown
from newsgen.cli.results import count, join_words
from newsgen.cli.show import paint
from newsgen.errors import NewsgenError


def run_check(site: Path, *, form: str, strict: bool) -> int:
    """List all messages about the archive on stdout, in the form asked for; the exit code.

    A form for tools holds what stops the check, too.
    """
    try:
        with progress_shown() as progress:
            report = check(site, BuildOptions(), progress=progress)
    except NewsgenError as error:
        if form == "text":
            raise
        FORMATS[form](CheckReport(clippings=0, diagnostics=error.diagnostics), site)
        return error.exit_code
    if form == "text":
        show_check(report)
    else:
        FORMATS[form](report, site)
    return int(bool(report.errors or (strict and report.warnings)))


def show_check(report: CheckReport) -> None:
    """All messages, a line each, then their number."""
    for diagnostic in report.diagnostics:
        click.echo(paint(str(diagnostic), diagnostic.severity, diagnostic.code))
    counts = [(report.errors, "error"), (report.warnings, "warning"), (report.notes, "note")]
    told = join_words([count(number, word) for number, word in counts])
    click.echo(f"Checked {count(report.clippings, 'clipping')}: {told}.")
