"""The database file `data/archive.sqlite`: rows in, the bytes of an SQLite file out, made in memory.

Equal rows give equal bytes with one version of the SQLite library; another version may lay out the same rows otherwise.
`LIBRARY` names the version, so that whoever compares files can tell.
"""

import sqlite3

from newsgen.database.schema import INDEXES, SEARCH, TABLES, VIEWS
from newsgen.records.database import Database, Table

__all__ = ["LIBRARY", "write_database"]

LIBRARY = f"sqlite {sqlite3.sqlite_version}"
"""What the bytes depend on beside the rows."""

_PAGE = 4096
"""Bytes of a page: SQLite's default, said here so that no build of the library decides."""

_MARK = 0x6E657773
"""`news`: tells the file from other databases (`PRAGMA application_id`)."""


def write_database(database: Database) -> bytes:
    """The file; raises sqlite3.IntegrityError if a row refers to one that is not there."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(
            f"PRAGMA page_size = {_PAGE}; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = 0; "
            f"PRAGMA application_id = {_MARK}; PRAGMA user_version = 1; PRAGMA foreign_keys = ON;"
        )
        connection.executescript(TABLES)
        connection.execute("BEGIN")
        for table in database.tables:
            _fill(connection, table)
        connection.execute("COMMIT")
        for script in (INDEXES, SEARCH, VIEWS, "ANALYZE;", "VACUUM;"):
            connection.executescript(script)
        return connection.serialize()
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, table: Table) -> None:
    if table.rows:
        marks = ", ".join("?" * len(table.rows[0]))
        query = f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608  the names are those of the schema
        connection.executemany(query, table.rows)
