"""The citations of the whole archive, a file for each form."""

from collections.abc import Callable, Iterator
from functools import partial

from newsgen.pages import urls
from newsgen.pages.citing.citation import cite
from newsgen.pages.directory import Directory
from newsgen.records.citation import Cited
from newsgen.records.output import Page
from newsgen.records.site import TextFile


def plan_citations(directory: Directory) -> Iterator[Page]:
    """All articles in BibTeX, RIS and CSL-JSON, by id."""
    yield _plan_file(directory, urls.BIBTEX_DATA, lambda cited: "\n".join(one.bibtex for one in cited))
    yield _plan_file(directory, urls.RIS_DATA, lambda cited: "\r\n".join(one.ris for one in cited))
    yield _plan_file(directory, urls.CSL_DATA, lambda cited: "[" + ",\n".join(one.csl for one in cited) + "]\n")


def _plan_file(directory: Directory, path: str, write: Callable[[Iterator[Cited]], str]) -> Page:
    """A file of citations."""
    show = partial(_make_file, directory, write)
    return Page(path=path, template="", show=show, made_from=f"the citations {path}")


def _make_file(directory: Directory, write: Callable[[Iterator[Cited]], str]) -> TextFile:
    """All citations in one form."""
    articles = directory.archive.articles
    order = sorted(range(len(articles)), key=lambda position: articles[position].id)
    return TextFile(text=write(cite(directory, position) for position in order))
