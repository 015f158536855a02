"""Redirects added to the text of `redirects.yaml`, and taken out of it: what else stands there is not touched."""

from collections.abc import Collection, Iterator, Sequence

import yaml

from newsgen.config.files import BOM
from newsgen.config.redirects import REDIRECTS_FILE, parse_redirects
from newsgen.config.scalars import write_text
from newsgen.config.sheet import Edit, apply_edits, end_of, find_newline, line_start, next_line, start_of
from newsgen.config.yamltext import LOADER, read_yaml
from newsgen.config.yamltext import Sequence as List
from newsgen.errors import ConfigError, Diagnostic
from newsgen.records import Record

HEADER = "# Where old addresses lead. `newsgen redirects` adds to this list, and takes out what has its page again."
"""The first line of a new file."""

_OTHER = "# or: "
"""Begins the lines below an entry that name other pages."""


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
    if not _says(result, [*((one.old, one.new) for one in old), *((move.old, move.new) for move in moves)]):
        message = "nothing can be added at the end of this file as it is written; nothing was changed"
        hint = "write it as a list with a line `- from: …` for each entry"
        raise ConfigError(Diagnostic(REDIRECTS_FILE, 0, 0, "error", "redirects-form", message, hint))
    return result


def drop_moves(text: str, outdated: Collection[str]) -> str:
    """The text without the entries of these old addresses; unchanged if it is written so that none can go alone.

    Comments on their own lines stay, but for those below an entry that name other pages. Raises ConfigError for a text
    that is no `redirects.yaml`.
    """
    old = parse_redirects(text)
    body = text.removeprefix(BOM)
    root = yaml.compose(body, Loader=LOADER) if outdated else None
    if not isinstance(root, yaml.SequenceNode) or root.flow_style:
        return text
    result = text[: len(text) - len(body)] + apply_edits(body, _find_dropped(root, body, outdated))
    kept = [(one.old, one.new) for one in old if one.old not in outdated]
    return result if _says(result, kept) else text


def _find_dropped(root: yaml.SequenceNode, text: str, outdated: Collection[str]) -> Iterator[Edit]:
    """What takes the entries out, whole lines each."""
    for entry in root.value:
        if any(key.value == "from" and " ".join(value.value.split()) in outdated for key, value in entry.value):
            start = line_start(text, text.rindex("-", 0, start_of(entry)))
            end = next_line(text, end_of(entry, text))
            while text[end : (below := next_line(text, end))].lstrip().startswith(_OTHER):
                end = below
            yield Edit(start, end, "")


def _write_entry(move: Move) -> list[str]:
    """The lines of an entry."""
    return [
        f"- from: {write_text(move.old)}",
        f"  to: {write_text(move.new)}  # {move.why}",
        *(f"  {_OTHER}{other}" for other in move.others),
    ]


def _says(text: str, wanted: Sequence[tuple[str, str | None]]) -> bool:
    """Whether the text leads the old pages to the new ones that are wanted, and no others."""
    try:
        return [(redirect.old, redirect.new) for redirect in parse_redirects(text)] == list(wanted)
    except ConfigError:
        return False
