"""Resolution, and the memory of its parts: what nothing has changed that a part looks at is not made again."""

from typing import NamedTuple

import msgspec

from newsgen.build.code import digest_code
from newsgen.canon import DIGEST_SIZE, digest, encode
from newsgen.lexicon import Lexicon
from newsgen.memo import Memo
from newsgen.resolve import Part, Recall
from newsgen.resolve.parts import Found

_SIZE = DIGEST_SIZE
"""Bytes in front of a remembered part: the digest of all that it was made of."""


def remember_parts(memo: Memo, lexicon: Lexicon, *, anew: bool) -> Recall:
    """What gives the parts of resolution, each as remembered if it was made of the same; `anew` makes all of them."""
    return _Remembered(memo, digest(digest_code(), lexicon.digest), anew)


class _Remembered(NamedTuple):
    memo: Memo
    shared: str
    """Digest of what all parts depend on."""
    anew: bool

    def __call__(self, part: Part[Found], /) -> Found:
        """What the part comes to. Of each one value is kept: that of the last build which made it."""
        key = digest("part of resolution", part.name)
        made_of = bytes.fromhex(digest(self.shared, *map(encode, part.basis)))
        known = None if self.anew else self.memo.get_many([key]).get(key)
        if known and known[:_SIZE] == made_of:
            found = msgspec.msgpack.decode(known[_SIZE:], type=part.kind)
            if part.holds(found):
                return found
        found = part.make()
        self.memo.put_many([(key, made_of + encode(found))])
        return found
