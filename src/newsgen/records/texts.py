"""Texts that several articles carry: what tells them, who they are, and how many independent texts there are."""

from collections.abc import Collection, Sequence

from newsgen.records import PackedRecord, Record


class Sketch(PackedRecord):
    """What tells which other articles may carry an article's text, without a look at the text."""

    words: str
    """Digest of its words, without case and punctuation."""
    shingles: bytes
    """Numbers of some of its runs of five words, four bytes each; empty of a text too short to be compared."""


class SameText(Record):
    """Another article that carries an article's text."""

    article: int
    """Position of the other article."""
    likeness: float
    """Share of the shorter text's runs of five words that the longer one has; 1 for texts of the same words."""


Carriers = Sequence[tuple[SameText, ...]]
"""For each article the others that carry its text."""


def count_texts(articles: Collection[int], carriers: Carriers) -> int:
    """How many independent texts the articles are: one for those that lead to each other by way of the same text.

    So a report and two cuts of it are one, though the cuts may share nothing; what hangs together never counts double.
    """
    left = set(articles)
    texts = 0
    while left:
        texts += 1
        ahead = [left.pop()]
        while ahead:
            beside = left.intersection(one.article for one in carriers[ahead.pop()])
            left -= beside
            ahead += beside
    return texts
