"""Front matter: places of faults, what is kept, what is no front matter."""

import pytest

from newsgen.layout.frontmatter import read_header
from newsgen.lexicon import load_lexicon
from newsgen.records.article import FrontMatter

LEXICON = load_lexicon()


def faults(text: str) -> list[tuple[int, int, str, str]]:
    header = read_header(text, "articles/a.md", LEXICON)
    return [(item.line, item.column, item.severity, item.code) for item in header.diagnostics]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("---\ntitle: A\ndate: soon\n---\nx\n", 3, 7),
        ("\n\n---\ntitle: A\ndate: soon\n---\nx\n", 5, 7),
        ("---\ntitle: {a: b}\n---\nx\n", 2, 8),
        ("---\ncountries:\n  - NE\n  - Atlantis\n---\nx\n", 4, 5),
        ("---\nurl: river\n---\nx\n", 2, 6),
        ("---\nlang: english\n---\nx\n", 2, 7),
        ("---\nslug: a/b\n---\nx\n", 2, 7),
        ("---\nslug: ..\n---\nx\n", 2, 7),
        ("---\ndraft: perhaps\n---\nx\n", 2, 8),
        ("---\ndateline: {place: Niamey, day: 3}\n---\nx\n", 2, 27),
        ("Title: A\nDate: soon\n\nx\n", 2, 7),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_with_its_place(text: str, line: int, column: int) -> None:
    assert faults(text) == [(line, column, "error", "front-matter")]


@pytest.mark.parametrize(
    "text", ["---\ntitle: A\ntitle: B\n---\nx\n", '---\ntitle: "A\n---\nx\n', "---\na: [b\n---\nx\n"]
)
def test_broken_front_matter_is_an_error_and_says_nothing(text: str) -> None:
    header = read_header(text, "articles/a.md", LEXICON)
    assert [item.severity for item in header.diagnostics] == ["error"]
    assert header.diagnostics[0].line >= 2
    assert header.values == FrontMatter()
    assert text[header.end :] == "x\n"


def test_a_misspelt_key_is_a_warning_with_the_nearest_one() -> None:
    (warning,) = read_header("---\nsorce: A\ntags: [b]\n---\n", "a.md", LEXICON).diagnostics
    assert (warning.severity, warning.line, warning.column) == ("warning", 2, 1)
    assert "`source`" in warning.hint


def test_values_stay_as_typed() -> None:
    header = read_header("---\ncode: 010\nyes: NO\nat: 12:30\nnone:\n---\n", "a.md", LEXICON)
    assert header.values.extra == '{"code":"010","yes":"NO","at":"12:30","none":null}'


def test_a_place_alone_is_a_dateline() -> None:
    line = read_header("---\ndateline: Niamey\n---\n", "a.md", LEXICON).values.dateline
    assert line is not None
    assert (line.place, line.country) == ("Niamey", "NE")


@pytest.mark.parametrize(
    "text",
    ["", "---\n", "---\n\nRiver rises\n\n---\n", "Source: A\n\nx\n", "---\ntitle: A\nno end\n", "a: b\nc: d\n\nx\n",
     "NIAMEY: A\nPARIS: B\n\nx\n", "Text first\n---\ntitle: A\n---\n", "Title: A\nand so on\n\nx\n"],
)  # fmt: skip
def test_no_front_matter(text: str) -> None:
    header = read_header(text, "articles/a.md", LEXICON)
    assert (header.values, header.end, header.diagnostics) == (FrontMatter(), 0, ())


def test_a_dotted_line_ends_it_too() -> None:
    assert read_header("---\ntitle: A\n...\nx\n", "a.md", LEXICON).values.headline == "A"


def test_an_empty_headline_is_called_empty() -> None:
    (found,) = read_header('---\nheadline: ""\n---\n', "a.md", load_lexicon()).diagnostics
    assert "empty" in found.message
