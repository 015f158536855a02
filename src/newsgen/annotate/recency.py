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
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from operator import itemgetter

from newsgen.annotate.clauses import Clauses, is_since_or_until, list_words
from newsgen.annotate.dates.meanings import Distance, Expression, Fixed, Recurring
from newsgen.annotate.dates.reckoning import step_away
from newsgen.edtf import bounds, precision

# matches: Back in
# not: He came back from Rome. In
_BACK_IN = re.compile(r"\b(?:back|only|just|as recently as)\s(?:in|on)\s*$", re.IGNORECASE)

# matches: It was two years on Sunday since he took the oath, on
_ANNIVERSARY = re.compile(r"\b(?P<count>\w+) (?:years?|ans?|años?)\b[^.]{0,40}\b(?:since|after|que|desde)\b")

_BESIDE = 6
"""Characters between a count and the date that explains it: "four months ago, in March 2023"."""

_REACH = 400
"""Characters in front of a date, within its sentence, in which a cue may stand: some sentences have no end."""

_SLACK = timedelta(days=45)
"""So far a count of months or years may be off."""


def find_recent_day(clauses: Clauses, expressions: Sequence[Expression]) -> date | None:
    """The latest of the days from which on the text may have been written, by each recent date that it has."""
    counted = max(_list_counted_days(clauses, expressions), default=None)
    later = (past for past in _list_past(expressions) if counted is None or past[0] > counted)
    return next((first for first, expression in later if _tells_happening(clauses, expression)), counted)


def find_day_in_memory(clauses: Clauses, expressions: Sequence[Expression]) -> date | None:
    """First day of the latest past date beside which nothing tells of a birth, a founding or a law."""
    spans = ((first, clauses.find(e.place.sentence, e.start)) for first, e in _list_past(expressions))
    return next((first for first, span in spans if "distant" not in clauses.read(span).kinds), None)


def _list_past(expressions: Sequence[Expression]) -> list[tuple[date, Expression]]:
    """The past dates with their first days, the latest first."""
    past = [(first, expression) for expression in expressions if (first := first_past_day(expression))]
    return sorted(past, key=itemgetter(0), reverse=True)


def _list_counted_days(clauses: Clauses, expressions: Sequence[Expression]) -> Iterator[date]:
    """For each past date that a count or a cue makes recent, the first day on which the text may have been written."""
    named = {e.meaning.month for e in expressions if isinstance(e.meaning, Recurring) and e.meaning.pull == "last"}
    for before, expression in zip((None, *expressions), expressions, strict=False):
        first = first_past_day(expression)
        if first is None:
            continue
        counted = _count_from(before, expression, first) or _count_years(clauses, expression, first)
        if counted or first.month in named or _is_cued(expression):
            yield counted or first


def first_past_day(expression: Expression) -> date | None:
    """First day of a past date that has its year and month."""
    if not isinstance(expression.meaning, Fixed) or expression.tense == "future":
        return None
    value = expression.meaning.value
    return bounds(value)[0] if precision(value) in ("day", "month") else None


def _is_cued(expression: Expression) -> bool:
    """Whether the words in front of the date say that it is not long past."""
    return bool(_BACK_IN.search(expression.place.text, _reach_back(expression), expression.start))


def _reach_back(expression: Expression) -> int:
    """Where to begin to look for a cue to the date."""
    return max(expression.place.sentence[0], expression.start - _REACH)


def _count_from(before: Expression | None, expression: Expression, first: date) -> date | None:
    """The day of writing at the earliest, by a count right in front of the date."""
    if before is None or expression.start - before.end > _BESIDE or not isinstance(before.meaning, Distance):
        return None
    if before.meaning.base != "written" or before.meaning.count > 0:
        return None
    then = step_away(first, before.meaning.unit, -before.meaning.count)
    day = bounds(then)[0] if then else None
    return max(day - _SLACK, first) if day else None


def _count_years(clauses: Clauses, expression: Expression, first: date) -> date | None:
    """The day of writing at the earliest, by an anniversary in the sentence."""
    found = _ANNIVERSARY.search(clauses.text, _reach_back(expression), expression.start)
    word = clauses.lexicon.calendar.look_up(found["count"], "en") if found else None
    if word is None or word.kind not in ("count", "one"):
        return None
    then = step_away(first, "year", int(word.value or 1))
    year = bounds(then)[0] if then else None
    return first.replace(year=year.year, day=1) if year else None


def _tells_happening(clauses: Clauses, expression: Expression) -> bool:
    """Whether the date's clause tells in the simple past what happened then, or hangs it on a happening."""
    span = clauses.find(expression.place.sentence, expression.start)
    carrying = clauses.find_carrying_noun((expression.start, expression.end), span)
    if carrying:
        return _BACKGROUND.isdisjoint(clauses.lexicon.grammar.kinds_of(list_words(carrying)))
    clause = clauses.read(span)
    is_told = clause.tense == "past" and _BACKGROUND.isdisjoint(clause.kinds)
    return is_told and not is_since_or_until(clauses.text, span[0], expression.start)


_BACKGROUND = frozenset(("had", "background", "distant"))
"""Kinds of words that tell the pluperfect, or how something came to be."""
