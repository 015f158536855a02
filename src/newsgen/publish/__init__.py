"""Publish: put the finished files in place so that a reader never meets a broken site.

All new bytes go into a staging folder inside the output folder (the same file system, so a full disk shows here
and costs nothing). When everything is there and nothing stands in the way, the manifest of owned files is widened
by the new ones, every file is renamed into place, what the site no longer has is taken away, and the final
manifest put. If any of this fails, all of it is put back.

A build that is killed leaves whole files, and a manifest that owns all of them: the next build sees by the
digests which are out of date. That is also why nothing is synced to disk: after a power cut the digests tell
which bytes are wrong, and all of them can be made again from the clippings.

Only files that the manifest lists are ever replaced or removed.
"""

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from newsgen.canon import digest
from newsgen.publish.exchange import exchange_files, remove_empty_folders
from newsgen.publish.faults import fault, faults_told
from newsgen.publish.folder import folder_ready, remove_staging, stage_bytes, staging_removed
from newsgen.publish.manifest import Manifest, PublishedFile, intact, read_manifest
from newsgen.publish.names import MANIFEST
from newsgen.publish.places import check_output, check_path, check_places, find_own_files
from newsgen.records import Record
from newsgen.records.output import OutputFile

__all__ = [
    "Manifest",
    "Published",
    "PublishedFile",
    "check_output",
    "intact",
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


def publish(files: Iterable[OutputFile], kept: Collection[PublishedFile], output: Path) -> Published:
    """Make `output` hold exactly these files and the `kept` ones, beside what others put there.

    The kept files are entries of the manifest as the caller read it: if another build has changed one of them since,
    the two sites would be mixed. Raises `PublishError`, or whatever making the files raises, with the site left as
    it was.
    """
    with folder_ready(output):
        old = read_manifest(output)
        with staging_removed(output, owned=bool(old)):
            _check_kept(kept, old, output)
            staged = _stage(files, kept, output)
            with faults_told(output):
                check_places(staged.site, old, output)
            removed = exchange_files(staged.changed, staged.site, old, output)
    unchanged = staged.site.keys() - set(staged.changed)
    return Published(written=tuple(sorted(staged.changed)), unchanged=tuple(sorted(unchanged)), removed=removed)


def remove_published(output: Path) -> tuple[str, ...]:
    """Remove all that newsgen wrote to `output`, and the folder if that leaves it empty; says which files."""
    manifest = read_manifest(output)
    with faults_told(output):
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
    new = {file.path: file for file in kept}
    staged: list[str] = []
    for file in files:
        check_path(file.path, output)
        if file.path in new:
            raise fault(output / file.path, "path-clash", "two files want this path", "rename one of them")
        new[file.path] = PublishedFile(path=file.path, digest=digest(file.data), key=file.key)
        with faults_told(output):
            if not _has_bytes(output / file.path, file.data):
                stage_bytes(output, str(len(staged)), file.data)
                staged.append(file.path)
    return _Staged(site=new, changed=tuple(staged))


def _has_bytes(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False
