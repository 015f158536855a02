"""Units: lines joined to what a reader sees as one line, item or paragraph.

Markdown as clippings have it, which differs from CommonMark in two points: an indented line is no code block but the
beginning of a wire's paragraph, and `---` under a line is a rule unless the line may be the headline.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsgen.layout.hyphens import mark_hyphens
from newsgen.layout.inline import Inline, read_inline
from newsgen.layout.lines import BLANKS, Found, Line, UnitKind, classify_line, split_lines
from newsgen.lexicon.desk import fold

SHORT = 300
"""A line up to this long may be something else than a paragraph."""

# matches: **NIAMEY, May 15
_OPENING = re.compile(r"\*{1,3}|_{1,3}")
# matches: ====
# matches: ----
_UNDERLINE = re.compile(r"^(?:=+|-{2,})$")


class Unit(NamedTuple):
    """One or more lines that belong together."""

    kind: UnitKind
    lines: tuple[Line, ...]
    """Without the marks that tell the kind."""
    start: int
    """Offset in the clipping of the first character that belongs to the unit."""
    end: int
    """Offset behind the last character, line end included."""
    level: int = 0
    """Of a heading: 1 to 6. Of a list item: its number, which stays in the text, or 0 for a bullet."""
    source: str = ""
    """The lines joined with single blanks, inline marks included."""
    inline: Inline = Inline("", (), (), "")
    """The source without inline marks, and what they said."""
    folded: str = ""
    """The text folded for look-ups; empty if it is longer than `SHORT`."""
    text: str = ""
    """The plain text: `inline.text`, which is asked for most often of all."""

    @property
    def number(self) -> int:
        """The line on which it begins."""
        return self.lines[0].number

    @property
    def marked(self) -> bool:
        """Whether the whole is a heading, or in bold or italics."""
        return self.kind == "heading" or bool(self.inline.whole)


def read_units(text: str, start: int, first_line: int) -> tuple[Unit, ...]:
    """The units of the clipping's text from the offset on; they tile it."""
    lines = mark_hyphens(split_lines(text, start, first_line), text)
    return tuple(_join(lines, _measure(lines), len(text)))


def make_unit(kind: UnitKind, lines: Sequence[Line], start: int, end: int, *, level: int = 0, opened: str = "") -> Unit:
    """A unit with all that follows from its lines; `opened` is a mark left open by what was cut off before it."""
    if kind in ("blank", "rule"):
        return Unit(kind, tuple(lines), start, end)
    source = lines[0].text if len(lines) == 1 else _join_text(lines)
    inline = read_inline(opened + source)
    folded = fold(inline.text) if len(inline.text) <= SHORT else ""
    return Unit(kind, tuple(lines), start, end, level, source, inline, folded, inline.text)


def _join_text(lines: Sequence[Line]) -> str:
    """The lines in one, with a blank or with nothing between two."""
    return "".join(line.joined for line in lines[:-1]) + lines[-1].text


def cut_unit(unit: Unit, offset: int) -> tuple[Unit, Unit]:
    """The unit in two, cut before the character at the offset of its source; neither may be empty."""
    before: list[Line] = []
    after: list[Line] = []
    passed = 0
    place = unit.end
    for line in unit.lines:
        here = offset - passed
        passed += len(line.joined)
        if here >= len(line.text):
            before.append(line)
        elif here <= 0:
            place = min(place, line.at)
            after.append(line)
        else:
            before.append(line._replace(text=line.text[:here].rstrip(BLANKS), broken=""))
            rest = line.text[here:].lstrip(BLANKS)
            place = line.at + len(line.text) - len(rest)
            after.append(Line(line.number, rest, place, line.indent, place, line.broken))
    first = make_unit(unit.kind, before, unit.start, place, level=unit.level)
    second = make_unit(unit.kind, after, place, unit.end, level=unit.level, opened=_find_opened(first.source))
    return first, second


def _find_opened(source: str) -> str:
    """The bold or italic mark that the text begins with and does not close."""
    match = _OPENING.match(source)
    return match.group() if match and source.count(match.group()) % 2 else ""


