import pytest

from factories import make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.resolve.gathering import gather_namings
from newsgen.resolve.givens import FORM, FULL, KIN, LIKELY, PARTLY, TWICE, GivenNames, align_names, may_align
from newsgen.resolve.namings import Name
from newsgen.resolve.trades import Trades
from sayings import say

LEXICON = load_lexicon()
NAMES = LEXICON.names


def read(text: str) -> Name:
    reading = make_reading("articles/a.txt", make_person(text))
    (name,) = gather_namings([reading], [frozenset()], NAMES, Trades([reading], LEXICON.trades)).names
    return name


def align(left: str, right: str) -> GivenNames:
    """How the given names align; from either side alike."""
    ours, theirs = read(f"{left} Tollefson"), read(f"{right} Tollefson")
    found = align_names(ours, theirs, NAMES)
    assert align_names(theirs, ours, NAMES) == found
    assert not found.points or may_align(ours, theirs)
    return found


@pytest.mark.parametrize(
    ("left", "right", "points", "rule"),
    [
        ("Anna", "Anna", FULL, "same-name"),
        ("Anna Maria", "Anna Maria", TWICE, "same-name"),
        ("Anna", "Anna Maria", FULL, "middle-name"),
        ("Maria", "Anna Maria", PARTLY, "given-names"),
        ("Jean", "Jean-Paul", PARTLY, "given-names"),
        ("J.", "James", 20, "initials"),
        ("James R.", "James Robert", FULL, "initials"),
        ("Khaled", "Khalid", FORM, "transliteration"),
        ("Ken", "Kenneth", KIN, "other-form"),
        ("Seun", "Oluwaseun", KIN, "other-form"),
        ("Momine", "Momin", LIKELY, "transliteration"),
        ("Batpiste", "Baptiste", 25, "misprint"),
    ],
)
def test_given_names_that_align(left: str, right: str, points: int, rule: str) -> None:
    assert (align(left, right).points, align(left, right).rule) == (points, rule)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anna", "Omar"),
        ("Maria", "Mario"),
        ("Christian", "Christiane"),
        ("Michel", "Michele"),
        ("Takashi", "Takeshi"),
        ("K.", "James"),
        ("George W.", "George H. W."),
        ("Rosa", "Rosario"),
        ("Ana", "Juliana"),
    ],
)
def test_given_names_of_two_people(left: str, right: str) -> None:
    assert align(left, right).points == 0


def test_what_is_told_names_both_as_written() -> None:
    assert say([align("Seun", "Oluwaseun").reason]) == ("given names Oluwaseun/Seun: may be two forms of one name",)
