"""Reasons: how the year of a dateline, and so of the publication, was inferred."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from newsgen.annotate.dates.meanings import Expression, Recurring
from newsgen.annotate.dates.wording import WEEKDAYS
from newsgen.annotate.material import Material
from newsgen.annotate.overlaps import outside
from newsgen.annotate.recency import first_past_day
from newsgen.annotate.years import Evidence as Known
from newsgen.annotate.years import (
    Inferred,
    find_given,
    find_rights_year,
    gather_evidence,
    infer_beside,
    infer_from_rights,
    infer_year,
)
from newsgen.edtf import bounds, precision
from newsgen.records.article import Article, Dateline
from newsgen.records.explanation import Evidence, Explanation
from newsgen.records.reading import Reading

RULES: Mapping[str, str] = {
    "year-beside": "of dateline and publication one has its year, and the other takes the year that brings it nearest",
    "year-bounded": "the past and coming dates of the text leave one year only",
    "year-of-weekday": "the first year that fits the past dates of the text and the weekdays that it names",
    "year-of-recent-date": "the first year that fits within twelve months of the text's latest recent date",
    "year-of-rights": "the one year that the notices of copyright name, and that nothing in the text contradicts",
}


def explain_published(reading: Reading, material: Material) -> Iterator[Explanation]:
    """How the year was inferred, if it was."""
    article = reading.article
    asked = _open_again(article)
    value = next((date for date in (asked.published, _dateline_date(asked)) if date and date.startswith("XXXX")), None)
    if value is None:
        return
    expressions = tuple(outside(material.expressions, reading.person_mentions))
    given, known = find_given(asked), gather_evidence(asked, expressions, material.clauses)
    rights = find_rights_year(asked)
    told = infer_year(value, known) or infer_from_rights(value, rights, known)
    inferred = infer_beside(value, given) if given else told
    if inferred is None:
        return
    yield Explanation(
        kind="article",
        start=0,
        end=0,
        surface="published",
        meaning=f"{inferred.year:04}{value[4:]}",
        rule=inferred.rule,
        rule_says=RULES[inferred.rule],
        evidence=tuple(_list_evidence(article, inferred, known, expressions))
        if given is None
        else (_tell_given(given),),
        against=f"{given}, which is given with its year" if given else None,
    )


def _open_again(article: Article) -> Article:
    """The article without the years that were inferred."""
    dateline = article.dateline
    if dateline and dateline.date and dateline.date_inferred:
        dateline = replace(dateline, date=f"XXXX{dateline.date[4:]}")
    published = article.published
    if published and article.published_inferred and precision(published) in ("day", "month"):
        published = f"XXXX{published[4:]}"
    return replace(article, dateline=dateline, published=published)


def _dateline_date(article: Article) -> str | None:
    """The date of the dateline."""
    return (article.dateline or Dateline()).date


def _tell_given(given: str) -> Evidence:
    """The date that has its year."""
    return Evidence(
        says=f"{given} is given with its year, and the other date is nearest to it in the year that was taken"
    )


def _list_evidence(
    article: Article, inferred: Inferred, known: Known, expressions: Sequence[Expression]
) -> Iterator[Evidence]:
    """The dates and weekdays of the text that left this year."""
    text = article.text
    if inferred.rule == "year-of-rights":
        yield Evidence(says=f"a notice of copyright names {inferred.year}")
    past = [e for e in expressions if (day := first_past_day(e)) and day in (known.known, known.earliest)]
    for expression in past[:1]:
        surface = text[expression.start : expression.end]
        yield Evidence(says=f"“{surface}” is past in the text", start=expression.start, end=expression.end)
    if inferred.rule == "year-bounded" and known.latest:
        yield from _list_coming(text, known, expressions)
    if known.weekday is not None:
        yield Evidence(says=f"the dateline names its weekday, {WEEKDAYS[known.weekday]}, which fits that year")
    for expression in expressions:
        meaning = expression.meaning
        if isinstance(meaning, Recurring) and meaning in known.days:
            says = f"“{text[expression.start : expression.end]}” names a day with its weekday, which fits that year"
            yield Evidence(says=says, start=expression.start, end=expression.end)


def _list_coming(text: str, known: Known, expressions: Sequence[Expression]) -> Iterator[Evidence]:
    """The date to come that bounds the year from above."""
    for expression in expressions:
        value = getattr(expression.meaning, "value", "")
        if value and bounds(value)[1] == known.latest and expression.tense == "future":
            surface = text[expression.start : expression.end]
            yield Evidence(says=f"“{surface}” is to come in the text", start=expression.start, end=expression.end)
            return
