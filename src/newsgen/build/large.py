"""Files that may be as large as the archive: made piece by piece, on the disk, where they are published from."""

import errno
import os
import sqlite3
import tempfile
from pathlib import Path

from newsgen.build.code import digest_code
from newsgen.build.outcome import Outcome
from newsgen.canon import digest
from newsgen.database import LIBRARY, RowsError, Stored, write_database
from newsgen.errors import PublishError
from newsgen.publish import Manifest
from newsgen.publish.faults import fault, faults_told
from newsgen.publish.spool import close_spool, make_spool
from newsgen.records.database import Database
from newsgen.records.output import Measure, Page, Series

_ERRORS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}
"""What the system would say where SQLite says that the disk does not take a file."""


def write_large(page: Page, seen: Manifest, output: Path) -> Outcome:
    """What becomes of a page that shows a series or a database.

    Its bytes go straight into the output folder, so this works only on the machine that publishes them. Raises
    PublishError if they cannot be written.
    """
    shows = page.shows
    with faults_told(output):
        spool = make_spool(output, page.path)
        if isinstance(shows, Database):
            return _write_database(page.path, shows, seen, spool)
        return _write_series(page.path, shows, seen, spool)


def _write_series(path: str, series: Series, seen: Manifest, spool: Path) -> Outcome:
    """Its bytes depend on nothing that their digest does not tell, so that is its key."""
    with open(spool, "wb") as file:
        sizes = [file.write(piece) for piece in series]
    written = close_spool(spool)
    measure = Measure(records=len(sizes) - 2, size=written.size)
    is_current = path in seen and seen[path].key == written.digest
    if is_current:
        spool.unlink()
    return Outcome(written.digest, None if is_current else written, measure=measure)


def _write_database(path: str, database: Database, seen: Manifest, spool: Path) -> Outcome:
    """It need not be made for rows that it is published with."""

    def is_current(stored: Stored) -> bool:
        return path in seen and seen[path].key == _key_database(stored)

    try:
        stored = write_database(database, str(spool), is_needless=is_current)
    except RowsError as error:
        raise _tell_no_room(path, error) from error
    except sqlite3.OperationalError as error:
        number = _ERRORS.get(error.sqlite_errorcode & 0xFF)
        if number is None:  # no fault of the disk
            raise
        raise OSError(number, os.strerror(number), str(spool)) from error
    key, measure = _key_database(stored), Measure(records=stored.rows, size=stored.size)
    if is_current(stored):
        spool.unlink()
        return Outcome(key, None, measure=measure)
    return Outcome(key, close_spool(spool), measure=measure)


def _tell_no_room(path: str, error: RowsError) -> PublishError:
    """SQLite's folder for temporary files does not take the rows of a database."""
    message = f"the rows of {path} find no room in this folder for temporary files: {error}"
    hint = "free some space there, or name another folder in TMPDIR, and build again; no page is lost"
    return fault(_find_temporary(), "cannot-write", message, hint)


def _find_temporary() -> Path:
    """Where SQLite puts its temporary files: the first folder that it may write to, or else where all programs do."""
    named = (os.environ.get("SQLITE_TMPDIR"), os.environ.get("TMPDIR"), "/var/tmp", "/usr/tmp")  # noqa: S108
    usable = (folder for folder in named if folder and os.access(folder, os.W_OK | os.X_OK))
    return Path(next(usable, tempfile.gettempdir()))


def _key_database(stored: Stored) -> str:
    return digest(digest_code(), LIBRARY, stored.digest)
