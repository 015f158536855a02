"""Words with their articles, out of articles with their words.

The work is done for a few thousand articles at a time, and loops within the interpreter's own functions wherever it
goes through every word of every article: that is where the time of making an index goes.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from operator import add, sub
from typing import Any, NamedTuple

from newsgen.search.code import CODES
from newsgen.search.reading import Reading


class Piece(NamedTuple):
    """What a run of articles, by ascending numbers, says of a word."""

    first: int
    """Number of the first article that has it."""
    last: int
    """Number of the last one."""
    postings: str
    """The sign of the first, then for each other one its distance from the one before and its sign."""
    stands: str
    """For each article how often the word stands there, and where."""


class Entry(NamedTuple):
    """All that the index holds of a word."""

    postings: str
    """For each article its distance from the one before, and the sign of how much the word weighs there."""
    stands: str | None
    """For each article how often the word stands there, and where; None if that is not known."""
    room: int
    """Length of the stands, known or not."""


def gather(readings: Iterable[tuple[int, Reading]]) -> dict[str, Piece]:
    """For each word what these articles say of it; they come by ascending numbers."""
    found: dict[str, list[Any]] = defaultdict(list)  # for each word: article, sign, stand, article, sign, stand …
    for number, (words, signs, stands) in readings:
        deque(map(list.extend, map(found.__getitem__, words), zip(repeat(number), signs, stands, strict=False)), 0)
    return {word: _write_piece(taken[::3], taken[1::3], taken[2::3]) for word, taken in found.items()}


def _write_piece(numbers: Sequence[int], signs: Sequence[str], stands: Sequence[str]) -> Piece:
    if len(numbers) == 1:
        return Piece(numbers[0], numbers[0], signs[0], stands[0])
    steps = map(CODES.__getitem__, map(sub, numbers[1:], numbers))
    return Piece(numbers[0], numbers[-1], signs[0] + "".join(map(add, steps, signs[1:])), "".join(stands))


def join_pieces(runs: Iterable[Mapping[str, Piece]]) -> dict[str, Entry]:
    """For each word all that the runs say of it; they come by ascending numbers."""
    joined: dict[str, list[Piece]] = defaultdict(list)
    for run in runs:
        for word, piece in run.items():
            joined[word].append(piece)
    return {word: _join(pieces) for word, pieces in joined.items()}


def _join(pieces: Sequence[Piece]) -> Entry:
    before = (0, *(piece.last for piece in pieces))
    postings = "".join(
        [CODES[piece.first - last] + piece.postings for last, piece in zip(before, pieces, strict=False)]
    )
    stands = "".join([piece.stands for piece in pieces])
    return Entry(postings, stands, len(stands))
