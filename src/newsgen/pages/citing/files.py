"""The citations of the whole archive, a file for each form."""

from collections.abc import Callable, Iterator
from functools import partial

from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.article_data import name_articles
from newsgen.pages.citing.bibtex import write_bibtex
from newsgen.pages.citing.citation import make_citation
from newsgen.pages.citing.csl import write_csl
from newsgen.pages.citing.ris import write_ris
from newsgen.pages.directory import Directory
from newsgen.pages.series import cut_parts, plan_series
from newsgen.records.citation import Citation
from newsgen.records.output import Page, Part, Series

_Write = Callable[[Words, Citation], str]


def plan_citations(directory: Directory) -> Iterator[Page]:
    """All articles in BibTeX, RIS and CSL-JSON, by id."""
    bibtex, ris, csl = (partial(_list_citations, directory, write) for write in (write_bibtex, write_ris, write_csl))
    yield _plan_file(urls.BIBTEX_DATA, Series(list_parts=bibtex, between=b"\n"))
    yield _plan_file(urls.RIS_DATA, Series(list_parts=ris, between=b"\r\n"))
    yield _plan_file(urls.CSL_DATA, Series(list_parts=csl, head=b"[", between=b",\n", foot=b"]\n", empty=b"[]\n"))


def _plan_file(path: str, series: Series) -> Page:
    """A file of citations."""
    return plan_series(path, lambda: series, f"the citations {path}")


def _list_citations(directory: Directory, write: _Write) -> Iterator[Part]:
    """All citations in one form."""
    describe = partial(_write_citation, directory, write)
    return cut_parts("articles", name_articles(directory), describe=describe, watch=directory.lookups.watch)


def _write_citation(directory: Directory, write: _Write, position: int) -> Iterator[bytes]:
    yield write(directory.words, make_citation(directory, position)).encode("utf-8", "replace")
