"""Words that tell a sentence from others, numbered by their stems."""

import re
from functools import reduce
from operator import or_

from newsgen.lexicon import Lexicon
from newsgen.lexicon.slugs import fold_name

SHORTEST = 4
"""Letters of a word that tells something; and words of a sentence, fewer weigh as these."""
_SHORTEST_NUMBER = 3
"""Digits of a number that tells something: the road 201, 650 soldiers."""
_STEM = 5
"""Letters that `withdraw`, `withdrew` and `withdrawal` share."""
_NOTHING = 0
"""In place of the stem of a word that says nothing."""
_MARKS = 256
"""Bits of the marks by which it is seen at a glance that two sentences have few words in common."""

# matches: 2023
# not: 20235
_YEAR = re.compile(r"^(?:19|20)\d\d$")


class ContentWords(dict[str, int]):
    """For each word as written what tells its sentence from others: the number of its stem; 0 if it says nothing.

    As those of subjects, the numbers hang on the order of the articles and only tell whether two stems are one.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._numbers: dict[str, int] = {}
        self._marks = [0]

    def of(self, sentence: str) -> frozenset[int]:
        """The stems of the sentence's words."""
        found = set(map(self.__getitem__, sentence.split()))
        found.discard(_NOTHING)
        return frozenset(found)

    def mark(self, stems: frozenset[int]) -> int:
        """The marks of the stems."""
        return reduce(or_, map(self._marks.__getitem__, stems), 0)

    def __missing__(self, word: str) -> int:
        folded = fold_name(word)
        nothing = self._says_nothing(word, folded)
        self[word] = number = _NOTHING if nothing else self._number(folded[:_STEM])
        return number

    def _number(self, stem: str) -> int:
        """The number of a stem; a new one gets the next, and the marks take turns."""
        number = self._numbers.setdefault(stem, len(self._marks))
        if number == len(self._marks):
            self._marks.append(1 << number % _MARKS)
        return number

    def _says_nothing(self, word: str, folded: str) -> bool:
        calendar, frequent = self._lexicon.calendar, self._lexicon.desk.frequent
        bare = word.strip(".,;:()[]\"'“”‘’«»").casefold()
        return (
            len(folded) < (_SHORTEST_NUMBER if folded.isdigit() else SHORTEST)
            or bare in frequent
            or calendar.month(bare) is not None
            or calendar.weekday(bare) is not None
            or bool(_YEAR.search(folded))
        )
