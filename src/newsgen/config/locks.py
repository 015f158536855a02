"""A folder for one process alone, as long as it reads and writes there."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_held: set[int] = set()
"""The descriptors by which this process holds its locks."""


@contextmanager
def folder_locked(folder: Path, *, wait: bool) -> Iterator[None]:
    """The folder, locked until the end; it needs no file of its own, and a process that dies leaves nothing behind.

    Raises BlockingIOError if another process has it and we do not `wait`. Where folders cannot be locked (Windows, some
    network file systems), it is as if nobody else were there.
    """
    descriptor = _lock(folder, wait=wait)
    try:
        yield
    finally:
        if descriptor is not None:
            _unlock(descriptor)


def _lock(folder: Path, *, wait: bool) -> int | None:
    if sys.platform == "win32":
        return None
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # whoever reads or writes there tells it
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BaseException as error:  # not to be locked, or interrupted while it waits
        os.close(descriptor)
        if isinstance(error, OSError) and not isinstance(error, BlockingIOError):
            return None
        raise
    _held.add(descriptor)
    return descriptor


def _unlock(descriptor: int) -> None:
    if descriptor in _held:  # no more, where this is a fork of the process that locked it
        _held.remove(descriptor)
        os.close(descriptor)


def _leave_to_parent() -> None:
    """In a forked worker: let go of the parent's locks, or one that outlives its parent would hold them on."""
    while _held:
        os.close(_held.pop())


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_leave_to_parent)
