"""Who and what stands together in which articles."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from newsgen.records import Record
from newsgen.records.archive import Count
from newsgen.records.entities import Entities
from newsgen.records.reading import Reading


class Ties(Record):
    """For each article whom and what it names, and the other way round."""

    people_in: tuple[tuple[str, ...], ...]
    """Ids of persons with a page, sorted, by article; with those that only the front matter lists."""
    countries_in: tuple[tuple[str, ...], ...]
    """Codes by article."""
    of_person: Mapping[str, tuple[int, ...]]
    """Articles of each person, newest first."""
    of_country: Mapping[str, tuple[int, ...]]
    """Articles that name each country, newest first."""
    about_country: Mapping[str, tuple[int, ...]]
    """Articles about each country, newest first."""


def tie_articles(readings: Sequence[Reading], entities: Entities, latest: Sequence[int]) -> Ties:
    """The ties of all articles."""
    people = [set(filter(None, ids)) for ids in entities.person_ids]
    for person in entities.people:
        for position in person.listed_in:
            people[position].add(person.id)
    small = {person.id for person in entities.people if not person.has_page}
    countries = [tuple(sorted([count.code for count in reading.countries])) for reading in readings]
    primary = [tuple([count.code for count in reading.countries if count.primary]) for reading in readings]
    return Ties(
        people_in=tuple(tuple(sorted(ids - small)) for ids in people),
        countries_in=tuple(countries),
        of_person=_turn_round(people, latest),
        of_country=_turn_round(countries, latest),
        about_country=_turn_round(primary, latest),
    )


def count_ties(articles: Sequence[int], named_in: Sequence[Sequence[str]], *, without: str = "") -> tuple[Count, ...]:
    """What is named in the articles, and in how many of them; most first, then by id."""
    if len(articles) == 1:  # as most persons have: nothing to count
        return tuple([Count(id=own, articles=1) for own in named_in[articles[0]] if own != without])
    counts = Counter(chain.from_iterable(map(named_in.__getitem__, articles)))
    counts.pop(without, None)
    # Sorting keeps equals in their order, that of their ids.
    ordered = sorted(sorted(counts), key=counts.__getitem__, reverse=True)
    return tuple([Count(id=own, articles=counts[own]) for own in ordered])


def find_events(named_in: Iterable[Iterable[str]]) -> Mapping[str, tuple[int, ...]]:
    """For each person or country the positions of the events that name them, of events given by whom they name."""
    found: dict[str, list[int]] = {}
    for position, named in enumerate(named_in):
        for own in named:
            found.setdefault(own, []).append(position)
    return {own: tuple(positions) for own, positions in found.items()}


def _turn_round(named_in: Sequence[Collection[str]], latest: Sequence[int]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for position in latest:
        for own in named_in[position]:
            found.setdefault(own, []).append(position)
    return {own: tuple(positions) for own, positions in found.items()}
