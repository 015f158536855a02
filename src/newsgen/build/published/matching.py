"""The articles of one site in another one: clippings keep their paths where headlines and slugs change."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from newsgen.build.published.outline import ArticleFacts

MARKS: tuple[tuple[str, Callable[[ArticleFacts], str | None]], ...] = (
    ("same clipping", lambda article: article.path),
    ("same original", lambda article: article.url),
    ("same text", lambda article: article.body),
    ("same headline", lambda article: article.headline),
)
"""What an article may be known by, the surest first."""


def match_articles(old: Sequence[ArticleFacts], new: Sequence[ArticleFacts]) -> Iterator[tuple[str, tuple[str, str]]]:
    """(old id, (new id, how that is known)) for each old article that is there still."""
    tables = [(why, mark, _index_unique(new, mark)) for why, mark in MARKS]
    for article in old:
        for why, mark, table in tables:
            match = table.get(mark(article) or "")
            if match:
                yield article.id, (match, why)
                break


def _index_unique(articles: Iterable[ArticleFacts], mark: Callable[[ArticleFacts], str | None]) -> dict[str, str]:
    """The ids of articles by a mark that no other one has."""
    table: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        if value := mark(article):
            table[value].append(article.id)
    return {value: ids[0] for value, ids in table.items() if len(ids) == 1}
