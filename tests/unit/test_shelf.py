"""Shelves give what was put on them, and make each item only when it is asked for."""

import os
from pathlib import Path
from unittest.mock import Mock

import pytest

from newsgen.canon import encode
from newsgen.records.texts import SameText
from newsgen.shelf import Pack, Shelf, shelve

MANY = tuple(SameText(article=number, likeness=number / 1000) for number in range(600))
"""More than a piece holds."""


def shelve_all() -> Shelf[SameText]:
    pack = Pack()
    assert [pack.add(encode(record)) for record in MANY] == list(range(len(MANY)))
    return shelve(SameText, pack)


def test_a_shelf_gives_what_was_put_on_it() -> None:
    shelf = shelve_all()
    assert [shelf[place] for place in range(len(shelf))] == list(MANY)
    assert (list(shelf), shelf[-1], shelf[254:258]) == (list(MANY), MANY[-1], MANY[254:258])
    with pytest.raises(IndexError):
        shelf[len(MANY)]


def test_a_shelf_is_equal_to_a_sequence_of_the_same_items() -> None:
    shelf = shelve_all()
    assert shelf == MANY == shelve_all()
    assert shelf != MANY[:-1]
    assert shelf != (*MANY[:-1], MANY[0])
    assert shelf != "no sequence of records"


def test_picked_items_stand_in_the_order_asked_for() -> None:
    assert list(shelve_all().pick([400, 3, 255])) == [MANY[400], MANY[3], MANY[255]]


def test_records_may_be_packed_in_another_order() -> None:
    pack = Pack()
    places = {record: pack.add(encode(record)) for record in reversed(MANY)}
    assert shelve(SameText, pack, [places[record] for record in MANY]) == MANY


def test_a_pack_holds_what_it_was_given_in_a_file_and_behind_it(tmp_path: Path) -> None:
    """Fails if a value that is not written yet is looked for in the file, or at its place in all."""
    values = [bytes([number]) * (300_000 + number) for number in range(20)]
    pack = Pack(tmp_path)
    for place, value in enumerate(values):
        assert pack.add(value) == place
        assert pack[place] == value
    assert [pack[place] for place in range(20)] == values
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("written", [OSError(28, "No space left on device"), 1000])
def test_a_pack_does_without_its_file_once_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: OSError | int
) -> None:
    values = [bytes([number]) * 600_000 for number in range(9)]
    pack = Pack(tmp_path)
    places = [pack.add(value) for value in values[:5]]
    monkeypatch.setattr(os, "pwrite", Mock(side_effect=[written]))
    places += [pack.add(value) for value in values[5:]]
    assert [pack[place] for place in places] == values


def test_a_pack_does_without_a_file_where_there_is_no_folder(tmp_path: Path) -> None:
    pack = Pack(tmp_path / "none")
    assert [pack[pack.add(value)] for value in (b"a", b"", b"bc")] == [b"a", b"", b"bc"]


def test_an_item_is_made_when_it_is_asked_for_and_stays_at_hand() -> None:
    made: list[int] = []
    shelf = Shelf(lambda place: made.append(place) or str(place), 9)
    assert made == []
    assert (shelf[4], shelf[4], shelf[7]) == ("4", "4", "7")
    assert made == [4, 7]
    assert list(shelf)[4] == "4"
    assert shelf[4] == "4"
    assert made == [4, 7, *range(9)]
    assert shelf.peek(8) == shelf.peek(8) == "8"
    assert made == [4, 7, *range(9), 8, 8]
