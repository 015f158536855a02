"""The clipping as it came, line by line, each with the role that layout gave it."""

from collections.abc import Iterator, Sequence

from newsgen.language import Words
from newsgen.records.article import Block
from newsgen.records.clipping import Clipping
from newsgen.records.site import Received, ReceivedLine


def show_received(words: Words, clipping: Clipping, blocks: Sequence[Block], within: tuple[int, int]) -> Received:
    """All of the clipping's text between two offsets; nothing of it is left out."""
    lines = tuple(_cut_lines(words, clipping.text, blocks, within))
    return Received(path=clipping.path, encoding=clipping.encoding, lines=lines)


def _cut_lines(words: Words, text: str, blocks: Sequence[Block], within: tuple[int, int]) -> Iterator[ReceivedLine]:
    """Each line once; in parts where a block begins within it."""
    first, last = within
    number, begins, shown = 1 + text.count("\n", 0, first), text[first - 1 : first] in ("", "\n"), ""
    for block in blocks:
        if block.end <= first or last <= block.start:
            continue
        role = words.say(f"role.{block.role}")
        parts = text[max(first, block.start) : min(last, block.end)].split("\n")
        for place, plain in enumerate(parts):
            ends = place < len(parts) - 1
            if plain or ends:
                yield ReceivedLine(number=number if begins else 0, role=role, text=plain, again=role == shown)
                shown, begins = role, ends
                number += ends
