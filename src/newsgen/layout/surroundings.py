"""What stands between headline and text, and below the text, and can be told only by its place."""

import re
from collections.abc import Mapping

from newsgen.layout.bylines import is_office
from newsgen.layout.clutter import is_captioned, is_cluttered, stands_in_box
from newsgen.layout.cuts import cut_credit
from newsgen.layout.dateline import find_dateline, read_dateline_line
from newsgen.layout.findings import PLACE_LINE, Finding, Parts, Weight, headline_index, open_indices, with_roles
from newsgen.layout.looks import is_initials
from newsgen.layout.outlets import Context, name_outlet, trim_name
from newsgen.layout.page import is_page
from newsgen.layout.places import write_place
from newsgen.layout.setting import SET_APART, Place, Rule, is_town, leads_to_dateline, opens_text
from newsgen.layout.signers import (
    may_sign,
    read_agency_writer,
    read_name,
    read_name_below,
    read_name_beside,
    read_name_dated,
    read_signed,
)
from newsgen.layout.signs import ends_sentence, is_prose, names_someone, same_words
from newsgen.layout.stamps import MAX_STAMP, find_stamp, has_digit, is_impossible, read_stamp
from newsgen.layout.strangers import read_stranger
from newsgen.records.article import Dateline

_NEAR = 12
"""Lines that are looked at below the headline and at the end."""
_LONG_LINE = 110
"""Characters of a full sentence that is no furniture."""
_DECKS = 2
"""Lines of an introduction that is set apart."""

# matches: Lima - 9 May 2024 - 08:15 CET
# matches: Lima | 9 May 2024
_BAR = re.compile(r"\s(?:[|]|[-–—](?=\s\d))\s")


def read_head(parts: Parts, context: Context, headline: str) -> Parts:
    """The parts with roles for the lines between headline and text."""
    start = headline_index(parts) + 1
    has_text = any(is_prose(parts[index].unit, context) for index in open_indices(parts, start, 3 * _NEAR))
    found: dict[int, Finding] = {}
    decks = 0
    page = is_page(parts) or is_cluttered(parts, start)
    for index in open_indices(parts, start, 3 * _NEAR if page else _NEAR):
        unit = parts[index].unit
        place = Place(unit, context, headline, _above(parts, index, found), parts, index, decks, below=False)
        finding = _read_below_image(place) or read_name_dated(place) or _read_dated(place, page=page)
        if finding is None and page and has_text and unit.kind == "list-item":
            finding = Finding("notice", "page-box")
        elif finding is None and is_captioned(parts, index, context):
            finding = Finding("caption", "above-credit")
        elif finding is None and page and has_text and stands_in_box(parts, index, context):
            finding = Finding("notice", "page-box")
        elif finding is None and (is_prose(unit, context) or ends_sentence(unit.text)):
            if (
                decks
                or not headline
                or find_dateline(unit.source, context)
                or not _leads_to_furniture(parts, index, context, page=page)
            ):
                break
            finding = Finding("standfirst", "above-byline")
        elif finding is None:
            finding = _apply(HEAD_RULES if has_text else HEAD_RULES[:-1], place)
            if finding is None and has_text and not unit.text.endswith(":") and (page or leads_to_dateline(place)):
                finding = Finding("notice", "page-box")
        if finding is None:
            break
        decks += finding.role == "standfirst"
        found[index] = finding
    return with_roles(parts, found)


def read_tail(parts: Parts, context: Context, headline: str) -> Parts:
    """The parts with roles for the lines below the text."""
    found: dict[int, Finding] = {}
    for count, index in enumerate(_open_from_end(parts)):
        unit = parts[index].unit
        place = Place(unit, context, headline, _above(parts, index, found), parts, index, 0, below=True)
        finding = _apply(TAIL_RULES, place) or read_stranger(parts, index, found.get(index + 1), context)
        if finding is None or count >= _NEAR:
            return cut_credit(with_roles(parts, found), index, context)
        found[index] = finding
    return with_roles(parts, found)


def _open_from_end(parts: Parts) -> list[int]:
    """Indices of the last open parts, the last one first; the only open part is none of them."""
    first = headline_index(parts)
    indices = [index for index in range(len(parts) - 1, first, -1) if parts[index].open]
    return indices[:-1] if first < 0 else indices


