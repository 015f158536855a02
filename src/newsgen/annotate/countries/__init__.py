"""Countries: which ones a text names, where, and which it is about.

Finding and judging are two steps. The gazetteer finds phrases; `refusals` takes out those that are part of something
else (a person, an outlet, a language), each rule by the words around; `support` weighs what is left against the rest
of the article: which Congo, which Georgia, whether "Victoria" is a place here at all; `salience` counts.
"""

from newsgen.annotate.countries.candidates import Candidate, find_candidates
from newsgen.annotate.countries.refusals import refuse
from newsgen.annotate.countries.salience import count_countries
from newsgen.annotate.countries.support import settle
from newsgen.annotate.material import Material
from newsgen.records.article import Article
from newsgen.records.reading import CountryMention

__all__ = ["count_countries", "find_countries"]


def find_countries(article: Article, material: Material) -> tuple[CountryMention, ...]:
    """Every span of the article's text that names a country or stands for one, in order, disjoint."""
    candidates = find_candidates(article, material)
    kept, names = refuse(candidates, article, material.lexicon)
    return tuple(mention(candidate) for candidate in settle(kept, names, article, material.lexicon.gazetteer))


def mention(candidate: Candidate) -> CountryMention:
    """The mention that a candidate with one meaning left makes."""
    entry = candidate.entries[0]
    return CountryMention(
        start=candidate.start, end=candidate.end, surface=candidate.surface, code=entry.code, rule=entry.kind
    )
