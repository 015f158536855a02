"""Words as the index knows them: folded, so that accents, capitals and dots do not matter.

`static/search-words.js` does the same to what a reader types; a test in a browser holds the two together. Both fold
with Unicode's own tables rather than with those of SQLite's tokeniser, which a browser does not have.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain

FOLDS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ŋ": "n",
    "ς": "σ",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ى": "ي",
    "ة": "ه",
}
"""Letters that Unicode does not take apart, and what they count as; the page of the search gets this table, too."""

MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
"""Accents of Latin, Greek and Cyrillic, vowel signs of Hebrew and Arabic; those of India's scripts make words."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""

LONGEST = 40
"""Letters of a word that count."""

# matches: u.s
# matches: a.m
# not: end.of
_SIGLUM = re.compile(r"\b[a-z](?:\.[a-z])+\b", re.ASCII)

# matches: u.s
# not: the end. and
_INNER_POINT = re.compile(r"\.[a-z]")

# matches: ̀
# not: e
_MARK = re.compile(f"[{MARKS}]")

# matches: 尼日尔
# matches: niger
_RUN = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")

# matches: 尼日尔
# not: niger
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")


class _Letters(dict[int, str]):
    """What each character counts as: itself in a word, a fold, or a space; found out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        known = unicodedata.category(letter)[0] in "LNM"
        self[code] = FOLDS.get(letter, letter if known else " ")
        return self[code]


_LETTERS = _Letters()


def fold(text: str) -> str:
    """The text with its words folded and parted by white space."""
    plain = unicodedata.normalize("NFKD", text).lower()
    if _INNER_POINT.search(plain):  # a quicker look than that for a siglum, and most texts have none
        plain = _SIGLUM.sub(lambda match: match.group().replace(".", ""), plain)
    if not plain.isascii():
        plain = _MARK.sub("", plain)
    return unicodedata.normalize("NFC", plain.translate(_LETTERS))


def list_words(text: str) -> list[str]:
    """The words of a text in order; of scripts without spaces each pair of neighbours, and what stands alone.

    A single letter from A to Z is no word: it is what is left of `Niger's` and `l'Algérie`.
    """
    folded = fold(text)
    words: Iterable[str] = folded.split()
    if not folded.isascii():
        words = chain.from_iterable(map(_part, words))
    return [word[:LONGEST] for word in words if len(word) > 1 or not "a" <= word <= "z"]


def _part(word: str) -> list[str]:
    """The words in what stands between two spaces."""
    if word.isascii():
        return [word]
    return [piece for run in _RUN.findall(word) for piece in _pair(run)]


def _pair(run: str) -> list[str]:
    """Each two neighbours of a script without spaces; any other run as it is."""
    if len(run) == 1 or not _IS_UNSPACED.match(run):
        return [run]
    return [run[place : place + 2] for place in range(len(run) - 1)]
