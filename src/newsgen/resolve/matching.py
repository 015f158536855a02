"""Two tellings side by side: whether they tell one happening.

Dates that agree are not enough: a second kind of evidence is needed, a kind of happening with its country, people
with what they did, or the same words. A sentence that names no country is taken to speak of those that its article is
about.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from newsgen.resolve.tellings import SELDOM, Telling, find_families, may_share, share

# matches: Other reports put the landing a day earlier
# matches: d’autres sources parlent de jeudi
# matches: otras fuentes hablan del jueves
# not: Other reports followed
_OTHERS_SAY = re.compile(
    r"\b(?:[Oo]ther (?:reports|accounts|sources|outlets|media|agencies) "
    r"(?:put|place|date|gave|give|say|said|speak|spoke|have|had)"
    r"|[Dd][’']autres (?:sources|médias|agences|récits) (?:parl|dis|donn|dat|situ|évoqu)\w+"
    r"|[Oo]tras (?:fuentes|agencias|versiones) (?:habl|dic|dij|sitú|dat|dan)\w+)\b"
)

ENOUGH = 60
"""Points from which two tellings tell one happening."""

_SAME_DAY, _SAME_MONTH, _SAME_SEASON, _SAME_YEAR = 33, 20, 12, 5
_WITHIN_DAYS, _WITHIN_MONTH, _WITHIN_SEASON, _WITHIN_YEAR = 28, 18, 10, 5
_TOPIC, _FURTHER_TOPIC, _OTHER_TOPICS = 20, 5, -25
_RELATED = 5
"""Kinds of one family: what one tells as a visit is the other's talks."""
_SPOKEN = 5
"""Both were announced or stated, which says little."""
_ONCE, _ONE_OF_MANY = 5, -10
EVERYDAY = frozenset(
    {"agreement", "aid", "arrival", "attack", "death", "departure", "fighting", "talks", "trial", "visit"}
)
"""Kinds of which a country may have several on one day; they weigh less."""
COMINGS = frozenset({"arrival", "departure", "talks", "visit"})
"""Kinds that are of whoever comes: other people, another happening."""
_COUNTRY, _FURTHER_COUNTRY, _HOME, _OTHER_COUNTRIES = 15, 5, 8, -15
_PERSON, _FURTHER_PERSON, _OTHER_PEOPLE = 20, 10, -15
_IN_COMPANY = 10
"""They name others, but of the same visit of several days, and each article names them all."""
_IN_CAST = 15
"""One names nobody, but its article names whom the other names."""
_FORETOLD, _FORETOLD_ROUGHLY = 15, 8
"""One looks ahead to the day that the other looks back on, and both are of the same two countries."""
_WORDS = 40
_SOME_WORDS, _FEW_WORDS, MANY_WORDS = 0.2, 0.3, 0.5
"""Shares of words from which they speak for a person of the cast, count instead of a topic, and instead of people and
countries."""

FEW_DAYS, _MONTH, _SEASON, _YEAR = 4, 31, 100, 366
"""Days, at most."""


def score(left: Telling, right: Telling, dates: int) -> int:
    """How much speaks for it that both tell one happening; 0 if it is not enough. `dates` is what these say."""
    points = (
        dates
        + (_weigh_kinds(left.kinds, right.kinds) or _weigh_speech(left.topics, right.topics))
        + _weigh_places(left, right)
    )
    if left.people or right.people:
        points += _weigh_people(left, right)
    if left.kind != right.kind:
        points += _weigh_foretelling(left, right)
    missing = ENOUGH - points
    if missing > _WORDS or not may_share(left, right, (missing - 0.5) / _WORDS):  # points are rounded
        return 0
    likeness = share(left, right)
    points += round(_WORDS * likeness)
    return points if points >= ENOUGH and _tell_same(left, right, likeness) else 0


def weigh_dates(left: Telling, right: Telling) -> int:
    """What the dates say: the same, or one within the other."""
    return weigh_days(max(left.days, right.days), left.span == right.span)


def _tell_same(left: Telling, right: Telling, likeness: float) -> bool:
    """Whether there is a second kind of evidence beside dates that agree, and nothing against it."""
    if likeness < MANY_WORDS and _have_other_actors(left, right):
        return False
    people = left.people & right.people
    alike = are_related(left, right) or _leave_open(left, right, likeness)
    says_same = alike or len(people) > 1 or likeness >= _FEW_WORDS
    of_same = people or likeness >= MANY_WORDS or share_place(left, right, alike=alike)
    return bool(says_same and of_same)


def is_clear(telling: Telling) -> bool:
    """Whether kind, country and people say so much that another telling with the same ones tells the same."""
    if not telling.kinds or not telling.countries:
        return False
    if telling.people or not SELDOM.isdisjoint(telling.kinds):
        return True
    return telling.days == 1 and not telling.kinds <= EVERYDAY


def tell_apart(left: Sequence[Telling], right: Sequence[Telling], *, most: float = 1 / 3) -> bool:
    """Whether two clusters would be one happening only by way of a few tellings that speak of two.

    More than `most` of the pairs are of other kinds, or of other people who come and go.
    """
    apart = sum(_contradict(a, b) for a, b in product(left, right))
    return apart > most * len(left) * len(right)


def are_related(left: Telling, right: Telling) -> bool:
    """Whether the kinds are of one family: a visit and the talks of the visitors."""
    return not left.families.isdisjoint(right.families)


def share_place(left: Telling, right: Telling, *, alike: bool) -> bool:
    """Whether both are of one place: sentences that name it, or, if they tell `alike`, articles about it."""
    if left.countries and right.countries and not left.countries.isdisjoint(right.countries):
        return True
    return alike and not left.around.isdisjoint(right.around)


