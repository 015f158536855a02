"""Makes clippings for measurements: any number, one after the other, the same ones for the same seed.

The texts are put together from the parts in `words/`; persons, outlets and towns are made up, and met as often as in
the news: a few in every tenth article, most of them once (Zipf's law). A clipping has 0.5 to 4 kB, and looks as one of
twenty kinds of source have it (`layouts.py`). One in thirty has the text of an earlier one, as two outlets print the
same agency. What each speaks of is known, so that a generator which wants its tags typed gets them.

    PYTHONPATH=tests python -m benchmarks.clippings 20000 FOLDER        writes FOLDER/000/000000.txt …
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from benchmarks.cast import Country, Person, rank_countries, rank_people, read_words
from benchmarks.layouts import LAYOUTS

FIRST_DAY = date(2012, 1, 1)
DAYS = 366 * 10
"""The years that the archive covers."""


STRANGERS = 0.2
"""How often somebody is met who is of no country that the article is about."""


@dataclass(frozen=True)
class Story:
    """What an article says, before it is laid out."""

    number: int
    headline: str
    day: date
    """When it was published."""
    outlet: str
    author: str
    people: tuple[Person, ...]
    countries: tuple[Country, ...]
    paragraphs: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where it was written."""
        return self.countries[0].capital

    @property
    def text(self) -> str:
        """The body."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True)
class Clipping:
    """A story with the file that was saved of it."""

    name: str
    raw: str
    story: Story


def make_clippings(count: int, seed: int = 1) -> Iterator[Clipping]:
    """That many clippings; a larger number begins with the same ones."""
    return (make_clipping(number, seed) for number in range(count))


def make_clipping(number: int, seed: int = 1) -> Clipping:
    """The clipping of this number, which depends on no other."""
    chance = random.Random(f"{seed} {number}")
    story = make_story(number, seed)
    if number and chance.random() < 1 / 30:
        earlier = make_story(number - chance.randint(1, min(number, 50)), seed)
        story = replace(earlier, number=number, outlet=story.outlet, author=story.author)
    return Clipping(f"{number:06}", chance.choice(LAYOUTS)(story), story)


def make_story(number: int, seed: int = 1) -> Story:
    """What the clipping of this number tells, unless it repeats another."""
    chance = random.Random(f"story {seed} {number}")
    countries = rank_countries().pick(chance, chance.randint(2, 3))
    people = rank_people().pick(
        chance, chance.randint(2, 5), fits=lambda person: person.home in countries or chance.random() < STRANGERS
    )
    countries = list(dict.fromkeys([*countries, *(person.home for person in people)]))
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    writer = _Writer(chance, people, countries, day)
    author = rank_people().pick(chance, 1)[0].name
    return Story(
        number=number,
        headline=writer.write("headlines"),
        day=day,
        outlet=chance.choice(read_words("outlets")),
        author=author,
        people=tuple(people),
        countries=tuple(countries),
        paragraphs=writer.write_paragraphs(),
    )


class _Writer:
    """Fills the sentences of one article."""

    def __init__(self, chance: random.Random, people: list[Person], countries: list[Country], day: date) -> None:
        self._chance, self._people, self._countries, self._day = chance, people, countries, day
        self._topics = chance.sample(read_words("topics"), 2)

    def write_paragraphs(self) -> tuple[str, ...]:
        """The body: the first sentences name everybody, the last all countries, the others as it comes."""
        sentences = [self._name(person) for person in self._people]
        length = min(32, max(2, round(self._chance.lognormvariate(2.55, 0.6))))
        sentences += [self.write("sentences") for _ in range(length)]
        sentences.append(f"The matter concerns {' and '.join(country.name for country in self._countries)}.")
        return tuple(" ".join(sentences[start : start + 2]) for start in range(0, len(sentences), 2))

    def _name(self, person: Person) -> str:
        return f"{person.title} {person.name} of {person.home.name} spoke about {self._topics[0]}."

    def write(self, kind: str) -> str:
        """One line of a word list, filled."""
        chance = self._chance
        one, two = chance.sample(self._people, 2)
        home, abroad = chance.sample(self._countries, 2)
        line = chance.choice(read_words(kind)).format(
            one=one,
            two=two,
            home=home,
            abroad=abroad,
            town=chance.choice(home.towns),
            topic=chance.choice(self._topics),
            body=chance.choice(read_words("bodies")),
            then=self._day - timedelta(days=chance.randrange(900)),
            number=chance.randrange(3, 900),
            age=self._day.year - one.born,
        )
        return line[0].upper() + line[1:]


def choose_edited(count: int) -> Clipping:
    """One in the middle of so many, whose last paragraph stands in one line."""
    later = (make_clipping(number) for number in range(count // 2, count))
    return next(clipping for clipping in later if clipping.story.paragraphs[-1] in clipping.raw)


def locate(folder: Path, clipping: Clipping) -> Path:
    """Where a clipping belongs, without the ending of its name: a thousand are in one folder."""
    return folder / f"{clipping.story.number // 1000:03}" / clipping.name


def write_clippings(folder: Path, count: int) -> None:
    """Write the raw clippings."""
    for clipping in make_clippings(count):
        path = locate(folder, clipping).with_suffix(".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(clipping.raw, encoding="utf-8")


if __name__ == "__main__":
    write_clippings(Path(sys.argv[2]), int(sys.argv[1]))
