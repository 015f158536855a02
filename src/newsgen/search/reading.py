"""What the index keeps of one article: its words, how much each weighs, and where it stands.

The weight is what BM25 makes of a word's frequency in a text of that length; how rare the word is among all articles
is reckoned when a reader asks. A usual length stands in for the average, so that no article weighs otherwise because
another one arrives.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from newsgen.records.search import SearchText
from newsgen.search.code import BASE, CODES, SIGNS, write_steps
from newsgen.search.words import list_words

_SATURATION, _LENGTH_SHARE, _USUAL_LENGTH = 1.2, 0.75, 300
_HEADLINE = 3
"""A word of the headline counts as so many of the text; its grades come after those of others."""
_ONCE = CODES[1]
_GAP = 10
"""Places between two parts of an article: no phrase reaches across."""


class Reading(NamedTuple):
    """The words of an article, and in the same order what is known of each."""

    words: Sequence[str]
    """Each once."""
    signs: str
    """How much each weighs."""
    stands: Sequence[str]
    """How often each stands in the article, and where."""


def read_text(text: SearchText) -> Reading:
    """The words of an article with their weights and places."""
    places: dict[str, list[int]] = defaultdict(list)
    start = _add_places(text.headline, places, 0)
    in_headline = len(places)
    for part in (text.body, *text.further):
        start = _add_places(part, places, start)
    counts = list(map(len, places.values()))
    grades = _grade(max(counts, default=0) + _HEADLINE, sum(counts))
    signs = [SIGNS[grades[times + _HEADLINE - 1] + BASE] for times in counts[:in_headline]]
    signs += [SIGNS[grades[times]] for times in counts[in_headline:]]
    stands = [
        _ONCE + CODES[found[0]] if len(found) == 1 else CODES[len(found)] + write_steps(found)
        for found in places.values()
    ]
    return Reading(words=list(places), signs="".join(signs), stands=stands)


def write_reading(reading: Reading) -> bytes:
    """Three lines, to be remembered."""
    return f"{' '.join(reading.words)}\n{reading.signs}\n{' '.join(reading.stands)}".encode()


def parse_reading(data: bytes) -> Reading:
    """What `write_reading` wrote."""
    words, signs, stands = data.decode().split("\n")
    return Reading(words=words.split(" ") if words else [], signs=signs, stands=stands.split(" ") if stands else [])


def _add_places(part: str, places: dict[str, list[int]], start: int) -> int:
    """Add where each word of a part stands, counted in words through all parts; says where the next part starts."""
    words = list_words(part)
    for place, word in enumerate(words, start):
        places[word].append(place)
    return start + len(words) + _GAP


def _grade(most: int, length: int) -> list[int]:
    """In 46 grades, how much a word weighs that stands no times, once, twice … in a text of so many words."""
    damping = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / _USUAL_LENGTH)
    return [int(BASE * times / (times + damping)) for times in range(most)]