def _above(parts: Parts, index: int, found: Mapping[int, Finding]) -> Finding | None:
    """The finding of the nearest part above that is not blank, a rule or an end mark."""
    for before in range(index - 1, max(-1, index - 6), -1):
        if parts[before].unit.kind not in ("blank", "rule"):
            return found.get(before, parts[before].finding)
    return None


def _leads_to_furniture(parts: Parts, index: int, context: Context, *, page: bool) -> bool:
    """Whether a byline or date follows and then more text, on a page its address: then it is set apart."""
    if len(parts[index].unit.text) > 300:
        return False
    met = False
    for part in parts[index + 1 : index + 12]:
        if part.unit.kind in ("blank", "rule"):
            continue
        role = part.finding.role if part.finding else None
        if role in ("byline", "published", "source") or (page and part.finding and part.finding.rule == "link"):
            met = True
        elif part.open and is_prose(part.unit, context):
            return met
        elif part.open:
            place = Place(part.unit, context, "", None, (), 0, 0, below=False)
            met = met or bool(_read_stamp(place) or read_signed(place))
    return False


def _apply(rules: tuple[tuple[str, Rule], ...], place: Place) -> Finding | None:
    text = place.unit.text
    if not place.unit.folded or (len(text) > _LONG_LINE and ends_sentence(text)):
        return None
    for _, rule in rules:
        finding = rule(place)
        if finding:
            return finding
    return None


def _read_repeated(place: Place) -> Finding | None:
    return Finding("repeated-headline", "repeated") if same_words(place.unit.folded, place.headline) else None


def _read_stamp(place: Place) -> Finding | None:
    """A date alone on its line."""
    stamp = read_stamp(place.unit.text, place.context.lexicon)
    if stamp is None and is_impossible(place.unit.text, place.context.lexicon):
        return Finding("published", "date-line", impossible=True)
    return Finding("published", "date-line", stamp=stamp) if stamp else None


def _read_dateline(place: Place) -> Finding | None:
    """`Niamey, 15 May 2024` alone on its line; below the text only with a date."""
    found = read_dateline_line(_BAR.sub(", ", place.unit.text), place.context)
    if found is None or (place.below and found.stamp is None) or len(place.unit.text) > 80:
        return None
    return Finding("dateline", "dateline-line", dateline=found.dateline, stamp=found.stamp, impossible=found.impossible)


def _read_outlet(place: Place) -> Finding | None:
    """The outlet's name alone on its line."""
    text = place.unit.text
    is_none = place.unit.kind == "heading" or is_office(text, place.context)
    named = None if is_none else name_outlet(text, place.context)
    if named is None or find_stamp(text, place.context.lexicon) or (ends_sentence(text) and not named.declared):
        return None
    weight = Weight.LAST_LINE if place.below else Weight.FIRST_LINE
    return Finding("source", "last-line" if place.below else "line-below-headline", source=named.name, weight=weight)


def _read_dated(place: Place, *, page: bool) -> Finding | None:
    """`Lima - 9 May 2024 - 08:15`; on a page any short line with a date between bars or dashes."""
    text = place.unit.text
    if not has_digit(text) or len(text) > MAX_STAMP or ends_sentence(text):
        return None
    finding = _read_dateline(place)
    pieces = [piece for piece in _PIECES.split(place.unit.source.strip()) if piece]
    named = name_outlet(pieces[0], place.context) if len(pieces) > 1 else None
    if finding or not (page or named):
        return finding
    stamps = (read_stamp(piece, place.context.lexicon) for piece in pieces)
    stamp = next(filter(None, stamps), None) or find_stamp(text, place.context.lexicon)
    if stamp is None:
        return None
    writer = pieces[0] if named is None and len(pieces) > 1 and may_sign(pieces[0], place.context) else ""
    found = Finding("published", "page-head-date", stamp=stamp, byline=writer)
    return found._replace(source=named.name, weight=Weight.BYLINE) if named else found


# matches: KYODO NEWS - Oct 3, 2024 - 18:15 | All, Japan
# matches: Jane Doe   March 7, 2024
_PIECES = re.compile(r"\s[-–—|•·]\s|\s{2,}")


