"""The ground: what is known of an article's text before any name is found in it."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from newsgen.lexicon import Lexicon
from newsgen.lexicon.names import Names
from newsgen.records.article import Article
from newsgen.records.reading import CountryMention

# matches: Niger's prime minister
# matches: Nigerien prime minister
_BEFORE_NEXT_WORD = re.compile(r"(?:['’][sS]?)? ")


class Ground(NamedTuple):
    """A text with its places."""

    text: str
    language: str
    names: Names
    places: Mapping[int, int]
    """Start and end of each phrase that means a place."""
    countries: Mapping[int, CountryMention]
    """By the offset of the word that follows the mention, a possessive between passed over."""
    country_starts: Mapping[int, CountryMention]
    """By the mention's own offset."""


def survey(article: Article, countries: Iterable[CountryMention], lexicon: Lexicon) -> Ground:
    """The ground of an article."""
    mentions = tuple(countries)
    before = {}
    for mention in mentions:
        if match := _BEFORE_NEXT_WORD.match(article.text, mention.end):
            before[match.end()] = mention
    return Ground(
        text=article.text,
        language=article.language,
        names=lexicon.names,
        places={hit.start: hit.end for hit in lexicon.gazetteer.scan(article.text)},
        countries=before,
        country_starts={mention.start: mention for mention in mentions},
    )
