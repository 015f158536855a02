"""Files of many records, planned so that they are made part by part."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar
from zlib import crc32

import msgspec
from msgspec.structs import replace

from newsgen.canon import digest, encode
from newsgen.records.output import Page, Part, Series, Watch

_STEP = b"  "
"""What a level of JSON is indented by."""

_ONE_IN = 64
"""Of so many things one begins a part, about."""

Item = TypeVar("Item")


class Named(NamedTuple, Generic[Item]):
    """Something that a file has a record of."""

    name: str
    """Its id."""
    item: Item
    given: Any = None
    """What nobody notes a look at, and the record hangs on."""


ListParts = Callable[[], Iterable[Part]]


def cut_parts(
    kind: str, named: Iterable[Named[Item]], describe: Callable[[Item], Iterable[Any]], watch: Watch
) -> Iterator[Part]:
    """Parts of a file, with the records that `describe` makes of each thing.

    Where one begins the name of its first thing alone decides, so that one that arrives changes the part where it comes
    to stand, and no other.
    """
    for block in _cut(named):
        yield Part(
            kind=kind,
            names=tuple(one.name for one in block),
            make=partial(_describe_all, describe, [one.item for one in block]),
            watch=watch,
            given=digest(encode([(one.name, one.given) for one in block])),
        )


def _cut(named: Iterable[Named[Item]]) -> Iterator[list[Named[Item]]]:
    block: list[Named[Item]] = []
    for one in named:
        if block and crc32(one.name.encode("utf-8", "surrogatepass")) % _ONE_IN == 0:
            yield block
            block = []
        block.append(one)
    if block:
        yield block


def _describe_all(describe: Callable[[Item], Iterable[Any]], items: Iterable[Item]) -> Iterator[Any]:
    for item in items:
        yield from describe(item)


def plan_lines(path: str, list_parts: ListParts, made_from: str) -> Page:
    """A file with a line of JSON for each record of the parts."""
    lines = partial(_write_parts, list_parts, _write_line)
    return plan_series(path, lambda: Series(list_parts=lines), made_from)


def plan_list(path: str, list_parts: ListParts, *, frame: Any = (), key: str = "") -> Page:
    """A file of indented JSON: a list of the records, or a frame whose list `key`, empty here, is of these."""
    return plan_series(path, partial(_make_list, list_parts, frame, key), f"the data file {path}")


def plan_series(path: str, show: Callable[[], Series], made_from: str) -> Page:
    """A file of many records."""
    return Page(path=path, template="", show=show, made_from=made_from, is_large=True)


def write_json(value: Any) -> bytes:
    """A value as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(value), indent=len(_STEP))


def _write_parts(list_parts: ListParts, write: Callable[[Any], bytes]) -> Iterator[Part]:
    """The parts with the bytes of their records."""
    for part in list_parts():
        yield replace(part, make=partial(_write_all, part.make, write))


def _write_all(make: Callable[[], Iterable[Any]], write: Callable[[Any], bytes]) -> Iterator[bytes]:
    return map(write, make())


def _write_line(record: Any) -> bytes:
    return msgspec.json.encode(record) + b"\n"


def _make_list(list_parts: ListParts, frame: Any, key: str) -> Series:
    """The list with what is around it; no text of the frame holds a line's end as it is, so the key is where it is."""
    mark = b"\n" + _STEP + msgspec.json.encode(key) + b": [" if key else b"["
    before, _, after = write_json(frame).partition(mark + b"]")
    margin = b"\n" + _STEP * (2 if key else 1)
    return Series(
        list_parts=partial(_write_parts, list_parts, partial(_write_item, margin)),
        head=before + mark,
        between=b",",
        foot=margin[: -len(_STEP)] + b"]" + after + b"\n",
        empty=before + mark + b"]" + after + b"\n",
    )


def _write_item(margin: bytes, record: Any) -> bytes:
    """A record on lines of its own, behind a margin."""
    return margin + write_json(record).replace(b"\n", margin)
