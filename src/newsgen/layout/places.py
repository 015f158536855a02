"""How a dateline's place is shown: in usual capitals."""

import re

from newsgen.lexicon.desk import fold

# matches: PORT-AU-PRINCE
# matches: N'DJAMENA
_PARTS = re.compile(r"([-'’/])")


def write_place(place: str, small: frozenset[str]) -> str:
    """The place in usual capitals: `NIAMEY` gives `Niamey`; `small` are words that begin with no capital."""
    return " ".join(_capitalise(word, small if index else frozenset()) for index, word in enumerate(place.split()))


def _capitalise(word: str, small: frozenset[str]) -> str:
    """One word in usual capitals; `D.C.`, initials and words that have small letters stay."""
    if len(word) < 2 or not word.isupper() or "." in word[:-1]:
        return word
    if fold(word) in small:
        return word.lower()
    first, *others = _PARTS.split(word)
    last = len(others) - 1
    inner = (
        part.lower() if index < last and fold(part) in _INNER_SMALL else part.capitalize()
        for index, part in enumerate(others)
    )
    return "".join((first.capitalize(), *inner))


_INNER_SMALL = frozenset(("au", "aux", "de", "des", "du", "el", "en", "la", "le", "les", "sur", "upon", "on"))
"""Words in the middle of a hyphenated place: Port-au-Prince."""
