"""The lines of nomenklatura's resolver, each a list of two ids and a decision, read with the place of each part."""

import json
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from newsgen.build.transferred import Spot, tell_spot
from newsgen.errors import Diagnostic
from newsgen.records import Record

Decision = Literal["positive", "negative", "unsure", "no_judgement"]
_DECISIONS: tuple[Decision, ...] = get_args(Decision)
_PARTS = ("the first id", "the second id", "the decision")
_DECODER = json.JSONDecoder()


class Edge(Record):
    """A line of the file."""

    line: int
    """1-based."""
    target: str
    """An id, that of the merged entity if there is one."""
    source: str
    """Another id."""
    decision: Decision
    """Whether both are one."""
    user: str
    """Who said so."""
    columns: tuple[int, int]
    """Where target and source stand in the line."""

    def locate(self, key: str) -> Spot:
        """Where one of its ids stands."""
        return self.line, self.columns[key != self.target]


def read_edge(number: int, line: str, faults: list[Diagnostic]) -> Edge | None:
    """The line as a record; None for a blank line, and for one with a fault, which is added to `faults`."""
    if not line.strip():
        return None
    try:
        items = list(_cut_line(line))
        target, source, decision = (_read_item(items, place, len(line.rstrip()) + 1) for place in range(3))
    except LineError as error:
        hint = f'write ["ID", "ID", "{_DECISIONS[0]}", null, null, null], or remove the line'
        faults.append(tell_spot((number, error.column), error.message, hint, error=True))
        return None
    if decision not in _DECISIONS:
        message, hint = f"“{decision}” is no decision", f"write one of {', '.join(_DECISIONS)}"
        faults.append(tell_spot((number, items[2][1]), message, hint, error=True))
        return None
    user = items[4][0] if len(items) > 4 else None
    return Edge(
        line=number,
        target=target,
        source=source,
        decision=decision,
        user=user if isinstance(user, str) else "",
        columns=(items[0][1], items[1][1]),
    )


class LineError(Exception):
    """A line is none of a resolver."""

    def __init__(self, column: int, message: str) -> None:
        super().__init__(message)
        self.column = column
        self.message = message


def _cut_line(line: str) -> Iterator[tuple[object, int]]:
    """What is in the list that the line writes, each with its column; raises LineError for what is no list."""
    at = _skip(line, 0)
    if line[at] != "[":
        raise LineError(at + 1, "a line of a resolver is a list in brackets")
    while line[at] != "]":
        start = _skip(line, at + 1)
        try:
            item, end = _DECODER.raw_decode(line, start)
        except json.JSONDecodeError as error:
            raise LineError(error.pos + 1, f"this is no line of a resolver: {error.msg}") from None
        except (ValueError, RecursionError):
            raise LineError(start + 1, "this is no line of a resolver: it cannot be read") from None
        if isinstance(item, str) and any("\ud800" <= sign <= "\udfff" for sign in item):
            raise LineError(start + 1, "this is no text: it has half of a character")
        yield item, start + 1
        at = _skip(line, end)
        if line[at : at + 1] not in (",", "]"):
            raise LineError(at + 1, "this is no line of a resolver: Expecting ',' or ']'")
    rest = _skip(line, at + 1)
    if rest < len(line):
        raise LineError(rest + 1, "nothing may stand behind the list")


def _skip(line: str, at: int) -> int:
    """The place of the next character that is no blank."""
    return at + len(line[at:]) - len(line[at:].lstrip())


def _read_item(items: Sequence[tuple[object, int]], place: int, end: int) -> str:
    """One of the first three things in a line, which are texts; raises LineError."""
    if place >= len(items):
        raise LineError(end, f"{_PARTS[place]} is missing")
    item, column = items[place]
    if not isinstance(item, str):
        raise LineError(column, f"{_PARTS[place]} must be a text in quotation marks")
    return item
