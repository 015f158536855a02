"""Texts as YAML writes them: without quotation marks where it may, with those of the neighbours where there are any."""

import yaml

from newsgen.config.yamltext import Scalar, Sequence, read_yaml
from newsgen.errors import ConfigError

QUOTES = ("", "'", '"')
"""The styles of a scalar on one line, in the order of preference."""


def write_text(text: str, style: str = "") -> str:
    """The text as a scalar that is fit for any place, in the style if that can hold it.

    Raises ValueError for a text that YAML cannot hold on one line.
    """
    for quote in (style, *QUOTES):
        written = _quote(text, quote)
        if _reads_as(written, text):
            return written
    raise ValueError(text)


def write_exactly(text: str) -> str:
    """Any text as a scalar on one line: what neither shows nor stays as it is, is escaped."""
    try:
        return write_text(text)
    except ValueError:
        return '"' + "".join(map(_escape, text)) + '"'


def _escape(sign: str) -> str:
    if sign in '\\"':
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"


def fits_scalar(text: str) -> bool:
    """Whether YAML can hold the text on one line, and it is not empty."""
    return bool(text) and any(_reads_as(_quote(text, quote), text) for quote in QUOTES)


def style_of(node: yaml.Node | None) -> str:
    """The quotation mark in which a scalar stands; empty for none."""
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    return style if style in QUOTES else ""


def is_empty(node: yaml.Node) -> bool:
    """Whether nothing, `~` or `null` stands there."""
    return isinstance(node, yaml.ScalarNode) and Scalar(node.value, 0, 0, quoted=style_of(node) != "").empty


def _quote(text: str, quote: str) -> str:
    if quote == "'":
        return "'" + text.replace("'", "''") + "'"
    if quote == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return text


def _reads_as(written: str, text: str) -> bool:
    """Whether it is read as this text even between brackets, where more signs have a meaning."""
    try:
        tree = read_yaml(f"[{written}]", "")
    except ConfigError:
        return False
    if not isinstance(tree, Sequence) or len(tree.items) != 1:
        return False
    item = tree.items[0]
    return isinstance(item, Scalar) and item.text == text and not item.empty
