"""Words of a clipping as received, found again whatever stands between them: blanks, line ends, marks, escapes.

Longer runs are found even where they are cut otherwise: written as one (`#AdaNkrumah`), or parted at a line's end.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from newsgen.lexicon.slugs import fold_letters, fold_name

# matches: Zène
# matches: é
# matches: 尼
# not: — “…”
_WORD = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
    "|[^\\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
    "(?:[^\\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
    "|[\u0300-\u036f])*"
)
# matches: &eacute;
# matches: &#233;
# matches: &#xe9;
# matches: %20
# matches: %C3%A9
# not: R&D;
_ESCAPE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|(?:%[0-9a-fA-F]{2})+")
# matches: <wbr>
# matches: </b>
# not: 3 < 4 and 5 > 4
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
# matches: _-
_GAP = re.compile(r"[\W_]+")

_LONG = 6
"""So many letters mean the same however they are cut into words."""

Run: TypeAlias = tuple[str, ...]
"""Folded words that follow one another."""


class Word(NamedTuple):
    """A word, and where it stands."""

    start: int
    end: int
    folded: str
    lower: bool
    """Whether it begins with a small letter."""


class Stream(NamedTuple):
    """Words that follow one another."""

    words: Sequence[Word]
    letters: str
    """Of all words, without anything between them."""
    starts: Sequence[int]
    """Where in the letters each word begins; last, their number."""


def make_streams(text: str) -> tuple[Stream, ...]:
    """The words of a text; where it has tags, also those that stand outside of them, for a tag may part a word."""
    words = cut_words(text)
    tags = [match.span() for match in _TAG.finditer(text)]
    if not tags:
        return (_make_stream(words),)
    outside = [word for word in words if not any(start <= word.start < end for start, end in tags)]
    return _make_stream(words), _make_stream(outside)


def _make_stream(words: Sequence[Word]) -> Stream:
    starts = list(accumulate((len(word.folded) for word in words), initial=0))
    return Stream(words, "".join(word.folded for word in words), starts)


def cut_words(text: str) -> Sequence[Word]:
    """All words of a text; a sign of a script without blanks is one by itself."""
    plain, places = _decode(text)
    words = []
    for match in _WORD.finditer(plain):
        start, end = match.span()
        if places:
            start, end = places[start], places[end]
        words.append(Word(start, end, fold_name(match.group()), match.group()[0].islower()))
    return words


def split_words(text: str) -> Run:
    """The folded words of a text."""
    return tuple(word.folded for word in cut_words(text))


def _decode(text: str) -> tuple[str, Sequence[int]]:
    """The text with its escapes read and invisible signs dropped, and where each character (and the end) stands.

    Of a text that has neither, the places are left out.
    """
    if not _needs_decoding(text):
        return text, ()
    letters: list[str] = []
    places: list[int] = []
    at = 0
    for match in _ESCAPE.finditer(text):
        _add_visible(text, at, match.start(), letters, places)
        for letter, place in _read_escape(match):
            letters.append(letter)
            places.append(place)
        at = match.end()
    _add_visible(text, at, len(text), letters, places)
    return "".join(letters), [*places, len(text)]


def _read_escape(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The letters that an escape stands for, and where each stands; of bytes that are none, the escape itself."""
    written, place = match.group(), match.start()
    if written[0] == "&":
        yield from ((letter, place) for letter in unescape(written))
        return
    try:
        read = bytes.fromhex(written.replace("%", "")).decode()
    except UnicodeDecodeError:
        yield from zip(written, range(place, match.end()), strict=True)
        return
    for letter in read:
        yield letter, place
        place += 3 * len(letter.encode())


def _needs_decoding(text: str) -> bool:
    return "&" in text or "%" in text or any(unicodedata.category(letter) == "Cf" for letter in set(text))


def _add_visible(text: str, start: int, end: int, letters: list[str], places: list[int]) -> None:
    for place in range(start, end):
        if unicodedata.category(text[place]) != "Cf":
            letters.append(text[place])
            places.append(place)


def fold_text(text: str) -> str:
    """The letters of all words of a text, in which those of a run can be looked for at no cost."""
    decoded = fold_letters(_decode(text)[0])
    without = _TAG.sub("", decoded)
    return _GAP.sub("", decoded) + ("" if without == decoded else f" {_GAP.sub('', without)}")


def holds(folded: str, run: Run) -> bool:
    """Whether a folded text has the letters of a run, somewhere: if not, there is no need to look where."""
    return "".join(run) in folded


def find_runs(stream: Stream, run: Run) -> Iterator[Sequence[Word]]:
    """Where the words follow one another, or others that have the same letters if these are many."""
    letters = "".join(run)
    place = stream.letters.find(letters)
    while place >= 0:
        first, last = (bisect_left(stream.starts, at) for at in (place, place + len(letters)))
        found = stream.words[first:last]
        is_cut = stream.starts[first] == place and stream.starts[last] == place + len(letters)
        if is_cut and (len(letters) >= _LONG or tuple(word.folded for word in found) == run):
            yield found
        place = stream.letters.find(letters, place + 1)
