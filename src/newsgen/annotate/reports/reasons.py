"""Why a dated sentence tells an event, and why another one tells none.

Nothing is kept for this while reading: the dates are judged again, and the words that the verdict rests on shown.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from newsgen.annotate.material import Material
from newsgen.annotate.reports.context import Context, Told, gather_context
from newsgen.annotate.reports.dating import find_fault
from newsgen.annotate.reports.judging import Verdict, find_topic_words, judge_dates
from newsgen.annotate.reports.timing import find_recall, find_term
from newsgen.annotate.sentences import Span
from newsgen.records.explanation import Evidence, Explanation
from newsgen.records.reading import Reading, Report

_NO_EVENT = "no event"

_LONGEST = 1_000
"""Characters of a sentence that are shown: one that goes on for pages may hold many dates, and be shown for each."""

RULES: Mapping[str, str] = MappingProxyType(
    {
        "told": "a clause with a date and a verb that tells a tense tells an event",
        "carried": "a date that hangs on a noun for a happening dates that happening",
        "entry": "a date in front of a sentence, as in a chronicle, dates what the sentence tells",
        "no-verb": "words without a verb that tells what was or will be tell no event",
        "time-itself": "what a time itself was like is no event",
        "standing": "how many were there at a time is no event",
        "mood": "what it was like somewhere is no event",
        "before": "what was so before a year has no time of its own",
        "denied": "what is denied, or would have been, is no event",
        "question": "what is only asked is no event",
        "lasting": "since or until when something lasts tells no event of that date",
        "condition": "what depends on an “if” is no event",
        "opinion": "what somebody holds to be so or to be right is no event",
        "view": "what a writer or speaker gives as a view is no event",
        "attribute": "a year or month that belongs to a thing dates no event",
        "source": "a date of a letter or report that tells of something is not the date of that",
        "own-work": "how a paper came to its article is no event",
        "unsaid": "a bare “it”, of which nothing is told that is known to happen, is no event",
        "vague": "a season of which nothing is told that is known to happen dates no event",
        "due": "what was only to be done by a day that is over is no event",
        "called-off": "what was planned for a day and called off is no event of that day",
        "wish": "what may be, or is only hoped or wanted, is no event",
        "demand": "what somebody asks others to do is no event",
        "habit": "what happens again and again is no event",
        "untold": "a date of which nothing tells which day is meant dates no event",
        "coarse": "a stretch of time as long as that dates no single event",
        "beside": "of several dates in a clause the finest dates the event",
    }
)
"""What each rule does, by its name."""

_REFUSED: Mapping[str, str] = MappingProxyType(
    {
        "no-verb": "no word of the clause tells a tense",
        "time-itself": "“{words}” tells what the time was like",
        "standing": "“{words}” tells how many were there",
        "mood": "“{words}” tells what it was like",
        "before": "“{words}” tells of the time before",
        "denied": "“{words}” denies it",
        "question": "“{words}” only asks",
        "lasting": "“{words}” makes the date the beginning or the end of what lasts",
        "condition": "“{words}” makes it depend on something",
        "opinion": "“{words}” tells what is held, not what happened",
        "view": "“{words}” gives a view",
        "attribute": "“{words}” names a thing",
        "source": "“{words}” tells where it is known from",
        "own-work": "“{words}” tells how the article was made",
        "unsaid": "“{words}” does not say what happened",
        "vague": "nothing of “{words}” is known to happen",
        "due": "“{words}” tells what was to be, not what happened",
        "called-off": "“{words}” tells that it was called off",
        "wish": "“{words}” tells what may be or is wanted, not what happened",
        "demand": "“{words}” asks for it",
        "habit": "“{words}” tells what is usual",
    }
)
"""What the words show that a refusal rests on."""


def explain_reports(reading: Reading, material: Material) -> Iterator[Explanation]:
    """Why each dated sentence of the body tells an event, or none; in the order of the dates."""
    context = gather_context(reading, material)
    start = reading.article.body_start
    verdicts = {verdict.number: verdict for verdict in judge_dates(context, material.sentences, start)}
    for number, date in enumerate(reading.dates):
        if date.start < start:
            continue
        verdict = verdicts.get(number)
        if verdict is None:
            yield _explain_unused(number, context)
        elif verdict.report:
            yield _explain_event(verdict, verdict.report, context)
        else:
            yield _explain_refusal(verdict, context)


def _explain_event(verdict: Verdict, report: Report, context: Context) -> Explanation:
    """Why a date dates an event: the date, its kind, its topics, and whom a pronoun means."""
    kind = "recalled" if report.background else report.kind
    against = f"{context.written}, when the article was written" if context.written else None
    evidence = (*_list_evidence(verdict, report, context), *_explain_kind(verdict.told, report))
    return _make(verdict.told.sentence, f"{report.date}, {kind}", verdict.rule, context, (evidence, against))


def _list_evidence(verdict: Verdict, report: Report, context: Context) -> Iterator[Evidence]:
    """The date, the words that tell what happened, and the person for whom a pronoun stands."""
    date = verdict.told.date
    yield _show((date.start, date.end), f"“{date.surface}” is {report.date}")
    for topic, words in find_topic_words(verdict.told, verdict.carried, report.clause or verdict.told.sentence):
        yield Evidence(says=f"“{words}” tells of {topic.replace('-', ' ')}")
    cast = verdict.cast
    if cast and cast.pronoun and cast.meant:
        pronoun = context.text[slice(*cast.pronoun)]
        yield _show(cast.pronoun, f"“{pronoun}” stands for {cast.meant.name}")
        yield _show((cast.meant.start, cast.meant.end), f"“{cast.meant.surface}” is the last one told of before")


def _explain_kind(told: Told, report: Report) -> Iterator[Evidence]:
    """Why it was still to come, or is recalled; or that neither is so."""
    text, date = told.context.text, (told.date.start, told.date.end)
    if report.kind == "announced":
        term = find_term(told)
        says = f"“{text[slice(*term)].strip()}” sets a term" if term else "the date or the verb looks ahead"
        yield _show(term or date, f"{says}, so it was still to come")
        return
    recall = find_recall(told)
    if recall is None:
        yield Evidence(says="neither is it long past, nor does the clause look back, so it is news")
    elif recall == date:
        yield _show(date, "the date lies back more than a week, or the clause looks back, so it is recalled")
    else:
        yield _show(recall, f"“{text[slice(*recall)]}” is the pluperfect, so it is recalled")


def _explain_refusal(verdict: Verdict, context: Context) -> Explanation:
    """Why a dated clause tells no event."""
    words = context.text[slice(*verdict.words)].strip(" ,;:")
    evidence = (_show(verdict.words, _REFUSED[verdict.rule].format(words=words)),)
    return _make(verdict.told.sentence, _NO_EVENT, verdict.rule, context, (evidence, None))


def _explain_unused(number: int, context: Context) -> Explanation:
    """Why a date was not asked for an event."""
    date = context.dates[number]
    rule = find_fault(date) or "beside"
    says = f"“{date.surface}” is {date.value}" if date.value else f"nothing tells which time “{date.surface}” is"
    sentence = context.doers.sentence_at(date.start)
    return _make(sentence, _NO_EVENT, rule, context, ((_show((date.start, date.end), says),), None))


def _make(
    sentence: Span, meaning: str, rule: str, context: Context, why: tuple[tuple[Evidence, ...], str | None]
) -> Explanation:
    """The explanation of a sentence."""
    return Explanation(
        kind="event",
        start=sentence[0],
        end=sentence[1],
        surface=_cut(context.text, sentence),
        meaning=meaning,
        rule=rule,
        rule_says=RULES[rule],
        evidence=why[0],
        against=why[1],
        found=meaning != _NO_EVENT,
    )


def _cut(text: str, sentence: Span) -> str:
    """The sentence; of one that is too long its beginning."""
    start, end = sentence
    return text[start:end] if end - start <= _LONGEST else f"{text[start : start + _LONGEST].rstrip()} …"


def _show(span: Span, says: str) -> Evidence:
    """Evidence with its words."""
    return Evidence(says=says, start=span[0], end=span[1])
