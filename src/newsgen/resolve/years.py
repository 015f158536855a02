"""Years that an article leaves open: told by the articles that date the same happening fully.

"On 5 August the base was handed over" says no year, and nor does its article. But if another article tells of a
handover in that country on 5 August 2024, and none on that day of another year, then that year is meant. The article's
other dates of unknown year lie near this one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from newsgen.edtf import bounds
from newsgen.records import Record
from newsgen.resolve.matching import score, weigh_dates
from newsgen.resolve.tellings import Telling

# matches: XXXX-08-05
# matches: XXXX-07~
# not: XXXX-W12
_OPEN_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?[~?%]?")

_MOST_BESIDE = 60
"""Tellings of one day of any year beyond which nothing is compared: an archive of decades."""

_LONGEST = 31
"""Days of a date that may tell a year."""

Day = tuple[int, int]
"""Month and day; day 0 for the month."""


class _Match(Record):
    """A dated telling that tells what one of unknown year tells."""

    points: int
    telling: Telling
    """The one of unknown year, dated."""


def infer_years(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, those of unknown year dated where others tell it."""
    unknown = [telling for telling in tellings if telling.span is None and _OPEN_YEAR.fullmatch(telling.date)]
    if not unknown:
        return list(tellings)
    known = _gather_known(tellings, {_day_of(telling) for telling in unknown})
    matches: dict[tuple[int, int], _Match] = {}
    for telling in unknown:
        match = _find_match(telling, known.get(_day_of(telling), ()))
        if match:
            matches[telling.report.article, telling.report.report] = match
    anchors = _find_anchors(matches.values())
    return [_date_telling(telling, matches, anchors) if telling.span is None else telling for telling in tellings]


def _day_of(telling: Telling) -> Day:
    found = _OPEN_YEAR.fullmatch(telling.date)
    return (int(found[1]), int(found[2] or 0)) if found else (0, 0)


def _gather_known(tellings: Iterable[Telling], wanted: set[Day]) -> dict[Day, list[Telling]]:
    """Those of known year by the days and months that are wanted."""
    known: dict[Day, list[Telling]] = {}
    for telling in tellings:
        if telling.span is None or telling.days > _LONGEST:
            continue
        first, last = bounds(telling.date)
        if first is None or last is None or first.month != last.month:
            continue
        days = {(first.month, 0), (first.month, first.day if first == last else 0)}
        for day in days & wanted:
            known.setdefault(day, []).append(telling)
    return known


def _find_match(telling: Telling, known: Sequence[Telling]) -> _Match | None:
    """The year in which others tell the same; None if nobody does, or in several years."""
    if len(known) > _MOST_BESIDE:
        return None
    best: dict[int, _Match] = {}
    for other in known:
        year = int(other.date[:4])
        dated = set_year(telling, year)
        points = score(dated, other, weigh_dates(dated, other)) if other.path != telling.path else 0
        if points and (year not in best or points > best[year].points):
            best[year] = _Match(points=points, telling=dated)
    return next(iter(best.values())) if len(best) == 1 else None


def _find_anchors(matches: Iterable[_Match]) -> dict[str, Telling]:
    """For each article the telling whose year is surest, of equals the first."""
    anchors: dict[str, _Match] = {}
    for match in matches:
        path = match.telling.path
        if path not in anchors or match.points > anchors[path].points:
            anchors[path] = match
    return {path: match.telling for path, match in anchors.items()}


def _date_telling(
    telling: Telling, matches: Mapping[tuple[int, int], _Match], anchors: Mapping[str, Telling]
) -> Telling:
    """The telling in the year that others tell, or in that which puts it next to the article's surest date."""
    match = matches.get((telling.report.article, telling.report.report))
    if match:
        return match.telling
    anchor = anchors.get(telling.path)
    if anchor is None or anchor.span is None or not _OPEN_YEAR.fullmatch(telling.date):
        return telling
    near = anchor.span[0]
    year = int(anchor.date[:4])
    return min(_list_years(telling, year), key=lambda dated: abs((dated.span or (0, 0))[0] - near), default=telling)


def _list_years(telling: Telling, year: int) -> Iterator[Telling]:
    """The telling in that year and those beside it; there is not every day in each."""
    dated = (set_year(telling, year + step) for step in (0, -1, 1))
    return (one for one in dated if one.span)


def set_year(telling: Telling, year: int) -> Telling:
    """The telling with its date in that year; as it is if the year has no such day."""
    date = telling.date.replace("XXXX", f"{year:04}")
    try:
        first, last = bounds(date)
    except ValueError:  # 29 February
        return telling
    if first is None or last is None:
        return telling
    days = (last - first).days + 1
    return replace(telling, date=date, span=(first.toordinal(), last.toordinal()), days=days)
