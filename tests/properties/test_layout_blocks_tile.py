"""Law: every character of a clipping belongs to exactly one block, and no text makes the layout fail."""

from hypothesis import given
from hypothesis import strategies as st

from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions

LINES = st.sampled_from(
    [
        "",
        "  ",
        "\u00a0",
        "---",
        "===",
        "***",
        "# River *rises*",
        "**Mayor Ann Miller**",
        "RIVER RISES;",
        "By Ann Miller | Reuters",
        "Published: 12/03/2024",
        "Niamey, May 15 (AFP)-- The river rose again on Sunday. .",
        "    NIAMEY — The river, which had been low for the whole of the year,",
        "rose again on Sunday.../",
        "> > quoted",
        "- item",
        "1. item",
        "Read also: Nine dry years",
        "![alt](a.png)",
        "title: River",
        "(SWS)",
        "© 2024 The Bugle. All rights reserved.",
        "ENDS",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=20).map("\n".join),
)


@given(TEXTS)
def test_blocks_tile_the_clipping(text: str) -> None:
    """Fails if `cut_unit` gives both halves the same end, as it does without `place` for the first one."""
    clipping = Clipping(path="articles/a.txt", text=text, encoding="utf-8", digest="")
    article = parse_article(clipping, ReadingOptions(), load_lexicon())
    end = 0
    for block in article.blocks:
        assert block.start == end
        assert block.end > block.start
        end = block.end
    assert end == len(text)
