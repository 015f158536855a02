"""Places: where a site may be written, and what may stand in the way there."""

import errno
import os
import re
from collections.abc import Collection, Container
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISLNK, S_ISREG

from newsgen.errors import Diagnostic, PublishError, UsageError
from newsgen.publish.faults import fault
from newsgen.publish.names import MANIFEST, STAGING

_SOURCES = ("articles", "templates", "static", "site.yaml", "people.yaml", "redirects.yaml")
_MEMO = ".newsgen"  # the preview is built inside it, but nothing into the folder itself
_LONGEST_NAME = 255  # bytes; the limit of every common file system

# matches: articles/a-flood.html
# matches: search/words/s-ab.js
# not: .newsgen.json
# not: a/../b
_PLAIN_PATH = re.compile(r"\A(?:[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}/)*[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}\Z")
"""Paths that any system takes: nearly all that there are, told at once."""

_NOT_IN_NAMES = set('\\:*?"<>|')  # a site is copied to sticks and Windows machines, too


def check_output(site: Path, output: Path) -> None:
    """Raise `UsageError` if writing to this folder could mix the site with what it is made from."""
    root, target = _real(site), _real(output)
    if root.is_relative_to(target):
        raise _overlap(output, "this folder holds the site's own files")
    for name in _SOURCES:
        source = _real(site / name)
        if source.is_relative_to(target) or target.is_relative_to(source):
            raise _overlap(output, f"this folder overlaps with the site's {name}")
    memo = _real(site / _MEMO)
    if target.is_relative_to(memo) and target != memo / "preview":
        raise _overlap(output, "this folder holds what newsgen remembers of earlier builds")


def _overlap(output: Path, message: str) -> UsageError:
    hint = "choose another with -o, such as public/"
    return UsageError(Diagnostic(output.as_posix(), 0, 0, "error", "output-holds-site", message, hint))


def folders_of(paths: Collection[str]) -> set[str]:
    """All folders that these paths lie in, inner and outer ones."""
    found = {path.rpartition("/")[0] for path in paths}
    return {str(folder) for inner in found for folder in (inner, *PurePosixPath(inner).parents)} - {"", "."}


def is_below(path: str, others: Container[str]) -> bool:
    """Whether one of the others is the path itself, or a folder that it lies in."""
    return any(str(place) in others for place in (path, *PurePosixPath(path).parents))


def fits_path(path: str) -> bool:
    """Whether the path names a file inside the output folder on any system."""
    if _PLAIN_PATH.match(path):
        return True
    parts = path.split("/")
    fits = all(_fits(part) for part in parts) and parts[0] not in {MANIFEST, STAGING}
    return fits and path.isprintable() and not _NOT_IN_NAMES & set(path)


def check_path(path: str, output: Path) -> None:
    """Raise `PublishError` unless the path names a file inside the output folder on any system."""
    if fits_path(path):
        return
    message = f"{path!r} cannot be the path of a file in the site"
    if path.startswith("static/"):  # the site has the file under the same name as its own folder
        place, hint = Path(path), "rename this file: letters, digits, - and _ are safe in every name"
    else:
        place, hint = output, "change the slug or file name that it comes from"
    raise fault(place, "bad-path", message, hint)


def check_places(new: Collection[str], owned: AbstractSet[str], output: Path) -> None:
    """Raise `PublishError` if something that newsgen does not own stands where a new file is to be put.

    What it owns, is not among the new files and stands in their way can be taken away first.
    """
    idle = owned - set(new)
    for folder in sorted(folders_of(new)):
        mode = _mode(f"{output}/{folder}")
        if folder in new or (mode and not S_ISDIR(mode) and not (S_ISREG(mode) and folder in idle)):
            what = "a symbolic link" if S_ISLNK(mode) else "a file"
            raise _in_the_way(output / folder, f"{what} stands where a folder of the site belongs")
    for path in sorted(new):
        mode = _mode(f"{output}/{path}")
        if mode and not S_ISREG(mode) and not (S_ISDIR(mode) and _has_only(idle, path, output)):
            what = "a folder" if S_ISDIR(mode) else "a symbolic link or device"
            raise _in_the_way(output / path, f"{what} stands where a file of the site belongs")
        if S_ISREG(mode) and path not in owned:
            raise _not_ours(path, owned, output)


def _not_ours(path: str, owned: AbstractSet[str], output: Path) -> PublishError:
    """The error about a file that may be anybody's."""
    if owned:
        return _in_the_way(output / path, "newsgen did not write this file and will not overwrite it")
    message = f"the list of newsgen's files ({MANIFEST}) is missing here: this file may be somebody else's, and stays"
    hint = "if all in this folder is from an earlier build, empty it or put the list back; else build elsewhere with -o"
    return fault(output / path, "in-the-way", message, hint)


def _has_only(paths: AbstractSet[str], folder: str, output: Path) -> bool:
    """Whether these are all the files in the folder, and all its folders are theirs."""
    known = paths | folders_of(paths)
    for root, inner, names in os.walk(output / folder):
        above = Path(root).relative_to(output).as_posix()
        links = [name for name in inner if os.path.islink(os.path.join(root, name))]
        if above not in known or not all(f"{above}/{name}" in paths for name in [*names, *links]):
            return False
    return True


def check_writable(paths: Collection[str], output: Path) -> None:
    """Raise `PermissionError` about the first folder in which one of these paths cannot be put or removed."""
    effective = os.access in os.supports_effective_ids
    folders = {path.rpartition("/")[0] for path in paths}
    for folder in sorted({_nearest_folder(output / folder) for folder in folders}):
        if not os.access(folder, os.W_OK | os.X_OK, effective_ids=effective):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def find_own_files(paths: Collection[str], output: Path) -> tuple[str, ...]:
    """Those of the owned paths, sorted, that are still plain files, reached without a symbolic link."""
    return tuple(path for path in sorted(paths) if is_file(path, output))


def is_file(path: str, output: Path) -> bool:
    """Whether the path is a plain file, reached without a symbolic link."""
    return S_ISREG(_mode(f"{output}/{path}")) and _is_reached(path, output)


def remove_empty_folders(paths: Collection[str], output: Path) -> None:
    """Remove the folders of these paths that are empty; none is reached through a symbolic link."""
    for folder in sorted(folders_of(paths), reverse=True):  # inner ones first
        if is_folder(folder, output):
            with suppress(OSError):  # other files are in it
                (output / folder).rmdir()


def is_folder(path: str, output: Path) -> bool:
    """Whether the path is a folder, reached without a symbolic link."""
    return S_ISDIR(_mode(f"{output}/{path}")) and _is_reached(path, output)


def _is_reached(path: str, output: Path) -> bool:
    parts = path.split("/")
    return all(S_ISDIR(_mode(f"{output}/{'/'.join(parts[:end])}")) for end in range(1, len(parts)))


def _nearest_folder(folder: Path) -> Path:
    """The folder or, where that is not there, the one in which it is to be made."""
    return next(place for place in (folder, *folder.parents) if place.is_dir())


def _fits(part: str) -> bool:
    size = len(part.encode("utf-8", "replace"))
    return part not in {".", ".."} and 0 < size <= _LONGEST_NAME


def _in_the_way(path: Path, message: str) -> PublishError:
    return fault(path, "in-the-way", message, "move it away, or build into another folder with -o")


def _mode(path: Path | str) -> int:
    """Kind and permissions of what is at the path itself; 0 if nothing is."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _real(path: Path) -> Path:
    """The path without symbolic links; unlike `resolve` it never fails, not even on a loop."""
    return Path(os.path.realpath(path))
