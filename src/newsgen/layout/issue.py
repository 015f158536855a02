"""The line on top of a printed page: `Valley Magazine | March 2016 | 44`, `LE COURRIER — Mardi 14 mai 1934 — N° 3`."""

import re
from typing import NamedTuple

from newsgen.layout.findings import Finding, Weight
from newsgen.layout.outlets import Context, name_outlet, trim_name
from newsgen.layout.signs import ends_sentence
from newsgen.layout.stamps import MAX_STAMP, Stamp, find_stamp, has_digit, read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

_LONGEST = 110
"""Characters of the longest such line."""
_NAME_WORDS = 6
"""Of the longest name of a paper."""

# matches: Valley Star — Sunday edition, 14 April 2024
# matches: THE VALLEY STAR ★ SATURDAY
# matches: Valley Star              Mardi 19 septembre 2023
# matches: Revista Valle · Edición 63
# not: Valley-Star
_PIECES = re.compile(r"\s+[★☆*◆•·|–—―:-]+\s+|\s{2,}|\s*[|★•·]\s*|\t+|\s(?:\ufffd)\s")
# matches: The Courier, Friday 3 May 2024
# matches: Le Courrier du mardi 14 mai 2024
_THEN_DATE = re.compile(r",\s+|\s+(?=(?:du\s|del\s)?[^\W\d_]{3,9}[.,]?\s\d)|\s+(?=\d{1,2}[\s./-])")
# matches: No. 41
# matches: N° 318
# matches: Edición 63
# matches: Vol. 12, No. 3
# matches: page 3
# matches: p. A12
# matches: A1
# matches: 44
# matches: Price 3d.
# matches: Suplemento
_BESIDE = re.compile(
    r"^(?:(?:no|n[°º]|nr|num|núm|vol|tome|año|année|edition|édition|edición|issue|número|numéro|numero)\.?\s?[\dIVXLC]{1,6}"
    r"(?:,\s?(?:no|n[°º])\.?\s?\d+)?|(?:page|pages|p|pp|pg|pág|página)\.?\s?[A-Z]?\d{1,3}(?:\s?[-–]\s?\d{1,3})?|[A-Z]?\d{1,3}"
    r"|(?:price|prix|precio)\b.{1,16}|(?:suplemento|supplément|supplement|dominical|weekend|magazine|cahier|cuaderno)\b.{0,20}"
    r"|[^\W\d_]{3,12} edition|(?:édition|edición)\s.{3,30}|\d{1,2}[:h.]\d\d.{0,6})$",
    re.I,
)


class Issue(NamedTuple):
    """What such a line tells."""

    name: str
    """Of the paper; empty if it tells none."""
    stamp: Stamp


def read_issue(unit: Unit, context: Context) -> Issue | None:
    """The paper and the day or month of its issue, if the line tells no more than these and where the page stands."""
    text = unit.text
    if unit.kind == "heading" or not has_digit(text) or len(text) > _LONGEST or ends_sentence(text):
        return None
    pieces = [piece for piece in map(trim_name, _PIECES.split(unit.source.strip())) if piece]
    if len(pieces) == 1:
        pieces = _cut_date(pieces[0], context)
    if len(pieces) < 2:
        return None
    stamps = [_read_date(piece, context) for piece in pieces]
    stamp = next(filter(None, stamps), None)
    if stamp is None or stamp.date.startswith("XXXX"):
        return None
    others = [piece for piece, found in zip(pieces, stamps, strict=True) if not found and not is_beside(piece, context)]
    if not others:
        return Issue("", stamp)
    return Issue(others[0], stamp) if len(others) == 1 and _may_be_paper(others[0], pieces, context) else None


def read_citation(unit: Unit, context: Context) -> Finding | None:
    """`(The Valley Post, 17 Aug 2012, p. 7)`: where a cutting is from."""
    text = unit.text
    if len(text) > _LONGEST or not has_digit(text):
        return None
    name, *others = trim_name(text).split(", ")
    if len(others) < _CITED or not _PAGE.match(others[-1]) or not _may_be_paper(name, [name], context):
        return None
    stamp = read_stamp(", ".join(others[:-1]), context.lexicon)
    if stamp is None or stamp.date.startswith("XXXX"):
        return None
    return Finding("source", "cited", source=name, weight=Weight.LABEL, stamp=stamp)


_CITED = 2
"""What follows a paper's name at least: day and page."""
# matches: p. 7
# matches: page A12
_PAGE = re.compile(r"(?:page|pages|pp?\.|pág\.|página)\s?[A-Z]?\d{1,3}(?:\s?[-–]\s?\d{1,3})?$", re.I)


def _read_date(piece: str, context: Context) -> Stamp | None:
    """The date that the piece is, or that stands in it beside the name of an edition."""
    stamp = read_stamp(piece, context.lexicon)
    if stamp or len(piece) > MAX_STAMP:
        return stamp
    head, comma, tail = piece.partition(", ")
    return read_stamp(tail, context.lexicon) if comma and is_beside(head, context) else None


def is_beside(piece: str, context: Context) -> bool:
    """Whether the piece is a number, page, price, section or supplement."""
    folded = fold(piece)
    return _BESIDE.match(piece) is not None or folded in context.lexicon.desk.sections


def _may_be_paper(name: str, pieces: list[str], context: Context) -> bool:
    """Whether the piece stands first and has the form of a paper's name."""
    words = name.split()
    if not 1 <= len(words) <= _NAME_WORDS or name != pieces[0] or words[0][0].islower():
        return False
    gazetteer = context.lexicon.gazetteer
    if name_outlet(name, context):
        return True
    is_place = gazetteer.country_of_place(name) is not None or gazetteer.code_of(name) is not None
    return len(words) > 1 and not is_place and not has_digit(name)


def _cut_date(text: str, context: Context) -> list[str]:
    """A name and the date that follows it without a mark between them: `Le Courrier Mardi 14 mai 2024`."""
    for match in _THEN_DATE.finditer(text):
        rest = text[match.end() :].removeprefix("du ").removeprefix("del ")
        if find_stamp(rest, context.lexicon) and read_stamp(rest, context.lexicon):
            return [text[: match.start()], rest]
    return [text]
