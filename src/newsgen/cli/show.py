"""Messages to the user: one line each, on stderr."""

import json
import os
import traceback
from collections import Counter
from collections.abc import Collection
from pathlib import Path

import click
import msgspec

from newsgen.errors import Diagnostic

_LISTED = {"error": 50, "warning": 50, "note": 3}
"""How many messages of one kind are listed: of notes enough to see what they are about."""

_ALL = {"error": "--report FILE", "warning": "--report FILE", "note": "`newsgen check`"}
"""What lists them all."""

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def show_diagnostics(diagnostics: Collection[Diagnostic]) -> None:
    """List messages on stderr, a line each; of each kind only so many that the others are still seen."""
    seen: Counter[tuple[str, str]] = Counter()
    for diagnostic in diagnostics:
        kind = (diagnostic.severity, diagnostic.code)
        seen[kind] += 1
        if seen[kind] <= _LISTED[diagnostic.severity]:
            _say(paint(str(diagnostic), *kind))
    for (severity, code), count in seen.items():
        if (more := count - _LISTED[severity]) > 0:
            _say(paint(f"… and {more} more {severity}[{code}] (all with {_ALL[severity]})", severity, code))


def show_system_error(error: OSError) -> None:
    """What the operating system refused, in the form of any other message."""
    path = str(error.filename or "newsgen")
    message = error.strerror or type(error).__name__
    show_diagnostics([Diagnostic(path, 0, 0, "error", "system", message, "put this right and run it again")])


def show_bug(error: Exception, *, trace: bool) -> None:
    """A fault of newsgen itself, in two lines, or with the traceback for those who want to mend it."""
    if trace:
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    _say(paint(f"newsgen: error[internal]: {type(error).__name__}: {error} ({place})", "error", "internal"))
    _say("This is a fault of newsgen, not of your files; what was published is as it was. Please report it with")
    _say("what the same command says when the environment variable NEWSGEN_DEBUG is set to 1.")


def _say(line: str) -> None:
    click.echo(line, err=True)


def paint(line: str, severity: str, code: str) -> str:
    """The line with its kind in colour, if colours are wanted, and without what a terminal would obey."""
    plain = defuse(line)
    kind = f"{severity}[{code}]"
    if os.environ.get("NO_COLOR"):
        return plain
    # click takes the colour out again where the stream is no terminal.
    return plain.replace(kind, click.style(kind, fg=_COLOURS[severity], bold=True), 1)


def defuse(text: str) -> str:
    """The text with control characters as their codes: file names and clippings are other people's text."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else _code_of(letter) for letter in text)


def _code_of(letter: str) -> str:
    return letter.encode("unicode_escape").decode()


def print_json(content: object) -> None:
    """The content as JSON on stdout, with nothing in it that a terminal would obey."""
    lines = msgspec.json.format(msgspec.json.encode(content), indent=2).decode().split("\n")
    for line in lines:
        click.echo(line if line.isprintable() else "".join(map(_escape, line)))


def _escape(letter: str) -> str:
    """A letter of a JSON text; what cannot be printed as JSON escapes it."""
    return letter if letter.isprintable() else json.dumps(letter)[1:-1]
