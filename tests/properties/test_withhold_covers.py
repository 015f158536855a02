"""What is covered is not there any more, and nothing else of a clipping is gone.

Mistake that fails it: `_join` keeps the first of two spans that overlap (`if start < joined[-1][1]: continue`).
"""

from hypothesis import given
from hypothesis import strategies as st

from newsgen.records.clipping import Clipping
from newsgen.withhold import cover_runs, split_words
from newsgen.withhold.words import cut_words, find_runs, make_streams

WORDS = st.sampled_from(["Ada", "ada", "Zène", "ZE\u0300NE", "Z&egrave;ne", "Ab", "A\u00adb", "尼", "then", "4"])
GAPS = st.sampled_from([" ", "\n", "\n\n", " **", "-", "&nbsp;", "; ", " https://example.org/", " (", "_"])
NAMES = st.lists(st.sampled_from(["Ada Zène", "Zène Ab", "Ab Ada 4", "尼 Ada", "Ada Ab"]), min_size=1, unique=True)


@given(st.lists(st.tuples(WORDS, GAPS), max_size=30), NAMES)
def test_no_run_is_left_and_the_rest_stays(parts: list[tuple[str, str]], names: list[str]) -> None:
    text = "".join(word + gap for word, gap in parts)
    runs = [split_words(name) for name in names]
    covered = cover_runs(Clipping(path="a", text=text, encoding="utf-8", digest=""), runs, "gone").text
    words = cut_words(covered)
    assert not [found for run in runs for stream in make_streams(covered) for found in find_runs(stream, run)]
    assert covered.count("\n") == text.count("\n")
    kept = [word.folded for word in words if word.folded != "gone"]
    assert is_within(kept, [word.folded for word in cut_words(text)])
    (stream,) = make_streams(text)
    inside = {word.start for run in runs for found in find_runs(stream, run) for word in found}
    assert len(kept) == len(cut_words(text)) - len(inside)


def is_within(few: list[str], many: list[str]) -> bool:
    """Whether the few stand among the many in the same order."""
    rest = iter(many)
    return all(word in rest for word in few)
