"""Ids of articles: slugs of their headlines, unique, the same whatever order the articles come in."""

from collections.abc import Iterator, Mapping, Sequence

from newsgen.errors import Diagnostic
from newsgen.lexicon.slugs import make_slug, number_slugs
from newsgen.records.article import Article

_KIND = "article"
_UNDATED = "~"
"""Sorts behind every date."""


def give_article_ids(articles: Sequence[Article]) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """A unique slug for each article, and what is to be said about them.

    First come the slugs that front matter asks for, then those of headlines, each by path. Two articles that ask for
    one slug are an error.
    """
    order = sorted(range(len(articles)), key=lambda place: (not _asked(articles[place]), articles[place].path))
    wanted = [_want_slug(articles[place]) for place in order]
    ids = [""] * len(articles)
    first: dict[str, Article] = {}
    diagnostics: list[Diagnostic] = []
    for place, slug, unique in zip(order, wanted, number_slugs(wanted), strict=True):
        article = articles[place]
        ids[place] = unique
        diagnostics += _report(article, slug, unique, first)
        first.setdefault(slug, article)
    return tuple(ids), tuple(diagnostics)


def rank_article(article: Article) -> tuple[str, str]:
    """What articles are sorted by where the first to come gets an address: one that arrives later changes nothing."""
    return article.published or _UNDATED, article.path


def _asked(article: Article) -> str:
    """The slug that front matter asks for; empty if none is."""
    return make_slug(article.slug, _KIND) if article.slug else ""


def _want_slug(article: Article) -> str:
    stem = article.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return _asked(article) or make_slug(article.headline, _KIND) or make_slug(stem, _KIND) or _KIND


def _report(article: Article, slug: str, unique: str, first: Mapping[str, Article]) -> Iterator[Diagnostic]:
    """What is to be said about an article's slug."""
    path = article.path
    if article.slug and slug != article.slug:
        message = f"the slug “{article.slug}” becomes “{slug}”, which every file system and address can hold"
        yield Diagnostic(path, 0, 0, "note", "slug-changed", message)
    if unique == slug:
        return
    if article.slug and slug in first:
        message = f"the slug “{slug}” is also asked for by {first[slug].path}"
        yield Diagnostic(path, 0, 0, "error", "slug-clash", message, "give one of the two another slug")
        return
    other = first[slug].path if slug in first else "another article"
    message = f"the address “{slug}” belongs to {other}, which has the same headline; this one is “{unique}”"
    hint = "set `slug` in the front matter to choose an address"
    yield Diagnostic(path, 0, 0, "note", "slug-numbered", message, hint)
