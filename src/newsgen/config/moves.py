"""Redirects added to the text of `redirects.yaml`: what stands there already is not touched."""

from collections.abc import Sequence

from newsgen.config.files import BOM
from newsgen.config.redirects import REDIRECTS_FILE, parse_redirects
from newsgen.config.scalars import write_text
from newsgen.config.sheet import find_newline
from newsgen.config.yamltext import Sequence as List
from newsgen.config.yamltext import read_yaml
from newsgen.errors import ConfigError, Diagnostic
from newsgen.records import Record
from newsgen.records.options import Redirect

HEADER = "# Where old addresses lead. `newsgen redirects` adds to this list, and changes nothing that stands in it."
"""The first line of a new file."""


class Move(Record):
    """A page that is elsewhere now."""

    old: str
    """Path of the page that was."""
    new: str
    """Path of the one that took its place."""
    why: str
    """How that is known, in a word or two; stands behind the entry."""
    others: tuple[str, ...] = ()
    """Other pages that may have taken its place, each with a word about it; stand below the entry."""


def add_moves(text: str, moves: Sequence[Move]) -> str:
    """The text with an entry for each move at its end; nothing else in it is changed.

    Raises ConfigError for a text that is no `redirects.yaml` or has a form in which nothing can be added at the end.
    """
    old = parse_redirects(text)
    if not moves:
        return text
    body = text or f"{HEADER}\n"
    newline = find_newline(body)
    root = read_yaml(text.removeprefix(BOM), REDIRECTS_FILE)
    indent = " " * (root.column - 1) if isinstance(root, List) else ""
    lines = [indent + line for move in moves for line in _write_entry(move)]
    result = body + ("" if body.endswith(("\r", "\n")) else newline) + "".join(line + newline for line in lines)
    if not _says(result, old, moves):
        message = "nothing can be added at the end of this file as it is written; nothing was changed"
        hint = "write it as a list with a line `- from: …` for each entry"
        raise ConfigError(Diagnostic(REDIRECTS_FILE, 0, 0, "error", "redirects-form", message, hint))
    return result


def _write_entry(move: Move) -> list[str]:
    """The lines of an entry."""
    return [
        f"- from: {write_text(move.old)}",
        f"  to: {write_text(move.new)}  # {move.why}",
        *(f"  # or: {other}" for other in move.others),
    ]


def _says(text: str, old: Sequence[Redirect], moves: Sequence[Move]) -> bool:
    """Whether the text says what it said before, and the moves."""
    try:
        read = [(redirect.old, redirect.new) for redirect in parse_redirects(text)]
    except ConfigError:
        return False
    return read == [(one.old, one.new) for one in old] + [(move.old, move.new) for move in moves]
