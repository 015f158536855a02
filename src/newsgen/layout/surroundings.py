"""What stands between headline and text, and below the text, and can be told only by its place."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from newsgen.layout.bylines import is_known_name, read_signature, without_place
from newsgen.layout.cuts import cut_credit
from newsgen.layout.dateline import find_dateline, read_dateline_line
from newsgen.layout.findings import PLACE_LINE, Finding, Parts, Weight, headline_index, open_indices, with_roles
from newsgen.layout.outlets import Context, name_outlet, trim_name
from newsgen.layout.places import write_place
from newsgen.layout.signs import ends_sentence, is_prose, names_someone, same_words
from newsgen.layout.stamps import MAX_STAMP, is_impossible, read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold
from newsgen.records.article import Dateline

_NEAR = 12
"""Lines that are looked at below the headline and at the end."""
_LONG_LINE = 110
"""Characters of a full sentence that is no furniture."""
_DECKS = 2
"""Lines of an introduction that is set apart."""

# matches: jf/abc
# matches: (abc/de)
_INITIALS = re.compile(r"^\(?[a-z]{2,4}/[a-z]{2,4}(?:/[a-z]{2,4})?\)?$")
# matches: — Jane Doe
# matches: (SWS)
# not: The Courier
_SET_APART = re.compile(r"^\s*(?:[-–—]+\s*|[(\[])(?=[^\W_])")
# matches: Doe
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Place:
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


Rule = Callable[[_Place], Finding | None]


def read_head(parts: Parts, context: Context, headline: str) -> Parts:
    """The parts with roles for the lines between headline and text."""
    start = headline_index(parts) + 1
    has_text = any(is_prose(parts[index].unit, context) for index in open_indices(parts, start, 3 * _NEAR))
    found: dict[int, Finding] = {}
    decks = 0
    for index in open_indices(parts, start, _NEAR):
        unit = parts[index].unit
        place = _Place(unit, context, headline, _above(parts, index, found), parts, index, decks, below=False)
        finding = _read_below_image(place)
        if finding is None and (is_prose(unit, context) or ends_sentence(unit.text)):
            if (
                decks
                or not headline
                or find_dateline(unit.source, context)
                or not _leads_to_furniture(parts, index, context)
            ):
                break
            finding = Finding("standfirst", "above-byline")
        elif finding is None:
            finding = _apply(HEAD_RULES if has_text else HEAD_RULES[:-1], place)
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
        place = _Place(unit, context, headline, _above(parts, index, found), parts, index, 0, below=True)
        finding = _apply(TAIL_RULES, place) or _read_biography(unit, parts)
        if finding is None or count >= _NEAR:
            return cut_credit(with_roles(parts, found), index, context)
        found[index] = finding
    return with_roles(parts, found)


def _read_biography(unit: Unit, parts: Parts) -> Finding | None:
    """`*Jane Doe reports from Niamey.*` below the text, where the byline names her."""
    byline = next((part.finding.byline for part in parts if part.finding and part.finding.byline), "")
    if byline and unit.inline.whole == "em" and unit.folded.startswith(fold(byline)):
        return Finding("notice", "about-the-writer")
    return None


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


def _leads_to_furniture(parts: Parts, index: int, context: Context) -> bool:
    """Whether a byline or date follows and then more text: then the unit is an introduction set apart."""
    if len(parts[index].unit.text) > 300:
        return False
    met = False
    for part in parts[index + 1 : index + 12]:
        if part.unit.kind in ("blank", "rule"):
            continue
        role = part.finding.role if part.finding else None
        if role in ("byline", "published", "source"):
            met = True
        elif part.open and is_prose(part.unit, context):
            return met
        elif part.open:
            place = _Place(part.unit, context, "", None, (), 0, 0, below=False)
            met = met or bool(_read_stamp(place) or _read_signature(place))
    return False


def _apply(rules: tuple[tuple[str, Rule], ...], place: _Place) -> Finding | None:
    text = place.unit.text
    if not place.unit.folded or (len(text) > _LONG_LINE and ends_sentence(text)):
        return None
    for _, rule in rules:
        finding = rule(place)
        if finding:
            return finding
    return None


def _read_repeated(place: _Place) -> Finding | None:
    return Finding("repeated-headline", "repeated") if same_words(place.unit.folded, place.headline) else None


def _read_stamp(place: _Place) -> Finding | None:
    """A date alone on its line."""
    stamp = read_stamp(place.unit.text, place.context.lexicon)
    if stamp is None and is_impossible(place.unit.text, place.context.lexicon):
        return Finding("published", "date-line", impossible=True)
    return Finding("published", "date-line", stamp=stamp) if stamp else None


def _read_dateline(place: _Place) -> Finding | None:
    """`Niamey, 15 May 2024` alone on its line; below the text only with a date."""
    found = read_dateline_line(place.unit.text.replace(" | ", ", "), place.context)
    if found is None or (place.below and found.stamp is None) or len(place.unit.text) > 80:
        return None
    return Finding("dateline", "dateline-line", dateline=found.dateline, stamp=found.stamp, impossible=found.impossible)


def _read_outlet(place: _Place) -> Finding | None:
    """The outlet's name alone on its line."""
    text = place.unit.text
    named = None if place.unit.kind == "heading" else name_outlet(text, place.context)
    if named is None or (ends_sentence(text) and not named.declared):
        return None
    weight = Weight.LAST_LINE if place.below else Weight.FIRST_LINE
    return Finding("source", "last-line" if place.below else "line-below-headline", source=named.name, weight=weight)


