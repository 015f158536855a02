"""Why two tellings are taken for one happening, in words that a reader understands."""

from collections.abc import Callable, Iterable

from newsgen.edtf import contains
from newsgen.resolve.matching import MANY_WORDS, are_related, is_foretold
from newsgen.resolve.tellings import Telling, share

Name = Callable[[str], str]
"""Turns a country's code or a person's id into words."""

_UNCOUNTED = frozenset({"aid", "fighting", "sanctions", "talks"})
_MOST_NAMES = 4
_PERIODS = ((1, "day"), (7, "days"), (31, "month"), (100, "season"), (366, "year"))
"""Days, at most, and what is called so."""


def describe(left: Telling, right: Telling, name: Name) -> tuple[str, ...]:
    """What speaks for it that both tell one happening."""
    found = (
        _describe_dates(left, right),
        "the year is told by other articles" if _has_year_from_others(left) or _has_year_from_others(right) else "",
        _describe_kinds(left, right),
        _describe_names(left, right, name),
        "one announces what the other reports" if is_foretold(left, right) else "",
        _describe_words(left, right),
    )
    return tuple(item for item in found if item)


def _has_year_from_others(telling: Telling) -> bool:
    return telling.date != telling.report.date


def _describe_dates(left: Telling, right: Telling) -> str:
    if (
        left.kind != right.kind
        and left.span
        and right.span
        and (left.span[1] < right.span[0] or right.span[1] < left.span[0])
    ):
        return "announced for another day"
    if left.path == right.path and not (contains(left.date, right.date) or contains(right.date, left.date)):
        return "days of one visit"
    if left.days == right.days == 1 and left.span and right.span and left.span != right.span:
        return f"{'a day' if abs(left.span[0] - right.span[0]) == 1 else 'two days'} apart, otherwise alike"
    coarse, fine = (left, right) if left.days > right.days else (right, left)
    period = next((word for days, word in _PERIODS if coarse.days <= days), "time")
    if coarse.span == fine.span:
        return f"same {period}"
    return (
        f"same {period}, of which one tells the day" if fine.days == 1 else f"same {period}, told more or less finely"
    )


def _describe_kinds(left: Telling, right: Telling) -> str:
    shared = left.kinds & right.kinds
    if shared:
        return f"both tell of {_join(map(name_kind, sorted(shared)))}"
    if are_related(left, right):
        one, other = (_join(map(name_kind, sorted(telling.kinds))) for telling in (left, right))
        return f"one tells of {one}, the other of {other}"
    return ""


def _describe_names(left: Telling, right: Telling, name: Name) -> str:
    """Whom and what both name; where no country is among it, what both articles are about."""
    people, countries = left.people & right.people, left.countries & right.countries
    named = [name(key) for key in (*sorted(people), *sorted(countries))][:_MOST_NAMES]
    parts = [f"both name {_join(named)}"] if named else []
    home = sorted(left.home & right.home)
    if home and not countries:
        parts.append(f"both articles are about {_join(name(code) for code in home[:_MOST_NAMES])}")
    if not left.people or not right.people:
        met = (left.people & right.cast) | (right.people & left.cast)
        if met:
            parts.append(f"both articles name {_join(name(own) for own in sorted(met)[:_MOST_NAMES])}")
    return ", ".join(parts)


def _describe_words(left: Telling, right: Telling) -> str:
    if left.sentence == right.sentence:
        return "the same sentence"
    return "much the same words" if share(left, right) >= MANY_WORDS else ""


def name_kind(kind: str) -> str:
    """The kind with its article: `a coup`, `an arrest`, `talks`."""
    words = kind.replace("-", " ")
    if kind in _UNCOUNTED:
        return words
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


def _join(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = items
    return f"{', '.join(first)} and {last}" if first else last
