"""Files that may be as large as the archive: made part by part, on the disk, where they are published from.

A part that would find what it found before is not made again: its bytes are those in the published file.
"""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypeAlias

from msgspec.structs import replace

from newsgen.build.code import digest_code
from newsgen.build.current import Current
from newsgen.build.outcome import Outcome
from newsgen.canon import digest
from newsgen.database import LIBRARY, Earlier, RowsError, Stored, write_database
from newsgen.errors import PublishError
from newsgen.publish.faults import fault, faults_told
from newsgen.publish.spool import close_spool, make_spool
from newsgen.records.database import Database
from newsgen.records.output import MadePart, Measure, Page, Part, Series, Standing

_ERRORS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}
"""What the system would say where SQLite says that the disk does not take a file."""


def write_large(page: Page, current: Current) -> Outcome:
    """What becomes of a page that shows a series or a database.

    Its bytes go straight into the output folder, so this works only on the machine that publishes them. Raises
    PublishError if they cannot be written.
    """
    shows = page.shows
    with faults_told(current.output):
        if isinstance(shows, Database):
            return _write_database(page.path, shows, current)
        return _write_series(page.path, shows, current)


def _write_series(path: str, series: Series, current: Current) -> Outcome:
    """Its bytes depend on nothing that their digest does not tell, so that is its key."""
    known, published = current.intact.get(path), current.output / path
    standing, parts = current.standing.get(path, {}), tuple(series.list_parts())
    frame = _describe_frame(series, parts)
    if known and _list_given((frame, *parts)) == _list_given(standing.values()):
        made: tuple[MadePart, ...] = (*standing.values(),)
        return Outcome(known.key, None, measure=_measure(made, published.stat().st_size), parts=made)
    spool = make_spool(current.output, path)
    with open(spool, "wb") as file:
        pieces = (_make_piece(part, standing, published, series.between) for part in parts)
        made = (frame, *_write_parts(series, pieces, file))
    written = close_spool(spool)
    is_current = known is not None and known.key == written.digest
    if is_current:
        spool.unlink()
    data = None if is_current else written
    return Outcome(written.digest, data, measure=_measure(made, written.size), parts=made)


def _measure(parts: Iterable[MadePart], size: int) -> Measure:
    return Measure(records=sum(part.records for part in parts), size=size)


def _describe_frame(series: Series, parts: Sequence[Part]) -> MadePart:
    """What is around the records, as a part that has none; it stands only around as many parts."""
    given = digest(series.head, series.between, series.foot, series.empty, str(len(parts)))
    return MadePart(key="", given=given, start=0, size=0, records=0, lookups=())


def _list_given(parts: Iterable[Part | MadePart]) -> list[tuple[str, str]]:
    return [(part.key, part.given) for part in parts]


_Piece: TypeAlias = tuple[MadePart, bytes]
"""A part with its bytes."""


def _write_parts(series: Series, pieces: Iterable[_Piece], file: BinaryIO) -> Iterator[MadePart]:
    """The parts as they come to stand in the file."""
    is_empty = True
    for made, data in pieces:
        if made.records:
            file.write(series.head if is_empty else series.between)
            is_empty = False
        yield replace(made, start=file.tell())
        file.write(data)
    file.write(series.empty if is_empty else series.foot)


def _make_piece(part: Part, standing: Standing, published: Path, between: bytes) -> _Piece:
    """A part as it is published, if it stands; else made anew."""
    known = part.find(standing)
    if known:
        with open(published, "rb") as file:
            file.seek(known.start)
            return known, file.read(known.size)
    records, lookups = part.take()
    data = between.join(records)
    size = len(data)
    made = MadePart(key=part.key, given=part.given, start=0, size=size, records=len(records), lookups=lookups)
    return made, data


def _write_database(path: str, database: Database, current: Current) -> Outcome:
    """It need not be made for rows that it is published with."""

    def is_current(stored: Stored) -> bool:
        return path in current.intact and current.intact[path].key == _key_database(stored)

    spool = make_spool(current.output, path)
    try:
        earlier = Earlier(str(current.output / path), current.standing.get(path, {}))
        stored = write_database(database, str(spool), earlier=earlier, is_needless=is_current)
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
        return Outcome(key, None, measure=measure, parts=stored.parts)
    return Outcome(key, close_spool(spool), measure=measure, parts=stored.parts)


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
