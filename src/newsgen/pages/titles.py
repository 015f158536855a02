"""Titles and offices of a person, each with the language in which articles write it."""

from collections import Counter

from newsgen.pages.directory import Directory
from newsgen.records.entities import Person
from newsgen.records.site import Ref


def tell_titles(directory: Directory, person: Person, most: int) -> tuple[Ref, ...]:
    """The titles most used, so many at most."""
    return tuple(Ref(text=title, lang=find_language(directory, person, title)) for title in person.titles[:most])


def find_language(directory: Directory, person: Person, title: str) -> str:
    """The language of most articles that write the title; empty where one writes it in that of the interface."""
    if not any(directory.foreign(directory.brief(position).language) for position, _ in person.members):
        return ""
    languages: Counter[str] = Counter()
    for position, local in person.members:
        reading = directory.article(position).reading
        if title in reading.people[local].titles:
            languages[directory.foreign(reading.article.language)] += 1
    if not languages or "" in languages:
        return ""
    return min(languages, key=lambda language: (-languages[language], language))
