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
from newsgen.records.archive import Timeline

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
class Threads:
    """What articles hang together by; made once a build."""

    of_event: Mapping[int, Row]
    """For an event that several articles report, these."""
    of_person: Mapping[str, Sequence[int]]
    """For a person whom a few articles name, these."""
    of_timeline: Sequence[tuple[Timeline, Row]]
    """Each timeline with the articles that report its events and whose date is known."""


@dataclass(slots=True)
class Kin:
    """What another article has in common with the one in question."""

    events: dict[int, int] = field(default_factory=dict)
    """For each event that both report, and not both only recall, its first report in the article in question."""
    people: list[str] = field(default_factory=list)
    """Ids of those whom both name, and few others."""
    weight: int = 0
    """How much that is: a person counts once, an event for each of the two that brings it as its news."""


def find_threads(directory: Directory) -> Threads:
    """The threads of all articles."""
    archive = directory.archive
    told = ({report.article for report in event.reports} for event in archive.events)
    return Threads(
        of_event={event: _line_up(directory, places) for event, places in enumerate(told) if len(places) > 1},
        of_person={
            entry.person.id: entry.articles
            for entry in archive.people
            if entry.person.has_page and 1 < len(entry.articles) <= _FEW
        },
        of_timeline=[(timeline, _find_story(directory, timeline)) for timeline in archive.timelines],
    )


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
    for event, number in _list_events(directory, position).items():
        if event in threads.of_event:
            own = int(_is_news(directory, event, position))
            for other in threads.of_event[event].around(position):
                if weight := own + _is_news(directory, event, other):
                    kin[other].events[event] = number
                    kin[other].weight += weight
    for person in dict.fromkeys((*article.people, *directory.listed.get(position, ()))):
        for other in threads.of_person.get(person or "", ()):
            kin[other].people.append(person or "")
            kin[other].weight += 1
    kin.pop(position, None)
    return kin


def _list_events(directory: Directory, position: int) -> dict[int, int]:
    """The events that an article reports, each with the first report of it."""
    events: dict[int, int] = {}
    for number in range(len(directory.article(position).reading.reports)):
        if (event := directory.events.get((position, number))) is not None:
            events.setdefault(event, number)
    return events


def _is_news(directory: Directory, event: int, position: int) -> bool:
    """Whether an article brings an event as its news, as against recalling it."""
    reports = directory.article(position).reading.reports
    return any(not reports[number].background for number in list_reports(directory, event, position))


def list_reports(directory: Directory, event: int, position: int) -> list[int]:
    """The reports of an event in an article that reports it."""
    return [one.report for one in directory.archive.events[event].reports if one.article == position]


def find_day(directory: Directory, position: int) -> int | None:
    """The day on which an article was published, or the first on which it may have been; None if that is open."""
    known, day, *_ = edtf.sort_key(directory.article(position).reading.article.published)
    return day if known == 0 else None


def list_reprints(directory: Directory, position: int) -> set[int]:
    """The other articles that carry an article's text."""
    return {one.article for one in directory.article(position).same_text}
