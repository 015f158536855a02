"""Tense: whether the clause around a date speaks of what was or of what is to come."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

from newsgen.annotate.dates.schedule import REACH, hangs_on_noun, is_fronted, match_appointment, was_done
from newsgen.annotate.sentences import Span
from newsgen.lexicon import Lexicon
from newsgen.lexicon.calendar import Calendar, Schedule
from newsgen.lexicon.grammar import Grammar, Tense

_WORDS = 30
"""How many words to either side are asked."""

_CHARACTERS = 240
"""How far they are sought at most."""

_TERM_REACH = 24
"""Characters in front of a date that hold words of a term."""

_ARTICLE_PHRASE = 4
"""Words in front of a telling one where a phrase that holds it may begin: "are now required to"."""

# matches: held
# not: 15
_WORD = re.compile(r"([^\W\d]\w*)")

# matches: 15
_DIGIT = re.compile(r"\d")

By = Literal["", "word", "appointment", "firm", "wish", "term", "noun", "onwards"]
"""What tells a tense: nothing, a verb, words that appoint something (`firm`: to come for certain), a wish, a term, a
noun that the date hangs on, or that something holds from the date on, or until it."""


class Telling(NamedTuple):
    """What tells the tense of a date, and where it stands."""

    tense: Tense
    by: By
    start: int
    end: int


_NOTHING = Telling("", "", -1, -1)


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence that dates stand in; its words are read once for all of them."""

    text: str
    """Of the article."""
    span: Span
    language: str
    lexicon: Lexicon

    @cached_property
    def words(self) -> "Words":
        """Its words; sought when they are first asked for, since few dates depend on them."""
        return _read_words(self)


class Words(NamedTuple):
    """The words of a sentence, in order, and the few among them that may tell a tense."""

    written: Sequence[str]
    starts: list[int]
    """Where each begins."""
    telling: list[tuple[int, Tense]]
    """Numbers of those that tell a tense by themselves; "held" in "will be held" tells none."""
    heads: list[int]
    """Numbers of those with which a phrase may begin that appoints something."""

    def span_of(self, number: int) -> Span:
        """Where the word with that number stands."""
        return self.starts[number], self.starts[number] + len(self.written[number])


class Place(NamedTuple):
    """A date in its sentence."""

    date: Span
    around: Sentence

    @property
    def text(self) -> str:
        """The article's."""
        return self.around.text

    @property
    def sentence(self) -> Span:
        """Where the sentence stands."""
        return self.around.span

    @property
    def lexicon(self) -> Lexicon:
        """The words that tell a tense, among others."""
        return self.around.lexicon


class Mark(NamedTuple):
    """What is known of a word that may tell a tense, or stands in front of one."""

    tense: Tense
    infinitive: bool
    """Whether an infinitive follows: `will`."""
    being: bool
    """Whether it makes a participle behind it one of the present: `is`."""
    head: bool
    """Whether a phrase may begin with it that appoints something."""


@lru_cache(maxsize=8)
def _make_reader(grammar: Grammar, calendar: Calendar, language: str) -> Callable[[str], Mark | None]:
    """What gives the mark of a word, None for most of them; it remembers, since words come again."""
    schedule = calendar.schedule(language, of_weekday=True)

    @lru_cache(maxsize=1 << 15)
    def read(word: str) -> Mark | None:
        # Accents do not count in the tables, but "à partir du" has no verb "a".
        tense = grammar.tense_of(word, language) if word not in ("à", "À") else ""
        # "May" beside a day is a month, and begins no phrase such as "may of".
        heads = word.lower() in schedule and not (word.istitle() and calendar.month(word))
        mark = Mark(tense, grammar.has("infinitive", word), grammar.has("being", word), heads)
        return mark if any(mark) else None

    return read


def _read_words(sentence: Sentence) -> Words:
    """The words of a sentence."""
    start, end = sentence.span
    pieces = _WORD.split(sentence.text[start:end])  # what lies between, word, what lies between, …
    written = pieces[1::2]
    read = _make_reader(sentence.lexicon.grammar, sentence.lexicon.calendar, sentence.language)
    marks = [*map(read, written)]
    telling: list[tuple[int, Tense]] = []
    heads = []
    for number, mark in enumerate(marks):
        if mark is None:
            continue
        if mark.tense == "future" or (mark.tense and not _takes_tense(marks[number - 1] if number else None)):
            telling.append((number, mark.tense))
        if mark.head:
            heads.append(number)
    return Words(written, list(accumulate(map(len, pieces), initial=start))[1:-1:2], telling, heads)


def _takes_tense(before: Mark | None) -> bool:
    """Whether the word in front makes another one no past: "will" of "will be held", "is" of "is held"."""
    return before is not None and (before.infinitive or before.being)


