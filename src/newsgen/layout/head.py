"""The head of a page: which of the lines above its text is the headline, and what the lines above that one are.

Where little stands above a text, its first line is the headline (`headline`). A page that was copied whole has a menu,
mottos, sections and buttons there too, and no list of words knows them all; but a headline says what the text says,
and those do not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from newsgen.layout.above import ROW, begins_group, find_pointed, is_dated, is_known, read_lines_above
from newsgen.layout.bylines import is_known_name, is_name
from newsgen.layout.core import list_stems
from newsgen.layout.dateline import read_dateline_line
from newsgen.layout.findings import Finding, Part, Parts, headline_index, open_indices, with_roles
from newsgen.layout.headline import place_headline, take_headline
from newsgen.layout.issue import read_issue
from newsgen.layout.outlets import Context, name_outlet
from newsgen.layout.rows import is_menu, is_path
from newsgen.layout.signs import ends_sentence, is_prose, may_be_headline, same_words
from newsgen.layout.stamps import MAX_STAMP, has_digit, read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

_REACH = 80
"""Parts on top among which the text of a page begins."""
_LINES = 4
"""Lines above a text that may be more than headline, byline and date."""
_BELOW = 3
"""Lines below a sentence among which a row tells that it stands in a menu."""
_SAID, _MUCH = 0.15, 6
"""What each word counts that a line shares with the text, up to so many: a headline says more of it than a section."""
_RUN = 5
"""Lines without a blank one among which a sentence is a menu's: "When suggestions are available, use the arrows"."""
_PARAGRAPHS = 8
"""From which the text's words are taken: below them its foot may stand."""
_UNSHARED = 2
"""Words that nobody shares, counted to every line: one word that the text has tells nothing."""
_PLAIN = 2
"""Lines above a headline: outlet and section."""
_TEXT = 60
"""Characters of a sentence with which a text begins."""
_FEW = 3
"""Words of which hardly a headline is made."""
_OFFICE = 6
"""Words of the longest name of an office."""
_MOST = 34
_FOLLOWED = 5
"""Lines below a headline among which byline or date stand."""
_EQUAL = 0.4
"""Scores that differ by less are equal: the line that stands first is the headline."""
_INTRODUCED = 1.2
"""What an introduction may score more than the headline directly above it."""
_LEAST = 1.3
"""The score of a headline; with less, nothing tells that a line is one."""


# matches: Des barques. Foto: Ana Roe
# matches: A street. (Supplied: The Club)
# matches: the square.Image: Jane Doe
# not: Image of the valley
_PICTURE = re.compile(r"(?:photo|image|foto|pic|picture|supplied|handout|credit|courtesy)\s?[:/©]|[)\]]$|©", re.I)


def name_page_head(parts: Parts, context: Context, given: str | None) -> Parts:
    """The parts with a page's headline named, and all that stands above it, if it is not what a plain text's is."""
    if given is not None or headline_index(parts) >= 0:
        return parts
    pointed = find_pointed(parts, context)
    if pointed:
        above = dict.fromkeys(open_indices(parts, limit=1), Finding("kicker", "section"))
        return take_headline(with_roles(parts, above), pointed, context)
    end = _find_text(parts, context)
    if sum(_is_line(part) for part in parts[:end]) < _LINES:
        return parts
    chosen = _choose(parts, end, context)
    if chosen is None or (_is_plain(parts[:chosen]) and _is_ordinary(parts, chosen, context)):
        return parts
    return take_headline(with_roles(parts, read_lines_above(parts, chosen, context)), chosen, context)


def _is_plain(above: Parts) -> bool:
    """Whether no more than outlet and section stand above a headline."""
    return sum(part.open for part in above) <= _PLAIN and sum(_is_line(part) for part in above) < _LINES


def _is_ordinary(parts: Parts, chosen: int, context: Context) -> bool:
    """Whether the line is the headline also for who takes the first line for it."""
    ordinary = place_headline(parts, context, None)
    index = headline_index(ordinary)
    return index >= 0 and ordinary[index].unit.start == parts[chosen].unit.start


