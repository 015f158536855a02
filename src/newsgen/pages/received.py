"""The clipping as it came, line by line, each with the role that layout gave it."""

from collections.abc import Iterator, Sequence

from newsgen.language import Words
from newsgen.records.article import Block
from newsgen.records.clipping import Clipping
from newsgen.records.site import Received, ReceivedLine


def show_received(words: Words, clipping: Clipping, blocks: Sequence[Block]) -> Received:
    """All of the clipping's text; nothing of it is left out."""
    return Received(
        path=clipping.path, encoding=clipping.encoding, lines=tuple(_cut_lines(words, clipping.text, blocks))
    )


def _cut_lines(words: Words, text: str, blocks: Sequence[Block]) -> Iterator[ReceivedLine]:
    """Each line once; in parts where a block begins within it."""
    number, begins, shown = 1, True, ""
    for block in blocks:
        role = words.say(f"role.{block.role}")
        parts = text[block.start : block.end].split("\n")
        for place, plain in enumerate(parts):
            ends = place < len(parts) - 1
            if plain or ends:
                yield ReceivedLine(number=number if begins else 0, role=role, text=plain, again=role == shown)
                shown, begins = role, ends
                number += ends
