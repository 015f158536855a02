"""Reasons: why each expression of time was read as the date that it got, or why it got none."""

from collections.abc import Iterator, Mapping
from datetime import date

from newsgen.annotate.dates.meanings import (
    Around,
    Between,
    EveOf,
    Expression,
    Meaning,
    NthOfMonth,
    Recurring,
    Shifted,
)
from newsgen.annotate.dates.memory import find_base, last_of_story
from newsgen.annotate.dates.refusals import tell_refusal
from newsgen.annotate.dates.resolve import Step, trace
from newsgen.annotate.dates.stories import find_apposed, find_next_entry, find_next_of_story
from newsgen.annotate.dates.values import resolve
from newsgen.annotate.dates.wording import WEEKDAYS, put_in_words
from newsgen.annotate.material import Material
from newsgen.annotate.overlaps import outside
from newsgen.annotate.sentences import Span
from newsgen.edtf import bounds, precision
from newsgen.lexicon.grammar import Tense
from newsgen.records.article import Article
from newsgen.records.explanation import Evidence, Explanation
from newsgen.records.reading import DateMention, Reading

RULES: Mapping[str, str] = {
    "iso-day": "a day is written in digits as year, month and day",
    "numeric-day": "a day is written in digits, parted by strokes or full stops",
    "days": "several days of one month are named",
    "day-of-spoken": "a day is told by its number, in the month that was spoken of before it",
    "day-list": "days of one month are listed, and its name or year holds for all of them",
    "nth-weekday": "a weekday is counted in its month",
    "nth-week": "a week is counted in its month, which makes it approximate",
    "weekday-to-weekday": "two weekdays are joined to the time between them",
    "day-with-weekday": "a day and its month are named, and the weekday behind them belongs to it",
    "days-between": "“between” stands before two days of one month",
    "day-to-day": "two days are joined to the time between them",
    "eve-of-day": "the eve of a day is the day before it, and its morrow the one after it",
    "month-day-year": "a month, its day and a year are named",
    "day-month-year": "a day, its month and a year are named",
    "day-of-turned-year": "a day is named with words that tell its year, such as “of this year”",
    "day-of-that-year": "a day is named of the year that was spoken of",
    "month-to-month": "two months are joined to the time between them",
    "part-of-month": "a part of a month is named, which makes the month approximate",
    "month-year": "a month and a year are named",
    "month-of-turned-year": "a month is named with words that tell its year, such as “last year”",
    "months-of-year": "the first or last months of a year are counted",
    "years": "two years are joined to the time between them",
    "month-day": "a month and its day are named without a year",
    "turned-day-month": "a day and its month are named with “last” or “next” behind them",
    "day-month": "a day and its month are named without a year",
    "decade": "a decade is named",
    "season-of-year": "a season and its year are named",
    "turned-season": "a season is named with a word such as “last” that tells which one",
    "season": "a season is named without a year, and words around it say that it is one",
    "nth-unit-of-year": "a quarter or half is named by its number, with its year",
    "nth-unit-year-before": "a quarter of the year before is compared with the one spoken of",
    "nth-unit": "a quarter, half or century is named by its number alone",
    "quarter": "a quarter is named by its number",
    "half": "a half of a year is named by its number",
    "quarter-of-year": "a quarter or period is named by its year",
    "quarter-of-turned-year": "a quarter or period is named with words that tell its year, such as “last year”",
    "stretch": "some months of a business year are summed up",
    "year-before": "a period of the year before is compared with the one spoken of",
    "latest-quarter": "the latest quarter or period is the one spoken of",
    "spoken-quarter": "a quarter or period that was spoken of is named again",
    "part-of-year": "a part of a year is named, or a year roughly, which makes it approximate",
    "part-of-unit": "a part of a week, month or year is named",
    "later-in-day": "something is told of an earlier or later hour of the same day",
    "year-end": "the end of a year is named",
    "full-year": "a year is named as a whole",
    "reaching": "a week, month or year is meant that ends or begins on the day of writing",
    "turned-unit": "“last”, “this”, “next” or “current” stands with a week, month, quarter or year",
    "weekday": "a weekday is named",
    "weekday-beside": "a weekday before or after something else is named",
    "weekday-of-week": "a weekday is named with its week",
    "deictic": "a word such as “today” or “yesterday” counts from the day of writing",
    "daypart": "a part of the present or the last day is named",
    "ago": "a time is told by how long ago it was",
    "distance": "a time is told by how long before or after another it was",
    "unit-before": "the day, week, month or year before or after another is named",
    "overnight": "the night before the day of writing is named",
    "same-unit": "the same day, week, month or year as one spoken of is named",
    "neighbour-unit": "the day, week, month or year next to one spoken of is named",
    "weekend": "a weekend is named",
    "month": "a month is named, and words around it say that it is one",
    "year": "a number stands where a year does",
}
_RECOGNISER_SAYS = "a recogniser beside the rules took the span for a date"


