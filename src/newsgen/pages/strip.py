"""The strip above a timeline: events and coverage over time, as numbers that a template draws.

Above the axis stand the events, below it hang bars for the articles that report them, a column for each month; where
a story takes very long, for each quarter or year. Places across are in percent, so that the drawing fits any width
without its letters shrinking; heights are in pixels.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsgen.language import Words
from newsgen.pages.scale import Placed, Scale, choose_scale, label_years, name_months
from newsgen.records.site import Mark, Ref, Strip, StripColumn, StripLabel, StripMark, StripRow, StripSpan

_TOP, _PITCH = 6, 11
"""Pixels above the highest mark, and from mark to mark."""
_FEWEST_ROWS, _MOST_MARKS, _BAR_ROWS = 3, 8, 5
"""Marks for which there is room at least; those that stand above each other before bars tell the number, and for how
many the highest bar takes the room."""
_BAND, _SPAN_ROW, _MOST_SPAN_ROWS = 20, 7, 3
"""Pixels of the band with the months' letters, and of a row of spans in it."""
_COVERAGE, _FOOT = 44, 20
"""Pixels of the highest bar of articles, and of the line with the years."""
_BAR = 0.44
"""Share of a column that a bar takes."""
_WIDEST_BAR = 4.0
"""Percent of the width that it takes at most."""
_MOST_ROOMY = 18
"""Columns beyond which a phone has room for smaller marks only, and for a letter at each quarter."""
_MOST_NAMES, _MOST_LETTERS = 4, 36
"""Columns beyond which the names of months would run into each other, and their letters."""
_ROOM_FOR_SILENCE = 14
"""Percent of the width that a silence's label needs."""
_LONG_SILENCE = 2
"""Columns without an article that make a silence."""


def tell_silence(words: Words, before: str | None, month: str, key: str) -> str:
    """The text of a key for the months between two, if there are enough: `3 months without an event`."""
    if before is None:
        return ""
    months = (int(month[:4]) - int(before[:4])) * 12 + int(month[5:]) - int(before[5:]) - 1
    return words.say(key, count=months) if months >= _LONG_SILENCE else ""


def make_strip(
    words: Words,
    events: Sequence[Placed],
    articles: Mapping[int, int],
    links: Mapping[int, str],
    *,
    placeless: tuple[int, int] = (0, 0),
) -> Strip | None:
    """The strip of events, articles by month, and links by month; None if there is only one column.

    `placeless` are the numbers of events and of articles that have no place on it, for no year or month is known.
    """
    scale = choose_scale(words, events, sorted(articles))
    if scale is None:
        return None
    content = _sort_into_columns(scale, events, articles, links)
    rows = content.tallest if content.tallest <= _MOST_MARKS else _BAR_ROWS
    axis = _TOP + _PITCH * max(_FEWEST_ROWS, rows) + 3
    spans = tuple(_make_spans(events, scale, axis))
    coverage = axis + _BAND + max((span.y - axis + _SPAN_ROW for span in spans), default=0)
    silences = tuple(_find_silences(scale, content.articles))
    return Strip(
        name=words.say(f"strip.name-{scale.unit}", span=scale.name(0, scale.columns)),
        note=_describe(scale, silences, events, placeless),
        unit=scale.unit,
        dense=scale.columns > _MOST_ROOMY,
        width=scale.left(1),
        bar=min(scale.left(_BAR), _WIDEST_BAR),
        axis=axis,
        coverage=coverage,
        foot=coverage + _COVERAGE,
        height=coverage + _COVERAGE + _FOOT,
        columns=tuple(_make_column(scale, column, content, axis) for column in range(scale.columns)),
        spans=spans,
        silences=tuple(_label_silence(scale, first, length) for first, length in silences),
        years=tuple(label_years(scale)),
        rows=tuple(_make_rows(scale, content, silences)),
    )


class _Content(NamedTuple):
    """What there is in each column."""

    marks: Mapping[int, Sequence[Mark]]
    articles: Mapping[int, int]
    links: Mapping[int, str]

    @property
    def tallest(self) -> int:
        """Events of the column that has most."""
        return max(map(len, self.marks.values()), default=0)


def _sort_into_columns(
    scale: Scale, events: Iterable[Placed], articles: Mapping[int, int], links: Mapping[int, str]
) -> _Content:
    """Events, articles and links by column; a column leads to the first of its months that is in the list."""
    marks: dict[int, list[Mark]] = {}
    for event in events:
        column = scale.find(event.first)
        if event.first == event.last and 0 <= column < scale.columns:
            marks.setdefault(column, []).append(event.mark)
    counts: Counter[int] = Counter()
    for month, number in articles.items():
        counts[scale.find(month)] += number
    hrefs: dict[int, str] = {}
    for month in sorted(links):
        hrefs.setdefault(scale.find(month), links[month])
    return _Content(marks, counts, hrefs)


