"""Strays: what one article tells of a day or month of a story, in words so much its own that it was likened to nothing.

A story seldom has two happenings on one day. So what two articles of one story date to the same day is taken for one
happening if nothing speaks against it: other kinds, countries or people, or an article that tells both. Of one country,
or where one tells the day and the other its month, something must speak for it, too: a kind, a person, some words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from newsgen.resolve.happenings import Happening, Tie
from newsgen.resolve.joining import Found, Pair, count_articles, join_pairs, touch
from newsgen.resolve.matching import (
    COMINGS,
    EVERYDAY,
    FEW_DAYS,
    MANY_WORDS,
    are_of_two,
    are_related,
    is_of_others,
    share_cast,
)
from newsgen.resolve.phases import are_opposed
from newsgen.resolve.tellings import SELDOM, SPEECH, Telling, find_families, may_share, share
from newsgen.resolve.vicinity import SAMPLES, list_beside_in_days, list_beside_in_months

ENOUGH = 4
"""Points from which what lies so near is one."""
_SAME_DAY, _SAME_MONTH = 2, 1
_SEVERAL = 3
"""Articles that make a happening the one that a story has on a day, which is a point."""
_STORY, _COUNTRY, _CAST = 2, 1, 1
"""Of the same two countries; of one; and both articles name some of the same people."""
_COMPANY = 2
"""People of the story, at least, whom an article about only one of its countries names."""
_RELATED, _RARE_KIND, _OTHER_KINDS = 2, 3, -3
_PERSON, _OTHER_PEOPLE, _UNHEARD_OF = 2, -1, -2
"""A person named in both; others; and one whom the other article does not name at all."""
_OTHER_COUNTRIES, _FURTHER_COUNTRY = -2, -1
_WORDS = ((MANY_WORDS, 3), (0.3, 2), (0.12, 1))
"""Shares of words and their points."""
_LIMITS = {points: limit for limit, points in _WORDS}
_MOST_OF_WORDS = _WORDS[0][1]
_TOO_LITTLE = (0, 0.0)
"""No points, and no share of words."""
_SOME, _MUCH = 1, 3
"""Points that there must be beside dates and countries; and where one looks ahead to a coarse date."""
_DECISIONS = frozenset(
    {
        *("agreement", "aid", "cancellation", "ceasefire", "deployment", "founding", "handover", "release"),
        *("sanctions", "suspension", "talks", "withdrawal"),
    }
)
"""Kinds of what states do together: one tells of the summit, the other of what was decided there."""
_MOST_OTHERS = 1 / 3
"""Of the pairs of tellings that name people, how many may name others and still tell one visit."""


def join_strays(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings, the strays among them joined to what others tell of their day, then of their month."""
    of_days = join_pairs(happenings, dict(_find_ties(happenings, list_beside_in_days(happenings))), _are_two)
    found = dict(_find_ties(of_days, list_beside_in_months(of_days)))
    return join_pairs(of_days, dict(_choose_best(of_days, found)), _are_two)


def _find_ties(happenings: Sequence[Happening], beside: Iterable[Iterable[int]]) -> Iterator[tuple[Pair, Found]]:
    """The pairs that are one, in order, of each happening and those of later places `beside` it."""
    articles = list(map(count_articles, happenings))
    for place, (left, others) in enumerate(zip(happenings, beside, strict=True)):
        for other in others:
            right = happenings[other]
            found = _compare(left, right, max(articles[place], articles[other]))
            if found and not _are_two(left, right):
                yield (place, other), found


def _choose_best(happenings: Sequence[Happening], found: Mapping[Pair, Found]) -> Iterator[tuple[Pair, Found]]:
    """For each happening of a coarse date the pair that is surest one, of equals the first."""
    best: dict[int, Pair] = {}
    for pair, (strength, _) in found.items():
        for place in pair:
            if happenings[place].days > FEW_DAYS and (place not in best or strength > found[best[place]][0]):
                best[place] = pair
    for pair in sorted(set(best.values())):
        yield pair, found[pair]


