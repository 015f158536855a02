"""What the index keeps of one article: its words, how much each weighs, and where it stands.

The weight is what BM25 makes of a word's frequency in a text of that length; how rare the word is among all articles
is reckoned when a reader asks. A usual length stands in for the average, so that no article weighs otherwise because
another one arrives.
"""

from collections import defaultdict
from collections.abc import Iterable

from newsgen.records.search import SearchText
from newsgen.search.code import BASE, CODES, SIGNS, write_steps
from newsgen.search.words import list_words

_SATURATION, _LENGTH_SHARE, _USUAL_LENGTH = 1.2, 0.75, 300
_HEADLINE = 3
"""A word of the headline counts as so many of the text; its grades come after those of others."""
_ONCE = CODES[1]
_GAP = 10
"""Places between two parts of an article: no phrase reaches across."""


def read_text(text: SearchText) -> bytes:
    """Three lines: the words of an article, and in the same order a sign for the weight of each, and its places."""
    places = _find_places((text.headline, text.body, *text.further))
    length = sum(map(len, places.values()))
    damping = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / _USUAL_LENGTH)
    in_headline = len(set(list_words(text.headline)))  # these have been met first
    signs, stands = [], []
    for order, found in enumerate(places.values()):
        times = len(found)
        grade = _weigh(times + _HEADLINE - 1, damping) + BASE if order < in_headline else _weigh(times, damping)
        signs.append(SIGNS[grade])
        stands.append(_ONCE + CODES[found[0]] if times == 1 else CODES[times] + write_steps(found))
    return f"{' '.join(places)}\n{''.join(signs)}\n{' '.join(stands)}".encode()


def _find_places(parts: Iterable[str]) -> dict[str, list[int]]:
    """Where each word stands, counted in words through all parts; the words in order of first occurrence."""
    places: dict[str, list[int]] = defaultdict(list)
    start = 0
    for part in parts:
        words = list_words(part)
        for place, word in enumerate(words, start):
            places[word].append(place)
        start += len(words) + _GAP
    return places


def _weigh(times: int, damping: float) -> int:
    """How much so many occurrences weigh, in 46 grades."""
    return int(BASE * times / (times + damping))
