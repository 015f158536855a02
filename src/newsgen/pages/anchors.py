"""Places in an article that other pages lead to: sentences that tell an event, names as written, direct speech."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newsgen.pages import urls
from newsgen.pages.rights import shown_end
from newsgen.records.archive import ArchivedArticle
from newsgen.records.reading import PersonMention, Quote

FEWEST_WORDS = 4
"""Words of a quotation; of fewer, it is a phrase that somebody used ("freedom fighters") and no saying."""


def anchor_of(article: ArchivedArticle, report: int) -> str:
    """Anchor of the sentence of a report, which reports of one sentence share; empty if it is not shown."""
    reports = article.reading.reports
    start, end = reports[report].start, reports[report].end
    if end > shown_end(article):
        return ""
    return urls.report_anchor(bisect_left(reports, start, key=lambda other: other.start))


def is_quotable(article: ArchivedArticle, quote: Quote) -> bool:
    """Whether the quotation is a saying, and may be shown."""
    words = article.reading.article.text[quote.start : quote.end].split()
    return quote.end <= shown_end(article) and len(words) >= FEWEST_WORDS


def quote_anchor(article: ArchivedArticle, number: int) -> str:
    """Anchor of a quotation; empty where it is not in the text shown, but in the headline."""
    quote = article.reading.quotes[number]
    if quote.start < article.reading.article.body_start or not is_quotable(article, quote):
        return ""
    return urls.quote_anchor(number)


def find_anchored(article: ArchivedArticle) -> Iterator[tuple[int, PersonMention]]:
    """The mentions that have an anchor, with their indices: the first of each form of a person's name.

    Only those in the text shown can have one; headings and links that lead out have no links to names.
    """
    parsed, end = article.reading.article, shown_end(article)
    parts = [part for part in parsed.paragraphs if part.end <= end]
    starts = [part.start for part in parts]
    links = [(mark.start, mark.end) for mark in parsed.marks if mark.kind == "link"]
    seen: set[tuple[int, str]] = set()
    for index, mention in enumerate(article.reading.person_mentions):
        form = mention.person, mention.surface.casefold()
        place = bisect_right(starts, mention.start) - 1
        inside = place >= 0 and mention.start < parts[place].end and parts[place].kind != "heading"
        if inside and form not in seen and not touches(links, mention.start, mention.end):
            seen.add(form)
            yield index, mention


def touches(links: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span shares a character with one of the links, which are disjoint and in order."""
    place = bisect_right(links, (end - 1, end + len(links))) - 1
    return any(first < end and start < last for first, last in links[max(0, place - 1) : place + 2])