def _compare(left: Happening, right: Happening, articles: int) -> Found | None:
    """How much speaks for it that the two are one, and which tellings show it; None if it is not enough.

    One of them is told by so many articles.
    """
    is_day = max(left.days, right.days) <= FEW_DAYS
    rest = (_SAME_DAY if is_day else _SAME_MONTH if left.span == right.span else 0) + (articles >= _SEVERAL)
    best: tuple[int, float, Tie] | None = None
    for a in left.tellings[:SAMPLES]:
        for b in right.tellings[:SAMPLES]:
            points, likeness = _weigh(a, b, ENOUGH - rest)
            if points and (best is None or (points, likeness) > best[:2]):
                best = points, likeness, Tie(left=a, right=b)
    if best is None:
        return None
    return 1000 * (best[0] + rest) + 100 * min(articles, 9) + round(99 * best[1]), best[2]


def _weigh(left: Telling, right: Telling, enough: int) -> tuple[int, float]:
    """What countries, kinds, people and words say, and the share of words; 0 if it is not enough.

    What costs most is asked last, for most have too little in common for it to matter.
    """
    beside = _compare_kinds(left.kinds, right.kinds)
    if beside == _RELATED and not _tell_enough(left, right):
        beside = 0
    beside += _weigh_people(left, right)
    if beside + _MOST_OF_WORDS < _SOME or left.path == right.path:
        return _TOO_LITTLE
    least = enough - _STORY  # however near the story
    if least < _SOME and (left.days > FEW_DAYS or right.days > FEW_DAYS):
        least = _SOME
    least -= beside
    if least > _MOST_OF_WORDS or (least > 0 and not may_share(left, right, _LIMITS[least])):
        return _TOO_LITTLE
    story = _weigh_story(left, right)
    if not story:
        return _TOO_LITTLE
    story += _weigh_countries(left, right)
    missing = max(enough - story, _find_least(left, right)) - beside
    if missing > _MOST_OF_WORDS or (missing > max(least, 0) and not may_share(left, right, _LIMITS[missing])):
        return _TOO_LITTLE
    likeness = share(left, right)
    words = next((points for limit, points in _WORDS if likeness >= limit), 0)
    return (story + beside + words, likeness) if words >= missing else _TOO_LITTLE


def _find_least(left: Telling, right: Telling) -> int:
    """The points that there must be beside dates and countries: none on one day of one story."""
    if max(left.days, right.days) > FEW_DAYS:
        return _SOME if left.kind == right.kind else _MUCH
    return 0 if are_of_two(left, right) or _go_together(left, right) else _SOME


def _go_together(left: Telling, right: Telling) -> bool:
    """Whether one article is about two countries, and the other about one of these with people whom both name."""
    return max(len(left.home), len(right.home)) > 1 and len(left.cast & right.cast) >= _COMPANY


def _weigh_story(left: Telling, right: Telling) -> int:
    if left.around.isdisjoint(right.around):
        return 0
    if are_of_two(left, right) or len(left.home & right.home) > 1:
        return _STORY
    return _COUNTRY + (0 if left.cast.isdisjoint(right.cast) else _CAST)


def _weigh_countries(left: Telling, right: Telling) -> int:
    """What it says against it that other countries are named."""
    if not left.countries or not right.countries:
        return 0
    if left.countries.isdisjoint(right.countries):
        return _OTHER_COUNTRIES
    further = not left.countries <= right.around or not right.countries <= left.around
    return _FURTHER_COUNTRY if further else 0


@lru_cache(maxsize=1 << 14)
def _compare_kinds(left: frozenset[str], right: frozenset[str]) -> int:
    """What the kinds say by themselves; nothing where one tells of none."""
    if not left or not right:
        return 0
    if not SELDOM.isdisjoint(left & right):
        return _RARE_KIND
    are_of_family = not find_families(left).isdisjoint(find_families(right))
    if are_of_family and not _is_visit_beside_withdrawal(left, right):
        return _RELATED
    return 0 if left | right <= _DECISIONS else _OTHER_KINDS