def is_foretold(left: Telling, right: Telling) -> bool:
    """Whether one article looks ahead to the day that another one of the same story looks back on."""
    return left.kind != right.kind and left.path != right.path and are_of_two(left, right)


def are_of_two(left: Telling, right: Telling) -> bool:
    """Whether both are of the same two countries: so few things are that it all but names a story."""
    if len(left.home) > 1 and left.home == right.home:
        return True
    return len(left.place) > 1 and len(right.place) > 1 and len(left.place & right.place) > 1


def is_of_others(telling: Telling) -> bool:
    """Whether the sentence tells what others say of the day: "other reports put the landing a day earlier"."""
    return _OTHERS_SAY.search(telling.sentence) is not None


def _contradict(left: Telling, right: Telling) -> bool:
    if not left.people.isdisjoint(right.people) or _are_in_company(left, right):
        return False
    kinds = left.kinds & right.kinds
    if left.people and right.people:
        return kinds <= COMINGS
    return bool(left.kinds and right.kinds) and not kinds and not are_related(left, right)


def _have_other_actors(left: Telling, right: Telling) -> bool:
    """Whether other people come, go or meet in the one than in the other."""
    if not left.people or not right.people or not left.people.isdisjoint(right.people):
        return False
    if _are_in_company(left, right):
        return False
    return (left.kinds & right.kinds) <= COMINGS


def _are_in_company(left: Telling, right: Telling) -> bool:
    """Whether each names one of several who came together: the same days of a visit, and each article knows both."""
    if left.span != right.span or not 1 < left.days <= FEW_DAYS or left.path == right.path:
        return False
    return left.people <= right.cast and right.people <= left.cast


def _leave_open(left: Telling, right: Telling, likeness: float) -> bool:
    """Whether one does not say what happened, and all else says that it is what the other tells.

    Both are of the same two countries, or of articles about the same; and they are of the same person, or one
    foretells what the other reports.
    """
    if (left.kinds and right.kinds) or left.path == right.path:
        return False
    if not left.people.isdisjoint(right.people):
        if left.days <= FEW_DAYS and right.days <= FEW_DAYS and not left.countries.isdisjoint(right.countries):
            return True
        return are_of_two(left, right) or (bool(left.home) and left.home == right.home)
    if is_foretold(left, right):
        return True
    return likeness >= _SOME_WORDS and share_cast(left, right) and are_of_two(left, right)


def share_cast(left: Telling, right: Telling) -> bool:
    """Whether one names nobody, but its article names whom the other names."""
    if left.people:
        return not right.people and not left.people.isdisjoint(right.cast) and left.path != right.path
    return not right.people.isdisjoint(left.cast) and left.path != right.path


@lru_cache(maxsize=1 << 14)
def _weigh_kinds(left: frozenset[str], right: frozenset[str]) -> int:
    """What the kinds of happening say; nothing where one tells of none."""
    if not left or not right:
        return 0
    shared = left & right
    if not shared:
        return _OTHER_TOPICS if find_families(left).isdisjoint(find_families(right)) else _RELATED
    rarity = _ONE_OF_MANY if shared <= EVERYDAY else 0 if SELDOM.isdisjoint(shared) else _ONCE
    return _TOPIC + _FURTHER_TOPIC * min(len(shared) - 1, 2) + rarity


@lru_cache(maxsize=1 << 14)
def _weigh_speech(left: frozenset[str], right: frozenset[str]) -> int:
    """What it says that both topics are of things said."""
    return 0 if left.isdisjoint(right) else _SPOKEN


def _weigh_places(left: Telling, right: Telling) -> int:
    """What the countries say; that articles are about one and the same country says less than that sentences are."""
    are_named = left.countries and right.countries
    if not left.place.isdisjoint(right.place):
        if len(left.place) > 1 and len(left.place & right.place) > 1:
            return _COUNTRY + _FURTHER_COUNTRY
        return _COUNTRY if are_named else _HOME
    if not left.around.isdisjoint(right.around):
        return _HOME
    return _OTHER_COUNTRIES if are_named else 0


def _weigh_people(left: Telling, right: Telling) -> int:
    if left.people and right.people:
        shared = len(left.people & right.people)
        if shared:
            return _PERSON + _FURTHER_PERSON * min(shared - 1, 2)
        return _IN_COMPANY if _are_in_company(left, right) else _OTHER_PEOPLE
    return _IN_CAST if share_cast(left, right) else 0


def _weigh_foretelling(left: Telling, right: Telling) -> int:
    """What it says that one looks ahead to the date that the other looks back on."""
    if not is_foretold(left, right):
        return 0
    days = max(left.days, right.days)
    if days == 1:
        return _FORETOLD
    return _FORETOLD_ROUGHLY if left.span == right.span or days <= _MONTH else 0


@lru_cache(maxsize=1 << 10)
def weigh_days(days: int, is_same: bool) -> int:
    """What two dates say: the same, or one within the other, which has so many days."""
    if is_same:
        return _by_days(days, (_SAME_DAY, _SAME_MONTH, _SAME_MONTH, _SAME_SEASON, _SAME_YEAR))
    return _by_days(days, (_WITHIN_DAYS, _WITHIN_DAYS, _WITHIN_MONTH, _WITHIN_SEASON, _WITHIN_YEAR))


def _by_days(days: int, points: tuple[int, int, int, int, int]) -> int:
    if days <= _MONTH:
        return points[0] if days == 1 else points[1] if days <= FEW_DAYS else points[2]
    if days <= _SEASON:
        return points[3]
    return points[4] if days <= _YEAR else 0
