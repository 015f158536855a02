"""The starter: a small archive to begin with, as `newsgen new` writes it."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from newsgen.errors import Diagnostic, UsageError

_HIDDEN = "dot-"
"""Begins the name of a file that is to begin with a dot: packaging tools pass over the real ones."""


def write_starter(folder: Path) -> tuple[str, ...]:
    """Write a small archive into a new or empty folder; says which files. Raises UsageError for any other folder."""
    if folder.exists() and any(folder.iterdir()):
        hint = "give the name of a new one"
        message = "the folder is not empty"
        raise UsageError(Diagnostic(folder.as_posix(), 0, 0, "error", "not-empty", message, hint))
    written = []
    for name, data in _find_files(files("newsgen.starter") / "site", ""):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        written.append(name)
    return tuple(written)


def _find_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    """All files below, in a fixed order."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = prefix + entry.name.replace(_HIDDEN, ".", 1)
        if entry.is_dir():
            yield from _find_files(entry, name + "/")
        else:
            yield name, entry.read_bytes()
