"""Tense: whether the clause around a date speaks of what was or of what is to come."""

from collections.abc import Iterable
from typing import NamedTuple

from newsgen.annotate.dates.schedule import (
    find_appointment_before,
    find_appointment_behind,
    hangs_on_noun,
    is_onwards,
    is_term,
)
from newsgen.annotate.dates.tokens import TokenText
from newsgen.annotate.sentences import Span
from newsgen.lexicon.grammar import Grammar, Tense

_REACH = 30
"""How many words to either side are asked."""


class Telling(NamedTuple):
    """A word that tells a tense; the empty tense at -1 where there is none."""

    tense: Tense
    start: int


def find_tense(tokens: TokenText, words: Span, sentence: Span, grammar: tuple[Grammar, str]) -> Tense:
    """The tense that the nearest telling words of the sentence give: in front of the date, else behind it.

    "By June" looks ahead, unless its sentence says that something "had" happened.
    """
    first, last = words
    date = (tokens[first].start, tokens[last].end)
    if (first and tokens[first - 1].kind == "by") or is_term(tokens.text, date[0]):
        around = map(tokens.word, range(max(first - _REACH, 0), min(last + _REACH, len(tokens.kinds))))
        inside = (word for start, word in around if sentence[0] <= start < sentence[1])
        return "past" if any(grammar[0].has("had", word) for word in inside) else "future"
    before = _read_tense(tokens, range(first - 1, max(first - _REACH, 0) - 1, -1), sentence, grammar)
    if find_appointment_before(tokens.text, (sentence[0], date[0]), grammar[1]) > before.start:
        return "future"
    if before.tense:
        return before.tense
    behind = _read_tense(tokens, range(last + 1, min(last + _REACH, len(tokens.kinds))), sentence, grammar)
    appointed = find_appointment_behind(tokens.text, date, sentence, grammar[1])
    if appointed >= 0 and (not behind.tense or appointed <= behind.start):
        return "future"
    return behind.tense or _tell_from_preposition(tokens.text, date, sentence)


def _tell_from_preposition(text: str, date: Span, sentence: Span) -> Tense:
    """What the words in front of a date tell where no verb does: "from 1 July" looks ahead, "the coup of" back."""
    if hangs_on_noun(text, (sentence[0], date[0])):
        return "past"
    return "future" if is_onwards(text, date) else ""


def _read_tense(tokens: TokenText, indices: Iterable[int], sentence: Span, grammar: tuple[Grammar, str]) -> Telling:
    """The first telling word that stands within the sentence; "held" in "will be held" tells nothing."""
    table, language = grammar
    for index in indices:
        start, word = tokens.word(index)
        if not sentence[0] <= start < sentence[1]:
            break
        # Accents do not count in the tables, but "à partir du" has no verb "a".
        tense = "" if word in ("à", "À") else table.tense_of(word, language)
        if tense and not (tense == "past" and index and table.has("infinitive", tokens.word(index - 1)[1])):
            return Telling(tense, start)
    return Telling("", -1)
