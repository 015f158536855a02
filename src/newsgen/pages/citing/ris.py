"""RIS: a record of the type `NEWS`. Each line is a tag and a value; no value can begin a line of its own."""

from collections.abc import Iterator

from newsgen.language import Words
from newsgen.pages.citing.dates import find_parts, is_about, tell_notes
from newsgen.records.citation import Citation

_END = "\r\n"
"""Of a line, by the format's specification."""


def write_ris(words: Words, citation: Citation) -> str:
    """The record, from its type to its end."""
    lines = (("TY", "NEWS"), *_list_values(words, citation), ("ER", ""))
    return "".join(f"{tag}  - {value}{_END}" for tag, value in lines)


def _list_values(words: Words, citation: Citation) -> Iterator[tuple[str, str]]:
    """Tags with values; those that say nothing are left out."""
    yield "ID", citation.key
    for author in citation.authors:
        yield "AU", f"{author.family}, {author.given}" if author.given else author.family
    yield "TI", citation.headline
    if citation.outlet:
        yield "T2", citation.outlet
    parts = find_parts(citation.date)
    if parts:
        yield "PY", f"{parts[0]:04}"
        yield "DA", _write_date(parts, "circa" if is_about(citation.date or "") else "")
    if citation.original or citation.archived:
        yield "UR", citation.original or citation.archived
    yield "LA", citation.language
    yield "DB", citation.archive
    yield "N1", tell_notes(words, citation)


def _write_date(parts: tuple[int, ...], further: str) -> str:
    """`2024/05/15/`, `2024/05//circa`: year, month, day and whatever else is known, each of them or nothing."""
    day = [f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])]
    return "/".join([*day, *[""] * (3 - len(day)), further])
