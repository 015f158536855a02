"""The configuration's files as text; only plain files in UTF-8 are read."""

import errno
import os
import secrets
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from newsgen.errors import ConfigError, Diagnostic

BOM = "\ufeff"

_MAY_WRITE = 0o222
"""Of a file's mode: somebody may write it. Root could in any case."""


def read_text(site: Path, name: str) -> str | None:
    """The text of the site's file, its line ends and byte order mark as they are; None if there is no such file.

    Raises ConfigError for what cannot be read.
    """
    path = site / name
    if not path.is_symlink() and not path.exists():
        return None
    try:
        data = _read_bytes(path)
    except OSError as error:
        message, hint = f"it cannot be read: {error.strerror}", "make it a plain file that you may read"
        raise ConfigError(Diagnostic(name, 0, 0, "error", "unreadable", message, hint)) from None
    return _decode(data, name)


def replace_text(site: Path, name: str, before: str, after: str) -> None:
    """Put the new text into the site's file in place of the one read before.

    Raises ConfigError where that cannot be done, or if somebody else has changed the file meanwhile.
    """
    if (read_text(site, name) or "") != before:
        message, hint = "somebody changed this file meanwhile; nothing was written", "run the command again"
        raise ConfigError(Diagnostic(name, 0, 0, "error", "changed-meanwhile", message, hint))
    write_text(site / name, after, told_as=name)


def write_text(path: Path, text: str, *, told_as: str | None = None) -> None:
    """Put the text into the file, all of it or nothing; a symbolic link stays one, owner and permissions stay.

    Raises ConfigError, about the path or what it is `told_as`, where that cannot be done or the file is protected.
    """
    name = told_as or path.as_posix()
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.stat().st_mode & _MAY_WRITE:
            message, hint = "it is protected against writing; nothing was written", f"chmod u+w {name}, and try again"
            raise ConfigError(Diagnostic(name, 0, 0, "error", "cannot-write", message, hint))
        _replace(target, text.encode())
    except OSError as error:
        message = f"it cannot be written: {error.strerror or type(error).__name__}; nothing was written"
        hint = "give yourself permission to write it and its folder, or free some space"
        raise ConfigError(Diagnostic(name, 0, 0, "error", "cannot-write", message, hint)) from None


def _replace(target: Path, data: bytes) -> None:
    """The bytes in a file beside the target, then that in its place."""
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with fresh.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            _keep_access(target, fresh)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def _keep_access(old: Path, new: Path) -> None:
    """Owner and permissions of the old file for the new one."""
    if sys.platform != "win32":
        was = old.stat()
        with suppress(OSError):  # only root may give a file away
            os.chown(new, was.st_uid, was.st_gid)
    shutil.copymode(old, new)


def _read_bytes(path: Path) -> bytes:
    """The file's bytes; only of a plain file, for a pipe or device might never end."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is no plain file")
    return path.read_bytes()


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = "the file is not UTF-8: this byte cannot be read"
        raise ConfigError(Diagnostic(name, line, column, "error", "encoding", message, "save it as UTF-8")) from None
