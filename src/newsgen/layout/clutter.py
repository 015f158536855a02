"""What stands between the headline and the text of a page besides byline and date: captions, summaries, boxes."""

from newsgen.layout.bylines import is_name
from newsgen.layout.findings import Parts, headline_index
from newsgen.layout.outlets import Context
from newsgen.layout.signs import is_prose
from newsgen.layout.stamps import read_stamp

_REACH = 24
"""Lines below the headline that are looked at."""
_LONG_LINE = 110
"""Characters of a full sentence that is no furniture."""
_CLUTTER = 3
"""Lines between headline and text that are no text: more than byline and date."""


def is_cluttered(parts: Parts, start: int) -> bool:
    """Whether much that is no text stands between headline and text, as on a page or in a mail copied whole."""
    count = 0
    for part in parts[start : start + _REACH]:
        if part.open and len(part.unit.text) > _LONG_LINE:
            break
        count += part.finding is not None
    return count >= _CLUTTER


def is_captioned(parts: Parts, index: int, context: Context) -> bool:
    """Whether a picture's credit stands directly below the line."""
    if index + 1 >= len(parts) or parts[index].unit.text.count(" ") < _SENTENCE:
        return False
    if read_stamp(parts[index].unit.text, context.lexicon):
        return False
    unit, below = parts[index + 1]
    if below is None:
        name, _, seller = unit.text.rpartition("/")
        return is_name(name, context) and context.lexicon.desk.agency(seller) is not None
    return below.role == "caption" and below.rule in _CREDITS


_SENTENCE = 4
"""Blanks in the shortest description of a picture."""
_CREDITS = frozenset(("credit", "agency-credit"))


def stands_in_box(parts: Parts, index: int, context: Context) -> bool:
    """Whether the line stands with short others, the first of them no sentence, between blank lines: a summary."""
    begin, end = index, index + 1
    if parts[index].unit.text.endswith(":") and end < len(parts) and parts[end].unit.kind == "list-item":
        return True
    while begin and parts[begin - 1].unit.kind != "blank":
        begin -= 1
    while end < len(parts) and parts[end].unit.kind != "blank":
        end += 1
    texts = [part.unit.text for part in parts[begin:end] if part.unit.text]
    return (
        begin > headline_index(parts)
        and len(texts) > 1
        and all(len(text) <= _LONG_LINE for text in texts)
        and texts[0][-1] in ":?"
        and not is_prose(parts[begin].unit, context)
    )
