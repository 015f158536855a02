"""Strays: what one article tells of a day of a story, in words so much its own that it was likened to nothing.

If several articles about the same two countries tell of one happening of that day, then a further article about both
that dates something of the same kind, or of no kind that its words give away, to that day most likely tells it too.
"""

from collections.abc import Iterator, Sequence

from newsgen.resolve.happenings import Happening, Tie
from newsgen.resolve.matching import COMINGS, FEW_DAYS, are_of_two
from newsgen.resolve.tellings import Telling, share

_SEVERAL = 3
"""Articles that make a happening the one that a story has on a day."""
_SAMPLES = 12
"""Tellings of a happening that are looked at."""
_MOST_BESIDE = 40
"""Happenings of one day beyond which nothing is taken for a story's only one."""


def join_strays(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings, the strays among them joined to that of their day."""
    by_day: dict[int, list[int]] = {}
    for place, happening in enumerate(happenings):
        if happening.span and happening.days <= FEW_DAYS:
            for day in range(happening.span[0], happening.span[1] + 1):
                by_day.setdefault(day, []).append(place)
    hosts = {place: one for place, one in enumerate(happenings) if _count_articles(one) >= _SEVERAL}
    joined: dict[int, list[tuple[Tie, Happening]]] = {}
    gone: set[int] = set()
    for place, happening in enumerate(happenings):
        if happening.span is None or happening.days > FEW_DAYS or _count_articles(happening) > 1:
            continue
        near = by_day[happening.span[0]]
        found = list(_find_hosts(happening, [other for other in near if other in hosts], hosts))
        if len(near) <= _MOST_BESIDE and len(found) == 1:
            host, tie = found[0]
            joined.setdefault(host, []).append((tie, happening))
            gone.add(place)
    return [
        join_others(happening, joined.get(place, ())) for place, happening in enumerate(happenings) if place not in gone
    ]


def _count_articles(happening: Happening) -> int:
    if len(happening.tellings) < _SEVERAL:
        return len({telling.path for telling in happening.tellings})
    return len({telling.path for telling in happening.tellings if telling.kind == "happened"})


def _find_hosts(stray: Happening, places: Sequence[int], hosts: dict[int, Happening]) -> Iterator[tuple[int, Tie]]:
    """The happenings that the stray may tell of, each with the telling that is most like it."""
    for place in places:
        likes = [
            (share(one.words, other.words), number, Tie(left=other, right=one))
            for one in stray.tellings
            for number, other in enumerate(hosts[place].tellings[:_SAMPLES])
            if _may_tell_same(one, other)
        ]
        if likes and not _differ_in_kind(stray, hosts[place]):
            yield place, max(likes, key=lambda like: (like[0], -like[1]))[2]


def _may_tell_same(stray: Telling, other: Telling) -> bool:
    """Whether both are of one story, and of the same kind as far as the stray tells one."""
    if stray.kind != "happened" or other.path == stray.path or not are_of_two(stray, other):
        return False
    return not stray.kinds or not stray.families.isdisjoint(other.families)


def _differ_in_kind(stray: Happening, host: Happening) -> bool:
    """Whether other people come, go or meet in the stray than in all of the host."""
    mine = {own for telling in stray.tellings for own in telling.people}
    theirs = {own for telling in host.tellings for own in telling.people}
    if not mine or not theirs or not mine.isdisjoint(theirs):
        return False
    return all(telling.kinds and telling.kinds <= COMINGS for telling in stray.tellings)


def join_others(host: Happening, strays: Sequence[tuple[Tie, Happening]]) -> Happening:
    """The happening with others, each by its tie; its date stays."""
    if not strays:
        return host
    return Happening(
        tellings=(*host.tellings, *(telling for _, stray in strays for telling in stray.tellings)),
        span=host.span,
        days=host.days,
        ties=(*host.ties, *(tie for tie, _ in strays), *(tie for _, stray in strays for tie in stray.ties)),
    )
