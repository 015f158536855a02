"""Under which names a withheld person stands in the clippings."""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.entities import Entities, Person
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.withhold.words import Run, split_words


class Names(Record):
    """The names of withheld people, as runs of folded words."""

    people: tuple[Person, ...]
    """Who is meant."""
    everywhere: tuple[Run, ...]
    """Full names that nobody else bears: they are covered in every clipping."""
    within: tuple[tuple[int, tuple[Run, ...]], ...]
    """For an article that speaks of one of them, the names that are covered there, the mere family name too."""
    spared: tuple[tuple[int, tuple[Run, ...]], ...]
    """For such an article, the full names of others in it, who may have the same family name."""
    doubtful: tuple[Person, ...]
    """Others who may be the same, and stay."""


def gather_names(
    what: str, entities: Entities, readings: Sequence[Reading], judgements: Iterable[Judgement] = ()
) -> Names:
    """The names of those whom the entry means: everybody who is called so."""
    meant = _find_meant(what, entities.people, judgements)
    ids = {person.id for person in meant}
    near = {other for person in meant for other, _ in person.undecided} - ids
    strays = [person for person in entities.people if person.id in near and not person.has_page]
    withheld = (*meant, *strays)
    ids.update(person.id for person in strays)
    others = {run for person in entities.people if person.id not in ids for run in _list_full(_list_texts(person))}
    names = _list_full([what, *(text for person in withheld for text in _list_texts(person))])
    articles = sorted({article for person in withheld for article in _list_articles(person)})
    return Names(
        people=meant,
        everywhere=tuple(sorted(names - others)),
        within=tuple((article, tuple(sorted(_name_within(article, withheld, readings)))) for article in articles),
        spared=tuple((article, tuple(sorted(_name_others(article, ids, entities, readings)))) for article in articles),
        doubtful=tuple(person for person in entities.people if person.id in near - ids),
    )


def _find_meant(what: str, people: Sequence[Person], judgements: Iterable[Judgement]) -> tuple[Person, ...]:
    """By slug or name; else by a spelling, be it one that `people.yaml` gives."""
    key = fold_name(what)
    named = tuple(person for person in people if what == person.id or fold_name(person.name) == key)
    by_id = tuple(person for person in named if person.id == what)
    if named:
        return by_id or named
    judged = {fold_name(entry.name) for entry in judgements if key in map(fold_name, entry.spellings)}
    return tuple(
        person
        for person in people
        if fold_name(person.name) in judged or any(fold_name(spelling.text) == key for spelling in person.spellings)
    )


def _list_texts(person: Person) -> tuple[str, ...]:
    return person.name, *(spelling.text for spelling in person.spellings)


def _list_full(texts: Iterable[str]) -> set[Run]:
    """Those of several words; a script without blanks writes them as one, a hyphen makes one of two."""
    runs = {text: split_words(text) for text in texts}
    return {
        run
        for text, run in runs.items()
        if len(run) > 1 and (len(text.split()) > 1 or all(len(word) == 1 for word in run))
    }


def _list_articles(person: Person) -> set[int]:
    return {article for article, _ in person.members}.union(person.listed_in)


def _name_within(article: int, people: Iterable[Person], readings: Sequence[Reading]) -> set[Run]:
    """All that means one of the people in one article that speaks of them."""
    runs: set[Run] = set()
    for person in people:
        if article in _list_articles(person):
            runs.update(split_words(text) for text in _list_texts(person))
            runs |= {split_words(readings[a].people[local].family) for a, local in person.members if a == article}
    return {run for run in runs if run}


def _name_others(article: int, ids: Collection[str], entities: Entities, readings: Sequence[Reading]) -> set[Run]:
    """The full names of everybody else in the article."""
    pairs = zip(readings[article].people, entities.person_ids[article], strict=True)
    return _list_full(form for local, own in pairs if own not in ids for form in (local.name, *local.forms))


def forget_judgements(judgements: Iterable[Judgement], names: Collection[Run]) -> tuple[Judgement, ...]:
    """The judgements without withheld names, which no article has any more."""
    kept = (entry for entry in judgements if not any(split_words(text) in names for text in entry.spellings))
    return tuple(
        msgspec.structs.replace(
            entry, different=tuple(text for text in entry.different if split_words(text) not in names)
        )
        for entry in kept
    )
