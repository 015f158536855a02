"""What a reference to an article says."""

from newsgen.pages import urls
from newsgen.pages.citing.bibtex import write_bibtex
from newsgen.pages.citing.bylines import list_authors
from newsgen.pages.citing.csl import write_csl
from newsgen.pages.citing.ris import write_ris
from newsgen.pages.directory import Directory, published
from newsgen.records.archive import ArchivedArticle
from newsgen.records.citation import Citation, Cited


def cite(directory: Directory, position: int) -> Cited:
    """The citation of an article, in all its forms; made once a build."""
    return directory.lookups.once(directory.cited, position, lambda: _cite(directory, directory.article(position)))


def _cite(directory: Directory, article: ArchivedArticle) -> Cited:
    """The citation of an article, in all its forms."""
    citation = make_citation(directory, article)
    return Cited(
        citation=citation,
        bibtex=write_bibtex(directory.words, citation),
        ris=write_ris(directory.words, citation),
        csl=write_csl(directory.words, citation),
    )


def make_citation(directory: Directory, article: ArchivedArticle) -> Citation:
    """What there is to cite of an article."""
    parsed, base = article.reading.article, directory.site.base_url
    date = published(directory.words, article)
    return Citation(
        key=article.id,
        headline=_flatten(parsed.headline),
        authors=list_authors(_flatten(parsed.byline or ""), directory.lexicon),
        outlet=_flatten(directory.outlet(article.source).name) if article.source else "",
        date=parsed.published,
        told=date.text if date else directory.words.say("date.undated"),
        inferred=date.note if date else "",
        original=urls.outward(parsed.url),
        archive=_flatten(directory.site.title),
        archived=urls.absolute(base, urls.article_path(article.id)) if base else "",
        language=parsed.language,
    )


def _flatten(text: str) -> str:
    """The text on one line, without characters that no file of citations can hold."""
    line = " ".join(text.encode("utf-8", "replace").decode().split())
    if line.isprintable():
        return line
    return " ".join("".join(letter for letter in line if letter.isprintable() or letter in _KEPT).split())


_KEPT = "\u200c\u200d\u200e\u200f"
"""Joiners and marks of direction, which words of some scripts are written with."""
