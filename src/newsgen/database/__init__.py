"""The database file `data/archive.sqlite`: rows in, an SQLite file out.

Equal rows give equal bytes with one version of the SQLite library; another version may lay out the same rows otherwise.
`LIBRARY` names the version, so that whoever compares files can tell. Nothing here holds all of it: rows come part by
part, or from the file of an earlier build, into a database that SQLite keeps on the disk for itself, and from there,
each table in one piece, into the file.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from newsgen.canon import digest, encode
from newsgen.database.schema import INDEXES, ROWS_OF, SEARCH, TABLES, VIEWS
from newsgen.records import Record
from newsgen.records.database import Database, Portion
from newsgen.records.output import MadePart, Part, Standing

__all__ = ["LIBRARY", "Earlier", "RowsError", "Stored", "write_database"]

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


class Earlier(NamedTuple):
    """The file of an earlier build."""

    path: str
    standing: Standing
    """The parts whose rows may be taken from it."""


_NOTHING = Earlier("", {})
"""No such file."""


class Stored(Record):
    """What is known of a database when all its rows are there."""

    parts: tuple[MadePart, ...]
    """As they stand in it."""

    @property
    def digest(self) -> str:
        """Of the rows."""
        return digest(*(part.digest for part in self.parts))

    @property
    def rows(self) -> int:
        """How many there are."""
        return sum(part.records for part in self.parts)

    @property
    def size(self) -> int:
        """Their bytes, however they are stored."""
        return sum(part.size for part in self.parts)


class RowsError(Exception):
    """SQLite's folder for temporary files does not take the rows; says why, in SQLite's words."""


def write_database(
    database: Database,
    path: str,
    *,
    earlier: Earlier = _NOTHING,
    is_needless: Callable[[Stored], bool] = lambda _: False,
) -> Stored:
    """Writes the file, unless it is found needless once its rows are known; says what these are.

    Rows of parts that an earlier file has are taken from there. Raises sqlite3.IntegrityError if a row refers to one
    that is not there, sqlite3.OperationalError if the file cannot be written, and RowsError if the rows find no room in
    front of it.
    """
    with closing(sqlite3.connect("", isolation_level=None, uri=True)) as connection:
        with _faults_of_rows():
            stored = _fill(connection, database, earlier)
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


def _fill(connection: sqlite3.Connection, database: Database, earlier: Earlier) -> Stored:
    """The rows, in the database that SQLite keeps for itself."""
    connection.executescript(
        f"PRAGMA page_size = {_PAGE}; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = 0; "
        f"PRAGMA journal_mode = OFF; PRAGMA cache_size = -{_CACHE}; "
        f"PRAGMA application_id = {_MARK}; PRAGMA user_version = 1; PRAGMA foreign_keys = OFF;"
    )
    connection.executescript(TABLES)
    with _attached(connection, earlier):
        connection.execute("BEGIN")
        stored = Stored(parts=tuple(_store(connection, database, earlier)))
        connection.execute("COMMIT")
    return stored


def _complete(connection: sqlite3.Connection) -> None:
    """All that the file has beside its rows."""
    _check_references(connection)
    for script in (INDEXES, SEARCH, VIEWS, "ANALYZE;"):
        connection.executescript(script)


@contextmanager
def _attached(connection: sqlite3.Connection, earlier: Earlier) -> Iterator[None]:
    """The earlier file, to be read as `earlier`; nobody writes to it, so it need not be locked."""
    if earlier.standing:
        connection.execute("ATTACH ? AS earlier", [f"{Path(earlier.path).absolute().as_uri()}?mode=ro&immutable=1"])
        connection.execute("CREATE TEMP TABLE taken (place INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    yield
    if earlier.standing:
        connection.execute("DETACH earlier")
        connection.execute("DROP TABLE taken")


def _store(connection: sqlite3.Connection, database: Database, earlier: Earlier) -> Iterator[MadePart]:
    """The rows, in their tables; what refers to a row may come before it."""
    found = ((part, part.kind, part.find(earlier.standing) is not None) for part in database.list_parts())
    for (kind, is_there), run in groupby(found, itemgetter(1, 2)):
        if is_there:
            parts = [part for part, *_ in run]
            _take(connection, ROWS_OF[kind], chain.from_iterable(part.names for part in parts))
            yield from (earlier.standing[part.key] for part in parts)
        else:
            yield from (_make(connection, part) for part, *_ in run)


def _take(connection: sqlite3.Connection, tables: Mapping[str, str], names: Iterable[str]) -> None:
    """Take over the rows of what has these names, in this order."""
    connection.execute("DELETE FROM taken")
    connection.executemany("INSERT INTO taken (name) VALUES (?)", ((name,) for name in names))
    for table, column in tables.items():
        connection.execute(
            f"INSERT INTO main.{table} SELECT found.* FROM taken CROSS JOIN earlier.{table} AS found "  # noqa: S608
            f"ON found.{column} = taken.name ORDER BY taken.place"  # the names are those of the schema
        )


def _make(connection: sqlite3.Connection, part: Part) -> MadePart:
    """The part, once its rows are made and stored."""
    portions, lookups = part.take()
    for portion in portions:
        _insert(connection, portion)
    data = encode(portions)
    return MadePart(
        key=part.key,
        given=part.given,
        start=0,
        size=len(data),
        records=sum(len(portion.rows) for portion in portions),
        digest=digest(data),
        lookups=lookups,
    )


def _insert(connection: sqlite3.Connection, portion: Portion) -> None:
    rows: Sequence[tuple[object, ...]] = portion.rows
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
