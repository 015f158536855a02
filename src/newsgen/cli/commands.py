"""The commands. What they need is imported when one is called, so that `newsgen --help` is quick."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict, Unpack

import click

from newsgen import __version__
from newsgen.cli.arguments import Count, Folder
from newsgen.cli.people import people

_DEFAULT_OUTPUT = "public"

_site = click.argument("site", default=".", type=Folder(), metavar="[SITE]")
_output = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of the built site.  [default: SITE/public]",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="newsgen %(version)s")
def newsgen() -> None:
    """Turn a folder of news clippings into a linked archive: articles, people, countries, outlets, timelines.

    SITE is a folder that holds articles/; without it, the folder you are in.
    """


Place = tuple[int, int | None]
"""A line of a file, and a column in it if one is meant."""


def _read_places(_context: click.Context, _parameter: click.Parameter, values: Sequence[str]) -> tuple[Place, ...]:
    """The places that the command line names."""
    return tuple(map(_read_place, values))


def _read_place(value: str) -> Place:
    line, colon, column = value.partition(":")
    if not line.isdecimal() or (colon and not column.isdecimal()):
        raise click.BadParameter(f"'{value}' is neither a line, such as 7, nor a line with a column, such as 7:31.")
    return int(line), int(column) if colon else None


class _BuildFlags(TypedDict):
    """The options of `build` beside the folders."""

    strict: bool
    jobs: int | None
    executor: str | None
    full: bool
    verify: bool
    base_url: str | None
    drafts: bool
    report: Path | None
    timings: bool


@newsgen.command("build", epilog="Example: newsgen build ~/story --base-url https://example.org/story/")
@_site
@_output
@click.option("--strict", is_flag=True, help="Exit with 1 if there are warnings, too.")
@click.option(
    "--jobs",
    type=Count(1, 1024),
    metavar="N",
    help="Work in N processes, small jobs in one.  [default: one for each core]",
)
@click.option("--executor", metavar="NAME", help="Where the work runs: serial, processes, processes:N or dask:ADDRESS.")
@click.option("--full", is_flag=True, help="Build everything anew, whatever earlier builds remember.")
@click.option("--verify", is_flag=True, help="Build a second time from nothing and compare: every byte must agree.")
@click.option("--base-url", metavar="URL", help="Where the site will stand, for feeds and the sitemap.")
@click.option("--drafts", is_flag=True, help="Build articles marked `draft: true`, too.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.json",
    help="Write all messages and figures to this file, as JSON.",
)
@click.option("--timings", is_flag=True, help="Show where the time went, stage by stage.")
def build_command(site: Path, output: Path | None, **flags: Unpack[_BuildFlags]) -> int:
    """Build the site: read the clippings in SITE/articles, and write the linked archive.

    What has not changed since the last build stays. If the build fails, the site that stands there stays as it is.
    Exit codes: 0 built; 1 there were errors, or with --strict warnings; 2 wrong usage or configuration.
    """
    from newsgen.build import BuildOptions  # noqa: PLC0415
    from newsgen.cli.building import Wanted, run_build  # noqa: PLC0415

    if flags["jobs"] and flags["executor"]:
        raise click.UsageError("Give either --jobs or --executor, not both.")
    executor = flags["executor"] or (f"processes:{flags['jobs']}" if flags["jobs"] else "processes")
    options = BuildOptions(executor=executor, full=flags["full"], base_url=flags["base_url"], drafts=flags["drafts"])
    wanted = Wanted(flags["strict"], flags["verify"], flags["report"], flags["timings"])
    return run_build(site, output or site / _DEFAULT_OUTPUT, options, wanted)


@newsgen.command("serve", epilog="Example: newsgen serve ~/story --open")
@_site
@click.option(
    "--port",
    type=Count(0, 65535),
    default=8000,
    show_default=True,
    metavar="PORT",
    help="The port; 0 takes any that is free.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
def serve_command(site: Path, port: int, open_browser: bool) -> None:
    """Show the site on this machine, built anew at every change.

    Drafts are shown. The published site is not touched. Only this machine can see the preview; Ctrl-C ends it.
    """
    from newsgen.cli.results import show_rebuild  # noqa: PLC0415
    from newsgen.serve import serve  # noqa: PLC0415

    gc.enable()  # unlike the other commands this one may run for days
    try:
        serve(site, port=port, open_browser=open_browser, show=show_rebuild)
    except KeyboardInterrupt:
        click.echo("\nStopped.")
        sys.stdout.flush()
        os._exit(0)  # at once, even from a long build: what that leaves half done, the next one completes


@newsgen.command("new", epilog="Example: newsgen new ~/story")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def new_command(folder: Path) -> None:
    """Begin an archive in DIR, with sample clippings to replace."""
    from newsgen.starter import write_starter  # noqa: PLC0415

    for name in write_starter(folder):
        click.echo(f"wrote {folder / name}")
    click.echo(f"Next: newsgen serve {folder} --open, then put your own clippings into {folder / 'articles'}.")


@newsgen.command("check", epilog="Example: newsgen check ~/story --strict")
@_site
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="How to print the messages.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if there are warnings, too.")
def check_command(site: Path, *, form: str, strict: bool) -> int:
    """List all that newsgen has to tell about the archive.

    Errors, warnings, and notes for the editor: lines and names that newsgen is not sure of, people who may be one.
    Nothing is built. Exit codes: 0 no error; 1 errors, or with --strict warnings; 2 wrong usage or configuration.
    """
    from newsgen.cli.checking import run_check  # noqa: PLC0415

    return run_check(site, form=form, strict=strict)


@newsgen.command("explain", epilog="Example: newsgen explain articles/flood.txt --at 7")
@click.argument("subject", metavar="FILE|PERSON|URL")
@click.option(
    "-C",
    "--site",
    default=".",
    type=Folder(),
    metavar="DIR",
    help="For PERSON and URL: the site's folder.  [default: the current one]",
)
@click.option("--why", "numbers", type=Count(1), multiple=True, metavar="N", help="The reasons of number N.")
@click.option(
    "--at", "places", callback=_read_places, multiple=True, metavar="LINE[:COLUMN]", help="The reasons at this place."
)
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON, for other tools.")
def explain_command(
    subject: str, site: Path, numbers: tuple[int, ...], places: tuple[Place, ...], *, as_json: bool
) -> int:
    """Show why newsgen reads a clipping so, takes names for one person, or shows what a page shows.

    FILE: every line of the clipping with its role and everything found in it, numbered; then the facts of the article.
    Ask for the reasons of one of them by its number (--why 12) or by its place in the file (--at 7, --at 7:31).

    PERSON, a name or an id: how articles write it, why that is one person, who else it may be, each with the sentence.

    URL, such as people/joe-biden.html or timelines/story.html#2024-05-19-visit: what the page, or the event, is made
    from. An address on the web, in the preview or on a disk will do, too.
    """
    from newsgen.cli.explaining import Asked, run_explain  # noqa: PLC0415

    if as_json and (numbers or places):
        raise click.UsageError("Give --json alone: it holds all reasons.")
    if not subject.strip():
        raise click.UsageError("Give a file, a person's name, or a page's address.")
    return run_explain(subject, site, Asked(numbers, places), as_json=as_json)


newsgen.add_command(people)


@newsgen.command("redirects", epilog="Example: newsgen redirects https://example.org/story/ ~/story")
@click.argument("old_site", metavar="OLD_SITE")
@_site
@click.option("--strict", is_flag=True, help="Exit with 1 if there are warnings, too.")
def redirects_command(old_site: str, site: Path, *, strict: bool) -> int:
    """Keep old addresses alive: compare a published site with what a build would give now.

    OLD_SITE is the folder of the published site, its sitemap.xml, or its address on the web. Pages that were merged,
    split or renamed since are added to redirects.yaml; the next build lets their old addresses lead on. An entry whose
    address has its page again is taken out; all others stay as they are. Nothing is built.
    """
    from newsgen.cli.redirects import run_redirects  # noqa: PLC0415

    return run_redirects(old_site, site, strict=strict)


@newsgen.command("diff", epilog="Example: newsgen diff https://example.org/story/ ~/story/public")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How to print the changes.",
)
@click.option("--exit-code", "tell_by_code", is_flag=True, help="Exit with 1 if there are changes.")
def diff_command(old: str, new: str, *, form: str, tell_by_code: bool) -> int:
    """Tell what a build changes: compare two built sites by what they say.

    OLD and NEW are folders of built sites; either may also be the address of a published one. Told are people merged,
    split, renamed, new and gone, events joined, split and dated anew, what is read otherwise in which article, and
    which addresses are gone. Nothing is written.
    """
    from newsgen.cli.differing import run_diff  # noqa: PLC0415

    return run_diff(old, new, form=form, tell_by_code=tell_by_code)


@newsgen.command("clean", epilog="Example: newsgen clean ~/story")
@_site
@_output
def clean_command(site: Path, output: Path | None) -> None:
    """Remove what newsgen made, and nothing else.

    That is the built site, the preview, and what newsgen remembers of earlier builds.
    """
    from newsgen.cli.cleaning import remove_made, tell_removed  # noqa: PLC0415

    folder = output or site / _DEFAULT_OUTPUT
    for line in tell_removed(remove_made(site, folder), folder):
        click.echo(line)
