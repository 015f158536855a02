"""The ground: what is known of an article's text before any name is found in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsgen.annotate.material import Material
from newsgen.annotate.people.words import Run
from newsgen.lexicon.names import Names
from newsgen.records.article import Article
from newsgen.records.reading import CountryMention

# matches: Niger's prime minister
# matches: Nigerien prime minister
_BEFORE_NEXT_WORD = re.compile(r"(?:['’][sS]?)? ")


# matches: in Jordan
# matches: Amman, Jordan
# matches: of Israel
# not: Andrew Jordan
_PLACED = re.compile(r"(?:\b(?:in|to|from|of|into|across|between|near|and|for|with|against)|,) ([A-Z]\w+)")

_BLANKS = frozenset(" \u00a0")
_OPENING = frozenset("\"“‘'«")
_LONGEST_WORD = 20

Key = tuple[str, ...]
"""The folded words of a name."""


class Ground(NamedTuple):
    """A text with its places."""

    text: str
    language: str
    names: Names
    places: Mapping[int, int]
    """Start and end of each phrase that means a place."""
    firms: frozenset[Key]
    """Names of firms and ships: of those that the text writes with `Inc` or `USS`, without that word."""
    things: frozenset[int]
    """Where the name of a ship or street begins, which may be a person's: at `Abraham` of `USS Abraham Lincoln`."""
    bearers: frozenset[str]
    """Folded family names of persons named in full that are countries too, where the text speaks of no such country."""
    countries: Mapping[int, CountryMention]
    """By the offset of the word that follows the mention, a possessive between passed over."""
    country_starts: Mapping[int, CountryMention]
    """By the mention's own offset."""


def survey(article: Article, runs: Iterable[Run], countries: Iterable[CountryMention], material: Material) -> Ground:
    """The ground of an article with the runs of capitals in its text."""
    names = material.lexicon.names
    mentions = tuple(countries)
    before = {}
    for mention in mentions:
        if match := _BEFORE_NEXT_WORD.match(article.text, mention.end):
            before[match.end()] = mention
    several = [run for run in runs if len(run) > 1]
    things = [thing for run in several if (thing := _thing_in(article.text, run, names))]
    return Ground(
        text=article.text,
        language=article.language,
        names=names,
        places={hit.start: hit.end for hit in material.hits},
        firms=frozenset((*(firm for run in several for firm in _firms(run, names)), *map(_key, things))),
        things=frozenset(thing[0].start for thing in things),
        bearers=frozenset(_bearers(several, article.text, names)),
        countries=before,
        country_starts={mention.start: mention for mention in mentions},
    )


def _bearers(runs: Iterable[Run], text: str, names: Names) -> Iterator[str]:
    """The last words of full names that are countries' too, if the text uses none of them as a country's."""
    ends = [(run[-1], run[-2]) for run in runs if run[-1].folded in names.also_families]
    families = {word.text: word.folded for word, before in ends if before.initial or names.is_given_name(before.text)}
    if families:
        placed = {match[1] for match in _PLACED.finditer(text)}
        yield from (folded for written, folded in families.items() if written not in placed)


def _key(run: Run) -> Key:
    """The folded words of a run."""
    return tuple([word.folded for word in run])


def _firms(run: Run, names: Names) -> Iterator[Key]:
    """The name before `Inc` and the like in the run, and its beginnings of two words or more."""
    for count, word in enumerate(run):
        if count > 1 and word.folded in names.firms:
            key = _key(run[:count])
            yield from (key[:end] for end in range(2, count + 1))
            return


def _thing_in(text: str, run: Run, names: Names) -> Run:
    """The part of the run that names a ship, a street or the like; empty if none does."""
    if word_before(text, run[0].start) in names.bearers:
        return run
    return next((run[n + 1 :] for n, word in enumerate(run) if word.folded in names.bearers), ())


def word_before(text: str, start: int) -> str:
    """The word with a blank behind it that stands before the offset, as written; empty if there is none."""
    end = start - 1
    while end > 0 and text[end] in _OPENING:
        end -= 1
    if end <= 0 or text[end] not in _BLANKS:
        return ""
    return text[text.rfind(" ", max(0, end - _LONGEST_WORD), end) + 1 : end].rpartition("\n")[2]
