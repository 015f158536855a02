"""The files below `articles/`, each read once: whatever a build makes of them, it makes of the bytes held here."""

import os
import stat
import unicodedata
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

from newsgen.canon import digest, digest_of
from newsgen.errors import Diagnostic, UsageError
from newsgen.load.faults import (
    ENDINGS,
    MAX_BYTES,
    tell_leads_out,
    tell_linked_folder,
    tell_not_read,
    tell_too_large,
    tell_unreadable,
)

FOLDER = "articles"

_OTHER_TEXTS = frozenset(
    {*(".htm", ".html", ".mht", ".mhtml", ".webarchive"), *(".doc", ".docx", ".odt", ".rtf", ".pages")}
    | {".pdf", ".epub", ".text", ".eml"}
)
"""Endings of files that somebody may have meant to be read."""

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Without waiting: nobody may ever write to a pipe."""

_ROOM = 1 << 16
"""Bytes asked for where a file is longer than the system said."""

Content: TypeAlias = bytes | Diagnostic
"""What a file holds; or why it is not read, or is not to be."""


class Found(NamedTuple):
    """A file that is a clipping or of which there is something to tell; or a folder that is not entered."""

    path: str
    """As it is shown, from the site's folder."""
    name: bytes
    """As the system has it, below `articles/`."""
    content: Content
    digest: str
    """Of the content."""


class Files(NamedTuple):
    """All that the clippings are made of."""

    found: deque[Found]
    """In the order of their paths as shown, folder by folder, the same on every system; names shown alike by their
    bytes."""
    digest: str
    """Of all of them."""


def read_files(site: Path) -> Files:
    """The files of the site, as they are now; raises UsageError if there is no folder `articles/`."""
    root = site / FOLDER
    if not root.is_dir():
        message = f"there is no folder `articles` with clippings in {show_path(str(site.resolve()))}"
        hint = "make it and put the clippings there as .md or .txt files, or name the folder that holds it"
        raise UsageError(Diagnostic(FOLDER, 0, 0, "error", "no-articles", message, hint))
    found = deque(sorted(_walk(root, os.fspath(root), ""), key=_order))
    return Files(found, digest_of([(file.name, file.digest) for file in found]))


def show_path(path: str) -> str:
    """The path as it can be shown and stored: what no text can hold is escaped, line ends too."""
    if path.isascii() and path.isprintable():
        return path
    path = unicodedata.normalize("NFC", path)
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape", "surrogatepass").decode("ascii")
        for character in path
    )


def read_bytes(file: Path | str) -> bytes | None:
    """The file's bytes, with few calls, for there are many; None if they are too many.

    Raises OSError for what is no plain file.
    """
    descriptor = os.open(file, _READING)
    try:
        seen = os.fstat(descriptor)
        if not stat.S_ISREG(seen.st_mode):
            raise OSError("it is no plain file")
        data = os.read(descriptor, min(seen.st_size, MAX_BYTES) + 1)
        while len(data) <= MAX_BYTES and (more := os.read(descriptor, _ROOM)):
            data += more
    finally:
        os.close(descriptor)
    return None if len(data) > MAX_BYTES else data


def _order(found: Found) -> tuple[str, bytes]:
    return found.path.replace("/", "\0"), found.name


def _find(shown: str, path: str, content: Content) -> Found:
    own = digest(content) if isinstance(content, bytes) else digest_of(content)
    return Found(shown, os.fsencode(path), content, own)


def _walk(root: Path, folder: str, above: str) -> Iterator[Found]:
    """All below a folder that is a clipping or of which there is something to tell; `above` is the folder's path."""
    try:
        with os.scandir(folder) as entries:
            inside = [entry for entry in entries if not _is_hidden(entry.name)]
    except OSError as fault:
        shown = show_path(f"{FOLDER}{above}")
        yield _find(shown, above, tell_unreadable(shown, fault, what="folder"))
        return
    for entry in inside:
        path = f"{above}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, entry.path, path)
            continue
        shown = show_path(f"{FOLDER}{path}")
        content = _read_entry(entry, shown, root)
        if content is not None:
            yield _find(shown, path, content)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~")


def _read_entry(entry: os.DirEntry[str], shown: str, root: Path) -> Content | None:
    """What a file, or a link to a file or folder, comes to; None if it is of no concern."""
    if entry.is_symlink() and os.path.isdir(entry.path):
        return _follow(entry, shown, root) or tell_linked_folder(shown)
    ending = os.path.splitext(entry.name)[1].lower()
    if ending not in ENDINGS:
        return tell_not_read(shown) if ending in _OTHER_TEXTS else None
    if entry.is_symlink() and (fault := _follow(entry, shown, root)):
        return fault
    try:
        data = read_bytes(entry.path)
    except OSError as error:
        return tell_unreadable(shown, error)
    return tell_too_large(shown) if data is None else data


def _follow(link: os.DirEntry[str], shown: str, root: Path) -> Diagnostic | None:
    """What is wrong with a link; None if it leads to a place below the folder of the clippings."""
    try:
        inside = Path(link.path).resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError) as fault:
        return tell_unreadable(shown, fault)
    return None if inside else tell_leads_out(shown)
