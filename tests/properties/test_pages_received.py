from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsgen.pages.received import show_received
from newsgen.records.article import Block
from newsgen.records.clipping import Clipping
from pages_archive import WORDS

TEXTS = st.text(st.sampled_from("ab \n\x0b\u2028\r"), max_size=60)


@given(TEXTS, st.sets(st.integers(1, 59), max_size=8))
def test_the_fold_shows_every_line_of_the_clipping_once(text: str, cuts: set[int]) -> None:
    """Fails with `splitlines` in place of `split`, which parts lines where no line of the file ends."""
    borders = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    blocks = [
        Block(role="paragraph" if n % 2 else "notice", start=a, end=b, rule="test")
        for n, (a, b) in enumerate(pairwise(borders))
    ]
    shown = show_received(
        WORDS, Clipping(path="articles/x.txt", text=text, encoding="utf-8", digest=""), blocks, (0, len(text))
    )
    lines: dict[int, str] = {}
    for line in shown.lines:
        number = line.number or max(lines)
        lines[number] = lines.get(number, "") + line.text
    expected = text.split("\n")
    assert list(lines.values()) == (expected[:-1] if expected[-1] == "" else expected)
    assert list(lines) == list(range(1, len(lines) + 1))
