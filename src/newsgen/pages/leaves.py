"""The pages that a very long article is spread over: where its text, and the clipping, go on on the next one.

An article of usual length has one page. Anchors are those of the whole, so what leads to a sentence, a name or a
quotation must ask which page has it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from newsgen.pages import urls
from newsgen.pages.rights import shown_end
from newsgen.records.archive import LENGTHS, Archive, ArchivedArticle, Brief
from newsgen.records.article import Paragraph
from newsgen.records.reading import Reading

LONGEST = 50_000
"""Characters of text, and of the clipping, that one page shows, about."""

_WHOLE = 5_000
"""Characters of a paragraph from which on it may go on on the next page."""

# matches: it ended. It
# matches: “It ended.” He
# matches: 结束了。他
# not: 3.5 million
_SENTENCE_END = re.compile(r"[.!?…؟۔।][\"'”’»)\]]?\s+|[。！？][”’」』]?")

# matches: one word
# not: word
_SPACE = re.compile(r"\s")


class Leaf(NamedTuple):
    """One of the pages of an article: what of it stands there."""

    number: int
    """From 1."""
    start: int
    """Offset in the article's text of what it shows; 0 on the first page."""
    end: int
    """Offset behind it; that of the whole on the last page."""
    received: tuple[int, int]
    """Offsets in the clipping's text."""
    total: int
    """How many pages the article has."""

    def holds(self, offset: int) -> bool:
        """Whether what begins there stands on this page."""
        return self.start <= offset < self.end


def cut_article(article: ArchivedArticle) -> tuple[Leaf, ...]:
    """The pages of an article; one, if it is not very long."""
    parsed, clipping = article.reading.article, article.clipping.text
    if len(parsed.text) <= LONGEST and len(clipping) <= LONGEST:
        return (Leaf(1, 0, len(parsed.text), (0, len(clipping)), 1),)
    cuts = find_cuts(article)
    breaks = list(_find_breaks(clipping)) if article.rights == "full" else []
    count = max(len(cuts), len(breaks)) + 1
    places = [0, *cuts, *[len(parsed.text)] * (count - len(cuts))]
    lines = [0, *breaks, *[len(clipping)] * (count - len(breaks))]
    return tuple(
        Leaf(number + 1, places[number], places[number + 1], (lines[number], lines[number + 1]), count)
        for number in range(count)
    )


def count_leaves(archive: Archive) -> dict[int, int]:
    """How many pages those articles have that may have several, by position."""
    return {
        position: len(cut_article(archive.articles[position]))
        for position, brief in enumerate(archive.briefs)
        if is_long(brief)
    }


def is_long(brief: Brief) -> bool:
    """Whether an article may have several pages."""
    return brief.length >= LONGEST // LENGTHS * LENGTHS


def find_cuts(article: ArchivedArticle) -> tuple[int, ...]:
    """The offsets in an article's text at which it goes on on a further page."""
    parsed, end = article.reading.article, shown_end(article)
    if len(parsed.text) <= LONGEST or end <= LONGEST:
        return ()
    parts = [part for part in parsed.paragraphs if part.end <= end]
    length = end - parsed.body_start
    count = -(-length // LONGEST)
    goals = (parsed.body_start + length * number // count for number in range(1, count))
    found = {_place_cut(parsed.text, parts, goal) for goal in goals} if parts else set()
    return tuple(sorted(cut for cut in found if cut > parts[0].start)) if parts else ()


def _place_cut(text: str, parts: Sequence[Paragraph], goal: int) -> int:
    """The place before an offset where a page may end: between paragraphs, in a very long one between sentences."""
    place = bisect_right(parts, goal, key=lambda part: part.start) - 1
    part = parts[max(0, place)]
    if part.end - part.start > _WHOLE:
        return _find_break(text, max(part.start + 1, goal - _WHOLE), min(goal, part.end - 1))
    while place > 0 and parts[place - 1].kind == "heading":
        place -= 1
    return parts[max(0, place)].start


def _find_break(text: str, start: int, end: int) -> int:
    """Where the last sentence of a stretch ends, or word, or character."""
    for ends in (_SENTENCE_END, _SPACE):
        found = [match.end() for match in ends.finditer(text, start, end)]
        if found:
            return found[-1]
    return max(start, end)


def _find_breaks(clipping: str) -> Iterator[int]:
    """The offsets at which a clipping goes on on a further page: where a line, or else a sentence or word, ends."""
    count = -(-len(clipping) // LONGEST)
    last = 0
    for number in range(1, count):
        goal = len(clipping) * number // count
        line = clipping.rfind("\n", max(last, goal - _WHOLE), goal) + 1
        last = line or _find_break(clipping, max(last + 1, goal - _WHOLE), goal)
        yield last


def cut_paragraphs(parts: Sequence[Paragraph], leaf: Leaf) -> Iterator[Paragraph]:
    """The paragraphs of a page, of those that go on beyond it what stands there."""
    for part in parts:
        if part.start < leaf.end and leaf.start < part.end:
            whole = leaf.start <= part.start and part.end <= leaf.end
            yield part if whole else replace(part, start=max(part.start, leaf.start), end=min(part.end, leaf.end))


def find_page(article: ArchivedArticle, cuts: Sequence[int], anchor: str) -> str:
    """The page of an article on which an anchor stands; the first, without one."""
    if not cuts or not anchor:
        return urls.article_path(article.id)
    return urls.leaf_path(article.id, bisect_right(cuts, _find_offset(article.reading, anchor)) + 1)


def _find_offset(reading: Reading, anchor: str) -> int:
    """The offset in the article's text of what has the anchor."""
    kind, number = urls.read_anchor(anchor)
    if kind == "r":
        return reading.reports[number].start
    return reading.quotes[number].start if kind == "q" else reading.person_mentions[number].start
