"""Many entries in small files: each file holds those whose keys begin alike.

A file that grows too large is cut by one letter more. That is all that decides what is in which file, so that a change
to an entry never moves another one.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate

from newsgen.records import Record

# matches: é
# not: e
_UNSAFE = re.compile("[^a-z0-9]")


class Shard(Record):
    """The keys of one file."""

    prefix: str
    """What they begin with; empty for all."""
    keys: tuple[str, ...]
    """Sorted."""


def cut_shards(sizes: Mapping[str, int], limit: int) -> list[Shard]:
    """The files, in order; none is larger than the limit unless a single entry is."""
    keys = sorted(sizes)
    ends = [0, *accumulate(sizes[key] for key in keys)]
    shards: list[Shard] = []

    def cut(first: int, last: int, prefix: str) -> None:
        if last - first == 1 or ends[last] - ends[first] <= limit:
            shards.append(Shard(prefix=prefix, keys=tuple(keys[first:last])))
            return
        if keys[first] == prefix:
            shards.append(Shard(prefix=prefix, keys=(prefix,)))
            first += 1
        while first < last:
            longer = keys[first][: len(prefix) + 1]
            start, first = first, bisect_left(keys, True, first, last, key=lambda key: not key.startswith(longer))
            cut(start, first, longer)

    if keys:
        cut(0, len(keys), "")
    return shards


def name_shard(prefix: str) -> str:
    """The file's name: safe on every disk and host, whatever the prefix."""
    return "s-" + _UNSAFE.sub(lambda match: f"-{ord(match.group()):x}-", prefix) + ".js"
