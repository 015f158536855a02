"""Judging: what each clause with a date tells, and of whom."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsgen.annotate.clauses import goes_on, is_since_or_until, list_words, relative_at
from newsgen.annotate.reports.cancelling import find_calling_off
from newsgen.annotate.reports.context import Context, Told
from newsgen.annotate.reports.dating import choose_dates, find_fault, holds_finer, list_joints, tell_date
from newsgen.annotate.reports.doubts import find_whole
from newsgen.annotate.reports.hanging import SPEECH, find_beginning, find_done, find_thing_on
from newsgen.annotate.reports.naming import Cast, name_cast
from newsgen.annotate.reports.refusals import find_refusal
from newsgen.annotate.reports.stating import cut_to_statement
from newsgen.annotate.reports.timing import find_appointment, find_kind, find_recall
from newsgen.annotate.sentences import Span
from newsgen.lexicon.folding import fold
from newsgen.records.reading import DateMention, Report

# matches: , when the guard
# matches:  lorsque la garde
_WHEN = re.compile(r",?\s(?:when|lorsqu|lorsque|quand|cuando)\b")

_BEHIND_WHEN = 6
"""Characters from a date to the end of "when"."""
_FEW_WORDS = 2
"""Words in front of a date that may stand at the head of a sentence: "On the"."""


# matches: : Fighters overrun a post at the border.
# matches:  – Fighters overrun a post at the border.
# matches:  : dénonciation de l’accord.
# not: : Ajax and PSV
_ENTRY = re.compile(r"\s?[:–—-]\s(?=[^\n]*[.!?…])(?:[^\s.!?…]+\s){2}[^\s.!?…]")

# matches: First flights:
# matches: Premiers départs américains : le
# not: Date of birth:
# not: Published:
_LABEL = re.compile(
    r"^(?!(?i:date|fecha|last|dernière|última|publi\w*|updated|mise)\b)"
    r"[^\W\d]\S*(?: [^\s:.]+){1,6} ?:(?: (?:on|le|el))?"
)

_ANNOUNCING = "announcement"

_DAY = len("2024-05-15")

_MARKS = " *-–—•·\t"
"""What stands in front of an entry of a list."""


class Verdict(NamedTuple):
    """What was found of one date."""

    number: int
    """Index of the date."""
    told: Told
    rule: str
    """Why it tells a happening (`told`, `carried`, `entry`), or the name of the refusal."""
    words: Span
    """The words that say so."""
    carried: str = ""
    """The noun that the date hangs on."""
    cast: Cast | None = None
    report: Report | None = None


def judge_dates(context: Context, sentences: Sequence[Span], start: int) -> Iterator[Verdict]:
    """A verdict for each date that may date a happening, in the order of the sentences from `start` on."""
    usable = [index for index, date in enumerate(context.dates) if date.start >= start and not find_fault(date)]
    starts = [begin for begin, _ in sentences] if usable else []
    at = 0
    while at < len(usable):
        sentence = sentences[max(bisect_right(starts, context.dates[usable[at]].start) - 1, 0)]
        end = at + 1
        while end < len(usable) and context.dates[usable[end]].start < sentence[1]:
            end += 1
        yield from _judge_sentence(sentence, usable[at:end], context)
        at = end


def _judge_sentence(sentence: Span, inside: Sequence[int], context: Context) -> Iterator[Verdict]:
    """The verdicts of one sentence: one for each of its clauses that tells something dated."""
    known = [
        border
        for border in context.clauses.list_borders(sentence)
        if border in sentence or not _is_in_date(border, inside, context)
    ]
    borders = sorted({*known, *list_joints(inside, known, context)})
    by_clause: dict[int, list[int]] = {}
    for index in inside:
        words = find_calling_off(context.dates[index], sentence, context)
        if words:
            told = Told(context.clauses.read(sentence), sentence, context.dates[index], "", context)
            yield Verdict(index, told, "called-off", words)
            continue
        by_clause.setdefault(bisect_right(borders, context.dates[index].start) - 1, []).append(index)
    for number in _list_explained(borders, by_clause, context):
        del by_clause[number]
    dated, several = [*sorted(by_clause), len(borders) - 1], len(by_clause) > 1
    for number, indices in by_clause.items():
        for index in choose_dates(indices, (borders[number], borders[number + 1]), context):
            span = _widen(borders, number, context.dates[index], context)
            stretch = _find_stretch(borders, number, dated) if several else None
            yield _judge_clause(sentence, span, index, context, stretch=stretch)


def _is_in_date(border: int, inside: Sequence[int], context: Context) -> bool:
    """Whether a word of a date looks like the beginning of a clause: "tres días después"."""
    return any(context.dates[index].start < border < context.dates[index].end for index in inside)


def _list_explained(borders: Sequence[int], by_clause: Mapping[int, Sequence[int]], context: Context) -> Sequence[int]:
    """The clauses that a colon ends, and whose one rough date the next clause tells more finely: "Four months later he
    was a prisoner: they took him on 26 July"."""
    dates = context.dates
    return [
        number
        for number, indices in by_clause.items()
        if len(indices) == 1 and number + 1 in by_clause and context.text[borders[number + 1]] == ":"
        if any(holds_finer(dates[indices[0]], dates[index]) for index in by_clause[number + 1])
    ]


