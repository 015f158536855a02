"""The memo: results of per-clipping work, remembered by the digest of all that they depend on.

SQLite, because one file survives kills and holds a million small values well. Keys are digests, so a value is never
stale: it is either the right one or not asked for. A damaged file is thrown away, since all of it can be made anew.
"""

import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from newsgen.canon import DIGEST_SIZE, digest
from newsgen.errors import Diagnostic
from newsgen.holders import name_holder

_BATCH = 500
_SPARE = 1000
"""How many values beyond twice those in use may stay: a switched branch finds its readings again."""

_PATIENCE = 5
"""Seconds to wait for another build that writes the same file."""

_FAULTS = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What using the file raises: SQLite's own errors, or that the text of one cannot be decoded."""

_FILES = ("", "-wal", "-shm")
"""What SQLite adds to the name, for the files of one database."""

_WRITING = "free disk space, or give yourself permission to write there"

_SCHEMA = "CREATE TABLE IF NOT EXISTS memo (key TEXT PRIMARY KEY, value BLOB NOT NULL)"


class Memo:
    """Key → value in one SQLite file; use it as a context manager."""

    def __init__(self, path: Path) -> None:
        """Opens or creates the file; where that cannot be done, remembers in memory only and says so in `notes`."""
        self.path = path
        self.notes: list[Diagnostic] = []
        """What the user is to know: the file was damaged, or cannot be written."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = self._open()
        except (*_FAULTS, OSError) as error:
            self._connection = self._open_another(error)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values of those keys that are remembered."""
        return dict(self.get_each(keys))

    def get_each(self, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The same, in no certain order, each with its key: they need not have room at one time."""
        damaged = 0
        try:
            for batch in _cut(keys):
                marks = ",".join("?" * len(batch))
                query = f"SELECT key, value FROM memo WHERE key IN ({marks})"  # noqa: S608  only question marks
                for key, stored in self._connection.execute(query, batch):
                    value = _unseal(key, stored)
                    if value is None:
                        damaged += 1
                    else:
                        yield key, value
        except _FAULTS as error:
            self._replace(error)
        if damaged:
            self._note(f"{damaged} of the values that earlier builds left were damaged", "they are made anew")

    def put_many(self, items: Collection[tuple[str, bytes]]) -> None:
        """Remember values; all of them or none."""
        self._write("INSERT OR REPLACE INTO memo VALUES (?, ?)", [(key, _seal(key, value)) for key, value in items])

    def forget_unused(self, used: Collection[str]) -> None:
        """Drop what is not in `used`, once that is the larger part: the file stays in proportion to the archive."""
        try:
            (total,) = self._connection.execute("SELECT count(*) FROM memo").fetchone()
            if total <= 2 * len(used) + _SPARE:
                return
            stored = {key for (key,) in self._connection.execute("SELECT key FROM memo")}
        except _FAULTS as error:
            self._replace(error)
            return
        self._write("DELETE FROM memo WHERE key = ?", [(key,) for key in stored.difference(used)])

    def _write(self, statement: str, rows: Collection[tuple[object, ...]]) -> None:
        """Change the file; what cannot be written, on a full disk say, is merely not remembered."""
        try:
            self._write_once(statement, rows)
        except _FAULTS as error:
            if not _is_damage(error):
                self._note(f"this build cannot be remembered: {self._explain(error)}", _WRITING)
                return
            self._replace(error)
            with contextlib.suppress(*_FAULTS):  # told already
                self._write_once(statement, rows)

    def _write_once(self, statement: str, rows: Collection[tuple[object, ...]]) -> None:
        with self._connection:
            self._connection.executemany(statement, rows)

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_PATIENCE)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            # A lost memo costs time, never truth: no need to wait for the disk at every commit.
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute(_SCHEMA)
        except _FAULTS:
            connection.close()
            raise
        return connection

    def _replace(self, error: Exception) -> None:
        self._connection.close()
        self._connection = self._open_another(error)

    def _open_another(self, error: Exception) -> sqlite3.Connection:
        """A new file in the place of a damaged one; a memo in memory, where there can be none on disk."""
        if not _is_damage(error):
            return self._do_without(error)
        self._note(
            "the memo of earlier builds was damaged and is begun anew", "nothing is lost; this build takes longer"
        )
        try:
            for suffix in _FILES:
                self._beside(suffix).unlink(missing_ok=True)
            return self._open()
        except (*_FAULTS, OSError) as fault:
            return self._do_without(fault)

    def _do_without(self, error: Exception) -> sqlite3.Connection:
        message = f"earlier builds cannot be remembered: {self._explain(error)}"
        # A fault of the folder is the same for all memos in it, and told once.
        folder = isinstance(error, OSError) and error.filename == str(self.path.parent)
        self._note(message, "every clipping is read anew", self.path.parent if folder else None)
        connection = sqlite3.connect(":memory:")
        connection.execute(_SCHEMA)
        return connection

    def _explain(self, error: Exception) -> str:
        """What went wrong, in words; if another process holds the file, which one."""
        if _code_of(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return f"{name_holder(*map(self._beside, _FILES)) or 'another process'} holds the file"
        if isinstance(error, FileExistsError):
            return "this file stands where newsgen needs a folder"
        return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)

    def _beside(self, suffix: str) -> Path:
        return self.path.with_name(self.path.name + suffix)

    def _note(self, message: str, hint: str, place: Path | None = None) -> None:
        path = (place or self.path).as_posix()
        self.notes.append(Diagnostic(path, 0, 0, "note", "memo", message, hint))


def _is_damage(error: Exception) -> bool:
    """Whether the file itself is bad, rather than its place: no database, a torn one, or not of our making."""
    return isinstance(error, UnicodeDecodeError) or _code_of(error) in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_CONSTRAINT,
    )


def _code_of(error: Exception) -> int:
    """SQLite's primary result code; 0 for another error."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _seal(key: str, value: bytes) -> bytes:
    """The value behind a digest of key and value: SQLite sees damage to its own pages, not to what lies in them."""
    return _digest(key, value) + value


def _unseal(key: str, stored: object) -> bytes | None:
    """The value as it was sealed; None if a byte of it has changed since."""
    if not isinstance(stored, bytes):
        return None
    value = stored[DIGEST_SIZE:]
    return value if stored.startswith(_digest(key, value)) else None


def _digest(key: str, value: bytes) -> bytes:
    return bytes.fromhex(digest(key, value))


def _cut(keys: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for key in keys:
        batch.append(key)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
