"""Places in a YAML text and changes at them."""

from collections.abc import Iterable
from typing import NamedTuple

import yaml

_BREAKS = "\r\n"


class Edit(NamedTuple):
    """A stretch of a text and what is to stand there instead."""

    start: int
    end: int
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all stretches replaced; they must not overlap. What goes to one place keeps its order."""
    parts = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def find_newline(text: str) -> str:
    """How the lines of a text end."""
    return next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")


def start_of(node: yaml.Node) -> int:
    """Where a node begins."""
    return int(node.start_mark.index)


def end_of(node: yaml.Node, text: str) -> int:
    """Behind the last sign of a node: the parser counts the blank lines and comments behind a block to it."""
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return end_of(node.value[-1], text)
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return end_of(node.value[-1][1], text)
    start = start_of(node)
    return start + len(text[start : node.end_mark.index].rstrip())


def line_start(text: str, place: int) -> int:
    """Where the line of a place begins."""
    return max(text.rfind(sign, 0, place) for sign in _BREAKS) + 1


def line_end(text: str, place: int) -> int:
    """Where the line of a place ends, in front of its break."""
    return min((at for sign in _BREAKS if (at := text.find(sign, place)) >= 0), default=len(text))


def next_line(text: str, place: int) -> int:
    """Where the line behind that of a place begins."""
    end = line_end(text, place)
    return end + (2 if text[end : end + 2] == "\r\n" else len(text[end : end + 1]))
