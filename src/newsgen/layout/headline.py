"""The headline, and what stands above it: outlet, kicker, date, slug."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from newsgen.layout.bylines import is_known_name
from newsgen.layout.dateline import find_dateline, read_dateline_line
from newsgen.layout.findings import Finding, Part, Parts, Weight, headline_index, open_indices, with_roles
from newsgen.layout.issue import read_issue
from newsgen.layout.outlets import Context, name_outlet
from newsgen.layout.rows import is_menu, is_path
from newsgen.layout.signs import ends_sentence, has_capitals_only, is_paragraph, is_prose, may_be_headline
from newsgen.layout.stamps import MAX_STAMP, find_stamp, read_stamp
from newsgen.layout.titles import cut_title, describe_look
from newsgen.layout.units import SHORT, Unit, join_units
from newsgen.lexicon.desk import fold

MAX_LINES = 3
_ABOVE = 8
"""Lines among which the headline is looked for."""

# matches: BC-Niger-U.S., 1st Lead
# not: BC coast
_SLUG = re.compile(r"^(?:BC|AM|PM|AP|bc|am|pm)-[^\W\d_][\w.'’-]*")
# matches: Tchad-désert-secours
# matches: Valley-labour-textile-protest,lead
# matches: Cuba-arqueología
# not: Port-au-Prince burns
_FILED = re.compile(r"[^\W\d_]\w{2,15}(?:-[\w']{2,20}){1,5}(?:,\s?[\w-]{2,12}){0,2}$")
# matches: de la ville deraille
# not: the army seizes power
_GOES_ON = re.compile(r"^(?:of|de|du|des|del|in|en|at|aux?|and|et|y)\s|^d'")
# matches: AFRICA | Security
# matches: NIGER – ÉTATS-UNIS
_KICKER_PARTS = re.compile(r"\s*[|/>›»:•·,]\s*|\s+[–—-]+\s+")
# matches: detains president;
# matches: the end of
_UNFINISHED = re.compile(
    r"(?:[;,:–—-]|\b(?:and|or|of|to|in|on|for|the|a|an|with|as|at|by|et|de|du|des|la|le|les|à|en|y|el|los|del|con))$"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A line above the headline and its surroundings; dates alone on a line do not count as such."""

    unit: Unit
    context: Context
    above: Finding | None
    """Of the line directly above, no blank line between."""
    next: Unit | None
    after_next: Unit | None

    def leads_to_headline(self) -> bool:
        """Whether the next line looks like a headline."""
        if self.next is None or not may_be_headline(self.next, self.context) or len(self.next.lines) > MAX_LINES:
            return False
        return self.next.marked or not is_prose(self.next, self.context)


Rule = Callable[[_Place], Finding | None]


def place_headline(parts: Parts, context: Context, given: str | None) -> Parts:
    """The parts with the headline and the lines above it named; `given` is the one of the front matter."""
    index = headline_index(parts)
    if index >= 0:
        return take_headline(parts, index, context, alone=True)
    parts = _name_captions(parts)
    indices = list(open_indices(parts, limit=_ABOVE))
    if given is not None:
        return _place_given(parts, indices, context, fold(given))
    above: dict[int, Finding] = {}
    for position, index in enumerate(indices):
        place = _look_at(parts, indices[position:], above, context)
        finding = _read_above(place)
        if finding is None:
            parts = with_roles(parts, above)
            below = (parts[after].unit for after in open_indices(parts, index + 1))
            if not may_be_headline(place.unit, context) or is_paragraph(place.unit, below, context):
                return parts
            return take_headline(parts, index, context)
        above[index] = finding
    return with_roles(parts, above)


def _name_captions(parts: Parts) -> Parts:
    """The parts with a line in italics named that stands between an image on top and the heading below it."""
    top = [index for index, part in enumerate(parts[: 2 * _ABOVE]) if part.unit.text or part.finding]
    for image, caption, heading in zip(top, top[1:], top[2:], strict=False):
        above, unit = parts[image].finding, parts[caption].unit
        is_caption = above is not None and above.rule == "image" and parts[caption].open and unit.inline.whole == "em"
        if is_caption and unit.kind == "text" and parts[heading].open and parts[heading].unit.kind == "heading":
            return with_roles(parts, {caption: Finding("caption", "below-image")})
    return parts


