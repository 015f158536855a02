"""Sentences: where one ends and the next begins.

A sentence never crosses a paragraph's border, and nothing but white space lies between two.
"""

import re

from newsgen.lexicon import Lexicon
from newsgen.lexicon.grammar import Grammar

Span = tuple[int, int]

# matches: left." Then
# matches: partis. » Le
# not: 3.5
_STOP = re.compile(r"(?<![.!?…])[.!?…]++(?:[\"”’»)\]']|[ \u00a0\u202f](?=»))*(?=\s)")

# matches: U.S
# matches: Gén
_LAST_WORD = re.compile(r"[^\W_][\w.’']{0,30}$")

# matches: left. “The
# matches: se fue. ¿Qué
_NEXT_WORD = re.compile(r"\s+[\"“”‘’«»(\[¿¡—–-]*\s?(\w+)")

# matches: he said
_WORDS = re.compile(r"\w+")

_ASKED = 40
"""Characters behind a quotation within which a verb of saying joins to it."""


def split_sentences(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Spans of the sentences, in order."""
    spans: list[Span] = []
    start = 0
    while start < len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        _split_paragraph(text, (start, end), lexicon.grammar, spans)
        start = end + 2
    return tuple(spans)


def _split_paragraph(text: str, paragraph: Span, grammar: Grammar, spans: list[Span]) -> None:
    """Appends the paragraph's sentences, without the white space around them."""
    start, end = paragraph
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, stop, end, grammar):
            _append(text, (start, stop.end()), spans)
            start = stop.end()
    _append(text, (start, end), spans)


def _append(text: str, span: Span, spans: list[Span]) -> None:
    """Appends the span without the white space around it, unless there is nothing else."""
    stretch = text[span[0] : span[1]]
    bare = stretch.strip()
    if bare:
        start = span[0] + len(stretch) - len(stretch.lstrip())
        spans.append((start, start + len(bare)))


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
    before = _LAST_WORD.search(text, max(stop.start() - 32, 0), stop.start())
    return before is None or not _is_abbreviation(before[0], following[1], grammar)


def _is_asked(text: str, start: int, grammar: Grammar) -> bool:
    """Whether a verb of saying follows: “Will they leave?” Zeine asked."""
    words = _WORDS.findall(text, start, start + _ASKED)[:4]
    return any(grammar.has("saying", word) for word in words)


def _is_abbreviation(word: str, following: str, grammar: Grammar) -> bool:
    """Whether the full stop belongs to the word and the sentence goes on behind it."""
    last = word.rpartition(".")[2]
    if len(last) == 1 and last.isalpha():
        # "J. Smith" never ends a sentence, "the U.S." may; "plan B." and "I." are rare enough.
        return not (len(word) > 1 and grammar.has("openers", following))
    if grammar.has("never-ends", last):
        return last[:1].isupper() or grammar.has("never-ends", word)
    return grammar.has("may-end", last) and not grammar.has("openers", following)
