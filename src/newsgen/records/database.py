"""The archive as a database: its rows, before any file is made of them."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from newsgen.records import Record

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
    """All rows of all tables; they are made portion by portion, anew each time, so that nothing holds them all."""

    list_portions: Callable[[], Iterable[Portion]]
    """Makes them; a table may have several."""
