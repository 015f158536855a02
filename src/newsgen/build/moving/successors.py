"""Where pages of an old site went in a new one: by the data of both where there is some, else by the address.

Each rule looks at one kind of page and may decline; the first that does not is right. A person is followed by what
articles write: whoever has the old spelling in the same article now is the same. Clippings keep their paths where
headlines and slugs change, so an article is known by its clipping.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsgen.build.moving.outline import ArticleFacts, Outline, PersonFacts, TimelineFacts
from newsgen.config.moves import Move
from newsgen.lexicon.slugs import fold_name, make_slug
from newsgen.pages import urls

BY_ADDRESS = "by its address"
SPLIT = "split"

Places = Mapping[str, set[str]]
"""For each page that may have taken another's place, the articles or the like that speak for it."""

Likeness = tuple[str, tuple[str, ...]]
"""How addresses are alike, and the words that they have in common."""


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
    people: Mapping[str, PersonFacts]
    """Old persons by the paths of their pages."""
    described: frozenset[str]
    """Old pages of whose subjects the data tell: if those do not say where they went, no likeness of addresses does."""
    bearers: Mapping[tuple[str, str], tuple[str, ...]]
    """For a folded spelling in a new article, the pages of those who bear it there; for "" in place of the article,
    anywhere."""
    named_like: Mapping[Likeness, tuple[str, ...]]
    """New pages by what their addresses may have in common with others."""
    found: dict[str, Move | None] = field(default_factory=dict)
    """What the rules gave for pages so far."""


def find_moves(gone: Sequence[str], old: Outline, new: Outline) -> tuple[Move, ...]:
    """A move for each of the old pages of which it can be told where they went, sorted by the old path."""
    sites = compare_sites(old, new)
    moves = (find_move(page, sites) for page in sorted(gone))
    return tuple(move for move in moves if move is not None)


def find_move(page: str, sites: Sites) -> Move | None:
    """Where an old page went; None if that cannot be told."""
    if page not in sites.found:
        sites.found[page] = next((move for rule in RULES if (move := rule(page, sites))), None)
    return sites.found[page]


def compare_sites(old: Outline, new: Outline) -> Sites:
    """The look-ups for two sites."""
    pages = frozenset(new.pages)
    matches = dict(_match_articles(old.articles, new.articles))
    bearers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for person in new.people:
        page = urls.person_path(person.id)
        if page not in pages:
            continue
        for spelling in person.spellings:
            for article in ("", *spelling.articles):
                bearers[fold_name(spelling.text), article].append(page)
    return Sites(
        old=old,
        new=new,
        pages=pages,
        articles={article: match for article, (match, _) in matches.items()},
        article_moves={move.old: move for move in map(_move_article, matches.items())},
        people={urls.person_path(person.id): person for person in old.people},
        described=frozenset(_list_described(old)),
        bearers={key: tuple(dict.fromkeys(found)) for key, found in bearers.items()},
        named_like=_index_likeness(new.pages),
    )


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


_MARKS: tuple[tuple[str, Callable[[ArticleFacts], str | None]], ...] = (
    ("same clipping", lambda article: article.path),
    ("same original", lambda article: article.url),
    ("same text", lambda article: article.body),
    ("same headline", lambda article: article.headline),
)
"""What an article may be known by, the surest first."""


def _match_articles(old: Sequence[ArticleFacts], new: Sequence[ArticleFacts]) -> Iterator[tuple[str, tuple[str, str]]]:
    """(old id, (new id, how that is known)) for each old article that is there still."""
    tables = [(why, mark, _index_unique(new, mark)) for why, mark in _MARKS]
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


# --- by the data ----------------------------------------------------------------------------------------------------


def lead_article(page: str, sites: Sites) -> Move | None:
    """An article whose slug is another now."""
    move = sites.article_moves.get(page)
    return move if move and move.new in sites.pages else None


def lead_person(page: str, sites: Sites) -> Move | None:
    """A person who was merged with another one, split in two, or is called otherwise."""
    person = sites.people.get(page)
    if person is None:
        return None
    places: dict[str, set[str]] = defaultdict(set)
    for spelling in person.spellings:
        name = fold_name(spelling.text)
        for article in spelling.articles:
            for goal in sites.bearers.get((name, sites.articles.get(article, "-")), ()):
                places[goal].add(article)
    if places:
        return _choose(page, places, sites)
    return _choose(page, _find_namesakes(person, sites), sites, unit="spelling")


def _find_namesakes(person: PersonFacts, sites: Sites) -> Places:
    """Who bears the person's full names now, in whatever article, and which of them."""
    places: dict[str, set[str]] = defaultdict(set)
    for name in sorted({fold_name(spelling.text) for spelling in person.spellings}):
        if " " in name:
            for goal in sites.bearers.get((name, ""), ()):
                places[goal].add(name)
    return places


def lead_country(page: str, sites: Sites) -> Move | None:
    """A country that is called otherwise."""
    codes = {urls.country_path(country.id): country.code for country in sites.old.countries}
    goals = {country.code: urls.country_path(country.id) for country in sites.new.countries if country.code}
    return _choose(page, {goals[codes[page]]: set()} if codes.get(page) in goals else {}, sites)


