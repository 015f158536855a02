"""The commands under `newsgen people`; what they need is imported when one is called."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from newsgen.cli.arguments import Folder

_folder = Folder()
_site = click.option("-C", "--site", type=_folder, metavar="DIR", help="The site's folder.  [default: the current one]")
_format = click.option(
    "--format",
    "form",
    type=click.Choice(["nomenklatura", "tsv"]),
    help="The form of FILE.  [default: by its ending, .jsonl or .tsv]",
)
_LIST = "list"


class _PeopleGroup(click.Group):
    """A group whose listing needs no name: `newsgen people [SITE]`; `-C DIR` may stand in front of a command, too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find the command among the arguments; without any, it is the listing."""
        lead = 2 if args[:1] in (["-C"], ["--site"]) else 0
        if len(args) > lead and args[lead] in self.commands:
            args = [args[lead], *args[:lead], *args[lead + 1 :]]
        elif not args or args[0] not in ctx.help_option_names:
            self._check_folder(ctx, args[lead:])
            args = [_LIST, *args]
        return super().parse_args(ctx, args)

    def _check_folder(self, ctx: click.Context, args: Sequence[str]) -> None:
        """Raise UsageError for a word that is neither a command nor a folder: it may be either, misspelt."""
        if args and not args[0].startswith("-") and not Path(args[0]).exists():
            near = get_close_matches(args[0], self.commands, n=1)
            hint = (
                f"did you mean `newsgen people {near[0]}`?" if near else f"the commands are {', '.join(self.commands)}."
            )
            raise click.UsageError(f"'{args[0]}' is neither a command nor a folder: {hint}", ctx)


@click.group("people", cls=_PeopleGroup, subcommand_metavar="[SITE] | COMMAND [ARGS]...")
def people() -> None:
    """List the people of the archive, or judge who is one person.

    `newsgen people` lists everybody, and the pairs of people who may be one, with the command that decides each; see
    `newsgen people list --help` for its options. The other commands write your judgements into people.yaml.
    """


@people.command(_LIST, epilog="Example: newsgen people list ~/story --undecided")
@click.argument("site", default=".", type=_folder, metavar="[SITE]")
@click.option("-C", "--site", "folder", type=_folder, metavar="DIR", help="The same as SITE.")
@click.option("--undecided", is_flag=True, help="Only the pairs of people who may be one.")
@click.option("--named", metavar="TEXT", help="Only people whose name, in any spelling, holds TEXT.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, for other tools.")
def list_command(site: Path, folder: Path | None, *, undecided: bool, named: str | None, as_json: bool) -> int:
    """List the people, and the pairs who may be one.

    The pairs that would mend most pages come first: a pair counts the articles that name the lesser known of the two,
    for their links lead to the wrong page if both are one person.
    """
    from newsgen.cli.people_shown import run_list  # noqa: PLC0415

    return run_list(folder or site, undecided=undecided, named=named, as_json=as_json)


def _judging(least: int, *metavar: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """The arguments of a judgement: at least so many names."""

    def check(_context: click.Context, parameter: click.Parameter, names: Sequence[str]) -> Sequence[str]:
        if len(names) < least:
            raise click.BadParameter(f"give at least {least} names, each in quotation marks.", param=parameter)
        return names

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        argument = click.argument("names", nargs=-1, required=True, callback=check, metavar=" ".join(metavar))
        return argument(_site(command))

    return decorate


@people.command("same", epilog="Example: newsgen people same 'Abdourahamane Tiani' 'Omar Tchiani'")
@_judging(2, '"A"', '"B"', "[...]")
def same_command(names: Sequence[str], site: Path | None) -> int:
    """The names A, B, … are one person's.

    A is the spelling shown, unless one of them has an entry in people.yaml already.
    """
    from newsgen.build.judging import judge_same  # noqa: PLC0415
    from newsgen.cli.people_shown import run_judge  # noqa: PLC0415

    return run_judge(judge_same, site or Path(), names)


@people.command("different", epilog="Example: newsgen people different 'Jean Diallo' 'Jean Diallo (trader)'")
@_judging(2, '"A"', '"B"', "[...]")
def different_command(names: Sequence[str], site: Path | None) -> int:
    """The names A, B, … are those of different people."""
    from newsgen.build.judging import judge_different  # noqa: PLC0415
    from newsgen.cli.people_shown import run_judge  # noqa: PLC0415

    return run_judge(judge_different, site or Path(), names)


@people.command("not-a-person", epilog="Example: newsgen people not-a-person 'Air Base'")
@_judging(1, '"A"', "[...]")
def not_a_person_command(names: Sequence[str], site: Path | None) -> int:
    """A is no person's name: no page, no links."""
    from newsgen.build.judging import judge_nobody  # noqa: PLC0415
    from newsgen.cli.people_shown import run_judge  # noqa: PLC0415

    return run_judge(judge_nobody, site or Path(), names)


_file = click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")


@people.command("export", epilog="Example: newsgen people export judgements.tsv")
@_file
@_site
@_format
def export_command(file: Path, site: Path | None, form: str | None) -> int:
    """Write the judgements into FILE, for nomenklatura or as a plain table."""
    from newsgen.cli.people_shown import run_export  # noqa: PLC0415

    return run_export(site or Path(), file, form)


@people.command("import", epilog="Example: newsgen people import judgements.tsv")
@_file
@_site
@_format
def import_command(file: Path, site: Path | None, form: str | None) -> int:
    """Add the judgements in FILE to people.yaml.

    Nothing is written if one of them contradicts people.yaml.
    """
    from newsgen.cli.people_shown import run_import  # noqa: PLC0415

    return run_import(site or Path(), file, form)
