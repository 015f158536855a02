"""Words of a clipping covered by a note that something was withheld."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import msgspec

from newsgen.canon import digest
from newsgen.records.article import Block
from newsgen.records.clipping import Clipping
from newsgen.withhold.words import Run, Stream, Word, find_runs, fold_text, holds, make_streams

_ADDRESS_SIGNS = ("://", "www.", "@")

Span = tuple[int, int]


class Mere(NamedTuple):
    """Names that others may have too, such as mere family names."""

    runs: Collection[Run] = ()
    spared: Collection[Run] = ()
    """Full names of others: what stands within one of these is not meant."""


def cover_runs(
    clipping: Clipping, runs: Iterable[Run], label: str, *, blocks: Sequence[Block] = (), mere: Mere | None = None
) -> Clipping:
    """The clipping with `[label]` in place of each run of words; itself if it has none of them.

    A mere name counts only where it is no part of another's, and, if it is one word, does not begin with a small
    letter. `blocks` tell where the header is.
    """
    mere = mere or Mere()
    folded = fold_text(clipping.text)
    full = [run for run in runs if holds(folded, run)]
    short = [run for run in mere.runs if holds(folded, run)]
    if not full and not short:
        return clipping
    streams = make_streams(clipping.text)
    kept = list(map(_span, _find_all(streams, (run for run in mere.spared if holds(folded, run)))))
    named = (found for found in _find_all(streams, short) if _is_meant(clipping.text, found, kept))
    spans = _join(map(_span, chain(_find_all(streams, full), named)))
    if not spans:
        return clipping
    header = max((block.end for block in blocks if block.role == "front-matter"), default=0)
    text = _cover(clipping.text, spans, label, header)
    return msgspec.structs.replace(clipping, text=text, digest=digest(clipping.digest, text))


def _find_all(streams: Sequence[Stream], runs: Iterable[Run]) -> Iterator[Sequence[Word]]:
    for run in runs:
        for stream in streams:
            yield from find_runs(stream, run)


def _span(found: Sequence[Word]) -> Span:
    return found[0].start, found[-1].end


def _is_meant(text: str, found: Sequence[Word], kept: Iterable[Span]) -> bool:
    """Whether a mere name is one, as against an ordinary word or a part of another's name."""
    span = _span(found)
    if any(start <= span[0] and span[1] <= end for start, end in kept):
        return False
    return len(found) > 1 or not found[0].lower or _is_address(text, span)


def _is_address(text: str, span: Span) -> bool:
    """Whether what stands around a span without a blank is an address of the web or of mail."""
    start = max(text.rfind(blank, 0, span[0]) for blank in " \n\t") + 1
    ends = [end for blank in " \n\t" if (end := text.find(blank, span[1])) >= 0]
    chunk = text[start : min(ends, default=len(text))]
    return any(sign in chunk for sign in _ADDRESS_SIGNS)


def _join(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _cover(text: str, spans: Iterable[Span], label: str, header: int) -> str:
    """The text with the label over the spans; line ends stay, so that lines keep their numbers."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += [text[at:start], _write(text, (start, end), label, header), "\n" * text.count("\n", start, end)]
        at = end
    return "".join([*parts, text[at:]])


def _write(text: str, span: Span, label: str, header: int) -> str:
    """The label as it may stand there: an address knows no blanks, and in a header square brackets are a list."""
    if _is_address(text, span):
        return label.replace(" ", "-")
    return f"({label})" if span[0] < header else f"[{label}]"