def _is_visit_beside_withdrawal(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether visitors leave in the one, and troops in the other."""
    return left.isdisjoint(right) and (left <= COMINGS) != (right <= COMINGS)


def _tell_enough(left: Telling, right: Telling) -> bool:
    """Whether a kind in common says something: not so an everyday one of one country, unless both were announced."""
    if are_of_two(left, right):
        return True
    kinds = left.kinds & right.kinds
    return not kinds <= EVERYDAY or bool(kinds and left.topics & right.topics & SPEECH)


def _weigh_people(left: Telling, right: Telling) -> int:
    if not left.people and not right.people:
        return 0
    if not left.perhaps.isdisjoint(right.perhaps):
        return _PERSON
    if left.people and right.people:
        return _OTHER_PEOPLE
    if share_cast(left, right):
        return 1 if max(left.days, right.days) <= FEW_DAYS else 0
    return _UNHEARD_OF


def _are_two(left: Happening, right: Happening) -> bool:
    """Whether the days do not meet, other people come and go, or one article tells both."""
    if not _touch(left, right) or _have_others(left, right):
        return True
    if are_opposed(left.tellings[:SAMPLES], right.tellings[:SAMPLES]):
        return True
    paths = {telling.path for telling in left.tellings}.intersection(telling.path for telling in right.tellings)
    return bool(paths) and any(
        a.path == b.path
        and a.place_in_text != b.place_in_text
        and not are_related(a, b)
        and not (is_of_others(a) or is_of_others(b))
        for a, b in product(*([telling for telling in one.tellings if telling.path in paths] for one in (left, right)))
    )


def _have_others(left: Happening, right: Happening) -> bool:
    """Whether other people come, go or meet in the one than in the other, as far as the tellings name them."""
    if not (_is_of_comers(left) or _is_of_comers(right)):
        return False
    ours, theirs = ([telling for telling in one.tellings[:SAMPLES] if telling.people] for one in (left, right))
    if not ours or not theirs or _know_all(ours, theirs) or _know_all(theirs, ours):
        return False
    others = sum([_name_others(a, b) for a in ours for b in theirs])
    return others > _MOST_OTHERS * len(ours) * len(theirs)


def _know_all(ours: Sequence[Telling], theirs: Sequence[Telling]) -> bool:
    """Whether one of ours names all whom theirs name, and others beside: they came together."""
    people = {own for telling in theirs for own in telling.people}
    return bool(people) and any(people < telling.people and telling.days <= FEW_DAYS for telling in ours)


def _touch(left: Happening, right: Happening) -> bool:
    """Whether the dates may mean the same day, those of some days by all of them."""
    if touch(left, right):
        return True
    if max(left.days, right.days) > FEW_DAYS:
        return False
    return any(_lasts_over(one, other) for one, other in ((left, right), (right, left)))


def _lasts_over(one: Happening, other: Happening) -> bool:
    """Whether some telling's several days hold the first of the other."""
    day = other.span[0] if other.span else 0
    return any(
        telling.span and telling.days <= FEW_DAYS and telling.span[0] <= day <= telling.span[1]
        for telling in one.tellings
    )


def _name_others(left: Telling, right: Telling) -> bool:
    """Whether they name other people, and not two of those who came together for the same days."""
    if not left.perhaps.isdisjoint(right.perhaps):
        return False
    if left.span != right.span or not 1 < left.days <= FEW_DAYS:
        return True
    return left.people.isdisjoint(right.cast) and right.people.isdisjoint(left.cast)


def _is_of_comers(one: Happening) -> bool:
    """Whether it is a visit or the like, as far as the tellings say what it is."""
    kinds = [telling.kinds for telling in one.tellings if telling.kinds]
    return bool(kinds) and all(kind <= COMINGS for kind in kinds)
