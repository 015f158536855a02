"""Strict YAML: a tree of text with places, where `NO`, `010` and `12:30` stay what was typed.

PyYAML composes the nodes; no value is ever guessed at. Whoever reads a tree decides what kind a value must be and can
name its line and column if it is another.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import yaml
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from newsgen.errors import ConfigError, Diagnostic

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

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
    places = _Places(text, path, first_line)
    try:
        _check_events(text, places)
        root = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise ConfigError(_broken(error, places)) from None
    except (ValueError, UnicodeError) as error:
        raise ConfigError(_fault(path, first_line, 1, f"the YAML cannot be read: {error}", _QUOTING)) from None
    if root is None:
        return Mapping((), first_line, 1)
    return _convert(root, places)


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


class _Mark(Protocol):
    """A place that PyYAML tells, in C or Python."""

    @property
    def index(self) -> int:
        """Characters before it."""


class _Places:
    """Lines and columns of a document as an editor counts them: YAML ends lines where files do not."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._text = text
        self._breaks = [at for at, letter in enumerate(text) if letter == "\n"]
        self._path = path
        self._first_line = first_line

    def find(self, mark: _Mark | None) -> tuple[int, int]:
        """Line and column of a mark; the beginning for none."""
        if mark is None:
            return self._first_line, 1
        before = bisect_left(self._breaks, mark.index)
        return self._first_line + before, mark.index - (self._breaks[before - 1] if before else -1)

    def has_tab(self, mark: _Mark) -> bool:
        """Whether a tab stands at a mark."""
        return self._text[mark.index : mark.index + 1] == "\t"

    def fault(self, place: tuple[int, int], message: str, hint: str) -> ConfigError:
        """The error at a place."""
        return ConfigError(_fault(self._path, *place, message, hint))

    def tell(self, mark: _Mark | None, message: str, hint: str) -> Diagnostic:
        """The message at a mark."""
        return _fault(self._path, *self.find(mark), message, hint)


def _broken(error: yaml.YAMLError, places: _Places) -> Diagnostic:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is broken"
    hint = f"check indentation, colons and brackets here, or {_QUOTING}"
    if mark is not None and places.has_tab(mark):
        problem, hint = "a tab stands where a key or a value begins", "indent with blanks: YAML knows no tabs there"
    return places.tell(mark, f"the YAML cannot be read: {problem}", hint)


def _check_events(text: str, places: _Places) -> None:
    """Refuse what could be read in two ways or grow without bound, before anything is composed."""
    depth = 0
    documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
        refused = _refuse(event, depth, documents)
        if refused:
            raise ConfigError(places.tell(event.start_mark, *refused))


_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def _refuse(event: yaml.Event, depth: int, documents: int) -> tuple[str, str] | None:
    """What is wrong with an event, and what to do; None if nothing is."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return "anchors and aliases (& and *) are not read", _QUOTING
    if getattr(event, "tag", None):
        return "tags (words after !) are not read", _QUOTING
    if documents > 1:
        return "a second document begins here", "remove the `---`"
    if depth > MAX_DEPTH:
        return f"nested more than {MAX_DEPTH} deep", "flatten it"
    return None


def _convert(node: yaml.Node, places: _Places) -> Node:
    line, column = places.find(node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, line, column, quoted=node.style in _QUOTED)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_convert(item, places) for item in node.value), line, column)
    assert isinstance(node, yaml.MappingNode)
    entries = []
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = _convert(key_node, places)
        if not isinstance(key, Scalar):
            raise places.fault((line, column), "a key must be a word", "use `key: value`")
        if key.text in seen:
            message = f"the key `{key.text}` stands here for the second time, first on line {seen[key.text]}"
            raise places.fault((key.line, key.column), message, "keep one of the two")
        seen[key.text] = key.line
        entries.append((key, _convert(value_node, places)))
    return Mapping(tuple(entries), line, column)
