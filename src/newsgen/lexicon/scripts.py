"""The language that a text's script tells: Hangul is Korean, but Cyrillic may be many languages' own.

Scripts go by the first word of a letter's Unicode name: `GREEK SMALL LETTER ALPHA`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

UNKNOWN = "und"
"""ISO 639-2 for a language that is not determined."""

# matches: П
# matches: 美
# not: é
# not: Ǆ
# not: ª
_FOREIGN = re.compile("[^\\W\\d_\u0000-\u02af\u1d00-\u1eff\u2071-\u218b\ua720-\ua7ff\ufb00-\ufb06\uff21-\uff5a]")
"""A letter of no Latin alphabet."""

# matches: a
# matches: é
# not: П
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")

_LETTERS_OF_SIGN = 2
"""A sign of Han says as much as so many letters."""

_SURE = 2
"""Letters of its own, at least, that tell a language …"""

_SHARE = 100
"""… and one of so many letters, at most."""


@dataclass(frozen=True, slots=True)
class Scripts:
    """Which languages are written in which script; see `scripts` in `data/desk.yaml`."""

    languages: Mapping[str, str]
    """Script → its only language; `und` if it has several, of which no letters tell which."""
    marks: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    """Script → languages with letters that tell them from those further down, the first of which have most to say."""

    def language_of(self, text: str) -> str | None:
        """ISO 639 code of the language that the script of most letters tells, `und` if it is open; None for Latin."""
        if text.isascii():
            return None
        letters = Counter(_FOREIGN.findall(text))
        counts = self._count_scripts(letters)
        if not counts or counts.total() <= sum(1 for _ in _LATIN.finditer(text)):
            return None
        return self._tell(counts, letters)

    def _count_scripts(self, letters: Mapping[str, int]) -> Counter[str]:
        """How many letters of each script there are; a sign of Han is more than one."""
        counts: Counter[str] = Counter()
        for letter, times in letters.items():
            script = _find_script(letter)
            if script in self.languages:
                counts[script] += times * (_LETTERS_OF_SIGN if script == "CJK" else 1)
        return counts

    def _tell(self, counts: Counter[str], letters: Counter[str]) -> str:
        """The language of the foremost script; Japanese and Korean may have more signs of Han than letters."""
        script = max(counts, key=lambda name: (counts[name], name))
        if script == "CJK":
            script = next((other for other in _WITH_HAN if counts[other] * _PARTS >= counts.total()), script)
        found = (
            language
            for language, own in self.marks.get(script, ())
            if _is_sure(sum(letters[letter] for letter in own), counts[script])
        )
        return next(found, self.languages[script])


_WITH_HAN = ("HIRAGANA", "KATAKANA", "HANGUL")
"""Scripts that stand beside signs of Han …"""

_PARTS = 20
"""… and make up one of so many parts, at least, of what is written so: a text in Chinese may cite a word of them."""


def _is_sure(own: int, letters: int) -> bool:
    """Whether there are enough letters of their own among all."""
    return own >= _SURE and own * _SHARE >= letters


@lru_cache(maxsize=1 << 12)
def _find_script(letter: str) -> str:
    """The script of a letter: `GREEK`."""
    return unicodedata.name(letter, "").partition(" ")[0]


def read_scripts(table: Mapping[str, str | Mapping[str, str]]) -> Scripts:
    """The scripts as the data file lists them."""
    languages, marks = {}, {}
    for script, told in table.items():
        name = script.upper()
        languages[name] = told if isinstance(told, str) else told["else"]
        marks[name] = () if isinstance(told, str) else tuple(_read_marks(told))
    return Scripts(languages, marks)


def _read_marks(told: Mapping[str, str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each language of a script with its letters."""
    for language, letters in told.items():
        if language != "else":
            yield language, frozenset(letters.replace(" ", ""))
