"""What stands on a page under years and months."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from newsgen.pages.display import MONTHS
from newsgen.pages.strip import tell_silence

T = TypeVar("T")


class Heading(NamedTuple):
    """What stands above the items of one month."""

    title: str
    """`May`; empty where only the year is known."""
    id: str
    """Anchor; empty where there is no title."""
    silence: str
    """What is to be said of the months before, if there are none of them."""


def group_by_month(
    items: Iterable[tuple[str, str, T]], without: str
) -> Iterator[tuple[str, list[tuple[Heading, tuple[T, ...]]]]]:
    """Each year with its months and their items, of `(year, month as 2024-05, item)`, empty where not known.

    Years and months keep the order of the items; in a year, those without a month stand first. `without` says what the
    months between were without.
    """
    years: dict[str, dict[str, list[T]]] = {}
    for year, month, item in items:
        years.setdefault(year, {"": []}).setdefault(month, []).append(item)
    before = None
    for year, months in years.items():
        groups = []
        for key, group in months.items():
            if group:
                groups.append((_make_heading(key, before, without), tuple(group)))
                before = key or before
        yield year, groups


def _make_heading(month: str, before: str | None, without: str) -> Heading:
    if not month:
        return Heading("", "", "")
    return Heading(MONTHS[int(month[5:]) - 1], f"m-{month}", tell_silence(before, month, without))
