"""Results of builds, on stdout."""

from collections.abc import Collection, Mapping
from pathlib import Path

import click

from newsgen.build import BuildReport
from newsgen.cli.show import show_diagnostics
from newsgen.errors import Diagnostic, NewsgenError

TOLD_NOTES: Mapping[str, str] = {
    "draft": "an article that somebody may look for is not in the site",
    "encoding": "the text was converted, and letters may have come out wrong",
    "memo": "the build did without what it remembered, and took longer",
    "slug-changed": "the page's address is not the one that was asked for",
    "slug-numbered": "the page's address is not the one that its headline gives",
}
"""The notes that a build shows, for they tell what it did, each with the reason; the others are the editor's affair."""


def show_worrying(diagnostics: Collection[Diagnostic]) -> int:
    """The messages that concern a build, on stderr; how many notes were left out."""
    shown = [item for item in diagnostics if item.severity != "note" or item.code in TOLD_NOTES]
    show_diagnostics(shown)
    return len(diagnostics) - len(shown)


def show_report(report: BuildReport, output: Path) -> None:
    """The messages of a build on stderr, then its results on stdout."""
    notes = show_worrying(report.diagnostics)
    found = [(report.articles, "article"), (report.people, "person"), (report.countries, "country")]
    found += [(report.sources, "source"), (report.events, "event")]
    click.echo(f"Read {count(report.clippings, 'clipping')}, {report.parsed} of them anew.")
    click.echo(f"Found {join_words([count(number, word) for number, word in found])}.")
    click.echo(
        f"Wrote {report.written} of {count(report.files, 'file')}, left {report.unchanged} unchanged, "
        f"removed {report.removed}, in {report.seconds:.1f} s."
    )
    if report.undecided:
        click.echo(
            f"Undecided: {count(report.undecided, 'pair')} of people who may be one (`newsgen people` lists them)."
        )
    if report.errors or report.warnings:
        click.echo(f"Messages: {count(report.errors, 'error')} and {count(report.warnings, 'warning')}.")
    if notes:
        click.echo(f"Notes for the editor: {notes} (`newsgen check` lists them).")
    click.echo(f"Open {(output / 'index.html').resolve().as_uri()}")


def show_rebuild(result: BuildReport | NewsgenError | str) -> None:
    """One build of the preview: its messages, and one line."""
    if isinstance(result, str):
        click.echo(result)
        return
    show_worrying(result.diagnostics)
    if isinstance(result, NewsgenError):
        click.echo("Not built; the preview shows why.")
    else:
        click.echo(f"Built in {result.seconds:.1f} s: {result.written} written, {result.removed} removed.")


def count(number: int, word: str) -> str:
    """`1 person`, `2 people`."""
    plurals = {"person": "people", "country": "countries"}
    return f"{number} {word if number == 1 else plurals.get(word, word + 's')}"


def join_words(words: list[str]) -> str:
    """`1 error, 2 warnings and 3 notes`."""
    return ", ".join(words[:-1]) + " and " + words[-1]
