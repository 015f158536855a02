"""TOML as a tree of text with places, the same that strict YAML gives: other generators write their front matter so."""

import re
import tomllib
from collections.abc import Mapping as Table

from newsgen.config.yamltext import MAX_DEPTH, Mapping, Node, Scalar, Sequence
from newsgen.errors import ConfigError, Diagnostic

# matches: title = "The end"
# matches: [params]
# matches: "date" = 2024-05-12
_KEY = re.compile(r"^[ \t]*\[{0,2}[ \t]*[\"']?([\w.-]+)[\"']?[ \t]*[=\]]", re.MULTILINE)

# matches: Expected '=' after a key in a key/value pair (at line 2, column 7)
# matches: Unterminated string (at end of document)
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

_QUOTING = "put the value into quotation marks"


def read_toml(text: str, path: str, *, first_line: int = 1) -> Mapping:
    """The tree of a TOML document; every value as text, days and times as ISO 8601 writes them.

    `first_line` is the line of the file on which `text` begins. The parser of the standard library does not say where a
    value stands: each has the place of the line that names its uppermost key. Raises ConfigError, with the place, for
    broken TOML and for nesting deeper than `MAX_DEPTH`.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_broken(str(error), text, path, first_line)) from None
    except RecursionError:
        raise ConfigError(_fault(path, first_line, 1, "it is nested too deeply", "write it flat")) from None
    except ValueError:  # Python reads no number of thousands of digits
        raise ConfigError(_fault(path, first_line, 1, "a number is too long to be one", _QUOTING)) from None
    lines = _find_lines(text, first_line)
    entries = []
    for key, value in document.items():
        line = lines.get(key, first_line)
        entries.append((Scalar(key, line, 1), _convert(value, path, line, MAX_DEPTH)))
    return Mapping(tuple(entries), first_line, 1)


def _find_lines(text: str, first_line: int) -> dict[str, int]:
    """The line on which each uppermost key is first named."""
    lines: dict[str, int] = {}
    line, counted = first_line, 0
    for match in _KEY.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        lines.setdefault(match[1].partition(".")[0], line)
    return lines


def _convert(value: object, path: str, line: int, depth: int) -> Node:
    """A value of the parser's as a node."""
    if depth == 0:
        raise ConfigError(_fault(path, line, 1, "it is nested too deeply", "write it flat"))
    if isinstance(value, Table):
        entries = ((Scalar(key, line, 1), _convert(inner, path, line, depth - 1)) for key, inner in value.items())
        return Mapping(tuple(entries), line, 1)
    if isinstance(value, list):
        return Sequence(tuple(_convert(inner, path, line, depth - 1) for inner in value), line, 1)
    if isinstance(value, bool):
        return Scalar("true" if value else "false", line, 1)
    if isinstance(value, str):
        return Scalar(value, line, 1, quoted=True)
    isoformat = getattr(value, "isoformat", None)
    try:
        return Scalar(isoformat() if isoformat else str(value), line, 1)
    except ValueError:  # nor does it write one, which hexadecimal digits can give
        raise ConfigError(_fault(path, line, 1, "a number is too long to be one", _QUOTING)) from None


def _broken(message: str, text: str, path: str, first_line: int) -> Diagnostic:
    """What the parser says, at the place that it names."""
    place = _PLACE.search(message)
    said = message[: place.start()] if place else message
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (text.count("\n") + 1, 1)
    return _fault(path, first_line + line - 1, column, f"broken TOML: {said[:1].lower()}{said[1:]}", "see toml.io")


def _fault(path: str, line: int, column: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path, line, column, "error", "toml", message, hint)
