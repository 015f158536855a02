"""By what articles hang together: events that several report, people whom few name, timelines.

A page must not grow stale because an article arrives that has nothing to do with it. So an article has as kin only
those that tell an event with it and were published nearest to it, and those that name somebody with it whom few name.
That also keeps the cost to a few looks an article.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsgen import edtf
from newsgen.pages.directory import Directory
from newsgen.pages.lookups import FEW, KINDS, STEP, TELLING, Lookups
from newsgen.records.archive import Timeline
from newsgen.records.entities import Event

_FEW = 12
"""Articles that name a person, at most, if it is to tell anything that two of them do."""
_NEAREST = 6
"""Reports of an event that are looked at, before an article and behind it."""


@dataclass(frozen=True, slots=True)
class Row:
    """Articles in the order in which they were published."""

    articles: Sequence[int]
    """Oldest first."""
    places: Mapping[int, int]
    """Where in it each of them stands."""

    def around(self, position: int) -> Iterator[int]:
        """Those that stand nearest to an article of the row."""
        place = self.places[position]
        yield from self.articles[max(0, place - _NEAREST) : place]
        yield from self.articles[place + 1 : place + 1 + _NEAREST]


@dataclass(frozen=True, slots=True)
class Telling:
    """An event, and the articles that report it."""

    row: Row
    """All of them."""
    reports: Mapping[int, Sequence[int]]
    """For each of them, its reports of the event."""
    news: frozenset[int]
    """Those that bring it as their news, as against recalling it."""


@dataclass(frozen=True, slots=True)
class Threads:
    """What articles hang together by; made once a build."""

    lookups: Lookups
    """Notes what is looked up by the methods."""
    of_event: Mapping[int, Telling]
    """For an event that several articles report, these."""
    of_person: Mapping[str, Sequence[int]]
    """For a person whom a few articles name, these."""
    of_timeline: Sequence[tuple[Timeline, Row]]
    """Each timeline with the articles that report its events and whose date is known."""

    def telling(self, event: int) -> Telling | None:
        """All that report an event; None if that is one article only."""
        self.lookups.add(TELLING + KINDS * event)
        return self.of_event.get(event)

    def neighbours(self, directory: Directory, number: int, position: int) -> tuple[int | None, int | None]:
        """The articles in front of one and behind it in a timeline, by its number."""
        timeline, row = self.of_timeline[number]
        self.lookups.add(f"{STEP} {timeline.options.id} {directory.brief(position).id}")
        return find_neighbours(directory, row, position)

    def few(self, person: str) -> Sequence[int]:
        """The articles that name a person, if these are few."""
        self.lookups.add(f"{FEW} {person}")
        return self.of_person.get(person, ())


@dataclass(slots=True)
class Kin:
    """What another article has in common with the one in question."""

    events: dict[int, tuple[int, int]] = field(default_factory=dict)
    """For each event that both report, and not both only recall, its first report in the one and in the other."""
    people: list[str] = field(default_factory=list)
    """Ids of those whom both name, and few others."""
    weight: int = 0
    """How much that is: a person counts once, an event for each of the two that brings it as its news."""


def find_threads(directory: Directory) -> Threads:
    """The threads of all articles."""
    archive = directory.archive
    tellings = ((place, _gather(directory, event)) for place, event in enumerate(archive.events))
    return Threads(
        lookups=directory.lookups,
        of_event={place: telling for place, telling in tellings if telling is not None},
        of_person={
            entry.person.id: entry.articles
            for entry in archive.people
            if entry.person.has_page and 1 < len(entry.articles) <= _FEW
        },
        of_timeline=[(timeline, _find_story(directory, timeline)) for timeline in archive.timelines],
    )


def _gather(directory: Directory, event: Event) -> Telling | None:
    """The articles that report an event; None if only one does."""
    reports: dict[int, list[int]] = {}
    for one in event.reports:
        reports.setdefault(one.article, []).append(one.report)
    if len(reports) == 1:
        return None
    news = (one.article for one in event.reports if one.report not in directory.brief(one.article).recalled)
    return Telling(row=_line_up(directory, reports), reports=reports, news=frozenset(news))


def _find_story(directory: Directory, timeline: Timeline) -> Row:
    """The dated articles that report a timeline's events."""
    reports = (report for event in timeline.events for report in directory.archive.events[event].reports)
    return _line_up(directory, {one.article for one in reports if find_day(directory, one.article) is not None})


def _line_up(directory: Directory, articles: Iterable[int]) -> Row:
    """The articles as a row."""
    order = directory.by_date(articles)
    return Row(articles=order, places={position: place for place, position in enumerate(order)})


def find_kin(directory: Directory, threads: Threads, position: int) -> dict[int, Kin]:
    """All articles that have anything in common with an article, and what that is."""
    kin: dict[int, Kin] = defaultdict(Kin)
    article = directory.article(position)
    for event in _list_events(directory, position):
        if (telling := threads.telling(event)) is not None:
            for other in telling.row.around(position):
                if weight := (position in telling.news) + (other in telling.news):
                    kin[other].events[event] = telling.reports[position][0], telling.reports[other][0]
                    kin[other].weight += weight
    for person in dict.fromkeys((*article.people, *directory.list_only(position))):
        for other in threads.few(person or ""):
            kin[other].people.append(person or "")
            kin[other].weight += 1
    kin.pop(position, None)
    return kin


def _list_events(directory: Directory, position: int) -> set[int]:
    """The events that an article reports."""
    told = len(directory.article(position).reading.reports)
    return {event for number in range(told) if (event := directory.event_of(position, number)) is not None}


def find_day(directory: Directory, position: int) -> int | None:
    """The day on which an article was published, or the first on which it may have been; None if that is open."""
    known, day, *_ = edtf.sort_key(directory.brief(position).published)
    return day if known == 0 else None


def find_neighbours(directory: Directory, row: Row, position: int) -> tuple[int | None, int | None]:
    """The articles in front of one and behind it; what carries its own text is passed over.

    None for an article that does not stand in the row, or at an end of it.
    """
    if position not in row.places:
        return None, None
    place, same = row.places[position], list_reprints(directory, position)
    before = next((other for other in reversed(row.articles[:place]) if other not in same), None)
    return before, next((other for other in row.articles[place + 1 :] if other not in same), None)


def list_reprints(directory: Directory, position: int) -> set[int]:
    """The other articles that carry an article's text."""
    return set(directory.brief(position).same_text)
