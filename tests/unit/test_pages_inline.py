from newsgen.pages.inline import Span, cut_pieces
from newsgen.records.site import Pieces

TEXT = "abcdefghijklmno"


def show(pieces: Pieces) -> str:
    """`ab[em:cd]`; a report with its anchor."""
    return "".join(
        piece if isinstance(piece, str) else f"[{piece.kind}{piece.id}:{show(piece.pieces)}]" for piece in pieces
    )


def cut(*spans: Span, start: int = 0, end: int = 10) -> str:
    return show(cut_pieces(TEXT, start, end, spans))


def test_plain_text_is_one_piece() -> None:
    assert cut() == "abcdefghij"
    assert cut_pieces(TEXT, 3, 3, ()) == ()


def test_spans_nest_whatever_their_order() -> None:
    assert cut(Span(2, 4, "time"), Span(1, 6, "em")) == "a[em:b[time:cd]ef]ghij"
    assert cut(Span(1, 6, "em"), Span(1, 6, "name")) == "a[name:[em:bcdef]]ghij"


def test_where_two_cross_the_one_that_matters_less_is_cut() -> None:
    assert cut(Span(0, 4, "em"), Span(2, 6, "name")) == "[em:ab][name:[em:cd]ef]ghij"
    assert cut(Span(0, 4, "name"), Span(2, 6, "em")) == "[name:ab[em:cd]][em:ef]ghij"


def test_a_sentence_is_never_cut_and_its_anchor_stands_once() -> None:
    pieces = cut(Span(0, 8, "em"), Span(2, 5, "report", id="1"), Span(5, 10, "report", id="2"))
    assert pieces == "[em:ab[report1:cde]][report2:[em:fgh]ij]"
    assert cut(Span(0, 5, "report", id="1"), Span(3, 8, "report", id="2")).count("report2") == 1


def test_the_anchor_of_what_is_cut_stands_once() -> None:
    sentence = Span(2, 8, "report", id="r")
    assert cut(sentence, Span(0, 4, "quote", id="q")) == "[quoteq:ab][reportr:cdefgh]ij"
    assert cut(sentence, Span(6, 9, "name", id="m")) == "ab[reportr:cdef[namem:gh]]ij"
    assert cut(sentence, Span(6, 9, "name", href="x", id="m")) == "ab[reportr:cdef[namem:gh]][name:i]j"


def test_spans_are_cut_at_the_ends_of_the_paragraph() -> None:
    assert cut(Span(0, 15, "em"), start=3, end=6) == "[em:def]"
    assert cut(Span(8, 15, "em"), start=3, end=6) == "def"


def test_marks_beyond_any_reason_are_dropped_but_not_what_is_led_to() -> None:
    spans = [Span(0, 10, "em")] * 500
    assert cut(*spans).count("[em:") == 12
    assert "[report9:" in cut(*spans, Span(3, 5, "report", id="9"))
    assert "[name9:" in cut(*spans, Span(3, 5, "name", href="x", id="9"))
