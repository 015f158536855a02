"""What of an article may be shown, by the rights that its outlet gives.

`full` shows everything. `excerpt` shows the text up to the end of the first paragraph, `metadata` shows none of it; of
both, whatever else repeats the outlet's words (clipping, captions, notices, quotations, sentences further down) stays
out of pages, feeds and data alike.
"""

from newsgen.records.archive import ArchivedArticle


def shown_end(article: ArchivedArticle) -> int:
    """Offset in the article's text up to which it may be shown; the headline always may."""
    parsed = article.reading.article
    if article.rights == "full":
        return len(parsed.text)
    if article.rights == "metadata":
        return len(parsed.headline)
    return next((part.end for part in parsed.paragraphs if part.kind == "paragraph"), len(parsed.headline))


def shown_body(article: ArchivedArticle) -> str:
    """The part of the body that may be shown."""
    parsed = article.reading.article
    return parsed.text[parsed.body_start : max(parsed.body_start, shown_end(article))]


def may_show(article: ArchivedArticle, report: int) -> bool:
    """Whether the sentence of a report may be shown."""
    return article.reading.reports[report].end <= shown_end(article)


def shown_sentence(article: ArchivedArticle, report: int) -> str | None:
    """The sentence of a report on one line; None if it may not be shown."""
    if not may_show(article, report):
        return None
    told = article.reading.reports[report]
    return " ".join(article.reading.article.text[told.start : told.end].split())


def shown_summary(article: ArchivedArticle, width: int = 200) -> str:
    """How the article begins, cut between two words; empty if that may not be shown."""
    parsed, end = article.reading.article, shown_end(article)
    if parsed.standfirst and article.rights == "full":
        return shorten(parsed.standfirst, width)
    first = next((part for part in parsed.paragraphs if part.kind in ("paragraph", "quotation")), None)
    return "" if first is None or first.end > end else shorten(parsed.text[first.start : first.end], width)


def shorten(text: str, width: int) -> str:
    """The text on one line, at most `width` characters and an ellipsis long."""
    line = " ".join(text[: 8 * width].split())
    if len(line) <= width:
        return line
    head = line[: width + 1].rpartition(" ")[0] or line[:width]
    return head.rstrip(" ,;:–—-") + "…"
