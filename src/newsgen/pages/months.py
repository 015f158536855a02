"""What stands on a page under years and months."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from newsgen.language import Words, capitalise
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
    words: Words, items: Iterable[tuple[str, str, T]], silence: str
) -> Iterator[tuple[str, list[tuple[Heading, tuple[T, ...]]]]]:
    """Each year with its months and their items, of `(year, month as 2024-05, item)`, empty where not known.

    Years and months keep the order of the items; in a year, those without a month stand first. `silence` is the
    key of the text about months between that have none.
    """
    years: dict[str, dict[str, list[T]]] = {}
    for year, month, item in items:
        years.setdefault(year, {"": []}).setdefault(month, []).append(item)
    before = None
    for year, months in years.items():
        groups = []
        for key, group in months.items():
            if group:
                groups.append((_make_heading(words, key, before, silence), tuple(group)))
                before = key or before
        yield year, groups


def _make_heading(words: Words, month: str, before: str | None, key: str) -> Heading:
    if not month:
        return Heading("", "", "")
    return Heading(
        capitalise(words.conventions.months_alone[int(month[5:]) - 1]),
        f"m-{month}",
        tell_silence(words, before, month, key),
    )
