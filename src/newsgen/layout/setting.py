"""Where a line stands: between headline and text or below the text, with what surrounds it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsgen.layout.dateline import find_dateline, read_dateline_line
from newsgen.layout.findings import Finding, Parts, open_indices
from newsgen.layout.outlets import Context
from newsgen.layout.signs import is_prose
from newsgen.layout.stamps import MAX_STAMP, read_stamp
from newsgen.layout.units import Unit

# matches: — Jane Doe
# matches: (SWS)
# matches: ==SWS
# not: The Courier
SET_APART = re.compile(r"^\s*(?:[-–—=]+\s*|[(\[])(?=[^\W_])")


@dataclass(frozen=True, slots=True)
class Place:
    """A line between headline and text, or below the text."""

    unit: Unit
    context: Context
    headline: str
    """Folded."""
    above: Finding | None
    """Of the nearest line above that has text, if it has a role."""
    parts: Parts
    """All of the clipping."""
    index: int
    """Of the line."""
    decks: int
    """Lines above it that were taken for an introduction."""
    below: bool
    """Whether it stands below the text."""

    def following(self) -> Iterator[Unit]:
        """The open units below it, the nearest first; none for a line below the text."""
        return (self.parts[index].unit for index in open_indices(self.parts, self.index + 1) if not self.below)

    def dated_below(self) -> bool:
        """Whether the next line that has text tells a date or an outlet."""
        for part in self.parts[self.index + 1 : self.index + 4]:
            if part.unit.kind not in ("blank", "rule"):
                if part.finding:
                    return part.finding.role in ("published", "source") and part.finding.stamp is not None
                return read_stamp(part.unit.text, self.context.lexicon) is not None
        return False


Rule = Callable[[Place], Finding | None]


def opens_text(place: Place) -> bool:
    """Whether place, date or text come next."""
    if place.dated_below():
        return True
    unit = next(place.following(), None)
    if unit is None:
        return False
    return is_prose(unit, place.context) or bool(
        len(unit.text) <= MAX_STAMP
        and (
            read_stamp(unit.text, place.context.lexicon)
            or read_dateline_line(unit.text, place.context)
            or is_town(unit.text, place.context)
        )
    )


def leads_to_dateline(place: Place) -> bool:
    """Whether the text begins with a dateline directly below: then a few words above it are none of it."""
    following = next(place.following(), None)
    return (
        following is not None
        and place.above is not None
        and place.above.role != "headline"
        and not place.unit.marked
        and place.unit.kind == "text"
        and find_dateline(following.source, place.context) is not None
    )


def is_town(text: str, context: Context) -> bool:
    """Whether the words are a place, and no country."""
    gazetteer = context.lexicon.gazetteer
    return gazetteer.country_of_place(text) is not None and gazetteer.code_of(text) is None


def is_set_apart(unit: Unit) -> bool:
    """Whether a dash, bracket or bullet sets the line apart from the text."""
    return bool(SET_APART.match(unit.source)) or (unit.kind == "list-item" and not unit.level)
