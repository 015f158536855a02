"""The archive as a database: its rows, before any file is made of them."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from newsgen.records import Record
from newsgen.records.output import Part

Cell: TypeAlias = str | int | None
"""A value of a row."""

Row: TypeAlias = tuple[Cell, ...]
"""The cells in the order of the columns."""


class Portion(Record):
    """Some rows of a table."""

    table: str
    """Its name in the database's schema."""
    rows: tuple[Row, ...]
    """In the order in which they are to be stored."""


class Database(Record):
    """All rows of all tables; they are made part by part, anew each time, so that nothing holds them all."""

    list_parts: Callable[[], Iterable[Part]]
    """The parts, each of which makes portions of tables; a table may have several."""
