"""The places of datelines: what may be one, whether it is known, its country; and its usual capitals."""

import re

from newsgen.layout.outlets import Context
from newsgen.lexicon.desk import fold

# matches: PORT-AU-PRINCE
# matches: N'DJAMENA
_PARTS = re.compile(r"([-'’/])")


# matches: Port-au-Prince
# matches: N'Djamena
# matches: D.C.
# not: 2024
_PLACE_WORD = re.compile(r"^(?:[^\W\d_]+(?:['’.-][^\W\d_]+)*['’.-]?,?|&)$")
# matches: PARIS/NIAMEY
# matches: Khartoum and Juba
_SEVERAL = re.compile(r"/| (?:and|et|y) ", re.I)

MOST_WORDS = 5
"""Of a place's name."""


def is_time_word(word: str, context: Context) -> bool:
    """Whether it is a month or a weekday."""
    calendar = context.lexicon.calendar
    return calendar.month(word) is not None or calendar.weekday(word) is not None


def are_places(places: list[str], context: Context) -> bool:
    """Whether all may be names of places by their form."""
    known = context.lexicon.gazetteer.country_of_place
    return (
        1 <= len(places) <= 3
        and not places[0][0].islower()
        and all(_may_be_place(place, context) or known(place) for place in places)
        and not _is_cue(places[0], context)
        and context.told(places[0]) is None
    )


def is_place_line(text: str, context: Context) -> bool:
    """Whether the text is a known place and no more: no sentence that ends with one or names one."""
    known = context.lexicon.gazetteer.country_of_place(text) is not None
    return known and all(text.split(", ")) and are_places(text.split(", "), context)


def _may_be_place(text: str, context: Context) -> bool:
    small = context.lexicon.desk.words["place"]
    words = text.replace("/", " ").split()
    return (
        1 <= len(words) <= MOST_WORDS
        and not words[0].islower()
        and all(
            _PLACE_WORD.match(word) and len(word) <= 25 and (not word[0].islower() or fold(word) in small)
            for word in words
        )
    )


def _is_cue(place: str, context: Context) -> bool:
    """Whether the words are a weekday, a month, or say that something else follows: `Updated`, `By Jane Doe`."""
    first, *others = place.split()
    desk = context.lexicon.desk
    folded = fold(place)
    if not others and is_time_word(first, context):
        return True
    if desk.cues["stamp.published"].start(folded) or desk.cues["stamp.updated"].start(folded):
        return True
    return folded in desk.sections or fold(first) in desk.words["no-place"]


def is_known_place(places: tuple[str, ...], context: Context) -> bool:
    """Whether a place is known well enough to be a dateline without date and agency."""
    gazetteer = context.lexicon.gazetteer
    place = ", ".join(places)
    if gazetteer.country_of_place(place) is None and (len(places) > 1 or find_country(places, context) is None):
        return False
    if len(places) > 1:
        return places[0].isupper() or _is_region(places[-1], context)
    return place.isupper() or gazetteer.code_of(place) is None


def _is_region(text: str, context: Context) -> bool:
    """Whether the words name a country, or a state or province as datelines shorten them."""
    return context.lexicon.gazetteer.code_of(text) is not None or text.endswith(".")


def find_country(places: tuple[str, ...], context: Context) -> str | None:
    """The country of the place: by its qualifier, or by itself; of two places, the first one's."""
    gazetteer = context.lexicon.gazetteer
    first = _SEVERAL.split(places[0], maxsplit=1)[0]
    return gazetteer.country_of_place(", ".join((first, *places[1:]))) or gazetteer.country_of_place(first)


def write_place(place: str, small: frozenset[str]) -> str:
    """The place in usual capitals: `NIAMEY` gives `Niamey`; `small` are words that begin with no capital."""
    return " ".join(_capitalise(word, small if index else frozenset()) for index, word in enumerate(place.split()))


def _capitalise(word: str, small: frozenset[str]) -> str:
    """One word in usual capitals; `D.C.`, initials and words that have small letters stay."""
    if len(word) < 2 or not word.isupper() or "." in word[:-1]:
        return word
    if fold(word) in small:
        return word.lower()
    first, *others = _PARTS.split(word)
    last = len(others) - 1
    inner = (
        part.lower() if index < last and fold(part) in _INNER_SMALL else part.capitalize()
        for index, part in enumerate(others)
    )
    return "".join((first.capitalize(), *inner))


_INNER_SMALL = frozenset(("au", "aux", "de", "des", "du", "el", "en", "la", "le", "les", "sur", "upon", "on"))
"""Words in the middle of a hyphenated place: Port-au-Prince."""