def _is_line(part: Part) -> bool:
    return part.unit.kind not in ("blank", "rule", "image")


def _find_text(parts: Parts, context: Context) -> int:
    """The index of the text's first paragraph: a sentence that is nothing else, and long or followed by another."""
    lines = [index for index, part in enumerate(parts[:_REACH]) if _is_line(part)]
    for place, (index, following) in enumerate(zip_longest(lines, lines[1:])):
        if (
            _is_text(parts[index], context)
            and (len(parts[index].unit.text) >= _TEXT or following is None or _is_text(parts[following], context))
            and not _stands_in_menu(parts, lines[place + 1 :], context)
            and not _is_within_run(parts, index, context)
        ):
            return index
    return 0


def _stands_in_menu(parts: Parts, below: Sequence[int], context: Context) -> bool:
    """Whether a row of a menu follows before any more text, as below what an outlet says of itself on top."""
    for place, index in enumerate(below[:_BELOW]):
        if _is_text(parts[index], context):
            return False
        if is_menu(parts[index].unit, context):
            return any(_is_text(parts[later], context) for later in below[place + 1 :])
    return False


def _is_within_run(parts: Parts, index: int, context: Context) -> bool:
    """Whether lines that are no text stand directly above the sentence and many directly below, and the text after."""
    below = parts[index + 1 : index + 1 + _RUN]
    if len(below) < _RUN or not index or not _is_line(parts[index - 1]) or not all(map(_is_line, below)):
        return False
    if any(_is_text(part, context) for part in below):
        return False
    return any(_is_text(part, context) for part in parts[index + _RUN :])


def _is_text(part: Part, context: Context) -> bool:
    unit = part.unit
    return part.open and not unit.marked and unit.text[-1] not in "?!" and is_prose(unit, context)


def _choose(parts: Parts, end: int, context: Context) -> int | None:
    """The index of the line above the text that is most like a headline; None if no line is."""
    prose = (part.unit.text for part in parts[end:] if part.open and is_prose(part.unit, context))
    topics = list_stems(" ".join(islice(prose, _PARAGRAPHS)), context)
    if not topics:
        return None
    candidates = [
        (index, _score(parts, index, end, topics, context))
        for index in range(end)
        if parts[index].open and _may_head(parts, index, end, context)
    ]
    candidates = _above_dateline(parts, candidates, context)
    best = max((score for _, score in candidates), default=0.0)
    if best < _LEAST:
        return None
    chosen = next(place for place, (_, score) in enumerate(candidates) if score > best - _EQUAL)
    while chosen and _stands_above(parts, candidates[chosen - 1], candidates[chosen][0], best):
        chosen -= 1
    return candidates[chosen][0]


def _above_dateline(parts: Parts, candidates: list[tuple[int, float]], context: Context) -> list[tuple[int, float]]:
    """The candidates above the first line that only tells place and day, if there are any: below it the text begins."""
    for index, part in enumerate(parts[: candidates[-1][0]] if candidates else ()):
        if candidates[0][0] < index and part.open and _is_dateline(part.unit, context):
            return [candidate for candidate in candidates if candidate[0] < index]
    return candidates


def _is_dateline(unit: Unit, context: Context) -> bool:
    if len(unit.text) > MAX_STAMP or not has_digit(unit.text):
        return False
    found = read_dateline_line(unit.text, context)
    return found is not None and found.stamp is not None and found.dateline.place is not None


def _stands_above(parts: Parts, candidate: tuple[int, float], below: int, best: float) -> bool:
    """Whether the line is a headline too, and the one `below` it, which shares more with the text, its introduction."""
    index, score = candidate
    is_next = not any(_is_line(part) for part in parts[index + 1 : below])
    return is_next and score >= max(_LEAST, best - _INTRODUCED)


