"""Two sites side by side, with the look-ups that tell where a page of the old one went."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from newsgen.build.published.matching import match_articles
from newsgen.build.published.outline import ArticleFacts, Outline, PersonFacts
from newsgen.config.moves import Move
from newsgen.lexicon.slugs import fold_name, make_slug
from newsgen.pages import urls

Likeness = tuple[str, tuple[str, ...]]
"""How addresses are alike, and the words that they have in common."""


FEWEST_WORDS = 4
"""Words with which two addresses must begin to be alike: the one may be the other cut short."""


@dataclass(frozen=True, slots=True)
class Sites:
    """Both sites, with the look-ups that the rules need."""

    old: Outline
    new: Outline
    pages: frozenset[str]
    """Of the new site."""
    articles: Mapping[str, str]
    """For ids of old articles, those that the same articles have now."""
    article_moves: Mapping[str, Move]
    """Those of articles, by their old pages."""
    countries: Mapping[str, str]
    """For old pages of countries, those that the same countries have now."""
    outlets: Mapping[str, Mapping[str, set[str]]]
    """For old pages of outlets, the pages of the outlets that have their articles now, each with those articles."""
    people: Mapping[str, PersonFacts]
    """Old persons by the paths of their pages."""
    described: frozenset[str]
    """Old pages of whose subjects the data tell: if those do not say where they went, no likeness of addresses does."""
    bearers: Mapping[tuple[str, str], tuple[str, ...]]
    """For a folded spelling in a new article, the pages of those who bear it there; for "" in place of the article,
    anywhere."""
    named: Mapping[str, tuple[str, ...]]
    """For the page that a name has if several persons bear it, the pages of those who bear it."""
    named_like: Mapping[Likeness, tuple[str, ...]]
    """New pages by what their addresses may have in common with others."""
    found: dict[str, Move | None] = field(default_factory=dict)
    """What the rules gave for pages so far."""


def compare_sites(old: Outline, new: Outline) -> Sites:
    """The look-ups for two sites."""
    pages = frozenset(new.pages)
    matches = dict(match_articles(old.articles, new.articles))
    articles = {article: match for article, (match, _) in matches.items()}
    bearers: dict[tuple[str, str], list[str]] = defaultdict(list)
    named: dict[str, list[str]] = defaultdict(list)
    for person in new.people:
        page = urls.person_path(person.id)
        if page not in pages:
            continue
        for spelling in person.spellings:
            named[urls.name_path(make_slug(spelling.text, "name"))].append(page)
            for article in ("", *spelling.articles):
                bearers[fold_name(spelling.text), article].append(page)
    return Sites(
        old=old,
        new=new,
        pages=pages,
        articles=articles,
        article_moves={move.old: move for move in map(_move_article, matches.items())},
        countries=_match_countries(old, new),
        outlets=_match_outlets(old.articles, new.articles, articles),
        people={urls.person_path(person.id): person for person in old.people},
        described=frozenset(_list_described(old)),
        bearers={key: tuple(dict.fromkeys(found)) for key, found in bearers.items()},
        named={name: tuple(dict.fromkeys(found)) for name, found in named.items()},
        named_like=_index_likeness(new.pages),
    )


def _match_countries(old: Outline, new: Outline) -> dict[str, str]:
    """For old pages of countries, the new pages of those with the same code."""
    goals = {country.code: urls.country_path(country.id) for country in new.countries if country.code}
    return {urls.country_path(country.id): goals[country.code] for country in old.countries if country.code in goals}


def _match_outlets(
    old: Iterable[ArticleFacts], new: Iterable[ArticleFacts], matches: Mapping[str, str]
) -> dict[str, dict[str, set[str]]]:
    """For old pages of outlets, the new pages of those that have their articles, each with those articles."""
    sources = {article.id: article.source for article in new}
    table: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for article in old:
        source = sources.get(matches.get(article.id, ""))
        if article.source and source:
            table[_outlet_path(article.source)][_outlet_path(source)].add(article.id)
    return table


def _outlet_path(name: str) -> str:
    """The page that an outlet of this name has, if no other one has its slug."""
    return urls.source_path(make_slug(name, "source"))


def _move_article(item: tuple[str, tuple[str, str]]) -> Move:
    """The move of an article from its old id to that which it has now."""
    old, (new, why) = item
    return Move(old=urls.article_path(old), new=urls.article_path(new), why=why)


def _list_described(site: Outline) -> Iterator[str]:
    """The pages of articles, persons, countries and timelines of which a site has data."""
    yield from (urls.article_path(article.id) for article in site.articles)
    yield from (urls.person_path(person.id) for person in site.people)
    yield from (urls.country_path(country.id) for country in site.countries)
    yield from (urls.timeline_path(timeline.id) for timeline in site.timelines)


# --- addresses --------------------------------------------------------------------------------------------------


def _index_likeness(pages: Iterable[str]) -> Mapping[Likeness, tuple[str, ...]]:
    """The pages by what their addresses may have in common with others."""
    table: dict[Likeness, list[str]] = defaultdict(list)
    for page in pages:
        for likeness in find_likeness(page):
            table[likeness].append(page)
    return {likeness: tuple(found) for likeness, found in table.items()}


def find_likeness(page: str) -> Iterator[Likeness]:
    """What an address may have in common with another, the surest first: its name, its words, how it begins."""
    name = page.removesuffix(".html").removesuffix("/index").rpartition("/")[2]
    words = tuple(word for word in make_slug(name, "page").split("-") if word)
    if not words or words[0].isdecimal():
        return
    yield "name", words
    yield "words", tuple(sorted(words))
    if len(words) >= FEWEST_WORDS:
        yield "beginning", words[:FEWEST_WORDS]
