"""Marks: what stands between quotation marks, of whatever kind, and between the dashes of a dialogue."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgen.annotate.sentences import Span
from newsgen.lexicon.grammar import Grammar

# matches: “We will not leave,”
# matches: “We read ‘no’ and “never” there,”
# matches: "We will not leave,"
# not: 6" and 7" wide
# matches: « Nous resterons »
# matches: „We will not leave“
# matches: ‘We will not leave,’
# matches: 'We won't leave,' he
# not: the '90s and the dogs' home
# matches: “We will not leave.
_QUOTATION = re.compile(
    r"“([^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*)”"
    r"|\"(?<![\w\"].)([^\"\n]{1,4000}+)\""
    r"|«([^«»\n]*(?:«[^«»\n]*»[^«»\n]*)*)»"
    r"|„([^„“”\n]{1,4000}+)[“”]"
    r"|‘(?<!\w.)([^‘’\n]{1,4000}+(?:’\w[^‘’\n]{0,4000}+)*)’(?!\w)"
    r"|'(?<!\w.)(?=[^\W\d])([^'\n]{1,4000}+(?:'\w[^'\n]{0,4000}+){0,20}(?<=[,.!?]))'(?!\w)"
    r"|“([^“”\n]{1,4000}+)(?=\n\n“|$)"
    r"|\"(?<![\w\"].)([^\"\n]{1,4000}+)(?=\n\n\"|$)"
    r"|«([^«»\n]{1,4000}+)(?=\n\n[«»]|$)"
)
"""A group for each kind; the last three are paragraphs of a quotation that goes on in the next one. Each begins with
its mark, which is what a search looks for."""

_CLOSED = 6
"""How many kinds close."""

# matches: —No nos iremos —dijo Ada Berg—. Nos quedaremos.
# matches: —No nos iremos —dijo Ada Berg.
# not: — No nos iremos
_DIALOGUE = re.compile(
    r"[—–](?<![^\n].)\s?([^\n—–]{2,1000}+)(?<=\s)[—–](?=\w)([^\n—–]{2,120}+)(?:[—–][.,:;]?\s?([^\n—–]{2,1000}))?"
)

# matches: “
_ANY_MARK = re.compile(r"[“\"«„‘'—–]")

# matches: dijo
_WORD = re.compile(r"\w+")


class Quotation(NamedTuple):
    """A stretch of text between quotation marks."""

    start: int
    """Where the words begin, white space left out."""
    end: int
    """Where they end."""
    opened: int
    """Where the opening mark stands."""
    closed: int
    """Offset behind the closing mark."""
    goes_on: bool
    """Whether it has no closing mark and the next paragraph goes on with it."""


def list_quotations(text: str, start: int, grammar: Grammar) -> list[Quotation]:
    """All quotations of the text from `start` on, in order and disjoint."""
    if not _ANY_MARK.search(text, start):
        return []
    found = [*_list_marked(text, start)]
    spoken = [one for one in _list_spoken(text, start, grammar) if not _overlaps_any(one, found)]
    return sorted(found + spoken) if spoken else found


def _list_marked(text: str, start: int) -> Iterator[Quotation]:
    """Those between quotation marks; a paragraph that only opens one counts where the next one opens it again."""
    for found in _QUOTATION.finditer(text, start):
        kind = found.lastindex or 1
        inner = _trim(text, found.span(kind))
        if inner and (kind <= _CLOSED or found.end() < len(text)):
            yield Quotation(*inner, found.start(), found.end(), kind > _CLOSED)


def _list_spoken(text: str, start: int, grammar: Grammar) -> Iterator[Quotation]:
    """The turns of a dialogue whose dashes also set off who speaks."""
    for found in _DIALOGUE.finditer(text, start):
        first = _WORD.search(found[2])
        if first is None or not grammar.has("saying", first[0]):
            continue
        inner, rest = _trim(text, found.span(1)), _trim(text, found.span(3))
        if inner:
            yield Quotation(*inner, found.start(), found.start(2), False)
        if rest:
            yield Quotation(*rest, found.end(2), found.end(), False)


def _trim(text: str, span: Span) -> Span | None:
    """The span without the white space at its ends; None if nothing is left."""
    inner = text[span[0] : span[1]] if span[0] >= 0 else ""
    start = span[0] + len(inner) - len(inner.lstrip())
    return (start, start + len(inner.strip())) if inner.strip() else None


def _overlaps_any(one: Quotation, others: Sequence[Quotation]) -> bool:
    """Whether one of the others, which are in order, shares text with it."""
    at = bisect_right(others, one.opened, key=_opened_of)
    return (at > 0 and others[at - 1].closed > one.opened) or (at < len(others) and others[at].opened < one.closed)


def _opened_of(one: Quotation) -> int:
    """Where its opening mark stands."""
    return one.opened
