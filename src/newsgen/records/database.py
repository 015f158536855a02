"""The archive as a database: tables and their rows, before any file is made of them."""

from newsgen.records import Record

Cell = str | int | None
"""A value of a row."""


class Table(Record):
    """A table and all its rows."""

    name: str
    """As in the database's schema."""
    rows: tuple[tuple[Cell, ...], ...]
    """In the order in which they are to be stored; the cells in the order of the columns."""


class Database(Record):
    """All tables, those first that others refer to."""

    tables: tuple[Table, ...]
    """Their names are those of the schema."""