def join_units(units: Sequence[Unit]) -> Unit:
    """Neighbouring units as one, of the first one's kind."""
    lines = [line for unit in units for line in unit.lines]
    return make_unit(units[0].kind, lines, units[0].start, units[-1].end, level=units[0].level)


def _measure(lines: Sequence[Line]) -> int:
    """The column at which the text was wrapped by hand; 0 if it was not.

    Wrapped text shows in lines of similar length that go on in small letters.
    """
    lengths = [
        len(line.text) + line.indent
        for line, following in pairwise(lines)
        if 40 <= len(line.text) <= 120
        and following.text[:1].islower()
        and following.indent <= line.indent
        # Below a rule, or at "by", small letters begin a line of its own.
        and not _UNDERLINE.match(line.text)
        and not _SMALL_BEGIN.match(following.text)
    ]
    if len(lengths) < 2:
        return 0
    return sorted(lengths)[int(0.95 * (len(lengths) - 1))]


def _join(lines: Sequence[Line], width: int, end: int) -> Iterator[Unit]:
    """The units that the lines make, in order."""
    batch: list[Line] = []
    kind: UnitKind = "blank"
    level = number = seen = 0
    for line in lines:
        if kind == "text" and batch and _underlines(line.text, batch, seen):
            kind, level = "heading", 1 if line.text[0] == "=" else 2
            continue
        found = classify_line(line, number if seen else -1)
        if batch and _goes_on(kind, batch, found, width):
            batch.append(line if found.kind == "list-item" else found.line)
            continue
        if batch:
            yield make_unit(kind, batch, batch[0].begin, line.begin, level=level)
            seen += kind != "blank"
        batch, kind, level = [found.line], found.kind, found.level
        if kind != "blank":
            number = level if kind == "list-item" else 0
    if batch:
        yield make_unit(kind, batch, batch[0].begin, end, level=level)


def _underlines(text: str, batch: Sequence[Line], seen: int) -> bool:
    """Whether a line of `=` or `-` makes a heading of the lines above it; `-` only near the top of the clipping."""
    if text[:1] not in ("=", "-") or not _UNDERLINE.match(text) or sum(len(line.text) for line in batch) > SHORT:
        return False
    return text[0] == "=" or (seen < 3 and 2 * len(text) >= len(batch[-1].text) and batch[-1].text[-1:] != ".")


def _goes_on(kind: UnitKind, batch: Sequence[Line], found: Found, width: int) -> bool:
    """Whether the line belongs to the unit that is being gathered."""
    if kind == "blank" or found.kind == "blank":
        return kind == found.kind
    if (kind, found.kind) not in _JOINING:
        return (kind, found.kind) == ("text", "list-item") and _begins_by_chance(batch[-1], found, width)
    if found.kind == "quotation":
        return not _are_labelled(batch[-1].text, found.line.text)
    if _is_unclosed(batch):
        return True
    if found.line.indent >= batch[-1].indent + 2:
        return kind == "list-item"
    return _continues(batch[-1], found.line, width)


_JOINING = frozenset((("text", "text"), ("quotation", "text"), ("quotation", "quotation"), ("list-item", "text")))
"""Kinds of a unit and of a line that may go on with it."""


def _begins_by_chance(previous: Line, found: Found, width: int) -> bool:
    """Whether a dash or number begins the line only because the text was wrapped there: "talks begin on May / 1."."""
    if previous.text[-1] in _TERMINAL or found.line.indent >= previous.indent + 2 or found.level > 1:
        return False
    length = len(previous.text) + previous.indent
    return length >= 30 if found.level else 0 < 0.85 * width <= length


def _is_unclosed(batch: Sequence[Line]) -> bool:
    """Whether bold or italics that the first line opens go on beyond the last one."""
    if batch[0].text[0] not in "*_" or len(batch) > 4:
        return False
    mark = batch[0].text[:2] if batch[0].text[:2] in ("**", "__") else batch[0].text[:1]
    return not any(line.text.rstrip(".,:;").endswith(mark) for line in batch) and batch[0].text.count(mark) == 1


