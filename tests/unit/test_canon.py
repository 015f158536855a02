"""Canonical bytes and digests."""

from newsgen.canon import digest, digest_of, digest_parts, digest_stream, encode
from newsgen.records.clipping import Clipping


def test_equal_records_have_equal_bytes() -> None:
    one = Clipping(path="a", text="t", encoding="utf-8", digest="d")
    other = Clipping(digest="d", encoding="utf-8", text="t", path="a")
    assert encode(one) == encode(other)
    assert digest_of(one) == digest_of(other)


def test_the_order_of_a_dictionary_does_not_show() -> None:
    assert encode({"a": 1, "b": 2}) == encode({"b": 2, "a": 1})


def test_the_borders_between_parts_count() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("ab") == digest(b"ab")


def test_text_that_is_no_valid_unicode_has_a_digest() -> None:
    assert digest("\udcff") != digest("\udcfe")


def test_parts_and_pieces_that_come_one_by_one_have_the_same_digest() -> None:
    assert digest_parts(iter(["ab", b"c"])) == digest("ab", b"c")
    assert digest_stream(5, iter([b"ab", b"", b"cde"])) == digest(b"abcde")
