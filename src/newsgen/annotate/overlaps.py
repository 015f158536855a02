"""Overlaps: what a span means that several rules have taken.

A person's name wins over a country or a date inside it ("Michael Jordan", "Theresa May"); a country wins over a
person's span that is nothing but the place. A country or date in the title in front of a name stays, and the person's
span begins behind it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from msgspec.structs import replace

from newsgen.records.reading import CountryMention, LocalPerson, PersonMention, Reading


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""


S = TypeVar("S", bound=Spanned)


def settle_places(reading: Reading) -> Reading:
    """The reading with countries and persons that share no character; its persons are those still mentioned."""
    beside = [_overlapping(mention, reading.country_mentions) for mention in reading.person_mentions]
    trimmed = tuple(
        _trim(mention, countries)
        for mention, countries in zip(reading.person_mentions, beside, strict=True)
        if not _is_place(mention, countries, reading.people)
    )
    countries = tuple(outside(reading.country_mentions, trimmed))
    if len(countries) == len(reading.country_mentions) and trimmed == reading.person_mentions:
        return reading
    persons, mentions = _renumber(reading.people, trimmed)
    return replace(reading, country_mentions=countries, person_mentions=mentions, people=persons)


def outside(spans: Sequence[S], people: Sequence[PersonMention]) -> Iterator[S]:
    """The spans that share no character with a person's."""
    starts = [mention.start for mention in people]
    for span in spans:
        before = bisect_left(starts, span.end) - 1
        if before < 0 or people[before].end <= span.start:
            yield span


def _overlapping(mention: PersonMention, countries: Sequence[CountryMention]) -> Sequence[CountryMention]:
    """The countries that share characters with the person's span."""
    first = bisect_left(countries, mention.start + 1, key=lambda country: country.end)
    last = bisect_left(countries, mention.end, key=lambda country: country.start)
    return countries[first:last]


def _is_place(mention: PersonMention, beside: Sequence[CountryMention], people: Sequence[LocalPerson]) -> bool:
    """Whether the span is only a country, and no person of the article bears that name beside another."""
    covered = any(country.start <= mention.start and mention.end <= country.end for country in beside)
    return covered and not people[mention.person].given


def _trim(mention: PersonMention, beside: Sequence[CountryMention]) -> PersonMention:
    """The mention, beginning behind a country in its title."""
    name_start = mention.start + max(mention.surface.rfind(mention.name), 0)
    ends = [country.end for country in beside if country.end <= name_start]
    if not ends:
        return mention
    surface = mention.surface[ends[-1] - mention.start :].lstrip("'’s \u00a0")
    return replace(mention, start=mention.end - len(surface), surface=surface)


def _renumber(
    people: Sequence[LocalPerson], mentions: Sequence[PersonMention]
) -> tuple[tuple[LocalPerson, ...], tuple[PersonMention, ...]]:
    """Persons that still have mentions, with their forms and counts, and the mentions pointing at them."""
    by_person: dict[int, list[PersonMention]] = {}
    for mention in mentions:
        by_person.setdefault(mention.person, []).append(mention)
    kept = sorted(by_person)
    numbers = {old: new for new, old in enumerate(kept)}
    persons = tuple(_recount(people[old], by_person[old]) for old in kept)
    return persons, tuple(replace(mention, person=numbers[mention.person]) for mention in mentions)


def _recount(person: LocalPerson, mentions: Sequence[PersonMention]) -> LocalPerson:
    """The person with the forms and the number of the mentions that are left."""
    return replace(person, forms=tuple(dict.fromkeys(m.surface for m in mentions)), mentions=len(mentions))
