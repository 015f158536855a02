"""The database file `data/archive.sqlite`: rows in, an SQLite file out.

Equal rows give equal bytes with one version of the SQLite library; another version may lay out the same rows otherwise.
`LIBRARY` names the version, so that whoever compares files can tell. Nothing here holds all of it: rows come in
portions, into a database that SQLite keeps on the disk for itself, and from there, each table in one piece, into the
file.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import chain

from newsgen.canon import digest_parts, encode
from newsgen.database.schema import INDEXES, SEARCH, TABLES, VIEWS
from newsgen.records import Record
from newsgen.records.database import Database, Portion

__all__ = ["LIBRARY", "RowsError", "Stored", "write_database"]

LIBRARY = f"sqlite {sqlite3.sqlite_version}"
"""What the bytes depend on beside the rows."""

_PAGE = 4096
"""Bytes of a page: SQLite's default, said here so that no build of the library decides."""

_MARK = 0x6E657773
"""`news`: tells the file from other databases (`PRAGMA application_id`)."""

_CACHE = 16_384
"""Kilobytes of pages that are held."""

_REFUSALS = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})
"""What SQLite says where a disk does not take what it writes."""

_TOGETHER = 160
"""Values that are inserted by one statement, about: a statement for each row takes twice as long."""


class Stored(Record):
    """What is known of a database when all its rows are there."""

    digest: str
    """Of the rows."""
    rows: int
    """How many there are."""
    size: int
    """Their bytes, however they are stored."""


class RowsError(Exception):
    """SQLite's folder for temporary files does not take the rows; says why, in SQLite's words."""


def write_database(database: Database, path: str, *, is_needless: Callable[[Stored], bool] = lambda _: False) -> Stored:
    """Writes the file, unless it is found needless once its rows are known; says what these are.

    Raises sqlite3.IntegrityError if a row refers to one that is not there, sqlite3.OperationalError if the file cannot
    be written, and RowsError if the rows find no room in front of it.
    """
    with closing(sqlite3.connect("", isolation_level=None)) as connection:
        with _faults_of_rows():
            stored = _fill(connection, database)
        if not is_needless(stored):
            with _faults_of_rows():
                _complete(connection)
            connection.execute("VACUUM INTO ?", [path])
        return stored


@contextmanager
def _faults_of_rows() -> Iterator[None]:
    """Tell a fault of the disk as one of the folder for temporary files."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in _REFUSALS:
            raise RowsError(str(error)) from error
        raise


def _fill(connection: sqlite3.Connection, database: Database) -> Stored:
    """The rows, in the database that SQLite keeps for itself."""
    connection.executescript(
        f"PRAGMA page_size = {_PAGE}; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = 0; "
        f"PRAGMA journal_mode = OFF; PRAGMA cache_size = -{_CACHE}; "
        f"PRAGMA application_id = {_MARK}; PRAGMA user_version = 1; PRAGMA foreign_keys = OFF;"
    )
    connection.executescript(TABLES)
    return _store(connection, database)


def _complete(connection: sqlite3.Connection) -> None:
    """All that the file has beside its rows."""
    _check_references(connection)
    for script in (INDEXES, SEARCH, VIEWS, "ANALYZE;"):
        connection.executescript(script)


def _store(connection: sqlite3.Connection, database: Database) -> Stored:
    """The rows, in their tables; what refers to a row may come before it."""
    sizes: list[tuple[int, int]] = []

    def take(portion: Portion) -> bytes:
        _insert(connection, portion)
        data = encode(portion)
        sizes.append((len(portion.rows), len(data)))
        return data

    connection.execute("BEGIN")
    digest = digest_parts(map(take, database.list_portions()))
    connection.execute("COMMIT")
    return Stored(digest=digest, rows=sum(rows for rows, _ in sizes), size=sum(size for _, size in sizes))


def _insert(connection: sqlite3.Connection, portion: Portion) -> None:
    rows = portion.rows
    if not rows:
        return
    together = max(1, _TOGETHER // len(rows[0]))
    even = len(rows) - len(rows) % together
    row = f"({', '.join('?' * len(rows[0]))})"
    query = f"INSERT INTO {portion.table} VALUES "  # noqa: S608  the names are those of the schema
    groups = (tuple(chain.from_iterable(rows[start : start + together])) for start in range(0, even, together))
    connection.executemany(query + ", ".join([row] * together), groups)
    connection.executemany(query + row, rows[even:])


def _check_references(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.IntegrityError about the first row that refers to one that is not there."""
    for table, _, other, _ in connection.execute("PRAGMA foreign_key_check"):
        raise sqlite3.IntegrityError(f"a row of {table} refers to one of {other} that is not there")
