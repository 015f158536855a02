"""Whom an archive means by a name: by any spelling of it, by a part of it, or by the id of a page."""

from collections.abc import Collection, Sequence

from rapidfuzz import fuzz, process

from newsgen.lexicon.slugs import fold_name
from newsgen.records.entities import Person

_NEAR = 70
"""How like, of 100, a name must be to be suggested for another."""


class Names:
    """The people of an archive by what they are called."""

    def __init__(self, people: Sequence[Person]) -> None:
        ranked = sorted(people, key=_rank)
        self._shown = {person.id: person.name for person in ranked}
        self._ranks = {person.id: rank for rank, person in enumerate(ranked)}
        self._ids: dict[str, set[str]] = {}
        for person in people:
            for text in (person.name, *(spelling.text for spelling in person.spellings)):
                self._ids.setdefault(fold_name(text), set()).add(person.id)

    def find(self, name: str) -> tuple[str, ...]:
        """Ids of those who are called so, those named in most articles first; of an id, that one."""
        return (name,) if name in self._shown else self._order(self._ids.get(fold_name(name), ()))

    def find_bearers(self, part: str) -> tuple[str, ...]:
        """Ids of those of whose name, in one spelling, these are words; in the same order."""
        words = frozenset(fold_name(part).split())
        return self._order(
            {own for text, ids in self._ids.items() if words and words <= frozenset(text.split()) for own in ids}
        )

    def _order(self, ids: Collection[str]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=self._ranks.__getitem__))

    def show(self, identity: str) -> str:
        """The name shown of the person with this id."""
        return self._shown[identity]

    def find_nearest(self, name: str) -> str | None:
        """The name shown of the one whose name is most like this one; None if nobody's is."""
        found = process.extractOne(fold_name(name), sorted(self._ids), scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR)
        return self._shown[min(self._ids[found[0]])] if found else None


def _rank(person: Person) -> tuple[bool, int, str]:
    return not person.has_page, -len(person.members), person.id
