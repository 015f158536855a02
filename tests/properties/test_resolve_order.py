from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsgen.lexicon import load_lexicon
from newsgen.records.entities import Event, Person
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from properties.resolve_archives import event_groups, make_archives, person_groups


@given(make_archives(), st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(readings: list[Reading], rng) -> None:
    """Ids, persons and events are the same in any order; fails if names are gathered in the order of the articles."""
    lexicon = load_lexicon()
    shuffled = list(readings)
    rng.shuffle(shuffled)
    one, other = resolve(readings, (), lexicon), resolve(shuffled, (), lexicon)
    ids = dict(zip((reading.article.path for reading in readings), one.article_ids, strict=True))
    assert ids == dict(zip((reading.article.path for reading in shuffled), other.article_ids, strict=True))
    assert person_groups(one, readings) == person_groups(other, shuffled)
    assert event_groups(one, readings) == event_groups(other, shuffled)
    assert [_tell(person) for person in one.people] == [_tell(person) for person in other.people]
    assert [(e.id, e.date, e.kind, e.people, e.countries, _reasons(e, readings)) for e in one.events] == [
        (e.id, e.date, e.kind, e.people, e.countries, _reasons(e, shuffled)) for e in other.events
    ]
    assert one.diagnostics == other.diagnostics


def _tell(person: Person) -> tuple[object, ...]:
    """What is known of a person, without positions of articles: those are of the order."""
    links = sorted((replace(link, compared=()) for link in person.links), key=repr)
    undecided = [(other, replace(link, compared=())) for other, link in person.undecided]
    return person.id, person.name, person.titles, links, undecided


def _reasons(event: Event, readings: list[Reading]) -> set[tuple[object, ...]]:
    """Why each report stands in the event, by articles' paths."""
    places = [(readings[one.article].article.path, one.report) for one in event.reports]
    return {
        (place, None if one.like is None else places[one.like], one.evidence)
        for place, one in zip(places, event.reports, strict=True)
    }
