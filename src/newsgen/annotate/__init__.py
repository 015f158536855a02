"""Annotation: what an article speaks of, each thing with the span that says so.

A visible list of passes, each of which adds its part to the reading and may look at what is already there.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from newsgen.annotate.countries import count_countries, find_countries
from newsgen.annotate.dates import resolve_expressions
from newsgen.annotate.dates.impossible import find_impossible, without_impossible
from newsgen.annotate.dates.meanings import Expression
from newsgen.annotate.findings import find_places, give_way
from newsgen.annotate.material import Material, gather_materials
from newsgen.annotate.overlaps import outside, settle_places
from newsgen.annotate.people import find_people
from newsgen.annotate.quotes import find_quotes
from newsgen.annotate.reports import find_reports
from newsgen.annotate.years import infer_years
from newsgen.lexicon import Lexicon
from newsgen.lexicon.shingles import sketch_text
from newsgen.records.article import Article
from newsgen.records.finding import Finding
from newsgen.records.reading import Reading

Pass = Callable[[Reading, Material], Reading]


def annotate(article: Article, lexicon: Lexicon, findings: tuple[Finding, ...] = ()) -> Reading:
    """The article with its countries, people, dates, quotations and reports.

    `findings` are those of recognisers, disjoint and in order of the text; they count where the rules found nothing.
    """
    (reading,) = annotate_articles((article,), lexicon, (findings,))
    return reading


def annotate_articles(
    articles: Sequence[Article], lexicon: Lexicon, findings: Sequence[tuple[Finding, ...]]
) -> list[Reading]:
    """Each article with its countries, people, dates, quotations and reports; `findings` are those in each of them.

    Each pass goes over all of them before the next one begins: what it needs stays near the processor meanwhile.
    """
    materials = gather_materials(articles, lexicon, findings)
    readings = [Reading(article=article, diagnostics=article.diagnostics) for article in articles]
    for _name, run in PASSES:
        readings = list(map(run, readings, materials))
    return readings


def add_countries(reading: Reading, material: Material) -> Reading:
    """With the spans that name countries."""
    return replace(reading, country_mentions=find_countries(reading.article, material))


def add_people(reading: Reading, material: Material) -> Reading:
    """With persons and the spans that name them."""
    people, mentions, unresolved = find_people(reading.article, reading.country_mentions, material)
    return replace(reading, people=people, person_mentions=mentions, unresolved=unresolved)


def add_findings(reading: Reading, material: Material) -> Reading:
    """With what recognisers found beside the rules: persons join the cast, places count for their countries."""
    article, countries = reading.article, reading.country_mentions
    free = tuple(give_way(material.findings, (*countries, *reading.person_mentions)))
    if not free:
        return reading
    places = find_places(free, article.text, material)
    countries = tuple(sorted((*countries, *places), key=lambda mention: mention.start))
    people, mentions, unresolved = find_people(article, countries, material, further=free)
    return replace(reading, country_mentions=countries, people=people, person_mentions=mentions, unresolved=unresolved)


def settle_overlaps(reading: Reading, _material: Material) -> Reading:
    """With countries and persons apart from each other."""
    return settle_places(reading)


def add_counts(reading: Reading, material: Material) -> Reading:
    """With the countries that are left, counted and weighed."""
    counts = count_countries(reading.article, reading.country_mentions, material.lexicon)
    return replace(reading, countries=counts)


def add_years(reading: Reading, material: Material) -> Reading:
    """With the year of the dateline where it can be inferred."""
    return replace(
        reading, article=infer_years(reading.article, _list_expressions(reading, material), material.clauses)
    )


def add_dates(reading: Reading, material: Material) -> Reading:
    """With the dates that the text tells, most of which follow from that of the dateline."""
    article = reading.article
    expressions = _list_expressions(reading, material)
    dates = resolve_expressions(article, expressions)
    impossible = find_impossible(article.text, expressions, dates)
    return replace(reading, dates=without_impossible(dates, impossible), impossible=impossible)


def _list_expressions(reading: Reading, material: Material) -> tuple[Expression, ...]:
    """The expressions of time that are no part of a name."""
    return tuple(outside(material.expressions, reading.person_mentions))


def add_quotes(reading: Reading, material: Material) -> Reading:
    """With direct speech and its speakers."""
    return replace(reading, quotes=find_quotes(reading, material))


def add_reports(reading: Reading, material: Material) -> Reading:
    """With the sentences that tell dated happenings."""
    return replace(reading, reports=find_reports(reading, material))


def add_sketch(reading: Reading, _material: Material) -> Reading:
    """With what tells which other articles may carry the same text."""
    return replace(reading, sketch=sketch_text(reading.article.body))


PASSES: tuple[tuple[str, Pass], ...] = (
    ("countries", add_countries),
    ("people", add_people),
    ("findings", add_findings),
    ("overlaps", settle_overlaps),
    ("counts", add_counts),
    ("years", add_years),
    ("dates", add_dates),
    ("quotes", add_quotes),
    ("reports", add_reports),
    ("sketch", add_sketch),
)
"""In the order in which they run."""
