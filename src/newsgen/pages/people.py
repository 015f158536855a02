"""The pages of persons, and their index."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from newsgen.pages import urls
from newsgen.pages.directory import NO_SOURCE, Directory
from newsgen.pages.events import find_timelines, pick_events
from newsgen.pages.feeds import can_feed
from newsgen.pages.frame import make_frame
from newsgen.pages.listings import LONGEST, make_listing, plan_months
from newsgen.records.archive import Link, Person, PersonEntry, Spelling
from newsgen.records.output import Page
from newsgen.records.site import (
    IndexedPerson,
    JoinRow,
    PeopleGroup,
    PeoplePage,
    PersonPage,
    Ref,
    SpellingRow,
)

TOP = 20
"""Persons and countries named together that a page shows."""

_TRAIL = (("People", urls.PEOPLE),)


def plan_people(directory: Directory) -> Iterator[Page]:
    """A page for each person, listings by month where one has many articles, and the index."""
    for entry in directory.archive.people:
        person = entry.person
        if not person.has_page:
            continue
        here = urls.person_path(person.id)
        yield Page(
            path=here,
            template="person.html",
            shows=_make_page(directory, here, entry),
            made_from=f"the person {person.name}",
        )
        if len(entry.articles) > LONGEST:
            yield from plan_months(directory, here, person.name, entry.articles, trail=_TRAIL)
    yield Page(
        path=urls.PEOPLE,
        template="people.html",
        shows=PeoplePage(
            frame=make_frame(directory, urls.PEOPLE, "People"),
            groups=_group_by_letter(directory),
        ),
        made_from="the index of people",
    )


def _make_page(directory: Directory, here: str, entry: PersonEntry) -> PersonPage:
    """All that the page of a person shows."""
    person = entry.person
    return PersonPage(
        frame=make_frame(
            directory,
            here,
            person.name,
            description=_describe(person),
            trail=_TRAIL,
            feed=can_feed(directory, entry.articles),
        ),
        name=person.name,
        titles=person.titles,
        note=person.note or "",
        spellings=tuple(_show_spelling(directory, here, spelling) for spelling in _merge_capitals(person.spellings)),
        joins=tuple(_show_link(link) for link in person.links),
        undecided=tuple(
            _show_link(link, directory.person_ref(here, other))
            for other, link in person.undecided
            if other in directory.people
        ),
        listing=make_listing(directory, here, entry.articles, months=here if len(entry.articles) > LONGEST else ""),
        countries=directory.country_tallies(here, entry.countries, TOP),
        people=directory.people_tallies(here, entry.companions, TOP),
        events=pick_events(directory, here, entry.events, without=person.id),
        total_events=len(entry.events),
        timelines=find_timelines(directory, here, entry.events),
    )


def _describe(person: Person) -> str:
    """A line for search engines and previews."""
    titles = f", {', '.join(person.titles[:2])}" if person.titles else ""
    return f"{person.name}{titles}: articles, events and spellings of the name."


def _merge_capitals(spellings: Sequence[Spelling]) -> list[Spelling]:
    """The spellings; one in capitals (`TCHIANI`) counts for the one that it is in usual letters, if there is one."""
    usual = {one.text.casefold(): one.text for one in reversed(spellings) if not _in_capitals(one.text)}
    merged: dict[str, set[int]] = {}
    for spelling in spellings:
        text = usual.get(spelling.text.casefold(), spelling.text) if _in_capitals(spelling.text) else spelling.text
        merged.setdefault(text, set()).update(spelling.articles)
    rows = [Spelling(text=text, articles=tuple(sorted(articles))) for text, articles in merged.items()]
    return sorted(rows, key=lambda row: (-len(row.articles), row.text))


def _in_capitals(name: str) -> bool:
    """Whether a word of the name is in capitals; initials are not meant."""
    return any(len(word) > 2 and word.isupper() for word in name.replace(".", "").split())


def _show_spelling(directory: Directory, here: str, spelling: Spelling) -> SpellingRow:
    """A spelling with the outlets that use it."""
    sources = {directory.article(position).source for position in spelling.articles}
    refs = [directory.source_ref(here, source) or Ref(text=NO_SOURCE) for source in sources]
    return SpellingRow(
        text=spelling.text,
        sources=tuple(sorted(refs, key=lambda ref: (not ref.href, ref.text.casefold(), ref.href))),
        articles=len(spelling.articles),
    )


def _show_link(link: Link, other: Ref | None = None) -> JoinRow:
    """Why two spellings belong together, or may."""
    rule = "decided by the editor" if link.rule == "people.yaml" else link.rule.replace("-", " ")
    return JoinRow(left=link.left, right=link.right, rule=rule, evidence=link.evidence, other=other)


def _group_by_letter(directory: Directory) -> tuple[PeopleGroup, ...]:
    """All persons by family name, under its first letter; accents do not count."""
    rows = sorted(_make_rows(directory), key=lambda row: (collate(row.family), collate(row.before), row.href))
    groups: dict[str, list[IndexedPerson]] = {}
    for row in rows:
        letter = collate(row.family)[:1].upper()
        groups.setdefault(letter if letter.isalpha() else "#", []).append(row)
    return tuple(
        PeopleGroup(letter=letter, id=f"letter-{letter.lower() if letter != '#' else 'other'}", people=tuple(people))
        for letter, people in groups.items()
    )


def _make_rows(directory: Directory) -> Iterable[IndexedPerson]:
    """A row of the index for each person."""
    for entry in directory.archive.people:
        person = entry.person
        if not person.has_page:
            continue
        before, family, after = _split_name(directory, person)
        yield IndexedPerson(
            before=before,
            family=family,
            after=after,
            href=urls.link(urls.PEOPLE, urls.person_path(person.id)),
            title=person.titles[0] if person.titles else "",
            articles=len(entry.articles),
        )


def _split_name(directory: Directory, person: Person) -> tuple[str, str, str]:
    """The name parted around the family name, by the first article whose form of that the name shown has."""
    for article, local in person.members:
        family = directory.article(article).reading.people[local].family
        before, found, after = person.name.rpartition(family)
        if family and found:
            return before, found, after
    before, _, family = person.name.rpartition(" ")
    return f"{before} " if before else "", family, ""


def collate(text: str) -> str:
    """The text as it sorts: without accents, case and marks in front."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return plain.casefold().lstrip("'’‘-. ")
