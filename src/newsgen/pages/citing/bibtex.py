"""BibTeX: an entry that BibTeX, biblatex, Zotero and JabRef read alike.

Letters stay as they are, in UTF-8; what TeX would take for a command is written as one that gives the character. No
value has a brace of its own, so that braces always pair.
"""

from collections.abc import Iterator

from newsgen.language import Words
from newsgen.lexicon.scripts import UNKNOWN
from newsgen.pages.citing.dates import find_parts, tell_notes
from newsgen.records.citation import Author, Citation

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_QUARTERS = ("-33", "-34", "-35", "-36")


def write_bibtex(words: Words, citation: Citation) -> str:
    """The entry, with its line's end."""
    fields = ",\n".join(f"  {name} = {value}" for name, value in _list_fields(words, citation))
    return f"@article{{{citation.key},\n{fields}\n}}\n"


def _list_fields(words: Words, citation: Citation) -> Iterator[tuple[str, str]]:
    """The fields, with their values as they are written; those that say nothing are left out."""
    yield "entrysubtype", "{newspaper}"
    if citation.authors:
        yield "author", f"{{{' and '.join(map(_write_author, citation.authors))}}}"
    yield "title", f"{{{{{_escape(citation.headline)}}}}}"  # twice, so that no style takes its capitals away
    if citation.outlet:
        yield "journal", f"{{{_escape(citation.outlet)}}}"
    yield from _list_dates(citation.date)
    if citation.original or citation.archived:
        yield "url", f"{{{citation.original or citation.archived}}}"
    if citation.language != UNKNOWN:
        yield "langid", f"{{{citation.language}}}"
    yield "note", f"{{{_escape(tell_notes(words, citation))}}}"


def _list_dates(date: str | None) -> Iterator[tuple[str, str]]:
    """`date`, which biblatex reads as EDTF, and the year and month that BibTeX knows."""
    if date is not None and "XXXX" not in date and not any(quarter in date for quarter in _QUARTERS):
        yield "date", f"{{{date}}}"
    parts = find_parts(date)
    if parts:
        yield "year", f"{{{parts[0]:04}}}"
    if len(parts) > 1:
        yield "month", _MONTHS[parts[1] - 1]


def _write_author(author: Author) -> str:
    """`Family, Given`; in braces of its own if it is no person's name."""
    family = _escape(author.family)
    return f"{{{family}}}, {_escape(author.given)}" if author.given else f"{{{family}}}"


def _escape(text: str) -> str:
    return text.translate(_SPECIAL)
