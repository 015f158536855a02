"""Lines of a clipping, and the units that they join to: what a reader sees as one line, item or paragraph.

Markdown as clippings have it, which differs from CommonMark in two points: an indented line is no code block but the
beginning of a wire's paragraph, and `---` under a line is a rule unless the line may be the headline.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from newsgen.layout.inline import Inline, read_inline
from newsgen.lexicon.desk import fold

BLANKS = " \t\r\n\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u180e\u2028\u2029\u202f\u205f\u2060\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x2010))
)
"""What a line may consist of and still be blank."""

SHORT = 300
"""A line up to this long may be something else than a paragraph."""

UnitKind = Literal["blank", "rule", "heading", "quotation", "list-item", "image", "text"]

# matches: ## A base too good to lose ##
_HEADING = re.compile(r"^(#{1,6})(?:[ \t]+|(?=\*))(?=\S)")
# matches: Two Armies ##
_CLOSING_HASHES = re.compile(r"[ \t]+#+$")
# matches: > > quoted
# matches: >quoted
_QUOTE = re.compile(r"^(?:>[ \t]?)+")
# matches: - an item
# matches: • an item
# not: -- Sahel Desk
_BULLET = re.compile(r"^(?:[-+*][ \t]+|[•◦‣▪·●][ \t]*)(?=\S)")
# matches: 1. an item
# matches: 12) an item
# not: 2024. A year
_NUMBER = re.compile(r"^(\d{1,3})[.)][ \t]+(?=\S)")
# matches: * * *
# matches: ____
# matches: ----------
# not: ###
# not: ...
_RULE = re.compile(r"^(?:[-_*=~•·—–+\\][ \t]*){3,}$")
# matches: **NIAMEY, May 15
_OPENING = re.compile(r"\*{1,3}|_{1,3}")
# matches: ====
# matches: ----
_UNDERLINE = re.compile(r"^(?:=+|-{2,})$")
# matches: ![a bridge](https://example.org/b.jpg "title")
# matches: [![a bridge](b.jpg)](https://example.org)
_IMAGE = re.compile(r"^\[?!\[[^\]]*\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\]]*\])?(?:\]\([^()\s]*\))?$")
# matches: [Image: a bridge]
# matches: <img src="x.jpg" alt="a bridge">
_IMAGE_NOTE = re.compile(
    r"^(?:\[(?:image|photo|picture|img|video|graphic|map)\b[^\]]*\]|<(?:img|figure|picture)\b[^>]*>)$", re.I
)


class Line(NamedTuple):
    """A line, or a stretch of one."""

    number: int
    """1-based."""
    text: str
    """Without the blanks around it."""
    at: int
    """Offset of `text` in the clipping."""
    indent: int
    """Blanks in front; a tab counts as four."""
    begin: int
    """Offset at which the line begins in the clipping."""


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
    """`inline.text` folded for look-ups; empty if it is longer than `SHORT`."""

    @property
    def text(self) -> str:
        """The plain text."""
        return self.inline.text

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
    lines = _split(text, start, first_line)
    return tuple(_join(lines, _measure(lines), len(text)))


def make_unit(kind: UnitKind, lines: Sequence[Line], start: int, end: int, *, level: int = 0, opened: str = "") -> Unit:
    """A unit with all that follows from its lines; `opened` is a mark left open by what was cut off before it."""
    if kind in ("blank", "rule"):
        return Unit(kind, tuple(lines), start, end)
    source = lines[0].text if len(lines) == 1 else " ".join(line.text for line in lines)
    inline = read_inline(opened + source)
    folded = fold(inline.text) if len(inline.text) <= SHORT else ""
    return Unit(kind, tuple(lines), start, end, level, source, inline, folded)


def cut_unit(unit: Unit, offset: int) -> tuple[Unit, Unit]:
    """The unit in two, cut before the character at the offset of its source; neither may be empty."""
    before: list[Line] = []
    after: list[Line] = []
    passed = 0
    place = unit.end
    for line in unit.lines:
        here = offset - passed
        passed += len(line.text) + 1
        if here >= len(line.text):
            before.append(line)
        elif here <= 0:
            place = min(place, line.at)
            after.append(line)
        else:
            before.append(line._replace(text=line.text[:here].rstrip(BLANKS)))
            rest = line.text[here:].lstrip(BLANKS)
            place = line.at + len(line.text) - len(rest)
            after.append(Line(line.number, rest, place, line.indent, place))
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


def _split(text: str, start: int, first_line: int) -> list[Line]:
    """The lines from the offset on."""
    lines = []
    begin = start
    for number, raw in enumerate(text[start:].split("\n"), first_line):
        left = raw.lstrip(BLANKS)
        lead = len(raw) - len(left)
        indent = lead + 3 * raw.count("\t", 0, lead) if lead else 0
        lines.append(Line(number, left.rstrip(BLANKS), begin + lead, indent, begin))
        begin += len(raw) + 1
    if begin - 1 == len(text) and (start == len(text) or text.endswith("\n")):
        lines.pop()
    return lines


def _measure(lines: Sequence[Line]) -> int:
    """The column at which the text was wrapped by hand; 0 if it was not.

    Wrapped text shows in lines of similar length that go on in small letters.
    """
    lengths = [
        len(line.text) + line.indent
        for line, following in pairwise(lines)
        if 40 <= len(line.text) <= 120 and following.text[:1].islower() and following.indent <= line.indent
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
        found = _classify(line, number if seen else -1)
        if batch and _goes_on(kind, batch, found, width):
            batch.append(found.line)
            continue
        if batch:
            yield make_unit(kind, batch, batch[0].begin, line.begin, level=level)
            seen += kind != "blank"
        batch, kind, level = [found.line], found.kind, found.level
        if kind != "blank":
            number = level if kind == "list-item" else 0
    if batch:
        yield make_unit(kind, batch, batch[0].begin, end, level=level)


class _Found(NamedTuple):
    """What a line is by itself."""

    kind: UnitKind
    line: Line
    level: int = 0


def _classify(line: Line, number: int) -> _Found:
    """What the line is by its first characters; `number` is that of the list item before it, -1 at the very top."""
    text = line.text
    if not text:
        return _Found("blank", line)
    if text[0].isalpha():
        return _Found("text", line)
    if _RULE.search(text):
        return _Found("rule", line)
    for kind, pattern in _MARKS:
        match = pattern.search(text)
        if match:
            content = _CLOSING_HASHES.sub("", text) if kind == "heading" else text
            rest = line._replace(text=content[match.end() :], at=line.at + match.end())
            return _Found(kind if rest.text else "blank", rest, len(match[1]) if kind == "heading" else 0)
    if _IMAGE.search(text) or _IMAGE_NOTE.search(text):
        return _Found("image", line)
    match = _NUMBER.search(text)
    if match and number >= 0 and int(match[1]) == number + 1:
        return _Found("list-item", line, int(match[1]))
    return _Found("text", line)


_MARKS: tuple[tuple[UnitKind, re.Pattern[str]], ...] = (
    ("heading", _HEADING),
    ("quotation", _QUOTE),
    ("list-item", _BULLET),
)


def _underlines(text: str, batch: Sequence[Line], seen: int) -> bool:
    """Whether a line of `=` or `-` makes a heading of the lines above it; `-` only near the top of the clipping."""
    if not _UNDERLINE.search(text) or sum(len(line.text) for line in batch) > SHORT:
        return False
    return text[0] == "=" or (seen < 3 and 2 * len(text) >= len(batch[-1].text) and batch[-1].text[-1:] != ".")


def _goes_on(kind: UnitKind, batch: Sequence[Line], found: _Found, width: int) -> bool:
    """Whether the line belongs to the unit that is being gathered."""
    if kind == "blank" or found.kind == "blank":
        return kind == found.kind
    if found.level == 1 and found.kind == "list-item" and kind == "text":
        # "…talks will begin on May / 1. They": a number that a wrapped line happens to begin with
        return len(batch[-1].text) >= 30 and batch[-1].text[-1] not in _TERMINAL
    if found.kind not in ("text", "quotation") or kind not in ("text", "quotation", "list-item"):
        return False
    if found.kind == "quotation" and kind != "quotation":
        return False
    if _is_unclosed(batch):
        return True
    previous, line = batch[-1], found.line
    if line.indent >= previous.indent + 2:
        return kind == "list-item"
    return _continues(previous, line, width)


def _is_unclosed(batch: Sequence[Line]) -> bool:
    """Whether bold or italics that the first line opens go on beyond the last one."""
    if batch[0].text[0] not in "*_" or len(batch) > 4:
        return False
    mark = batch[0].text[:2] if batch[0].text[:2] in ("**", "__") else batch[0].text[:1]
    return not any(line.text.rstrip(".,:;").endswith(mark) for line in batch) and batch[0].text.count(mark) == 1


def _continues(previous: Line, line: Line, width: int) -> bool:
    """Whether a line of prose goes on with what the line above it began."""
    length = len(previous.text) + previous.indent
    word = line.text.split(maxsplit=1)[0]
    full = 0 < width < length + 1 + len(word)
    if line.text[0].islower():
        return full or (len(previous.text) >= 20 and not _SMALL_BYLINE.search(line.text))
    if not width or length > width + 8 or previous.text.isupper() != line.text.isupper():
        return False
    return full or (previous.text[-1] not in _TERMINAL and len(previous.text) >= 0.7 * width)


# matches: by the newsroom
# matches: par la rédaction
# not: bypassing the capital
_SMALL_BYLINE = re.compile(r"^(?:by|par|por|from our|de notre|de nuestr[oa])\s")

_TERMINAL = ".!?:;\"'”’»)]*_"
