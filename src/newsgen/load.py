"""Loading: each file below `articles/` read once, decoded, in a fixed order.

Whatever cannot be read becomes a diagnostic that names it; the rest goes on.
"""

import errno
import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from newsgen.canon import DIGEST_SIZE, digest
from newsgen.errors import BuildError, Diagnostic, UsageError
from newsgen.records.clipping import Clipping, Clippings

FOLDER = "articles"
ENDINGS = (".md", ".markdown", ".txt")
MAX_BYTES = 10_000_000
"""A clipping is a text of some pages; what is larger is something else."""

_OTHER_TEXTS = frozenset(
    {*(".htm", ".html", ".mht", ".mhtml", ".webarchive"), *(".doc", ".docx", ".odt", ".rtf", ".pages")}
    | {".pdf", ".epub", ".text", ".eml"}
)
"""Endings of files that somebody may have meant to be read."""

_MAGIC = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"RIFF": "an image or a sound",
    b"\x1f\x8b": "a compressed file",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "a rich text document",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
"""How files begin that are no text: the first bytes → what it is."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_WITHOUT_CONTROLS = dict.fromkeys({*range(32), 127} - {*b"\t\n\v\f\r\x1b"})
"""Deletes what no text holds; form feeds and escapes do occur in what terminals and wires leave behind."""

_UNDEFINED_IN_CP1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")


def load_clippings(site_folder: Path) -> Clippings:
    """All clippings of the site, in the order of their paths, and what is to be said about the other files.

    Raises UsageError if there is no folder `articles/`.
    """
    root = site_folder / FOLDER
    if not root.is_dir():
        message = f"there is no folder `articles` with clippings in {_printable(str(site_folder.resolve()))}"
        hint = "make it and put the clippings there as .md or .txt files, or name the folder that holds it"
        raise UsageError(Diagnostic(FOLDER, 0, 0, "error", "no-articles", message, hint))
    clippings: dict[str, Clipping] = {}
    diagnostics: list[Diagnostic] = []
    for shown, found in sorted(_find_files(root), key=_order):
        outcome = found if isinstance(found, Diagnostic) else _load(site_folder, found, shown)
        if isinstance(outcome, Clipping) and shown in clippings:
            outcome = _twin(shown)
        if isinstance(outcome, Clipping):
            clippings[shown] = outcome
        elif outcome is not None:
            diagnostics.append(outcome)
    return Clippings(clippings=tuple(clippings.values()), diagnostics=tuple(diagnostics))


def digest_clippings(site_folder: Path) -> str | None:
    """Digest of all that `load_clippings` reads: of the names of files and folders, and of the bytes of clippings.

    None where that is not all that it depends on: something is a link, no plain file, or cannot be read.
    """
    state = hashlib.blake2b(digest_size=DIGEST_SIZE)
    try:
        for path, data in _read_all(os.fspath(site_folder / FOLDER), ""):
            name = os.fsencode(path)
            state.update(b"%d:%d:%s" % (len(name), len(data), name))
            state.update(data)
    except OSError:
        return None
    return state.hexdigest()


def _read_all(folder: str, above: str) -> Iterator[tuple[str, bytes]]:
    """Each file below the folder that is not hidden, in a fixed order, with its bytes if it can be a clipping."""
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry) for entry in entries if not _is_hidden(entry.name))
    for name, entry in found:
        path = f"{above}/{name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _read_all(entry.path, path)
        elif not entry.is_file(follow_symlinks=False):
            raise OSError(errno.EINVAL, "it is no plain file")
        elif os.path.splitext(name)[1].lower() in ENDINGS:
            yield path, _read_whole(entry.path)
        else:
            yield path, b""


def _read_whole(path: str) -> bytes:
    """The bytes of a plain file; few calls and no more room than it takes, for there are many."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(descriptor, min(os.fstat(descriptor).st_size, MAX_BYTES) + 1)
    finally:
        os.close(descriptor)
    return data


def load_clipping(file: Path, path: str) -> Clipping:
    """The clipping in one file, wherever it lies and whatever its ending; `path` is how messages name it.

    Raises BuildError if it cannot be read.
    """
    outcome = _read(file, _printable(path))
    if isinstance(outcome, Diagnostic):
        raise BuildError(outcome)
    return outcome


Found: TypeAlias = tuple[str, str | Diagnostic]
"""A path as shown; the path as the system has it, or what is wrong with it. Both are relative to the site."""


def _order(found: Found) -> tuple[tuple[bytes, ...], bytes]:
    """Order by path, folder by folder, the same on every system; names that are shown alike by their bytes."""
    shown, path = found
    parts = tuple(part.encode() for part in shown.split("/"))
    return parts, os.fsencode(path) if isinstance(path, str) else b""


def _find_files(root: Path) -> Iterator[Found]:
    """All files below the folder that are not hidden; folders that are not entered."""
    faults: list[OSError] = []
    for folder, subfolders, names in os.walk(root, onerror=faults.append):
        place = Path(FOLDER, Path(folder).relative_to(root))
        subfolders[:] = [name for name in subfolders if not _is_hidden(name)]
        for name in subfolders:
            if os.path.islink(os.path.join(folder, name)):
                shown = _printable((place / name).as_posix())
                yield shown, _linked_folder(shown, Path(folder, name), root)
        for name in names:
            if not _is_hidden(name):
                path = (place / name).as_posix()
                yield _printable(path), path
    for fault in faults:
        shown = _printable(Path(FOLDER, Path(fault.filename).relative_to(root)).as_posix())
        yield shown, _unreadable(shown, fault)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~")


