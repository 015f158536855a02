"""When an article was published, as the forms of citations can say it: never finer than it is known."""

from functools import lru_cache

from newsgen import edtf
from newsgen.edtf import Point
from newsgen.language import Words
from newsgen.records.citation import Citation


@lru_cache(maxsize=4096)
def find_parts(date: str | None) -> tuple[int, ...]:
    """Year, month and day, as far as they are known; nothing of an interval or of a year that is not known in full."""
    if date is None or edtf.precision(date) not in ("day", "month", "season", "year"):
        return ()
    point = edtf.parse(date).begin
    return _list_parts(point) if isinstance(point, Point) else ()


def _list_parts(point: Point) -> tuple[int, ...]:
    """The parts of a point that are numbers; a season is none."""
    known = [int(part) for part in (point.year, point.month, point.day) if part.isdigit()]
    return tuple(known[:1]) if len(known) > 1 and known[1] > 12 else tuple(known)


def find_span(date: str | None) -> tuple[tuple[int, ...], ...]:
    """The parts of a date, or of both ends of an interval whose ends are known; empty if they are not."""
    value = edtf.parse(date) if date is not None else None
    if value is None or value.end is None:
        return (parts,) if (parts := find_parts(date)) else ()
    ends = tuple(_list_parts(end) for end in (value.begin, value.end) if isinstance(end, Point) and "X" not in end.year)
    return ends if len(ends) == 2 else ()


@lru_cache(maxsize=4096)
def is_plain(date: str | None) -> bool:
    """Whether its parts say all that is known of the date."""
    return date is not None and edtf.precision(date) in ("day", "month", "year") and not date.endswith(("~", "?", "%"))


def is_about(date: str) -> bool:
    """Whether the date is approximate or doubtful."""
    return any(sign in date for sign in "~?%")


def tell_notes(words: Words, citation: Citation) -> str:
    """What a form has no field for: how sure the date is, and where the article is archived."""
    notes = [] if is_plain(citation.date) else [citation.told]
    notes += [citation.inferred] if citation.inferred else []
    return "; ".join([*notes, tell_archive(words, citation.archive, citation.archived if citation.original else "")])


def tell_archive(words: Words, archive: str, address: str) -> str:
    """That the article stands in the archive, with the page's address, if there is one to tell."""
    if address:
        return words.say("cite.archived-at", archive=archive, address=address)
    return words.say("cite.archived", archive=archive)
