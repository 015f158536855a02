"""Front matter: what a clipping's own header says: YAML between `---` lines, TOML between `+++` lines, or `key: value`
lines at the top."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

import msgspec

from newsgen.config import yamltext
from newsgen.config.tomltext import read_toml
from newsgen.config.yamltext import Node, Scalar
from newsgen.errors import ConfigError, Diagnostic
from newsgen.layout.values import READERS, ValueFaultError, is_address
from newsgen.lexicon import Lexicon
from newsgen.lexicon.desk import fold
from newsgen.records.article import FrontMatter

KEYS: Mapping[str, str] = {
    **dict(zip(READERS, READERS, strict=True)),
    "title": "headline",
    "date": "published",
    "author": "byline",
    "authors": "byline",
    "writer": "byline",
    "outlet": "source",
    "publication": "source",
    "lang": "language",
    "link": "url",
    "permalink": "url",
    "publisher": "source",
    "newspaper": "source",
    "site": "source",
    "site_name": "source",
}
"""Each key that is understood, those of other tools too, and what it means."""

_FOREIGN = frozenset(("authors", "permalink", "publisher", "newspaper", "site", "site_name"))
"""Written by tools, not by hand: never suggested, and silent where a key that people write says the same thing."""
_EXPORTED = {
    "headline": "headline",
    "byline": "byline",
    "author": "byline",
    "source": "source",
    "published": "published",
    "url": "url",
}
"""Kinds of a database's fields, whose labels in any language are understood too, and what they mean."""
_MAIL = frozenset(("from", "to", "sent", "cc"))
"""Keys beside `subject` that make the lines a mail's head."""
_SUGGESTED = frozenset(KEYS) - _FOREIGN

# matches: ---
# matches: +++
_FENCE = re.compile(r"^(---|\+\+\+)[ \t]*$")
_FENCE_END = {"---": ("---", "..."), "+++": ("+++",)}
# matches: title: The end
# matches: Date published : 12 May
# not: NIAMEY (AFP): soldiers
_HEADER = re.compile(r"^([^\W\d_][\w -]{0,30}?)[ \t]*:(?:[ \t]+(.*\S))?[ \t]*$")


class Header(NamedTuple):
    """The front matter and where the text begins."""

    values: FrontMatter
    end: int
    """Offset of the first character behind it; 0 if there is none."""
    diagnostics: tuple[Diagnostic, ...] = ()


def read_header(text: str, path: str, lexicon: Lexicon) -> Header:
    """The front matter at the head of the clipping's text; empty if it has none."""
    found = _find_fenced(text)
    if found is not None:
        read, source, end, first_line = found
        try:
            tree = read(source, path, first_line=first_line)
        except ConfigError as error:
            return Header(FrontMatter(), end, error.diagnostics)
        if not isinstance(tree, yamltext.Mapping):
            return Header(
                FrontMatter(),
                end,
                (_error(path, ValueFaultError(tree, "front matter must be `key: value` lines", _HINT)),),
            )
        return _read(tree, path, end, lexicon)
    lines = _find_lines(text, lexicon)
    if lines is None:
        return Header(FrontMatter(), 0)
    return _read(yamltext.Mapping(lines[0], lines[0][0][0].line, 1), path, lines[1], lexicon)


_HINT = "write `key: value`, one on a line"


class _Read(Protocol):
    """How a language of front matter is read."""

    def __call__(self, text: str, path: str, *, first_line: int) -> Node:
        """The tree; raises ConfigError."""


def _find_fenced(text: str) -> tuple[_Read, str, int, int] | None:
    """(how to read it, source, offset behind it, line of its first line) of a block between rules on top."""
    lead = len(text) - len(text.lstrip("\n\ufeff \t"))
    lead = text.rfind("\n", 0, lead) + 1
    first_end = text.find("\n", lead)
    fence = _FENCE.match(text[lead:first_end].lstrip("\ufeff")) if first_end >= 0 else None
    end = _find_fence_end(text, first_end + 1, _FENCE_END[fence[1]]) if fence else None
    if fence is None or end is None:
        return None
    close, behind = end
    source = text[first_end + 1 : close]
    read, expected = (yamltext.read_yaml, _KEY_LINE) if fence[1] == "---" else (read_toml, _TOML_LINE)
    if not _looks_like(expected, source):
        return None
    return read, source, behind, text.count("\n", 0, first_end + 1) + 1


def _find_fence_end(text: str, start: int, closing: tuple[str, ...]) -> tuple[int, int] | None:
    """Offsets of the closing line's begin and of what is behind it."""
    at = start
    while at < len(text):
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        if text[at:line_end].rstrip() in closing:
            return at, min(line_end + 1, len(text))
        at = line_end + 1
    return None


def _looks_like(expected: re.Pattern[str], source: str) -> bool:
    """Whether the first line that is no comment is as its language begins, and no prose between two rules."""
    for line in source.splitlines():
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            return bool(expected.search(stripped))
    return not source.strip() or source.lstrip().startswith("#")


# matches: title: "The end"
# matches: "title": The end
# matches: {title: The end}
# not: NIAMEY (AFP) - The army said: no
_KEY_LINE = re.compile(r"^(?:[\w-]{1,40}(?: [\w-]{1,20})?|\"[^\"]*\"|'[^']*')\s*:(?:\s|$)|^[{\[]|^[\w-]{1,30}\s*:\S")


