"""Words of a clipping as received, found again whatever stands between them: blanks, line ends, marks, entities."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import unescape
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
# not: R&D;
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

Run: TypeAlias = tuple[str, ...]
"""Folded words that follow one another."""


class Word(NamedTuple):
    """A word, and where it stands."""

    start: int
    end: int
    folded: str
    lower: bool
    """Whether it begins with a small letter."""


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
    """The text with its entities read and invisible signs dropped, and where each character (and the end) stands.

    Of a text that has neither, the places are left out.
    """
    if not _needs_decoding(text):
        return text, ()
    letters: list[str] = []
    places: list[int] = []
    at = 0
    for match in _ENTITY.finditer(text):
        _add_visible(text, at, match.start(), letters, places)
        read = unescape(match.group())
        letters += read
        places += [match.start()] * len(read)
        at = match.end()
    _add_visible(text, at, len(text), letters, places)
    return "".join(letters), [*places, len(text)]


def _needs_decoding(text: str) -> bool:
    return "&" in text or any(unicodedata.category(letter) == "Cf" for letter in set(text))


def _add_visible(text: str, start: int, end: int, letters: list[str], places: list[int]) -> None:
    for place in range(start, end):
        if unicodedata.category(text[place]) != "Cf":
            letters.append(text[place])
            places.append(place)


def fold_text(text: str) -> str:
    """The letters of a whole text, in which a folded word can be looked for at no cost."""
    return fold_letters(_decode(text)[0])


def holds(folded: str, run: Run) -> bool:
    """Whether a folded text has all words of a run, somewhere: if not, there is no need to look where."""
    return all(word in folded for word in run)


def find_runs(words: Sequence[Word], run: Run) -> Iterator[Sequence[Word]]:
    """Where the words follow one another."""
    first, length = run[0], len(run)
    for place, word in enumerate(words):
        found = words[place : place + length]
        if word.folded == first and tuple(one.folded for one in found) == run:
            yield found
