"""Who is named together with whom: evidence that two spellings mean one person."""

from collections.abc import Iterable, Mapping

from newsgen.resolve.namings import Name

_MOST_IN_ARTICLE = 60
"""A list of hundreds of names says nothing of any two of them."""


class Companions:
    """Full names by article; those beside a name are gathered when first asked for."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_article: dict[int, dict[str, str]] = {}
        for name in names:
            for article in name.articles:
                self._by_article.setdefault(article, {})[name.key] = name.text
        self._beside: dict[tuple[str, int], dict[str, str]] = {}

    def in_article(self, article: int) -> Mapping[str, str]:
        """Folded name → name of all who are named in full in the article."""
        named = self._by_article.get(article, {})
        return named if len(named) <= _MOST_IN_ARTICLE else {}

    def beside(self, name: Name) -> Mapping[str, str]:
        """The same for all articles that write the name, without the name itself."""
        own = (name.key, name.bearer)
        if own not in self._beside:
            found = {key: text for article in name.articles for key, text in self.in_article(article).items()}
            found.pop(name.key, None)
            self._beside[own] = found
        return self._beside[own]
