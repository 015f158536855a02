"""Files of many records: made part by part, the same as if they were written as a whole."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest

from newsgen.pages.series import Named, cut_parts, plan_lines, plan_list
from newsgen.records.output import Page, Part, Series

RECORDS = [{"a": 1, "b": ['x\n  "events": [] ', {}]}, [], "two\nlines"]


def write(page: Page) -> bytes:
    return b"".join(page.shows)


def list_parts(*parts: Iterable[Any]) -> Callable[[], list[Part]]:
    return lambda: [
        Part(kind="things", names=(str(place),), make=lambda part=part: part) for place, part in enumerate(parts)
    ]


def cut(names: Iterable[str]) -> list[Part]:
    named = [Named(name, name) for name in names]
    return [*cut_parts("things", named, describe=lambda name: [name.upper()], watch=lambda make: (make(), ()))]


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_a_list_is_what_it_would_be_as_a_whole(number: int) -> None:
    """Fails if what stands between the records of two parts is left out, or a part without records counts."""
    records = RECORDS[:number]
    whole = msgspec.json.format(msgspec.json.encode(records), indent=2) + b"\n"
    assert write(plan_list("x.json", list_parts(records))) == whole
    assert write(plan_list("x.json", list_parts([], *([one] for one in records), []))) == whole


@pytest.mark.parametrize("number", [0, 1, 2, 3])
@pytest.mark.parametrize("title", ['"events": []', '\n  "events": []', "[]"])
def test_a_list_in_a_frame_is_what_it_would_be_as_a_whole(title: str, number: int) -> None:
    records = RECORDS[:number]
    frame = {"title": title, "events": [], "more": []}
    whole = msgspec.json.format(msgspec.json.encode({**frame, "events": records}), indent=2) + b"\n"
    assert write(plan_list("x.json", list_parts(records), frame=frame, key="events")) == whole


def test_lines_are_records() -> None:
    page = plan_lines("x.jsonl", list_parts(RECORDS), "x")
    assert [json.loads(line) for line in write(page).splitlines()] == RECORDS


def test_there_is_a_piece_for_each_record_and_one_for_the_end() -> None:
    series = Series(list_parts=list_parts([b"a"], [b"b"]), head=b"<", between=b", ", foot=b">", empty=b"<>")
    assert list(series) == [b"<a", b", b", b">"]
    assert list(series) == list(series)
    assert list(Series(list_parts=list, head=b"<", foot=b">", empty=b"nothing")) == [b"nothing"]


def test_no_record_is_made_before_it_is_asked_for() -> None:
    made: list[int] = []
    page = plan_lines("x.jsonl", list_parts(made.append(number) or number for number in range(9)), "x")
    pieces = iter(page.shows)
    assert made == []
    assert (next(pieces), made) == (b"0\n", [0])


NAMES = [f"article-{number:04}" for number in range(1000)]


def test_parts_hold_all_records_in_order() -> None:
    """Fails if the last part is forgotten."""
    parts = cut(NAMES)
    assert [name for part in parts for name in part.names] == NAMES
    assert [record for part in parts for record in part.make()] == [name.upper() for name in NAMES]
    assert len({part.key for part in parts}) == len(parts)
    assert 5 < len(parts) < 50


@pytest.mark.parametrize("place", [0, 1, 500, 999])
def test_one_that_arrives_or_leaves_changes_its_neighbours_at_most(place: int) -> None:
    """Fails if parts are cut by number."""
    before = {(part.key, part.given) for part in cut(NAMES)}
    after = {(part.key, part.given) for part in cut([*NAMES[:place], *NAMES[place + 1 :]])}
    assert len(before - after) <= 2
    assert len(after - before) <= 1


def test_what_is_given_of_one_thing_is_given_to_its_part() -> None:
    def give(title: str) -> list[str]:
        named = [Named(name, name, title if name == NAMES[700] else None) for name in NAMES]
        return [
            part.given for part in cut_parts("things", named, describe=lambda name: [name], watch=lambda make: (0, ()))
        ]

    assert sum(one != other for one, other in zip(give("one"), give("other"), strict=True)) == 1
