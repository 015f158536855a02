"""Notes for the editor: what newsgen left open in an archive, and how to settle it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from newsgen.build.alike import describe
from newsgen.build.english import english
from newsgen.build.places import Places
from newsgen.errors import Diagnostic
from newsgen.language import list_reasons
from newsgen.lexicon.gazetteer import Gazetteer
from newsgen.lexicon.slugs import fold_name
from newsgen.records.archive import Archive
from newsgen.records.article import Article
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading, UnresolvedMention

PEOPLE_FILE = "people.yaml"

FindPlaces: TypeAlias = Callable[[int], Places]
"""Gives, by its position, where what an article says stands in its clipping."""


def find_notes(
    readings: Sequence[Reading],
    places: FindPlaces,
    archive: Archive,
    judgements: Sequence[Judgement],
    gazetteer: Gazetteer,
) -> Iterator[Diagnostic]:
    """A note for each article without a date, each name left open, each impossible date, each pair of people who may
    be one.

    The archive may be without the drafts that are among the readings.
    """
    nobody = {spelling for judgement in judgements if not judgement.person for spelling in _spellings(judgement)}
    for position, reading in enumerate(readings):
        yield from _ask_for_date(reading.article)
        if reading.unresolved or reading.impossible:
            found = places(position)
            yield from _tell_unresolved(reading, found, nobody)
            yield from _tell_impossible(reading, found)
    shown = [readings[placed.position] for placed in archive.placed]  # drafts may have been left out of the archive
    yield from _tell_undecided(archive, shown, gazetteer)


def drop_answered(
    diagnostics: Iterable[Diagnostic], readings: Sequence[Reading], judgements: Sequence[Judgement]
) -> Iterator[Diagnostic]:
    """The messages without those that call a judgement useless which settles a name that newsgen leaves open."""
    left_open = {fold_name(mention.surface) for reading in readings for mention in reading.unresolved}
    used = {entry.find(entry.name)[0] for entry in judgements if not left_open.isdisjoint(_spellings(entry))}
    for item in diagnostics:
        if item.code != "unknown-name" or item.path != PEOPLE_FILE or item.line not in used:
            yield item


def _spellings(judgement: Judgement) -> Iterator[str]:
    """The folded names that the entry speaks of."""
    return map(fold_name, (judgement.name, *judgement.also))


def _ask_for_date(article: Article) -> Iterator[Diagnostic]:
    if article.published is None:
        message, hint = "no date of publication was found", "add `published:` in front matter"
        yield Diagnostic(article.path, 0, 0, "note", "no-date", message, hint)
    elif article.published.startswith("XXXX"):
        message = f"the year of publication is not known, only {article.published}"
        yield Diagnostic(article.path, 0, 0, "note", "no-date", message, "add `published:` in front matter")


def _tell_unresolved(reading: Reading, places: Places, nobody: set[str]) -> Iterator[Diagnostic]:
    """A note for each name that is left open, once, unless front matter or `people.yaml` settles it."""
    settled = nobody.copy()
    listed = {word for name in reading.article.listed_people for word in fold_name(name).split()}
    for mention in reading.unresolved:
        name = fold_name(mention.surface)
        if name in settled or name.rsplit(" ", 1)[-1] in listed:
            continue
        settled.add(name)
        place = places.find(mention.start, mention.end)
        line, column = (place.line, place.column) if place else (0, 0)
        message, hint = _ask_who(mention, reading)
        yield Diagnostic(reading.article.path, line, column, "note", "unresolved-mention", message, hint)


def _tell_impossible(reading: Reading, places: Places) -> Iterator[Diagnostic]:
    """A note for each day that no calendar has, and each time that would end before it begins."""
    for start, end in reading.impossible:
        place = places.find(start, end)
        line, column = (place.line, place.column) if place else (0, 0)
        surface = " ".join(reading.article.text[start:end].split())
        message = f"“{surface}” is no possible date, so it dates no event"
        hint = "look it up at the source, and correct it if the copy is wrong; else there is nothing to do"
        yield Diagnostic(reading.article.path, line, column, "note", "impossible-date", message, hint)


def _ask_who(mention: UnresolvedMention, reading: Reading) -> tuple[str, str]:
    """What is open about a name, and what to do about it."""
    if mention.reason == "person-or-not":
        hint = "if it is one, list it under `people:` in front matter; if not, enter it in people.yaml: `person: false`"
        return f"“{mention.surface}” may be a person's name", hint
    last = fold_name(mention.surface).rsplit(" ", 1)[-1]
    bearers = [person.name for person in reading.people if last in fold_name(person.name).split()]
    meant = " or ".join(bearers) if len(bearers) > 1 else "one of several people of this article"
    return f"“{mention.surface}” may be {meant}", "list who is meant under `people:` in front matter"


def _tell_undecided(archive: Archive, readings: Sequence[Reading], gazetteer: Gazetteer) -> Iterator[Diagnostic]:
    """A note for each pair of people who may be one."""
    people = {entry.person.id: entry for entry in archive.people}
    for entry in archive.people:
        for other, link in entry.person.undecided:
            if entry.person.id < other and other in people:
                told = "; ".join(list_reasons(english(), link.evidence, gazetteer.name_of))
                reasons = f": {told}" if told else ""
                names = [f"“{one.person.name}”" for one in (entry, people[other])]
                if len(set(names)) == 1:
                    told_by = (describe(one, readings, gazetteer.name_of) for one in (entry, people[other]))
                    names = [f"{name} ({told})" for name, told in zip(names, told_by, strict=True)]
                message = f"{' and '.join(names)} may be one person{reasons}"
                hint = "let `newsgen people` decide, or people.yaml: the other under `also` if one, under `not` if two"
                yield Diagnostic(PEOPLE_FILE, 0, 0, "note", "undecided-person", message, hint)
