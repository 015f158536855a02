"""Shelves give what was put on them, and make each item only when it is asked for."""

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