def _find_stretch(borders: Sequence[int], number: int, dated: Sequence[int]) -> Span:
    """From a dated clause to the next one; the first begins where its sentence does."""
    at = dated.index(number)
    return borders[number if at else 0], borders[dated[at + 1]]


def _widen(borders: Sequence[int], number: int, date: DateMention, context: Context) -> Span:
    """The date's clause; without a verb of its own, with the one before it, or the one that it introduces.

    In "since December, when he came" and "it goes back to December, when he came" it is the one behind, which the date
    dates.
    """
    text, (start, end) = context.text, (borders[number], borders[number + 1])
    if _WHEN.match(text, date.end, borders[-1]) and _leads_back(date, (start, end), context):
        behind = (border for border in borders[number + 2 :] if border > date.end + _BEHIND_WHEN)
        return date.end, next(behind, borders[-1])
    if context.clauses.read((start, end)).tense:
        return start, end
    if not number:
        return _find_main_clause(borders, context) or (start, end)
    before = (at for at in reversed(range(number)) if context.clauses.read((borders[at], borders[at + 1])).tense)
    return borders[next(before, number - 1)], end


def _leads_back(date: DateMention, clause: Span, context: Context) -> bool:
    """Whether the words in front of a date only lead to it: "since July", "the dispute goes back to July"."""
    if is_since_or_until(context.text, clause[0], date.start):
        return True
    words = list_words(context.text[clause[0] : date.start])
    return len(words) > _FEW_WORDS and not context.clauses.read(clause).tense


def _find_main_clause(borders: Sequence[int], context: Context) -> Span | None:
    """The clause that goes on behind one inside it: "On Friday, a day after he fled, the house voted".

    Behind a relative clause no comma parts it: "On Friday the term that they had set ran out" is all one.
    """
    spans = (span for span in pairwise(borders[1:]) if goes_on(context.text, span[0]))
    found = next((span for span in spans if context.clauses.read(span).tense), None)
    if found is None and len(borders) > 2 and relative_at(context.text, borders[1]):
        return borders[0], borders[2]
    return found


