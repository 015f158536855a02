"""What each look-up gives, in digests that hang on nothing but what is looked up.

Positions of articles and events change when others arrive; so digests and names have ids in their place. Of two things
each knows its own place among all others: what orders them is part of what is looked up.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from newsgen.canon import digest, digest_value, encode
from newsgen.pages.directory import Directory
from newsgen.pages.lookups import (
    ARTICLE,
    BRIEF,
    COUNTRY,
    EVENT,
    FEW,
    KINDS,
    NAME,
    NAMED,
    OUTLET,
    PERSON,
    SAID,
    SOURCE,
    SPELT,
    STEP,
    TELLING,
)
from newsgen.pages.namesakes import slug_of
from newsgen.pages.quotations import Place, Said
from newsgen.pages.threads import Threads, find_neighbours
from newsgen.records.archive import Archive
from newsgen.records.entities import Link, Person
from newsgen.records.output import Lookup
from newsgen.records.texts import SameText

_BY_POSITION = {ARTICLE: "article", BRIEF: "brief", EVENT: "event", TELLING: "telling"}


class Answers:
    """What the pages of an archive look up, and what they find."""

    def __init__(self, directory: Directory, threads: Threads, said: Said) -> None:
        archive = directory.archive
        self._directory, self._threads, self._said = directory, threads, said
        self._article_ids = [brief.id for brief in archive.briefs]
        self._event_ids = [event.id for event in archive.events]
        self._articles = {own: position for position, own in enumerate(self._article_ids)}
        self._events = {own: position for position, own in enumerate(self._event_ids)}
        # In the order of the events: where an article shares several with another, pages choose by it.
        self._told: dict[int, list[tuple[int, int]]] = {}
        for (position, number), event in directory.events.items():
            self._told.setdefault(position, []).append((number, event))
        self._rows = {timeline.options.id: row for timeline, row in threads.of_timeline}

    def open(self, archive: Archive) -> None:
        """Have the articles at hand, of an archive that is the same but for what only they themselves say."""
        self._directory.open(archive)

    @property
    def shared(self) -> str:
        """Digest of what any page may look at without being noted."""
        directory = self._directory
        # One that the archive itself gives stands in no `site.yaml`, and pages show its title.
        timelines = [timeline.options for timeline in directory.archive.timelines]
        return digest(directory.lexicon.digest, encode((directory.site, timelines)))

    def name(self, lookup: Lookup) -> str:
        """The name of a look-up, the same in each build: a kind and a key."""
        if isinstance(lookup, str):
            return lookup
        position, kind = divmod(lookup, KINDS)
        own = self._article_ids[position] if kind in (ARTICLE, BRIEF) else self._event_ids[position]
        return f"{_BY_POSITION[kind]} {own}"

    def find(self, name: str) -> bytes:
        """Digest of what a look-up of this name gives now."""
        kind, _, key = name.partition(" ")
        return digest_value(_TELL[kind](self, key))

    def _tell_few(self, person: str) -> Any:
        return self._list_articles(self._threads.of_person.get(person, ()))

    def _list_articles(self, positions: Iterable[int]) -> list[str]:
        return [self._article_ids[position] for position in positions]

    def _list_same(self, same: Iterable[SameText]) -> list[tuple[str, float]]:
        return [(self._article_ids[one.article], one.likeness) for one in same]

    def _tell_article(self, own: str) -> Any:
        """An article with the events that it tells, and those whom only its front matter names."""
        position = self._articles.get(own)
        if position is None:
            return None
        directory = self._directory
        told = [(number, self._event_ids[event]) for number, event in self._told.get(position, ())]
        archive, same = directory.archive, self._list_same(directory.archive.placed[position].same_text)
        return self._tell_brief(own), archive.origins[position], same, told, directory.listed.get(position)

    def _tell_brief(self, own: str) -> Any:
        position = self._articles.get(own)
        if position is None:
            return None
        brief = self._directory.archive.briefs[position]
        return replace(brief, same_text=()), self._list_articles(brief.same_text)

    def _tell_event(self, own: str) -> Any:
        """An event with its reports, and its place on timelines."""
        position = self._events.get(own)
        if position is None:
            return None
        directory = self._directory
        event, timelines = directory.archive.events[position], directory.timelines.get(position, ())
        reports = [(self._article_ids[report.article], replace(report, article=0)) for report in event.reports]
        places = [(timeline.options.id, directory.parts[timeline.options.id][own]) for timeline in timelines]
        return replace(event, reports=()), reports, places

    def _tell_telling(self, own: str) -> Any:
        """The articles that report an event, in order, with which of their reports do, and whether it is their news."""
        position = self._events.get(own)
        telling = None if position is None else self._threads.of_event.get(position)
        if telling is None:
            return None
        return [
            (self._article_ids[article], telling.reports[article], article in telling.news)
            for article in telling.row.articles
        ]

    def _tell_person(self, own: str) -> Any:
        entry = self._directory.people.get(own)
        if entry is None:
            return None
        events = [self._event_ids[position] for position in entry.events]
        person = self._tell_apart(entry.person)
        return (
            replace(entry, person=_NOBODY, articles=(), events=()),
            person,
            self._list_articles(entry.articles),
            events,
        )

    def _tell_apart(self, person: Person) -> Any:
        """A person with ids in place of positions."""
        rest = replace(person, spellings=(), members=(), links=(), undecided=(), listed_in=())
        spellings = [(spelling.text, self._list_articles(spelling.articles)) for spelling in person.spellings]
        members = [(self._article_ids[article], local) for article, local in person.members]
        links = [self._tell_link(link) for link in person.links]
        undecided = [(other, self._tell_link(link)) for other, link in person.undecided]
        return rest, spellings, members, links, undecided, self._list_articles(person.listed_in)

    def _tell_link(self, link: Link) -> Any:
        return replace(link, compared=()), self._list_articles(link.compared)

    def _tell_country(self, code: str) -> Any:
        entry = self._directory.countries.get(code)
        if entry is None:
            return None
        events = [self._event_ids[position] for position in entry.events]
        articles = self._list_articles(entry.articles), self._list_articles(entry.primary)
        return replace(entry, articles=(), primary=(), events=()), articles, events

    def _tell_source(self, own: str) -> Any:
        entry = self._directory.sources.get(own)
        return entry and (replace(entry, articles=()), self._list_articles(entry.articles))

    def _tell_outlet(self, own: str) -> Any:
        entry = self._directory.sources.get(own)
        return entry and replace(entry, articles=())

    def _tell_named(self, key: str) -> Any:
        """What a country or a person is called, and where there is a page."""
        directory = self._directory
        person, country = directory.people.get(key), directory.countries.get(key)
        if person is None:
            return country and country.id
        name = person.person.name
        return name, person.person.has_page or self._tell_name(slug_of(name))

    def _tell_spelt(self, person: str) -> Any:
        entry = self._directory.people.get(person)
        return entry and [spelling.text for spelling in entry.person.spellings]

    def _tell_name(self, slug: str) -> str | None:
        name = self._directory.names.get(slug)
        return name.slug if name else None

    def _tell_said(self, person: str) -> Any:
        def tell(places: Sequence[Place]) -> list[tuple[str, int]]:
            return [(self._article_ids[place.article], place.number) for place in places]

        return tell(self._said.by.get(person, ())), tell(self._said.about.get(person, ()))

    def _tell_step(self, key: str) -> Any:
        timeline, _, article = key.rpartition(" ")
        row, position = self._rows.get(timeline), self._articles.get(article)
        if row is None or position is None:
            return None
        beside = find_neighbours(self._directory, row, position)
        return [None if other is None else self._article_ids[other] for other in beside]


_NOBODY = Person(id="", name="", spellings=(), titles=(), members=())
"""Stands for a person who is told apart."""

# Not held by the answers themselves: they would hold themselves, and with them the archive, when the build is over.
_TELL: Mapping[str, Callable[[Answers, str], Any]] = {
    "article": Answers._tell_article,
    "brief": Answers._tell_brief,
    "event": Answers._tell_event,
    "telling": Answers._tell_telling,
    PERSON: Answers._tell_person,
    COUNTRY: Answers._tell_country,
    SOURCE: Answers._tell_source,
    OUTLET: Answers._tell_outlet,
    NAMED: Answers._tell_named,
    SPELT: Answers._tell_spelt,
    NAME: Answers._tell_name,
    SAID: Answers._tell_said,
    FEW: Answers._tell_few,
    STEP: Answers._tell_step,
}
"""By the kind of a look-up, what tells its answer."""
