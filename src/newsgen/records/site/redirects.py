"""The page that stands where another one once was."""

from newsgen.records import Record
from newsgen.records.site.pieces import Frame, Ref


class RedirectPage(Record):
    """A page that leads on at once, and says so to whom it cannot lead."""

    frame: Frame
    """What surrounds it; its canonical address is that of the page it leads to."""
    target: Ref
    """That page, under its title."""
