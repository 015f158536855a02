"""Titles and offices of a person, each with the language in which articles write it."""

from newsgen.pages.directory import Directory
from newsgen.records.archive import PersonEntry
from newsgen.records.site import Ref


def tell_titles(directory: Directory, entry: PersonEntry, most: int) -> tuple[Ref, ...]:
    """The titles most used, so many at most."""
    return tuple(Ref(text=title, lang=find_language(directory, entry, title)) for title in entry.person.titles[:most])


def find_language(directory: Directory, entry: PersonEntry, title: str) -> str:
    """The language of most articles that write one of the titles; empty where one writes it in the interface's."""
    written = dict(zip(entry.person.titles, entry.title_languages, strict=True))[title]
    foreign = [directory.foreign(language) for language in written]
    return "" if "" in foreign else next(iter(foreign), "")
