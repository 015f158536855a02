"""Tense: whether the clause around a date speaks of what was or of what is to come."""

from collections.abc import Sequence

from newsgen.annotate.dates.tokens import Token
from newsgen.lexicon.grammar import Grammar, Tense

_REACH = 40
"""How many words to either side are asked."""


def find_tense(
    tokens: Sequence[Token], words: tuple[int, int], sentence: tuple[int, int], grammar: tuple[Grammar, str]
) -> Tense:
    """The tense that the nearest telling word of the sentence gives: in front of the date, else behind it.

    "By June" looks ahead, unless its sentence says that something "had" happened.
    """
    first, last = words
    before, after = tokens[max(first - _REACH, 0) : first][::-1], tokens[last + 1 : last + _REACH]
    if first and tokens[first - 1].kind == "by":
        inside = (t for t in (*before, *after) if sentence[0] <= t.start < sentence[1])
        return "past" if any(grammar[0].has("had", token.text) for token in inside) else "future"
    return _read_tense(before, sentence, grammar) or _read_tense(after, sentence, grammar)


def _read_tense(tokens: Sequence[Token], sentence: tuple[int, int], grammar: tuple[Grammar, str]) -> Tense:
    """The tense of the first telling word that stands within the sentence."""
    table, language = grammar
    for token in tokens:
        if not sentence[0] <= token.start < sentence[1]:
            return ""
        tense = table.tense_of(token.text, language)
        if tense:
            return tense
    return ""
