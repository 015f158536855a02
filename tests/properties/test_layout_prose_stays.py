"""Law: sentences below a headline are the body, word for word, however they are wrapped."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions

WORDS = st.sampled_from(
    [
        "river",
        "bridge",
        "boats",
        "market",
        "water",
        "mayor",
        "night",
        "house",
        "road",
        "people",
        "engine",
        "school",
        "bank",
        "dam",
    ]
)
SENTENCES = st.lists(WORDS, min_size=10, max_size=60).map(lambda words: " ".join(words).capitalize() + ".")


@given(st.lists(SENTENCES, min_size=1, max_size=6), st.sampled_from([0, 60, 72, 78]), st.sampled_from(["\n", "\r\n"]))
def test_prose_is_the_body(paragraphs: list[str], width: int, line_end: str) -> None:
    """Fails if `_continues` joins no line that begins in a small letter."""
    shown = ["\n".join(textwrap.wrap(paragraph, width)) if width else paragraph for paragraph in paragraphs]
    text = "\n\n".join(["River rises", *shown]).replace("\n", line_end).replace("\r\n", "\n")
    clipping = Clipping(path="articles/a.txt", text=text, encoding="utf-8", digest="")
    article = parse_article(clipping, ReadingOptions(), load_lexicon())
    assert article.headline == "River rises"
    assert article.body == "\n\n".join(paragraphs)
