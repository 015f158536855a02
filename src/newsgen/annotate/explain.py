"""Explanation: for each thing that was found in an article, the rule that found it and what spoke for it.

A visible list, like that of the passes: the owner of each pass tells its reasons.
"""

from collections.abc import Callable, Iterable, Iterator

from newsgen.annotate.countries.reasons import explain_countries
from newsgen.annotate.dates.reasons import explain_dates
from newsgen.annotate.dates.year_reasons import explain_published
from newsgen.annotate.findings import RULE, is_of_recogniser
from newsgen.annotate.material import Material, gather_material
from newsgen.annotate.people.reasons import explain_people
from newsgen.annotate.quotes.reasons import explain_quotes
from newsgen.annotate.reports.reasons import explain_reports
from newsgen.lexicon import Lexicon
from newsgen.records.explanation import Evidence, Explanation
from newsgen.records.reading import Reading

Explainer = Callable[[Reading, Material], Iterable[Explanation]]


def explain(reading: Reading, lexicon: Lexicon) -> tuple[Explanation, ...]:
    """Why the article was read so: first what is said of the whole of it, then its mentions in the order of the text.

    What holds others (a sentence, a quotation) comes before them.
    """
    material = gather_material(reading.article, lexicon)
    found = (explanation for _name, run in EXPLAINERS for explanation in run(reading, material))
    return tuple(sorted(found, key=_order))


def _order(explanation: Explanation) -> tuple[bool, int, int, str, str]:
    return (
        explanation.kind != "article",
        explanation.start,
        -explanation.end,
        explanation.kind,
        explanation.surface,
    )


def explain_places(reading: Reading, material: Material) -> Iterator[Explanation]:
    """Who found the places that recognisers found; the persons that they found are explained with all others."""
    countries = material.lexicon.gazetteer.countries
    for mention in reading.country_mentions:
        if is_of_recogniser(mention.rule):
            recogniser = mention.rule.removeprefix(RULE)
            yield Explanation(
                kind="country",
                start=mention.start,
                end=mention.end,
                surface=mention.surface,
                meaning=f"{countries[mention.code].name} ({mention.code})",
                rule=mention.rule,
                rule_says="a recogniser took the span for a place, and the gazetteer knows where it lies",
                evidence=(Evidence(says=f"found by {recogniser}", start=mention.start, end=mention.end),),
            )


EXPLAINERS: tuple[tuple[str, Explainer], ...] = (
    ("published", explain_published),
    ("countries", explain_countries),
    ("places", explain_places),
    ("people", explain_people),
    ("dates", explain_dates),
    ("quotes", explain_quotes),
    ("reports", explain_reports),
)
"""What is explained, and by whom."""
