"""Sentences: where one ends and the next begins.

A sentence never crosses a paragraph's border, and nothing but white space lies between two. Words without end, a table
or a list as they may be, are cut at a blank: whoever looks through a sentence need not look far.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from newsgen.lexicon import Lexicon
from newsgen.lexicon.grammar import Grammar

Span = tuple[int, int]

# matches: left." Then
# matches: partis. » Le
# not: 3.5
_STOP = re.compile(r"[.!?…](?<![.!?…][.!?…])[.!?…]*+(?:[\"”’»)\]']|[ \u00a0\u202f](?=»))*(?=\s)")

# matches: U.S
# matches: Gén
_LAST_WORD = re.compile(r"[^\W_][\w.’']*$")

# matches: left. “The
# matches: se fue. ¿Qué
_NEXT_WORD = re.compile(r"\s+[\"“”‘’«»(\[¿¡—–-]*\s?(\w+)")

# matches: he said
_WORDS = re.compile(r"\w+")

_LONGEST_WORD = 32
"""Characters in front of a full stop that are looked at for an abbreviation."""

_LONGEST = 4000
"""Characters of a sentence; the longest that anybody writes have a quarter of them."""

_ASKED = 40
"""Characters behind a quotation within which a verb of saying joins to it."""


def split_sentences(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Spans of the sentences, in order."""
    spans: list[Span] = []
    start = 0
    while start < len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        spans.extend(split_paragraph(text, (start, end), lexicon.grammar))
        start = end + 2
    return tuple(spans)


def split_paragraph(text: str, paragraph: Span, grammar: Grammar) -> Iterator[Span]:
    """The paragraph's sentences, without the white space around them."""
    start, end = paragraph
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, stop, end, grammar):
            yield from _trim(text, (start, stop.end()))
            start = stop.end()
    yield from _trim(text, (start, end))


def _trim(text: str, span: Span) -> Iterator[Span]:
    """The span without the white space around it, unless there is nothing else; what has no end is cut."""
    while span[1] - span[0] > _LONGEST and (cut := _find_cut(text, span)) > 0:
        yield from _trim(text, (span[0], cut))
        span = (cut, span[1])
    stretch = text[span[0] : span[1]]
    bare = stretch.strip()
    if bare:
        start = span[0] + len(stretch) - len(stretch.lstrip())
        yield start, start + len(bare)


def _find_cut(text: str, span: Span) -> int:
    """The last blank within the longest sentence, else the first one behind it; -1 if there is none."""
    start, end = span
    before = text.rfind(" ", start + 1, start + _LONGEST)
    return before if before > 0 else text.find(" ", start + _LONGEST, end)


def _ends_sentence(text: str, stop: re.Match[str], end: int, grammar: Grammar) -> bool:
    """Whether the stop with the marks behind it ends a sentence."""
    following = _NEXT_WORD.match(text, stop.end(), end)
    if following is None or following[1][:1].islower():
        return False
    mark = stop[0]
    if mark[0] in "!?…" and len(mark) > 1:
        return not _is_asked(text, stop.end(), grammar)
    if mark[0] != "." or mark.startswith(".."):
        return True
    chunk = text[max(stop.start() - _LONGEST_WORD, 0) : stop.start()].rpartition(" ")[2]
    return not _is_abbreviation(chunk, following[1], grammar)


def _is_asked(text: str, start: int, grammar: Grammar) -> bool:
    """Whether a verb of saying follows: “Will they leave?” Zeine asked."""
    words = _WORDS.findall(text, start, start + _ASKED)[:4]
    return any(grammar.has("saying", word) for word in words)


@lru_cache(maxsize=1 << 12)
def _is_abbreviation(chunk: str, following: str, grammar: Grammar) -> bool:
    """Whether the full stop belongs to the last word of a chunk of text and the sentence goes on behind it."""
    found = _LAST_WORD.search(chunk)
    if found is None:
        return False
    word = found[0]
    last = word.rpartition(".")[2]
    if len(last) == 1 and last.isalpha():
        # "J. Smith" never ends a sentence, "the U.S." may; "plan B." and "I." are rare enough.
        return not (len(word) > 1 and grammar.has("openers", following))
    if grammar.has("never-ends", last):
        return last[:1].isupper() or grammar.has("never-ends", word)
    return grammar.has("may-end", last) and not grammar.has("openers", following)
