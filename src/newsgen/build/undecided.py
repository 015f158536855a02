"""The open questions about people: pairs who may be one."""

from collections.abc import Collection, Iterator

from newsgen.records.archive import PersonEntry
from newsgen.records.entities import Link


def find_undecided(people: Collection[PersonEntry]) -> Iterator[tuple[PersonEntry, PersonEntry, Link]]:
    """Each pair once, with what speaks for it."""
    entries = {entry.person.id: entry for entry in people}
    for own, entry in entries.items():
        for other, link in entry.person.undecided:
            if own < other and other in entries:
                yield entry, entries[other], link
