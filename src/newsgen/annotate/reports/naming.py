"""Naming: which persons and countries an event is told of, a pronoun's person among them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgen.annotate.doers import PRONOUNS
from newsgen.annotate.reports.context import M, Row, Told
from newsgen.annotate.sentences import Span
from newsgen.records.reading import PersonMention

# matches: On August 7 he was named
# matches: Elle est arrivée
# not: Il y a deux ans
# not: Il est prévu
_PRONOUN = re.compile(
    r"\b(?:he|she|elle|ella|él|il(?! (?:y|faut|fallait|faudra|pleut|reste|s[’']agi\w*)\b"
    r"| (?:est|était|sera|a été) (?:prévu|question|possible|interdit|attendu|décidé|convenu)\b))\b",
    re.IGNORECASE,
)


# matches: the general declared
# matches: le colonel a
# not: The General Assembly
_RANK = re.compile(r"\b(?:[Tt]he|[Ll]e|[Ee]l)\s([a-zéèáó-]{4,})\s([a-zéèáó]{1,})\b")


class Cast(NamedTuple):
    """Of whom and of what countries a clause tells."""

    people: tuple[int, ...]
    """Indices of persons, sorted."""
    countries: tuple[str, ...]
    """Codes, sorted."""
    pronoun: Span | None = None
    """A pronoun that stands for one of them."""
    meant: PersonMention | None = None
    """Where that person is named."""


def name_cast(told: Told, *, several: bool) -> Cast:
    """Those whom the sentence names; the clause's own where each of several clauses tells of another date."""
    countries = {mention.code for mention in _own(told.context.countries, told, several=several)}
    named = _own(told.context.people, told, several=several)
    pronoun = _find_pronoun(told, named[0].start if named else told.clause.span[1] if several else told.sentence[1])
    if pronoun is None:
        return Cast(_number([*named, *_find_bearers(told)]), tuple(sorted(countries)))
    # "He was named on Monday, and has since been the face of the board of Berg": Berg has no part in it.
    end, doers = told.clause.span[1], told.context.doers
    inside = [mention for mention in named if mention.start < end or not doers.is_object(mention)]
    gender = PRONOUNS[pronoun[0].casefold()]
    meant = doers.find_antecedent(pronoun.start(), gender, strictly=True)
    if meant is None:
        return Cast(_number(inside), tuple(sorted(countries)))
    return Cast(_number([*inside, meant]), tuple(sorted(countries)), pronoun.span(), meant)


def _number(mentions: Sequence[PersonMention]) -> tuple[int, ...]:
    """The indices of the persons mentioned, sorted."""
    return tuple(sorted({mention.person for mention in mentions}))


def _find_pronoun(told: Told, end: int) -> re.Match[str] | None:
    """The pronoun that stands in front of all names; behind one it may mean whom that names."""
    if "pronoun" not in told.context.clauses.read(told.sentence).kinds:
        return None
    return _PRONOUN.search(told.context.text, told.sentence[0], end)


def _find_bearers(told: Told) -> Iterator[PersonMention]:
    """Where the persons are named of whom the clause tells something by their rank alone: "the general declared"."""
    context, (start, end) = told.context, told.clause.span
    for found in _RANK.finditer(context.text, start, end):
        rank, tense = context.lexicon.names.title_word(found[1]), context.lexicon.grammar.tense_of
        bearer = context.doers.find_bearer(found[1], start) if rank and "rank" in rank.kinds else None
        if bearer and tense(found[2], context.language):
            yield bearer


def _own(mentions: Row[M], told: Told, *, several: bool) -> Sequence[M]:
    """The mentions of the sentence; of several clauses those of its own, or else of what stands in front of it."""
    if not several:
        return mentions.within(told.sentence)
    start, end = told.clause.span
    return mentions.within((start, end)) or mentions.within((told.sentence[0], start))
