"""Happenings of neighbouring days that are one: outlets take it for the 23rd, others for the 24th of July.

What goes on from day to day must stay apart, so all must agree but the day: the kinds of happening, the country, who is
named, and many of the words; and no article may tell both. Where several articles tell the one day, and one or two in
much the same words the other, these are taken to be wrong about it, if it is nothing that may go on.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import product

from newsgen.resolve.happenings import Happening, Tie
from newsgen.resolve.joining import count_articles, join_pairs
from newsgen.resolve.matching import COMINGS, EVERYDAY, MANY_WORDS, are_of_two, are_related, is_of_others
from newsgen.resolve.phases import are_opposed
from newsgen.resolve.tellings import Telling, share

_MOST_DAYS = 2
_SAMPLES = 8
"""Tellings of a happening that are compared."""
_MOST_BESIDE = 8
"""Happenings of one kind, country and day beyond which it is an everyday matter there."""
_WITH_PEOPLE = 0.35
"""Share of words that is enough where the same people are named."""
_WITHOUT_PEOPLE = 0.65
"""Share of words that is enough for an everyday matter where nobody is named."""
_FEWEST_WORDS = 6
"""Words of a sentence that names nobody below which their sameness means little."""

_OF_STORY = 0.25
"""Share of words that is enough where articles of one story tell what the same people did or said."""
_NEARLY_ALL = 0.75
"""Share of words that is enough where nobody tells what kind of happening it is."""
_FEWEST_SHARED = 5
"""Words where no kind is shared, for some of them are only the name."""
_PAIR = 2
"""Countries that make a story."""
_ANY_KIND: frozenset[str] = frozenset()
"""Stands for all that a person does on a day."""

_FEW_ARTICLES, _SEVERAL_ARTICLES = 2, 3
"""Articles that may be wrong about a day, and those that make the day of a happening known."""
_FEWEST_OF_STRAY = 2
"""Words that they must share."""
_GOING_ON = frozenset({"aid", "attack", "death", "fighting", "protest", "talks", "trial", "visit"})
"""Kinds of which there may be some on each day."""

Subject = tuple[frozenset[str], str]
"""Kinds and country; or `_ANY_KIND` and person."""


def join_neighbours(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings, those that differ in nothing but a day or two made one."""
    return join_pairs(happenings, dict(_find_ties(happenings)), _are_two)


def _are_two(left: Happening, right: Happening) -> bool:
    """Whether the days lie too far apart, or one article tells both."""
    if left.span is None or right.span is None or abs(left.span[0] - right.span[0]) > _MOST_DAYS:
        return True
    if are_opposed(left.tellings[:_SAMPLES], right.tellings[:_SAMPLES]):
        return True
    both = {telling.path for telling in left.tellings}.intersection([telling.path for telling in right.tellings])
    return bool(both) and not _list_tellers(left, both).isdisjoint(_list_tellers(right, both))


def _list_tellers(happening: Happening, paths: Collection[str]) -> set[str]:
    """Those of the articles that tell it as what they hold to be so."""
    return {telling.path for telling in happening.tellings if telling.path in paths and not is_of_others(telling)}


def _find_ties(happenings: Sequence[Happening]) -> Iterator[tuple[tuple[int, int], tuple[int, Tie]]]:
    """The pairs of places that are one, each with its strength and the tellings that show it."""
    for left, right in set(_list_pairs(happenings)):
        found = _compare(happenings[left], happenings[right])
        if found:
            yield (left, right) if left < right else (right, left), found


def _list_pairs(happenings: Sequence[Happening]) -> Iterator[tuple[int, int]]:
    """The places of what happened within days of each other about one subject, the earlier first."""
    shelves: defaultdict[Subject, dict[int, list[int]]] = defaultdict(dict)
    for place, happening in enumerate(happenings):
        if happening.days == 1 and happening.span:
            for subject in _list_subjects(happening):
                shelves[subject].setdefault(happening.span[0], []).append(place)
    for shelf in shelves.values():
        for day, places in shelf.items():
            for later in range(day + 1, day + 1 + _MOST_DAYS):
                others = shelf.get(later)
                if others and max(len(places), len(others)) <= _MOST_BESIDE:
                    yield from product(places, others)


