"""Faults: what the operating system refuses, in words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgen.errors import Diagnostic, PublishError
from newsgen.publish.names import STAGING


def fault(path: Path, code: str, message: str, hint: str) -> PublishError:
    """The error about one path."""
    place = path.as_posix()
    return PublishError(
        Diagnostic(path=place, line=0, column=0, severity="error", code=code, message=message, hint=hint)
    )


@contextmanager
def faults_told(output: Path) -> Iterator[None]:
    """Turn what the operating system refuses into a `PublishError` that says what to do."""
    try:
        yield
    except OSError as error:
        path = _faulty_path(error, output)
        message = f"the site cannot be written: {error.strerror or type(error).__name__}"
        raise fault(path, "cannot-write", message, _hint(error)) from error


def _faulty_path(error: OSError, output: Path) -> Path:
    """The path that the user can do something about: no name in the staging folder tells anything."""
    named = [Path(name) for name in (error.filename2, error.filename) if isinstance(name, str)]
    return next((path for path in named if STAGING not in path.parts), output)


def _hint(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "free some space and build again; no page is lost"
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return "give yourself permission to write there, or build into another folder with -o"
    return "put this right and build again, or build into another folder with -o"
