from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsgen.pages.inline import Span, cut_pieces
from newsgen.records.site import Pieces

KINDS = st.sampled_from(["em", "strong", "code", "external", "name", "time", "date"])


@st.composite
def marked_texts(draw) -> tuple[str, list[Span], list[Span]]:
    text = draw(st.text(min_size=1, max_size=40))
    offsets = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(offsets, offsets, KINDS), max_size=9))
    marks = [Span(min(a, b), max(a, b), kind) for a, b, kind in pairs]
    borders = sorted(draw(st.sets(offsets, max_size=6)))
    sentences = [Span(a, b, "report", id=str(a)) for a, b in pairwise(borders)]
    return text, marks, sentences


def flatten(pieces: Pieces) -> str:
    return "".join(piece if isinstance(piece, str) else flatten(piece.pieces) for piece in pieces)


def find_reports(pieces: Pieces) -> list[tuple[str, str]]:
    found = []
    for piece in pieces:
        if not isinstance(piece, str):
            found += [(piece.id, flatten(piece.pieces))] if piece.kind == "report" else []
            found += find_reports(piece.pieces)
    return found


def find_covered(pieces: Pieces, start: int = 0, around: tuple[str, ...] = ()) -> set[tuple[str, int]]:
    """(kind, offset) of each character that stands in a mark of the kind."""
    found: set[tuple[str, int]] = set()
    for piece in pieces:
        words = flatten((piece,))
        if isinstance(piece, str):
            found |= {(kind, offset) for kind in around for offset in range(start, start + len(words))}
        else:
            found |= find_covered(piece.pieces, start, (*around, piece.kind))
        start += len(words)
    return found


@given(marked_texts())
def test_however_spans_cross_text_marks_and_sentences_are_whole(given_text) -> None:
    """Fails if `_fit` forgets to advance before it closes a span, or if a sentence gives way to a mark."""
    text, marks, sentences = given_text
    pieces = cut_pieces(text, 0, len(text), [*marks, *sentences])
    assert flatten(pieces) == text
    assert sorted(find_reports(pieces)) == sorted((span.id, text[span.start : span.end]) for span in sentences)
    spans = [*marks, *sentences]
    assert find_covered(pieces) == {(span.kind, offset) for span in spans for offset in range(span.start, span.end)}
