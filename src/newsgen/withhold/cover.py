"""Words of a clipping covered by a note that something was withheld."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newsgen.canon import digest
from newsgen.records.article import Block
from newsgen.records.clipping import Clipping
from newsgen.withhold.words import Run, Word, cut_words, find_runs, fold_text, holds

_ADDRESS_SIGNS = ("://", "www.", "@")

Span = tuple[int, int]


def cover_runs(
    clipping: Clipping, runs: Iterable[Run], label: str, *, blocks: Sequence[Block] = (), spared: Iterable[Run] = ()
) -> Clipping:
    """The clipping with `[label]` in place of each run of words; itself if it has none of them.

    A single word counts only where it does not begin with a small letter, and does not stand within one of the
    `spared` runs: those are the names of others. `blocks` tell where the header is.
    """
    folded = fold_text(clipping.text)
    wanted = [run for run in runs if holds(folded, run)]
    if not wanted:
        return clipping
    words = cut_words(clipping.text)
    kept = [_span(found) for run in spared if holds(folded, run) for found in find_runs(words, run)]
    spans = _join(_find_spans(clipping.text, words, wanted, kept))
    if not spans:
        return clipping
    header = max((block.end for block in blocks if block.role == "front-matter"), default=0)
    text = _cover(clipping.text, spans, label, header)
    return msgspec.structs.replace(clipping, text=text, digest=digest(clipping.digest, text))


def _span(found: Sequence[Word]) -> Span:
    return found[0].start, found[-1].end


def _find_spans(text: str, words: Sequence[Word], runs: Iterable[Run], kept: Sequence[Span]) -> Iterator[Span]:
    """Where the runs stand, as far as they are meant."""
    for run in runs:
        for found in find_runs(words, run):
            start, end = _span(found)
            if len(run) > 1 or _is_meant(text, found[0], kept):
                yield start, end


def _is_meant(text: str, word: Word, kept: Sequence[Span]) -> bool:
    """Whether a single word is the name, as against an ordinary word or a part of another's name."""
    if any(start <= word.start and word.end <= end for start, end in kept):
        return False
    return not word.lower or _is_address(text, (word.start, word.end))


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