# matches: title = "The end"
# matches: [params]
# not: soldiers + police = trouble
_TOML_LINE = re.compile(r"^(?:[\w.-]{1,40}|\"[^\"]*\"|'[^']*')[ \t]*=|^\[[^\]]*\]")


def _find_lines(text: str, lexicon: Lexicon) -> tuple[tuple[tuple[Scalar, Node], ...], int] | None:
    """(keys with values, offset behind them) of `key: value` lines that begin the text and end in a blank line."""
    entries: list[tuple[Scalar, Node]] = []
    at = len(text) - len(text.lstrip("\n\ufeff"))
    number = text.count("\n", 0, at) + 1
    while at < len(text):
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        line = text[at:line_end]
        at = line_end + 1
        if not line.strip():
            break
        match = _HEADER.match(line)
        if match is None or len(line) > 400 or len(entries) > 40:
            return None
        key = Scalar(match[1].lower().replace(" ", "_"), number, 1)
        entries.append((key, Scalar(match[2] or "", number, match.start(2) + 1 if match[2] else len(line))))
        number += 1
    return (tuple(entries), min(at, len(text))) if _is_header(entries, lexicon) else None


def _is_header(entries: list[tuple[Scalar, Node]], lexicon: Lexicon) -> bool:
    """Whether lines are a header: a headline alone, or two keys that are known; none given twice."""
    keys = [key.text for key, _ in entries]
    if "subject" in keys and not _MAIL.isdisjoint(keys):
        return False
    if len(set(keys)) < len(keys):
        return False
    known = [meaning for key in keys if (meaning := KEYS.get(key) or _translate(key, lexicon))]
    return len(known) >= 2 or known == ["headline"] or _is_misspelt_header(keys, lexicon)


def _is_misspelt_header(keys: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether most keys are known or nearly so, two at least: `headlin`, `publishd`; short ones are near anything."""
    known = {key for key in keys if KEYS.get(key) or _translate(key, lexicon)}
    near = [key for key in keys if key not in known and len(key) >= _SHORTEST_NEAR and _misspells(key)]
    return len(known) + len(near) >= 2 and 2 * (len(known) + len(near)) > len(keys)


def _misspells(key: str) -> bool:
    return yamltext.suggest(key, _SUGGESTED) is not None


_SHORTEST_NEAR = 5
"""Letters of a key that may be taken for a misspelt one."""


def _translate(key: str, lexicon: Lexicon) -> str | None:
    """What a key means that is written in another language, as databases write it: `título`, `auteur`."""
    return _EXPORTED.get(lexicon.desk.exports["labels"].get(fold(key.replace("_", " ")), ""))


def _read(tree: yamltext.Mapping, path: str, end: int, lexicon: Lexicon) -> Header:
    """The values of the keys that are known; the others as `extra`."""
    values: dict[str, object] = {}
    extra: dict[str, object] = {}
    diagnostics: list[Diagnostic] = []
    for key, node in sorted(tree.entries, key=lambda entry: not _is_own(entry[0])):
        name = _find_meaning(key, node, values, lexicon)
        if name is None:
            extra[key.text] = _plain(node)
            diagnostics.extend(_suspect(key, path))
            continue
        if isinstance(node, Scalar) and node.empty:
            continue
        if name in values:
            message = f"`{key.text}` says again what another key has said"
            diagnostics.append(_error(path, ValueFaultError(key, message, "keep one of the two")))
            continue
        try:
            values[name] = READERS[name](node, lexicon)
        except ValueFaultError as fault:
            if key.text.casefold() in KEYS:
                diagnostics.append(_error(path, fault, key=key.text))
            else:
                extra[key.text] = _plain(node)
    if extra:
        values["extra"] = msgspec.json.encode(extra).decode()
    return Header(FrontMatter(**values), end, tuple(diagnostics))  # type: ignore[arg-type]  # each by its reader


def _is_own(key: Scalar) -> bool:
    """Whether people write the key by hand in front matter, rather than tools or in another language."""
    written = key.text.casefold()
    return written in KEYS and written not in _FOREIGN


def _find_meaning(key: Scalar, node: Node, values: Mapping[str, object], lexicon: Lexicon) -> str | None:
    """What a key means beside those already read; None for one that is kept as it is."""
    name = KEYS.get(key.text.casefold()) or _translate(key.text, lexicon)
    if name == "source" and isinstance(node, Scalar) and is_address(node.text):
        name = "url"  # web clippers call the address of the page its source
    return None if not _is_own(key) and name in values else name


def _suspect(key: Scalar, path: str) -> tuple[Diagnostic, ...]:
    """A warning if an unknown key looks like a known one misspelt."""
    near = yamltext.suggest(key.text, _SUGGESTED)
    if near is None:
        return ()
    message = f"`{key.text}` is no key that newsgen knows; it is kept as it is"
    return (Diagnostic(path, key.line, key.column, "warning", "unknown-key", message, f"did you mean `{near}`?"),)


def _error(path: str, fault: ValueFaultError, *, key: str = "") -> Diagnostic:
    message = f"`{key}`: {fault.message}" if key else fault.message
    return Diagnostic(path, fault.line, fault.column, "error", "front-matter", message, fault.hint)


def _plain(node: Node) -> object:
    """The node as JSON has it, all values as text."""
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, yamltext.Sequence):
        return [_plain(item) for item in node.items]
    return {key.text: _plain(value) for key, value in node.entries}
