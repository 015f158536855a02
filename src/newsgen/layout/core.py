"""The core of a page: the paragraphs that are surely the article's prose, and the words that they are about."""

import re
from functools import lru_cache
from typing import NamedTuple

from newsgen.layout.findings import Parts
from newsgen.layout.outlets import Context
from newsgen.layout.signs import ends_sentence, is_prose
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

_WORDS = 12
"""Words of the shortest paragraph that is surely prose."""
_LONG = 400
"""Characters of a paragraph that is prose though it ends in no stop."""
_STEM = 5
"""Letters that two words have in common which are about the same: Russia, Russian."""
_SHORTEST = 3
"""Letters of the shortest word that can be about anything."""

# matches: armée
_WORD = re.compile(r"[^\W_]+")


class Core(NamedTuple):
    """The prose of a clipping."""

    paragraphs: tuple[int, ...]
    """Where the paragraphs stand among the parts, in order."""
    stems: frozenset[str]
    """Of the words that they are about."""


def find_core(parts: Parts, context: Context) -> Core:
    """The paragraphs without a role that are surely prose, and what they are about."""
    indices = tuple(index for index, part in enumerate(parts) if part.open and is_core(part.unit, context))
    return Core(indices, frozenset().union(*(list_stems(parts[index].unit.text, context) for index in indices)))


def is_core(unit: Unit, context: Context) -> bool:
    """Whether the unit is a paragraph of a dozen words or more that ends as sentences end."""
    text = unit.text
    return text.count(" ") >= _WORDS - 1 and is_prose(unit, context) and (ends_sentence(text) or len(text) > _LONG)


@lru_cache(maxsize=1 << 11)
def list_stems(text: str, context: Context) -> frozenset[str]:
    """The stems of the words that the text is about: all but the frequent and the shortest; remembered, since several
    rules ask it of the same paragraphs."""
    words = _WORD.findall(fold(text))
    frequent = context.lexicon.desk.frequent
    return frozenset(word[:_STEM].rstrip("s") for word in words if len(word) >= _SHORTEST and word not in frequent)


def measure_overlap(text: str, core: Core, context: Context) -> float:
    """The share of what the text is about that the core is about too; 0 if the text is about nothing."""
    stems = list_stems(text, context)
    return len(stems & core.stems) / len(stems) if stems else 0.0
