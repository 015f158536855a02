"""The page of the search, and what its index is made from: of each article only what may be shown."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from newsgen import edtf
from newsgen.language import Words
from newsgen.language.turning import leave_out_turning
from newsgen.lexicon import Lexicon
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import show_published
from newsgen.pages.frame import make_frame
from newsgen.pages.rights import shown_body
from newsgen.records.archive import Archive, ArchivedArticle, Brief
from newsgen.records.output import Page
from newsgen.records.search import NameKind, SearchInput, SearchName, SearchText
from newsgen.records.site import Ref, SearchPage

_WAYS = (
    ("site.people", urls.PEOPLE),
    ("site.countries", urls.COUNTRIES),
    ("site.outlets", urls.SOURCES),
    ("site.dates", urls.DATES),
)
"""How to find something without the search."""

_PATHS: Mapping[NameKind, Callable[[str], str]] = {
    "person": urls.person_path,
    "country": urls.country_path,
    "outlet": urls.source_path,
}


def plan_search(directory: Directory) -> Iterator[Page]:
    """The page of the search; it is the same whatever the articles are."""
    show = partial(_make_page, directory)
    yield Page(path=urls.SEARCH, template="search.html", show=show, made_from="the page of the search")


def _make_page(directory: Directory) -> SearchPage:
    """All that the page of the search shows."""
    here, say = urls.SEARCH, directory.words.say
    description = say("search.description", archive=directory.site.title)
    return SearchPage(
        frame=make_frame(directory, here, say("site.search"), description=description),
        index=urls.link(here, urls.SEARCH_INDEX),
        scripts=tuple(urls.link(here, path) for path in urls.SEARCH_SCRIPTS),
        ways=tuple(Ref(text=say(key), href=urls.link(here, path)) for key, path in _WAYS),
    )


def describe_search(archive: Archive, lexicon: Lexicon, words: Words) -> SearchInput:
    """All that the index of the search is made from."""
    facets: dict[int, list[str]] = defaultdict(list)
    for name, positions in _list_facets(archive):
        for position in positions:
            facets[position].append(name)
    sources = {entry.id: entry.name for entry in archive.sources}
    texts = (
        _describe_text(words, article, brief, sources.get(article.source or "", ""), tuple(facets[position]))
        for position, (article, brief) in enumerate(zip(archive.articles, archive.briefs, strict=True))
    )
    return SearchInput(texts=tuple(texts), names=tuple(_list_names(archive, lexicon, words)))


def _list_facets(archive: Archive) -> Iterator[tuple[str, Iterable[int]]]:
    """Each thing that results may be narrowed to, and the positions of its articles."""
    for country in archive.countries:
        yield f"country:{country.id}", country.articles
    for person in archive.people:
        if person.person.has_page:
            yield f"person:{person.person.id}", person.articles
    for source in archive.sources:
        yield f"outlet:{source.id}", source.articles


def _describe_text(
    words: Words, article: ArchivedArticle, brief: Brief, source: str, facets: tuple[str, ...]
) -> SearchText:
    """An article as far as its page shows it."""
    parsed = article.reading.article
    date = show_published(words, brief)
    further = [parsed.byline]
    if article.rights == "full":
        further += [parsed.standfirst, *parsed.captions]
    return SearchText(
        id=article.id,
        href=urls.link(urls.SEARCH, urls.article_path(article.id)),
        headline=_make_plain(parsed.headline),
        source=_make_plain(source),
        date=date.text if date else "",
        month=edtf.month_key(parsed.published),
        day=_find_day(parsed.published),
        language=parsed.language,
        body=_make_plain(shown_body(article)),
        further=tuple(_make_plain(text) for text in further if text),
        facets=facets,
        note=date.note if date else "",
    )


def _find_day(value: str | None) -> int:
    """The day of the month; 0 if the date is coarser than a day."""
    if value is None or edtf.precision(value) != "day":
        return 0
    first, _ = edtf.bounds(value)
    return first.day if first else 0


def _list_names(archive: Archive, lexicon: Lexicon, words: Words) -> Iterator[SearchName]:
    """All that has a page and a name: people by every spelling, countries by every usual name, outlets."""
    for person in filter(lambda entry: entry.person.has_page, archive.people):
        who = person.person
        spellings = [spelling.text for spelling in who.spellings]
        yield _make_name("person", who.id, (who.name, *spellings), person.articles)
    for country in archive.countries:
        info = lexicon.gazetteer.countries.get(country.code)
        others = (country.name, info.official if info else "", *lexicon.gazetteer.names_of(country.code))
        names = (words.country(country.code, country.name), *others)
        yield _make_name("country", country.id, names, country.articles)
    for source in archive.sources:
        yield _make_name("outlet", source.id, (source.name, *source.aliases), source.articles)


def _make_name(kind: NameKind, identity: str, names: tuple[str, ...], articles: Sequence[int]) -> SearchName:
    """A name to suggest; the first one is shown."""
    shown, *others = map(_make_plain, names)
    path = _PATHS[kind](identity)
    return SearchName(
        kind=kind,
        id=identity,
        name=shown,
        href=urls.link(urls.SEARCH, path),
        articles=len(articles),
        spellings=tuple(other for other in dict.fromkeys(others) if other and other != shown),
    )


def _make_plain(text: str) -> str:
    """The text without half pairs of surrogates, which no file can hold, and signs that turn the text around it."""
    return text if text.isascii() else leave_out_turning(text.encode("utf-8", "replace").decode())
