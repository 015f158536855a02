"""Inline marks of a paragraph: its plain text, what was bold, italic, code or a link, and the images in it.

Raw HTML stays text. Links keep only addresses that are safe to follow; images are never loaded: their descriptions
become captions, which keep their addresses.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsgen.records.article import Mark, MarkKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_MARKED = 8_000
"""A longer paragraph is no writing but an accident; its marks stay as typed."""

# Its branches begin with one sign each, so that a search passes over all others at once.
# matches: a *word* in italics
# matches: [a link](https://example.org)
# matches: AT&amp;T
# not: [Niamey, 15 May] A & B
_MARKUP = re.compile(r"\*|_|`|\\|\]\(|&#?\w+;|<(?:https?|mailto):")
# matches: two  blanks
_BLANKS = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]{2,}|[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]")
# matches: https://example.org/
# matches: mailto:desk@example.org
# not: javascript:alert(1)
_SAFE_LINK = re.compile(r"^(?:https?://|mailto:)[^\s]", re.I)

# matches: https://example.org/map.png
# not: mailto:desk@example.org
_WEB_ADDRESS = re.compile(r"^https?://[^\s]", re.I)

_KINDS: dict[str, MarkKind] = {"em": "em", "strong": "strong", "link": "link"}


class Inline(NamedTuple):
    """A paragraph without its inline marks. Offsets of marks are into `text`."""

    text: str
    marks: tuple[Mark, ...]
    images: tuple[str, ...]
    """Descriptions of the images in it."""
    whole: Literal["", "em", "strong", "link"]
    """The mark that all of the text stands in."""
    addresses: tuple[str | None, ...] = ()
    """Where on the web each of the images stands."""


def read_inline(source: str) -> Inline:
    """The plain text and marks of a paragraph; runs of blanks are one blank."""
    if "  " in source or not source.isprintable():
        source = _BLANKS.sub(" ", source)
    if not _MARKUP.search(source) or len(source) > MAX_MARKED:
        return Inline(source, (), (), "")
    tokens = _parser().parseInline(source)[0].children or ()
    text, marks, images = _read_tokens(tokens)
    inline = _strip(text, marks, images)
    return (
        inline._replace(addresses=tuple(_source(token) for token in tokens if token.type == "image"))
        if images
        else inline
    )


@cache
def _parser() -> "MarkdownIt":
    """markdown-it without raw HTML, made at the first paragraph that has marks."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  # 47 ms: not for texts without marks

    parser = MarkdownIt("commonmark", {"html": False})
    parser.disable(["html_inline"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # `_href` is stricter, and keeps the text
    return parser


def _read_tokens(tokens: Iterable["Token"]) -> tuple[str, list[Mark], list[str]]:
    """Plain text, marks and image descriptions."""
    parts: list[str] = []
    length = 0
    marks: list[Mark] = []
    images: list[str] = []
    opened: list[tuple[int, str | None]] = []
    for token in tokens:
        if token.nesting == 1:
            opened.append((length, _href(token)))
        elif token.nesting == -1:
            begin, href = opened.pop()
            kind = _KINDS.get(token.type.removesuffix("_close"))
            if kind and begin < length and (kind != "link" or href):
                marks.append(Mark(kind=kind, start=begin, end=length, href=href))
        elif token.type == "image":
            images.append(token.content)
        else:
            content = _BLANKS.sub(" ", token.content) if token.content else " "
            if images and parts and parts[-1].endswith(" "):
                content = content.removeprefix(" ")
            if token.type == "code_inline":
                marks.append(Mark(kind="code", start=length, end=length + len(content)))
            parts.append(content)
            length += len(content)
    return "".join(parts), marks, images


def _href(token: "Token") -> str | None:
    """The address of a link that is safe to follow."""
    href = str(token.attrs.get("href", ""))
    return href if _SAFE_LINK.match(href) else None


def _source(token: "Token") -> str | None:
    """The address of an image on the web."""
    source = str(token.attrs.get("src", ""))
    return source if _WEB_ADDRESS.match(source) else None


def _strip(text: str, marks: Iterable[Mark], images: Iterable[str]) -> Inline:
    """Without the blanks at the ends, marks moved along and sorted."""
    lead = len(text) - len(text.lstrip())
    stripped = text.strip()
    length = len(stripped)
    moved = [
        Mark(kind=mark.kind, start=max(0, mark.start - lead), end=min(length, mark.end - lead), href=mark.href)
        for mark in marks
    ]
    kept = sorted((mark for mark in moved if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
    return Inline(stripped, tuple(kept), tuple(images), _find_whole(stripped, kept))


def _find_whole(text: str, marks: Iterable[Mark]) -> Literal["", "em", "strong", "link"]:
    """The strongest mark that spans the text, stops at its end aside."""
    length = len(text.rstrip(" .:;,"))
    whole = {mark.kind for mark in marks if mark.start == 0 and mark.end >= length}
    for kind in ("strong", "em", "link"):
        if kind in whole:
            return kind
    return ""