def _load(site_folder: Path, path: str, shown: str) -> Clipping | Diagnostic | None:
    """The clipping in the file; or what is wrong with it; or None for a file of no concern."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in ENDINGS:
        return _not_read(shown) if ending in _OTHER_TEXTS else None
    file = site_folder / path
    try:
        if file.is_symlink() and not _is_within(file, site_folder / FOLDER):
            return _leads_out(shown)
    except (OSError, RuntimeError) as fault:
        return _unreadable(shown, fault)
    return _read(file, shown)


def _read(file: Path, shown: str) -> Clipping | Diagnostic:
    """The clipping in a file, or what is wrong with it."""
    try:
        data = _read_bytes(file)
    except OSError as fault:
        return _unreadable(shown, fault)
    return _too_large(shown) if data is None else _decode(shown, data)


def _is_within(link: Path, root: Path) -> bool:
    """Whether the link leads to a place below the folder. Raises OSError or RuntimeError if it leads nowhere."""
    return link.resolve(strict=True).is_relative_to(root.resolve())


def _read_bytes(file: Path) -> bytes | None:
    """The file's bytes; None if they are too many. Raises OSError for what is no plain file."""
    with open(os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError("it is no plain file")
        data = stream.read(MAX_BYTES + 1)
    return None if len(data) > MAX_BYTES else data


def _decode(path: str, data: bytes) -> Clipping | Diagnostic:
    """The clipping made of a file's bytes, or why it is none."""
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None)
    if kind is not None:
        return _binary(path, f"this is {kind}, not a text")
    encoding = _detect(data)
    if encoding == "utf-16" and len(data) % 2:
        return _binary(path, "this begins like UTF-16 but has an odd number of bytes")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return _binary(path, f"this begins like {encoding} but cannot be decoded")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) - len(text.translate(_WITHOUT_CONTROLS)) > len(text) // 200 or "\x00" in text:
        return _find_control(path, text)
    if not text.strip("\ufeff\u200b \t\n\r\f\v\xa0"):
        return _fault(path, "empty", "the file is empty", "put the clipping's text into it or delete it")
    return Clipping(path=path, text=text, encoding=encoding, digest=digest(data), diagnostics=_remarks(path, encoding))


def _detect(data: bytes) -> str:
    """The encoding of a text: by its mark, else UTF-8 if it can be, else cp1252, else latin-1."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1" if _UNDEFINED_IN_CP1252.intersection(data) else "cp1252"
    return "utf-8"


def _remarks(path: str, encoding: str) -> tuple[Diagnostic, ...]:
    if encoding.startswith("utf-8"):
        return ()
    message = f"read as {encoding}, which is not UTF-8"
    return (Diagnostic(path, 0, 0, "note", "encoding", message, "save it as UTF-8 if characters look wrong"),)


def _printable(path: str) -> str:
    """The path as it can be shown and stored: what no text can hold is escaped, line ends too."""
    path = unicodedata.normalize("NFC", path)
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape", "surrogatepass").decode("ascii")
        for character in path
    )


def _fault(path: str, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path, 0, 0, "error", code, message, hint)


def _binary(path: str, message: str) -> Diagnostic:
    return _fault(path, "not-text", message, "save the article's text as UTF-8, or move the file out of articles/")


def _find_control(path: str, text: str) -> Diagnostic:
    """The fault of a text with control characters, at the first of them."""
    at = next(at for at, character in enumerate(text) if ord(character) in _WITHOUT_CONTROLS)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    message = f"this is not a text: it holds control characters, the first of them U+{ord(text[at]):04X}"
    hint = "delete them if it is a text, or move the file out of articles/"
    return Diagnostic(path, line, column, "error", "not-text", message, hint)


def _too_large(path: str) -> Diagnostic:
    message = f"the file is larger than {MAX_BYTES // 1_000_000} MB, too large for a clipping"
    return _fault(path, "too-large", message, "keep one article a file")


def _leads_out(path: str) -> Diagnostic:
    return _fault(
        path, "leads-out", "this link leads out of articles/ and is not followed", "copy the file itself here"
    )


def _linked_folder(path: str, link: Path, root: Path) -> Diagnostic:
    try:
        inside = _is_within(link, root)
    except (OSError, RuntimeError) as fault:
        return _unreadable(path, fault)
    if not inside:
        return _leads_out(path)
    message = "a link to a folder is not followed; what it leads to is read in its own place"
    return Diagnostic(path, 0, 0, "warning", "linked-folder", message, "delete the link")


def _twin(path: str) -> Diagnostic:
    message = "two files have this name, written with different characters that look the same"
    return _fault(path, "same-name", message, "rename one of them")


def _unreadable(path: str, fault: Exception) -> Diagnostic:
    reason = getattr(fault, "strerror", None) or str(fault)
    return _fault(path, "unreadable", f"the file cannot be read: {reason}", "mend it or move it out of articles/")


def _not_read(path: str) -> Diagnostic:
    message = f"not read: only {', '.join(ENDINGS)} files are clippings"
    return Diagnostic(path, 0, 0, "warning", "not-read", message, "save the article as text")
