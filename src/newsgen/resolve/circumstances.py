"""What is said of two names beside their spelling: titles, countries, company, happenings, the story they stand in.

What it rests on are the two names and the articles that write them, never the rest of the archive, so that an article
about other people changes no verdict.
"""

from collections.abc import Iterator
from itertools import product

from newsgen.lexicon.names import Names
from newsgen.records import Record
from newsgen.resolve.companions import Companions
from newsgen.resolve.givens import align_names
from newsgen.resolve.namings import Name
from newsgen.resolve.occasions import Occasions
from newsgen.resolve.roles import (
    COUNTRY,
    OCCASION,
    STORY,
    THE_OFFICE,
    Evidence,
    compare_casts,
    compare_companions,
    compare_countries,
    compare_homes,
    compare_occasions,
    compare_offices,
    compare_titles,
    compare_trades,
    share_post,
    share_title,
    tell_one_story,
)
from newsgen.resolve.spelling import compare_families
from newsgen.resolve.trades import Trades, are_far_trades, are_other_ages, are_other_trades, do_other_work

MOST_DEEDS = OCCASION
"""What deeds can add at most."""
MOST_COMPANY = STORY + MOST_DEEDS
"""What company and deeds can add at most."""

_MOST_READ = 20
"""Articles up to which what each says of a name's bearer is read: who is named in more is known to the archive."""


_OF_HALF_THE_NEWS = "politics"
"""The trade that says nothing of who somebody is."""


class Circumstances(Record):
    """What the comparison may look at beside the two names."""

    names: Names
    companions: Companions
    occasions: Occasions
    trades: Trades
    home: tuple[frozenset[str], ...]
    """Countries that each article is about."""


def compare_roles(left: Name, right: Name, around: Circumstances) -> list[Evidence]:
    """The evidence of each kind that there is."""
    return [
        *compare_posts(left, right, around),
        *compare_company(left, right, around),
        *compare_deeds(left, right, around),
    ]


def compare_posts(left: Name, right: Name, around: Circumstances) -> list[Evidence]:
    """What titles and countries say."""
    found = (
        compare_titles(left.titles, right.titles) or compare_offices(left.titles, right.titles),
        compare_countries(left.countries, right.countries) or compare_homes(left.home, right.home),
    )
    return [item for item in found if item is not None]


def compare_company(left: Name, right: Name, around: Circumstances) -> list[Evidence]:
    """What those say who are named beside, as a story or one by one: the one that says more."""
    cast = compare_casts(around.companions.meet(left, right))
    companions = compare_companions(around.companions.beside(left), around.companions.beside(right))
    if cast and companions:
        return [companions if companions.points > cast.points else cast]
    found = cast or companions
    return [found] if found else []


def compare_deeds(left: Name, right: Name, around: Circumstances) -> list[Evidence]:
    """What it says that both are named where one happening is told."""
    found = compare_occasions(around.occasions.of(left), around.occasions.of(right))
    return [found] if found else []


def compare_work(left: Name, right: Name, around: Circumstances) -> list[Evidence]:
    """What it says that both are of one trade, where no title has said so."""
    if share_title(left.titles, right.titles):
        return []
    found = compare_trades(_find_trades(left, around), _find_trades(right, around))
    return [found] if found else []


def count_most(left: Name, right: Name) -> int:
    """What all but the names can add at most."""
    return MOST_COMPANY + COUNTRY + THE_OFFICE * bool(left.titles and right.titles)


def share_role(left: Name, right: Name) -> bool:
    """Whether both have one title in one country, as Bill and William may, or father and son: a person must tell."""
    if left.is_initialled or right.is_initialled or not share_country(left, right):
        return False
    return share_title(left.titles, right.titles)


def share_country(left: Name, right: Name) -> bool:
    """Whether both are tied to one country, or else their articles are about it."""
    if left.countries and right.countries:
        return not left.countries.isdisjoint(right.countries)
    return not (left.countries | left.home).isdisjoint(right.countries | right.home)


def act_as_one(left: Name, right: Name, around: Circumstances) -> bool:
    """Whether both have one title in one country, do the same on the same day and are named with the same others."""
    return (
        share_role(left, right)
        and compare_occasions(around.occasions.of(left), around.occasions.of(right)) is not None
        and compare_companions(around.companions.beside(left), around.companions.beside(right)) is not None
    )


def live_apart(left: Name, right: Name, around: Circumstances) -> bool:
    """Whether the two are of other ages, or of trades that nobody has both; unless others are named with both."""
    if max(len(left.namings), len(right.namings)) > _MOST_READ:
        return False
    trades = around.trades
    is_other = any(
        are_other_ages(trades.born(ours), trades.born(theirs))
        or are_far_trades(trades.told_of(ours), trades.told_of(theirs))
        or do_other_work(trades.told_of(ours), trades.told_of(theirs))
        for ours, theirs in product(left.namings, right.namings)
    )
    return is_other and compare_companions(around.companions.beside(left), around.companions.beside(right)) is None


def work_apart(left: Name, right: Name, around: Circumstances) -> bool:
    """Whether the articles tell that the two are of other trades."""
    if max(len(left.namings), len(right.namings)) > _MOST_READ:
        return False
    return are_other_trades(*(frozenset().union(*_list_trades(name, around)) for name in (left, right)))


def work_alike(left: Name, right: Name, around: Circumstances) -> bool:
    """Whether both have one title that no son has from his father, or are of one trade, in one country."""
    if not share_country(left, right):
        return False
    if share_post(left.titles, right.titles):
        return True
    return not (
        share_title(left.titles, right.titles) or _find_trades(left, around).isdisjoint(_find_trades(right, around))
    )


def _find_trades(name: Name, around: Circumstances) -> frozenset[str]:
    """The trades that articles tell of the bearer, but the one that half of all have who are in the news."""
    if len(name.namings) > _MOST_READ:
        return frozenset()
    return frozenset().union(*_list_trades(name, around)) - {_OF_HALF_THE_NEWS}


def _list_trades(name: Name, around: Circumstances) -> Iterator[frozenset[str]]:
    return map(around.trades.told_of, name.namings)


def stand_alone_in_story(left: Name, right: Name, around: Circumstances) -> bool:
    """Whether articles of both tell one story, and none of them names a relative who might be the other one."""
    if not tell_one_story(around.companions.meet(left, right)):
        return False
    return not has_namesake_beside(left, right, around)


def has_namesake_beside(left: Name, right: Name, around: Circumstances) -> bool:
    """Whether beside the one somebody stands whom the other may mean."""
    return _has_rival(left, right, around) or _has_rival(right, left, around)


def has_rival_of_name(left: Name, right: Name, around: Circumstances) -> bool:
    """Whether an article of either names another of the same family name and given name: father and son."""
    return any(
        rival.key not in (left.key, right.key)
        and rival.family == left.family
        and align_names(rival, left, around.names).points > 0
        for article in left.articles | right.articles
        for rival in around.companions.full_in(article)
    )


def _has_rival(name: Name, other: Name, around: Circumstances) -> bool:
    """Whether beside the name somebody stands whom the other one may mean: `Ray Guidry` beside `Raymond Guidry`."""
    beside = (rival for article in name.articles for rival in around.companions.full_in(article))
    return any(
        rival.key != name.key
        and compare_families(rival.family, other.family) in ("equal", "transliterated", "near")
        and align_names(rival, other, around.names).points
        for rival in beside
    )
