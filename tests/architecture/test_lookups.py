"""A page that is watched looks at the archive by the methods of its directory, which note it."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import newsgen.pages

FOLDER = Path(newsgen.pages.__file__).parent
UNWATCHED = {"archive", "people", "countries", "sources", "timelines", "parts", "events", "listed", "rank", "names"}
"""Attributes of the directory, and of what stands beside it, that nobody notes a look at."""
BESIDE = {"of_event", "of_person", "by", "about"}
MAKERS = {"lookups.py", "answers.py", "directory.py"}
"""Modules that keep the house in order themselves."""
RECIPES = {"show", "describe"}
"""What an argument is called that makes the page, or the records of a part of a large one."""
EXCUSED = {"_make_navigation"}
"""It asks whether there is any timeline, which every page shares."""


class Function(NamedTuple):
    """A function of the pages."""

    module: str
    node: ast.FunctionDef
    scope: Mapping[str, str]
    """For each name that its module imports from another of the pages, that module."""


def read_functions() -> Iterator[Function]:
    for path in sorted(FOLDER.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        scope = {
            alias.name: f"{(node.module or '').removeprefix('newsgen.pages.').replace('.', '/')}.py"
            for node in tree.body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        module = path.relative_to(FOLDER).as_posix()
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                yield Function(module, node, scope)


def find_watched(functions: Mapping[tuple[str, str], Function]) -> set[tuple[str, str]]:
    """All functions that a watched page may call, from the one that makes it on."""
    waiting = [(one.module, name) for one in functions.values() for name in _list_recipes(one.node)]
    assert set(waiting) <= functions.keys()
    found: set[tuple[str, str]] = set()
    while waiting:
        key = waiting.pop()
        if key in found or key not in functions:
            continue
        found.add(key)
        one = functions[key]
        names = {node.id for node in ast.walk(one.node) if isinstance(node, ast.Name)}
        waiting += [(one.scope.get(name, one.module), name) for name in names]
    return found


def _list_recipes(planner: ast.FunctionDef) -> Iterator[str]:
    """What makes the pages that a planner has watched, or the records of parts of large ones."""
    named = {node.targets[0].id: node.value for node in ast.walk(planner) if _is_assignment(node)}
    for call in ast.walk(planner):
        told = {keyword.arg: keyword.value for keyword in call.keywords} if isinstance(call, ast.Call) else {}
        if "watch" in told and RECIPES & told.keys():
            show = told[next(iter(RECIPES & told.keys()))]
            recipe = named[show.id] if isinstance(show, ast.Name) and show.id in named else show
            yield recipe.args[0].id


def _is_assignment(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)


def list_looks(function: ast.FunctionDef) -> set[str]:
    """The attributes that a function looks at unnoted."""
    return {
        node.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.attr in UNWATCHED if node.value.id == "directory" else node.attr in BESIDE)
        and node.value.id in ("directory", "threads", "said")
    }


def test_watched_pages_look_by_the_methods_of_the_directory() -> None:
    """Fails if the page of a name sorts its articles by `directory.rank`."""
    functions = {(one.module, one.node.name): one for one in read_functions()}
    watched = find_watched(functions)
    assert len(watched) > 100
    faults = {
        f"{module}: {name}: {look}"
        for module, name in watched
        if module not in MAKERS and name not in EXCUSED
        for look in list_looks(functions[module, name].node)
    }
    assert sorted(faults) == []
