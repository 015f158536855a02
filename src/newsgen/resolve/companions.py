"""Who is named together with whom: evidence that two spellings mean one person.

Who stands in two articles with the same three others, stands in one story. The others count by their full names, and by
rare family names too, however they are spelt: desks that differ in one name differ in all.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from newsgen.lexicon.names import Names
from newsgen.lexicon.slugs import fold_name
from newsgen.resolve.namings import Name, Naming
from newsgen.resolve.spelling import transliterate

_MOST_IN_ARTICLE = 60
"""A list of hundreds of names says nothing of any two of them."""
_MOST_PAIRS = 400
"""Pairs of articles up to which two names are looked up in each."""
_SHORTEST = 4
"""Letters of a family name that tells somebody."""

FEW = 2
"""Others in two articles that may be there by chance; with fewer they have no story in common."""

Cast = Mapping[str, str]
"""Family names in an article, loosely read → as written; the frequent ones left out."""


class Companions:
    """Full names by article; those beside a name are gathered when first asked for."""

    def __init__(self, full: Iterable[Name], bare: Iterable[Naming], names: Names) -> None:
        self._names = names
        self._by_article: dict[int, dict[str, Name]] = {}
        for name in full:
            for article in name.articles:
                self._by_article.setdefault(article, {})[name.key] = name
        self._bare: dict[int, list[str]] = {}
        for naming in bare:
            self._bare.setdefault(naming.article, []).append(naming.local.family)
        self._in_article: dict[int, Mapping[str, str]] = {}
        self._beside: dict[tuple[str, int], dict[str, str]] = {}
        self._casts: dict[int, Cast] = {}
        self._rare: dict[str, str] = {}
        self._families: dict[tuple[str, int], frozenset[str]] = {}

    def in_article(self, article: int) -> Mapping[str, str]:
        """Folded name → name of all who are named in full in the article."""
        found = self._in_article.get(article)
        if found is None:
            named = self._by_article.get(article, {})
            found = {key: name.text for key, name in named.items()} if len(named) <= _MOST_IN_ARTICLE else {}
            self._in_article[article] = found
        return found

    def full_in(self, article: int) -> Iterable[Name]:
        """All full names in the article."""
        return self._by_article.get(article, {}).values()

    def beside(self, name: Name) -> Mapping[str, str]:
        """The same for all articles that write the name, without the name itself."""
        own = (name.key, name.bearer)
        found = self._beside.get(own)
        if found is None:
            found = {}
            for article in name.articles:
                found.update(self.in_article(article))
            found.pop(name.key, None)
            self._beside[own] = found
        return found

    def meet(self, left: Name, right: Name) -> Sequence[str]:
        """Rare family names, of others, that an article of the one has in common with one of the other: the most."""
        if len(left.articles) * len(right.articles) > _MOST_PAIRS:
            return ()
        shared = self._cast_beside(left) & self._cast_beside(right)
        if len(shared) < FEW:
            return ()
        own = {_read(left.family), _read(right.family)}
        if len(shared - own) < FEW:
            return ()
        shown = (
            sorted(written for key, written in self._cast_of(ours).items() if key in self._cast_of(theirs).keys() - own)
            for ours, theirs in product(left.articles, right.articles)
        )
        return min(shown, key=lambda found: (-len(found), found), default=())

    def _cast_beside(self, name: Name) -> frozenset[str]:
        """The rare family names in all articles that write the name."""
        own = (name.key, name.bearer)
        found = self._families.get(own)
        if found is None:
            found = self._families[own] = frozenset().union(*map(self._cast_of, name.articles))
        return found

    def _cast_of(self, article: int) -> Cast:
        found = self._casts.get(article)
        if found is None:
            found = self._find_families(article)
            self._casts[article] = found = found if len(found) <= _MOST_IN_ARTICLE else {}
        return found

    def _find_families(self, article: int) -> Cast:
        """The rare family names in the article, loosely read → as written."""
        found = {}
        full = [name.written[1] for name in self.full_in(article)]
        for family in (*full, *self._bare.get(article, ())):
            key = self._rare.get(family)
            if key is None:
                key = self._rare[family] = self._read_rare(fold_name(family))
            if key:
                found[key] = family
        return found

    def _read_rare(self, folded: str) -> str:
        """The family name loosely read; empty if many bear it."""
        is_known = folded in self._names.forms.common_families or self._names.is_given_name(folded)
        return _read(folded) if len(folded) >= _SHORTEST and not is_known else ""


def _read(family: str) -> str:
    return "".join(map(transliterate, family.split()))
