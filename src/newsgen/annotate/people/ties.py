"""Ties: the offices and countries that the words around a name give to the person."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Ground
from newsgen.annotate.people.titles import read_office

# matches: , the foreign minister of Niger,
# matches: , président de la République.
# not: , 34,
_AFTER = re.compile(r",? ([^\W\d][^\n,.;:()!?\"“”]{3,80})(?=[,.;:)\n])")
# matches: Foreign Minister of Niger,
# matches: the country's leader,
_BEFORE = re.compile(r"(?:^|[,.;:(\n\"“”] ?)([^\n,.;:()!?\"“”]{3,80}), ?$")
# matches: the envoy and the minister
_LAST_JOINED = re.compile(r".* (?:and|et|y) (.*)$")
# matches:  of Ghana
# matches:  du Ghana
# matches:  de l'Angola
# not:  of the port
_OF = re.compile(r" (?:of (?:the )?|d[’'eu] ?|de la |de l[’']|del )(?=[A-ZÉÎ])")
# matches:  Airways
# matches: -based
# matches:  au Togo
# not:  opened
_NOT_OF_COUNTRY = re.compile(r" (?:[A-ZÉÎ]|aux? |vers |à )|-\w")
# matches:  (Sweden)
_IN_BRACKETS = re.compile(r" \(([^\n()]{2,30})\)")

_LOOK_BACK = 90


class Tie(NamedTuple):
    """What an apposition says of a person."""

    office: str
    """In normal spelling; empty where it names none."""
    countries: tuple[str, ...]


def find_ties(candidate: Candidate, ground: Ground) -> tuple[Tie, ...]:
    """All that the words around a mention say of the person's office and country."""
    return tuple(_ties(candidate, ground))


def _ties(candidate: Candidate, ground: Ground) -> Iterator[Tie]:
    """The ties, nearest first."""
    title = candidate.title
    if title is not None:
        yield Tie(title.shown, (title.country,) if title.country else ())
    if candidate.start in ground.countries:
        yield Tie("", (ground.countries[candidate.start].code,))
    if code := _country_behind(candidate, ground):
        yield Tie("", (code,))
    if match := _IN_BRACKETS.match(ground.text, candidate.end):
        yield Tie("", _countries_within(match.start(1), match.end(1), ground))
    if ground.text.startswith(", ", candidate.end) and (match := _AFTER.match(ground.text, candidate.end)):
        yield from _office_in(match.start(1), match.end(1), ground)
    start = title.start if title is not None else candidate.start
    if ground.text.startswith(", ", start - 2):
        yield from office_before(candidate, ground)


def _country_behind(candidate: Candidate, ground: Ground) -> str | None:
    """Code of the country whose office the title names: `President John Mensah of Ghana`; not `of Ghana Airways`."""
    if candidate.title is None or not (match := _OF.match(ground.text, candidate.end)):
        return None
    mention = ground.country_starts.get(match.end())
    if mention is None or _NOT_OF_COUNTRY.match(ground.text, mention.end):
        return None
    return mention.code


def office_before(candidate: Candidate, ground: Ground) -> Iterator[Tie]:
    """The office in front of a comma before the name: `the foreign minister of Niger, X Y`."""
    title = candidate.title
    start = title.start if title is not None else candidate.start
    match = _BEFORE.search(ground.text, max(0, start - _LOOK_BACK), start)
    if match is None:
        return
    last = _LAST_JOINED.search(match[1])
    ties = [*_office_in(match.start(1) + last.start(1), match.end(1), ground)] if last else []
    yield from ties or _office_in(match.start(1), match.end(1), ground)


def _office_in(start: int, end: int, ground: Ground) -> Iterator[Tie]:
    """The office that an apposition names, with the countries that it names."""
    office = read_office(ground, start, end)
    if office is not None:
        yield Tie(office, _countries_within(start, end, ground))


def _countries_within(start: int, end: int, ground: Ground) -> tuple[str, ...]:
    """Codes of the countries named in a stretch of text."""
    return tuple(ground.country_starts[at].code for at in range(start, end) if at in ground.country_starts)
