"""The scale of what is drawn over time: which months its columns are, and where an event has its place."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgen import edtf
from newsgen.language import Words
from newsgen.records.site import Mark, StripLabel

_MOST_COLUMNS = 72
_AROUND = 12
"""Months before and after the coverage that a long story's strip still shows."""
_MOST_YEARS, _ROOM_FOR_YEAR = 8, 9
"""Steps between years that are labelled, at most; percent of the width that a year's label needs."""
_UNITS = ((1, "month"), (3, "quarter"), (12, "year"))


class Placed(NamedTuple):
    """An event's place in time."""

    first: int
    """Its month, counted from the year 0."""
    last: int
    """The last month that it may be of; the first again, where its month is known."""
    mark: Mark
    href: str
    """Its place in the list."""


class Scale(NamedTuple):
    """Which months the columns are."""

    start: int
    columns: int
    months: int
    """In a column."""
    unit: str
    words: Words

    def find(self, month: int) -> int:
        """The column of a month; one outside of the strip if it is there."""
        return (month - self.start) // self.months

    def left(self, column: float) -> float:
        """Where a column begins, in percent."""
        return round(100 * column / self.columns, 3)

    def name(self, column: int, columns: int = 1) -> str:
        """The column, or some columns on end, in words."""
        first = self.start + column * self.months
        return name_months(self.words, first, first + columns * self.months - 1)


def place_event(date: str, mark: Mark, href: str, *, month_known: bool) -> Placed | None:
    """An event's place in time; None if its year is not known."""
    first, last = edtf.bounds(date)
    begin, end = first or last, last or first
    if begin is None or end is None:
        return None
    month = begin.year * 12 + begin.month - 1
    return Placed(month, month if month_known else end.year * 12 + end.month - 1, mark, href)


def month_number(date: str | None) -> int | None:
    """The month of a date counted from the year 0; None if it is not known."""
    key = edtf.month_key(date)
    year, _, month = key.partition("-")
    return int(year) * 12 + int(month) - 1 if month else None


def choose_scale(words: Words, events: Sequence[Placed], covered: Sequence[int]) -> Scale | None:
    """All months from the first to the last; of a very long time those around the coverage, or coarser columns."""
    months = [event.first for event in events if event.first == event.last] + list(covered)
    months = months or [month for event in events for month in (event.first, event.last)]
    if not months:
        return None
    # What has no month stretches the strip only so far that it can be seen.
    start = min([*months, *(event.last for event in events)])
    end = max([*months, *(event.first for event in events)])
    if end - start >= _MOST_COLUMNS and covered:
        start, end = max(start, covered[0] - _AROUND), min(end, covered[-1] + _AROUND)
    size, unit = next((pair for pair in _UNITS if (end - start) // pair[0] < _MOST_COLUMNS), _UNITS[-1])
    start -= start % size
    columns = (end - start) // size + 1
    if columns > _MOST_COLUMNS:
        start += (columns - _MOST_COLUMNS) * size
        columns = _MOST_COLUMNS
    return Scale(start, columns, size, unit, words) if columns > 1 else None


def label_years(scale: Scale) -> Iterator[StripLabel]:
    """A label where each year begins; of many years only some."""
    first, last = scale.start // 12, (scale.start + scale.columns * scale.months - 1) // 12
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (last - first) // step <= _MOST_YEARS)
    for year in range(first, last + 1):
        begin = max(year * 12 - scale.start, 0) / scale.months
        end = min(((year + step) * 12 - scale.start) / scale.months, scale.columns)
        if year % step == 0 and scale.left(end - begin) >= _ROOM_FOR_YEAR:
            yield StripLabel(left=scale.left(begin), width=0, text=str(year))


def name_months(words: Words, first: int, last: int) -> str:
    """From which to which month, in words."""
    if first % 12 == 0 and last % 12 == 11:
        years = (f"{first // 12:04}", f"{last // 12:04}")
        return words.date(years[0] if years[0] == years[1] else "/".join(years))
    return words.date(_month_of(first) if first == last else f"{_month_of(first)}/{_month_of(last)}")


def _month_of(number: int) -> str:
    """The EDTF of a month."""
    return f"{number // 12:04}-{number % 12 + 1:02}"
