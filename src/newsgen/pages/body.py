"""The article's text in pieces: paragraphs, and within them names that link, dates, marks and sentences."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.anchors import anchor_of, find_anchored, quote_anchor, touches
from newsgen.pages.directory import Directory
from newsgen.pages.display import html_datetime
from newsgen.pages.inline import Span, cut_pieces
from newsgen.pages.leaves import Leaf, cut_paragraphs
from newsgen.pages.rights import shown_end
from newsgen.records.archive import ArchivedArticle
from newsgen.records.article import Mark, Paragraph
from newsgen.records.reading import DateMention
from newsgen.records.site import BodyBlock, Pieces


def cut_body(directory: Directory, here: str, article: ArchivedArticle, leaf: Leaf) -> tuple[BodyBlock, ...]:
    """The body, as far as it may be shown, and stands on one of the article's pages."""
    parsed = article.reading.article
    end = shown_end(article)
    paragraphs = list(cut_paragraphs([part for part in parsed.paragraphs if part.end <= end], leaf))
    spans = _sort_into(paragraphs, _find_spans(directory, here, article))
    cut = [_cut(parsed.text, part, found) for part, found in zip(paragraphs, spans, strict=True)]
    blocks: list[BodyBlock] = []
    depth = 1
    for _, run in groupby(enumerate(paragraphs), key=lambda item: _run_of(*item)):
        numbers = [number for number, _ in run]
        first = paragraphs[numbers[0]]
        depth = min(first.level, depth + 1) if first.kind == "heading" else depth
        blocks.append(_make_block(first, depth, tuple(cut[number] for number in numbers)))
    return tuple(blocks)


def _make_block(first: Paragraph, depth: int, items: tuple[Pieces, ...]) -> BodyBlock:
    """A block that begins with the paragraph; `depth` is the level of a heading, where no level is left out."""
    if first.kind == "list-item":
        return BodyBlock(kind="numbered" if first.level else "list", items=items)
    return BodyBlock(kind=first.kind, items=items, level=depth if first.kind == "heading" else 0)


def cut_headline(article: ArchivedArticle) -> Pieces:
    """The headline, with the anchors of what it reports."""
    parsed = article.reading.article
    end = len(parsed.headline)
    return cut_pieces(parsed.text, 0, end, [span for span in _find_reports(article) if span.start < end])


def _run_of(number: int, part: Paragraph) -> tuple[str, int]:
    """What paragraphs that stand together have in common; the others stand alone."""
    if part.kind == "list-item":
        return part.kind, -1 - part.level
    return part.kind, -1 if part.kind == "quotation" else number


def _cut(text: str, part: Paragraph, spans: Sequence[Span]) -> Pieces:
    """The pieces of one paragraph: of each name only the first links, others are only led to; in headings none does."""
    seen = {""}
    chosen = []
    for span in spans:
        if span.kind != "name":
            chosen.append(span)
        elif part.kind != "heading" and span.href not in seen:
            seen.add(span.href)
            chosen.append(span)
        elif part.kind != "heading" and span.id:
            chosen.append(span._replace(href=""))
    return cut_pieces(text, part.start, part.end, chosen)


def _sort_into(paragraphs: Sequence[Paragraph], spans: Iterable[Span]) -> list[list[Span]]:
    """For each paragraph the spans that begin in it."""
    starts = [part.start for part in paragraphs]
    sorted_in: list[list[Span]] = [[] for _ in paragraphs]
    for span in spans:
        place = bisect_right(starts, span.start) - 1
        if place >= 0 and span.start < paragraphs[place].end:
            sorted_in[place].append(span)
    return sorted_in


def _find_spans(directory: Directory, here: str, article: ArchivedArticle) -> Iterator[Span]:
    """All that is to be marked, each kind in the order of the text."""
    reading = article.reading
    links = [(mark.start, mark.end) for mark in reading.article.marks if mark.kind == "link"]
    yield from _find_reports(article)
    yield from _find_quotes(article)
    yield from filter(None, map(_mark_span, reading.article.marks))
    yield from (span for span in _find_names(directory, here, article) if not touches(links, span.start, span.end))
    yield from (_date_span(directory.words, date) for date in reading.dates)


def _find_reports(article: ArchivedArticle) -> Iterator[Span]:
    """The sentences that reports come from, each once."""
    last = ""
    for number, report in enumerate(article.reading.reports):
        anchor = anchor_of(article, number)
        if anchor and anchor != last:
            yield Span(report.start, report.end, "report", id=anchor)
            last = anchor


def _find_quotes(article: ArchivedArticle) -> Iterator[Span]:
    """The quotations that may be referred to."""
    for number, quote in enumerate(article.reading.quotes):
        if anchor := quote_anchor(article, number):
            yield Span(quote.start, quote.end, "quote", id=anchor)


def _find_names(directory: Directory, here: str, article: ArchivedArticle) -> Iterator[Span]:
    """The mentions of persons and countries that lead somewhere, in the order of the text."""
    found = []
    for mention in article.reading.country_mentions:
        href = directory.country_href(here, mention.code)
        if href:
            found.append(Span(mention.start, mention.end, "name", href))
    anchors = {index: urls.mention_anchor(index) for index, _ in find_anchored(article)}
    for index, named in enumerate(article.reading.person_mentions):
        href = directory.person_href(here, article.people[named.person] or "")
        if href:
            found.append(Span(named.start, named.end, "name", href, anchors.get(index, "")))
    for unclear in article.reading.unresolved:
        href = directory.unresolved_href(here, unclear)
        if href:
            found.append(Span(unclear.start, unclear.end, "name", href))
    yield from sorted(found)


def _mark_span(mark: Mark) -> Span | None:
    """A mark of the text as received; None for a link that no reader should follow."""
    if mark.kind != "link":
        return Span(mark.start, mark.end, mark.kind)
    href = urls.outward(mark.href)
    return Span(mark.start, mark.end, "external", href) if href else None


def _date_span(words: Words, date: DateMention) -> Span:
    """An expression of time; where its value is not plain from the words, the title says it."""
    if date.value is None:
        return Span(date.start, date.end, "date")
    datetime, told = html_datetime(date.value), words.date(date.value)
    return Span(
        date.start,
        date.end,
        "time" if datetime else "date",
        datetime=datetime,
        edtf="" if date.value == datetime else date.value,
        title="" if told.casefold() == date.surface.casefold() else told,
    )