def _continues(previous: Line, line: Line, width: int) -> bool:
    """Whether a line of prose goes on with what the line above it began."""
    if _is_apart(previous, line):
        return False
    if previous.broken:
        return True
    length = len(previous.text) + previous.indent
    word = line.text.split(maxsplit=1)[0]
    full = 0 < width < length + 1 + len(word)
    if line.text[0].islower() and not line.text.startswith(("www.", "http")):
        return full or (len(previous.text) >= 20 and not _SMALL_BEGIN.match(line.text))
    if not width or length > width + 8 or previous.text.isupper() != line.text.isupper():
        return False
    return full or (previous.text[-1] not in _TERMINAL and len(previous.text) >= 0.7 * width)


def _is_apart(previous: Line, line: Line) -> bool:
    """Whether the line is a byline below capitals, an address, tells day and time, or is one of a mail's head."""
    if (
        line.text.startswith(_WEB)
        or previous.text.startswith(_WEB)
        or _PRINTED.match(line.text)
        or _PRINTED.match(previous.text)
    ):
        return True
    if _ADDRESS.match(line.text) or _ADDRESSED.match(previous.text) or _INITIALS.match(line.text):
        return True
    if _CODED.match(line.text) or _CODED.match(previous.text) or _FIELD.match(line.text):
        return True
    if _are_labelled(previous.text, line.text):
        return True
    if previous.text.isupper() and _SMALL_BEGIN.match(line.text):
        return not line.text.isupper()
    return line.text[0].isupper() and len(line.text) <= _STAMPED_LINE and _STAMPED.search(line.text) is not None


def _are_labelled(first: str, second: str) -> bool:
    """Whether both lines begin as those of a mail's head do."""
    return _LABELLED.match(first) is not None and _LABELLED.match(second) is not None


# matches: jane.doe@valley.example
_ADDRESS = re.compile(r"[\w.+-]{1,60}@[\w.-]{3,60}$")
_WEB = ("http://", "https://")
# matches: 3/5/24, 10:11 AM	River rises - The Valley Courier
# matches: 03/05/2024 10:11    Le fleuve monte
# not: 3/5/24 was a Friday
_PRINTED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s\d{1,2}:\d\d(?:\s?[AP]M)?(?:\t|\s{2,})")
# matches: To: the desk <desk@valley.example>
# not: he wrote to <desk@valley.example>
_ADDRESSED = re.compile(r"^[^\W\d_]{1,12} ?: .{0,200}[<‹][^<>@\s]{1,60}@[^<>@\s]{1,60}[>›]$")
# matches: str-jd/abc
# matches: jd/abc
# matches: abc/de/fgh
# not: and/or the other
_INITIALS = re.compile(r"[a-z]{2,4}(?:[-/][a-z]{2,4}){0,3}/[a-z]{2,4}$")
# matches: HD  River rises
# not: NIAMEY The river rose
_CODED = re.compile(r"[A-Z][A-Z\d](?: {2,}|\t)\S")
# matches: LENGTH: 512 words
# not: the verdict: guilty
_FIELD = re.compile(r"[A-Z][A-Z-]{3,20}: \S")
# matches: To: undisclosed-recipients
# matches: À : la rédaction
# not: the verdict: guilty
_LABELLED = re.compile(r"^(?:[A-Z][a-zé]{1,9}|À) ?: \S")
_STAMPED_LINE = 60
# matches: All News 11:52 October 22, 2025
# not: At 11:52 on October 22, 2025, the river rose
_STAMPED = re.compile(r"\b\d{1,2}:\d\d\b[\w ,.]{0,30}\b(?:19|20)\d\d$")
# matches: by the newsroom
# matches: par la rédaction
# not: bypassing the capital
# matches: list 2 of 3
# matches: end of list
_SMALL_BEGIN = re.compile(r"^(?:(?:by:?|par|por|from our|de notre|de nuestr[oa])\s|list \d+ of \d|end of list$)")

_TERMINAL = ".!?:;\"'”’»)]*_"
