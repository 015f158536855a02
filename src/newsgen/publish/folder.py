"""The output folder during a build: made, locked for it alone, with a staging folder for what is not yet published."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from newsgen.config import locks
from newsgen.errors import PublishError
from newsgen.holders import name_holder
from newsgen.publish.faults import fault, faults_told
from newsgen.publish.names import STAGED, STAGING

_TRIES = 10
"""How often a folder is removed that a dying worker may still write to, which has few files to write."""


@contextmanager
def folder_locked(output: Path) -> Iterator[None]:
    """The folder, with other builds kept out of it until the end, or until this process ends."""
    with ExitStack() as held:
        try:
            held.enter_context(locks.folder_locked(output, wait=False))
        except BlockingIOError:
            holder = name_holder(output)
            message = "another build is writing to this folder" + (f": {holder}" if holder else "")
            hint = "wait until it is done, or choose another folder with -o"
            raise fault(output, "busy", message, hint) from None
        yield


@contextmanager
def folder_made(output: Path) -> Iterator[None]:
    """The folder, made if need be, with those that it lies in; what was made goes again if nothing came into it."""
    if output.exists() and not output.is_dir():
        message = "this is no folder, so no site can be written there"
        raise fault(output, "cannot-write", message, "give -o another place")
    made = [folder for folder in (output, *output.parents) if not folder.exists()]
    with faults_told(output):
        output.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        with suppress(OSError):  # it has files now
            for folder in made:
                folder.rmdir()


def remove_staging(output: Path, *, owned: bool) -> None:
    """Remove what a killed build left; `owned` tells whether newsgen has published here before.

    Raises `PublishError` about anything else of that name.
    """
    staging = output / STAGING
    if staging.is_symlink() or (staging.exists() and not staging.is_dir()):
        raise _foreign(staging, "newsgen needs this name for a folder of its own")
    try:
        names = os.listdir(staging)
    except (FileNotFoundError, NotADirectoryError):
        return
    foreign = [] if owned else sorted(name for name in names if not STAGED.fullmatch(name))
    if foreign:
        raise _foreign(staging / foreign[0], "newsgen did not write this file and will not remove it")
    _remove_folder(staging)


def _remove_folder(folder: Path) -> None:
    """Remove a folder with all in it, though a worker of a killed build may put a last file there meanwhile."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
    shutil.rmtree(folder)


def _foreign(path: Path, message: str) -> PublishError:
    return fault(path, "in-the-way", message, "move it away, or build into another folder with -o")


def stage_bytes(output: Path, name: str, data: bytes) -> Path:
    """The path of a file in the staging folder that holds these bytes."""
    path = output / STAGING / name
    try:
        path.write_bytes(data)
    except FileNotFoundError:  # the first one, unless a worker was faster with a large file
        path.parent.mkdir(mode=0o700, exist_ok=True)  # a server that publishes the folder is to show nothing of this
        path.write_bytes(data)
    return path
