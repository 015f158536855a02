"""What is held is what would be made, and is made again only if it is made of something else."""

import pytest

from newsgen.holding import NOTHING_HELD, Held, Holding
from newsgen.records.texts import SameText


class Maker:
    """Makes letters large, and notes which it made."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        self.made: list[str] = []

    def make(self, place: int = 0) -> str:
        self.made.append(self.letters[place])
        return self.letters[place].upper()

    def take_each(self, held: Holding) -> tuple[str, ...]:
        return held.each("each", ((letter.casefold(), letter) for letter in self.letters), self.make)

    def take_whole(self, held: Holding, *, holds: bool = True) -> str:
        return held.whole("whole", (self.letters,), self.make, holds=lambda _: holds)


@pytest.mark.parametrize("held", [NOTHING_HELD, Held()], ids=["nothing held", "held"])
def test_in_order_comes_what_is_made(held: Holding) -> None:
    assert Maker("cab").take_each(held) == ("C", "A", "B")
    assert Maker("bca").take_each(held) == ("B", "C", "A")
    assert Maker("b").take_whole(held) == "B"


def test_only_what_is_new_is_made() -> None:
    """Fails if it is found by its place, or if what went away stays held."""
    held = Held()
    assert [(maker := Maker(letters)).take_each(held) and maker.made for letters in ("abc", "cxb", "abx")] == [
        ["a", "b", "c"],
        ["x"],
        ["a"],
    ]


def test_what_is_told_by_the_same_name_but_made_of_something_else_is_made_anew() -> None:
    held = Held()
    Maker("ab").take_each(held)
    other = Maker("aB")
    assert (other.take_each(held), other.made) == (("A", "B"), ["B"])


def test_a_whole_is_made_once_of_the_same() -> None:
    held, again, other = Held(), Maker("a"), Maker("b")
    Maker("a").take_whole(held)
    assert (again.take_whole(held), again.made) == ("A", [])
    assert (other.take_whole(held), other.made) == ("B", ["b"])


def test_a_whole_that_does_not_hold_is_made_again() -> None:
    held, again = Held(), Maker("a")
    Maker("a").take_whole(held)
    assert (again.take_whole(held, holds=False), again.made) == ("A", ["a"])


def test_what_is_shared_is_of_all() -> None:
    """Fails if something stays held that was made of something else that is not told of each."""
    held, again = Held(), Maker("a")
    held.share("en", 1)
    Maker("a").take_whole(held)
    Maker("a").take_each(held)
    held.share("en", 1)
    assert (again.take_whole(held), again.take_each(held), again.made) == ("A", ("A",), [])
    held.share("fr", 1)
    assert (again.take_whole(held), again.take_each(held), again.made) == ("A", ("A",), ["a", "a"])


def test_of_a_record_the_parts_that_are_equal_are_the_very_same() -> None:
    held = Held()
    first, second = (SameText(article=10**6 + 1, likeness=likeness) for likeness in (0.25, 0.5))
    assert held.same("text", first) == first
    kept = held.same("text", second)
    assert kept == second
    assert kept.article is first.article
