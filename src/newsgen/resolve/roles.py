"""What two people have in common beside their names: titles, countries, company, happenings; with the words for it."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from newsgen.lexicon.gazetteer import Gazetteer
from newsgen.records import Record
from newsgen.resolve.companions import FEW
from newsgen.resolve.occasions import Occasion
from newsgen.resolve.reasons import name_kind
from newsgen.resolve.titles import Title, agree

THE_OFFICE, OFFICE, RANK, COUNTRY, HOME, COMPANION, COMPANIONS, STORY, OCCASION = 25, 20, 10, 15, 10, 10, 15, 25, 15
OTHER_COUNTRY, OTHER_OFFICE = -20, -10
"""Points of each kind of evidence; `Foreign Minister` weighs more than `Minister`, several companions than one."""


_MOST_SHOWN = 4
"""Others in two articles that are shown."""


class Evidence(Record):
    """One thing that speaks for or against."""

    points: int
    words: str


def compare_countries(left: Iterable[str], right: Iterable[str], gazetteer: Gazetteer) -> Evidence | None:
    """What the countries tied to two people say; nothing if one has none."""
    ours, theirs = frozenset(left), frozenset(right)
    if not ours or not theirs:
        return None
    shared = sorted(ours & theirs)
    if not shared:
        return Evidence(points=OTHER_COUNTRY, words="but tied to different countries")
    return Evidence(points=COUNTRY, words=f"both tied to {name_countries(shared, gazetteer)}")


def compare_titles(left: Iterable[Title], right: Iterable[Title]) -> Evidence | None:
    """What the titles of two people say: a shared office more than a shared rank."""
    theirs = tuple(right)
    shared = [(title, other) for title in left for other in theirs if agree(title, other)]
    if not shared:
        return None
    title, _ = min(shared, key=lambda pair: (-_weigh_title(*pair), len(pair[0].shown), pair[0].shown))
    return Evidence(points=max(_weigh_title(*pair) for pair in shared), words=f"both called {title.shown}")


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
        return Evidence(points=OTHER_OFFICE, words="but with other titles")
    return None


def compare_homes(left: Collection[str], right: Collection[str], gazetteer: Gazetteer) -> Evidence | None:
    """What it says that the articles are about one country."""
    shared = sorted(frozenset(left) & frozenset(right))
    if not shared:
        return None
    return Evidence(points=HOME, words=f"in articles about {name_countries(shared, gazetteer)}")


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
    named = " and ".join(left[key] for key in shared[:2])
    return Evidence(points=COMPANION if len(shared) < 3 else COMPANIONS, words=f"both named together with {named}")


def compare_casts(shared: Sequence[str]) -> Evidence | None:
    """What it says that one article of each names the same others, by these family names: several make a story."""
    if len(shared) < FEW:
        return None
    *first, last = shared[:_MOST_SHOWN]
    points = STORY if tell_one_story(shared) else COMPANIONS
    return Evidence(points=points, words=f"both in a story with {', '.join(first)} and {last}")


def tell_one_story(shared: Sequence[str]) -> bool:
    """Whether articles that share these family names tell one story."""
    return len(shared) > FEW


def compare_occasions(left: Collection[Occasion], right: Collection[Occasion]) -> Evidence | None:
    """What it says that both are named in what is told of one happening of one day."""
    shared = frozenset(left) & frozenset(right)
    if not shared:
        return None
    day, kind = min(shared)
    return Evidence(points=OCCASION, words=f"both named where {name_kind(kind)} on {day} is told")


def name_countries(codes: Sequence[str], gazetteer: Gazetteer) -> str:
    """The names of countries, in words."""
    names = [gazetteer.countries[code].name if code in gazetteer.countries else code for code in codes]
    return " and ".join(names)
