"""The words of an index, brought up to date: those of articles that went out, those of articles that came in.

An index begun anew is brought up to date from an empty one: there is no other way to make it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import accumulate
from operator import add, sub
from typing import NamedTuple

from newsgen.search.code import CODES, NUMBER, NUMBERS, POSTING
from newsgen.search.earlier import MOST_PLACES, EarlierIndex, Sizes
from newsgen.search.gathering import Entry
from newsgen.search.reading import Reading

Rows = Mapping[int, tuple[str, str]]
"""What a word is in each of some articles, by their numbers: the sign of its weight there, and where it stands."""

Gone = Mapping[str, Rows]
"""Each word that articles had → what it was in each of them."""


class PlacesUnknownError(Exception):
    """The places of a word were too many to be kept, and are not any more: only its articles can tell them."""


class Amended(NamedTuple):
    """The words as they are now."""

    sizes: Sizes
    """Of all."""
    fresh: Mapping[str, Entry]
    """Those that were not there before, or whose articles are others."""


def note_gone(readings: Iterable[tuple[int, Reading]]) -> Gone:
    """What articles, by their numbers, had when the index was made."""
    gone: dict[str, dict[int, tuple[str, str]]] = defaultdict(dict)
    for number, reading in readings:
        for word, row in zip(reading.words, zip(reading.signs, reading.stands, strict=True), strict=True):
            gone[word][number] = row
    return gone


def amend(earlier: EarlierIndex, gone: Gone, come: Mapping[str, Entry]) -> Amended:
    """The words of an index without what is gone and with what has come.

    Raises PlacesUnknownError if it does not hold what is needed.
    """
    sizes = dict(earlier.sizes)
    fresh: dict[str, Entry] = {}
    for word in gone.keys() | come.keys():
        old, entry = gone.get(word, {}), come.get(word)
        if old and entry and _read_rows(entry) == old:
            continue  # an edited article still has it, and as it had it before
        if word in sizes:
            entry = _amend_entry(earlier.find_entry(word), old, entry)
        if entry is None:
            del sizes[word]
            continue
        if entry.stands is None and entry.room <= MOST_PLACES:
            raise PlacesUnknownError
        fresh[word] = entry
        sizes[word] = len(entry.postings), entry.room
    return Amended(sizes=sizes, fresh=fresh)


def _amend_entry(old: Entry, gone: Rows, come: Entry | None) -> Entry | None:
    """The entry without some articles and with others; None if no article is left."""
    rows = _read_rows(old)
    for number in gone:
        del rows[number]
    if come:
        rows |= _read_rows(come)
    if not rows:
        return None
    numbers = sorted(rows)
    signs, stands = zip(*map(rows.__getitem__, numbers), strict=True)
    steps = map(CODES.__getitem__, map(sub, numbers, (0, *numbers)))
    room = old.room - sum(len(stand) for _, stand in gone.values()) + (come.room if come else 0)
    return Entry("".join(map(add, steps, signs)), None if old.stands is None else "".join(stands), room)


def _read_rows(entry: Entry) -> dict[int, tuple[str, str]]:
    """The word in each of its articles, by their numbers; where it stands is empty if that is not known."""
    codes, signs = zip(*POSTING.findall(entry.postings), strict=True)
    stands = [""] * len(codes) if entry.stands is None else _part_stands(entry.stands)
    return dict(zip(accumulate(map(NUMBERS.__getitem__, codes)), zip(signs, stands, strict=True), strict=True))


def _part_stands(text: str) -> list[str]:
    """The places of a word in each article: how many they are, and so many steps."""
    codes = NUMBER.findall(text)
    stands, start = [], 0
    while start < len(codes):
        end = start + 1 + NUMBERS[codes[start]]
        stands.append("".join(codes[start:end]))
        start = end
    return stands