def _may_head(parts: Parts, index: int, end: int, context: Context) -> bool:
    """Whether the line is no menu, date, section or outlet, and long enough for a headline."""
    unit = parts[index].unit
    words = unit.text.count(" ") + 1
    if not unit.folded or not 1 < words <= _MOST or not may_be_headline(unit, context) or ROW.search(unit.source):
        return False
    if is_menu(unit, context) or is_path(unit, context):
        return False
    if (
        _names_sections(unit, context)
        or read_issue(unit, context)
        or _names_writers(unit.text, context)
        or _FOUNDED.search(unit.folded)
    ):
        return False
    if unit.folded in context.lexicon.desk.sections or read_stamp(unit.text, context.lexicon):
        return False
    named = name_outlet(unit.text, context)
    return named is None or not is_known(named, context)


def _names_sections(unit: Unit, context: Context) -> bool:
    """Whether the line is a row of sections: `Print edition | Middle East and Africa`."""
    return all(step in context.lexicon.desk.sections for step in _STEPS.split(unit.folded))


# matches: print edition | africa
_STEPS = re.compile(r"\s*[|•·>›»]\s*|\s[/–—-]\s")


def _names_writers(text: str, context: Context) -> bool:
    """Whether the line only names who wrote it: `Dr Jane Doe and John Roe`."""
    names = _NAMES.split(text)
    return is_known_name(text, context) or (len(names) > 1 and all(is_name(name, context) for name in names))


# matches: le journal de la vallee depuis 1902
# matches: est. 1871 - serving the islands
# not: the oldest bridge, built in 1902
_FOUNDED = re.compile(
    r"\b(?:since|est\.|established|founded|depuis|fonde|desde|fundado|seit)\s(?:in\s|en\s)?1[789]\d\d\b"
)
# matches: Jane Doe and John Roe
_NAMES = re.compile(r"\s+(?:and|et|y|und|e|&)\s+|,\s+|\s*[|/]\s*")
# matches: Home » News » River rises
# matches: > River rises
_TRAIL = re.compile(r"[>›»→/▸]")


def _is_repeated(parts: Parts, index: int, end: int) -> bool:
    """Whether another line above the text says the same, alone or at the end of a trail."""
    folded = parts[index].unit.folded
    return any(
        same_words(part.unit.folded, folded) or (part.unit.folded.endswith(folded) and _TRAIL.search(part.unit.text))
        for place, part in enumerate(parts[:end])
        if place != index
    )


def _score(parts: Parts, index: int, end: int, topics: frozenset[str], context: Context) -> float:
    """How much the line is like a headline: what it shares with the text, how it looks and what is around it."""
    unit = parts[index].unit
    stems = list_stems(unit.text, context)
    said = len(stems & topics)
    shared = said / (len(stems) + _UNSHARED)
    words = unit.text.count(" ") + 1
    score = 3 * shared + _SAID * min(said, _MUCH) + (0.4 if words > _FEW + 1 else 0)
    if words <= _FEW:
        score -= 1.2
    score += 1.2 * ((unit.marked and shared > 0) or (words >= _FEW and _is_repeated(parts, index, end)))
    score += 0.4 * (begins_group(parts, index) or not _is_line(parts[index - 1]))
    score += 0.8 * any(_tells_origin(part, context) for part in _list_below(parts, index, end))
    score -= 1.0 * (ends_sentence(unit.text) and unit.text[-1] not in "?!")
    score -= 1.5 * (_PICTURE.search(unit.text) is not None)
    score -= 1.5 * _names_office(unit.text, context)
    score -= 1.0 * unit.text.endswith(":") + 2.5 * (unit.kind == "list-item")
    return score


def _names_office(text: str, context: Context) -> bool:
    """Whether the words are the name of an office: `Ministry of Works and Transport`."""
    words = text.split()
    small = context.lexicon.desk.words["outlet-companion"]
    return (
        len(words) <= _OFFICE
        and any(fold(word) in context.lexicon.desk.words["issuer"] for word in words[:3])
        and all(not word[0].islower() or fold(word) in small for word in words)
    )


def _list_below(parts: Parts, index: int, end: int) -> Iterator[Part]:
    """The next lines below."""
    lines = (part for part in parts[index + 1 : end] if _is_line(part))
    yield from (part for part, _ in zip(lines, range(_FOLLOWED), strict=False))


def _tells_origin(part: Part, context: Context) -> bool:
    return is_dated(part, context) or (part.finding is not None and part.finding.role == "byline")
