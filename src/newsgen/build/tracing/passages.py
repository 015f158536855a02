"""Passages: sentences of an archive's clippings, with the line and column where their words stand."""

from collections.abc import Iterable
from functools import cached_property

from newsgen import edtf
from newsgen.annotate.sentences import split_sentences
from newsgen.build.english import english
from newsgen.build.gathering import Gathered
from newsgen.build.places import Places
from newsgen.build.tracing.told import Passage
from newsgen.pages.directory import Directory, find_listed, make_directory
from newsgen.pages.leaves import count_leaves
from newsgen.records.archive import Archive, ArchivedArticle


class Sources:
    """What tracing reads: the archive, and the clippings that it was made from."""

    def __init__(self, gathered: Gathered) -> None:
        """Of an archive as `gather` gives it."""
        self.config = gathered.config
        self.lexicon = gathered.lexicon
        self.archive: Archive = gathered.archive
        self._places: dict[int, Places] = {}

    @cached_property
    def directory(self) -> Directory:
        """Where everything is found, and what is how much alike, as pages have it."""
        leaves, listed = count_leaves(self.archive), find_listed(self.archive)
        return make_directory(self.archive, self.config.site, self.lexicon, english(), leaves=leaves, listed=listed)

    def article(self, position: int) -> ArchivedArticle:
        """An article by its position."""
        return self.archive.articles[position]

    def path(self, position: int) -> str:
        """The path of an article's clipping."""
        return self.article(position).clipping.path

    def by_date(self, positions: Iterable[int]) -> list[int]:
        """Articles, oldest first, those of no known year last."""
        return sorted(positions, key=lambda at: (edtf.sort_key(self.article(at).reading.article.published), at))

    def outlet(self, position: int) -> str | None:
        """The name of an article's outlet."""
        source = self.article(position).source
        return self.directory.sources[source].name if source else None

    def country(self, code: str) -> str:
        """The name of a country."""
        return self.directory.country_ref("", code).text

    def places(self, position: int) -> Places:
        """Where the spans of an article stand in its clipping."""
        if position not in self._places:
            article = self.article(position)
            self._places[position] = Places(article.reading.article, article.clipping.text)
        return self._places[position]

    def quote(self, position: int, start: int, end: int) -> Passage:
        """The sentence that holds a span of an article's text."""
        article = self.article(position).reading.article
        place = self.places(position).find(start, end)
        sentences = split_sentences(article.text, self.lexicon)
        first, last = next((span for span in sentences if span[0] <= start < span[1]), (start, end))
        return Passage(
            path=article.path,
            line=place.line if place else None,
            column=place.column if place else None,
            source=self.outlet(position),
            published=article.published,
            words=_straighten(article.text[start:end]),
            sentence=_straighten(article.text[first:last]),
        )


def _straighten(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
