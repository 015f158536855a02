"""Which articles carry the same text: one wire report, printed by several outlets."""

import re
from collections.abc import Sequence

from newsgen.canon import digest
from newsgen.records.archive import ArchivedArticle

# matches: ,
# matches: --
_BETWEEN_WORDS = re.compile(r"[\W_]+")

SHORTEST = 80
"""Folded characters below which equal texts mean nothing: "Photo: the editor" is no wire report."""


def group_same_text(articles: Sequence[ArchivedArticle]) -> dict[int, tuple[int, ...]]:
    """For each article that shares its text with others, the positions of the others, ascending."""
    groups: dict[str, list[int]] = {}
    for position, article in enumerate(articles):
        words = fold(article.reading.article.body)
        if len(words) >= SHORTEST:
            groups.setdefault(digest(words), []).append(position)
    return {
        position: tuple(other for other in group if other != position)
        for group in groups.values()
        if len(group) > 1
        for position in group
    }


def fold(text: str) -> str:
    """The words of a text: without case, punctuation and line ends."""
    return _BETWEEN_WORDS.sub(" ", text.casefold()).strip()
