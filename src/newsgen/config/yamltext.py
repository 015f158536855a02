"""Strict YAML: a tree of text with places, where `NO`, `010` and `12:30` stay what was typed.

PyYAML composes the nodes; no value is ever guessed at. Whoever reads a tree decides what kind a value must be and can
name its line and column if it is another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import yaml
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from newsgen.errors import ConfigError, Diagnostic

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 50
"""Nesting that no configuration needs and that the C parser must not be led into."""

MAX_CHARACTERS = 10_000_000
"""Of one document; a longer one is no configuration but an accident."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as typed."""

    text: str
    line: int
    column: int
    quoted: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing, `~` or `null` was typed."""
        return not self.quoted and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in their order; no key twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def read_yaml(text: str, path: str, *, first_line: int = 1) -> Node:
    """The tree of a YAML document; an empty mapping for an empty one.

    `first_line` is the line of the file on which `text` begins. Raises ConfigError, with the place, for broken YAML,
    a key given twice, an alias, a tag, a second document, or nesting deeper than `MAX_DEPTH`.
    """
    if len(text) > MAX_CHARACTERS:
        raise ConfigError(_fault(path, first_line, 1, "the YAML is longer than ten million characters", "shorten it"))
    try:
        _check_events(text, path, first_line)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise ConfigError(_broken(error, path, first_line)) from None
    except (ValueError, UnicodeError) as error:
        raise ConfigError(_fault(path, first_line, 1, f"the YAML cannot be read: {error}", _QUOTING)) from None
    if root is None:
        return Mapping((), first_line, 1)
    return _convert(root, path, first_line)


def suggest(key: str, known: Iterable[str]) -> str | None:
    """The known key that a misspelt one most likely means, or None if none is near."""
    folded = key.casefold().replace("-", "_")
    limit = 1 if len(folded) <= 4 else 2
    found = process.extractOne(folded, sorted(known), scorer=DamerauLevenshtein.distance, score_cutoff=limit)
    return None if found is None else str(found[0])


_QUOTED = ("'", '"', "|", ">")
_QUOTING = "put the value into quotation marks"


def _fault(path: str, line: int, column: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path, line, column, "error", "yaml", message, hint)


def _broken(error: yaml.YAMLError, path: str, first_line: int) -> Diagnostic:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is broken"
    line, column = (mark.line, mark.column + 1) if mark else (0, 1)
    hint = f"check indentation, colons and brackets here, or {_QUOTING}"
    return _fault(path, first_line + line, column, f"the YAML cannot be read: {problem}", hint)


def _check_events(text: str, path: str, first_line: int) -> None:
    """Refuse what could be read in two ways or grow without bound, before anything is composed."""
    depth = 0
    documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        mark = event.start_mark
        line, column = (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise ConfigError(_fault(path, line, column, "anchors and aliases (& and *) are not read", _QUOTING))
        if getattr(event, "tag", None):
            raise ConfigError(_fault(path, line, column, "tags (words after !) are not read", _QUOTING))
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise ConfigError(_fault(path, line, column, "a second document begins here", "remove the `---`"))
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth += 1
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise ConfigError(_fault(path, line, column, f"nested more than {MAX_DEPTH} deep", "flatten it"))


def _convert(node: yaml.Node, path: str, first_line: int) -> Node:
    line, column = first_line + node.start_mark.line, node.start_mark.column + 1
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, line, column, quoted=node.style in _QUOTED)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_convert(item, path, first_line) for item in node.value), line, column)
    assert isinstance(node, yaml.MappingNode)
    entries = []
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = _convert(key_node, path, first_line)
        if not isinstance(key, Scalar):
            raise ConfigError(_fault(path, line, column, "a key must be a word", "use `key: value`"))
        if key.text in seen:
            message = f"the key `{key.text}` stands here for the second time, first on line {seen[key.text]}"
            raise ConfigError(_fault(path, key.line, key.column, message, "keep one of the two"))
        seen[key.text] = key.line
        entries.append((key, _convert(value_node, path, first_line)))
    return Mapping(tuple(entries), line, column)
