"""What a page looks up while it is made: if it would find the same again, it need not be made again.

A lookup is a number for one of the many articles and events, by their positions, or else a kind and a key in words.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TypeAlias, TypeVar

from newsgen.records.output import Lookup

ARTICLE, BRIEF, EVENT, TELLING = range(4)
"""Kinds of what is looked up by position: an article, the same in brief, an event, and all that report it, in order."""
KINDS = 4
"""A lookup by position is the kind and so many times the position."""

PERSON = "person"
"""All that the archive knows about a person, by id."""
COUNTRY = "country"
"""All that it knows about a country, by code."""
SOURCE = "source"
"""An outlet and its articles, by id."""
OUTLET = "outlet"
"""An outlet without its articles."""
NAMED = "named"
"""What a person, by id, or a country, by code, is called, and where they have a page."""
SPELT = "spelt"
"""How articles spell a person's name, by id."""
NAME = "name"
"""The page of a name that several persons bear, by slug."""
SAID = "said"
"""The quotations by a person and about one, by id."""
FEW = "few"
"""The articles that name a person whom few name, by id."""
STEP = "step"
"""The neighbours of an article in a timeline, by the ids of both."""

MOST_KNOWN = 2000
"""Values of a kind that are kept, at most, for pages that ask again."""

Key = TypeVar("Key")
Value = TypeVar("Value")

Watched: TypeAlias = tuple[Value, tuple[Lookup, ...]]
"""What was made, and what was looked up meanwhile, each once, in order."""


class Lookups:
    """Notes what is looked up: for one who watches at a time, and of what is made whole when `make` returns."""

    def __init__(self) -> None:
        self._seen: dict[Lookup, None] | None = None
        self.add: Callable[[Lookup], object] = _forget
        """Notes one more, if anybody watches."""

    @property
    def watching(self) -> bool:
        """Whether anybody watches."""
        return self._seen is not None

    def watch(self, make: Callable[[], Value]) -> Watched[Value]:
        """What it makes, and all that is looked up meanwhile."""
        with self._begin_anew() as seen:
            made = make()
        return made, tuple(seen)

    def once(self, known: dict[Key, Watched[Value]], key: Key, make: Callable[[], Value]) -> Value:
        """What it makes; where that is known already, it counts as looked up again.

        Once very many are known all are forgotten, so that they do not grow with the archive.
        """
        if key not in known:
            if len(known) == MOST_KNOWN:
                known.clear()
            known[key] = self.watch(make)
        value, seen = known[key]
        if self._seen is not None:
            self._seen.update(dict.fromkeys(seen))
        return value

    @contextmanager
    def _begin_anew(self) -> Iterator[Collection[Lookup]]:
        """What is looked up meanwhile, each once."""
        outer, inner = self._seen, dict[Lookup, None]()
        self._note_in(inner)
        try:
            yield inner
        finally:
            self._note_in(outer)

    def _note_in(self, seen: dict[Lookup, None] | None) -> None:
        self._seen = seen
        self.add = _forget if seen is None else seen.setdefault


def _forget(_lookup: Lookup) -> None:
    """Nobody watches."""
