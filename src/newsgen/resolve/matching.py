"""Two tellings side by side: whether they tell one happening, with the evidence in words.

Dates that agree are not enough: a second kind of evidence is needed, a kind of happening with its country, people
with what they did, or the same words.
"""

from collections.abc import Callable, Sequence
from itertools import product

from newsgen.resolve.tellings import Telling, share

ENOUGH = 60
"""Points from which two tellings tell one happening."""

_SAME_DAY, _SAME_MONTH, _SAME_SEASON, _SAME_YEAR = 33, 20, 12, 5
_WITHIN_MONTH, _WITHIN_SEASON, _WITHIN_YEAR = 18, 10, 5
_TOPIC, _FURTHER_TOPIC, _OTHER_TOPICS = 20, 5, -25
_SPOKEN = 5
"""Both were announced or stated, which says little."""
_ONCE, _ONE_OF_MANY = 5, -10
SELDOM = frozenset({"coup", "declaration-of-independence", "election", "founding", "inauguration"})
"""Kinds of happening of which a country seldom has two in one month; they weigh more."""
_EVERYDAY = frozenset(
    {"agreement", "aid", "arrival", "attack", "death", "departure", "fighting", "talks", "trial", "visit"}
)
"""Kinds of which a country may have several on one day; they weigh less."""
_COUNTRY, _HOME, _OTHER_COUNTRIES = 15, 8, -15
_PERSON, _FURTHER_PERSON, _OTHER_PEOPLE = 20, 10, -15
_WORDS = 40
_FEW_WORDS, _MANY_WORDS = 0.3, 0.5
"""Shares of words from which they count instead of a topic, and instead of people and countries."""

_MONTH, _SEASON, _YEAR = 31, 100, 366
"""Days, at most."""

Name = Callable[[str], str]
"""Turns a country's code or a person's id into words."""


def score(left: Telling, right: Telling) -> int:
    """How much speaks for it that both tell one happening; 0 if it is not enough."""
    kinds, people = left.kinds & right.kinds, left.people & right.people
    has_country = not left.countries.isdisjoint(right.countries)
    at_home = not left.around.isdisjoint(right.around)
    points = (
        _weigh_dates(left, right)
        + _weigh_kinds(kinds, left, right)
        + _weigh_countries(left, right, shared=has_country, at_home=at_home)
        + _weigh_people(len(people), left, right)
    )
    if points + _WORDS < ENOUGH:
        return 0
    likeness = share(left.words, right.words)
    says_same = kinds or len(people) > 1 or likeness >= _FEW_WORDS
    of_same = has_country or people or (at_home and kinds) or likeness >= _MANY_WORDS
    points += round(_WORDS * likeness)
    return points if says_same and of_same and points >= ENOUGH else 0


def describe(left: Telling, right: Telling, name: Name) -> tuple[str, ...]:
    """What speaks for it, in words."""
    return (
        _describe_dates(left, right),
        *(f"same kind of happening: {topic.replace('-', ' ')}" for topic in sorted(left.kinds & right.kinds)),
        *(f"same country: {name(code)}" for code in sorted(left.countries & right.countries)),
        *(f"same person: {name(own)}" for own in sorted(left.people & right.people)),
        *(["much the same words"] if share(left.words, right.words) >= _MANY_WORDS else []),
    )


def is_clear(telling: Telling) -> bool:
    """Whether kind, country and people say so much that another telling with the same ones tells the same."""
    if not telling.kinds or not telling.countries:
        return False
    if telling.people or not SELDOM.isdisjoint(telling.kinds):
        return True
    return telling.days == 1 and not telling.kinds <= _EVERYDAY


def tell_apart(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether two clusters would be one happening only by way of a few tellings that speak of two.

    More than a third of the pairs are of other kinds and about other people.
    """
    apart = sum(_contradict(a, b) for a, b in product(left, right))
    return 3 * apart > len(left) * len(right)


def _contradict(left: Telling, right: Telling) -> bool:
    if not left.kinds.isdisjoint(right.kinds) or not left.people.isdisjoint(right.people):
        return False
    return bool(left.kinds and right.kinds) or bool(left.people and right.people)


def _weigh_kinds(shared: frozenset[str], left: Telling, right: Telling) -> int:
    if not shared:
        if left.kinds and right.kinds:
            return _OTHER_TOPICS
        return 0 if left.topics.isdisjoint(right.topics) else _SPOKEN
    rarity = _ONE_OF_MANY if shared <= _EVERYDAY else 0 if SELDOM.isdisjoint(shared) else _ONCE
    return _TOPIC + _FURTHER_TOPIC * min(len(shared) - 1, 2) + rarity


def _weigh_countries(left: Telling, right: Telling, *, shared: bool, at_home: bool) -> int:
    if shared:
        return _COUNTRY
    if at_home:
        return _HOME
    return _OTHER_COUNTRIES if left.countries and right.countries else 0


def _weigh_people(shared: int, left: Telling, right: Telling) -> int:
    if not shared:
        return _OTHER_PEOPLE if left.people and right.people else 0
    return _PERSON + _FURTHER_PERSON * min(shared - 1, 2)


def _weigh_dates(left: Telling, right: Telling) -> int:
    """What the dates say, of which the one contains the other."""
    if left.span == right.span:
        return _by_days(left.days, (_SAME_DAY, _SAME_MONTH, _SAME_SEASON, _SAME_YEAR))
    return _by_days(max(left.days, right.days), (_WITHIN_MONTH, _WITHIN_MONTH, _WITHIN_SEASON, _WITHIN_YEAR))


def _by_days(days: int, points: tuple[int, int, int, int]) -> int:
    if days <= _MONTH:
        return points[0] if days == 1 else points[1]
    if days <= _SEASON:
        return points[2]
    return points[3] if days <= _YEAR else 0


def _describe_dates(left: Telling, right: Telling) -> str:
    if left.span == right.span:
        return f"both dated {left.date}"
    coarse, fine = (left, right) if left.days > right.days else (right, left)
    return f"{fine.date} lies in {coarse.date}"
