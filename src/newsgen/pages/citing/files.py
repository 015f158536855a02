"""The citations of the whole archive, a file for each form."""

from collections.abc import Iterator

from newsgen.pages import urls
from newsgen.pages.citing.citation import cite
from newsgen.pages.directory import Directory
from newsgen.records.output import Page
from newsgen.records.site import TextFile


def plan_citations(directory: Directory) -> Iterator[Page]:
    """All articles in BibTeX, RIS and CSL-JSON, by id."""
    articles = directory.archive.articles
    order = sorted(range(len(articles)), key=lambda position: articles[position].id)
    cited = [cite(directory, position) for position in order]
    items = ",\n".join(one.csl for one in cited)
    yield _make_file(urls.BIBTEX_DATA, "\n".join(one.bibtex for one in cited))
    yield _make_file(urls.RIS_DATA, "\r\n".join(one.ris for one in cited))
    yield _make_file(urls.CSL_DATA, f"[{items}]\n")


def _make_file(path: str, text: str) -> Page:
    """A file of citations."""
    return Page(path=path, template="", shows=TextFile(text=text), made_from=f"the citations {path}")