def _read_town(place: Place) -> Finding | None:
    """`Nairobi` alone between headline or byline and text."""
    text = place.unit.text
    if place.above is None or place.above.role not in _ABOVE_TOWN or len(text) > 40 or place.unit.marked:
        return None
    if not is_town(text, place.context) or not opens_text(place):
        return None
    small = place.context.lexicon.desk.words["place"]
    country = place.context.lexicon.gazetteer.country_of_place(text)
    return Finding("dateline", PLACE_LINE, dateline=Dateline(place=write_place(text, small), country=country))


_ABOVE_TOWN = frozenset(("headline", "standfirst", "byline", "published", "source"))


def _read_initials(place: Place) -> Finding | None:
    """`jf/abc`: who typed and who checked it, below the text of an agency."""
    is_country = place.context.lexicon.gazetteer.code_of(place.unit.text) is not None
    return Finding("notice", "initials") if is_initials(place.unit.text) and not is_country else None


def _read_set_apart(place: Place) -> Finding | None:
    """`**Actu Sahel**`, `— The Bugle`, `(SWS)` below the text: the outlet, though its name tells nothing."""
    text = place.unit.text
    name = trim_name(text)
    words = name.split()
    if place.unit.kind == "heading" or not 1 <= len(words) <= 6 or len(name) > 50 or ends_sentence(text):
        return None
    looks_set_apart = place.unit.inline.whole in ("em", "strong") or bool(SET_APART.match(place.unit.source))
    proper = all(not word[0].islower() for word in words if len(word) > 3) and not any(map(str.isdigit, name))
    if not looks_set_apart or not proper or names_someone(place.unit, place.context):
        return None
    return Finding("source", "set-apart-last", source=name, weight=Weight.LAST_LINE)


def _read_caption(place: Place) -> Finding | None:
    """A line that only names someone."""
    if place.unit.kind != "list-item" and names_someone(place.unit, place.context):
        return Finding("caption", "names-someone")
    return None


def _read_below_image(place: Place) -> Finding | None:
    """What stands below an image in italics, or in a few words."""
    text = place.unit.text
    if place.above is None or place.above.role not in ("caption", "notice") or place.unit.kind != "text":
        return None
    if place.above.role == "caption" and place.context.lexicon.desk.agency(trim_name(text)):
        return Finding("caption", "agency-below-image")
    if place.above.rule not in ("image", "missing-image"):
        return None
    if not place.unit.folded or same_words(place.unit.folded, place.headline):
        return None
    if place.unit.inline.whole == "em" or (len(text) <= 150 and not ends_sentence(text)):
        return Finding("caption", "below-image")
    return None


def _read_standfirst(place: Place) -> Finding | None:
    """`*Eighteen months from a first visit to a last flight*` below the headline."""
    text = place.unit.text
    if (
        len(place.unit.lines) > _DECKS
        or place.decks >= _DECKS
        or place.unit.kind not in ("heading", "text")
        or ends_sentence(text)
    ):
        return None
    if place.unit.marked and len(text) <= 300:
        return Finding("standfirst", "marked-below-headline")
    if len(text) <= 110 and len(text.split()) >= 4:
        return Finding("standfirst", "line-below-headline")
    return None


HEAD_RULES: tuple[tuple[str, Rule], ...] = (
    ("repeated-headline", _read_repeated),
    ("stamp", _read_stamp),
    ("dateline", _read_dateline),
    ("signature-of-agency", read_agency_writer),
    ("outlet", _read_outlet),
    ("signature", read_signed),
    ("name", read_name),
    ("name-beside", read_name_beside),
    ("town", _read_town),
    ("caption", _read_caption),
    ("standfirst", _read_standfirst),
)

TAIL_RULES: tuple[tuple[str, Rule], ...] = (
    ("repeated-headline", _read_repeated),
    ("stamp", _read_stamp),
    ("outlet", _read_outlet),
    ("dateline", _read_dateline),
    ("signature", read_signed),
    ("name", read_name),
    ("name-below", read_name_below),
    ("initials", _read_initials),
    ("caption", _read_caption),
    ("set-apart", _read_set_apart),
)
