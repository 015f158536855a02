"""The words of an index, brought up to date: those of articles that went out, those of articles that came in.

An index begun anew is brought up to date from an empty one: there is no other way to make it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from newsgen.search.code import CODES, NUMBER, NUMBERS, POSTING
from newsgen.search.earlier import MOST_PLACES, EarlierIndex, Sizes
from newsgen.search.gathering import Entry
from newsgen.search.reading import Reading

Gone = Mapping[str, Mapping[int, int]]
"""Each word that articles had → numbers of these articles, and how many characters its places took in each."""


class PlacesUnknownError(Exception):
    """The places of a word were too many to be kept, and are not any more: only its articles can tell them."""


class Amended(NamedTuple):
    """The words as they are now."""

    sizes: Sizes
    """Of all."""
    fresh: Mapping[str, Entry]
    """Those that were not there before, or whose articles are others."""


class _Row(NamedTuple):
    """What a word is in one article."""

    sign: str
    stand: str


def note_gone(readings: Iterable[tuple[int, Reading]]) -> Gone:
    """What articles, by their numbers, had when the index was made."""
    gone: dict[str, dict[int, int]] = defaultdict(dict)
    for number, reading in readings:
        for word, stand in zip(reading.words, reading.stands, strict=True):
            gone[word][number] = len(stand)
    return gone


def amend(earlier: EarlierIndex, gone: Gone, come: Mapping[str, Entry]) -> Amended:
    """The words of an index without what is gone and with what has come.

    Raises PlacesUnknownError if it does not hold what is needed.
    """
    sizes = dict(earlier.sizes)
    fresh: dict[str, Entry] = {}
    for word in gone.keys() | come.keys():
        entry = come.get(word)
        if word in sizes:
            entry = _amend_entry(earlier.find_entry(word), gone.get(word, {}), entry)
        if entry is None:
            del sizes[word]
            continue
        if entry.stands is None and entry.room <= MOST_PLACES:
            raise PlacesUnknownError
        fresh[word] = entry
        sizes[word] = len(entry.postings), entry.room
    return Amended(sizes=sizes, fresh=fresh)


def _amend_entry(old: Entry, gone: Mapping[int, int], come: Entry | None) -> Entry | None:
    """The entry without some articles and with others; None if no article is left."""
    rows = _read_rows(old)
    for number in gone:
        del rows[number]
    if come:
        rows |= _read_rows(come)
    if not rows:
        return None
    numbers = sorted(rows)
    before = (0, *numbers)
    postings = [CODES[here - last] + rows[here].sign for last, here in zip(before, numbers, strict=False)]
    stands = None if old.stands is None else "".join([rows[number].stand for number in numbers])
    room = old.room - sum(gone.values()) + (come.room if come else 0)
    return Entry("".join(postings), stands, room)


def _read_rows(entry: Entry) -> dict[int, _Row]:
    """The word in each of its articles, by their numbers."""
    rows, number = {}, 0
    postings = POSTING.findall(entry.postings)
    stands = [""] * len(postings) if entry.stands is None else _part_stands(entry.stands)
    for (step, sign), stand in zip(postings, stands, strict=True):
        number += NUMBERS[step]
        rows[number] = _Row(sign, stand)
    return rows


def _part_stands(text: str) -> list[str]:
    """The places of a word in each article: how many they are, and so many steps."""
    codes = NUMBER.findall(text)
    stands, start = [], 0
    while start < len(codes):
        end = start + 1 + NUMBERS[codes[start]]
        stands.append("".join(codes[start:end]))
        start = end
    return stands
