"""Countries traced: why which articles are about them."""

from collections.abc import Sequence

from newsgen.annotate.countries.reasons import explain_countries
from newsgen.annotate.material import gather_material
from newsgen.build.tracing.passages import Sources
from newsgen.build.tracing.told import TracedArticle, TracedCountry
from newsgen.pages import urls
from newsgen.records.archive import CountryEntry
from newsgen.records.explanation import Explanation

MOST = 20
"""Articles of each sort that are told; `newsgen explain` tells of any other by its file."""


def trace_country(sources: Sources, entry: CountryEntry) -> TracedCountry:
    """A country with the newest articles about it, then those that name it in passing."""
    passing = [position for position in entry.articles if position not in set(entry.primary)]
    return TracedCountry(
        code=entry.code,
        name=entry.name,
        about=len(entry.primary),
        passing=len(passing),
        articles=_trace_articles(sources, entry.code, [*entry.primary[:MOST], *passing[:MOST]]),
    )


def _trace_articles(sources: Sources, code: str, positions: Sequence[int]) -> tuple[TracedArticle, ...]:
    found = ((position, _find_reason(sources, code, position)) for position in positions)
    return tuple(_trace_article(sources, code, position, reason) for position, reason in found if reason)


def _find_reason(sources: Sources, code: str, position: int) -> Explanation | None:
    """Why an article is about the country or not."""
    reading = sources.article(position).reading
    for explanation in explain_countries(reading, gather_material(reading.article, sources.lexicon)):
        if explanation.kind == "article" and f" ({code}): " in explanation.meaning:
            return explanation
    return None


def _trace_article(sources: Sources, code: str, position: int, reason: Explanation) -> TracedArticle:
    """An article with what speaks for and against its being about the country."""
    article = sources.article(position)
    parsed, places = article.reading.article, sources.places(position)
    found = [
        None if item.start is None or item.end is None else places.find(item.start, item.end)
        for item in reason.evidence
    ]
    return TracedArticle(
        path=article.clipping.path,
        page=urls.article_path(article.id),
        headline=parsed.headline,
        published=parsed.published,
        about=any(count.primary for count in article.reading.countries if count.code == code),
        rule=reason.rule,
        rule_says=reason.rule_says,
        evidence=tuple(item.says for item in reason.evidence),
        lines=tuple(place.line if place else None for place in found),
        against=reason.against,
    )
