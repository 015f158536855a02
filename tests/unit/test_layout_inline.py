"""Inline marks: plain text, offsets, links, images."""

import pytest

from newsgen.layout.inline import MAX_MARKED, read_inline


def marks(source: str) -> list[tuple[str, str, str | None]]:
    inline = read_inline(source)
    return [(mark.kind, inline.text[mark.start : mark.end], mark.href) for mark in inline.marks]


def test_plain_text_has_no_marks() -> None:
    assert read_inline("Four  boats\tand A & B") == ("Four boats and A & B", (), (), "", ())


def test_marks_are_nested_outer_first() -> None:
    assert marks("a **b *c* d** `e`") == [("strong", "b c d", None), ("em", "c", None), ("code", "e", None)]


@pytest.mark.parametrize("href", ["https://example.org/a", "http://example.org", "mailto:a@example.org"])
def test_safe_links_are_kept(href: str) -> None:
    assert marks(f"the [river]({href}) rose") == [("link", "river", href)]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "/tag/river", "#top", "ftp://example.org/a"]
)
def test_other_links_keep_their_text(href: str) -> None:
    assert read_inline(f"the [river]({href}) rose").text == "the river rose"
    assert marks(f"the [river]({href}) rose") == []


def test_images_become_descriptions() -> None:
    inline = read_inline("The river ![the *gauge*](https://example.org/g.png) rose")
    assert (inline.text, inline.images) == ("The river rose", ("the *gauge*",))
    assert inline.addresses == ("https://example.org/g.png",)


@pytest.mark.parametrize(
    "source", ["g.png", "mailto:desk@example.org", "javascript:alert(1)", "data:image/png;base64,x"]
)
def test_images_that_are_not_on_the_web_have_no_address(source: str) -> None:
    assert read_inline(f"![a gauge]({source})").addresses == (None,)


def test_html_stays_text() -> None:
    assert read_inline("<b>*x*</b> &amp; <i onclick=x>").text == "<b>x</b> & <i onclick=x>"


def test_entities_cannot_break_a_line() -> None:
    assert read_inline("a&#10;b &amp; c").text == "a b & c"


@pytest.mark.parametrize(("source", "whole"), [("**a b**", "strong"), ("*a b*.", "em"), ("**a** b", ""), ("a b", "")])
def test_marks_of_the_whole(source: str, whole: str) -> None:
    assert read_inline(source).whole == whole


def test_marks_of_an_endless_paragraph_stay_as_typed() -> None:
    source = "*a* " * MAX_MARKED
    assert read_inline(source.strip()).text == source.strip()
