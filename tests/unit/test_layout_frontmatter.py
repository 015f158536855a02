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
    ("date", "why"),
    [
        ("2023-02-30", "this is no date: February 2023 has 28 days"),
        ("2023-05/2023-01", "this is no date: it ends before it begins"),
        ("2023-13", "this is no date: there is no month 13"),
        ("soon", "this must be a date"),
    ],
)
def test_a_date_that_is_none_is_told_with_the_reason(date: str, why: str) -> None:
    (fault,) = read_header(f"---\ndate: {date}\n---\nx\n", "articles/a.md", LEXICON).diagnostics
    assert why in fault.message


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


TOML = """+++
# as Hugo writes it
title = "Ferry stops at noon"
authors = ["Jo Bell", "Ann Ray"]
date = 2024-03-28T09:00:00Z
draft = false
tags = ["harbour"]
[params]
weight = 3
+++

The ferry stopped.
"""


def test_toml_between_pluses_says_what_yaml_says() -> None:
    header = read_header(TOML, "articles/a.md", LEXICON)
    assert header.diagnostics == ()
    assert header.values == FrontMatter(
        headline="Ferry stops at noon",
        byline="Jo Bell and Ann Ray",
        published="2024-03-28",
        draft=False,
        extra='{"tags":["harbour"],"params":{"weight":"3"}}',
    )
    assert TOML[header.end :].strip() == "The ferry stopped."


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("+++\ntitle = 'A'\n\ndate = 'soon'\n+++\nx\n", 4, 1, "front-matter"),
        ("+++\ntitle = A\n+++\nx\n", 2, 9, "toml"),
        ("+++\ntitle = 'A'\ntitle = 'B'\n+++\nx\n", 3, 12, "toml"),
        ("+++\n[dateline]\nday = 3\n+++\nx\n", 2, 1, "front-matter"),
        (f"+++\na = 1\nb = {'9' * 5000}\n+++\nx\n", 2, 1, "toml"),
        (f"+++\na = 1\nb = 0x{'f' * 5000}\n+++\nx\n", 3, 1, "toml"),
        (f"+++\na = {'[' * 200}{']' * 200}\n+++\nx\n", 2, 1, "toml"),
        (f"+++\na = {'[' * 20_000}{']' * 20_000}\n+++\nx\n", 2, 1, "toml"),
    ],
)
def test_faults_of_toml_are_named_with_their_place(text: str, line: int, column: int, code: str) -> None:
    assert faults(text) == [(line, column, "error", code)]


@pytest.mark.parametrize("text", ["+++\nSoldiers left.\n+++\nx\n", "+++\ntitle = 'A'\nx\n", "++++\na = 1\n++++\n"])
def test_prose_between_pluses_is_no_header(text: str) -> None:
    assert read_header(text, "a.md", LEXICON).end == 0


def test_what_a_web_clipper_calls_source_is_the_address() -> None:
    text = "---\nsource: https://example.org/a\nauthor: '[[Jo Bell]]'\nsite: The Harbour Post\n---\nx\n"
    values = read_header(text, "a.md", LEXICON).values
    assert (values.url, values.byline, values.source) == ("https://example.org/a", "Jo Bell", "The Harbour Post")


def test_a_key_of_a_tool_yields_to_one_written_by_hand() -> None:
    header = read_header("---\nsite: post.example\nsource: The Harbour Post\n---\nx\n", "a.md", LEXICON)
    assert (header.values.source, header.values.extra, header.diagnostics) == (
        "The Harbour Post",
        '{"site":"post.example"}',
        (),
    )


def test_misspelt_lines_on_top_are_a_header_with_warnings() -> None:
    text = "headlin: The mill opens\npublishd: 2024-01-05\n\nIt began.\n"
    assert faults(text) == [(1, 1, "warning", "unknown-key"), (2, 1, "warning", "unknown-key")]
    assert read_header(text, "articles/a.md", LEXICON).end == text.index("It began")


@pytest.mark.parametrize(
    "text",
    [
        "Warning: storm ahead\nPlaces: Lagos\n\nIt began.\n",
        "headlin: The mill opens\n\nIt began.\n",
        "Peter: yes\nsourse: no\nAnna: yes\nwritr: no\n\nIt began.\n",
        "dats: The mill opens\nlins: soon\n\nIt began.\n",
    ],
)
def test_lines_that_are_not_clearly_a_header_are_text(text: str) -> None:
    assert read_header(text, "articles/a.md", LEXICON).end == 0