def explain_dates(reading: Reading, material: Material) -> Iterator[Explanation]:
    """The explanation of each expression of time, in order of the text."""
    steps: dict[Span, tuple[Step, Expression | None]] = {}
    told: dict[str, Expression] = {}
    for step in trace(reading.article, tuple(outside(material.expressions, reading.person_mentions))):
        base = find_base(step.expression.meaning, step.known)
        steps[step.expression.start, step.expression.end] = step, told.get(base or "")
        if step.value:
            told[step.value] = step.expression
    for mention in reading.dates:
        yield _explain(reading.article, mention, *steps.get((mention.start, mention.end), (None, None)))


def _explain(article: Article, mention: DateMention, own: Step | None, base: Expression | None) -> Explanation:
    """Why the mention was read so; `base` is the one before it that told the date it counts from."""
    return Explanation(
        kind="date",
        start=mention.start,
        end=mention.end,
        surface=mention.surface,
        meaning=mention.value or "no date",
        rule=mention.rule,
        rule_says=RULES.get(mention.rule, _RECOGNISER_SAYS),
        evidence=tuple(_list_evidence(mention, own)) if own else (),
        against=_tell_base(article, mention.anchor, own, base) if own and mention.anchor else None,
    )


def _list_evidence(mention: DateMention, step: Step) -> Iterator[Evidence]:
    """What the words say by themselves, what decided between several dates, or why there is none."""
    expression, known, value = step
    says = f"“{mention.surface}” means {put_in_words(expression.meaning)}"
    yield Evidence(says=says, start=mention.start, end=mention.end)
    if mention.value is None or value is None:
        yield Evidence(says=tell_refusal(expression.meaning, known))
        return
    if precision(value) == "unknown":
        yield Evidence(says="no day of writing with its year is known, or both years are about as near; it stays open")
        return
    if known.planned:
        yield Evidence(says=f"what was planned on {known.planned} was to come after it")
        return
    named = _find_recurring(expression.meaning)
    if named and value == find_next_entry(named, known) != resolve(expression.meaning, known):
        yield Evidence(says=f"it heads an entry of a chronology, behind that of {known.chronicle}")
        return
    if named and value == find_apposed(named, known):
        yield Evidence(says=f"it lies in the date right before it, {known.spoken}")
        return
    story = find_next_of_story(named, known) if named else None
    if story == value and named:
        last = known.story if named.day else last_of_story(known)
        yield Evidence(says=f"it goes on with the dates told before it, the last of them {last}")
    elif named and named.weekday is not None and named.month is not None and precision(value) == "day":
        yield Evidence(says=_tell_weekday(named.weekday, value))
    elif named and named.day and known.written and precision(known.written) in ("month", "year"):
        yield Evidence(says=_tell_year(value, known.written))
    elif find_base(expression.meaning, known) and _is_told_by_tense(expression.meaning):
        yield _tell_tense(expression, value, known.written)


def _tell_weekday(weekday: int, value: str) -> str:
    """How the weekday beside a day told its year."""
    day = bounds(value)[0]
    name = WEEKDAYS[weekday]
    if day is None or day.weekday() != weekday:
        return f"it is a {name} in no year around; the nearest year is taken"
    return f"{value} is a {name}; in no year nearer to the day of writing is that day one"


