"""The order of articles in time."""

from collections.abc import Sequence

from newsgen.edtf import month_key, sort_key
from newsgen.records.archive import Month
from newsgen.records.reading import Reading


def order_newest(readings: Sequence[Reading], article_ids: Sequence[str]) -> tuple[int, ...]:
    """The positions of the articles, newest first, then those of an unknown year, undated ones last; ties by id."""

    def rank(position: int) -> tuple[int, int, int, str]:
        kind, first, last, _ = sort_key(readings[position].article.published)
        return (kind, -first, -last, article_ids[position])

    return tuple(sorted(range(len(readings)), key=rank))


def group_months(readings: Sequence[Reading], latest: Sequence[int]) -> tuple[Month, ...]:
    """The articles by month, newest first; a year's own list stands after its months, the undated last."""
    found: dict[str, list[int]] = {}
    for position in latest:
        found.setdefault(month_key(readings[position].article.published), []).append(position)
    return tuple(Month(key=key, articles=tuple(found[key])) for key in sorted(found, key=_rank_month))


def _rank_month(key: str) -> tuple[bool, int, int]:
    if key == "undated":
        return (True, 0, 0)
    year, _, month = key.partition("-")
    return (False, -int(year), -int(month or 0))
