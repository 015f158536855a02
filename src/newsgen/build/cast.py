"""Who is in an archive, by every name that its articles write."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from newsgen.lexicon.slugs import fold_name, make_slug
from newsgen.records.entities import Person
from newsgen.records.reading import Reading

_NEAR = 70
"""How like, of 100, a name must be to be suggested for another."""
_SUGGESTED = 3


def count_articles(person: Person) -> int:
    """In how many articles the person is named or listed."""
    return len({article for article, _ in person.members}.union(person.listed_in))


class Cast:
    """The names of an archive, and whom they mean."""

    def __init__(self, people: Sequence[Person], readings: Sequence[Reading]) -> None:
        """Of people as they were resolved from the readings."""
        self._bearers: dict[str, Person] = {}
        by_fame = sorted(people, key=lambda person: (-count_articles(person), person.id))
        for person in by_fame:
            self._bearers.setdefault(fold_name(person.name), person)
        for person in by_fame:
            for text in write_names(person, readings):
                self._bearers.setdefault(fold_name(text), person)
        names = (name for person in people for name in {fold_name(text) for text in _list_names(person, readings)})
        self._bearing = Counter(names)
        self._articles = tuple(reading.article.text for reading in readings)
        self._texts: dict[str, str] = {}
        for reading in readings:
            for text in _find_names(reading):
                self._texts.setdefault(fold_name(text), text)

        self._names = {person.id: person.name for person in people}
        self._slugs = {make_slug(text, "person"): text for text in reversed(self._texts.values())}

    def name_of(self, key: str) -> str | None:
        """The name that an id stands for: that of a page, the slug of a name, or a name itself."""
        if fold_name(key) in self._texts:
            return key if " " in key else self._texts[fold_name(key)]
        return self._names.get(key) or self._slugs.get(key)

    def find(self, name: str) -> Person | None:
        """Who is called so: the one who is shown under the name, or else the one with most articles."""
        return self._bearers.get(fold_name(name))

    def is_shared(self, name: str) -> bool:
        """Whether several people are called so."""
        return self._bearing[fold_name(name)] > 1

    def is_known(self, name: str) -> bool:
        """Whether an article writes the name, be it as that of a person or not."""
        return fold_name(name) in self._texts

    def is_written(self, name: str) -> bool:
        """Whether an article holds these very words, whatever they are taken for."""
        return any(name in text for text in self._articles)

    def suggest(self, name: str) -> tuple[str, ...]:
        """Names of the archive that are much like this one, the nearest first."""
        found = process.extract(
            fold_name(name), list(self._texts), scorer=fuzz.token_sort_ratio, limit=_SUGGESTED, score_cutoff=_NEAR
        )
        return tuple(self._texts[key] for key, _, _ in found)


def _list_names(person: Person, readings: Sequence[Reading]) -> tuple[str, ...]:
    return (person.name, *write_names(person, readings))


def write_names(person: Person, readings: Sequence[Reading]) -> tuple[str, ...]:
    """All ways in which articles write the name, the most usual first, those with a title last."""
    forms = (form for article, place in person.members for form in readings[article].people[place].forms)
    return tuple(dict.fromkeys((*(spelling.text for spelling in person.spellings), *sorted(set(forms)))))


def _find_names(reading: Reading) -> Iterator[str]:
    """What an article calls anybody, or what may be somebody's name in it."""
    for person in reading.people:
        yield person.name
        yield from person.forms
    yield from reading.article.listed_people
    for mention in reading.unresolved:
        yield mention.surface
