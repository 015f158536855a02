"""Shelves: very many records, each made of its bytes when it is asked for.

Encoded, a record takes a third of the room. And workers that are forked share what their parent holds until one of
them writes to it: even a look at an object writes to it, for its uses are counted in it. Bytes that lie together in
few large pieces stay shared.
"""

import os
import sys
from array import array
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Generic, TypeVar, overload
from weakref import finalize

import msgspec

from newsgen.canon import encode

Item = TypeVar("Item")

_AT_HAND = 1000
"""Items that stay as they were made, since they are often asked for again soon."""

_PIECE = 1 << 20
"""Bytes that are written to a file at once."""


class Shelf(Sequence[Item], Generic[Item]):
    """Items that are made when they are asked for; those asked for last are at hand."""

    def __init__(
        self,
        make: Callable[[int], Item],
        size: int,
        *,
        encode_at: Callable[[int], bytes] | None = None,
        stamp_at: Callable[[int], Hashable] | None = None,
    ) -> None:
        """`make` gives the item at a position, always the same; there are so many as `size` says.

        `encode_at` gives bytes that are the same for equal items only, where such are at hand; `stamp_at` the like,
        but short.
        """
        self._make = make
        self.encode_at: Callable[[int], bytes] = encode_at or (lambda place: encode(make(place)))
        """Gives bytes that are the same for equal items only."""
        self.stamp_at: Callable[[int], Hashable] = stamp_at or self.encode_at
        """Gives something to compare that is the same for equal items only."""
        self._take = lru_cache(_AT_HAND)(make)
        self._places = range(size)

    def __len__(self) -> int:
        return len(self._places)

    def __eq__(self, other: object) -> bool:
        """Whether it holds the same items as another sequence."""
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(own == theirs for own, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[Item]:
        """All items; what is at hand stays so."""
        return map(self._make, self._places)

    def peek(self, place: int) -> Item:
        """The item at a position; it need not stay at hand."""
        return self._make(place)

    def pick(self, places: Sequence[int]) -> "Shelf[Item]":
        """A shelf of the items at these positions."""
        return Shelf(
            lambda place: self._make(places[place]),
            len(places),
            encode_at=lambda place: self.encode_at(places[place]),
            stamp_at=lambda place: self.stamp_at(places[place]),
        )

    def change(self, change: Callable[[Item], Item]) -> "Shelf[Item]":
        """A shelf of the same items, each changed when it is made.

        Of equal items the same must come, in other builds too, unless all pages share what else decides it.
        """
        return Shelf(
            lambda place: change(self._make(place)), len(self), encode_at=self.encode_at, stamp_at=self.stamp_at
        )

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, place: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(place, slice):
            return tuple(map(self._make, self._places[place]))
        return self._take(self._places[place])


_NO_FILE = -1


class Pack:
    """Very many values of a few thousand bytes: in a file without a name, or in one piece where there can be none."""

    def __init__(self, folder: Path | None = None) -> None:
        """Empty; the file lies in the folder, on its disk, and is gone when nobody holds the pack any more."""
        self._file = _open_file(folder) if folder else _NO_FILE
        self._spilled = 0
        """Bytes that are in the file."""
        self._last = bytearray()
        """What is behind them."""
        self._room = sys.maxsize if self._file == _NO_FILE else _PIECE
        """So many of these are held until they are written."""
        self._ends = array("Q")
        """For each value where it ends."""
        if self._file != _NO_FILE:
            finalize(self, os.close, self._file)

    def __len__(self) -> int:
        return len(self._ends)

    def add(self, value: bytes) -> int:
        """The place that the value has from now on."""
        self._last += value
        self._ends.append(self._spilled + len(self._last))
        if len(self._last) >= self._room:
            self._spill()
        return len(self._ends) - 1

    def _spill(self) -> None:
        """Write what is not in the file yet; where that cannot be done, it and all that comes stay here."""
        try:
            written = os.pwrite(self._file, self._last, self._spilled)
        except OSError:  # the disk is full, say
            written = 0
        if written < len(self._last):
            self._room = sys.maxsize
            return
        self._spilled += written
        self._last.clear()

    def __getitem__(self, place: int) -> bytes:
        end = self._ends[place]
        start = self._ends[place - 1] if place else 0
        if end <= self._spilled:
            return os.pread(self._file, end - start, start)
        return bytes(memoryview(self._last)[start - self._spilled : end - self._spilled])


def _open_file(folder: Path) -> int:
    """A new file without a name, where there can be one which several processes can read."""
    if not hasattr(os, "pread"):
        return _NO_FILE
    try:
        with TemporaryFile(dir=folder) as file:
            return os.dup(file.fileno())
    except OSError:
        return _NO_FILE


def shelve(
    kind: type[Item], pack: Pack, places: Sequence[int] | None = None, *, stamps: Sequence[Hashable] | None = None
) -> Shelf[Item]:
    """A shelf of the records whose MessagePack bytes are packed, in the order of their places, if these are given.

    `stamps` has for each of them something to compare that is the same for equal ones only, where such is at hand.
    """
    decode = msgspec.msgpack.Decoder(kind).decode
    where = range(len(pack)) if places is None else places
    return Shelf(
        lambda place: decode(pack[where[place]]),
        len(where),
        encode_at=lambda place: pack[where[place]],
        stamp_at=stamps.__getitem__ if stamps else None,
    )


def giver_of(items: Sequence[Item]) -> Callable[[int], Item]:
    """What gives the items by their positions; they need not stay at hand."""
    return items.peek if isinstance(items, Shelf) else items.__getitem__


def stamper_of(items: Sequence[Hashable]) -> Callable[[int], Hashable]:
    """What gives something to compare that is the same for equal items only, by their positions."""
    return items.stamp_at if isinstance(items, Shelf) else items.__getitem__


def encoder_of(items: Sequence[Item]) -> Callable[[int], bytes]:
    """What gives bytes that are the same for equal items only, by their positions."""
    return items.encode_at if isinstance(items, Shelf) else lambda place: encode(items[place])
