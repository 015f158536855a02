"""Resolution, and the memory of its parts: what nothing has changed that a part looks at is not made again."""

from typing import Generic, NamedTuple

import msgspec

from newsgen.build.code import digest_code
from newsgen.canon import DIGEST_SIZE, digest, encode
from newsgen.holding import Holding
from newsgen.lexicon import Lexicon
from newsgen.memo import Memo
from newsgen.resolve import Part, Recall
from newsgen.resolve.parts import Found


def remember_parts(memo: Memo, lexicon: Lexicon, held: Holding, *, anew: bool) -> Recall:
    """What gives the parts of resolution, each as held or remembered if it was made of the same.

    `anew` passes over what is remembered.
    """
    return _Remembered(memo, bytes.fromhex(digest(digest_code(), lexicon.digest)), held, anew)


class _Remembered(NamedTuple):
    memo: Memo
    shared: bytes
    """Digest of what all parts depend on."""
    held: Holding
    anew: bool

    def __call__(self, part: Part[Found], /) -> Found:
        """What the part comes to. Of each one value is kept: that of the last build which made it.

        In front of it stand the digest of what all parts depend on, and that of what this one was made of.
        """
        basis = tuple(part.basis)
        return self.held.whole(part.name, basis, lambda: self._recall(part._replace(basis=basis)), holds=part.holds)

    def _recall(self, part: Part[Found]) -> Found:
        key = digest("part of resolution", part.name)
        made_of = bytes.fromhex(digest(*map(encode, part.basis)))
        known = self._find(key, part.kind)
        if known and known.made_of == made_of and part.holds(known.found):
            return known.found
        found = part.make(known.found if known else None)
        self.memo.put_many([(key, self.shared + made_of + encode(found))])
        return found

    def _find(self, key: str, kind: type[Found]) -> "_Known[Found] | None":
        """What is remembered, if it was made by the same rules."""
        stored = None if self.anew else self.memo.get_many([key]).get(key)
        if not stored or stored[:DIGEST_SIZE] != self.shared:
            return None
        value = memoryview(stored)[2 * DIGEST_SIZE :]
        return _Known(stored[DIGEST_SIZE : 2 * DIGEST_SIZE], msgspec.msgpack.decode(value, type=kind))


class _Known(NamedTuple, Generic[Found]):
    """A part as it is remembered."""

    made_of: bytes
    found: Found
