"""`newsgen redirects`, once its arguments are understood."""

from pathlib import Path

import click

from newsgen.build import BuildOptions
from newsgen.build.moving.redirecting import RedirectsReport, update_redirects
from newsgen.cli.progress import progress_shown
from newsgen.cli.results import count
from newsgen.cli.show import defuse, show_diagnostics


def run_redirects(old_site: str, site: Path, *, strict: bool) -> int:
    """Compare, tell what was changed in `redirects.yaml` and what is left to the editor; the exit code."""
    with progress_shown() as progress:
        report = update_redirects(site, old_site, BuildOptions(), progress=progress)
    show_diagnostics(report.diagnostics)
    show_redirects(report)
    return int(bool(report.errors or (strict and report.warnings)))


def show_redirects(report: RedirectsReport) -> None:
    """The entries added and taken out, a line each, and the figures."""
    for move in report.added:
        click.echo(defuse(f"{move.old} -> {move.new}  ({move.why})"))
    for redirect in report.removed:
        lead = f"led to {redirect.new}" if redirect.new else "was gone"
        click.echo(defuse(f"{redirect.old} {lead}, and has its page again: taken out"))
    known = f", {report.known} of them in redirects.yaml already" if report.known else ""
    click.echo(f"Compared {count(report.old_pages, 'old page')}: {report.gone} gone{known}.")
    lost = report.gone - report.known - len(report.added)
    if report.added or report.removed:
        taken = f", taken out: {len(report.removed)}" if report.removed else ""
        click.echo(f"Added to redirects.yaml: {len(report.added)}{taken}. Read its diff, then build.")
    elif not lost:
        click.echo("Nothing to add: every old address has its page or leads on.")
    if lost:
        click.echo(f"Left to you: {count(lost, 'page')} whose place nothing has taken.")
