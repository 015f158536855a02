"""Who and what the made-up news speaks of: people, countries and words, the few often and the many seldom."""

import random
from bisect import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, product
from pathlib import Path
from typing import Generic, TypeVar

Item = TypeVar("Item")

WORDS = Path(__file__).parent / "words"

PEOPLE = 60_000
"""So many that a larger archive always names some more of them."""

FAMILIES = 8_000
"""So few that a family name often belongs to several."""


@dataclass(frozen=True)
class Country:
    """A country with what an article about it says."""

    name: str
    capital: str
    demonym: str
    towns: tuple[str, ...]
    """Made-up places."""


@dataclass(frozen=True)
class Person:
    """Somebody made up."""

    name: str
    title: str
    born: int
    home: Country

    @property
    def last(self) -> str:
        return self.name.rpartition(" ")[2]


class Ranking(Generic[Item]):
    """Things of which the one at rank r is met 1/r as often as the first: Zipf's law."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._sums = list(accumulate(1 / rank for rank in range(1, len(items) + 1)))

    def pick(self, chance: random.Random, count: int, *, fits: Callable[[Item], bool] = lambda _: True) -> list[Item]:
        """That many different ones that fit, in the order in which they were met."""
        met: dict[int, Item] = {}
        while len(met) < count:
            rank = bisect(self._sums, chance.random() * self._sums[-1])
            if fits(self._items[rank]):
                met[rank] = self._items[rank]
        return list(met.values())


@cache
def read_words(name: str) -> tuple[str, ...]:
    """The lines of a word list."""
    return tuple((WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines())


@cache
def rank_people() -> Ranking[Person]:
    """Everybody there is; the same people in every run."""
    chance = random.Random("people")
    families = chance.sample(_name_families(), FAMILIES)
    given = " ".join(read_words("given")).split()
    names = dict.fromkeys(f"{chance.choice(given)} {chance.choice(families)}" for _ in range(PEOPLE))
    titles = read_words("titles")
    homes = rank_countries()
    return Ranking(
        [
            Person(name, chance.choice(titles), born=chance.randrange(1935, 1985), home=homes.pick(chance, 1)[0])
            for name in names
        ]
    )


@cache
def rank_countries() -> Ranking[Country]:
    """The countries, with three made-up towns each."""
    chance = random.Random("countries")
    rows = [line.split("\t") for line in (WORDS / "countries.tsv").read_text(encoding="utf-8").splitlines()]
    families = _name_families()
    return Ranking([Country(*row, tuple(f"{name}ville" for name in chance.sample(families, 3))) for row in rows])


def _name_families() -> list[str]:
    starts, middles, ends = (line.split() for line in read_words("syllables"))
    return ["".join(parts).replace("-", "").title() for parts in product(starts, middles, ends)]
