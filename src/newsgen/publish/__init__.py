"""Publish: put the finished files in place so that a reader never meets a broken site.

All new bytes go into a staging folder first; the published site is not touched, and a full disk shows here. When
everything is there and nothing stands in the way, a journal of all steps is written, and the steps are taken: new
files, then those that are replaced, removals last, each by one atomic rename (see `steps`). If a step fails, or the
user interrupts, the steps taken are taken back. If the build is killed, the next one completes what the journal says
before it does anything else. So a reader finds, at any moment, each page whole, as the old or the new build has it, and
the pages that it leads to.

The staging folder lies inside the output folder, under a name of newsgen's own, closed to other users and gone when the
build ends. Beside it would be no better place: `public/` may be a mount point, of which a rename cannot lead in, or the
only folder that the build may write to; and a journal in it goes where the folder goes.

Nothing is synced to disk. A process that is killed loses nothing; after a power cut the digests in journal and manifest
tell which bytes are wrong, and all of them can be made again from the clippings.

Only files that the manifest lists are ever replaced or removed.
"""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsgen.canon import digest
from newsgen.publish.completing import complete_exchange
from newsgen.publish.exchange import exchange_files
from newsgen.publish.faults import fault, faults_told
from newsgen.publish.folder import folder_locked, folder_made, remove_staging, stage_bytes
from newsgen.publish.journal import is_unfinished
from newsgen.publish.manifest import Manifest, PublishedFile, digest_manifest, intact, read_manifest
from newsgen.publish.names import MANIFEST, STAGING
from newsgen.publish.places import check_output, check_path, check_places, find_own_files, remove_empty_folders
from newsgen.publish.spool import have_same_bytes
from newsgen.records import Record
from newsgen.records.output import OutputFile, Spooled

__all__ = [
    "Manifest",
    "Published",
    "PublishedFile",
    "check_output",
    "digest_manifest",
    "intact",
    "is_unfinished",
    "output_taken",
    "publish",
    "read_manifest",
    "remove_published",
]


class Published(Record):
    """What publishing did, each a sorted list of paths."""

    written: tuple[str, ...]
    """New files, and files whose bytes differ."""
    unchanged: tuple[str, ...]
    """Files whose bytes were already there; not touched."""
    removed: tuple[str, ...]
    """Files of an earlier build that the site no longer has."""


class _Staged(Record):
    """All that is known once the new bytes are staged and before anything is changed."""

    site: Manifest
    """The whole new site."""
    changed: tuple[str, ...]
    """Paths of the files in staging; the name in the staging folder is the position here."""


@contextmanager
def output_taken(output: Path) -> Iterator[None]:
    """The output folder for this process alone, made if need be, with what a killed build left undone completed.

    A build takes it before it looks into it. Raises `PublishError` if another build has it, and names that one.
    """
    with folder_made(output), folder_locked(output):
        complete_exchange(output)
        if os.path.lexists(output / STAGING):
            with faults_told(output):
                remove_staging(output, owned=bool(read_manifest(output)))
        try:
            yield
        finally:
            if not is_unfinished(output):
                shutil.rmtree(output / STAGING, ignore_errors=True)


def publish(files: Iterable[OutputFile], kept: Collection[PublishedFile], output: Path) -> Published:
    """Make `output`, which the caller has taken, hold exactly these files and the `kept` ones, beside others' files.

    The kept files are entries of the manifest as the caller read it; they are looked at when all others are made, so
    that making these may tell which can be kept. Raises `PublishError`, or whatever making the
    files raises, with the site left as it was.
    """
    old = read_manifest(output)
    staged = _stage(files, kept, output)
    _check_kept(kept, old, output)
    with faults_told(output):
        check_places({*staged.changed, *(staged.site.keys() - old.keys())}, old.keys(), output)
    removed = exchange_files(staged.changed, staged.site, old, output)
    unchanged = staged.site.keys() - set(staged.changed)
    return Published(written=tuple(sorted(staged.changed)), unchanged=tuple(sorted(unchanged)), removed=removed)


def remove_published(output: Path) -> tuple[str, ...]:
    """Remove all that newsgen wrote to `output`, and the folder if that leaves it empty; says which files.

    What a killed build left undone needs no completing: the manifest lists all that it has put there.
    """
    with folder_locked(output), faults_told(output):
        manifest = read_manifest(output)
        remove_staging(output, owned=bool(manifest))
        removed = find_own_files(manifest, output)
        for path in removed:
            (output / path).unlink()
        remove_empty_folders(manifest, output)
        if manifest:
            (output / MANIFEST).unlink()
            with suppress(OSError):  # others' files are in it
                output.rmdir()
    return removed


def _check_kept(kept: Iterable[PublishedFile], old: Manifest, output: Path) -> None:
    for file in kept:
        if old.get(file.path) != file:
            message = "the published site was changed meanwhile, by another build or by cleaning"
            raise fault(output / file.path, "changed-meanwhile", message, "build again, one build at a time")


def _stage(files: Iterable[OutputFile], kept: Iterable[PublishedFile], output: Path) -> _Staged:
    """The new site, with the bytes of each file that differs in the staging folder."""
    new: dict[str, PublishedFile] = {}
    staged: list[str] = []
    for file in files:
        check_path(file.path, output)
        _check_free(file.path, new, output)
        with faults_told(output):
            known = file.data.digest if isinstance(file.data, Spooled) else digest(file.data)
            new[file.path] = PublishedFile(path=file.path, digest=known, key=file.key)
            if not _is_there(output / file.path, file.data):
                _stage_file(output, str(len(staged)), file.data)
                staged.append(file.path)
    for kept_file in kept:
        _check_free(kept_file.path, new, output)
        new[kept_file.path] = kept_file
    return _Staged(site=new, changed=tuple(staged))


def _check_free(path: str, new: Manifest, output: Path) -> None:
    if path in new:
        raise fault(output / path, "path-clash", "two files want this path", "rename one of them")


def _stage_file(output: Path, name: str, data: bytes | Spooled) -> None:
    if isinstance(data, Spooled):
        Path(data.path).replace(output / STAGING / name)
    else:
        stage_bytes(output, name, data)


def _is_there(path: Path, data: bytes | Spooled) -> bool:
    """Whether the published file has these bytes already."""
    try:
        if isinstance(data, Spooled):
            return have_same_bytes(path, Path(data.path))
        return os.stat(path).st_size == len(data) and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False
