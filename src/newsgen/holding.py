"""What is made again and again, of little else than before: held from one time to the next, beside all it was made of.

Nothing that is held decides what is made, only how soon: of the same, the same comes. What something is made of is
compared by value, which is soon done where it is the very same objects.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from msgspec.structs import asdict, replace

from newsgen.records import Record

Value = TypeVar("Value")
SomeRecord = TypeVar("SomeRecord", bound=Record)


def _always(_value: object) -> bool:
    """For what hangs on nothing but what it is made of."""
    return True


class Holding:
    """Holds nothing: all is made when it is asked for, and gone when nobody needs it any more."""

    lasts = False
    """Whether anything is held."""

    def share(self, *made_of: object) -> None:
        """Tell what all that is made from now on is made of, too."""

    def whole(
        self,
        name: str,
        made_of: tuple[object, ...],
        make: Callable[[], Value],
        *,
        holds: Callable[[Value], bool] = _always,
    ) -> Value:
        """What `make` gives; it must look at nothing but what it is `made_of`, and that must never be changed.

        If it does look at more, `holds` tells whether what it gave before is what it would give again.
        """
        del name, made_of, holds
        return make()

    def each(
        self, name: str, made_of: Iterable[tuple[Hashable, object]], make: Callable[[int], Value]
    ) -> tuple[Value, ...]:
        """What `make` gives for each place; there it must look at nothing but what that is `made_of`.

        They come in order, and each is made, if it has to be, before the next one is asked what it is made of.
        That is two things: the first is unlike that of all other places, and tells what this is about.
        """
        del name
        return tuple([make(place) for place, _ in enumerate(made_of)])

    def same(self, name: str, record: SomeRecord) -> SomeRecord:
        """The record; those of its parts that are as before are the very same objects."""
        del name
        return record


class Held(Holding):
    """Holds, under each name, what was made last."""

    lasts = True

    def __init__(self) -> None:
        self._shared: tuple[object, ...] = ()
        self._wholes: dict[str, tuple[tuple[object, ...], Any]] = {}
        self._each: dict[str, dict[Hashable, tuple[object, Any]]] = {}
        self._records: dict[str, Record] = {}

    def share(self, *made_of: object) -> None:
        """Forget all, unless what is held was made of this, too."""
        if self._shared != made_of:
            self._shared = made_of
            self._wholes, self._each, self._records = {}, {}, {}

    def whole(
        self,
        name: str,
        made_of: tuple[object, ...],
        make: Callable[[], Value],
        *,
        holds: Callable[[Value], bool] = _always,
    ) -> Value:
        """What `make` gave last, if it was made of the same and holds; else what it gives."""
        known = self._wholes.get(name)
        if known is None or known[0] != made_of or not holds(known[1]):
            known = self._wholes[name] = made_of, make()
        value: Value = known[1]
        return value

    def each(
        self, name: str, made_of: Iterable[tuple[Hashable, object]], make: Callable[[int], Value]
    ) -> tuple[Value, ...]:
        """For each place what `make` gave last for what is made of the same, or else gives."""
        known, held = self._each.get(name, {}), dict[Hashable, tuple[object, Value]]()
        for place, (own, other) in enumerate(made_of):
            before = known.get(own)
            stands = before is not None and (before[0] is other or before[0] == other)
            held[own] = before if before and stands else (other, make(place))
        self._each[name] = held
        return tuple([value for _, value in held.values()])

    def same(self, name: str, record: SomeRecord) -> SomeRecord:
        """The record; those of its parts that are equal to those that it had last are these."""
        last = self._records.get(name)
        if last is not None:
            was = asdict(last)
            record = replace(record, **{own: was[own] for own, value in asdict(record).items() if was[own] == value})
        self._records[name] = record
        return record


NOTHING_HELD = Holding()
"""For what is made once."""
