"""Rows of a menu: sections and buttons one beside the other."""

import re

from newsgen.layout.outlets import Context
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

_PIECES = 4
"""Pieces of the shortest row."""
_PIECE = 4
"""Words of the longest piece."""
_SECTIONS = 0.6
"""The share of sections among the words of a row without marks."""

# matches: World  Business  Markets
# matches: NEWS | SPORT
_GAP = re.compile(r"\s{2,}|\s*[|·•▾▸›»]\s*")


def is_menu(unit: Unit, context: Context) -> bool:
    """Whether the line is a row of sections or buttons: `World  Sport  Video  About us`, `HOME NEWS SPORT OPINION`."""
    if unit.kind != "text" or "\n" in unit.source.strip() or not unit.text or unit.text[-1] in ".!?":
        return False
    pieces = [piece for piece in _GAP.split(unit.source.strip()) if piece]
    if len(pieces) >= _PIECES:
        return all(piece.count(" ") < _PIECE for piece in pieces) and not any(map(_has_year, pieces))
    words = unit.text.split()
    sections = context.lexicon.desk.sections
    return len(words) >= _PIECES and sum(fold(word) in sections for word in words) >= _SECTIONS * len(words)


# matches: 3 May 2024
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# matches: Election 2024
_NAMED_YEAR = re.compile(r"^[^\W\d]+ 20\d\d$")


def _has_year(piece: str) -> bool:
    """Whether the piece is dated: then the row tells when something was published."""
    return _YEAR.search(piece) is not None and not _NAMED_YEAR.match(piece)


# matches: PACIFIC / ISLES OF SELWYN
# matches: News > Isles
_STEPS = re.compile(r"\s[/|>›»]\s")


def is_path(unit: Unit, context: Context) -> bool:
    """Whether sections and places in capitals lead to a headline: `PACIFIC / PAPUA NEW GUINEA`."""
    if not unit.text.isupper() or not _STEPS.search(unit.text):
        return False
    sections, gazetteer = context.lexicon.desk.sections, context.lexicon.gazetteer
    return any(
        fold(step) in sections or gazetteer.country_of_place(step) is not None for step in _STEPS.split(unit.text)
    )
