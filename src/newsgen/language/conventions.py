"""How a language writes dates, lists and numbers, and what it calls countries: by CLDR, as far as newsgen has it."""

from functools import cache
from importlib.resources import files

import msgspec

from newsgen.records import Record

_FOLDER = files("newsgen") / "data" / "languages"

_COUNTED = 200
"""Numbers for which the plural is listed; a larger one has that of its last two digits."""


class Conventions(Record):
    """The conventions of one language."""

    language: str
    """Its code."""
    direction: str
    """`ltr` or `rtl`."""
    plurals: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    """Each form but `other`, with the ranges of the numbers below 200 that have it."""
    months: tuple[str, ...]
    """As in `15 May`."""
    months_alone: tuple[str, ...]
    """As in a heading."""
    months_short: tuple[str, ...]
    """As in a calendar."""
    day: str
    """`{day} {month} {year}`."""
    day_of_year: str
    """`{day} {month}`."""
    month: str
    """`{month} {year}`."""
    pair: str
    """`{0} and {1}`."""
    list_middle: str
    """`{0}, {1}`."""
    list_end: str
    """`{0} and {1}`: before the last of several."""
    decimal: str
    """`.`."""
    group: str
    """`,`."""
    grouped_from: int
    """The number from which thousands stand apart."""
    countries: tuple[tuple[str, str], ...]
    """Names by code; none in English, for these stand in the gazetteer."""

    def find_plural(self, number: int) -> str:
        """The form of a word that goes with a number: `one`, `few`, `other`."""
        small = number if number < _COUNTED else number % 100 + 100
        for category, ranges in self.plurals:
            if any(first <= small <= last for first, last in ranges):
                return category
        return "other"


@cache
def read_conventions(language: str) -> Conventions | None:
    """The conventions of a language by its code; None if newsgen does not have them."""
    file = _FOLDER / f"{language}.json"
    if not file.is_file():
        return None
    data = msgspec.json.decode(file.read_bytes())
    data["plurals"] = tuple(data["plurals"].items())
    data["countries"] = tuple(data["countries"].items())
    return msgspec.convert(data, Conventions)
