"""People, with all that the archive knows about them."""

from newsgen.index.ties import Ties, count_ties, find_events
from newsgen.records.archive import Entities, PersonEntry


def index_people(entities: Entities, ties: Ties) -> tuple[PersonEntry, ...]:
    """An entry for each person, by id."""
    events = find_events(event.people for event in entities.events)
    return tuple(
        PersonEntry(
            person=person,
            articles=(articles := ties.of_person.get(person.id, ())),
            countries=count_ties(articles, ties.countries_in),
            companions=count_ties(articles, ties.people_in, without=person.id),
            events=events.get(person.id, ()),
        )
        for person in entities.people
    )
