from msgspec.structs import replace

from factories import make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import LocalPerson
from newsgen.resolve import resolve

STORY = tuple(map(make_person, ("Ann Zubrick", "Lou Marchetti", "Ed Tollefson")))


def bear(name: str, given: str) -> LocalPerson:
    """A Halvorsen, split as articles are read: what stands behind the family name is part of neither."""
    return replace(make_person("Ann Halvorsen"), name=name, given=(given,))


def count(*casts: tuple[LocalPerson, ...]) -> int:
    """The persons of the family that the articles come to."""
    readings = [
        make_reading(f"articles/{n}.txt", *cast, *STORY, headline=f"No {n}", countries={"US": True})
        for n, cast in enumerate(casts)
    ]
    return sum("Halvorsen" in person.name for person in resolve(readings, (), load_lexicon()).people)


def test_in_one_story_jr_may_be_left_out() -> None:
    assert count((bear("Raymond Halvorsen Jr", "Raymond"),), (bear("Raymond Halvorsen", "Raymond"),)) == 1


def test_where_the_father_stands_by_jr_is_not_left_out() -> None:
    father, son = bear("Raymond Halvorsen Sr", "Raymond"), bear("Raymond Halvorsen Jr", "Raymond")
    assert count((father, son), (bear("Raymond Halvorsen", "Raymond"),)) == 3


def test_a_suffix_is_one_in_every_language() -> None:
    assert count((bear("Karim Halvorsen fils", "Karim"),), (bear("Karim Halvorsen Jr", "Karim"),)) == 1
    assert count((bear("Karim Halvorsen père", "Karim"),), (bear("Karim Halvorsen hijo", "Karim"),)) == 2
