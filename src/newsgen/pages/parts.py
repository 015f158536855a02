"""The pages that a long timeline is spread over: its years, the months of a full year, the days of a full month.

Cut by time and never by number, so that a new article changes one of the pages and not all of them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from newsgen import edtf
from newsgen.records.archive import Timeline
from newsgen.records.entities import Event

LONGEST = 700
"""Entries and sentences, together, that one page of a timeline shows, as far as cutting by days can help it."""

MOST_REPORTS = 10
"""Reports of an event that its entry shows."""

MOST_SENTENCES = 3
"""Sentences of a report that are shown word for word; its article has the others."""

UNKNOWN = "unknown"
"""Key of the part of what has no known year."""


def part_by_time(places: Sequence[tuple[str, str, str, int]]) -> list[str]:
    """The key of the part for each (year, month as 2024-05, day as 2024-05-15, weight); empty if all fit on a page.

    A part is a year; of a year that does not fit a month, of a month that does not fit a day.
    """
    if sum(weight for *_, weight in places) <= LONGEST:
        return [""] * len(places)
    weights: Counter[str] = Counter()
    for year, month, _, weight in places:
        weights[year] += weight
        weights[month] += weight

    def key_of(year: str, month: str, day: str) -> str:
        if weights[year] <= LONGEST or not month:
            return year or UNKNOWN
        return month if weights[month] <= LONGEST or not day else day

    return [key_of(year, month, day) for year, month, day, _ in places]


def find_day(date: str) -> str:
    """The day, as `2024-05-15`, on which something happened or was published; empty where it is not known."""
    first, last = edtf.bounds(date)
    return first.isoformat() if first is not None and first == last else ""


def find_heading(date: str) -> tuple[str, str]:
    """Year, and month as `2024-05`, under which an event stands; empty where not known."""
    first, last = edtf.bounds(date)
    begin = first or last
    if begin is None:
        return "", ""
    point = edtf.parse(date).begin
    coarse = isinstance(point, edtf.Point) and point.month in ("", "XX")
    return f"{begin.year:04}", "" if coarse else f"{begin.year:04}-{begin.month:02}"


class InPart(Protocol):
    """What stands in a part of a timeline."""

    @property
    def part(self) -> str:
        """Key of the part; empty where there are none."""


Standing = TypeVar("Standing", bound=InPart)


def gather_parts(places: Iterable[Standing]) -> dict[str, list[Standing]]:
    """What stands in each part, by key, in the order given; empty where there are no parts."""
    parts: dict[str, list[Standing]] = {}
    for place in places:
        if place.part:
            parts.setdefault(place.part, []).append(place)
    return parts


def list_parts(events: Sequence[Event], timeline: Timeline) -> Mapping[str, str]:
    """For the id of each event of a timeline, the key of its part."""
    weights = {events[position].id: _weigh(events[position]) for position in timeline.events}
    dates = dict(_list_dates(events, timeline))
    places = [(*find_heading(date), find_day(date), weights.get(event, 1)) for event, date in dates.items()]
    return dict(zip(dates, part_by_time(places), strict=True))


def _list_dates(events: Sequence[Event], timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Id and date of each event of a timeline, the editor's own too."""
    yield from ((events[position].id, events[position].date) for position in timeline.events)
    yield from ((event.id, event.date) for event in timeline.own)


def _weigh(event: Event) -> int:
    """How many lines an event takes, about."""
    if len(event.reports) == 1:
        return 1
    told = Counter(report.article for report in event.reports)
    return 1 + sum(min(sentences, MOST_SENTENCES) for _, sentences in told.most_common(MOST_REPORTS))
