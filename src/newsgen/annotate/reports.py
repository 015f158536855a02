"""Reports: the sentences that tell a dated happening.

A date dates the clause that it stands in. A clause tells a happening if it has a verb that tells a tense, or if the
date hangs on a noun that is a happening ("the coup of July 2023"). One clause, one report: of several dates the finest
counts. Left out are headlines, what only says since when something lasts, long stretches of time, and what is denied.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from newsgen.annotate.clauses import find_carrying_noun, is_since_or_until, list_borders, tense_of_clause
from newsgen.annotate.dates.resolve import find_anchor
from newsgen.annotate.sentences import Span, split_sentences
from newsgen.edtf import bounds, precision
from newsgen.lexicon import Lexicon
from newsgen.lexicon.grammar import Tense
from newsgen.records.article import Article
from newsgen.records.reading import CountryMention, DateMention, PersonMention, Report, ReportKind

# matches: did not sign
# matches: n’a pas
# matches: would have been
_DENIAL = re.compile(r"\b(?:not|never|ne|ni)\b|n[’']t\b|\bn[’']|\b(?:w|c|sh)ould have\b", re.IGNORECASE)

# matches:  since Bazoum took the oath
_ANNIVERSARY = re.compile(r"\s(?:since|que|desde que)\s")

# matches: , when the guard
# matches:  lorsque la garde
_WHEN = re.compile(r",?\s(?:when|lorsqu|lorsque|quand|cuando)\b")

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
    lexicon: Lexicon,
) -> tuple[Report, ...]:
    """All reports of the article's body, in the order of their sentences."""
    usable = [index for index, date in enumerate(dates) if _dates_happening(date)]
    if not usable:
        return ()
    context = Context(article, lexicon, dates, countries, people, find_anchor(article))
    starts = [dates[index].start for index in usable]
    reports: list[Report] = []
    for sentence in split_sentences(article.text, lexicon):
        inside = usable[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
        if inside and sentence[0] >= article.body_start:
            reports.extend(_report_sentence(sentence, inside, context))
    return tuple(reports)


def _dates_happening(date: DateMention) -> bool:
    """Whether the value is fine enough to date one happening."""
    if date.value is None or precision(date.value) not in _RANK:
        return False
    first, last = bounds(date.value)
    return (
        first is not None
        and last is not None
        and (precision(date.value) != "interval" or (last - first).days <= _LONGEST)
    )


def _report_sentence(sentence: Span, inside: Sequence[int], context: Context) -> Iterator[Report]:
    """The reports of one sentence: one for each of its clauses that tells something dated."""
    borders = [sentence[0], *list_borders(context.article.text, sentence), sentence[1]]
    by_clause: dict[int, list[int]] = {}
    for index in inside:
        by_clause.setdefault(bisect_right(borders, context.dates[index].start) - 1, []).append(index)
    for number, indices in by_clause.items():
        finest = min(indices, key=lambda index: _fineness(context.dates[index].value or "", index))
        report = _report_clause(sentence, _widen(borders, number, context.dates[finest], context), finest, context)
        if report:
            yield report


def _widen(borders: Sequence[int], number: int, date: DateMention, context: Context) -> Span:
    """The date's clause, with the one before it if it has no verb of its own.

    In "since December, when he came" it is the one behind, which the date dates.
    """
    text, (start, end) = context.article.text, (borders[number], borders[number + 1])
    if is_since_or_until(text, start, date.start) and _WHEN.match(text, date.end, borders[-1]):
        return date.end, next((border for border in borders[number + 2 :] if border > date.end + 6), borders[-1])
    if number and not tense_of_clause(text[start:end], context.lexicon, context.article.language):
        return borders[number - 1], end
    return start, end


def _fineness(value: str, index: int) -> tuple[int, bool, int]:
    """The finest and surest first, then the first."""
    return _RANK[precision(value)], "~" in value, index


def _report_clause(sentence: Span, clause: Span, index: int, context: Context) -> Report | None:
    """What the clause tells of that date; None if it tells no happening."""
    text, date = context.article.text, context.dates[index]
    words = text[clause[0] : clause[1]]
    carried = find_carrying_noun(text, (date.start, date.end), clause, context.lexicon)
    tense = tense_of_clause(words, context.lexicon, context.article.language)
    if not carried and (not tense or _DENIAL.search(words) or _is_lasting(text, (clause[0], sentence[1]), date)):
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
        kind=_find_kind(date.value or "", tense, context.written),
        topics=topics,
        countries=tuple(sorted({country.code for country in _select(context.countries, sentence)})),
        people=tuple(sorted({person.person for person in _select(context.people, sentence)})),
    )


def _select(mentions: Sequence[M], span: Span) -> Sequence[M]:
    """The mentions, sorted by their starts, that begin within the span."""
    return mentions[bisect_left(mentions, span[0], key=_start_of) : bisect_left(mentions, span[1], key=_start_of)]


def _start_of(mention: CountryMention | PersonMention) -> int:
    """Where the mention begins."""
    return mention.start


def _is_lasting(text: str, span: Span, date: DateMention) -> bool:
    """Whether the date only tells since or until when something lasts: "until July", "two years on Sunday since"."""
    return is_since_or_until(text, span[0], date.start) or bool(_ANNIVERSARY.match(text, date.end, span[1]))


def _find_kind(value: str, tense: Tense, written: str | None) -> ReportKind:
    """Whether it was still to come: by the day of writing if that is known, else by the tense."""
    first = bounds(value)[0]
    now = bounds(written)[1] if written else None
    if first and now:
        return "announced" if first > now or (tense == "future" and _reaches(value, written)) else "happened"
    return "announced" if tense == "future" else "happened"


def _reaches(value: str, written: str | None) -> bool:
    """Whether the date ends after the day of writing."""
    last, now = bounds(value)[1], bounds(written)[1] if written else None
    return last is not None and now is not None and last > now
