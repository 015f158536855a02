"""Files that are too large to be held: written to the disk as they are made, compared and digested in pieces."""

import os
from collections.abc import Iterator
from pathlib import Path

from newsgen.canon import digest, digest_stream
from newsgen.publish.names import SPOOLED, STAGING
from newsgen.records.output import Spooled

_PIECE = 1 << 20
"""Bytes that are held at once."""


def make_spool(output: Path, path: str) -> Path:
    """An empty file in the staging folder, for the bytes of the file that is to have this path; raises OSError.

    No two processes have the same: a worker of a killed build may still be writing its own.
    """
    staging = output / STAGING
    staging.mkdir(mode=0o700, exist_ok=True)
    spool = staging / f"{SPOOLED}{digest(path, str(os.getpid()))}"
    spool.write_bytes(b"")
    return spool


def close_spool(spool: Path) -> Spooled:
    """What is to be known of it, now that all its bytes are there."""
    return Spooled(path=str(spool), size=spool.stat().st_size, digest=digest_file(spool))


def digest_file(path: Path) -> str:
    """The digest of a file's bytes; raises OSError."""
    size = path.stat().st_size
    return digest(path.read_bytes()) if size <= _PIECE else digest_stream(size, _read(path))


def have_same_bytes(path: Path, other: Path) -> bool:
    """Whether two files have the same bytes; raises OSError if one is missing."""
    if path.stat().st_size != other.stat().st_size:
        return False
    return all(piece == theirs for piece, theirs in zip(_read(path), _read(other), strict=False))


def _read(path: Path) -> Iterator[bytes]:
    """The bytes of a file in pieces."""
    with open(path, "rb") as file:
        while piece := file.read(_PIECE):
            yield piece
