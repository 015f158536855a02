"""Marked-up text: spans that may cross become stretches that nest.

Where two spans cross, the one that matters less is cut in two, so that every mark comes out and none is broken:
sentences that reports come from are never cut, then direct speech, links, names and dates; emphasis is cut first.
"""

from bisect import insort
from collections.abc import Iterable
from typing import NamedTuple

from newsgen.records.site import Inline, InlineKind, Pieces

DEEPEST = 12
"""Marks within marks beyond this many are dropped: no text of a person needs them."""

_RANKS: dict[InlineKind, int] = {"report": 0, "quote": 1, "external": 2, "name": 3, "time": 4, "date": 4}
_LAST = 5
"""Rank of all others."""


class Span(NamedTuple):
    """A stretch of text that is to be marked."""

    start: int
    end: int
    kind: InlineKind
    href: str = ""
    id: str = ""
    datetime: str = ""
    edtf: str = ""
    title: str = ""


def cut_pieces(text: str, start: int, end: int, spans: Iterable[Span]) -> Pieces:
    """`text[start:end]` with the spans marked; spans that reach over the ends are cut there."""
    inside = [_clip(span, start, end) for span in spans]
    waiting = [_order(span) for span in inside if span.start < span.end]
    if not waiting:
        return (text[start:end],) if start < end else ()
    waiting.sort(reverse=True)
    return _Nest(text, start).fill(waiting, end)


def _clip(span: Span, start: int, end: int) -> Span:
    """The part of a span between two offsets."""
    if start <= span.start and span.end <= end:
        return span
    return span._replace(start=max(start, span.start), end=min(end, span.end))


def _order(span: Span) -> tuple[tuple[int, int, int], Span]:
    """The key by which spans are opened: first those that start first, of these the longest, then by rank."""
    return (span.start, -span.end, _RANKS.get(span.kind, _LAST)), span


class _Nest:
    """The spans that are open while the text is walked through, each with the pieces it holds so far."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._at = start
        self._open: list[tuple[Span, list[str | Inline]]] = []
        self._done: list[str | Inline] = []

    def fill(self, waiting: list[tuple[tuple[int, int, int], Span]], end: int) -> Pieces:
        """All pieces; `waiting` holds the spans in the reverse of their order and is used up."""
        while waiting:
            _, span = waiting.pop()
            self._close_until(span.start)
            fitted, rests = self._fit(span)
            for rest in rests:
                # What is there only for its anchor is not marked again.
                if rest.start < rest.end and (rest.href or not rest.id):
                    _put_back(waiting, rest._replace(id=""))
            if len(self._open) < DEEPEST or fitted.id:
                self._advance(fitted.start)
                self._open.append((fitted, []))
        self._close_until(end)
        self._advance(end)
        return tuple(self._done)

    def _fit(self, span: Span) -> tuple[Span, list[Span]]:
        """The span as far as it fits into what is open, and what is to be opened again later."""
        rests = []
        while self._open and self._open[-1][0].end < span.end:
            top = self._open[-1][0]
            if _RANKS.get(top.kind, _LAST) <= _RANKS.get(span.kind, _LAST):
                rests.append(span._replace(start=top.end))
                return span._replace(end=top.end), rests
            self._advance(span.start)
            self._close()
            rests.append(top._replace(start=span.start))
        return span, rests

    def _close_until(self, offset: int) -> None:
        """Close all that ends there or before."""
        while self._open and self._open[-1][0].end <= offset:
            self._advance(self._open[-1][0].end)
            self._close()

    def _advance(self, offset: int) -> None:
        """Hand the text up to the offset to what is open."""
        if self._at < offset:
            self._pieces().append(self._text[self._at : offset])
            self._at = offset

    def _close(self) -> None:
        """Turn the innermost open span into a piece of what is around it."""
        span, pieces = self._open.pop()
        if not pieces:
            return
        kind, href, anchor, datetime, edtf, title = span[2:]
        marked = Inline(
            kind=kind, pieces=tuple(pieces), href=href, id=anchor, datetime=datetime, edtf=edtf, title=title
        )
        self._pieces().append(marked)

    def _pieces(self) -> list[str | Inline]:
        """Where the next piece goes."""
        return self._open[-1][1] if self._open else self._done


def _put_back(waiting: list[tuple[tuple[int, int, int], Span]], span: Span) -> None:
    """Queue the rest of a span that was cut; the list stays in the reverse of the order."""
    insort(waiting, _order(span), key=lambda item: tuple(-part for part in item[0]))
