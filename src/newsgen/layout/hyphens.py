"""Words that a line's end broke in two, as a printed page has them: `di-` and below it `saster`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from newsgen.layout.lines import Line

# matches: a river di-
# matches: soldiers of Fran­
# not: the talks -
# not: the year 2024-
# not: the U.S.-
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,40}(?:-[^\W\d_]{1,40})*)[-\u00ac\u00ad\u2010]$")
# matches: saster on Sunday
# not: www.valley.example
# not: and long-term
# not: 1990 accord
_REST = re.compile(r"^(?!(?:www|https?)\b|(?:and|or|to|nor|but|et|ou|y|e|o|u|und|oder)\b)[^\W\d_A-Z]{1,40}(?![^\W\d_])")
_COMPOUND_ENDS = frozenset(("based", "backed", "led", "owned", "term", "scale"))
"""What is the second half of a compound and never the end of a longer word."""


def mark_hyphens(lines: Sequence[Line], text: str) -> list[Line]:
    """The lines, those marked that end within a word which the next one goes on with.

    The hyphen is the word's own if the text has the word with it elsewhere: `short-term`.
    """
    marked = [_mark(line, following, text) for line, following in pairwise(lines)]
    return [*marked, *lines[-1:]]


def _mark(line: Line, following: Line, text: str) -> Line:
    """The line, with what breaks it."""
    if line.text[-1:] not in _HYPHENS or not following.text[:1].islower():
        return line
    broken = _BROKEN.search(line.text)
    rest = _REST.match(following.text)
    if not broken or not rest:
        return line
    kept = line.text[-1] in "-\u2010" and _is_compound(broken[1], rest.group(), text)
    return line._replace(broken="compound" if kept else "word")


_HYPHENS = ("-", "\u00ac", "\u00ad", "\u2010")


def _is_compound(first: str, second: str, text: str) -> bool:
    """Whether the halves are words of their own with a hyphen between them."""
    if second in _COMPOUND_ENDS or first.isupper():
        return True
    return _has_word(f"{first}-{second}", text) and not _has_word(first + second, text)


def _has_word(word: str, text: str) -> bool:
    """Whether the text has the word, in any capitals, with no letter on either side."""
    folded, word = text.casefold(), word.casefold()
    at = folded.find(word)
    while at >= 0:
        before, behind = folded[at - 1 : at], folded[at + len(word) : at + len(word) + 1]
        if not before.isalpha() and not behind.isalpha():
            return True
        at = folded.find(word, at + 1)
    return False
