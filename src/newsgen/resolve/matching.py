"""Two tellings side by side: whether they tell one happening, with the evidence in words.

Dates that agree are not enough: a second kind of evidence is needed, a kind of happening with its country, people
with what they did, or the same words.
"""

from collections.abc import Callable, Sequence
from itertools import product

from newsgen.records import Record
from newsgen.resolve.tellings import Telling, share

ENOUGH = 60
"""Points from which two tellings tell one happening."""

_SAME_DAY, _SAME_MONTH, _SAME_SEASON, _SAME_YEAR = 35, 20, 12, 5
_WITHIN_MONTH, _WITHIN_SEASON, _WITHIN_YEAR = 18, 10, 5
_TOPIC, _FURTHER_TOPIC, _OTHER_TOPICS = 20, 5, -25
_ONCE = 5
_SELDOM = frozenset({"coup", "declaration-of-independence", "election", "founding", "inauguration"})
"""Kinds of happening of which a country seldom has two in one month; they weigh more."""
_COUNTRY, _OTHER_COUNTRIES = 15, -15
_PERSON, _FURTHER_PERSON, _OTHER_PEOPLE = 20, 10, -15
_WORDS = 40
_FEW_WORDS, _MANY_WORDS = 0.3, 0.5
"""Shares of words from which they count instead of a topic, and instead of people and countries."""

_MONTH, _SEASON, _YEAR = 31, 100, 366
"""Days, at most."""

Name = Callable[[str], str]
"""Turns a country's code or a person's id into words."""


class Match(Record):
    """What speaks for one happening."""

    points: int
    evidence: tuple[str, ...]


def match(left: Telling, right: Telling, name: Name) -> Match | None:
    """What speaks for it that both tell one happening; None if it is not enough."""
    likeness = share(left.words, right.words)
    topics, countries, people = (
        sorted(set(ours) & set(theirs))
        for ours, theirs in (
            (left.topics, right.topics),
            (left.countries, right.countries),
            (left.people, right.people),
        )
    )
    says_same = topics or len(people) > 1 or likeness >= _FEW_WORDS
    of_same = countries or people or likeness >= _MANY_WORDS
    if not says_same or not of_same:
        return None
    points = (
        _weigh_dates(left, right)
        + (0 if _SELDOM.isdisjoint(topics) else _ONCE)
        + _weigh(topics, left.topics, right.topics, (_TOPIC, _FURTHER_TOPIC, _OTHER_TOPICS))
        + _weigh(countries, left.countries, right.countries, (_COUNTRY, 0, _OTHER_COUNTRIES))
        + _weigh(people, left.people, right.people, (_PERSON, _FURTHER_PERSON, _OTHER_PEOPLE))
        + round(_WORDS * likeness)
    )
    if points < ENOUGH:
        return None
    words = ("much the same words",) if likeness >= _MANY_WORDS else ()
    shared = (*(topic.replace("-", " ") for topic in topics), *map(name, countries), *map(name, people))
    return Match(points=points, evidence=(_describe_dates(left, right), *(f"both: {item}" for item in shared), *words))


def is_clear(telling: Telling) -> bool:
    """Whether topic, country and date say so much that another telling with the same ones tells the same."""
    if not telling.topics or not telling.countries:
        return False
    return bool(telling.people) or _days(telling) == 1 or not _SELDOM.isdisjoint(telling.topics)


def tell_apart(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether two clusters hold tellings that cannot be of one happening: of other kinds and about other people."""
    return any(
        a.topics and b.topics and set(a.topics).isdisjoint(b.topics) and set(a.people).isdisjoint(b.people)
        for a, b in product(left, right)
    )


def _weigh(shared: Sequence[str], left: Sequence[str], right: Sequence[str], points: tuple[int, int, int]) -> int:
    first, further, other = points
    if shared:
        return first + further * min(len(shared) - 1, 2)
    return other if left and right else 0


def _weigh_dates(left: Telling, right: Telling) -> int:
    """What the dates say, of which the one contains the other."""
    if left.span == right.span:
        return _by_days(_days(left), (_SAME_DAY, _SAME_MONTH, _SAME_SEASON, _SAME_YEAR))
    coarse = max(_days(left), _days(right))
    return _by_days(coarse, (_WITHIN_MONTH, _WITHIN_MONTH, _WITHIN_SEASON, _WITHIN_YEAR))


def _by_days(days: int, points: tuple[int, int, int, int]) -> int:
    limits = (1, _MONTH, _SEASON, _YEAR)
    return next((worth for limit, worth in zip(limits, points, strict=True) if days <= limit), 0)


def _days(telling: Telling) -> int:
    return telling.span[1] - telling.span[0] + 1 if telling.span else _YEAR


def _describe_dates(left: Telling, right: Telling) -> str:
    if left.span == right.span:
        return f"both dated {left.date}"
    coarse, fine = (left, right) if _days(left) > _days(right) else (right, left)
    return f"{fine.date} lies in {coarse.date}"
