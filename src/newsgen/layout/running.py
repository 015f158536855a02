"""What a printed page repeats above and below its text: running heads and the numbers of pages."""

import re
from collections.abc import Iterator
from typing import Literal

from newsgen.layout.findings import Finding, Parts, with_roles
from newsgen.layout.outlets import Context
from newsgen.layout.stamps import Stamp, has_digit, read_stamp
from newsgen.layout.units import Unit

_LONGEST = 160
"""Characters of the longest running head."""
_INDENTED = 10
"""Blanks before the number of a page that stands in the middle, directly below the text."""

# matches: REPORT No. 3                  April 2024
# not: Niamey,  3 April 2024
_GAP = re.compile(r"\t| {3,}")
# matches: 12
# matches: - 12 -
# not: 1990
_NUMBER = re.compile(r"^[-–—]?\s?\d{1,3}\s?[-–—]?$")
# matches: REPORT No. 3
# matches: Vol. 12
# matches: Page 4
# not: Niamey
_COUNTED = re.compile(r"(?:^|\s)(?:no|n[°º]|nr|vol|issue|page|p|número|numéro)\.?\s?\d{1,5}$|^\d{1,4}$", re.I)


def name_running(parts: Parts, context: Context) -> Parts:
    """The parts with running heads and numbers of pages named; the first head's date is that of the text."""
    found: dict[int, Finding | None] = {}
    for index, kind, stamp in _list_running(parts, context):
        is_first = not any(finding and finding.stamp for finding in found.values())
        role: Literal["published", "notice"] = "published" if stamp and is_first else "notice"
        found[index] = Finding(role, kind, stamp=stamp if role == "published" else None)
    return with_roles(parts, found)


def _list_running(parts: Parts, context: Context) -> Iterator[tuple[int, str, Stamp | None]]:
    """Index, rule and date of each such line."""
    for index, part in enumerate(parts):
        if not part.open or len(part.unit.lines) > 1:
            continue
        stamp = _read_head(part.unit, context)
        if stamp:
            yield index, "running-head", stamp
        elif _NUMBER.match(part.unit.text) and _is_alone(parts, index):
            yield index, "page-number", None


def _read_head(unit: Unit, context: Context) -> Stamp | None:
    """The date in a line whose pieces stand far apart, one of them the number of an issue or page."""
    if len(unit.source) > _LONGEST or not has_digit(unit.source):
        return None
    pieces = [piece for piece in map(str.strip, _GAP.split(unit.source)) if piece]
    if len(pieces) < 2 or not any(map(_COUNTED.search, pieces)):
        return None
    return next(filter(None, (read_stamp(piece, context.lexicon) for piece in pieces)), None)


def _is_alone(parts: Parts, index: int) -> bool:
    """Whether the line is a paragraph by itself, not the first one, or stands in the middle of the page."""
    if not any(part.unit.text for part in parts[:index]):
        return False
    beside = (*parts[index - 1 : index], *parts[index + 1 : index + 2])
    is_paragraph = all(part.unit.kind in ("blank", "rule") for part in beside)
    return is_paragraph or parts[index].unit.lines[0].indent >= _INDENTED
