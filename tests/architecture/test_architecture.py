"""The house as it stands keeps its own rules."""

import importlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from architecture import house
from newsgen.cli import newsgen

# matches: ## Your own folder in five lines
_HEADING = re.compile(r"^#{2,3} (.+)$", re.MULTILINE)

# matches: [The search](#the-search)
_INNER_LINK = re.compile(r"\]\(#([^)]+)\)")

# What the address of a heading leaves out.
# matches: .
# matches: :
# not: -
_NO_ANCHOR = re.compile(r"[^\w\s-]")

PATTERNS = house.find_patterns(house.read_modules(Path(__file__).parents[2] / "src"))

# Put together here, so that this file keeps the rule itself.
FOLDERS = ["wo" + "rk", "ro" + "ot", "ho" + "me", "Us" + "ers"]


def test_imports_go_downwards(modules) -> None:
    assert house.check_layers(modules) == []


def test_no_module_imports_itself_by_way_of_others(modules) -> None:
    assert house.check_cycles(modules) == []


def test_pure_stages_are_pure(modules) -> None:
    assert house.check_purity(modules) == []


def test_the_core_needs_little(modules) -> None:
    assert house.check_core(modules) == []


def test_records_are_plain_and_told(modules) -> None:
    assert house.check_records(modules) == []


def test_regular_expressions_have_names_and_examples(modules) -> None:
    assert house.check_patterns(modules) == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: f"{pattern.module}.{pattern.name}")
def test_examples_of_regular_expressions_hold(pattern: house.Pattern) -> None:
    try:
        module = importlib.import_module(pattern.module)
    except ModuleNotFoundError as error:
        if not pattern.module.startswith("newsgen.data"):
            raise
        pytest.skip(f"the data's generator needs {error.name}: `pip install --group lexicon`")
    compiled = getattr(module, pattern.name)
    assert house.check_example(pattern, compiled) == []


def test_modules_are_told_and_not_too_long(modules) -> None:
    assert house.check_files(modules) == []


def test_every_command_and_option_is_in_the_readme(repository: Path) -> None:
    readme = (repository / "README.md").read_text("utf-8")
    words = set(readme.replace("`", " ").replace("=", " ").replace("[", " ").replace("]", " ").split())
    commands = dict(list_commands(newsgen))
    missing = [
        f"{name} {option}"
        for name, command in commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option not in words
    ]
    missing += [name for name in commands if f"newsgen {name}" not in readme]
    assert missing == []


def list_commands(group: click.Group, above: str = "") -> Iterator[tuple[str, click.Command]]:
    """All commands, those of groups too; a group's listing goes by the group's name."""
    for name, command in group.commands.items():
        full = f"{above} {name}".strip() if name != "list" else above
        yield full, command
        if isinstance(command, click.Group):
            yield from list_commands(command, full)


def test_nothing_speaks_of_places_outside_the_repository(repository: Path) -> None:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=repository, capture_output=True, check=False
    )
    if listed.returncode:
        pytest.skip("no git, or no checkout: the tracked files are not known")
    faults = []
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (repository / name).is_file():
            text = (repository / name).read_text("utf-8", "replace")
            faults += house.check_places(name, text, FOLDERS)
    assert faults == []


def test_each_link_within_the_readme_leads_to_a_heading(repository: Path) -> None:
    text = (repository / "README.md").read_text("utf-8")
    headings = {_NO_ANCHOR.sub("", head.lower()).replace(" ", "-") for head in _HEADING.findall(text)}
    assert [anchor for anchor in _INNER_LINK.findall(text) if anchor not in headings] == []
