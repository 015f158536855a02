"""Where pages of an old site went in a new one: by the data of both where there is some, else by the address.

Each rule looks at one kind of page and may decline; the first that does not is right. A person is followed by what
articles write: whoever has the old spelling in the same article now is the same.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from newsgen.build.moving.sites import Sites, compare_sites, find_likeness
from newsgen.build.published.outline import Outline, PersonFacts, TimelineFacts
from newsgen.config.moves import Move
from newsgen.lexicon.slugs import fold_name, make_slug
from newsgen.pages import urls

BY_ADDRESS = "by its address"
SPLIT, MERGED, RENAMED = "split", "merged", "renamed"

Places = Mapping[str, set[str]]
"""For each page that may have taken another's place, the articles or the like that speak for it."""


def find_moves(gone: Sequence[str], old: Outline, new: Outline) -> tuple[Move, ...]:
    """A move for each of the old pages of which it can be told where they went, sorted by the old path."""
    sites = compare_sites(old, new)
    moves = [move for page in sorted(gone) if (move := find_move(page, sites))]
    arrived = Counter(move.new for move in moves)
    return tuple(replace(move, why=MERGED) if move.why == RENAMED and arrived[move.new] > 1 else move for move in moves)


def find_move(page: str, sites: Sites) -> Move | None:
    """Where an old page went; None if that cannot be told."""
    if page not in sites.found:
        sites.found[page] = next((move for rule in RULES if (move := rule(page, sites))), None)
    return sites.found[page]


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
        move = _choose(page, places, sites)
    else:
        move = _choose(page, _find_namesakes(person, sites), sites, unit="spelling")
    return _lead_to_name(move, person, sites) if move and move.others else move


def _lead_to_name(move: Move, person: PersonFacts, sites: Sites) -> Move:
    """The move of a person who was split, to the page that lists all of the name, if there is one."""
    slugs = (person.id, *(make_slug(spelling.text, "name") for spelling in person.spellings))
    page = next((path for slug in slugs if (path := urls.name_path(slug)) in sites.pages), None)
    if page is None:
        return move
    others = (f"{move.new}, for most of it", *move.others)
    return Move(old=move.old, new=page, why=f"{SPLIT}: the page of the name lists them", others=others)


def _find_namesakes(person: PersonFacts, sites: Sites) -> Places:
    """Who bears the person's full names now, in whatever article, and which of them."""
    places: dict[str, set[str]] = defaultdict(set)
    for name in sorted({fold_name(spelling.text) for spelling in person.spellings}):
        if " " in name:
            for goal in sites.bearers.get((name, ""), ()):
                places[goal].add(name)
    return places


def lead_name(page: str, sites: Sites) -> Move | None:
    """A name that several persons bore, and one bears now."""
    bearers = sites.named.get(page, ())
    return Move(old=page, new=bearers[0], why="one person now") if len(bearers) == 1 else None


def lead_country(page: str, sites: Sites) -> Move | None:
    """A country that is called otherwise."""
    goal = sites.countries.get(page)
    return _choose(page, {goal: set()}, sites) if goal else None


def lead_source(page: str, sites: Sites) -> Move | None:
    """An outlet that is called otherwise, or counts for another one."""
    return _choose(page, sites.outlets.get(page, {}), sites)


def lead_timeline(page: str, sites: Sites) -> Move | None:
    """A timeline with another id: that which holds most of the reports, or has the same title."""
    old = next((one for one in sites.old.timelines if urls.timeline_path(one.id) == page), None)
    if old is None:
        return None
    told = {(sites.articles.get(article, ""), sentence) for article, sentence in _list_reports(old)}
    places: dict[str, set[str]] = {}
    for timeline in sites.new.timelines:
        shared = told & set(_list_reports(timeline))
        if 2 * len(shared) >= len(told) > 0 or (old.title and timeline.title == old.title):
            places[urls.timeline_path(timeline.id)] = {f"{article} {sentence}" for article, sentence in shared}
    return _choose(page, places, sites, unit="report")


def _list_reports(timeline: TimelineFacts) -> Iterator[tuple[str, str]]:
    """(article, sentence) of all that the timeline cites."""
    for event in timeline.events:
        for report in event.reports:
            yield report.article, report.sentence or ""


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
    return Move(old=page, new=goal, why=MERGED if goal in sites.old.pages else RENAMED)


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


def lead_letter(page: str, sites: Sites) -> Move | None:
    """The people under a letter: to all people, where these have one page again or nobody is under the letter."""
    if page.startswith(urls.LETTERS) and urls.PEOPLE in sites.pages:
        return Move(old=page, new=urls.PEOPLE, why="no page for that letter now")
    return None


def lead_by_address(page: str, sites: Sites) -> Move | None:
    """A page whose address is much like that of one new page, and of no other."""
    if page in sites.described:
        return None
    for likeness in find_likeness(page):
        found = [path for path in sites.named_like.get(likeness, ()) if path != page and _may_lead(page, path)]
        if len(found) == 1:
            return Move(old=page, new=found[0], why=BY_ADDRESS)
    return None


def _may_lead(page: str, path: str) -> bool:
    """Whether a page of one folder may have gone to another: not from one kind of page to another kind."""
    folder, other = page.rpartition("/")[0], path.rpartition("/")[0]
    return folder == other or folder.partition("/")[0] not in _KINDS


_KINDS = frozenset(
    page.rpartition("/")[0]
    for page in (
        urls.PEOPLE,
        urls.COUNTRIES,
        urls.SOURCES,
        urls.DATES,
        urls.TIMELINES,
        urls.name_path("x"),
        urls.article_path("x"),
    )
)
"""The folders of newsgen's own pages."""


RULES: tuple[Callable[[str, Sites], Move | None], ...] = (
    lead_article,
    lead_person,
    lead_name,
    lead_country,
    lead_source,
    lead_timeline,
    lead_date,
    lead_month,
    lead_letter,
    lead_by_address,
)
"""In this order; each may decline."""
