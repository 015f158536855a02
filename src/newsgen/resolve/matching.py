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
_COUNTRY, _HOME, _OTHER_COUNTRIES = 15, 8, -15
_PERSON, _FURTHER_PERSON, _OTHER_PEOPLE = 20, 10, -15
_SPEECH = frozenset({"announcement", "interview", "statement"})
"""Kinds that tell how something became known rather than what happened; beside them another kind is no other event."""
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
    topics = _shared(left.topics, right.topics)
    countries = _shared(left.countries, right.countries)
    people = _shared(left.people, right.people)
    at_home = _is_at_home(left, right)
    says_same = topics or len(people) > 1 or likeness >= _FEW_WORDS
    of_same = countries or people or (at_home and topics) or likeness >= _MANY_WORDS
    if not says_same or not of_same:
        return None
    points = (
        _weigh_dates(left, right)
        + _weigh_topics(topics, left, right)
        + _weigh_countries(countries, left, right, at_home=at_home)
        + _weigh_people(people, left, right)
        + round(_WORDS * likeness)
    )
    if points < ENOUGH:
        return None
    evidence = [
        _describe_dates(left, right),
        *(f"same kind of happening: {topic.replace('-', ' ')}" for topic in topics),
        *(f"same country: {name(code)}" for code in countries),
        *(f"same person: {name(own)}" for own in people),
        *(["much the same words"] if likeness >= _MANY_WORDS else []),
    ]
    return Match(points=points, evidence=tuple(evidence))


def is_clear(telling: Telling) -> bool:
    """Whether topic, country and date say so much that another telling with the same ones tells the same."""
    if not telling.topics or not telling.countries:
        return False
    return bool(telling.people) or _days(telling) == 1 or not _SELDOM.isdisjoint(telling.topics)


def tell_apart(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether two clusters would be one happening only by way of a few tellings that speak of two.

    More than a third of the pairs are of other kinds and about other people.
    """
    apart = sum(_contradict(a, b) for a, b in product(left, right))
    return 3 * apart > len(left) * len(right)


def _contradict(left: Telling, right: Telling) -> bool:
    ours, theirs = set(left.topics) - _SPEECH, set(right.topics) - _SPEECH
    if not ours.isdisjoint(theirs) or not set(left.people).isdisjoint(right.people):
        return False
    return bool(ours and theirs) or bool(left.people and right.people)


def _shared(left: Sequence[str], right: Sequence[str]) -> list[str]:
    return [item for item in left if item in right]


def _is_at_home(left: Telling, right: Telling) -> bool:
    """Whether the articles are about one country, or one tells of the other's."""
    ours, theirs = {*left.countries, *left.home}, {*right.countries, *right.home}
    return not ours.isdisjoint(theirs)


def _weigh_topics(shared: Sequence[str], left: Telling, right: Telling) -> int:
    if not shared:
        return _OTHER_TOPICS if set(left.topics) - _SPEECH and set(right.topics) - _SPEECH else 0
    seldom = 0 if _SELDOM.isdisjoint(shared) else _ONCE
    return _TOPIC + _FURTHER_TOPIC * min(len(shared) - 1, 2) + seldom


def _weigh_countries(shared: Sequence[str], left: Telling, right: Telling, *, at_home: bool) -> int:
    if shared:
        return _COUNTRY
    if at_home:
        return _HOME
    return _OTHER_COUNTRIES if left.countries and right.countries else 0


def _weigh_people(shared: Sequence[str], left: Telling, right: Telling) -> int:
    if not shared:
        return _OTHER_PEOPLE if left.people and right.people else 0
    return _PERSON + _FURTHER_PERSON * min(len(shared) - 1, 2)


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
