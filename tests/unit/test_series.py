"""Files of many records: made record by record, the same as if they were written as a whole."""

import json

import msgspec
import pytest

from newsgen.pages.series import plan_lines, plan_list
from newsgen.records.output import Page, Series

RECORDS = [{"a": 1, "b": ['x\n  "events": [] ', {}]}, [], "two\nlines"]


def write(page: Page) -> bytes:
    return b"".join(page.shows)


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_a_list_is_what_it_would_be_as_a_whole(number: int) -> None:
    records = RECORDS[:number]
    whole = msgspec.json.format(msgspec.json.encode(records), indent=2) + b"\n"
    assert write(plan_list("x.json", lambda: records)) == whole


@pytest.mark.parametrize("number", [0, 1, 2, 3])
@pytest.mark.parametrize("title", ['"events": []', '\n  "events": []', "[]"])
def test_a_list_in_a_frame_is_what_it_would_be_as_a_whole(title: str, number: int) -> None:
    records = RECORDS[:number]
    frame = {"title": title, "events": [], "more": []}
    whole = msgspec.json.format(msgspec.json.encode({**frame, "events": records}), indent=2) + b"\n"
    assert write(plan_list("x.json", lambda: records, frame=frame, key="events")) == whole


def test_lines_are_records() -> None:
    assert [json.loads(line) for line in write(plan_lines("x.jsonl", lambda: RECORDS, "x")).splitlines()] == RECORDS


def test_there_is_a_piece_for_each_record_between_head_and_foot() -> None:
    series = Series(list_records=lambda: [b"a", b"b"], head=b"<", between=b", ", foot=b">")
    assert list(series) == [b"<", b"a", b", b", b">"]
    assert list(series) == list(series)
    assert list(Series(list_records=list)) == [b"", b""]


def test_no_record_is_made_before_it_is_asked_for() -> None:
    made: list[int] = []
    page = plan_lines("x.jsonl", lambda: (made.append(number) for number in range(9)), "x")
    pieces = iter(page.shows)
    assert (next(pieces), made) == (b"", [])
    next(pieces)
    assert made == [0]
