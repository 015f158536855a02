"""Reports: the sentences that tell a dated happening.

A date dates the clause that it stands in. A clause tells a happening if it has a verb that tells a tense, or if the
date hangs on a noun that is a happening ("the coup of July 2023"). One clause, one report: of several dates the finest
counts, unless another one plainly dates something else. Left out are headlines, what only says since when something
lasts, long stretches of time, and what is denied.
"""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from newsgen.annotate.clauses import (
    find_carrying_noun,
    goes_on,
    is_since_or_until,
    list_borders,
    list_words,
    relative_at,
    tense_of_clause,
)
from newsgen.annotate.dates.resolve import find_anchor
from newsgen.annotate.dates.schedule import appoints
from newsgen.annotate.material import Material
from newsgen.annotate.sentences import Span
from newsgen.edtf import bounds, precision
from newsgen.lexicon import Lexicon
from newsgen.lexicon.grammar import Tense
from newsgen.records.article import Article
from newsgen.records.reading import CountryMention, DateMention, PersonMention, Report, ReportKind

# matches: did not sign
# matches: nobody could say
# matches: n’a pas
# matches: would have been
_DENIAL = re.compile(
    r"\b(?:not|never|nobody|no one|ne|ni|nadie)\b|n[’']t\b|\bn[’']|\b(?:w|c|sh)ould have\b", re.IGNORECASE
)

# matches: , and
# not: , on
_OPENING = re.compile(r"^\W*+(?:(?:and|but|et|mais|y|pero)\b\W*+)?$")

# matches: Whether they will meet was open
_QUESTION = re.compile(r"Whether\b")

# matches: it took until
_TOOK_UNTIL = re.compile(r"\b(?:took|taken) (?:until|till)(?: the)?\s*$")

# matches:  and the larger one, near the border, on
# not:  and on
_JOINED = re.compile(r"\b(?:and|et|y)(?: [^\s.;]+){2}")

# matches: to be gone by
# matches: d’ici
_TERM = re.compile(r"\b(?:by|before|d[’']ici|avant|antes de)(?: (?:the|la|le|el))? ?$", re.IGNORECASE)

# matches: The term is
# matches: The vote is on
_IS = re.compile(r"\b(?:is|are|est|es)(?: (?:on|for|set for|le|el))?\s*$")

_LOOK_BACK = 24
"""Characters in front of a date in which such words stand."""

# matches:  since Bazoum took the oath
_ANNIVERSARY = re.compile(r"\s(?:since|que|desde que)\s")

# matches: , when the guard
# matches:  lorsque la garde
_WHEN = re.compile(r",?\s(?:when|lorsqu|lorsque|quand|cuando)\b")

# matches:  has been quiet
# matches: ’s been quiet
# not:  the house was sold
_IS_STATE = re.compile(
    r"^(?: (?:has|have|had)|[’']s) been\b|^ (?:was|were|is|are|a été|était|fut|ha sido|era|fue)\b", re.IGNORECASE
)

# matches: Then came
# matches: Puis vint
# not: They came in
_CAME = re.compile(r"\b(?:came|comes|vint|vient|llegó|llega)\s*$", re.IGNORECASE)

_RANK = {"day": 0, "month": 1, "season": 2, "interval": 3, "year": 4}
"""The finest first; coarser dates date no report."""

_LONGEST = 62
"""Days that an interval may last and still date one happening."""


M = TypeVar("M", CountryMention, PersonMention)


class Context(NamedTuple):
    """What all reports of an article are made from."""

    article: Article
    lexicon: Lexicon
    dates: Sequence[DateMention]
    countries: Sequence[CountryMention]
    people: Sequence[PersonMention]
    written: str | None


