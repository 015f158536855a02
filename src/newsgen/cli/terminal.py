"""The terminal as `explain` writes on it: its width, its colours if it is to have any, and no sign that it obeys."""

import os
import re
from functools import partial

from rich.console import Console
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

from newsgen.cli.show import defuse

# matches: two words
_BLANK = re.compile(r"\s")

STYLES: dict[str, str | Style] = {
    "country": "cyan",
    "person": "yellow",
    "unresolved": "red",
    "date": "green",
    "quotation": "italic",
    "event": "magenta",
    "event-sentence": Style.null(),
    "article": Style.null(),
    "number": "dim",
    "headline": "bold",
    "field": "blue",
    "aside": "dim",
    "label": "dim",
    "heading": "bold",
    "error": "red",
    "warning": "yellow",
    "note": "cyan",
}
"""How each kind of mention, each sort of line and each part of an answer looks; terminals choose their own shades."""

SMALL_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

LABEL_WIDTH = 10

_NARROWEST = 20
"""Columns that a wrapped text has at least."""


class Paper:
    """What is written on: a console, and the signs that it can show."""

    def __init__(self) -> None:
        """Of standard output."""
        self.console = _open_console()
        self.colours = self.console.color_system is not None
        has_signs = self.console.encoding.lower().startswith("utf")
        self.bar = "┃" if has_signs else "|"
        self.arrow = "→" if has_signs else "->"
        self._digits = str.maketrans("0123456789", SMALL_DIGITS) if has_signs else None

    def number(self, number: int) -> str:
        """A small number beside a word."""
        return str(number).translate(self._digits) if self._digits else f"^{number}"

    def write(self, text: Text | str = "", *, style: str = "") -> None:
        """One line, as it is."""
        self.console.print(Text(text, style=style) if isinstance(text, str) else text, soft_wrap=True)

    def part(self, position: int) -> None:
        """A blank line between two answers; none before the first."""
        if position:
            self.write()

    def row(self, label: str, text: Text | str, *, style: str = "label") -> None:
        """A label, and what it says beside it."""
        beside = Text(plain(text)) if isinstance(text, str) else text
        self.write_beside(Text().append(f"  {label:{LABEL_WIDTH}}", style=style), beside)

    def write_beside(self, margin: Text, text: Text, *, bar_for: str = "") -> None:
        """A text wrapped beside its margin; a bar stands at the rows that hold something of the style `bar_for`."""
        space = margin.cell_len
        rows = text.wrap(self.console, max(_NARROWEST, self.console.width - space - 2), tab_size=4) or [Text()]
        for number, row in enumerate(rows):
            line = Text().append_text(margin) if number == 0 else Text(" " * space)
            marked = bar_for and any(span.style == bar_for for span in row.spans)
            line.append(self.bar if marked else " ", style="event" if marked else "")
            line.append(" ").append_text(row)
            line.rstrip()
            self.write(line)


def _open_console() -> Console:
    """Standard output as rich sees it; without colours where they are not wanted or would not be seen."""
    open_one = partial(Console, theme=Theme(STYLES, inherit=False), highlight=False, markup=False, emoji=False)
    console = open_one()
    wanted = console.is_terminal and not console.is_dumb_terminal and not os.environ.get("NO_COLOR")
    return console if wanted else open_one(width=console.width, color_system=None)


def plain(text: str) -> str:
    """The text with all blanks as common ones and control characters as their codes."""
    return text if text.isprintable() else defuse(_BLANK.sub(" ", text))
