"""How names are put in order: whatever their accents, under the letters of their script."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

# matches: LATIN SMALL LETTER O WITH STROKE
# matches: LATIN SMALL LETTER AE
# not: LATIN SMALL LETTER SCHWA
_LATIN = re.compile(r"^LATIN SMALL LETTER ([A-Z]{1,2})(?: WITH .*)?$")

_OWN_LETTERS = {"ð": "d", "þ": "th", "œ": "oe", "ə": "e", "ı": "i", "ŋ": "n"}

_SCRIPTS = {
    "GREEK": "greek",
    "CYRILLIC": "cyrillic",
    "ARMENIAN": "armenian",
    "HEBREW": "hebrew",
    "ARABIC": "arabic",
    "DEVANAGARI": "devanagari",
    "BENGALI": "bengali",
    "GEORGIAN": "georgian",
    "ETHIOPIC": "ethiopic",
    "HANGUL": "hangul",
    "HIRAGANA": "kana",
    "KATAKANA": "kana",
    "CJK": "han",
}
"""By the first word of a letter's Unicode name; in the order in which they stand behind the Latin letters."""
_ORDER = ("latin", *dict.fromkeys(_SCRIPTS.values()), "other")

_IN_FRONT = "'’‘ʻʿʾ-. "
"""Marks in front of a name that do not count."""


class Initial(NamedTuple):
    """Where a name stands in an index: under a letter, or under a script that is not the Latin one."""

    script: str
    letter: str
    """In capitals; empty for other scripts."""

    @property
    def rank(self) -> tuple[int, str]:
        """By which initials are sorted."""
        return _ORDER.index(self.script), self.letter


def collate(text: str) -> str:
    """The text as it sorts: without accents, case and marks in front; É as E, Ø and Ö as O, Ñ as N, in any language."""
    if text.isascii():  # as most names are
        return text.casefold().lstrip(_IN_FRONT)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    folded = plain.casefold()
    return (folded if folded.isascii() else "".join(map(_fold_letter, folded))).lstrip(_IN_FRONT)


def find_initial(text: str) -> Initial:
    """Where a name stands in an index."""
    first = collate(text)[:1]
    if "a" <= first <= "z":
        return Initial("latin", first.upper())
    script = unicodedata.name(first, "").partition(" ")[0] if first else ""
    return Initial(_SCRIPTS.get(script, "other"), "")


@cache
def _fold_letter(letter: str) -> str:
    """A letter without the strokes and hooks that no accent is."""
    if letter.isascii():
        return letter
    found = _LATIN.match(unicodedata.name(letter, ""))
    return _OWN_LETTERS.get(letter) or (found[1].lower() if found else letter)
