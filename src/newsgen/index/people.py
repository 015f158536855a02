"""People, with all that the archive knows about them."""

from collections import Counter
from collections.abc import Sequence

from newsgen.index.sharing import Shared
from newsgen.index.ties import Ties, count_ties, find_events
from newsgen.records.archive import PersonEntry
from newsgen.records.entities import Entities, Person
from newsgen.records.reading import Reading


def index_people(
    readings: Sequence[Reading], entities: Entities, ties: Ties, shared: Shared
) -> tuple[PersonEntry, ...]:
    """An entry for each person, by id."""
    events = find_events(event.people for event in entities.events)
    return tuple(
        PersonEntry(
            person=person,
            articles=(articles := ties.of_person.get(person.id, ())),
            countries=shared.find_counts(count_ties(articles, ties.countries_in)),
            companions=shared.find_counts(count_ties(articles, ties.people_in, without=person.id)),
            events=events.get(person.id, ()),
            families=shared.find(
                tuple(dict.fromkeys([readings[at].people[local].family for at, local in person.members]))
            ),
            title_languages=shared.find(_find_languages(person, readings)),
        )
        for person in entities.people
    )


def _find_languages(person: Person, readings: Sequence[Reading]) -> tuple[tuple[str, ...], ...]:
    """For each of a person's titles the languages of the articles that write it, most first, then by letters."""
    if not person.titles:
        return ()
    written: dict[str, Counter[str]] = {title: Counter() for title in person.titles}
    for position, local in person.members:
        reading = readings[position]
        for title in {*reading.people[local].titles} & written.keys():
            written[title][reading.article.language] += 1
    return tuple(
        [tuple(sorted(counts, key=lambda language: (-counts[language], language))) for counts in written.values()]
    )
