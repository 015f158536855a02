"""`newsgen diff`, once its arguments are understood."""

from collections.abc import Callable, Mapping

import click

from newsgen.build.comparing.sites import compare_sites
from newsgen.cli.changes_markdown import write_markdown
from newsgen.cli.changes_told import Group, list_figures, tell_changes, tell_figures
from newsgen.cli.show import defuse, print_json
from newsgen.records.changes import Changes


def run_diff(old: str, new: str, *, form: str, tell_by_code: bool) -> int:
    """Print what differs between two sites in the form asked for; the exit code."""
    changes = compare_sites(old, new)
    FORMATS[form](changes)
    return int(tell_by_code and not changes.is_empty)


def print_as_text(changes: Changes) -> None:
    """The figures, then each group of changes under its heading."""
    groups = tell_changes(changes)
    click.echo(defuse(f"Compared {changes.old.place} with {changes.new.place}."))
    for subject, old, new in list_figures(changes):
        number = f"{old}" if old == new else f"{old} → {new}"
        click.echo(f"  {subject:19} {number:>13}  {tell_figures(subject, groups)}".rstrip())
    if not groups:
        click.echo("Nothing differs.")
    for group in groups:
        _show_group(group)


def _show_group(group: Group) -> None:
    """A heading, what to do about it, and the entries."""
    click.echo()
    heading = click.style(f"{group.subject} {group.how}: {len(group.entries)}", bold=True)
    click.echo(f"{heading}  ({group.hint}: {group.command})" if group.hint else heading)
    for entry in group.entries:
        click.echo(f"  {entry.text}")
        for detail in entry.details:
            click.echo(f"      {detail}")


def print_as_markdown(changes: Changes) -> None:
    """A comment for a pull request."""
    click.echo(write_markdown(changes), nl=False)


FORMATS: Mapping[str, Callable[[Changes], None]] = {
    "text": print_as_text,
    "markdown": print_as_markdown,
    "json": print_json,
}
"""By the names that `--format` knows."""
