"""What a reference to an article says."""

from newsgen.pages import urls
from newsgen.pages.citing.bibtex import write_bibtex
from newsgen.pages.citing.bylines import list_authors
from newsgen.pages.citing.csl import write_csl
from newsgen.pages.citing.ris import write_ris
from newsgen.pages.directory import Directory
from newsgen.pages.display import show_published
from newsgen.records.citation import Citation, Cited


def cite(directory: Directory, position: int) -> Cited:
    """The citation of an article, in all its forms."""
    return directory.lookups.once(directory.cited, position, lambda: _cite(directory, position))


def _cite(directory: Directory, position: int) -> Cited:
    """The citation of an article, in all its forms."""
    citation = make_citation(directory, position)
    return Cited(
        citation=citation,
        bibtex=write_bibtex(directory.words, citation),
        ris=write_ris(directory.words, citation),
        csl=write_csl(directory.words, citation),
    )


def make_citation(directory: Directory, position: int) -> Citation:
    """What there is to cite of an article."""
    brief, base = directory.brief(position), directory.site.base_url
    date = show_published(directory.words, brief)
    return Citation(
        key=brief.id,
        headline=_flatten(brief.headline),
        authors=list_authors(_flatten(brief.byline or ""), directory.lexicon),
        outlet=_flatten(directory.outlet(brief.source).name) if brief.source else "",
        date=brief.published,
        told=date.text if date else directory.words.say("date.undated"),
        inferred=date.note if date else "",
        original=urls.outward(brief.url),
        archive=_flatten(directory.site.title),
        archived=urls.absolute(base, urls.article_path(brief.id)) if base else "",
        language=brief.language,
    )


def _flatten(text: str) -> str:
    """The text on one line, without characters that no file of citations can hold."""
    line = " ".join(text.encode("utf-8", "replace").decode().split())
    if line.isprintable():
        return line
    return " ".join("".join(letter for letter in line if letter.isprintable() or letter in _KEPT).split())


_KEPT = "\u200c\u200d\u200e\u200f"
"""Joiners and marks of direction, which words of some scripts are written with."""
