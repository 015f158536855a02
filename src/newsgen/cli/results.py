"""Results of builds, on stdout, and their progress while they run."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from newsgen.build import BuildReport, Progress
from newsgen.cli.show import show_diagnostics
from newsgen.errors import NewsgenError


def show_report(report: BuildReport, output: Path) -> None:
    """The messages of a build on stderr, then its results on stdout."""
    show_diagnostics(report.diagnostics)
    seconds = sum(time for _, time in report.seconds)
    found = [(report.articles, "article"), (report.people, "person"), (report.countries, "country")]
    found += [(report.sources, "source"), (report.events, "event")]
    click.echo(f"Read {_count(report.clippings, 'clipping')}, {report.parsed} of them anew.")
    click.echo(f"Found {_join([_count(number, word) for number, word in found])}.")
    click.echo(
        f"Wrote {report.written} of {_count(report.files, 'file')}, left {report.unchanged} unchanged, "
        f"removed {report.removed}, in {seconds:.1f} s."
    )
    if report.errors or report.warnings:
        click.echo(f"Messages: {_count(report.errors, 'error')} and {_count(report.warnings, 'warning')}.")
    click.echo(f"Open {(output / 'index.html').resolve().as_uri()}")


def show_rebuild(result: BuildReport | NewsgenError | str) -> None:
    """One build of the preview: its messages, and one line."""
    if isinstance(result, str):
        click.echo(result)
        return
    show_diagnostics(result.diagnostics)
    if isinstance(result, NewsgenError):
        click.echo("Not built; the preview shows why.")
    else:
        seconds = sum(time for _, time in result.seconds)
        click.echo(f"Built in {seconds:.1f} s: {result.written} written, {result.removed} removed.")


@contextmanager
def progress_shown() -> Iterator[Progress]:
    """A progress bar for each stage while the block runs, on a terminal; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    # Imported here: half of all start-up time, and not needed in CI.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    # Without the refreshing thread of its own: a program with threads cannot fork its workers.
    with Bars(console=Console(stderr=True), transient=True, auto_refresh=False) as bars:
        yield _draw_on(bars.add_task, bars.update, bars.refresh)


def _draw_on(add: Callable[..., int], update: Callable[..., None], refresh: Callable[[], None]) -> Progress:
    tasks: dict[str, int] = {}

    def draw(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            tasks[stage] = add(stage, total=total)
        update(tasks[stage], completed=done)
        refresh()

    return draw


def _count(number: int, word: str) -> str:
    """`1 person`, `2 people`."""
    plurals = {"person": "people", "country": "countries"}
    return f"{number} {word if number == 1 else plurals.get(word, word + 's')}"


def _join(words: list[str]) -> str:
    return ", ".join(words[:-1]) + " and " + words[-1]
