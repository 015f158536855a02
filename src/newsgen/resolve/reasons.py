"""Why two tellings are taken for one happening."""

from collections.abc import Iterator
from functools import lru_cache

from newsgen.edtf import contains
from newsgen.records.reasons import Reason, because
from newsgen.resolve.matching import MANY_WORDS, are_related, is_foretold
from newsgen.resolve.tellings import Telling, share

_MOST_NAMES = 4
_PERIODS = ((1, "day"), (7, "days"), (31, "month"), (100, "season"), (366, "year"))
"""Days, at most, and what is called so."""

_ANOTHER_DAY, _ONE_VISIT = because("reason.another-day"), because("reason.one-visit")
_DAY_APART, _TWO_DAYS_APART = because("reason.day-apart"), because("reason.two-days-apart")
_YEAR_OF_OTHERS, _FORETOLD = because("reason.year-of-others"), because("reason.foretold")
_SAME_SENTENCE, _SAME_WORDS = because("reason.same-sentence"), because("reason.same-words")


def describe(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """What speaks for it that both tell one happening."""
    return tuple(_list_reasons(left, right))


def _list_reasons(left: Telling, right: Telling) -> Iterator[Reason]:
    yield _describe_dates(left, right)
    if _has_year_from_others(left) or _has_year_from_others(right):
        yield _YEAR_OF_OTHERS
    if left.kinds & right.kinds:
        yield _share_kinds(left.kinds & right.kinds)
    elif are_related(left, right):
        yield _relate_kinds(left.kinds, right.kinds)
    yield from _describe_names(left, right)
    if is_foretold(left, right):
        yield _FORETOLD
    if left.sentence == right.sentence:
        yield _SAME_SENTENCE
    elif share(left, right) >= MANY_WORDS:
        yield _SAME_WORDS


def _has_year_from_others(telling: Telling) -> bool:
    return telling.date != telling.report.date


def _describe_dates(left: Telling, right: Telling) -> Reason:
    if (
        left.kind != right.kind
        and left.span
        and right.span
        and (left.span[1] < right.span[0] or right.span[1] < left.span[0])
    ):
        return _ANOTHER_DAY
    if left.path == right.path and not (contains(left.date, right.date) or contains(right.date, left.date)):
        return _ONE_VISIT
    if left.days == right.days == 1 and left.span and right.span and left.span != right.span:
        return _DAY_APART if abs(left.span[0] - right.span[0]) == 1 else _TWO_DAYS_APART
    coarse, fine = (left, right) if left.days > right.days else (right, left)
    return _compare_periods(coarse.days, fine.days, coarse.span == fine.span)


# Of these there are few, and thousands of reports have them.


@lru_cache(maxsize=1 << 10)
def _compare_periods(coarse: int, fine: int, is_same: bool) -> Reason:
    """What it says that one date lies within the other; both have so many days."""
    period = next((word for days, word in _PERIODS if coarse <= days), "time")
    if is_same:
        return because(f"reason.same-{period}")
    return because("reason.tells-day" if fine == 1 else "reason.tells-finer", period=period)


@lru_cache(maxsize=1 << 10)
def _share_kinds(shared: frozenset[str]) -> Reason:
    return because("reason.both-tell", kinds=tuple(sorted(shared)))


@lru_cache(maxsize=1 << 10)
def _relate_kinds(left: frozenset[str], right: frozenset[str]) -> Reason:
    return because("reason.one-tells", kinds=tuple(sorted(left)), others=tuple(sorted(right)))


@lru_cache(maxsize=1 << 10)
def _name(key: str, named: tuple[str, ...]) -> Reason:
    return because(key, named=named[:_MOST_NAMES])


def _describe_names(left: Telling, right: Telling) -> Iterator[Reason]:
    """Whom and what both name; where no country is among it, what both articles are about."""
    people, countries = left.people & right.people, left.countries & right.countries
    if people or countries:
        yield _name("reason.both-name", (*sorted(people), *sorted(countries)))
    home = left.home & right.home
    if home and not countries:
        yield _name("reason.both-about", tuple(sorted(home)))
    if not left.people or not right.people:
        met = (left.people & right.cast) | (right.people & left.cast)
        if met:
            yield _name("reason.both-articles-name", tuple(sorted(met)))
