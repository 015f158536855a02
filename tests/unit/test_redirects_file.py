"""`redirects.yaml`: read strictly, chains followed, added to and taken from without touching what else stands there."""

import pytest

from newsgen.config.moves import HEADER, Move, add_moves, drop_moves
from newsgen.config.redirects import find_path_fault, parse_redirects
from newsgen.errors import ConfigError

ENTRY = "- from: people/a.html\n  to: people/b.html\n"
MOVE = Move(old="people/c.html", new="people/b.html", why="merged")


def goals(text: str) -> dict[str, str | None]:
    return {redirect.old: redirect.goal for redirect in parse_redirects(text)}


def codes(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(ConfigError) as caught:
        parse_redirects(text)
    return [(item.line, item.column, item.code) for item in caught.value.diagnostics]


def test_an_entry_keeps_its_places() -> None:
    (redirect,) = parse_redirects(f"# one\n{ENTRY}")
    assert (redirect.old, redirect.line, redirect.column) == ("people/a.html", 2, 9)
    assert (redirect.new, redirect.new_line, redirect.new_column) == ("people/b.html", 3, 7)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]"])
def test_a_file_may_be_empty(text: str) -> None:
    assert parse_redirects(text) == ()


def test_chains_are_followed_whatever_their_order() -> None:
    text = "- {from: c.html, to: d.html}\n- {from: a.html, to: b.html}\n- {from: b.html, to: c.html}\n"
    assert goals(text) == {"c.html": "d.html", "a.html": "d.html", "b.html": "d.html"}


def test_what_is_gone_leads_nowhere() -> None:
    assert goals("- {from: a.html, gone: true}\n- {from: b.html, to: c.html, gone: false}\n") == {
        "a.html": None,
        "b.html": "c.html",
    }


def test_a_way_into_a_circle_is_told_once_and_at_the_circle() -> None:
    text = "- {from: x.html, to: a.html}\n- {from: a.html, to: b.html}\n- {from: b.html, to: a.html}\n"
    assert codes(text) == [(2, 10, "redirect-circle")]


def test_a_way_to_what_is_gone_leads_nowhere() -> None:
    assert goals("- {from: x.html, to: a.html}\n- {from: a.html, gone: true}\n") == {"x.html": None, "a.html": None}


def test_a_long_chain_takes_no_long_time() -> None:
    links = [f"- {{from: p{number}.html, to: p{number + 1}.html}}\n" for number in range(3000)]
    assert set(goals("".join(links)).values()) == {"p3000.html"}


@pytest.mark.parametrize(
    "path",
    [
        *("people/x", "people/x.xml", "", ".html/", "/people/x.html", "../x.html", "a/./b.html", "a/../b.html"),
        *("https://example.org/x.html", "//example.org/x.html", "javascript://x.html", "a\\b.html", "\\a.html"),
        *("a?b.html", "a#b.html", "a%20b.html", "c:x.html", "a//b.html", "a\x07.html", "a\u202eb.html"),
        *("x" * 251 + ".html", ".newsgen-staging/x.html"),
    ],
)
def test_what_is_no_path_of_a_page_is_refused(path: str) -> None:
    assert find_path_fault(path) is not None


@pytest.mark.parametrize(
    "path", ["x.html", "people/x y.html", "people/josé.html", "a/b/index.html", "x" * 250 + ".html"]
)
def test_what_is_the_path_of_a_page_is_not(path: str) -> None:
    assert find_path_fault(path) is None


def test_a_new_file_says_what_it_is() -> None:
    assert add_moves("", [MOVE]) == f"{HEADER}\n- from: people/c.html\n  to: people/b.html  # merged\n"


def test_others_stand_below_for_the_editor() -> None:
    move = Move(old="people/c.html", new="people/b.html", why="split", others=("people/d.html, for 2 articles",))
    assert add_moves(ENTRY, [move]).endswith("# split\n  # or: people/d.html, for 2 articles\n")


@pytest.mark.parametrize(
    "text",
    [
        ENTRY,
        ENTRY.rstrip("\n"),
        "\ufeff" + ENTRY,
        f"# why\n\n{ENTRY}  # or: people/x.html\n\n# the end\n",
        "  - from: people/a.html\n    to: people/b.html\n",
        "-   {to: people/b.html, from: 'people/a.html'}   # so\n",
        "# nothing yet\n",
    ],
)
def test_what_stands_there_stays(text: str) -> None:
    result = add_moves(text, [MOVE])
    assert result.startswith(text)
    assert goals(result) == goals(text) | {"people/c.html": "people/b.html"}


def test_line_ends_are_those_of_the_file() -> None:
    result = add_moves(ENTRY.replace("\n", "\r\n"), [MOVE])
    assert result.count("\r\n") == result.count("\n") == 4


def test_strange_paths_are_quoted() -> None:
    moves = [Move(old="- x, y {z}.html", new="'&b'.html", why="renamed")]
    assert goals(add_moves("", moves)) == {"- x, y {z}.html": "'&b'.html"}


@pytest.mark.parametrize("text", ["[]\n", f"{ENTRY}...\n", "[{from: a.html, to: b.html}]\n", "{}\n"])
def test_a_form_without_an_end_to_add_to_is_refused(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        add_moves(text, [MOVE])
    assert [item.code for item in caught.value.diagnostics] == ["redirects-form"]


def test_nothing_to_add_changes_nothing() -> None:
    assert add_moves("[]", []) == "[]"
    assert add_moves("", []) == ""


# --- entries taken out ------------------------------------------------------------------------------------------------

KEPT = "# ours\n- {from: x.html, to: y.html}  # by hand\n"


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY,
        "- {to: people/b.html, from: 'people/a.html'}   # so\n",
        "- from: people/a.html\n  # between\n  to: people/b.html  # split\n  # or: people/c.html\n  # or: d.html\n",
        "- to: people/b.html\n  from: >-\n    people/a.html\n",
        "- from: people/a.html\n  gone: true\n",
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_entry_goes_and_all_else_stays(entry: str, mark: str) -> None:
    tail = "# or so\n- from: z.html\n  to: y.html"
    assert drop_moves(mark + KEPT + entry + tail, {"people/a.html"}) == mark + KEPT + tail
    assert drop_moves(mark + entry, {"people/a.html"}) == mark
    assert drop_moves(mark + KEPT + entry, {"people/b.html"}) == mark + KEPT + entry


def test_line_ends_stay_when_an_entry_goes() -> None:
    text = (KEPT + ENTRY + KEPT.replace("x", "z")).replace("\n", "\r\n")
    assert drop_moves(text, {"people/a.html"}) == (KEPT + KEPT.replace("x", "z")).replace("\n", "\r\n")


def test_a_form_out_of_which_nothing_can_go_alone_stays() -> None:
    text = "[{from: a.html, to: b.html}, {from: c.html, to: b.html}]\n"
    assert drop_moves(text, {"a.html"}) == text
