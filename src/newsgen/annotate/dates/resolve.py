"""Resolving: what date an expression means, given when it was written and what was spoken of before.

A value is never finer than the words and what they are counted from. Conventions:

- a week is the interval of its Monday and Sunday, a weekend that of its Saturday and Sunday;
- "late January", "about 1990" keep the period and are marked approximate (`~`);
- "three days ago" is a day, "two weeks ago" about that week, "five months ago" about that month, "a year ago" about
  that month of the year before, "four years ago" about that year;
- what counts from the date last spoken of ("the same day", "two weeks later") finds it in its paragraph, else in the
  one right before if that tells one date only, not counting those that tell since when or of what; else it is the day
  of the news, if no other date was told so far;
- "yesterday" in a quotation counts from the day on which it was said, where its sentence tells that;
- what somebody planned or promised at a date is to come after that: "promised in March to resign in June";
- "the past week" reaches from seven days before to the day of writing, "the past year" from about that month on;
- the quarter that an article reports on is the latest of those told that are over; where it speaks of several quarters
  at once ("the first nine months"), "a year earlier" is the year before;
- a day at the head of an entry in a chronology follows the entry before;
- "03/04/2024" is read as the other dates in digits of the article show, and has no value where these tell nothing;
- what the present tense appoints ("is to begin on 1 May") is to come, however far off;
- "that August" is the one in the year last spoken of;
- a day or month right behind a date that holds it lies in that: "three days later, on 27 September";
- a season in the past is one that is over or at least half gone;
- a month or season without its year goes on with the dates of its paragraph, if these are told in their order and it
  follows them within half a year: "in July 2022 …, in August …, in the autumn …";
- a day in a clause of the past that soon follows the date told before it, here or in the paragraph right before, goes
  on with that: "on 26 March 2024 …, on 10 April"; so a tale of a year ago keeps its year until it comes to the news;
- "the start of the year", "the end of last year" are about their month, not so "by the end of the year";
- a weekday that counts from something else than the day of writing has no value, and where the day stands beside it,
  that alone is taken: "on the Saturday after the vote, 16 March";
- a weekday, day or month without its year is the latest one not after the day of writing, or, where the clause looks
  ahead, the first one not before it; a day in a clause that tells no tense is the nearest one, and its year stays
  `XXXX` where two are about as near; where only the month of writing is known, a day of that month lies in it and
  another one is the nearest to it by the tense, and where only the year is, days lie in that year; without a day of
  writing the year stays `XXXX`, and a weekday has no value.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from newsgen.annotate.dates import reckoning as reckon
from newsgen.annotate.dates.meanings import Distance, Expression, Meaning, Recurring, Spoken, Stretch, Untold
from newsgen.annotate.dates.memory import Known, enter_paragraph, find_base, remember
from newsgen.annotate.dates.sayings import find_day_of_plan, find_day_of_saying, find_order
from newsgen.annotate.dates.stories import find_next_entry
from newsgen.annotate.dates.values import resolve
from newsgen.edtf import bounds, precision
from newsgen.records.article import Article
from newsgen.records.reading import DateMention


def resolve_expressions(article: Article, expressions: Sequence[Expression]) -> tuple[DateMention, ...]:
    """The expressions with their dates, as far as these can be told."""
    mentions = tuple(_mention(article, step) for step in trace(article, expressions))
    return tuple(_drop_explained(article.text, expressions, mentions))


def find_anchor(article: Article) -> str | None:
    """When the article was written: the dateline's day, else what is known of its publication, if with its year."""
    dateline = article.dateline.date if article.dateline else None
    dates = [value for value in (dateline, article.published) if value and precision(value) in ("day", "month", "year")]
    return next((value for value in dates if precision(value) == "day"), dates[0] if dates else None)


def _find_open_day(article: Article) -> str | None:
    """The day of writing, `XXXX-05-15`."""
    dates = (article.dateline.date if article.dateline else None, article.published)
    return next((value for value in dates if value and value.startswith("XXXX-") and len(value) == 10), None)


