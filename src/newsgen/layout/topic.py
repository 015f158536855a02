"""What a text is about, by its words: they tell a headline from a menu."""

import re
from collections.abc import Iterable
from itertools import islice

from newsgen.layout.outlets import Context
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

_PARAGRAPHS = 8
"""From which the words are taken: below them may stand a page's foot."""
_SHORTEST = 3
_STEM = 5
"""Letters by which words are compared: "rises" and "risen" differ behind them, and so do most endings."""
_FEW = 2
"""Words that nobody shares, counted to every line: one word that the text has tells nothing."""

# matches: l'armée
_WORD = re.compile(r"[^\W_]+")


def list_topics(units: Iterable[Unit], context: Context) -> frozenset[str]:
    """The stems of the units' words that are not frequent in any text."""
    return frozenset(stem for unit in islice(units, _PARAGRAPHS) for stem in _list_stems(unit, context))


def share_topics(unit: Unit, topics: frozenset[str], context: Context) -> float:
    """The share of the line's words that are the text's too; a line of few words shares less."""
    stems = set(_list_stems(unit, context))
    return len(stems & topics) / (len(stems) + _FEW)


def _list_stems(unit: Unit, context: Context) -> Iterable[str]:
    frequent = context.lexicon.desk.frequent
    words = _WORD.findall(unit.folded or fold(unit.text))
    return (word[:_STEM] for word in words if len(word) >= _SHORTEST and word not in frequent)
