"""What stands in very many records, held once: days, ids, counts, reasons.

Records that are remembered come with values of their own: a day that ten thousand reports give is ten thousand days.
"""

from collections.abc import Hashable, Iterable
from typing import Any, TypeVar

from msgspec.structs import replace

from newsgen.records.archive import Count
from newsgen.records.entities import Entities, Event, EventReport

Value = TypeVar("Value", bound=Hashable)


class Shared:
    """Values, each once."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def find(self, value: Value) -> Value:
        """The first value that was equal to this one."""
        found: Value = self._known.setdefault(value, value)
        return found

    def find_counts(self, counts: Iterable[Count]) -> tuple[Count, ...]:
        """The same counts, of which equal ones are one."""
        return tuple([self.find(count) for count in counts])


def share_entities(entities: Entities, shared: Shared) -> Entities:
    """The same, with equal days, names, ids and reasons held once."""
    return replace(
        entities,
        person_ids=tuple([tuple([shared.find(own) for own in ids]) for ids in entities.person_ids]),
        events=tuple([_share_event(event, shared) for event in entities.events]),
    )


def _share_event(event: Event, shared: Shared) -> Event:
    return replace(
        event,
        date=shared.find(event.date),
        topics=shared.find(event.topics),
        countries=shared.find(event.countries),
        people=tuple([shared.find(own) for own in event.people]),
        reports=tuple([_share_report(report, shared) for report in event.reports]),
    )


def _share_report(report: EventReport, shared: Shared) -> EventReport:
    return replace(report, date=shared.find(report.date), evidence=shared.find(report.evidence))
