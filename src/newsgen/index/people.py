"""People, with all that the archive knows about them."""

from collections.abc import Sequence

from newsgen.index.sharing import Shared
from newsgen.index.ties import Ties, count_ties, find_events
from newsgen.records.archive import PersonEntry
from newsgen.records.entities import Entities
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
        )
        for person in entities.people
    )
