"""Below the headline of a frame: an outlet's name behind the writer's, over the byline, or beside the date."""

import re
from collections.abc import Iterator, Sequence

from newsgen.layout.bylines import is_known_name, is_name
from newsgen.layout.core import is_core
from newsgen.layout.frame.names import ARTICLE, HEAD, HEADED, LONGEST, PIECES, cut_date, may_be_framed
from newsgen.layout.frame.said import find_own_dateline, is_said_again
from newsgen.layout.outlets import Context, trim_name
from newsgen.layout.stamps import read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

# matches: By Jane Doe for Valley Running Today
# matches: Jane Doe for Valley Running
_FOR = re.compile(r"^(?:by\s)?(.{5,40}?)\s(?:for|pour|para)\s(?!The\s)([^,|]{5,50})$", re.I)


def read_bylines(lines: Sequence[Unit], context: Context) -> Iterator[str]:
    """Names that stand behind a writer's, or beside a date below the headline."""
    for place, unit in enumerate(lines[: min(HEAD, len(lines) - 1)]):
        if len(unit.text) > LONGEST or is_core(unit, context):
            break
        employer = _FOR.match(unit.text)
        pieces = [piece.strip() for piece in PIECES.split(unit.source.strip()) if piece.strip()]
        if employer and is_name(employer[1], context) and may_be_framed(trim_name(employer[2]), context):
            yield trim_name(employer[2])
        elif len(pieces) == 3 and is_name(pieces[0], context) and read_stamp(pieces[2], context.lexicon):
            if _may_employ(pieces[1], context):
                yield pieces[1]
        elif place and _stands_over_byline(unit, lines[place + 1], lines[0], context):
            yield trim_name(unit.text)
        elif place:
            yield from _read_dated(unit, lines, place, context)


def _stands_over_byline(unit: Unit, below: Unit, first: Unit, context: Context) -> bool:
    """Whether the line is a name with an article directly above `By Jane Doe`, and the headline above it."""
    is_signed = context.lexicon.desk.cues["byline.start"].start(below.folded) is not None
    name = trim_name(unit.text)
    return (
        is_signed
        and len(below.text) <= LONGEST
        and " " in name
        and ARTICLE.match(name) is not None
        and first.text.count(" ") >= HEADED - 1
        and may_be_framed(name, context)
    )


def _may_employ(name: str, context: Context) -> bool:
    """Whether the words behind a writer's name are an outlet's, and no second writer, office or place."""
    roles = context.lexicon.desk.cues["byline.role"]
    return " " in name and may_be_framed(name, context) and fold(name) not in roles


def _read_dated(unit: Unit, lines: Sequence[Unit], place: int, context: Context) -> Iterator[str]:
    """`Valley Sport, 8 January 2024` where the text has a dateline of its own, or another line says the name too."""
    name, date = cut_date(unit.text, context)
    if not date or not may_be_framed(name, context) or is_known_name(name, context):
        return
    others = [*lines[:place], *lines[place + 1 :]]
    if (" " in name and find_own_dateline(others, context)) or is_said_again(name, others, context):
        yield name
