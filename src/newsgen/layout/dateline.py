"""The dateline at the head of a text: `Niamey, May 15 (RHC) --`, `PARIS/NIAMEY, Mar 16 (AFP) -`, `NIAMEY — `.

What stands in front of a dash is cut at its commas and brackets; each piece must be a place, a date or an agency, and
something must vouch for the whole: a date, an agency, or a place that is known.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from newsgen.layout.outlets import Context
from newsgen.layout.places import MOST_WORDS, are_places, find_country, is_known_place, is_time_word, write_place
from newsgen.layout.stamps import Stamp, is_impossible, read_stamp
from newsgen.records.article import Dateline

REACH = 130
"""Characters within which a dateline ends."""
_TRIES = 5
_TEXT = 40
"""Characters of a sentence that need not be whole."""

# matches: Niamey, May 15 (RHC)-- Niger
# matches: NIAMEY — The
# matches: ALGIERS- The
# matches: Madrid, 15 may (EFE).- El
# matches: MOSCOW (AP) _ Russia
# matches: New Delhi, May 15 (PTI) The
# matches: NEW DELHI: The
# not: Port-au-Prince
_SEPARATOR = re.compile(
    r"\s*(?:\.\s?)?[—–―−]+\s*|\s*(?:\.\s?)?-{2,}\s*|\s+[-_‐‑]\s+|(?<=[\w.)\]])\.?[-_]\s+|(?<=[)\]/])[.:]?\s+|:\s+"
)
# matches: NEW DELHI: The
# not: River rises
_SIGN = re.compile(r"[—–―−‐‑_:)\]/-]")
# matches: (RHC)
# matches: /TASS/.
# matches: [Reuters]
_IN_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]{1,60}?)\s*[)\]]|(?<![^\s.])/\s?([^/\d]{2,40}?)\s?/(?=[.,\s]|$)")
# matches: [Niamey, 15 mai 2024]
_ALL_IN_BRACKETS = re.compile(r"^[(\[]([^()\[\]]+)[)\]]$")
# matches: ** The
# not: **The
_CLOSING = re.compile(r"(?:\*{1,3}|_{1,3})\s+")
# matches: **NIAMEY**
_MARKS = re.compile(r"[*_#]+")


class Found(NamedTuple):
    """A dateline and where it ends in the text that it begins."""

    dateline: Dateline
    stamp: Stamp | None
    end: int
    """Offset of the first character behind it."""
    impossible: bool = False
    """Whether its date is one that no calendar has, and so left out."""


class _Pieces(NamedTuple):
    """A head taken apart."""

    places: tuple[str, ...]
    stamp: Stamp | None
    agency: str | None
    impossible: bool = False
    """Whether a date that no calendar has was left out."""


def find_dateline(source: str, context: Context) -> Found | None:
    """The dateline that the paragraph begins with, if it does."""
    return _find(source[: 2 * REACH], context)


@lru_cache(maxsize=1 << 11)
def _find(source: str, context: Context) -> Found | None:
    """`find_dateline`, which several rules ask of the same paragraph."""
    reach = source[:REACH]
    if not reach or reach[0].islower() or not _SIGN.search(reach):
        return None
    for count, match in enumerate(_SEPARATOR.finditer(reach)):
        if count >= _TRIES:
            return None
        agency = _read_agency_alone(source[: match.start()], match.group(), context) if count == 0 else None
        if agency and _is_text(source[match.end() :]):
            return Found(Dateline(agency=agency), None, match.end())
        pieces = _take_apart(source[: match.start()], context)
        rest = source[match.end() :]
        if pieces and rest and _vouched(pieces, match.group(), rest, context):
            closing = _CLOSING.match(rest)
            end = match.end() + (closing.end() if closing else 0)
            return Found(_make(pieces, context), pieces.stamp, end, pieces.impossible)
    return None


def _is_text(rest: str) -> bool:
    """Whether what follows is a sentence: `KYODO NEWS - Jan 3, 2024` is a line with a date."""
    return len(rest) >= _TEXT or (rest != "" and rest.rstrip('"”’»)]* ')[-1:] in ".!?。")


def _read_agency_alone(head: str, separator: str, context: Context) -> str | None:
    """The agency that stands for the whole dateline: `(AFP) -`, `Reuters –`."""
    name = _MARKS.sub("", head).strip(" ()[]")
    if not separator.strip(" .:") or len(name) > 40 or not _is_agency(name, context):
        return None
    return name


def read_dateline_line(text: str, context: Context) -> Found | None:
    """The dateline that a line of its own consists of: `Niamey, 15 May 2024`, `[NIAMEY, Niger (AP)]`."""
    if not text or len(text) > REACH or text[0].islower() or not (_TELLING.search(text) or text.isupper()):
        return None
    head = text.rstrip(" -–—_:.*")
    inner = _ALL_IN_BRACKETS.match(head)
    pieces = _take_apart(inner[1] if inner else head, context)
    if not pieces:
        return None
    place = ", ".join(pieces.places)
    country = find_country(pieces.places, context)
    qualified = len(pieces.places) > 1 and country is not None
    if (
        pieces.stamp
        or (pieces.impossible and country)
        or (pieces.agency and (country or place.isupper()))
        or qualified
        or (country and place.isupper())
    ):
        return Found(_make(pieces, context), pieces.stamp, len(text), pieces.impossible)
    return None


def _take_apart(head: str, context: Context) -> _Pieces | None:
    """Places, date and agency of a head; None if any piece is none of these."""
    head = _MARKS.sub("", head).strip()
    brackets = _ALL_IN_BRACKETS.match(head)
    if brackets:
        head = brackets[1]
    agency = None
    stamp = None
    places: list[str] = []
    for match in _IN_BRACKETS.finditer(head):
        content = match[1] or match[2]
        inner_stamp = read_stamp(content, context.lexicon)
        if inner_stamp:
            stamp = inner_stamp
        elif context.lexicon.gazetteer.code_of(content) and not _is_agency(content, context):
            places.append(content)
        elif agency is None and _may_be_agency(content):
            agency = content.partition(",")[0].strip()
        else:
            return None
    plain = [piece for piece in map(str.strip, _IN_BRACKETS.sub(" ", head).strip(" .,").split(",")) if piece]
    read = _read_pieces(plain, context)
    if read is None or (read.agency and agency) or (read.stamp and stamp):
        return None
    return _Pieces((*read.places, *places), read.stamp or stamp, read.agency or agency, read.impossible)


def _read_pieces(pieces: list[str], context: Context) -> _Pieces | None:
    """Places first, then date and agency in any order."""
    agency = None
    if len(pieces) > 1 and _is_agency(pieces[-1], context):
        agency = pieces.pop()
    if not pieces or len(pieces) > 6:
        return None
    for cut in range(1, len(pieces) + 1):
        rest = ", ".join(pieces[cut:])
        stamp = read_stamp(rest, context.lexicon) if rest else None
        impossible = stamp is None and is_impossible(rest, context.lexicon)
        if stamp or impossible or cut == len(pieces) or _is_day(pieces[cut:]):
            places, inner = _split_place(pieces[:cut], context)
            if inner and stamp is None:
                stamp = inner
            elif inner and stamp:
                stamp = stamp._replace(date=_join_dates(inner.date, stamp.date), weekday=stamp.weekday)
            if not agency and places and len(places) > 1 and _is_agency(places[-1], context):
                agency, places = places[-1], places[:-1]
            return _Pieces(tuple(places), stamp, agency, impossible) if are_places(places, context) else None
    return None


def _is_day(pieces: list[str]) -> bool:
    """Whether only a day of the month is given: `MADRID, 15 (EUROPA PRESS)`; it tells no date."""
    return len(pieces) == 1 and pieces[0].isdecimal() and len(pieces[0]) <= 2


def _join_dates(first: str, second: str) -> str:
    return second if second[:4] != "XXXX" else first


def _split_place(pieces: list[str], context: Context) -> tuple[list[str], Stamp | None]:
    """The pieces; a date that follows the last place without a comma apart: `Niamey 15 May`, `MOSCOW. May 15`."""
    words = pieces[-1].split()
    for cut in range(1, min(len(words), MOST_WORDS)):
        word = words[cut].strip(".")
        if word[:1].isdigit() or word in ("le", "el") or is_time_word(word, context):
            stamp = read_stamp(" ".join(words[cut:]), context.lexicon)
            if stamp:
                return [*pieces[:-1], " ".join(words[:cut]).rstrip(".")], stamp
    return pieces, None


def _is_agency(text: str, context: Context) -> bool:
    return context.lexicon.desk.agency(text) is not None or context.declared(text) is not None


def _may_be_agency(text: str) -> bool:
    """Whether words in brackets may name who sent the text, by their form."""
    words = text.partition(",")[0].split()
    return 1 <= len(words) <= 6 and all(word[0].isupper() or word.islower() for word in words) and len(text) <= 50


def _vouched(pieces: _Pieces, separator: str, rest: str, context: Context) -> bool:
    """Whether something besides the form tells that the words in front of the separator are a dateline."""
    place = ", ".join(pieces.places)
    known = find_country(pieces.places, context) is not None
    sign = separator.strip()
    if sign == ":":
        prose = len(rest) > REACH // 2 and not rest[0].islower()
        return known and prose and (place.isupper() or pieces.stamp is not None)
    if pieces.stamp or (pieces.impossible and known):
        return True
    if rest[0].islower() and not place.isupper():
        return False
    dashed = sign.strip(".") != ""
    if pieces.agency:
        sure = _is_agency(pieces.agency, context)
        named = known or place.isupper()
        return (
            (sure and (known or (place.isupper() and not rest.isupper())))
            or (known and dashed)
            or (dashed and (sure or (named and len(pieces.agency) <= 8)))
        )
    return dashed and not rest.isupper() and is_known_place(pieces.places, context)


def _make(pieces: _Pieces, context: Context) -> Dateline:
    place = pieces.places[0]
    return Dateline(
        place=write_place(place, context.lexicon.desk.words["place"]),
        country=find_country(pieces.places, context),
        date=pieces.stamp.date if pieces.stamp else None,
        agency=pieces.agency,
        weekday=pieces.stamp.weekday if pieces.stamp else None,
    )


# matches: Niamey, Niger
# matches: Niamey 15 May
# not: River rises for a third day
_TELLING = re.compile(r"[\d,(]")
