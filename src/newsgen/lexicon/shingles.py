"""Shingles: the runs of five words of a text, by which two texts are found to be one.

Of each text only a sketch is kept (A. Z. Broder, "On the resemblance and containment of documents", 1997): the shingles
that begin with about every eighth word of the language, as numbers. Texts that share much of their sketches may be one;
whether they are, all their shingles tell.
"""

import re
import struct
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress, count
from zlib import crc32

from newsgen.canon import digest
from newsgen.records.texts import Sketch

# matches: pleut
# matches: 2023
# not: --
_WORD = re.compile(r"[^\W_]+")

SHORTEST = 80
"""Folded characters below which equal texts mean nothing: "Photo: the editor" is no wire report."""

FEWEST = 40
"""Words below which only equal texts are the same: of so few, a quotation may be most."""

_RUN = 5
"""Words in a shingle."""

_EVERY = 8
"""One in so many words begins a shingle of the sketch."""


def sketch_text(text: str) -> Sketch | None:
    """What tells which other texts may be the same; None of a text too short to tell anything."""
    words = _fold(text)
    folded = " ".join(words)
    return Sketch(words=digest(folded), shingles=_choose_shingles(words)) if len(folded) >= SHORTEST else None


def read_shingles(sketch: Sketch) -> frozenset[int]:
    """The shingles of a sketch as numbers; none of a text too short to be compared."""
    return frozenset(struct.unpack(f"<{len(sketch.shingles) // 4}I", sketch.shingles))


def cut_shingles(text: str) -> frozenset[tuple[str, ...]]:
    """All shingles of a text."""
    words = _fold(text)
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _fold(text: str) -> list[str]:
    """The words of a text: without case, punctuation and line ends."""
    return _WORD.findall(text.casefold())


def _choose_shingles(words: Sequence[str]) -> bytes:
    """The shingles that begin with a chosen word, four bytes each, ascending."""
    if len(words) < FEWEST:
        return b""
    places = compress(count(), map(_begins, words[: 1 - _RUN]))
    chosen = {_number(words[place : place + _RUN]) for place in places}
    return struct.pack(f"<{len(chosen)}I", *sorted(chosen))


@lru_cache(maxsize=1 << 16)
def _begins(word: str) -> bool:
    """Whether the shingles that begin with a word belong to sketches: it depends on nothing but the word."""
    return crc32(word.encode("utf-8", "replace")) % _EVERY == 0


def _number(shingle: Sequence[str]) -> int:
    return crc32(" ".join(shingle).encode("utf-8", "replace"))
