"""The output folder during a build: locked for it alone, with a staging folder that is gone afterwards."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from newsgen.config.locks import folder_locked
from newsgen.errors import PublishError
from newsgen.publish.faults import fault, faults_told
from newsgen.publish.names import STAGING

# matches: 17
# matches: old-17
# matches: manifest
# not: notes.txt
_STAGED = re.compile(r"\A(?:(?:old-|gone-)?[0-9]+|manifest|old-manifest|owned)\Z")


@contextmanager
def folder_ready(output: Path) -> Iterator[None]:
    """The output folder, made if need be, for this build alone; taken away again if nothing came of it."""
    with faults_told(output):
        made = not output.exists()
        output.mkdir(parents=True, exist_ok=True)
    try:
        with _locked(output):
            yield
    finally:
        if made:
            with suppress(OSError):  # it has files now
                output.rmdir()


@contextmanager
def staging_removed(output: Path, *, owned: bool) -> Iterator[None]:
    """No staging folder before (a killed build leaves one) and none after."""
    with faults_told(output):
        remove_staging(output, owned=owned)
    try:
        yield
    finally:
        shutil.rmtree(output / STAGING, ignore_errors=True)


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
    foreign = [] if owned else sorted(name for name in names if not _STAGED.fullmatch(name))
    if foreign:
        raise _foreign(staging / foreign[0], "newsgen did not write this file and will not remove it")
    shutil.rmtree(staging)


def _foreign(path: Path, message: str) -> PublishError:
    return fault(path, "in-the-way", message, "move it away, or build into another folder with -o")


def stage_bytes(output: Path, name: str, data: bytes) -> Path:
    """The path of a file in the staging folder that holds these bytes."""
    path = output / STAGING / name
    try:
        path.write_bytes(data)
    except FileNotFoundError:  # the first one: a build that changes nothing makes no folder
        path.parent.mkdir()
        path.write_bytes(data)
    return path


@contextmanager
def _locked(output: Path) -> Iterator[None]:
    """The folder, with other builds kept out of it until the end, or until this process ends."""
    with ExitStack() as held:
        with faults_told(output):
            try:
                held.enter_context(folder_locked(output, wait=False))
            except BlockingIOError:
                hint = "wait until it is done, or choose another folder with -o"
                raise fault(output, "busy", "another build is writing to this folder", hint) from None
        yield
