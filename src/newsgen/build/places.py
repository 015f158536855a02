"""Where the spans of an article's plain text stand in its clipping.

The two texts differ: the clipping has inline marks, hard line ends, entities, and much that is no text. Layout tells
which block each paragraph was made of; within the block, words are found again in their order.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from newsgen.records.article import Article, Block
from newsgen.records.explanation import Place

# matches: Niger
# matches: ;
# not: **
_WORD = re.compile(r"[^\W_]+|[^\w\s*`\\\[\]]")
# matches: [the base](https://example.org/base)
# matches: [the base](https://example.org/base "A base")
# not: the base (near Agadez)
_ADDRESS = re.compile(r"\]\([^()\s]*(?:\s\"[^\"()]*\")?\)")

_LOOK_AHEAD = 60
"""Words of the clipping that may stand between two neighbouring words of the article."""

_BODY = frozenset(("paragraph", "heading", "quotation", "list-item"))


class _Word(NamedTuple):
    text: str
    start: int
    end: int


class _Stretch(NamedTuple):
    """A paragraph, or the headline, and the block that it was made of."""

    start: int
    """Offset in the article's text."""
    end: int
    block: Block | None


class _Pairing(NamedTuple):
    """The words of a stretch that the clipping holds, and for each where it stands there."""

    words: Sequence[_Word]
    found: Sequence[_Word]


class Places:
    """Finds the places of one article's spans in its clipping."""

    def __init__(self, article: Article, clipping: str) -> None:
        """`clipping` is the text that the article was parsed from."""
        self._article = article
        self._clipping = clipping
        self._pairings: dict[int, _Pairing] = {}

    def find(self, start: int, end: int) -> Place | None:
        """The place of `text[start:end]`; None if the clipping does not hold it."""
        number = bisect_right(self._starts, start) - 1
        pairing = self._pair(number)
        first = bisect_right(pairing.words, start, key=lambda word: word.end)
        last = bisect_left(pairing.words, end, key=lambda word: word.start)
        if first >= last:
            return None
        # A span may begin within a word, where a script knows no blanks.
        begin = pairing.found[first].start + max(0, start - pairing.words[first].start)
        close = pairing.found[last - 1].end - max(0, pairing.words[last - 1].end - end)
        return self._place(begin, close)

    def _place(self, start: int, end: int) -> Place:
        line = bisect_right(self._lines, start)
        return Place(line=line, column=start - self._lines[line - 1] + 1, start=start, end=end)

    @cached_property
    def _lines(self) -> Sequence[int]:
        """Where each line of the clipping begins."""
        return find_lines(self._clipping)

    @cached_property
    def _stretches(self) -> Sequence[_Stretch]:
        return tuple(_find_stretches(self._article, self._clipping, self._lines))

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [stretch.start for stretch in self._stretches]

    def _pair(self, number: int) -> _Pairing:
        """The words of a stretch with their places; found once."""
        if number not in self._pairings:
            start, end, block = self._stretches[number]
            words = _cut_words(self._article.text[start:end], start)
            received = (
                _cut_words(_hide_addresses(self._clipping[block.start : block.end]), block.start) if block else ()
            )
            there = [(word, found) for word, found in zip(words, _pair_words(words, received), strict=True) if found]
            self._pairings[number] = _Pairing([word for word, _ in there], [found for _, found in there])
        return self._pairings[number]


def find_lines(text: str) -> Sequence[int]:
    """Offsets at which the lines of the text begin."""
    starts = [0]
    while True:
        end = text.find("\n", starts[-1])
        if end < 0:
            return starts
        starts.append(end + 1)


def _find_stretches(article: Article, clipping: str, lines: Sequence[int]) -> Iterator[_Stretch]:
    """The headline and all paragraphs, each with its block, in their order."""
    yield _Stretch(0, len(article.headline), _find_headline(article, clipping))
    blocks = [block for block in article.blocks if block.role in _BODY]
    numbers = [bisect_right(lines, block.start) for block in blocks]
    at = 0
    for paragraph in article.paragraphs:
        ahead = range(at, len(blocks))
        own = next((i for i in ahead if numbers[i] == paragraph.line and blocks[i].role == paragraph.kind), None)
        yield _Stretch(paragraph.start, paragraph.end, None if own is None else blocks[own])
        at = at if own is None else own + 1


def _find_headline(article: Article, clipping: str) -> Block | None:
    """The block that gives the headline; None if it was cut from the text."""
    for block in article.blocks:
        if block.role == "front-matter" and article.headline in clipping[block.start : block.end]:
            return block
    return next((block for block in article.blocks if block.role == "headline"), None)


def _cut_words(text: str, offset: int) -> Sequence[_Word]:
    """The words and signs of a text, their places counted from the offset."""
    return [_Word(match.group(), match.start() + offset, match.end() + offset) for match in _WORD.finditer(text)]


def _hide_addresses(text: str) -> str:
    """The text with blanks for the addresses of its links."""
    return _ADDRESS.sub(lambda match: " " * len(match.group()), text)


def _pair_words(words: Sequence[_Word], received: Sequence[_Word]) -> Iterator[_Word | None]:
    """For each word of the article the same word of the clipping, in the same order; None where there is none."""
    at = 0
    for number, word in enumerate(words):
        goes_on = at < len(received) and received[at].text == word.text
        place = at if goes_on else _find_again(words, number, received, at)
        yield None if place is None else received[place]
        at = at if place is None else place + 1


def _find_again(words: Sequence[_Word], number: int, received: Sequence[_Word], at: int) -> int | None:
    """The nearest position from `at` on at which the clipping has the word and the one behind it."""
    word = words[number].text
    following = words[number + 1].text if number + 1 < len(words) else None
    for place in range(at, min(len(received), at + _LOOK_AHEAD)):
        if received[place].text == word:
            behind = received[place + 1].text if place + 1 < len(received) else None
            if following is None or behind == following:
                return place
    return None
