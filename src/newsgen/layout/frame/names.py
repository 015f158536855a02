"""Names in a frame: the piece of a line that may be an outlet's, and what stands beside it."""

import re
from collections.abc import Sequence

from newsgen.layout.masthead import is_proper, may_be_outlet
from newsgen.layout.outlets import Context
from newsgen.layout.stamps import MAX_STAMP, Stamp, find_stamp, has_digit, read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

HEAD = 8
"""Lines on top that may tell the outlet."""
LONGEST = 160
"""Characters of the longest of them."""
MOTTO = 8
"""Words of the longest motto."""
HEADED = 5
"""Words of the shortest headline below such a name."""
TITLE = 4
"""Words of the longest name that tells itself by its look."""
_CAPITALS = 3
"""Words with capitals in a name that has small ones too."""

# matches: VALLEY SPORT | 19.09.2024
# matches: The Valley Courier :: Home :: News
# matches: VALLEY DISPATCH ☰ Menu
# matches: Valley Observer » Isles »
# matches: The Valley Letter — your Friday dose of science
# matches: THE VALLEY SENTINEL ★ SATURDAY, OCTOBER 25, 2014 ★ A1
# not: Valley-Observer
PIECES = re.compile(r"\s*(?:\||★|☆|◆|»|::|☰|•|·|▾|›|>(?=\s|$))\s*|\s+[—–-]+\s+|\s{2,}")
# matches: Valley Ledger. Tuesday, February 11, 2025
# matches: Valley Sport, 8 January 2024
# matches: Valley Newswire 2024-06-06 17:22 GMT
_THEN_DATE = re.compile(r"[.,:]\s+|\s+(?=\d{4}-\d\d-\d\d)")
# matches: Valley Bulletin <bulletin@valley.example>
_SENDER = re.compile(r"^\W*([^<>@]{3,60}?)\W?\s*<[^<>@\s]{1,60}@[^<>\s]{1,60}>$")
# matches: Weekly Digest  No. 57
_NUMBER_BEHIND = re.compile(r",?\s+(?:No\.|N[°º]|Nr\.|Vol\.|Issue|#)\s?\d+.*$")
# matches: Le Fil du Patrimoine
# matches: The Explainer Room
# matches: La Gazette de l'Aïr
ARTICLE = re.compile(r"^(?:The|Le|La|Les|El|Los|Las|L['’]|Il|Der|Die|Das)\b")


def cut_top(unit: Unit, context: Context) -> tuple[str, list[str]]:
    """The first piece of a line, or the second behind a section, and the others; else the words before its date."""
    source = unit.source.strip(" \ufeff*_#")
    sender = _SENDER.match(source)
    if sender:
        return sender[1].strip(' "'), ["mail"]
    pieces = [piece for piece in map(str.strip, PIECES.split(source)) if piece] or [source]
    sections = context.lexicon.desk.sections
    if len(pieces) > 1 and fold(pieces[0]) in sections:
        pieces = [pieces[1], pieces[0], *pieces[2:]]
    if len(pieces) == 1:
        name, beside = cut_date(pieces[0], context)
        return name, [beside] if beside else []
    name = _NUMBER_BEHIND.sub("", pieces[0])
    return name, pieces[1:]


def cut_date(text: str, context: Context) -> tuple[str, str]:
    """What stands before a date that a line ends with, and the date: `Valley Sport, 8 January 2024`."""
    if not has_digit(text) or len(text) > MAX_STAMP:
        return text, ""
    for match in _THEN_DATE.finditer(text):
        rest = text[match.end() :]
        if read_stamp(rest, context.lexicon) or (find_stamp(rest, context.lexicon) and rest.count(" ") < MOTTO):
            return text[: match.start()], rest
    return text, ""


def find_date(pieces: Sequence[str], context: Context) -> Stamp | None:
    """The first date that one of the pieces tells."""
    stamps = (read_stamp(piece, context.lexicon) or find_stamp(piece, context.lexicon) for piece in pieces)
    return next(filter(None, stamps), None)


def may_be_framed(name: str, context: Context) -> bool:
    """Whether the words have the form of an outlet's name."""
    desk = context.lexicon.desk
    plain = (desk.words["section-companion"], desk.words["outlet-or-section"], desk.sections)
    if not name or name[0].islower() or not _is_titled(name, context):
        return False
    if all(any(word in words for words in plain) for word in fold(name).split()):
        return False
    if fold(name.partition(" ")[0]) in desk.words["crumb"]:
        return False
    # "El" is a given name too, but not with a small word behind it.
    return may_be_outlet(name, context) or (ARTICLE.match(name) is not None and any(map(str.islower, name.split())))


def _is_titled(name: str, context: Context) -> bool:
    """Whether the words have capitals as names do; behind an article one may be small: `Le Petit Écho lyonnais`."""
    if is_proper(name, context):
        return True
    capitals = sum(word[0].isupper() for word in name.split())
    return ARTICLE.match(name) is not None and capitals >= _CAPITALS and name.count(" ") <= TITLE