def _look_at(parts: Parts, indices: Sequence[int], above: Mapping[int, Finding], context: Context) -> _Place:
    """The place of the first of the lines at the indices."""
    others = (parts[index].unit for index in indices[1:])
    undated = (unit for unit in others if not _is_dated(unit, context))
    following, after = next(undated, None), next(undated, None)
    before = indices[0] - 1
    above_it = above.get(before, parts[before].finding if before >= 0 else None)
    return _Place(parts[indices[0]].unit, context, above_it, following, after)


def _is_dated(unit: Unit, context: Context) -> bool:
    """Whether the line is a date, or a dateline with one, and so no headline."""
    if len(unit.text) > MAX_STAMP or not any(map(str.isdigit, unit.text)):
        return False
    found = read_dateline_line(unit.text, context)
    return read_stamp(unit.text, context.lexicon) is not None or (found is not None and found.stamp is not None)


def _place_given(parts: Parts, indices: list[int], context: Context, given: str) -> Parts:
    """The lines above the first one that repeats the headline of the front matter; else nothing."""
    repeated = next((position for position, index in enumerate(indices) if parts[index].unit.folded == given), None)
    if repeated is None:
        return parts
    above: dict[int, Finding] = {}
    for position in range(repeated):
        finding = _read_above(_look_at(parts, indices[position:], above, context))
        if finding:
            above[indices[position]] = finding
    return with_roles(parts, {**above, indices[repeated]: Finding("repeated-headline", "given-headline")})


def _read_above(place: _Place) -> Finding | None:
    for _, rule in ABOVE_RULES:
        finding = rule(place)
        if finding:
            return finding
    return None


def _read_date(place: _Place) -> Finding | None:
    """`12 March 2024` alone above the headline."""
    stamp = read_stamp(place.unit.text, place.context.lexicon) if place.next else None
    return Finding("published", "date-line", stamp=stamp) if stamp else None


def _read_issue(place: _Place) -> Finding | None:
    """`Valley Star — Sunday edition, 14 April 2024` on top: the name of a paper and the day of its issue."""
    issue = read_issue(place.unit, place.context) if place.leads_to_headline() else None
    if issue is None or (issue.name and place.above is not None) or _is_person(issue.name, place.context):
        return None
    source = Finding("published", "page-head-date", stamp=issue.stamp)
    return source._replace(source=issue.name, weight=Weight.MASTHEAD) if issue.name else source


def _is_person(name: str, context: Context) -> bool:
    """Whether the words are rather a writer's name than a paper's."""
    return is_known_name(name, context) and name_outlet(name, context) is None


def _read_page_number(place: _Place) -> Finding | None:
    """`2` alone above the headline of a page that was scanned."""
    text = place.unit.text
    return Finding("notice", "page-number") if place.next and text.isdecimal() and len(text) <= _PAGE else None


_PAGE = 3
"""Digits of the longest number of a page."""


def _read_menu(place: _Place) -> Finding | None:
    """`World  Business  Markets  Video` above the headline."""
    return Finding("notice", "page-head") if place.next and is_menu(place.unit, place.context) else None


def _read_place_and_date(place: _Place) -> Finding | None:
    """`Niamey, 15 May 2024` alone above the headline."""
    if not any(map(str.isdigit, place.unit.text)):
        return None
    found = read_dateline_line(place.unit.text, place.context) if place.leads_to_headline() else None
    return (
        Finding("dateline", "dateline-line", dateline=found.dateline, stamp=found.stamp)
        if found and found.stamp
        else None
    )


def _read_slug(place: _Place) -> Finding | None:
    """`BC-Niger-U.S., 1st Lead`: how wires name a story."""
    if (
        (_SLUG.match(place.unit.text) or _FILED.match(place.unit.text))
        and place.next is not None
        and len(place.unit.text) <= 60
    ):
        return Finding("notice", "wire-slug")
    return None


def _read_outlet(place: _Place) -> Finding | None:
    """The outlet's name above the headline; a declared one also where there is no headline."""
    named = name_outlet(place.unit.text, place.context) if place.next else None
    if named is None or not (place.leads_to_headline() or named.declared):
        return None
    if place.unit.folded in place.context.lexicon.desk.sections and not named.declared:
        return None
    return Finding("source", "first-line", source=named.name, weight=Weight.FIRST_LINE)


