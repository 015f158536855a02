"""Happenings: tellings of one thing that came to pass, and what holds them together."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from newsgen.records import Record
from newsgen.resolve.tellings import Span, Telling

Period = tuple[int, int]
"""A month, `(2024, 5)`, or a year, `(2024, 0)`."""


class Tie(Record, gc=False):
    """Two tellings by way of which two groups of them became one happening."""

    left: Telling
    right: Telling


class Happening(Record, gc=False):
    """Tellings of one happening."""

    tellings: tuple[Telling, ...]
    """Those with the finest date first."""
    span: Span | None
    """Of the finest date."""
    days: int
    """How many days the finest date leaves open."""
    ties: tuple[Tie, ...] = ()
    """What holds the tellings together: a tree, one tie fewer than there are tellings."""


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


@lru_cache(maxsize=1 << 14)
def find_periods(span: Span) -> tuple[Sequence[Period], Sequence[Period]]:
    """The months and the years that the days fall in: `((2024, 5), …)` and `((2024, 0), …)`."""
    first, last = date.fromordinal(span[0]), date.fromordinal(span[1])
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    years = [(year, 0) for year in range(first.year, last.year + 1)]
    return [(month // 12, month % 12 + 1) for month in months], years