def _make_column(scale: Scale, column: int, content: _Content, axis: int) -> StripColumn:
    """One column of the strip."""
    marks, articles = content.marks.get(column, ()), content.articles.get(column, 0)
    single = content.tallest <= _MOST_MARKS
    month = (scale.start + column * scale.months) % 12
    return StripColumn(
        left=scale.left(column),
        middle=scale.left(column + 0.5),
        letter=_label_month(scale, month) if scale.unit == "month" and scale.columns <= _MOST_LETTERS else "",
        quarter=month % 3 == 0,
        name=scale.words.say(
            "strip.column",
            period=scale.name(column),
            events=scale.words.say("count.events", count=len(marks)),
            articles=scale.words.say("count.articles", count=articles),
        ),
        href=content.links.get(column, ""),
        marks=_stack(marks, axis) if single else (),
        events=0 if single else _scale_height(len(marks), content.tallest, axis - _TOP),
        articles=_scale_height(articles, max(content.articles.values(), default=1), _COVERAGE),
    )


def _label_month(scale: Scale, month: int) -> str:
    """The first letter of a month; its name, where only few letters would tell no order."""
    name = scale.words.conventions.months_alone[month]
    return name if scale.columns <= _MOST_NAMES else name[0].upper()


def _stack(marks: Sequence[Mark], axis: int) -> tuple[StripMark, ...]:
    """The marks one above the other, the first event lowest."""
    return tuple(StripMark(y=axis - 8 - _PITCH * place, kind=mark) for place, mark in enumerate(marks))


def _scale_height(number: int, most: int, height: int) -> int:
    """The height of a bar, of which the highest has `height`; never so low that it cannot be seen."""
    return max(round(height * number / most), 3) if number else 0


def _make_spans(events: Iterable[Placed], scale: Scale, axis: int) -> Iterator[StripSpan]:
    """A line for each time that is no coarser known of some events; lines that would overlap go below each other."""
    spans = Counter((event.first, event.last, event.href) for event in events if event.first != event.last)
    ends: list[int] = []
    for (first, last, href), number in sorted(spans.items()):
        begin, end = max(scale.find(first), 0), min(scale.find(last) + 1, scale.columns)
        row = next((place for place, taken in enumerate(ends) if taken <= begin), len(ends))
        if begin >= end or row >= _MOST_SPAN_ROWS:
            continue
        ends[row : row + 1] = [end]
        yield StripSpan(
            left=scale.left(begin),
            width=scale.left(end - begin),
            y=axis + _SPAN_ROW * row,
            name=scale.words.say(
                "strip.span",
                period=name_months(scale.words, first, last),
                events=scale.words.say("count.events", count=number),
            ),
            href=href,
        )


def _find_silences(scale: Scale, counts: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """(first column, number of columns) of each stretch between articles in which there are none."""
    covered = sorted(column for column in counts if 0 <= column < scale.columns)
    for left, right in pairwise(covered):
        if right - left > _LONG_SILENCE:
            yield left + 1, right - left - 1


def _label_silence(scale: Scale, first: int, length: int) -> StripLabel:
    """A silence, and how long it lasts; without words where they would not fit into it."""
    fits = scale.left(length) >= _ROOM_FOR_SILENCE
    text = scale.words.say(f"strip.silence-{scale.unit}", count=length) if fits else ""
    return StripLabel(left=scale.left(first), width=scale.left(length), text=text)


def _make_rows(scale: Scale, content: _Content, silences: Sequence[tuple[int, int]]) -> Iterator[StripRow]:
    """The strip as a table: what happened in a silence has rows of its own."""
    silent = dict(silences)
    covered = {first + step for first, length in silences for step in range(length)}
    for column in range(scale.columns):
        events, articles = len(content.marks.get(column, ())), content.articles.get(column, 0)
        if events or articles or column not in covered:
            period = Ref(text=scale.name(column), href=content.links.get(column, ""))
            yield StripRow(period=period, events=events, articles=articles)
        elif column in silent and not any(column + step in content.marks for step in range(silent[column])):
            yield StripRow(period=Ref(text=scale.name(column, silent[column])), events=0, articles=0)


def _describe(
    scale: Scale, silences: Sequence[tuple[int, int]], events: Iterable[Placed], placeless: tuple[int, int]
) -> str:
    """The silences in words, and how much lies outside of the strip or has no place on it."""
    told = [scale.name(first, length) for first, length in silences]
    outside = sum(scale.find(event.last) < 0 or scale.find(event.first) >= scale.columns for event in events)
    parts, say = [], scale.words.say
    if told:
        parts.append(say("strip.silences", periods=say("site.semicolon").join(told)))
    if outside:
        parts.append(say("strip.outside", count=outside))
    counted = zip(placeless, ("count.events", "count.articles"), strict=True)
    dateless = [say(key, count=number) for number, key in counted if number]
    if dateless:
        parts.append(say("strip.no-month", what=scale.words.join(dateless)))
    return " ".join(parts)
