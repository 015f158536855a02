"""Recency: which dates of a text tell about when it was written, and which are only its background.

A date with its year is recent, so that the text was written within twelve months of it, where

- a cue says so: "back in October 2023", "in July 2023" beside "last July";
- a count leads from it to now: "four months ago, in March 2023", "two years on Sunday since 2 April 2021";
- a clause of the simple past tells what happened then ("who came in October 2023"), or the date hangs on a happening
  ("the coup of July 2023"), and nothing in the clause speaks of background.

Background are the pluperfect, what lasts since then, and words that tell how something or somebody came to be what it
is: "dates from", "was last changed", "founded", "elected", "treaty" (`background` in `data/grammar.yaml`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from newsgen.annotate.clauses import find_carrying_noun, is_since_or_until, list_borders, list_words, tense_of_clause
from newsgen.annotate.dates.meanings import Distance, Expression, Fixed, Recurring
from newsgen.annotate.dates.reckoning import step_away
from newsgen.annotate.sentences import Span, split_paragraph
from newsgen.edtf import bounds, precision
from newsgen.lexicon import Lexicon
from newsgen.records.article import Article

# matches: Back in
# not: He came back from Rome. In
_BACK_IN = re.compile(r"\b(?:back|only|just|as recently as)\s(?:in|on)\s*$", re.IGNORECASE)

# matches: It was two years on Sunday since he took the oath, on
_ANNIVERSARY = re.compile(r"\b(?P<count>\w+) (?:years?|ans?|años?)\b[^.]{0,40}\b(?:since|after|que|desde)\b")

_BESIDE = 6
"""Characters between a count and the date that explains it: "four months ago, in March 2023"."""

_SLACK = timedelta(days=45)
"""So far a count of months or years may be off."""


def list_recent_days(article: Article, expressions: Sequence[Expression], lexicon: Lexicon) -> Iterator[date]:
    """For each recent date of the text the first day on which the text may have been written."""
    clauses = _Clauses(article, lexicon)
    named = {e.meaning.month for e in expressions if isinstance(e.meaning, Recurring) and e.meaning.pull == "last"}
    for before, expression in zip((None, *expressions), expressions, strict=False):
        first = first_past_day(expression)
        if first is None:
            continue
        sentence = clauses.find_sentence(expression)
        counted = _count_from(before, expression, first) or _count_years(article.text, sentence, expression, lexicon)
        cued = first.month in named or _is_cued(article.text, sentence, expression)
        if counted or cued or _tells_happening(article, clauses.find(sentence, expression), lexicon):
            yield counted or first


def list_days_in_memory(article: Article, expressions: Sequence[Expression], lexicon: Lexicon) -> Iterator[date]:
    """First day of each past date beside which nothing tells of a birth, a founding or a law."""
    clauses = _Clauses(article, lexicon)
    for expression in expressions:
        first = first_past_day(expression)
        if first is None:
            continue
        sentence = clauses.find_sentence(expression)
        clause = clauses.find(sentence, expression)
        if not _has_any(article.text[slice(*clause.span)], ("distant",), lexicon):
            yield first


def first_past_day(expression: Expression) -> date | None:
    """First day of a past date that has its year and month."""
    if not isinstance(expression.meaning, Fixed) or expression.tense == "future":
        return None
    value = expression.meaning.value
    return bounds(value)[0] if precision(value) in ("day", "month") else None


def _is_cued(text: str, sentence: Span, expression: Expression) -> bool:
    """Whether the words in front of the date say that it is not long past."""
    return bool(_BACK_IN.search(text, sentence[0], expression.start))


def _count_from(before: Expression | None, expression: Expression, first: date) -> date | None:
    """The day of writing at the earliest, by a count right in front of the date."""
    if before is None or expression.start - before.end > _BESIDE or not isinstance(before.meaning, Distance):
        return None
    if before.meaning.base != "written" or before.meaning.count > 0:
        return None
    then = step_away(first, before.meaning.unit, -before.meaning.count)
    day = bounds(then)[0] if then else None
    return max(day - _SLACK, first) if day else None


def _count_years(text: str, sentence: Span, expression: Expression, lexicon: Lexicon) -> date | None:
    """The day of writing at the earliest, by an anniversary in the sentence."""
    found = _ANNIVERSARY.search(text, sentence[0], expression.start)
    first = first_past_day(expression)
    word = lexicon.calendar.look_up(found["count"], "en") if found else None
    if word is None or first is None or word.kind not in ("count", "one"):
        return None
    then = step_away(first, "year", int(word.value or 1))
    year = bounds(then)[0] if then else None
    return first.replace(year=year.year, day=1) if year else None


class Clause(NamedTuple):
    """A date with the clause around it."""

    span: Span
    date: Span


class _Clauses:
    """The clauses of an article's sentences; each paragraph and sentence is parted once, however many dates it has."""

    def __init__(self, article: Article, lexicon: Lexicon) -> None:
        self._article = article
        self._lexicon = lexicon
        self._sentences: dict[int, list[Span]] = {}
        self._borders: dict[Span, list[int]] = {}

    def find_sentence(self, expression: Expression) -> Span:
        """The sentence that the date stands in."""
        sentences = self._sentences.get(expression.paragraph)
        if sentences is None:
            sentences = self._sentences[expression.paragraph] = self._split_around(expression.start)
        return sentences[max(bisect_right(sentences, expression.start, key=_start_of) - 1, 0)]

    def find(self, sentence: Span, expression: Expression) -> Clause:
        """The clause of the sentence that the date stands in."""
        borders = self._borders.get(sentence)
        if borders is None:
            inner = list_borders(self._article.text, sentence, self._lexicon, self._article.language)
            borders = self._borders[sentence] = [sentence[0], *inner, sentence[1]]
        at = min(max(bisect_right(borders, expression.start) - 1, 0), len(borders) - 2)
        return Clause((borders[at], borders[at + 1]), (expression.start, expression.end))

    def _split_around(self, place: int) -> list[Span]:
        """The sentences of the paragraph that the place is in."""
        text = self._article.text
        start, end = text.rfind("\n\n", 0, place) + 1, text.find("\n\n", place)
        return list(split_paragraph(text, (start, len(text) if end < 0 else end), self._lexicon.grammar))


def _start_of(span: Span) -> int:
    """Where the span begins."""
    return span[0]


def _tells_happening(article: Article, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the date's clause tells in the simple past what happened then, or hangs it on a happening."""
    carrying = find_carrying_noun(
        article.text, clause.date, clause.span, lambda words: lexicon.topics.topics_of(words, article.language)
    )
    if carrying:
        return not _has_any(carrying, _BACKGROUND, lexicon)
    words = article.text[slice(*clause.span)]
    return (
        not is_since_or_until(article.text, clause.span[0], clause.date[0])
        and not _has_any(words, _BACKGROUND, lexicon)
        and tense_of_clause(words, lexicon, article.language) == "past"
    )


_BACKGROUND = ("had", "background", "distant")
"""Kinds of words that tell the pluperfect, or how something came to be."""


def _has_any(words: str, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether one of the words is of one of the kinds."""
    return any(lexicon.grammar.has(kind, word) for word in list_words(words) for kind in kinds)
