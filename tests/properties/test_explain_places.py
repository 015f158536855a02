"""Law: what has a place in the clipping stands there word for word, and words stand there in the article's order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsgen.build.places import Places
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions

WORDS = ("Tema ", "Ghana ", "the road ", "Tema", "港", "é", "Accra, 12 March 2024 -- ", "source: SHD\n")
MARKS = ("**", "*", "_", "`", "[", "](https://example.org/Tema)", "![map](m.png)", "&amp;", "\\", "\u200b")
LINES = ("\n", "\n\n", " ", "\t", "- ", "> ", "# ", "---\n")
PIECES = st.sampled_from(WORDS) | st.sampled_from((*MARKS, *LINES)) | st.text(max_size=4)
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map(lambda pieces: "A headline\n\n" + "".join(pieces))


@given(TEXTS)
def test_words_stand_where_they_are_said_to_stand(text: str) -> None:
    """Fails if `_pair_words` does not go on behind the word it has found."""
    clipping = Clipping(path="a.md", text=text, encoding="utf-8", digest="d")
    article = parse_article(clipping, ReadingOptions(), load_lexicon())
    places = Places(article, text)
    found = []
    for paragraph in article.paragraphs:
        end = paragraph.start
        for word in article.text[paragraph.start : paragraph.end].split():
            start = article.text.index(word, end)
            end = start + len(word)
            place = places.find(start, end)
            if word.isalnum() and place:
                assert text[place.start : place.end] == word
                found.append(place)
    assert all(before.end <= behind.start for before, behind in pairwise(found))
    lines = text.split("\n")
    assert all(lines[place.line - 1][place.column - 1 :].startswith(text[place.start : place.end]) for place in found)