def find_reports(
    article: Article,
    dates: Sequence[DateMention],
    countries: Sequence[CountryMention],
    people: Sequence[PersonMention],
    material: Material,
) -> tuple[Report, ...]:
    """All reports of the article's body, in the order of their sentences."""
    usable = [index for index, date in enumerate(dates) if _dates_happening(date)]
    if not usable:
        return ()
    context = Context(article, material.lexicon, dates, countries, people, find_anchor(article))
    starts = [dates[index].start for index in usable]
    reports: list[Report] = []
    for sentence in material.sentences:
        inside = usable[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
        if inside and sentence[0] >= article.body_start:
            reports.extend(_report_sentence(sentence, inside, context))
    return tuple(reports)


def _dates_happening(date: DateMention) -> bool:
    """Whether the value is fine enough to date one happening; a day or month may be of an unknown year."""
    if date.value is None or _grain(date.value) not in _RANK:
        return False
    first, last = bounds(date.value)
    return _grain(date.value) != "interval" or bool(first and last and (last - first).days <= _LONGEST)


def _grain(value: str) -> str:
    """How fine the date is, whether its year is known or not."""
    return precision(value.replace("XXXX", _ANY_YEAR)) if value.startswith("XXXX-") else precision(value)


def _bounds_in_any_year(value: str) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day; those of one year that stands for an unknown one."""
    return bounds(value.replace("XXXX", _ANY_YEAR))


_ANY_YEAR = "2000"
"""Has each day that there may be."""


def _report_sentence(sentence: Span, inside: Sequence[int], context: Context) -> Iterator[Report]:
    """The reports of one sentence: one for each of its clauses that tells something dated."""
    text, lexicon, language = context.article.text, context.lexicon, context.article.language
    borders = [sentence[0], *list_borders(text, sentence, lexicon, language), sentence[1]]
    by_clause: dict[int, list[int]] = {}
    for index in inside:
        by_clause.setdefault(bisect_right(borders, context.dates[index].start) - 1, []).append(index)
    for number, indices in by_clause.items():
        for index in _choose_dates(indices, (borders[number], borders[number + 1]), context):
            report = _report_clause(sentence, _widen(borders, number, context.dates[index], context), index, context)
            if report:
                yield report


def _choose_dates(indices: Sequence[int], clause: Span, context: Context) -> Iterator[int]:
    """The finest date of a clause, and those that date another happening beside it, in the order of the text."""
    finest = min(indices, key=lambda index: _fineness(context.dates[index].value or "", index))
    for index in indices:
        if index == finest or _dates_another(context.dates[index], context.dates[finest], clause, context):
            yield index


def _dates_another(date: DateMention, chosen: DateMention, clause: Span, context: Context) -> bool:
    """Whether the date hangs on a happening of its own, or "and" joins it, as fine or with its own verb."""
    text, value, other = context.article.text, date.value or "", chosen.value or ""
    (first, last), (begin, end) = _bounds_in_any_year(value), _bounds_in_any_year(other)
    if not (first and last and begin and end) or (first <= end and begin <= last):
        return False
    if find_carrying_noun(text, (date.start, date.end), clause, context.lexicon):
        return True
    between = text[min(date.end, chosen.end) : max(date.start, chosen.start)]
    joined = _JOINED.search(between)
    if joined is None or value.startswith("XXXX") != other.startswith("XXXX"):
        return False
    own_verb = tense_of_clause(between[joined.start() :], context.lexicon, context.article.language)
    return _grain(value) == _grain(other) or own_verb == "past"


def _widen(borders: Sequence[int], number: int, date: DateMention, context: Context) -> Span:
    """The date's clause; without a verb of its own, with the one before it, or the one that it introduces.

    In "since December, when he came" it is the one behind, which the date dates.
    """
    text, (start, end) = context.article.text, (borders[number], borders[number + 1])
    if is_since_or_until(text, start, date.start) and _WHEN.match(text, date.end, borders[-1]):
        return date.end, next((border for border in borders[number + 2 :] if border > date.end + 6), borders[-1])
    if _find_tense((start, end), context):
        return start, end
    return (borders[number - 1], end) if number else _find_main_clause(borders, context) or (start, end)


def _find_main_clause(borders: Sequence[int], context: Context) -> Span | None:
    """The clause that goes on behind one inside it: "On Friday, a day after he fled, the house voted"."""
    spans = (span for span in pairwise(borders[1:]) if goes_on(context.article.text, span[0]))
    return next((span for span in spans if _find_tense(span, context)), None)


def _find_tense(clause: Span, context: Context) -> Tense:
    """The tense of a clause."""
    return tense_of_clause(context.article.text[slice(*clause)], context.lexicon, context.article.language)


def _fineness(value: str, index: int) -> tuple[int, bool, int]:
    """The finest and surest first, then the first."""
    return _RANK[_grain(value)], "~" in value, index


def _report_clause(sentence: Span, clause: Span, index: int, context: Context) -> Report | None:
    """What the clause tells of that date; None if it tells no happening."""
    text, date = context.article.text, context.dates[index]
    words = text[clause[0] : clause[1]]
    carried = find_carrying_noun(text, (date.start, date.end), clause, context.lexicon)
    tense = _find_tense(clause, context) or _find_appointment(date, clause, context)
    tells = tense and not _is_of_time(clause, date, context) and not _is_denied(sentence, clause, date, context)
    if not carried and (not tells or _is_lasting(text, (clause[0], sentence[1]), date)):
        return None
    topics = (
        context.lexicon.topics.topics_of(carried)
        or context.lexicon.topics.topics_of(words)
        or context.lexicon.topics.topics_of(text[slice(*sentence)])
    )
    return Report(
        date=date.value or "",
        start=sentence[0],
        end=sentence[1],
        date_mention=index,
        kind=_find_kind(date, words, tense, context),
        topics=topics,
        countries=tuple(sorted({country.code for country in _select(context.countries, sentence)})),
        people=tuple(sorted({person.person for person in _select(context.people, sentence)})),
    )


def _find_appointment(date: DateMention, clause: Span, context: Context) -> Tense:
    """`future` where the present tells a day to come: "the term is 15 September", "it opens on Monday"."""
    first, now = bounds(date.value or "")[0], bounds(context.written)[1] if context.written else None
    text, span = context.article.text, (date.start, date.end)
    told = _IS.search(text, max(date.start - _LOOK_BACK, 0), date.start) or appoints(
        text, span, clause, context.lexicon.calendar.schedule(context.article.language)
    )
    return "future" if told and first and now and first > now else ""


def _is_of_time(clause: Span, date: DateMention, context: Context) -> bool:
    """Whether the clause tells of the time itself: "February has been quiet", "then came the spring"."""
    text = context.article.text
    if _CAME.search(text[clause[0] : date.start]):
        return True
    is_subject = _OPENING.search(text[clause[0] : date.start])
    return is_subject is not None and _IS_STATE.search(text[date.end : clause[1]]) is not None


def _is_denied(sentence: Span, clause: Span, date: DateMention, context: Context) -> bool:
    """Whether the clause says that it did not happen, or asks; what goes on behind a relative clause does not count."""
    text, (start, end) = context.article.text, clause
    words = relative_at(text, start)
    if words and _find_tense((words, date.start), context):
        end = date.start
    return bool(_DENIAL.search(text, start, end) or _QUESTION.match(text, sentence[0]))


def _select(mentions: Sequence[M], span: Span) -> Sequence[M]:
    """The mentions, sorted by their starts, that begin within the span."""
    return mentions[bisect_left(mentions, span[0], key=_start_of) : bisect_left(mentions, span[1], key=_start_of)]


def _start_of(mention: CountryMention | PersonMention) -> int:
    """Where the mention begins."""
    return mention.start


def _is_lasting(text: str, span: Span, date: DateMention) -> bool:
    """Whether the date only tells since or until when something lasts: "until July", "two years on Sunday since"."""
    if text.startswith(" to ", date.end) and _TOOK_UNTIL.search(text, span[0], date.start):
        return False
    return is_since_or_until(text, span[0], date.start) or bool(_ANNIVERSARY.match(text, date.end, span[1]))


def _find_kind(date: DateMention, words: str, tense: Tense, context: Context) -> ReportKind:
    """Whether it was still to come: by the day of writing if that is known, else by the tense."""
    value, written = date.value or "", context.written
    first = bounds(value)[0]
    now = bounds(written)[1] if written else None
    if first and now:
        ahead = tense == "future" or _is_term(date, words, context)
        return "announced" if first > now or (ahead and _reaches(value, written)) else "happened"
    return "announced" if tense == "future" else "happened"


def _is_term(date: DateMention, words: str, context: Context) -> bool:
    """Whether something is to be done by that date; "had gone by then" tells what was."""
    if any(context.lexicon.grammar.has("had", word) for word in list_words(words)):
        return False
    return _TERM.search(context.article.text, max(date.start - _LOOK_BACK, 0), date.start) is not None


def _reaches(value: str, written: str | None) -> bool:
    """Whether the date ends after the day of writing."""
    last, now = bounds(value)[1], bounds(written)[1] if written else None
    return last is not None and now is not None and last > now
