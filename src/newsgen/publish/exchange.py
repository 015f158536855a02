"""The exchange of the published site for the new one: all of it or, if anything fails midway, none of it.

While it runs, the staging folder holds what is needed to go either way: new bytes that are not yet in place, the
bytes that they replace, and the files that are to go. What is still there tells how far the exchange came.
"""

import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from newsgen.publish.faults import faults_told
from newsgen.publish.folder import stage_bytes
from newsgen.publish.manifest import Manifest, PublishedFile, manifest_bytes
from newsgen.publish.names import MANIFEST, STAGING
from newsgen.publish.places import check_writable, find_own_files, is_folder
from newsgen.records import Record


class _Exchange(Record):
    """What is to be done, all of it known and checked before anything is changed."""

    put: tuple[str, ...]
    """Files to put in place; the new bytes are in staging as `0`, `1`, …, those they replace as `old-0`, …"""
    gone: tuple[str, ...]
    """Files to remove; in staging as `gone-0`, …"""
    made: tuple[str, ...]
    """Folders to make, outer ones first."""


def exchange_files(staged: tuple[str, ...], new: Manifest, old: Manifest, output: Path) -> tuple[str, ...]:
    """Put the staged files in place, by their position in staging, and remove what is old; says what was removed.

    Raises `PublishError` with the site left, or put back, as it was.
    """
    if not staged and new == old:
        return ()
    with faults_told(output):
        gone = find_own_files(old.keys() - new.keys(), output)
        check_writable({MANIFEST, *staged, *gone}, output)
        exchange = _Exchange(put=staged, gone=gone, made=_missing_folders(staged, output))
        _keep_old(exchange, output)
        with _put_back_on_fault(exchange, output):
            _exchange(exchange, new, old, output)
    return gone


def remove_empty_folders(paths: Collection[str], output: Path) -> None:
    """Remove the folders of these paths that are empty; none is reached through a symbolic link."""
    folders = {str(folder) for path in paths for folder in PurePosixPath(path).parents[:-1]}
    for folder in sorted(folders, reverse=True):  # inner ones first
        if is_folder(folder, output):
            with suppress(OSError):  # other files are in it
                (output / folder).rmdir()


def _exchange(exchange: _Exchange, new: Manifest, old: Manifest, output: Path) -> None:
    """New files come first, so that no changed page links to one that is not there yet."""
    staging = output / STAGING
    # Before any file is: a build that is killed must leave none that is not known for newsgen's.
    owned = {path: PublishedFile(path=path, digest="", key="") for path in exchange.put} | dict(old)
    final = stage_bytes(output, "manifest", manifest_bytes(new))
    if owned.keys() != old.keys():
        stage_bytes(output, "owned", manifest_bytes(owned)).replace(output / MANIFEST)
    for folder in exchange.made:
        (output / folder).mkdir()
    for number, path in sorted(enumerate(exchange.put), key=lambda item: (item[1] in old, item[1])):
        (staging / str(number)).replace(output / path)
    for number, path in enumerate(exchange.gone):
        (output / path).replace(staging / f"gone-{number}")
    remove_empty_folders(old.keys() - new.keys(), output)
    final.replace(output / MANIFEST)


def _missing_folders(paths: Collection[str], output: Path) -> tuple[str, ...]:
    folders = {str(folder) for path in paths for folder in PurePosixPath(path).parents[:-1]}
    return tuple(folder for folder in sorted(folders) if not (output / folder).exists())


def _keep_old(exchange: _Exchange, output: Path) -> None:
    """Keep in staging what is about to be replaced."""
    (output / STAGING).mkdir(exist_ok=True)
    kept = [(f"old-{number}", path) for number, path in enumerate(exchange.put)]
    for name, path in [*kept, ("old-manifest", MANIFEST)]:
        if (output / path).exists():
            _link_or_copy(output / path, output / STAGING / name)


def _link_or_copy(path: Path, copy: Path) -> None:
    try:
        copy.hardlink_to(path)
    except OSError:  # not on this file system, or not for a file of another user
        shutil.copy2(path, copy)


@contextmanager
def _put_back_on_fault(exchange: _Exchange, output: Path) -> Iterator[None]:
    """Undo the exchange, as far as it came, if it fails."""
    try:
        yield
    except BaseException:
        with suppress(OSError):  # a second fault: the manifest goes back last, so the next build mends the rest
            _put_back(exchange, output)
        raise


def _put_back(exchange: _Exchange, output: Path) -> None:
    staging = output / STAGING
    for number, path in enumerate(exchange.gone):
        if (staging / f"gone-{number}").exists():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / f"gone-{number}").replace(output / path)
    for number, path in enumerate(exchange.put):
        if not (staging / str(number)).exists():
            _restore(staging / f"old-{number}", output / path)
    for folder in reversed(exchange.made):
        with suppress(FileNotFoundError):
            (output / folder).rmdir()
    _restore(staging / "old-manifest", output / MANIFEST)


def _restore(old: Path, path: Path) -> None:
    """Put the old file back, or take the new one away if there was none."""
    if old.exists():
        old.replace(path)
    else:
        path.unlink(missing_ok=True)