def _read_below_outlet(place: _Place) -> Finding | None:
    """`Niamey bureau`, `ENGLISH PAGES` directly below the outlet's name."""
    if place.above is None or place.above.rule != "first-line" or not place.leads_to_headline():
        return None
    words, desk = place.unit.folded.split(), place.context.lexicon.desk
    if place.unit.marked or len(words) > 4 or place.unit.folded in desk.sections:
        return None
    if words[-1] in desk.cues["byline.desk"] or has_capitals_only(place.unit.text):
        return Finding("source", "below-outlet")
    return None


def _read_path(place: _Place) -> Finding | None:
    """`PACIFIC / PAPUA NEW GUINEA` above the headline."""
    return Finding("kicker", "section") if place.leads_to_headline() and is_path(place.unit, place.context) else None


def _read_kicker(place: _Place) -> Finding | None:
    """`AFRICA | Security`, `WORLD NEWS`, `Politics` above the headline."""
    unit, following = place.unit, place.next
    words = unit.folded.split()
    if following is None or not 1 <= len(words) <= 6 or len(unit.text) > 60 or ends_sentence(unit.text.rstrip(":")):
        return None
    sections = place.context.lexicon.desk.sections
    parts = [part for part in _KICKER_PARTS.split(unit.folded) if part]
    if all(part in sections for part in parts) or (place.leads_to_headline() and any(p in sections for p in parts)):
        is_next = may_be_headline(following, place.context) and (
            place.leads_to_headline() or place.after_next is not None
        )
        return Finding("kicker", "section") if is_next else None
    if not place.leads_to_headline() or len(words) > 4:
        return None
    if (
        has_capitals_only(unit.text)
        and not _GOES_ON.match(following.folded)
        and (not has_capitals_only(following.text) or len(words) <= 2)
    ):
        return Finding("kicker", "capitals")
    if following.marked and not unit.marked:
        return Finding("kicker", "plain-above-marked")
    return None


ABOVE_RULES: tuple[tuple[str, Rule], ...] = (
    ("menu", _read_menu),
    ("date", _read_date),
    ("page-number", _read_page_number),
    ("issue", _read_issue),
    ("place-and-date", _read_place_and_date),
    ("wire-slug", _read_slug),
    ("below-outlet", _read_below_outlet),
    ("outlet", _read_outlet),
    ("path", _read_path),
    ("kicker", _read_kicker),
)


_CENTRED = 8
"""Blanks before the lines of a headline that stands in the middle of its page."""


def take_headline(parts: Parts, index: int, context: Context, *, alone: bool = False) -> Parts:
    """The parts with the headline named; lines that go on with it are joined to it, unless it stands `alone`."""
    units = [parts[index].unit]
    for part in () if alone else parts[index + 1 : index + MAX_LINES]:
        if not part.open or not _carries_on(units[-1], part.unit, context):
            break
        units.append(part.unit)
    if sum(len(unit.text) for unit in units) > SHORT:
        units = units[:1]
    headline = join_units(units) if len(units) > 1 else units[0]
    named = cut_title(headline, context) or (Part(headline, Finding("headline", describe_look(units[0]))),)
    return (*parts[:index], *named, *parts[index + len(units) :])


def _carries_on(unit: Unit, following: Unit, context: Context) -> bool:
    """Whether the line below a headline's line belongs to the headline too."""
    if not may_be_headline(following, context) or ends_sentence(unit.text.rstrip(";:")) or is_prose(following, context):
        return False
    if find_dateline(following.source, context) or find_stamp(following.text, context.lexicon):
        return False
    if min(unit.lines[-1].indent, following.lines[0].indent) >= _CENTRED:
        return unit.kind == following.kind == "text" and not ends_sentence(following.text)
    if has_capitals_only(unit.text) and has_capitals_only(following.text):
        return name_outlet(following.text, context) is None
    if unit.kind == following.kind == "text" and unit.inline.whole and unit.inline.whole == following.inline.whole:
        return len(unit.text) >= 25 and not ends_sentence(following.text)
    return unit.kind == following.kind and bool(_UNFINISHED.search(unit.text)) and not following.marked
