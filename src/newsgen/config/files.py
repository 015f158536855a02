"""The configuration's files as text; only plain files in UTF-8 are read."""

import errno
import os
import shutil
from pathlib import Path

from newsgen.errors import ConfigError, Diagnostic

BOM = "\ufeff"


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


def write_text(path: Path, text: str) -> None:
    """Put the text into the file, all of it or nothing; a symbolic link stays one, permissions stay.

    Raises OSError where that cannot be done.
    """
    target = Path(os.path.realpath(path))
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with fresh.open("xb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, fresh)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


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
