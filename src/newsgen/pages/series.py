"""Files of many records, planned so that they are made record by record."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import msgspec

from newsgen.records.output import Page, Series

_STEP = b"  "
"""What a level of JSON is indented by."""


def plan_lines(path: str, list_records: Callable[[], Iterable[Any]], made_from: str) -> Page:
    """A file with a line of JSON for each record."""
    lines = partial(_write_lines, list_records)
    return plan_series(path, lambda: Series(list_records=lines), made_from)


def plan_list(path: str, list_records: Callable[[], Iterable[Any]], *, frame: Any = (), key: str = "") -> Page:
    """A file of indented JSON: a list of the records, or a frame whose list `key`, empty here, is of these."""
    return plan_series(path, partial(_make_list, list_records, frame, key), f"the data file {path}")


def plan_series(path: str, show: Callable[[], Series], made_from: str) -> Page:
    """A file of many records."""
    return Page(path=path, template="", show=show, made_from=made_from, is_large=True)


def write_json(value: Any) -> bytes:
    """A value as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(value), indent=len(_STEP))


def _write_lines(list_records: Callable[[], Iterable[Any]]) -> Iterator[bytes]:
    encode = msgspec.json.Encoder().encode
    for record in list_records():
        yield encode(record) + b"\n"


def _make_list(list_records: Callable[[], Iterable[Any]], frame: Any, key: str) -> Series:
    """The list with what is around it; no text of the frame holds a line's end as it is, so the key is where it is."""
    mark = b"\n" + _STEP + msgspec.json.encode(key) + b": [" if key else b"["
    before, _, after = write_json(frame).partition(mark + b"]")
    items = partial(_write_items, list_records, b"\n" + _STEP * (2 if key else 1))
    return Series(list_records=items, head=before + mark, between=b",", foot=b"]" + after + b"\n")


def _write_items(list_records: Callable[[], Iterable[Any]], margin: bytes) -> Iterator[bytes]:
    """Each record on lines of its own, behind a margin; behind the last, the line on which the list ends."""
    item = b""
    for record in list_records():
        if item:
            yield item
        item = margin + write_json(record).replace(b"\n", margin)
    if item:
        yield item + margin[: -len(_STEP)]
