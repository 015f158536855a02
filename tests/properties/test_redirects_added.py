"""Whatever stands in `redirects.yaml`, adding to it keeps its text, says what was to be added, and does so once."""

from hypothesis import given
from hypothesis import strategies as st

from newsgen.config.moves import Move, add_moves
from newsgen.config.redirects import find_path_fault, parse_redirects

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=8)
PATHS = (
    st.lists(NAMES, min_size=1, max_size=3)
    .map(lambda names: "/".join(names) + ".html")
    .filter(lambda path: find_path_fault(path) is None and path == " ".join(path.split()))
)
LINES = st.sampled_from(["", "# a comment", "   ", "# - from: x.html", "#"])


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[Move], list[Move]]:
    """A file with entries and comments between them, and further moves: all to pages that are no old addresses."""
    olds = draw(st.lists(PATHS, max_size=6, unique_by=str.casefold))
    goals = draw(st.lists(PATHS.filter(lambda path: path not in olds), min_size=1, max_size=3))
    moves = [Move(old=old, new=draw(st.sampled_from(goals)), why="merged") for old in olds]
    cut = draw(st.integers(0, len(moves)))
    text = add_moves("", moves[:cut])
    lines = [line for entry in text.splitlines(keepends=True) for line in (entry, draw(LINES) + "\n")]
    return draw(st.sampled_from(["", "\ufeff"])) + "".join(lines), moves[:cut], moves[cut:]


@given(files())
def test_what_stands_there_stays_and_what_is_added_is_there(case: tuple[str, list[Move], list[Move]]) -> None:
    """Fails, for one, if paths are written without quotation marks, or if an entry that is there is written again."""
    text, there, further = case
    result = add_moves(text, further)
    assert result.startswith(text)
    assert [(one.old, one.new) for one in parse_redirects(result)] == [(one.old, one.new) for one in (*there, *further)]
    assert add_moves(result, ()) == result