def _tell_year(value: str, written: str) -> str:
    """Where the year of a day comes from whose text is known by its month or year only."""
    grain = precision(written)
    if grain == "year" or value[:7] == written:
        return f"of the day of writing only the {grain} is known, {written}, and the day is taken to lie in it"
    side = "before" if value < written else "after"
    return f"of the day of writing only the month is known, {written}; the likeliest one {side} it is meant"


def _find_recurring(meaning: Meaning) -> Recurring | None:
    """What comes again every week or year in the meaning."""
    if isinstance(meaning, Around | EveOf):
        return _find_recurring(meaning.inner)
    if isinstance(meaning, Between):
        return _find_recurring(meaning.end) or _find_recurring(meaning.begin)
    if isinstance(meaning, NthOfMonth):
        return _find_recurring(meaning.month)
    return meaning if isinstance(meaning, Recurring) else None


def _is_told_by_tense(meaning: Meaning) -> bool:
    """Whether the tense decides which one is meant."""
    if isinstance(meaning, Around):
        return _is_told_by_tense(meaning.inner)
    if isinstance(meaning, Shifted):
        return meaning.unit == "weekend" and not meaning.count
    named = _find_recurring(meaning)
    return named is not None and not named.pull and named.year_shift is None and named.week_shift is None


def _tell_tense(expression: Expression, value: str, written: str | None) -> Evidence:
    """What tells the tense, and which one it chose."""
    telling = expression.telling
    first, last = bounds(value)
    now = bounds(written)[0] if written else None
    side = _tell_side(telling.tense, (first, last), now)
    words = expression.place.text[telling.start : telling.end].strip()
    says = {
        "word": f"“{words}” tells of what {'was' if telling.tense == 'past' else 'is to come'}",
        "appointment": f"“{words}” appoints something in the present tense",
        "firm": f"“{words}” appoints something that is certainly to come",
        "wish": f"“{words}” tells of something that may come",
        "term": f"“{words}” makes it a term",
        "noun": "the date hangs on a noun, or tells since when, so that it is past",
        "onwards": f"“{words}” tells what holds from that day on",
        "": "no verb of its sentence tells a tense",
    }[telling.by]
    known = telling.end > telling.start >= 0
    return Evidence(says=f"{says}; {side}", start=telling.start if known else None, end=telling.end if known else None)


def _tell_side(tense: Tense, span: tuple[date | None, date | None], now: date | None) -> str:
    """Which of the recurring ones was chosen."""
    first, last = span
    if first is None or last is None or now is None:
        return "it is meant as told"
    if first <= now <= last:
        return "the one of the day of writing is meant"
    side = "before" if last < now else "after"
    if (tense == "future" and side == "before") or (tense == "past" and side == "after"):
        return f"but the one {side} the day of writing is near, and the other far off"
    return f"the one {side} the day of writing is meant"


def _tell_base(article: Article, anchor: str, own: Step, base: Expression | None) -> str:
    """The date that was counted from, and where it stands."""
    if own.known.said == anchor and own.known.said != own.known.written:
        return f"{anchor}, the day on which it was said"
    if base is None or (anchor == own.known.written and not _counts_from_told(own)):
        return f"{anchor}, {_name_day_of_writing(article, anchor)}"
    return f"{anchor}, the date told before, “{article.text[base.start : base.end]}”"


def _counts_from_told(step: Step) -> bool:
    """Whether the words point at a date told before."""
    meaning = step.expression.meaning
    return getattr(meaning, "base", "") in ("spoken", "either") and step.known.base("spoken") is not None


def _name_day_of_writing(article: Article, anchor: str) -> str:
    """Where the day of writing is told."""
    dateline = article.dateline
    if dateline and dateline.date == anchor:
        return "the dateline, its year inferred" if dateline.date_inferred else "the dateline"
    known = _GRAINS.get(precision(anchor), "day")
    return (
        f"the {known} of publication, its year inferred"
        if article.published_inferred
        else f"the {known} of publication"
    )


_GRAINS = {"month": "month", "year": "year"}
"""What is known of a publication whose day is not."""
