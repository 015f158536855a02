"""How often an article names each country, and which ones it is about."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from newsgen.lexicon import Lexicon
from newsgen.records.article import Article
from newsgen.records.reading import CountryCount, CountryMention

HEADLINE = 3.0
"""What being named in the headline weighs, where each mention weighs 1."""
LEAD = 2.5
"""What being named in the first paragraph weighs."""
DATELINE = 5.0
"""What the dateline's country has in advance: what is told happens there, or a reporter stands there to see it."""
IN_PASSING = 0.25
"""What a mention by a city or region weighs: it says where something is more often than what the article is about."""
ENOUGH = 4.5
"""The weight from which on a country is one the article is about; the strongest always is."""
SHARE = 0.2
"""The part of the strongest country's weight that it must have, too."""


def count_countries(article: Article, mentions: Sequence[CountryMention], lexicon: Lexicon) -> tuple[CountryCount, ...]:
    """The countries of an article, most mentioned first, then by code, those it is about marked.

    The dateline's country is one of them, named or not. Countries listed in front matter, named or not, are the ones
    that the article is about; a code that no country has is left out.
    """
    listed = article.listed_countries
    counts = Counter(mention.code for mention in mentions)
    weights = weigh(article, mentions)
    primary = find_primary(weights) if listed is None else frozenset(listed) & lexicon.gazetteer.countries.keys()
    codes = sorted(primary | weights.keys(), key=lambda code: (-counts[code], code))
    return tuple(CountryCount(code=code, mentions=counts[code], primary=code in primary) for code in codes)


def find_primary(weights: Mapping[str, float]) -> frozenset[str]:
    """The codes of the countries that an article is about, by their weights."""
    strongest = max(weights.values(), default=0.0)
    needed = min(strongest, max(ENOUGH, SHARE * strongest))
    return frozenset(code for code, weight in weights.items() if weight >= needed)


def weigh(article: Article, mentions: Sequence[CountryMention]) -> dict[str, float]:
    """For each country what headline, first paragraph, dateline and number of mentions say for it."""
    lead_end = article.paragraphs[0].end if article.paragraphs else article.body_start
    weights: dict[str, float] = defaultdict(float)
    for mention in mentions:
        weights[mention.code] += IN_PASSING if mention.rule in ("city", "region") else 1.0
    for code in {mention.code for mention in mentions if mention.start < article.body_start}:
        weights[code] += HEADLINE
    for code in {mention.code for mention in mentions if article.body_start <= mention.start < lead_end}:
        weights[code] += LEAD
    if article.dateline and article.dateline.country:
        weights[article.dateline.country] += DATELINE
    return weights
