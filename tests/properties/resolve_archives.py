"""Archives for the laws of resolution: few names, so that they meet in all the ways that names meet."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from hypothesis import strategies as st

from factories import Told, make_person, make_reading
from newsgen.records.entities import Entities
from newsgen.records.reading import LocalPerson, Reading

GIVEN = (
    *("", "", "Ali", "Ali Mahaman", "Ali Mahaman Lamine", "Ali Mahaman Lamime", "A.", "A. M.", "Omar", "Lamine"),
    *("Abdel Fattah", "Abd al-Fattah", "Abdul", "Viktor", "Orban"),
)
FAMILIES = (
    *("Zeine", "Zeine", "Zène", "Tiani", "Tchiani", "Hermanson", "Hermansom"),
    *("Gaddafi", "Kadhafi", "al-Gaddafi", "Orban", "Viktor"),
)
TITLES = ("", "General", "Prime Minister", "Prime Minister", "Mrs")
CODES = ("NE", "NE", "ML")
TOPICS = ("coup", "talks", "visit", "statement")
DATES = ("2024-03-03", "2024-03-04", "2024-03", "2024-03~", "2024", "2024-03-03/2024-03-05", "XXXX-03-03", "2023-07")
SENTENCES = (
    "Soldiers took the palace.",
    "Envoys came to the capital again.",
    "Envoys came to the capital.",
    "It rained.",
)

Group: TypeAlias = frozenset[tuple[str, int]]


@st.composite
def make_people(draw: st.DrawFn) -> LocalPerson:
    given, family = draw(st.sampled_from(GIVEN)), draw(st.sampled_from(FAMILIES))
    countries = draw(st.lists(st.sampled_from(CODES), max_size=1))
    return make_person(
        f"{given} {family}".strip(),
        draw(st.sampled_from(TITLES)),
        countries=sorted(countries),
        mentions=draw(st.integers(1, 3)),
    )


@st.composite
def make_told(draw: st.DrawFn, people: int) -> Told:
    return Told(
        draw(st.sampled_from(DATES)),
        draw(st.sampled_from(SENTENCES)),
        topics=sorted(draw(st.sets(st.sampled_from(TOPICS), max_size=2))),
        countries=sorted(draw(st.sets(st.sampled_from(CODES), max_size=2))),
        people=sorted(draw(st.sets(st.sampled_from(range(people)), max_size=2))) if people else (),
        kind=draw(st.sampled_from(("happened", "announced"))),
    )


@st.composite
def make_readings(draw: st.DrawFn, path: str) -> Reading:
    people = draw(st.lists(make_people(), min_size=1, max_size=3, unique_by=lambda person: person.name))
    return make_reading(
        path,
        *people,
        headline=draw(st.sampled_from(("Same", "Other", "…"))),
        slug=draw(st.sampled_from((None, None, "same", "own"))),
        draft=draw(st.booleans()),
        published=draw(st.sampled_from((None, "2024-03-04", "2024-03", "2024", "XXXX-03-04"))),
        countries={code: draw(st.booleans()) for code in sorted(draw(st.sets(st.sampled_from(CODES))))},
        told=draw(st.lists(make_told(len(people)), max_size=3)),
    )


@st.composite
def make_archives(draw: st.DrawFn, *, max_size: int = 6) -> list[Reading]:
    size = draw(st.integers(2, max_size))
    return [draw(make_readings(f"articles/{place}.txt")) for place in range(size)]


def person_groups(entities: Entities, readings: Sequence[Reading]) -> dict[str, Group]:
    """Id of each person → (path, index) of all that are that person."""
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for reading, ids in zip(readings, entities.person_ids, strict=True):
        for index, own in enumerate(ids):
            if own is not None:
                found[own].add((reading.article.path, index))
    return {own: frozenset(members) for own, members in found.items()}


def event_groups(entities: Entities, readings: Sequence[Reading]) -> dict[str, Group]:
    """Id of each event → (path, report) of all that tell it."""
    return {
        event.id: frozenset((readings[one.article].article.path, one.report) for one in event.reports)
        for event in entities.events
    }
