"""Publish: put the finished files in place so that a reader never meets a broken site.

In four steps, each of which may be the last. All new bytes go into a staging folder inside the output folder
(the same file system, so a full disk shows here and costs nothing). The manifest of owned files is widened by
the new ones. Every file is renamed into place. What the site no longer has is removed, and the final manifest
put.

A build that is killed leaves whole files, and a manifest that owns all of them: the next build sees by the
digests which are out of date. That is also why nothing is synced to disk: after a power cut the digests tell
which bytes are wrong, and all of them can be made again from the clippings.

Only files that the manifest lists are ever replaced or removed.
"""

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from newsgen.canon import digest
from newsgen.publish.faults import fault, faults_told
from newsgen.publish.folder import folder_ready, remove_staging, stage_bytes, staging_removed
from newsgen.publish.manifest import Manifest, PublishedFile, intact, manifest_bytes, read_manifest
from newsgen.publish.places import MANIFEST, STAGING, check_output, check_path, check_places, is_own_file
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


class _Plan(Record):
    """All that is known once the new bytes are staged and before anything is changed."""

    files: tuple[PublishedFile, ...]
    """The whole site, sorted by path."""
    staged: tuple[str, ...]
    """Paths of the files in staging; the name in the staging folder is the position here."""


def publish(files: Iterable[OutputFile], kept: Collection[str], output: Path) -> Published:
    """Make `output` hold exactly these files and those at the `kept` paths, beside what others put there.

    Raises `PublishError`, or whatever making the files raises, with the site left as it was.
    """
    with folder_ready(output), staging_removed(output):
        old = read_manifest(output)
        plan = _stage(files, kept, old, output)
        with faults_told(output):
            removed = _put_in_place(plan, old, output)
    unchanged = {file.path for file in plan.files} - set(plan.staged)
    return Published(written=tuple(sorted(plan.staged)), unchanged=tuple(sorted(unchanged)), removed=removed)


def remove_published(output: Path) -> tuple[str, ...]:
    """Remove all that newsgen wrote to `output`, and the folder if that leaves it empty; says which files."""
    manifest = read_manifest(output)
    with faults_told(output):
        remove_staging(output)
        removed = _remove(manifest, output)
        if manifest:
            (output / MANIFEST).unlink()
            with suppress(OSError):  # others' files are in it
                output.rmdir()
    return removed


def _stage(files: Iterable[OutputFile], kept: Collection[str], old: Manifest, output: Path) -> _Plan:
    """The plan, with the bytes of each file that differs in the staging folder."""
    new = {path: _kept_file(path, old, output) for path in kept}
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
    with faults_told(output):
        check_places(new, old, output)
    return _Plan(files=tuple(new[path] for path in sorted(new)), staged=tuple(staged))


def _kept_file(path: str, old: Manifest, output: Path) -> PublishedFile:
    if path not in old:
        hint = "build again, one build at a time"
        raise fault(output / path, "lost-file", "this file was taken away while the site was built", hint)
    return old[path]


def _has_bytes(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _put_in_place(plan: _Plan, old: Manifest, output: Path) -> tuple[str, ...]:
    """The paths removed. New files come first, so that no changed page links to one that is not there yet."""
    new = {file.path: file for file in plan.files}
    final = None if new == old else stage_bytes(output, "manifest", manifest_bytes(new))
    if any(path not in old for path in plan.staged):
        owned = {path: PublishedFile(path=path, digest="", key="") for path in plan.staged} | dict(old)
        stage_bytes(output, "owned", manifest_bytes(owned)).replace(output / MANIFEST)
    for folder in sorted({(output / path).parent for path in plan.staged}):
        folder.mkdir(parents=True, exist_ok=True)
    for number, path in sorted(enumerate(plan.staged), key=lambda item: (item[1] in old, item[1])):
        (output / STAGING / str(number)).replace(output / path)
    removed = _remove(old.keys() - new.keys(), output)
    if final:
        final.replace(output / MANIFEST)
    return removed


def _remove(paths: Collection[str], output: Path) -> tuple[str, ...]:
    """The files that were there and are now gone, and with them the folders that this leaves empty."""
    removed = [path for path in sorted(paths) if is_own_file(path, output)]
    for path in removed:
        (output / path).unlink()
    folders = {folder for path in removed for folder in PurePosixPath(path).parents[:-1]}
    for folder in sorted(folders, key=lambda folder: len(folder.parts), reverse=True):
        with suppress(OSError):  # other files are in it
            (output / folder).rmdir()
    return tuple(removed)
