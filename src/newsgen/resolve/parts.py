"""The parts of resolution, each with all that it depends on: what one came to can be remembered and told again."""

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, Protocol, TypeVar

from newsgen.records import Record

Found = TypeVar("Found", bound=Record)


def _always(_found: Record) -> bool:
    """For parts that look at nothing but their basis."""
    return True


class Part(NamedTuple, Generic[Found]):
    """One part, not yet made."""

    name: str
    kind: type[Found]
    """What it gives."""
    basis: Iterable[Record]
    """All that is looked at, but for the lexicon and what `holds` asks for; in the order in which it is."""
    make: Callable[[Found | None], Found]
    """Gives it. What it gave before, on another basis, may help: as far as it tells what each piece of it is made of.
    None if that is not known."""
    holds: Callable[[Found], bool] = _always
    """Whether what it gave on the same basis is what it would give again."""


class Recall(Protocol):
    """Gives what a part comes to: made now, or as it was made before."""

    def __call__(self, part: Part[Found], /) -> Found:
        """What the part comes to."""
        ...


def make_anew(part: Part[Found]) -> Found:
    """What the part comes to, by a build without memory."""
    return part.make(None)