def _judge_clause(sentence: Span, span: Span, index: int, context: Context, *, stretch: Span | None) -> Verdict:
    """What the clause tells of that date: a report, or why there is none.

    `stretch` is the part of the sentence that speaks of this date, where others speak of others.
    """
    date, clause = context.dates[index], context.clauses.read(span)
    tense = clause.tense or find_appointment(date, span, context)
    told = Told(clause=clause, sentence=sentence, date=date, tense=tense, context=context)
    carried, refusal = _weigh(told, span)
    is_entry = _heads_entry(date, sentence, context.text) or _ends_entry(date, sentence, context)
    if refusal and not is_entry:
        whole = find_whole(told) if refusal[0] == "unsaid" else None
        return _judge_clause(whole, whole, index, context, stretch=None) if whole else Verdict(index, told, *refusal)
    kind = find_kind(told)
    cast = name_cast(told, several=stretch is not None)
    report = Report(
        date=tell_date(index, context),
        start=sentence[0],
        end=sentence[1],
        date_mention=index,
        kind=kind,
        topics=find_topics(told, carried, stretch or sentence),
        countries=cast.countries,
        people=cast.people,
        background=kind == "happened" and find_recall(told) is not None,
        clause=stretch,
    )
    return Verdict(index, told, "entry" if is_entry else "carried" if carried else "told", span, carried, cast, report)


def _weigh(told: Told, span: Span) -> tuple[str, tuple[str, Span] | None]:
    """The noun of an event on which the date hangs, or that leads a clause without a verb; and why it is no report."""
    clauses, date, context = told.context.clauses, told.date, told.context
    carried = clauses.find_carrying_noun((date.start, date.end), span) or find_done(date, span, context)
    began = None if carried else find_beginning(date, span, context)
    if began:
        return context.text[slice(*began)], find_refusal(told, carried=True)
    refusal = find_refusal(told, carried=bool(carried))
    if refusal and refusal[0] == "no-verb":
        carried = clauses.find_leading_noun(span) or find_thing_on(date, span, context)
        refusal = find_refusal(told, carried=True) if carried else refusal
    return carried, refusal


def _heads_entry(date: DateMention, sentence: Span, text: str) -> bool:
    """Whether a sentence follows that the date stands over: "31 October: Fighters overrun a post at the border."."""
    if text[sentence[0] : date.start].strip(_MARKS) or text[max(sentence[0] - 1, 0)] not in "\n ":
        return False
    return _ENTRY.match(text, date.end, sentence[1]) is not None


def _ends_entry(date: DateMention, sentence: Span, context: Context) -> bool:
    """Whether the day is all that the line tells of what it names: "First flights: 1 November 2019."."""
    text, span = context.text, (sentence[0], date.start)
    if text[date.end : sentence[1]].strip(" .") or len(date.value or "") != _DAY or context.clauses.read(span).tense:
        return False
    return _LABEL.fullmatch(text[slice(*span)].strip(_MARKS)) is not None


def find_topics(told: Told, carried: str, part: Span) -> tuple[str, ...]:
    """The topics of the noun that the date hangs on, else of the clause, else of its part of the sentence.

    Of an announcement, with those of what was announced: "said on Monday that it was ending the accord".
    """
    found = next(filter(None, map(told.context.clauses.find_topics, _list_tellings(told, carried, part))), ())
    if _ANNOUNCING not in found or not SPEECH.issuperset(found):
        return found
    announced = told.context.text[told.clause.span[1] : part[1]]
    return tuple(sorted({*found, *told.context.clauses.find_topics(announced)}))


def find_topic_words(told: Told, carried: str, part: Span) -> list[tuple[str, str]]:
    """Each of these topics with the folded words that tell it."""
    topics, language = told.context.lexicon.topics, told.context.language
    for words in map(fold, _list_tellings(told, carried, part)):
        found = {topic: words[start:end] for topic, start, end in topics.find_phrases(words, language)}
        if found:
            return sorted(found.items())
    return []


def _list_tellings(told: Told, carried: str, part: Span) -> Iterator[str]:
    """The words that may tell what happened, the nearest to the date first."""
    text, clause = told.context.text, cut_to_statement(told)
    yield carried
    yield text[slice(*clause)]
    if clause != part:
        yield text[slice(*part)]
