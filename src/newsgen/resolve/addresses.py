"""Ids of articles: slugs of their headlines, unique, the same whatever order the articles come in.

Of several that want one address the article published first has it, so that one that arrives later takes nobody's.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import count

from newsgen.errors import Diagnostic
from newsgen.lexicon.slugs import make_slug
from newsgen.records.article import Article

_KIND = "article"
_UNDATED = "~"
"""Sorts behind every date."""


def give_article_ids(articles: Sequence[Article]) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """A unique slug for each article, and what is to be said about them.

    First come the slugs that front matter asks for, then those of headlines, each in the order of publication. Two
    articles that ask for one slug are an error.
    """
    order = sorted(range(len(articles)), key=lambda place: _rank(articles[place]))
    ids = [""] * len(articles)
    holders: dict[str, Article] = {}
    diagnostics: list[Diagnostic] = []
    for place in order:
        article = articles[place]
        slug = _want_slug(article)
        ids[place] = unique = _find_free(slug, holders)
        diagnostics += _report(article, slug, unique, holders)
        holders[unique] = article
    return tuple(ids), tuple(diagnostics)


def _rank(article: Article) -> tuple[bool, str, str]:
    return (not _asked(article), *rank_article(article))


def _find_free(slug: str, taken: Container[str]) -> str:
    """The slug, or with the first number behind it that nobody has; what comes later never matters."""
    if slug not in taken:
        return slug
    return next(unique for number in count(2) if (unique := f"{slug}-{number}") not in taken)


def rank_article(article: Article) -> tuple[str, str]:
    """What articles are sorted by where the first to come gets an address: one that arrives later changes nothing."""
    return rank_time(article.published, article.path)


def rank_time(published: str | None, path: str) -> tuple[str, str]:
    """The same of an article of which only this is known."""
    return published or _UNDATED, path


def _asked(article: Article) -> str:
    """The slug that front matter asks for; empty if none is."""
    return make_slug(article.slug, _KIND) if article.slug else ""


def _want_slug(article: Article) -> str:
    stem = article.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return _asked(article) or make_slug(article.headline, _KIND) or make_slug(stem, _KIND) or _KIND


def _report(article: Article, slug: str, unique: str, holders: Mapping[str, Article]) -> Iterator[Diagnostic]:
    """What is to be said about an article's slug."""
    path = article.path
    if article.slug and slug != article.slug:
        message = f"the slug “{article.slug}” becomes “{slug}”, which every file system and address can hold"
        yield Diagnostic(path, 0, 0, "note", "slug-changed", message)
    if unique == slug:
        return
    if article.slug:
        message = f"the slug “{slug}” is also asked for by {holders[slug].path}"
        yield Diagnostic(path, 0, 0, "error", "slug-clash", message, "give one of the two another slug")
        return
    message = f"the address “{slug}” belongs to {holders[slug].path}, which comes first; this one is “{unique}”"
    hint = "set `slug` in the front matter to choose an address"
    yield Diagnostic(path, 0, 0, "note", "slug-numbered", message, hint)
