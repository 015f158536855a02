"""Which pages stand as they are published: those that would look up the same again, and find the same.

What the pages of the last build looked up is remembered with digests of what they found, and with the key that they
were published under. That says nothing of any one build: under the same answers a page has this key, always.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from newsgen.canon import DIGEST_SIZE, digest, encode
from newsgen.memo import Memo
from newsgen.pages import Answers
from newsgen.publish import Manifest
from newsgen.records import Record
from newsgen.records.output import Lookup, MadePart, Page

_KEY = digest("what pages look up")
"""Of the tables that are remembered, which is which."""
_MOST = 3
"""Tables that are remembered: an editor builds the site, and has its preview open, which shows drafts."""
_NUMBERS = "I"
"""How numbers of look-ups are written in an array."""
_SPARE = 2
"""How many times as many look-ups as pages asked for may have gathered before those that none asks for are dropped."""


class _Watched(Record, array_like=True):
    """Something that was watched when it was made last."""

    lookups: bytes
    """Numbers of what it looked up."""


class _Made(_Watched, array_like=True):
    """A page."""

    key: str
    """What it was published under."""
    given: str


class _Part(_Watched, array_like=True):
    """A part of a large file."""

    made: MadePart
    """How it stands there; without its look-ups."""


class _File(Record, array_like=True):
    """A large file as it was made last."""

    key: str
    """What it was published under."""
    parts: tuple[_Part, ...]
    """Those that are watched, in order."""


class Table(Record):
    """What is remembered of the pages of a build."""

    shared: str
    """Digest of all that every page depends on."""
    names: tuple[str, ...]
    """Of look-ups, by their numbers."""
    answers: bytes
    """Digests of what they gave, one behind the other."""
    pages: dict[str, _Made]
    """By path."""
    files: dict[str, _File]
    """The large ones, by path."""
    asked: int = 0
    """How many look-ups there were when those that no page asks for were dropped last."""


_Found = TypeVar("_Found", bound=_Watched)

_NOTHING = Table(shared="", names=(), answers=b"", pages={}, files={})


class Standing:
    """What is known of the last build's pages, and becomes known of this one's."""

    def __init__(self, memo: Memo, answers: Answers, shared: str, table: Table) -> None:
        """`table` is what is remembered of pages that share the same."""
        self._memo, self._answers, self._shared = memo, answers, shared
        self._known, self._made, self._asked = table.pages, dict[str, _Made](), table.asked
        self._known_files, self._made_files = table.files, dict[str, _File]()
        self._numbers = {name: number for number, name in enumerate(table.names)}
        self._names, self._earlier = table.names, table.answers
        self._found = [b""] * len(table.names)
        self._changed = set[int]()
        self._by_position: dict[int, int] = {}
        self._keys: dict[str, str] = {}
        """What pages have in this build, in which all that they could look at stays the same."""

    def compare(self, pages: Iterable[Page]) -> None:
        """Find out which answers have changed to what these pages looked up when they were made."""
        paths = [page.path for page in pages]
        known = [self._known[path] for path in paths if path in self._known]
        parts = chain.from_iterable(self._known_files[path].parts for path in paths if path in self._known_files)
        self._find(_gather((*known, *parts)))

    def _find(self, numbers: Iterable[int]) -> None:
        """Find the answers to these look-ups of the last build, unless they are found."""
        for number in numbers:
            if not self._found[number]:
                self._found[number] = self._answers.find(self._names[number])
                if self._found[number] != _cut(self._earlier, number):
                    self._changed.add(number)

    def is_current(self, page: Page, published: Manifest) -> bool:
        """Whether a page, of which `compare` was told, is published as it would be made."""
        if page.path in self._keys:
            return page.path in published and published[page.path].key == self._keys[page.path]
        made = self._known.get(page.path)
        if made is None or made.given != page.given or page.watch is None or page.path not in published:
            return False
        if published[page.path].key != made.key or not self._stands(made):
            return False
        self._made[page.path], self._keys[page.path] = made, made.key
        return True

    def _stands(self, made: _Watched) -> bool:
        """Whether it found what it would find now."""
        return self._changed.isdisjoint(_read(made.lookups))

    def find_parts(self, path: str, published: Manifest) -> dict[str, MadePart]:
        """By their keys, those parts of a large file that would be made as they are published."""
        known = self._known_files.get(path)
        if known is None or path not in published or published[path].key != known.key:
            return {}
        return {one.made.key: one.made for one in known.parts if self._stands(one)}

    def note(self, page: Page, key: str, lookups: Iterable[Lookup] | None) -> None:
        """Keep the key that a page has now, and what it looked up when it was made; None if nobody watched."""
        self._keys[page.path] = key
        if lookups is not None:
            self._made[page.path] = _Made(key=key, given=page.given, lookups=self._write(lookups))

    def note_parts(self, path: str, key: str, parts: Iterable[MadePart]) -> None:
        """Keep what the parts of a large file looked up when they were made, and where they stand now."""
        known = {one.made.key: one for one in self._known_files[path].parts} if path in self._known_files else {}
        watched = [one for one in parts if one.lookups is not None or one.key in known]
        self._made_files[path] = _File(
            key=key,
            parts=tuple(
                _Part(
                    made=replace(one, lookups=None),
                    lookups=known[one.key].lookups if one.lookups is None else self._write(one.lookups),
                )
                for one in watched
            ),
        )

    def _write(self, lookups: Iterable[Lookup]) -> bytes:
        return array(_NUMBERS, map(self._number, lookups)).tobytes()

    def _number(self, lookup: Lookup) -> int:
        if isinstance(lookup, str):
            return self._number_name(lookup)
        if lookup not in self._by_position:
            self._by_position[lookup] = self._number_name(self._answers.name(lookup))
        return self._by_position[lookup]

    def _number_name(self, name: str) -> int:
        number = self._numbers.setdefault(name, len(self._numbers))
        if number == len(self._found):
            self._found.append(self._answers.find(name))
        self._find([number])
        return number

    def hold(self) -> Table:
        """What is known of pages, some of which may not have been asked about yet."""
        waiting = {path: made for path, made in self._known.items() if path not in self._keys and self._stands(made)}
        files = {
            path: replace(file, parts=tuple(filter(self._stands, file.parts)))
            for path, file in self._known_files.items()
        }
        return self._make_table({**waiting, **self._made}, {**files, **self._made_files})

    def keep(self) -> Table:
        """What is known of all pages, once these are published; remembered for the next build."""
        table = _drop_unasked(self._make_table(self._made, self._made_files))
        slots = _read_slots(self._memo)
        own = slots.pop(self._shared, None) or _take_slot(slots)
        latest = {self._shared: own, **slots}
        self._memo.put_many([(own, encode(table)), (_KEY, encode(tuple(latest.items())))])
        return table

    def _make_table(self, pages: dict[str, _Made], files: dict[str, _File]) -> Table:
        """The table of these pages; what none of them has looked up, as far as it is known, is not found anew."""
        answers = b"".join([found or _cut(self._earlier, number) for number, found in enumerate(self._found)])
        return Table(
            shared=self._shared,
            names=tuple(self._numbers),
            answers=answers,
            pages=pages,
            files=files,
            asked=self._asked,
        )


def recall_standing(memo: Memo, answers: Answers, look: str, *, held: Table | None, anew: bool) -> Standing:
    """What is held, or else what the memo tells, of pages that share the same; with `anew` nothing.

    `look` is the digest of all that these share but the archive.
    """
    shared = digest(look, answers.shared)
    if anew:
        table = _NOTHING
    elif held and held.shared == shared:
        table = held
    else:
        table = _recall(memo, shared)
    return Standing(memo, answers, shared, table)


def _recall(memo: Memo, shared: str) -> Table:
    """What the memo tells of pages that share the same."""
    slot = _read_slots(memo).get(shared)
    data = None if slot is None else memo.get_many([slot]).get(slot)
    try:
        table = msgspec.msgpack.decode(data, type=Table) if data else _NOTHING
    except msgspec.MsgspecError:  # of another version of newsgen
        return _NOTHING
    return table if table.shared == shared else _NOTHING


def _read_slots(memo: Memo) -> dict[str, str]:
    """Where the tables lie, by what the pages of each share; the latest first."""
    data = memo.get_many([_KEY]).get(_KEY)
    try:
        return dict(msgspec.msgpack.decode(data, type=tuple[tuple[str, str], ...])) if data else {}
    except msgspec.MsgspecError:  # of another version of newsgen
        return {}


def _take_slot(slots: dict[str, str]) -> str:
    """The key of a place for one more table; if none is free, that of the oldest, which has to go."""
    taken = set(slots.values())
    free = (slot for number in range(_MOST) if (slot := digest(_KEY, str(number))) not in taken)
    return next(free, None) or slots.pop([*slots][-1])


def _cut(answers: bytes, number: int) -> bytes:
    """The digest of what the look-up of a number gave."""
    return answers[number * DIGEST_SIZE : (number + 1) * DIGEST_SIZE]


def _read(lookups: bytes) -> Sequence[int]:
    """The numbers in an array."""
    return array(_NUMBERS, lookups)


def _gather(watched: Iterable[_Watched]) -> set[int]:
    """The numbers of all that was looked up."""
    return set().union(*(_read(made.lookups) for made in watched))


def _drop_unasked(table: Table) -> Table:
    """The table without what no page asks any more, if much may have gathered."""
    if len(table.names) <= _SPARE * table.asked:
        return table
    parts = chain.from_iterable(file.parts for file in table.files.values())
    asked = sorted(_gather((*table.pages.values(), *parts)))
    numbers = {old: new for new, old in enumerate(asked)}

    def renumber(made: _Found) -> _Found:
        return replace(made, lookups=array(_NUMBERS, [numbers[old] for old in _read(made.lookups)]).tobytes())

    return Table(
        shared=table.shared,
        names=tuple(table.names[old] for old in asked),
        answers=b"".join(_cut(table.answers, old) for old in asked),
        pages={path: renumber(made) for path, made in table.pages.items()},
        files={path: replace(file, parts=(*map(renumber, file.parts),)) for path, file in table.files.items()},
        asked=len(asked),
    )