def tell_tense(place: Place) -> Telling:
    """What the nearest telling words of the sentence tell: in front of the date, else behind it.

    "By June" looks ahead, unless its sentence says that something "had" happened.
    """
    start = place.date[0]
    term = place.lexicon.calendar.term.search(place.text, max(start - _TERM_REACH, place.sentence[0]), start)
    if term:
        return _tell_by_term(place, term)
    hangs = hangs_on_noun(place.text, (place.sentence[0], start))
    told = _read_before(place, is_schedule_asked=not hangs)
    if told.tense:
        return told
    behind = _read_behind(place)
    return behind if behind.tense else _tell_by_preposition(place, hangs=hangs)


def _find_before(place: Place) -> range:
    """The numbers of the words in front of the date that are looked at."""
    starts = place.around.words.starts
    end = bisect_left(starts, place.date[0])
    return range(max(bisect_left(starts, place.date[0] - _CHARACTERS), end - _WORDS), end)


def _find_behind(place: Place) -> range:
    """The numbers of the words behind the date that are looked at, but for what is joined to it: "April/May"."""
    starts, end = place.around.words.starts, place.date[1]
    first = bisect_left(starts, max(place.text.find(" ", end, place.sentence[1]), end))
    return range(first, min(bisect_left(starts, place.date[1] + _CHARACTERS), first + _WORDS))


def _tell_by_term(place: Place, term: re.Match[str]) -> Telling:
    """A term lies ahead; of the time spoken of, where the sentence has a pluperfect, or tells that it was kept."""
    if was_done(place.text, place.sentence[0], term.start()):
        return Telling("past", "word", *term.span())
    words, grammar = place.around.words, place.lexicon.grammar
    numbers = (*_find_before(place), *_find_behind(place))
    had = next((number for number in numbers if grammar.has("had", words.written[number])), None)
    return Telling("future", "term", *term.span()) if had is None else Telling("past", "word", *words.span_of(had))


def _read_before(place: Place, *, is_schedule_asked: bool) -> Telling:
    """The nearest telling word in front of the date, or a phrase that holds it or begins behind it."""
    words, near = place.around.words, _find_before(place)
    at = bisect_left(words.telling, (near.stop, "")) - 1
    told = _NOTHING
    first = max(near.start, bisect_left(words.starts, place.date[0] - REACH))
    if at >= 0 and words.telling[at][0] in near:
        number, tense = words.telling[at]
        told = Telling(tense, "word", *words.span_of(number))
        first = max(first, number - _ARTICLE_PHRASE)
    if is_schedule_asked:
        heads = words.heads[bisect_left(words.heads, first) : bisect_left(words.heads, near.stop)]
        for number in reversed(heads):
            found = match_appointment(
                place.text, words.written[number], (words.starts[number], place.date[0]), _schedule(place)
            )
            if found and found.end > told.start:
                return Telling("future", found.by, found.start, found.end)
    return told


def _read_behind(place: Place) -> Telling:
    """The first telling word behind the date, or the first phrase if the date stands in front of its clause."""
    words, near = place.around.words, _find_behind(place)
    at = bisect_left(words.telling, (near.start, ""))
    told, last = _NOTHING, near.stop
    if at < len(words.telling) and words.telling[at][0] in near:
        number, tense = words.telling[at]
        told, last = Telling(tense, "word", *words.span_of(number)), number + 1
    end = min(place.date[1] + REACH, place.sentence[1])
    last = min(last, bisect_left(words.starts, end))
    heads = words.heads[bisect_left(words.heads, near.start) : bisect_left(words.heads, last)]
    for number in heads if heads and is_fronted(place.text, place.date[0], place.sentence) else ():
        found = match_appointment(place.text, words.written[number], (words.starts[number], end), _schedule(place))
        if found:
            return Telling("future", found.by, found.start, found.end)
    return told


def _schedule(place: Place) -> Schedule:
    """What appoints something in the language, at a date of this kind."""
    return place.lexicon.calendar.schedule(place.around.language, of_weekday=_is_weekday(place))


def _is_weekday(place: Place) -> bool:
    """Whether the date is a weekday without its day: "this Friday"."""
    words = _WORD.findall(place.text, *place.date)
    is_named = any(place.lexicon.calendar.weekday(word) is not None for word in words)
    return is_named and not _DIGIT.search(place.text, *place.date)


def _tell_by_preposition(place: Place, *, hangs: bool) -> Telling:
    """What the words in front of a date tell where no verb does: "from 1 July" and "until July" look ahead, "the coup
    of" back.

    "From July" as often tells what a number rose from.
    """
    start = place.date[0]
    if hangs:
        return Telling("past", "noun", start, start)
    limit = place.lexicon.calendar.limit.search(place.text, max(start - _TERM_REACH, place.sentence[0]), start)
    if limit:
        return Telling("future", "onwards", *limit.span())
    onwards = place.lexicon.calendar.onwards.search(place.text, max(start - REACH, 0), start)
    if onwards and _DIGIT.search(place.text, *place.date):
        return Telling("future", "onwards", *onwards.span())
    return _NOTHING
