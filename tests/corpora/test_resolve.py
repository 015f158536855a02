"""The cases of `resolve/*.txt`: whether two names in two articles are one person.

Each line below the verdict is an article that names one person: the name, then, parted by commas, a title, `of` with
the countries that the text ties to the person, `about` with those that the article is about, `with` those named
beside, `told` with the day and the kind of a happening that names the person, `on` with the day of publication,
`says` with a sentence that has `{}` for the name and no comma but `;`. A family name of several words, or in front,
stands in brackets. The verdict is on the first two lines; further lines are further articles of the archive.
"""

import re
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from factories import Told, make_person, make_reading, tell_of
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import LocalPerson, Reading
from newsgen.resolve import resolve

FOLDER = Path(__file__).parent / "resolve"
KEYS = ("of", "about", "with", "told", "on", "says")
VERDICTS = ("same", "undecided", "different")


class Case(NamedTuple):
    name: str
    verdict: str
    lines: tuple[str, ...]


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(FOLDER.glob("*.txt")):
        for part in re.split(r"^---\n", path.read_text("utf-8"), flags=re.M):
            lines = [line for line in part.splitlines() if line.strip() and not line.startswith("#")]
            title, verdict = lines[0].removeprefix("title: "), lines[1].removeprefix("verdict: ")
            cases.append(Case(f"{path.stem}: {title}", verdict, tuple(lines[2:])))
    return cases


CASES = read_cases()


def read_person(name: str, *, title: str = "", countries: tuple[str, ...] = ()) -> LocalPerson:
    marked = re.search(r"\[(.+)\]", name)
    plain = name.replace("[", "").replace("]", "")
    person = make_person(plain, title, countries=countries, family=marked[1] if marked else None)
    if not name.startswith("["):
        return person
    return msgspec.structs.replace(person, given=tuple(plain.removeprefix(person.family).split()))


def read_article(line: str, place: int) -> Reading:
    name, *parts = [part.strip() for part in line.split(",")]
    said = {part.split()[0]: part.split(None, 1)[1] for part in parts if part.split()[0] in KEYS}
    title = next((part for part in parts if part.split()[0] not in said), "")
    beside = [read_person(other) for other in said.get("with", "").split(" and ") if other]
    reading = make_reading(
        f"articles/{place}.txt",
        read_person(name, title=title, countries=tuple(said.get("of", "").split())),
        *beside,
        headline=f"Headline {place}",
        countries=dict.fromkeys(said.get("about", "").split(), True),
        told=[Told(day, "It happened.", topics=(kind,), people=(0,)) for day, kind in [said["told"].split()]]
        if "told" in said
        else (),
        published=said.get("on", "2024-05-01"),
    )
    return tell_of(reading, said["says"].replace(";", ",")) if "says" in said else reading


def judge(lines: tuple[str, ...], order: tuple[int, ...]) -> str:
    readings = [read_article(lines[place], place) for place in order]
    entities = resolve(readings, (), load_lexicon())
    left, right = (entities.person_ids[order.index(place)][0] for place in (0, 1))
    if left == right:
        return "same"
    doubts = {person.id: {other for other, _ in person.undecided} for person in entities.people}
    assert (right in doubts[left]) == (left in doubts[right])
    return "undecided" if right in doubts[left] else "different"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_names_are_joined_as_a_careful_editor_joins_them(case: Case) -> None:
    assert case.verdict in VERDICTS
    assert judge(case.lines, tuple(range(len(case.lines)))) == case.verdict


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_order_of_articles_does_not_matter(case: Case) -> None:
    orders = list(permutations(range(len(case.lines))))[:6]
    assert {judge(case.lines, order) for order in orders} == {case.verdict}


def test_there_are_cases_of_each_verdict() -> None:
    assert len(CASES) >= 100
    assert {case.verdict for case in CASES} == set(VERDICTS)


def read_pairs() -> list[Case]:
    """The cases of `pairs/*.txt`: a line each, with the verdict in front of two articles."""
    return [
        Case(f"{path.stem}: {pair}", verdict, tuple(part.strip() for part in pair.split("|")))
        for path in sorted((FOLDER / "pairs").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
        for verdict, pair in [line.split(": ", 1)]
    ]


PAIRS = read_pairs()


@pytest.mark.parametrize("case", PAIRS, ids=lambda case: case.name)
def test_pairs_of_many_languages(case: Case) -> None:
    """No pair that is two people is merged, one person's spellings are, and what is undecided is left to the editor."""
    found = judge(case.lines, tuple(range(len(case.lines))))
    if case.verdict == "different":
        assert found != "same"
    else:
        assert found == case.verdict