def _read_signature(place: _Place) -> Finding | None:
    """`Jane Doe, Staff Writer`, `Courier staff`."""
    byline = None if place.unit.kind == "heading" else read_signature(trim_name(place.unit.text), place.context)
    return (
        Finding("byline", "signature", byline=byline.name, source=byline.source, weight=Weight.BYLINE)
        if byline
        else None
    )


def _read_name(place: _Place) -> Finding | None:
    """`— Jane Doe` anywhere, `Jane Doe` below the text: who wrote it."""
    name = without_place(trim_name(place.unit.text))
    if len(name) > 50 or place.unit.kind == "heading" or not is_known_name(name, place.context):
        return None
    signs = _is_set_apart(place.unit) or place.below or _is_headed(name, place)
    return Finding("byline", "name", byline=name) if signs else None


def _is_headed(name: str, place: _Place) -> bool:
    """Whether the name stands below the headline, and is the writer's: nobody whom the text speaks of."""
    if place.above is None or place.above.role not in ("headline", "standfirst"):
        return False
    if place.dated_below():
        return True
    family = fold(name.rsplit(maxsplit=1)[-1])
    if (
        name.isupper()
        or family in _WORD.findall(place.headline)
        or place.context.lexicon.gazetteer.country_of_place(name)
    ):
        return False
    return _opens_text(place) and not any(family in _WORD.findall(fold(unit.text)) for unit in place.following())


def _opens_text(place: _Place) -> bool:
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
            or _is_town(unit.text, place.context)
        )
    )


def _is_town(text: str, context: Context) -> bool:
    """Whether the words are a place, and no country."""
    gazetteer = context.lexicon.gazetteer
    return gazetteer.country_of_place(text) is not None and gazetteer.code_of(text) is None


def _read_town(place: _Place) -> Finding | None:
    """`Nairobi` alone between headline or byline and text."""
    text = place.unit.text
    if place.above is None or place.above.role not in _ABOVE_TOWN or len(text) > 40 or place.unit.marked:
        return None
    if not _is_town(text, place.context) or not _opens_text(place):
        return None
    small = place.context.lexicon.desk.words["place"]
    country = place.context.lexicon.gazetteer.country_of_place(text)
    return Finding("dateline", PLACE_LINE, dateline=Dateline(place=write_place(text, small), country=country))


_ABOVE_TOWN = frozenset(("headline", "standfirst", "byline", "published", "source"))


def _is_set_apart(unit: Unit) -> bool:
    return bool(_SET_APART.search(unit.source)) or (unit.kind == "list-item" and not unit.level)


def _read_initials(place: _Place) -> Finding | None:
    """`jf/abc`: who typed and who checked it, below the text of an agency."""
    return Finding("notice", "initials") if _INITIALS.search(place.unit.text) else None


def _read_set_apart(place: _Place) -> Finding | None:
    """`**Actu Sahel**`, `— The Bugle`, `(SWS)` below the text: the outlet, though its name tells nothing."""
    text = place.unit.text
    name = trim_name(text)
    words = name.split()
    if place.unit.kind == "heading" or not 1 <= len(words) <= 6 or len(name) > 50 or ends_sentence(text):
        return None
    looks_set_apart = place.unit.inline.whole in ("em", "strong") or bool(_SET_APART.search(place.unit.source))
    proper = all(not word[0].islower() for word in words if len(word) > 3) and not any(map(str.isdigit, name))
    if not looks_set_apart or not proper or names_someone(place.unit, place.context):
        return None
    return Finding("source", "set-apart-last", source=name, weight=Weight.LAST_LINE)


def _read_caption(place: _Place) -> Finding | None:
    """A line that only names someone."""
    if place.unit.kind != "list-item" and names_someone(place.unit, place.context):
        return Finding("caption", "names-someone")
    return None


def _read_below_image(place: _Place) -> Finding | None:
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


def _read_standfirst(place: _Place) -> Finding | None:
    """`*Eighteen months from a first visit to a last flight*` below the headline."""
    text = place.unit.text
    if place.decks >= _DECKS or place.unit.kind not in ("heading", "text") or ends_sentence(text):
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
    ("outlet", _read_outlet),
    ("signature", _read_signature),
    ("name", _read_name),
    ("town", _read_town),
    ("caption", _read_caption),
    ("standfirst", _read_standfirst),
)

TAIL_RULES: tuple[tuple[str, Rule], ...] = (
    ("repeated-headline", _read_repeated),
    ("stamp", _read_stamp),
    ("outlet", _read_outlet),
    ("dateline", _read_dateline),
    ("signature", _read_signature),
    ("name", _read_name),
    ("initials", _read_initials),
    ("caption", _read_caption),
    ("set-apart", _read_set_apart),
)
