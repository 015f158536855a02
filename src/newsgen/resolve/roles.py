"""What two people have in common beside their names: titles, countries, company, happenings."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from newsgen.records import Record
from newsgen.records.reasons import Reason, because
from newsgen.resolve.companions import FEW
from newsgen.resolve.occasions import Occasion
from newsgen.resolve.titles import Title, agree

THE_OFFICE, OFFICE, RANK, COUNTRY, HOME, TRADE = 25, 20, 10, 15, 10, 10
COMPANION, COMPANIONS, STORY, OCCASION = 10, 15, 25, 15
OTHER_COUNTRY, OTHER_OFFICE = -20, -10
"""Points of each kind of evidence; `Foreign Minister` weighs more than `Minister`, several companions than one."""

_MOST_SHOWN, _MOST_BESIDE = 4, 2
"""Others in two articles, and beside two names, that are shown."""

_OTHER_COUNTRIES, _OTHER_TITLES = because("against.other-countries"), because("against.other-titles")
_ONE_TRADE = because("reason.one-trade")


class Evidence(Record):
    """One thing that speaks for or against."""

    points: int
    reason: Reason


def compare_countries(left: Iterable[str], right: Iterable[str]) -> Evidence | None:
    """What the countries tied to two people say; nothing if one has none."""
    ours, theirs = frozenset(left), frozenset(right)
    if not ours or not theirs:
        return None
    shared = sorted(ours & theirs)
    if not shared:
        return Evidence(points=OTHER_COUNTRY, reason=_OTHER_COUNTRIES)
    return Evidence(points=COUNTRY, reason=because("reason.tied", named=tuple(shared)))


def compare_titles(left: Iterable[Title], right: Iterable[Title]) -> Evidence | None:
    """What the titles of two people say: a shared office more than a shared rank."""
    theirs = tuple(right)
    shared = [(title, other) for title in left for other in theirs if agree(title, other)]
    if not shared:
        return None
    title, _ = min(shared, key=lambda pair: (-_weigh_title(*pair), len(pair[0].shown), pair[0].shown))
    return Evidence(
        points=max(_weigh_title(*pair) for pair in shared), reason=because("reason.called", title=title.shown)
    )


def share_title(left: Iterable[Title], right: Sequence[Title]) -> bool:
    """Whether both have an office or a rank that may be the same."""
    return any(agree(title, other) for title in left for other in right)


def _weigh_title(left: Title, right: Title) -> int:
    """How much a shared title says: `General` less than `Minister`, that less than `Foreign Minister`."""
    if left.kind != "office":
        return RANK
    return THE_OFFICE if len(left.stems & right.stems) > 1 or (left.heads_state and right.heads_state) else OFFICE


def compare_offices(left: Sequence[Title], right: Sequence[Title]) -> Evidence | None:
    """What it says that both hold offices, none of which is the same."""
    if all(any(title.kind == "office" for title in titles) for titles in (left, right)):
        return Evidence(points=OTHER_OFFICE, reason=_OTHER_TITLES)
    return None


def compare_trades(left: Collection[str], right: Collection[str]) -> Evidence | None:
    """What it says that both are of one trade."""
    return None if frozenset(left).isdisjoint(right) else Evidence(points=TRADE, reason=_ONE_TRADE)


def compare_homes(left: Collection[str], right: Collection[str]) -> Evidence | None:
    """What it says that the articles are about one country."""
    shared = sorted(frozenset(left) & frozenset(right))
    if not shared:
        return None
    return Evidence(points=HOME, reason=because("reason.home", named=tuple(shared)))


def share_post(left: Sequence[Title], right: Sequence[Title]) -> bool:
    """Whether both hold an office or a rank that a son seldom has from his father."""
    return any(agree(title, other) and not title.is_inherited for title in left for other in right)


def differ_in_office(
    left: Sequence[Title], right: Sequence[Title], our_countries: Collection[str], their_countries: Collection[str]
) -> bool:
    """Whether titles show two people: one is addressed as a man, the other as a woman, or they govern two countries."""
    if not left or not right:
        return False
    ours = {title.gender for title in left if title.gender}
    if ours:
        theirs = {title.gender for title in right if title.gender}
        if theirs and ours.isdisjoint(theirs):
            return True
    if not our_countries or not their_countries or not frozenset(our_countries).isdisjoint(their_countries):
        return False
    return any(title.is_of_one_country for title in left) and any(title.is_of_one_country for title in right)


def compare_companions(left: Mapping[str, str], right: Mapping[str, str]) -> Evidence | None:
    """What it says that both are named together with the same others."""
    shared = sorted(left.keys() & right.keys())
    if not shared:
        return None
    named = tuple([left[key] for key in shared[:_MOST_BESIDE]])
    points = COMPANION if len(shared) <= _MOST_BESIDE else COMPANIONS
    return Evidence(points=points, reason=because("reason.beside", names=named))


def compare_casts(shared: Sequence[str]) -> Evidence | None:
    """What it says that one article of each names the same others, by these family names: several make a story."""
    if len(shared) < FEW:
        return None
    points = STORY if tell_one_story(shared) else COMPANIONS
    return Evidence(points=points, reason=because("reason.story", names=tuple(shared[:_MOST_SHOWN])))


def tell_one_story(shared: Sequence[str]) -> bool:
    """Whether articles that share these family names tell one story."""
    return len(shared) > FEW


def compare_occasions(left: Collection[Occasion], right: Collection[Occasion]) -> Evidence | None:
    """What it says that both are named in what is told of one happening of one day."""
    shared = frozenset(left) & frozenset(right)
    if not shared:
        return None
    day, kind = min(shared)
    return Evidence(points=OCCASION, reason=because("reason.occasion", kinds=(kind,), date=day))
