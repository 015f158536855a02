"""How often an article names each country, and which ones it is about."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from newsgen.annotate.countries.dateline import find_dateline_country
from newsgen.annotate.findings import is_of_recogniser
from newsgen.lexicon import Lexicon
from newsgen.lexicon.gazetteer import Gazetteer
from newsgen.records.article import Article
from newsgen.records.reading import CountryCount, CountryMention

HEADLINE = 2.5
"""What being named in the headline weighs, where each mention weighs 1."""
LEAD = 2.5
"""What being named in the first paragraph weighs."""
SECOND = 1.0
"""What being named in the second paragraph weighs, if the first is silent."""
DATELINE = 5.0
"""What the dateline's country has in advance: what is told happens there, or a reporter stands there to see it."""
IN_PASSING = 0.25
"""What a mention by a city or region weighs: it says where something is more often than what the article is about."""
MOST = 8.0
"""What all mentions together weigh at most: a country named thirty times puts no other one in the shade."""
ENOUGH = 4.0
"""The weight from which on a country is one the article is about; the strongest always is."""
SHARE = 0.3
"""The part of the strongest country's weight that it must have, too."""


class Part(NamedTuple):
    """One thing that speaks for a country."""

    name: Literal["mentions", "headline", "lead", "second", "dateline"]
    weight: float
    mention: CountryMention | None
    """The first that shows it; None for the dateline."""


@dataclass(slots=True)
class Standing:
    """What speaks for a country in an article."""

    names: list[CountryMention] = field(default_factory=list)
    """Mentions by the country, its people, its capital, or those that stand for it."""
    places: list[CountryMention] = field(default_factory=list)
    """Mentions by a city or region."""
    headline: CountryMention | None = None
    """The first mention there; so for the others."""
    lead: CountryMention | None = None
    second: CountryMention | None = None
    dateline: bool = False

    @property
    def weight(self) -> float:
        """Of all that speaks for it."""
        return sum(part.weight for part in self.list_parts())

    def list_parts(self) -> Iterator[Part]:
        """What speaks for it, one by one, with what each weighs."""
        if self.names or self.places:
            weight = min(len(self.names) + IN_PASSING * len(self.places), MOST)
            yield Part("mentions", weight, (self.names or self.places)[0])
        if self.headline:
            yield Part("headline", HEADLINE, self.headline)
        if self.lead:
            yield Part("lead", LEAD, self.lead)
        elif self.second:
            yield Part("second", SECOND, self.second)
        if self.dateline:
            yield Part("dateline", DATELINE, None)

    @property
    def mentions(self) -> int:
        """How often the article names it; its dateline is one naming."""
        return len(self.names) + len(self.places) + self.dateline


def count_countries(article: Article, mentions: Sequence[CountryMention], lexicon: Lexicon) -> tuple[CountryCount, ...]:
    """The countries of an article, most mentioned first, then by code, those it is about marked.

    The dateline's country is one of them, named elsewhere or not. Countries listed in front matter, named or not, are
    the ones that the article is about; a code that no country has is left out.
    """
    listed = article.listed_countries
    standings = weigh(article, mentions, lexicon.gazetteer)
    primary = find_primary(standings) if listed is None else frozenset(listed) & lexicon.gazetteer.countries.keys()
    counts = Counter({code: standing.mentions for code, standing in standings.items()})
    codes = sorted(primary | standings.keys(), key=lambda code: (-counts[code], code))
    return tuple(CountryCount(code=code, mentions=counts[code], primary=code in primary) for code in codes)


def find_primary(standings: Mapping[str, Standing]) -> frozenset[str]:
    """The codes of the countries that an article is about."""
    weights = {code: standing.weight for code, standing in standings.items()}
    needed = find_threshold(weights)
    return frozenset(code for code, weight in weights.items() if weight >= needed)


def find_threshold(weights: Mapping[str, float]) -> float:
    """The weight that a country needs for the article to be about it."""
    strongest = max(weights.values(), default=0.0)
    return min(strongest, max(ENOUGH, SHARE * strongest))


def weigh(article: Article, mentions: Sequence[CountryMention], gazetteer: Gazetteer) -> dict[str, Standing]:
    """For each country what speaks for it: its mentions, headline, first paragraphs, dateline."""
    first, second = _ends_of_opening(article)
    standings: dict[str, Standing] = defaultdict(Standing)
    for mention in mentions:
        standing = standings[mention.code]
        local = mention.rule in ("city", "region") or is_of_recogniser(mention.rule)
        (standing.places if local else standing.names).append(mention)
        if mention.start < article.body_start:
            standing.headline = standing.headline or mention
        elif mention.start < first:
            standing.lead = standing.lead or mention
        elif mention.start < second:
            standing.second = standing.second or mention
    named = ((mention.start, mention.code) for mention in mentions)
    if home := find_dateline_country(article, named, gazetteer):
        standings[home].dateline = True
    return standings


def _ends_of_opening(article: Article) -> tuple[int, int]:
    """Where the first and the second paragraph end."""
    ends = [paragraph.end for paragraph in article.paragraphs[:2]] or [article.body_start]
    return ends[0], ends[-1]