class Step(NamedTuple):
    """An expression on the way through an article."""

    expression: Expression
    known: Known
    """What it was resolved with."""
    value: str | None
    """EDTF."""


def trace(article: Article, expressions: Sequence[Expression]) -> Iterator[Step]:
    """Each expression's date, what was spoken of before it in mind."""
    written = find_anchor(article)
    open_day = None if written else _find_open_day(article)
    known = Known(written=written, open_day=open_day, order=find_order(article, expressions))
    paragraph, before, last = -1, None, None
    for number, expression in enumerate(expressions):
        if expression.paragraph != paragraph:
            known = enter_paragraph(known, is_next=expression.paragraph == paragraph + 1)
            paragraph = expression.paragraph
        saying = find_day_of_saying(article.text, expressions, number)
        said = resolve(saying.meaning, replace(known, expression=saying, said=None)) if saying else None
        is_planned = last and bounds(last)[1] and find_day_of_plan(article.text, expressions, number)
        planned = last if is_planned else None
        known = replace(known, expression=expression, said=said, planned=planned)
        heads = _heads_entry(article.text, expression)
        value = (find_next_entry(expression.meaning, known) if heads else None) or resolve(expression.meaning, known)
        yield Step(expression, known, value)
        known = replace(known, chronicle=value) if heads and value and "XXXX" not in value else known
        known = _keep_in_mind(article.text, known, before, (expression, value))
        before, last = expression, value


def _heads_entry(text: str, expression: Expression) -> bool:
    """Whether the date heads an entry of a chronology: "6 April: the court …", or a part of it: "2022"."""
    before, behind = text[max(expression.start - 2, 0) : expression.start], text[expression.end : expression.end + 2]
    return before == "\n\n" and (behind in ("", "\n\n", " –", " —", " -") or behind[:1] in (":", "—", "–"))


def _keep_in_mind(text: str, known: Known, before: Expression | None, told: tuple[Expression, str | None]) -> Known:
    """What is known once the expression is resolved."""
    expression, value = told
    if isinstance(expression.meaning, Stretch):
        return replace(known, is_stretch=True)
    if isinstance(expression.meaning, Untold):
        return replace(known, spoken=None)
    if not value or precision(value) == "unknown" or _compares(expression.meaning, value):
        return known
    return known if _is_explained(text, before, expression) else remember(known, value, expression)


def _mention(article: Article, step: Step) -> DateMention:
    """The expression with its date."""
    expression, known, value = step
    return DateMention(
        start=expression.start,
        end=expression.end,
        surface=article.text[expression.start : expression.end],
        value=value,
        rule=expression.rule,
        anchor=find_base(expression.meaning, known) if value else None,
    )


def _drop_explained(
    text: str, expressions: Sequence[Expression], mentions: Sequence[DateMention]
) -> Iterator[DateMention]:
    """The mentions without each weekday that counts from something else and has its day right behind it."""
    for number, mention in enumerate(mentions):
        behind = mentions[number + 1] if number + 1 < len(mentions) else None
        between = text[mention.end : behind.start].rstrip() if behind else ""
        if mention.rule == "weekday-beside" and behind and len(between) < _APPOSED and between.endswith(","):
            meaning = expressions[number].meaning
            weekday = meaning.weekday if isinstance(meaning, Untold | Recurring) else None
            if behind.value and precision(behind.value) == "day" and _falls_on(behind.value, weekday):
                continue
        yield mention


_APPOSED = 60
"""Characters within which the day of such a weekday must follow."""


def _falls_on(value: str, weekday: int | None) -> bool:
    """Whether the day has that weekday."""
    day = bounds(value)[0]
    return day is not None and day.weekday() == weekday


def _is_explained(text: str, before: Expression | None, expression: Expression) -> bool:
    """Whether the date only tells when the one in front of it ended: "the quarter ended Sept. 30"."""
    return before is not None and text[before.end : expression.start].strip(" ,\n").lower() in ("ended", "ending")


def _compares(meaning: Meaning, value: str) -> bool:
    """Whether a quarter is only named to compare another one with it: what comes next is of the other one."""
    return isinstance(meaning, Spoken | Distance) and reckon.is_quarter(value)
