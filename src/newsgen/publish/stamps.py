"""Stamps: what the system says of a published file without reading it, as a cache of the digest of its bytes.

As in git's index, a file whose size, times and inode are those of a moment at which its bytes were known has these
bytes still: whoever writes to it sets its ctime, which no program can set back. A stamp says nothing of its own. One
that is missing, differs or is too new to tell costs a reading of the file, nothing more, so no stamp is ever wrong to
forget. Too new is one whose ctime may be that of a later change, too: the clock of a file system has coarse ticks.

Nothing of this touches the promise that no build depends on times: what goes into a build is always read.
"""

import os
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.publish.manifest import Manifest, intact
from newsgen.publish.names import MANIFEST

_TICK = 100_000_000
"""Nanoseconds within which two changes of a file may get one time."""

_SECOND = 1_000_000_000
"""A ctime of whole seconds tells a file system whose ticks are that coarse, or twice as coarse."""

_LONGEST_TICK = 2 * _SECOND


class Stamp(NamedTuple):
    """What the system says of a file."""

    size: int
    mtime: int
    """In nanoseconds, as ctime."""
    ctime: int
    inode: int


Stamps = Mapping[str, Stamp]
"""By the paths of files in the output folder; each was taken when the file was known to be as the manifest says."""


def find_intact(output: Path, manifest: Manifest, stamps: Stamps) -> dict[str, Stamp]:
    """The files that have the bytes which the manifest says, with their stamps; only unstamped ones are read."""
    found: dict[str, Stamp] = {}
    folder = f"{output}/"
    for path in manifest:
        stamp = _take_stamp(folder + path)  # before the bytes are read, lest a change meanwhile go unnoticed
        if stamp and (stamps.get(path) == stamp or intact(output, manifest, path)):
            found[path] = stamp
    return found


def are_stamped(output: Path, stamps: Stamps) -> bool:
    """Whether all these files are as their stamps say."""
    folder = f"{output}/"
    return all(_take_stamp(folder + path) == stamp for path, stamp in stamps.items())


def stamp_written(output: Path, paths: Iterable[str]) -> dict[str, Stamp]:
    """The stamps of files that a build has just put in place.

    Their bytes were staged before the manifest was, and came into place after that: one that was written to later is
    newer than the manifest, and gets no stamp.
    """
    folder = f"{output}/"
    manifest = _take_stamp(folder + MANIFEST)
    taken = ((path, _take_stamp(folder + path)) for path in paths)
    return {path: stamp for path, stamp in taken if stamp and manifest and stamp.mtime <= manifest.mtime}


def settle(stamps: Stamps) -> dict[str, Stamp]:
    """Those that are old enough for a later change of the file to show, sorted; none where ctime tells no changes."""
    if sys.platform == "win32":
        return {}
    now = time.time_ns()
    old = now - _LONGEST_TICK  # most are: whether so young a one is old enough need not be asked of each
    # Sorted for their encoding, which for most keys in order and a few behind them takes time by the square.
    taken = sorted(stamps.items())
    return {path: stamp for path, stamp in taken if stamp.ctime < old or stamp.ctime + _find_tick(stamp) < now}


def _find_tick(stamp: Stamp) -> int:
    return _TICK if stamp.ctime % _SECOND else _LONGEST_TICK


def _take_stamp(path: str) -> Stamp | None:
    """The stamp of what is at the path itself; None if nothing is."""
    try:
        seen = os.lstat(path)
    except (OSError, ValueError):
        return None
    return Stamp(seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)
