"""Law: paragraphs part the body with one blank line between two, and marks lie within one paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions

WORDS = st.sampled_from(
    [
        "river",
        "*rose*",
        "**again",
        "Sunday**",
        "[a](https://example.org)",
        "`b`",
        "_c_",
        "\\*",
        "&amp;",
        "&#10;",
        "![d](e)",
        "\n",
        "\n\n",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=40).map(" ".join))


@given(TEXTS)
def test_paragraphs_and_marks_lie_in_the_text(text: str) -> None:
    """Fails if `_move_marks` counts one character between paragraphs rather than two."""
    clipping = Clipping(path="articles/a.txt", text=text, encoding="utf-8", digest="")
    article = parse_article(clipping, ReadingOptions(), load_lexicon())
    assert article.headline
    assert "\n" not in article.headline
    assert article.text.startswith(article.headline)
    parts = [article.text[paragraph.start : paragraph.end] for paragraph in article.paragraphs]
    assert "\n\n".join(parts) == article.body
    assert all(part and part == part.strip(" ") and "\n" not in part for part in parts)
    for mark in article.marks:
        assert any(p.start <= mark.start < mark.end <= p.end for p in article.paragraphs)
        assert mark.href is None or mark.href.lower().startswith(("http://", "https://", "mailto:"))
