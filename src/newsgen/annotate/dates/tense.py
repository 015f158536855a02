"""Tense: whether the clause around a date speaks of what was or of what is to come."""

from collections.abc import Iterable

from newsgen.annotate.dates.tokens import TokenText
from newsgen.lexicon.grammar import Grammar, Tense

_REACH = 30
"""How many words to either side are asked."""


def find_tense(
    tokens: TokenText, words: tuple[int, int], sentence: tuple[int, int], grammar: tuple[Grammar, str]
) -> Tense:
    """The tense that the nearest telling word of the sentence gives: in front of the date, else behind it.

    "By June" looks ahead, unless its sentence says that something "had" happened.
    """
    first, last = words
    if first and tokens[first - 1].kind == "by":
        around = map(tokens.word, range(max(first - _REACH, 0), min(last + _REACH, len(tokens.kinds))))
        inside = (word for start, word in around if sentence[0] <= start < sentence[1])
        return "past" if any(grammar[0].has("had", word) for word in inside) else "future"
    before = range(first - 1, max(first - _REACH, 0) - 1, -1)
    after = range(last + 1, min(last + _REACH, len(tokens.kinds)))
    return _read_tense(tokens, before, sentence, grammar) or _read_tense(tokens, after, sentence, grammar)


def _read_tense(
    tokens: TokenText, indices: Iterable[int], sentence: tuple[int, int], grammar: tuple[Grammar, str]
) -> Tense:
    """The tense of the first telling word that stands within the sentence; "held" in "will be held" tells nothing."""
    table, language = grammar
    for index in indices:
        start, word = tokens.word(index)
        if not sentence[0] <= start < sentence[1]:
            return ""
        tense = table.tense_of(word, language)
        if tense and not (tense == "past" and index and table.has("infinitive", tokens.word(index - 1)[1])):
            return tense
    return ""
