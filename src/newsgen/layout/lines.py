"""Lines of a clipping, and what each is by its first characters."""

import re
from typing import Literal, NamedTuple

BLANKS = " \t\r\n\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u180e\u2028\u2029\u202f\u205f\u2060\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x2010))
)
"""What a line may consist of and still be blank."""

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
    broken: Literal["", "word", "compound"] = ""
    """Whether it ends within a word, at a hyphen that the word has only there, or has anyway."""

    @property
    def joined(self) -> str:
        """The text as it stands before the next line of a paragraph."""
        if self.broken:
            return self.text[:-1] if self.broken == "word" else self.text
        return f"{self.text} "


class Found(NamedTuple):
    """What a line is by itself."""

    kind: UnitKind
    line: Line
    level: int = 0


def split_lines(text: str, start: int, first_line: int) -> list[Line]:
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


def classify_line(line: Line, number: int) -> Found:
    """What the line is by its first characters; `number` is that of the list item before it, -1 at the very top."""
    text = line.text
    if not text or text[0].isalpha():
        return Found("text" if text else "blank", line)
    if _RULE.match(text):
        return Found("rule", line)
    if _IMAGE.match(text) or _IMAGE_NOTE.match(text):
        return Found("image", line)
    match = _NUMBER.match(text)
    if match and number >= 0 and int(match[1]) == number + 1:
        return Found("list-item", line, int(match[1]))
    return _find_mark(line) or Found("text", line)


def _find_mark(line: Line) -> Found | None:
    """The heading, quotation or list item that the line's first characters make it."""
    for kind, pattern in _MARKS:
        match = pattern.match(line.text)
        if match:
            content = _CLOSING_HASHES.sub("", line.text) if kind == "heading" else line.text
            rest = line._replace(text=content[match.end() :], at=line.at + match.end())
            return Found(kind if rest.text else "blank", rest, len(match[1]) if kind == "heading" else 0)
    return None


_MARKS: tuple[tuple[UnitKind, re.Pattern[str]], ...] = (
    ("heading", _HEADING),
    ("quotation", _QUOTE),
    ("list-item", _BULLET),
)
