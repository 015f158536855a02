"""What `newsgen people` tells to do about two people who are written alike decides it: one person, or two."""

from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from factories import make_person, make_reading
from newsgen.build.alike import FrontMatter, count_bearers, tell_apart, write_listing
from newsgen.build.cast import Cast
from newsgen.build.judging import join_people, part_people
from newsgen.lexicon import load_lexicon
from newsgen.records.archive import PersonEntry
from newsgen.records.entities import Entities, Person
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.resolve import resolve

TITLES = ("", "General", "Finance Minister", "President")
CODES = ("", "NE", "CM", "ML")


@st.composite
def make_namesakes(draw: st.DrawFn) -> list[Reading]:
    """A few articles that each name somebody of the same name."""
    bearers = draw(st.lists(st.tuples(*map(st.sampled_from, (TITLES, CODES))), min_size=2, max_size=4))
    return [
        make_reading(
            f"articles/{place}.txt",
            make_person("Omar Sani", title, countries=(code,) if code else ()),
            countries={code: True} if code else {},
            published=f"2024-03-{place + 1:02}",
        )
        for place, (title, code) in enumerate(bearers)
    ]


@given(make_namesakes(), st.data())
@pytest.mark.parametrize("verb", ["same", "different"])
def test_what_is_told_for_a_pair_decides_it(verb: str, readings: list[Reading], data: st.DataObject) -> None:
    """Fails if the name shown stands in the entry of one of two who both bear it, and if the word in brackets is given
    to the articles of one alone where both are one."""
    entities = resolve(readings, (), load_lexicon())
    pairs = list_pairs(entities)
    assume(pairs)
    first, second = data.draw(st.sampled_from(pairs))
    entries = [write_entry(person) for person in entities.people]
    names = tell_apart(write_entry(first), write_entry(second), readings, count_bearers(entries, readings))
    if names:
        change = join_people if verb == "same" else part_people
        done = resolve(readings, judge(change(names, (), Cast(entities.people, readings))), load_lexicon())
    else:
        listing = write_listing(write_entry(first), write_entry(second), readings, str)
        done = resolve(write_front_matter(readings, listing, verb), (), load_lexicon())
    ours, theirs = ({done.person_ids[at][place] for at, place in person.members} for person in (first, second))
    if verb == "same":
        assert ours == theirs
        assert len(ours) == 1
    else:
        assert not ours & theirs
        assert not [pair for pair in list_pairs(done) if {one.id for one in pair} <= ours | theirs]


def list_pairs(entities: Entities) -> list[tuple[Person, Person]]:
    people = {person.id: person for person in entities.people}
    return [
        (person, people[other])
        for person in entities.people
        for other, _ in person.undecided
        if other in people and person.members and people[other].members
    ]


def write_entry(person: Person) -> PersonEntry:
    articles = tuple(sorted({article for article, _ in person.members}))
    return PersonEntry(person=person, articles=articles, countries=(), companions=(), events=())


def judge(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    return tuple(replace(one, line=line) for line, one in enumerate(judgements, 1))


def write_front_matter(readings: Sequence[Reading], listing: FrontMatter, verb: str) -> list[Reading]:
    """The articles with the name in front matter where it is to stand."""
    files = listing.if_one if verb == "same" else listing.if_two
    return [
        replace(reading, article=replace(reading.article, listed_people=(listing.name,)))
        if reading.article.path in files
        else reading
        for reading in readings
    ]
