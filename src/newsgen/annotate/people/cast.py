"""The cast of an article: its persons, and by which words the text calls each of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Key
from newsgen.annotate.people.grouping import group_names
from newsgen.lexicon.names import Gender, Names

_MOST_NAMESAKES = 20
"""If more persons of a text bear a name, it tells nobody apart; and each look-up stays short."""


class Found(NamedTuple):
    """A candidate that is a person's name, and the rule that says so."""

    candidate: Candidate
    rule: str


@dataclass(slots=True)
class Figure:
    """One person, as far as the text has told."""

    genders: set[Gender] = field(default_factory=set)
    royal: bool = False
    last_seen: int = -1
    """Where the latest mention begins."""

    def may_be(self, candidate: Candidate) -> bool:
        """Whether the title before a mention allows that it means this person."""
        title = candidate.title
        if title is None:
            return True
        if "royal" in title.kinds and not self.royal:
            return False
        return title.gender is None or not self.genders or title.gender in self.genders

    def note(self, candidate: Candidate) -> None:
        """Takes in what a mention tells."""
        self.last_seen = candidate.start
        if candidate.title is not None:
            self.royal |= "royal" in candidate.title.kinds
            if candidate.title.gender:
                self.genders.add(candidate.title.gender)


@dataclass(slots=True)
class Cast:
    """All persons of an article, numbered."""

    numbers: dict[Key, int]
    """By full name as written."""
    figures: list[Figure]
    by_family: dict[Key, list[int]] = field(default_factory=dict)
    """By each shorter form that ends the name, or stands in the middle of it."""
    by_given: dict[str, list[int]] = field(default_factory=dict)

    def recognise(self, candidate: Candidate) -> int | None:
        """The number of the person whom a mention means, or None where that is not clear."""
        key = candidate.key
        if len(key) > 1 and key in self.numbers:
            return self.numbers[key]
        fitting = [n for n in self.by_family.get(key, ()) if self.figures[n].may_be(candidate)]
        if not fitting and len(key) == 1:
            fitting = [n for n in self.by_given.get(key[0], ()) if self.figures[n].may_be(candidate)]
            return fitting[0] if len(fitting) == 1 else None
        if len(fitting) > 1:
            fitting = [max(fitting, key=lambda n: self.figures[n].last_seen)]
            return fitting[0] if self.figures[fitting[0]].last_seen >= 0 else None
        return fitting[0] if fitting else None

    def admit(self, candidate: Candidate) -> None:
        """Makes a person of a single name with a title, unless it fits one who is known by a full name."""
        if self.recognise(candidate) is None:
            self.figures.append(Figure())
            self.figures[-1].note(candidate)
            self.by_family.setdefault(candidate.key, []).append(len(self.figures) - 1)


def gather_cast(found: Iterable[Found], names: Names) -> Cast:
    """The cast of the persons found by their own evidence."""
    items = sorted(found, key=lambda item: item.candidate.start)
    full = [item.candidate for item in items if len(item.candidate.key) > 1]
    numbers = group_names(candidate.key for candidate in full)
    cast = Cast(numbers, [Figure() for _ in range(max(numbers.values(), default=-1) + 1)])
    for candidate in full:
        cast.figures[numbers[candidate.key]].note(candidate)
    _index_words(cast, names)
    for item in items:
        if len(item.candidate.key) == 1:
            cast.admit(item.candidate)
    for figure in cast.figures:
        figure.last_seen = -1
    return cast


def _index_words(cast: Cast, names: Names) -> None:
    """Fills the look-ups by family and given name."""
    families: dict[Key, dict[int, None]] = defaultdict(dict)
    given: dict[str, dict[int, None]] = defaultdict(dict)
    for key, number in cast.numbers.items():
        for form in short_forms(key, names):
            families[form][number] = None
        given[key[0]][number] = None
    cast.by_family = {form: list(numbers) for form, numbers in families.items() if len(numbers) <= _MOST_NAMESAKES}
    cast.by_given = {word: list(numbers) for word, numbers in given.items() if len(numbers) == 1}


def short_forms(key: Key, names: Names) -> list[Key]:
    """The forms by which later mentions may call the person, the given name aside: `zeine`, `lamine zeine`."""
    bare = key[:-1] if key[-1] in names.suffixes and len(key) > 2 else key
    forms = [bare[n:] for n in range(1, len(bare))]
    forms.extend(key[n:] for n in range(1, len(key) - 1) if bare != key)
    head, mark, rest = bare[-1].partition("-")
    if mark and head in names.joined_particles:
        forms.append((rest,))
    return [form for form in forms if form[0] not in names.suffixes]