def _list_subjects(happening: Happening) -> Collection[Subject]:
    told = happening.tellings[:_SAMPLES]
    found = [(telling.kinds, country) for telling in told if telling.kinds for country in telling.countries]
    found += [
        (frozenset({family}), country)
        for telling in told
        if telling.kinds and telling.kinds.isdisjoint(_GOING_ON)
        for family in telling.families
        for country in telling.place
    ]
    found += [
        (_ANY_KIND, person)
        for telling in told
        if len(telling.around) >= _PAIR or not telling.kinds
        for person in telling.people
    ]
    return set(found)


def _compare(left: Happening, right: Happening) -> tuple[int, Tie] | None:
    """How many of a hundred words the two share at best, and where; None if they are not one."""
    pairs = [(a, b) for a in left.tellings[:_SAMPLES] for b in right.tellings[:_SAMPLES]]
    alike = [(round(100 * share(a, b)), Tie(left=a, right=b)) for a, b in pairs if _are_alike(a, b)]
    if not alike and _may_stray(left, right):
        alike = [(round(100 * share(a, b)), Tie(left=a, right=b)) for a, b in pairs if _strays(a, b)]
    return max(alike, key=lambda found: found[0], default=None)


def _may_stray(left: Happening, right: Happening) -> bool:
    """Whether several articles tell the one, and only one or two the other: these may be wrong about the day."""
    few, many = sorted((count_articles(left), count_articles(right)))
    return few <= _FEW_ARTICLES and many >= _SEVERAL_ARTICLES


def _strays(left: Telling, right: Telling) -> bool:
    """Whether both tell the same of the same country, and nothing that may go on from day to day."""
    if left.path == right.path or left.kind != right.kind or left.people != right.people:
        return False
    if (left.kinds | right.kinds) & _GOING_ON or not are_related(left, right):
        return False
    if left.countries.isdisjoint(right.countries) and not len(left.place & right.place) >= _PAIR:
        return False
    return len(left.words & right.words) >= _FEWEST_OF_STRAY and share(left, right) >= MANY_WORDS


def _are_alike(left: Telling, right: Telling) -> bool:
    """Whether only the day tells them apart, and they are of other articles."""
    if left.path == right.path or left.kind != right.kind:
        return False
    return _is_of_story(left, right) or (left.kinds == right.kinds and _are_alike_in_all(left, right))


def _are_alike_in_all(left: Telling, right: Telling) -> bool:
    """Whether those of one kind name the same countries and people, in mostly the same words."""
    if left.countries != right.countries or bool(left.people) != bool(right.people):
        return False
    alike = share(left, right)
    if not left.kinds:  # It may be of a kind that recurs.
        is_told = bool(left.people) and len(left.words & right.words) >= _FEWEST_SHARED
        return is_told and left.people == right.people and alike >= _NEARLY_ALL
    if left.people:
        enough = MANY_WORDS if left.kinds <= EVERYDAY else _WITH_PEOPLE
        same_people = left.people <= right.people or right.people <= left.people
        return same_people and alike >= enough
    if min(len(left.words), len(right.words)) < _FEWEST_WORDS or left.kinds <= COMINGS:
        return False
    return alike >= (_WITHOUT_PEOPLE if left.kinds <= EVERYDAY else MANY_WORDS)


def _is_of_story(left: Telling, right: Telling) -> bool:
    """Whether articles of one story tell it of the same people, alike in kind as far as both tell one, and in words.

    Who comes and goes does so on several days.
    """
    if not left.people or left.people != right.people:
        return False
    if not are_of_two(left, right) and len(left.home & right.home) < _PAIR:
        return False
    if (left.kinds and right.kinds and not are_related(left, right)) or not COMINGS.isdisjoint(
        left.kinds | right.kinds
    ):
        return False
    is_told = are_related(left, right) or len(left.words & right.words) >= _FEWEST_SHARED
    return is_told and share(left, right) >= _OF_STORY
