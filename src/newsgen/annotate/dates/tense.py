"""Tense: whether the clause around a date speaks of what was or of what is to come."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from newsgen.annotate.dates.schedule import REACH, hangs_on_noun, is_fronted, match_appointment
from newsgen.annotate.sentences import Span
from newsgen.lexicon import Lexicon
from newsgen.lexicon.grammar import Grammar, Tense

_WORDS = 30
"""How many words to either side are asked."""

_CHARACTERS = 240
"""How far they are sought at most."""

_ARTICLE_PHRASE = 4
"""Words in front of a telling one where a phrase that holds it may begin: "are now required to"."""

# matches: held
# not: 15
_WORD = re.compile(r"[^\W\d]\w*")

By = Literal["", "word", "appointment", "firm", "wish", "term", "noun", "onwards"]
"""What tells a tense: nothing, a verb, words that appoint something (`firm`: to come for certain), a wish, a term, a
noun that the date hangs on, or that something holds from the date on."""


class Telling(NamedTuple):
    """What tells the tense of a date, and where it stands."""

    tense: Tense
    by: By
    start: int
    end: int


_NOTHING = Telling("", "", -1, -1)


class Place(NamedTuple):
    """A date in its sentence."""

    text: str
    date: Span
    sentence: Span
    language: str
    lexicon: Lexicon

    @property
    def grammar(self) -> Grammar:
        """The words that tell a tense."""
        return self.lexicon.grammar


def tell_tense(place: Place) -> Telling:
    """What the nearest telling words of the sentence tell: in front of the date, else behind it.

    "By June" looks ahead, unless its sentence says that something "had" happened.
    """
    before = _find_words(place, max(place.sentence[0], place.date[0] - _CHARACTERS), place.date[0])[-_WORDS:]
    term = place.lexicon.calendar.term.search(place.text, max(place.date[0] - REACH, place.sentence[0]), place.date[0])
    if term:
        return _tell_by_term(place, term, before)
    hangs = hangs_on_noun(place.text, (place.sentence[0], place.date[0]))
    told = _read_before(place, before, is_schedule_asked=not hangs)
    if told.tense:
        return told
    behind = _read_behind(place)
    return behind if behind.tense else _tell_by_preposition(place, hangs=hangs)


def _find_words(place: Place, start: int, end: int) -> list[re.Match[str]]:
    """The words between, without one that is cut at the start."""
    if start > place.sentence[0]:
        start = max(place.text.find(" ", start, end), start)
    return list(_WORD.finditer(place.text, start, end))


def _tell_by_term(place: Place, term: re.Match[str], before: Sequence[re.Match[str]]) -> Telling:
    """A term lies ahead; of the time spoken of, where the sentence has a pluperfect."""
    behind = _find_words(place, place.date[1], min(place.sentence[1], place.date[1] + _CHARACTERS))[:_WORDS]
    had = next((word for word in (*before, *behind) if place.grammar.has("had", word[0])), None)
    return Telling("past", "word", *had.span()) if had else Telling("future", "term", *term.span())


def _read_before(place: Place, words: Sequence[re.Match[str]], *, is_schedule_asked: bool) -> Telling:
    """The nearest telling word or phrase in front of the date."""
    told, left = _NOTHING, len(words)
    schedule = place.lexicon.calendar.schedule(place.language)
    for index in range(len(words) - 1, -1, -1):
        if told.tense and left - index > _ARTICLE_PHRASE:
            break
        word = words[index]
        if is_schedule_asked and place.date[0] - word.start() <= REACH:
            found = match_appointment(place.text, word, place.date[0], schedule)
            if found and found.end > told.start:
                return Telling("future", found.by, found.start, found.end)
        if not told.tense:
            told, left = _read_word(place, words, index), index
    return told


def _read_behind(place: Place) -> Telling:
    """The first telling word behind the date, or the first phrase if the date stands in front of its clause."""
    words = _find_words(place, place.date[1], min(place.sentence[1], place.date[1] + _CHARACTERS))[:_WORDS]
    fronted = is_fronted(place.text, place.date[0], place.sentence)
    end = min(place.date[1] + REACH, place.sentence[1])
    schedule = place.lexicon.calendar.schedule(place.language)
    for index, word in enumerate(words):
        found = match_appointment(place.text, word, end, schedule) if fronted and word.start() < end else None
        if found:
            return Telling("future", found.by, found.start, found.end)
        told = _read_word(place, words, index)
        if told.tense:
            return told
    return _NOTHING


def _read_word(place: Place, words: Sequence[re.Match[str]], index: int) -> Telling:
    """What one word tells; "held" in "will be held" tells nothing."""
    word = words[index][0]
    # Accents do not count in the tables, but "à partir du" has no verb "a".
    tense = "" if word in ("à", "À") else place.grammar.tense_of(word, place.language)
    if not tense or (tense == "past" and index and place.grammar.has("infinitive", words[index - 1][0])):
        return _NOTHING
    return Telling(tense, "word", *words[index].span())


def _tell_by_preposition(place: Place, *, hangs: bool) -> Telling:
    """What the words in front of a date tell where no verb does: "from 1 July" looks ahead, "the coup of" back.

    "From July" as often tells what a number rose from.
    """
    start = place.date[0]
    if hangs:
        return Telling("past", "noun", start, start)
    onwards = place.lexicon.calendar.onwards.search(place.text, max(start - REACH, 0), start)
    if onwards and any(sign.isdigit() for sign in place.text[slice(*place.date)]):
        return Telling("future", "onwards", *onwards.span())
    return _NOTHING
