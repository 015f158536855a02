"""The clipping on the terminal: line by line, each with its role, and what was found marked in the text.

With colours the kinds of mentions differ by colour, without by their brackets; both carry the same numbers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.text import Text

from newsgen.cli.terminal import SMALL_DIGITS, Paper, plain
from newsgen.records.article import Role
from newsgen.records.explanation import ExplainedClipping, ExplainedLine, ExplainedMention, Kind, LinePart, Place

ROLE_NAMES: dict[Role, str] = {
    "front-matter": "front matter",
    "blank": "",
    "repeated-headline": "headline",
    "published": "date",
    "source": "outlet",
    "list-item": "list",
}
"""Roles whose own names a reader would not understand at once, or that are too long for the margin."""

ROLE_STYLES: dict[Role, str] = {
    "headline": "headline",
    "repeated-headline": "aside",
    "front-matter": "aside",
    "rule": "aside",
    "caption": "aside",
    "notice": "aside",
    "kicker": "field",
    "standfirst": "field",
    "byline": "field",
    "dateline": "field",
    "published": "field",
    "source": "field",
}
"""How the margin of a line looks; beside the body's text it is faint."""

BRACKETS: dict[Kind, tuple[str, str]] = {
    "country": ("[", "]"),
    "person": ("{", "}"),
    "unresolved": ("{?", "}"),
    "date": ("<", ">"),
}
"""What stands around a mention where there are no colours."""

_ROLE_WIDTH = max(map(len, ROLE_NAMES.values()))


def show_clipping(paper: Paper, explained: ExplainedClipping) -> None:
    """All lines of the clipping, then what the marks mean."""
    show_lines(paper, explained, explained.lines)
    kinds = {mention.kind for mention in explained.mentions if mention.place and mention.found}
    if kinds:
        paper.write()
        paper.write_beside(Text(" " * _margin_width(explained)), _make_legend(paper, kinds))


def show_lines(paper: Paper, explained: ExplainedClipping, lines: Iterable[ExplainedLine]) -> None:
    """Some lines of the clipping."""
    digits = len(str(len(explained.lines)))
    sorted_in = _sort_into_lines(explained)
    for line in lines:
        for place, part in enumerate(line.parts):
            number = str(line.number) if place == 0 else ""
            role = ROLE_NAMES.get(part.role, part.role) if part.begins else ""
            margin = Text().append(f"{number:>{digits}} ", style="aside")
            margin.append(f"{role:{_ROLE_WIDTH}}", style=ROLE_STYLES.get(part.role, "aside"))
            text = mark_text(paper, sorted_in.get(line.number, ()), line, part)
            paper.write_beside(margin, text, bar_for="event-sentence")


def _sort_into_lines(explained: ExplainedClipping) -> Mapping[int, Sequence[ExplainedMention]]:
    """The mentions by the numbers of the lines that hold something of them.

    Of several with the same span, as the events of one sentence, only the first goes on beyond its line: a long
    sentence may hold many.
    """
    found: dict[int, list[ExplainedMention]] = {}
    going_on: set[Place] = set()
    for mention in explained.mentions:
        if mention.place and mention.found:
            number = mention.place.line
            last = number if mention.place in going_on else len(explained.lines)
            going_on.add(mention.place)
            while number <= last and explained.lines[number - 1].start < mention.place.end:
                found.setdefault(number, []).append(mention)
                number += 1
    return found


def _margin_width(explained: ExplainedClipping) -> int:
    return len(str(len(explained.lines))) + 1 + _ROLE_WIDTH


class Edge(NamedTuple):
    """Where a mention begins or ends in a line."""

    at: int
    """Offset in the clipping."""
    begins: bool
    """At one place ends come before beginnings."""
    depth: int
    """Of ends at one place the inner one comes first, of beginnings the outer one."""
    order: int
    """Settles the order of spans that are alike: the number of the mention, or its negative where it ends."""
    mention: ExplainedMention
    """What begins or ends."""
    whole: bool
    """Whether it truly begins or ends here, and does not only go on from or on another line."""


def mark_text(paper: Paper, mentions: Iterable[ExplainedMention], line: ExplainedLine, part: LinePart) -> Text:
    """The part's text with its mentions marked and numbered."""
    style = ROLE_STYLES.get(part.role, "")
    text = Text(style="" if style == "field" else style)
    opened: dict[int, int] = {}
    at = part.start
    for edge in sorted(edge for mention in mentions for edge in _find_edges(mention, part)):
        text.append(plain(line.text[at - line.start : edge.at - line.start]))
        at = edge.at
        if edge.begins:
            _append(text, _open(paper, edge))
            opened[edge.mention.number] = len(text)
        else:
            text.stylize(_style_of(edge.mention.kind), opened[edge.mention.number], len(text))
            _append(text, _close(paper, edge))
    return text.append(plain(line.text[at - line.start : part.end - line.start]))


def _append(text: Text, mark: str) -> None:
    """Add a mark; between two numbers a dot."""
    parted = text.plain[-1:] and text.plain[-1] in SMALL_DIGITS and mark[:1] and mark[0] in SMALL_DIGITS
    text.append("·" + mark if parted else mark, style="number")


def _style_of(kind: Kind) -> str:
    """How a mention looks in the text: a sentence keeps its looks, only the bar beside it has a colour."""
    return "event-sentence" if kind == "event" else kind


def _find_edges(mention: ExplainedMention, part: LinePart) -> Iterator[Edge]:
    """The beginning and the end of a mention within a part of a line, if it has anything of it."""
    if mention.place is None:
        return
    start, end = max(mention.place.start, part.start), min(mention.place.end, part.end)
    if start < end:
        number = mention.number
        yield Edge(start, True, -mention.place.end, number, mention, start == mention.place.start)
        yield Edge(end, False, -mention.place.start, -number, mention, end == mention.place.end)


def _open(paper: Paper, edge: Edge) -> str:
    """What stands in front of a mention."""
    if not edge.whole:
        return ""
    if edge.mention.kind == "event":
        return paper.number(edge.mention.number)
    return "" if paper.colours else BRACKETS.get(edge.mention.kind, ("", ""))[0]


def _close(paper: Paper, edge: Edge) -> str:
    """What stands behind a mention."""
    if not edge.whole or edge.mention.kind == "event":
        return ""
    bracket = "" if paper.colours else BRACKETS.get(edge.mention.kind, ("", ""))[1]
    return bracket + paper.number(edge.mention.number)


_LEGEND: Sequence[tuple[Kind, str]] = (
    ("country", "country"),
    ("person", "person"),
    ("unresolved", "may be a person"),
    ("date", "date"),
    ("quotation", "“quotation”"),
)


def _make_legend(paper: Paper, kinds: set[Kind]) -> Text:
    """What the marks mean, of those that were used."""
    words = []
    for kind, word in _LEGEND:
        if kind in kinds:
            begin, end = ("", "") if paper.colours else BRACKETS.get(kind, ("", ""))
            words.append(Text(begin + word + end, style=kind))
    if "event" in kinds:
        words.append(Text(paper.bar, style="event").append(" event", style="label"))
    return Text("   ").join(words)