def lead_source(page: str, sites: Sites) -> Move | None:
    """An outlet that is called otherwise, or counts for another one."""
    sources = {article.id: article.source for article in sites.new.articles}
    places: dict[str, set[str]] = defaultdict(set)
    for article in sites.old.articles:
        if article.source and urls.source_path(make_slug(article.source, "source")) == page:
            source = sources.get(sites.articles.get(article.id, ""))
            if source:
                places[urls.source_path(make_slug(source, "source"))].add(article.id)
    return _choose(page, places, sites)


def lead_timeline(page: str, sites: Sites) -> Move | None:
    """A timeline with another id: that which holds most of the reports, or has the same title."""
    old = next((one for one in sites.old.timelines if urls.timeline_path(one.id) == page), None)
    if old is None:
        return None
    told = {(sites.articles.get(article, ""), sentence) for article, sentence in _list_reports(old)}
    places: dict[str, set[str]] = {}
    for timeline in sites.new.timelines:
        shared = told & set(_list_reports(timeline))
        if 2 * len(shared) >= len(told) > 0 or timeline.title == old.title:
            places[urls.timeline_path(timeline.id)] = {f"{article} {sentence}" for article, sentence in shared}
    return _choose(page, places, sites, unit="report")


def _list_reports(timeline: TimelineFacts) -> Iterator[tuple[str, str]]:
    """(article, sentence) of all that the timeline cites."""
    for event in timeline.events:
        for report in event.reports:
            yield report.article, report.sentence


def _choose(page: str, places: Places, sites: Sites, *, unit: str = "article") -> Move | None:
    """The move to the page for which most speaks; others are told where they have something of their own.

    `unit` is what speaks for a page, in a word.
    """
    ranked = sorted(
        ((goal, known) for goal, known in places.items() if goal in sites.pages and goal != page),
        key=lambda item: (-len(item[1]), item[0] not in sites.old.pages, item[0]),
    )
    if not ranked:
        return None
    goal, known = ranked[0]
    others = [(other, reasons - known) for other, reasons in ranked[1:] if not reasons <= known]
    if others:
        told = tuple(f"{other}, for {len(reasons)} {unit}{'s'[: len(reasons) > 1]}" for other, reasons in others)
        return Move(old=page, new=goal, why=f"{SPLIT}: most of it is there", others=told)
    return Move(old=page, new=goal, why="merged" if goal in sites.old.pages else "renamed")


# --- by the address -------------------------------------------------------------------------------------------------


def lead_month(page: str, sites: Sites) -> Move | None:
    """A list by month: to the same month of whom it is about, or to the page of those."""
    subject, key = urls.listing_of(page)
    if subject in sites.pages:
        return Move(old=page, new=subject, why="no list of its own now")
    move = find_move(subject, sites) if subject in sites.old.pages else None
    if move is None:
        return None
    month = urls.month_path(move.new, key)
    return Move(old=page, new=month if month in sites.pages else move.new, why=move.why)


def lead_date(page: str, sites: Sites) -> Move | None:
    """A month without articles: to its year, or to all dates."""
    _, key = urls.listing_of(page)
    if page != urls.dates_path(key):
        return None
    goal = next((path for path in (urls.dates_path(key[:4]), urls.DATES) if path in sites.pages), None)
    return Move(old=page, new=goal, why="no articles of that time now") if goal else None


FEWEST_WORDS = 4
"""Words with which two addresses must begin to be alike: the one may be the other cut short."""


def lead_by_address(page: str, sites: Sites) -> Move | None:
    """A page whose address is much like that of one new page, and of no other."""
    if page in sites.described:
        return None
    for likeness in _find_likeness(page):
        found = [path for path in sites.named_like.get(likeness, ()) if path != page and _may_lead(page, path)]
        if len(found) == 1:
            return Move(old=page, new=found[0], why=BY_ADDRESS)
    return None


def _index_likeness(pages: Iterable[str]) -> Mapping[Likeness, tuple[str, ...]]:
    """The pages by what their addresses may have in common with others."""
    table: dict[Likeness, list[str]] = defaultdict(list)
    for page in pages:
        for likeness in _find_likeness(page):
            table[likeness].append(page)
    return {likeness: tuple(found) for likeness, found in table.items()}


def _find_likeness(page: str) -> Iterator[Likeness]:
    """What an address may have in common with another, the surest first: its name, its words, how it begins."""
    name = page.removesuffix(".html").removesuffix("/index").rpartition("/")[2]
    words = tuple(word for word in make_slug(name, "page").split("-") if word)
    if not words or words[0].isdecimal():
        return
    yield "name", words
    yield "words", tuple(sorted(words))
    if len(words) >= FEWEST_WORDS:
        yield "beginning", words[:FEWEST_WORDS]


def _may_lead(page: str, path: str) -> bool:
    """Whether a page of one folder may have gone to another: not from one kind of page to another kind."""
    folder, other = page.rpartition("/")[0], path.rpartition("/")[0]
    return folder == other or folder.partition("/")[0] not in _KINDS


_KINDS = frozenset(
    page.rpartition("/")[0]
    for page in (urls.PEOPLE, urls.COUNTRIES, urls.SOURCES, urls.DATES, urls.TIMELINES, urls.article_path("x"))
)
"""The folders of newsgen's own pages."""


RULES: tuple[Callable[[str, Sites], Move | None], ...] = (
    lead_article,
    lead_person,
    lead_country,
    lead_source,
    lead_timeline,
    lead_date,
    lead_month,
    lead_by_address,
)
"""In this order; each may decline."""
