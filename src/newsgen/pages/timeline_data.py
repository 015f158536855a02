"""Timelines by the contract: each event once, with all its reports, and the editor's own."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.sentences import pick_sentence, read_sentence
from newsgen.pages.series import Named, cut_parts, plan_list
from newsgen.records.archive import EditorEvent, Timeline
from newsgen.records.contract import AddedData, DateGiven, FigureGiven, ReportData, TimelineData, TimelineEventData
from newsgen.records.output import Page, Part

Entry: TypeAlias = tuple[int, str | None] | EditorEvent
"""The position of an event and the title that the editor gives it, if any, or an event of the editor's own."""


def plan_timeline(directory: Directory, timeline: Timeline) -> Page:
    """The data file of a timeline."""
    options = timeline.options
    return plan_list(
        urls.timeline_data_path(options.id, "json"),
        partial(_list_events, directory, timeline),
        frame=TimelineData(id=options.id, title=options.title, events=(), description=options.description),
        key="events",
    )


def _list_events(directory: Directory, timeline: Timeline) -> Iterator[Part]:
    """All its events, the editor's own too, in order of date."""
    events = list_dated(directory, timeline, lambda _: True)
    return cut_parts("events", events, describe=partial(_describe, directory), watch=directory.lookups.watch)


def list_dated(directory: Directory, timeline: Timeline, fits: Callable[[str], object]) -> list[Named[Entry]]:
    """The events of a timeline, and the editor's own, in order of date; only those whose date fits."""
    events, titles = directory.archive.events, dict(timeline.titles)
    dated: list[tuple[str, Named[Entry]]] = []
    for place in timeline.events:
        event, title = events[place], titles.get(place)
        dated.append((event.date, Named(event.id, (place, title), title)))
    dated += [(own.date, Named(own.id, own, own)) for own in timeline.own]
    return [named for date, named in sorted(dated, key=lambda one: edtf.sort_key(one[0])) if fits(date)]


def _describe(directory: Directory, entry: Entry) -> Iterator[TimelineEventData]:
    if isinstance(entry, EditorEvent):
        yield _describe_own(directory, entry)
    else:
        yield _describe_event(directory, *entry)


def _describe_event(directory: Directory, position: int, title: str | None) -> TimelineEventData:
    """An event that articles report."""
    event = directory.event(position)
    articles = directory.ids(report.article for report in event.reports)
    return TimelineEventData(
        id=event.id,
        date=event.date,
        text=pick_sentence(directory, event),
        people=event.people,
        countries=event.countries,
        sources=tuple(dict.fromkeys(articles)),
        reports=tuple(
            ReportData(article=article, sentence=read_sentence(directory, report))
            for article, report in zip(articles, event.reports, strict=True)
        ),
        kind=event.kind,
        title=title,
        independent_texts=event.independent,
        dates=_list_dates((report.date, article) for report, article in zip(event.reports, articles, strict=True)),
        added=None,
        figures=tuple(
            FigureGiven(
                unit=figure.unit,
                value=figure.value,
                articles=tuple(sorted({articles[place] for place in figure.reports})),
            )
            for figure in event.figures
        ),
    )


def _list_dates(given: Iterable[tuple[str, str]]) -> tuple[DateGiven, ...]:
    """Each date with the articles that give it, that of most articles first."""
    dates: dict[str, set[str]] = {}
    for date, article in given:
        dates.setdefault(date, set()).add(article)
    order = sorted(dates, key=lambda date: (-len(dates[date]), edtf.sort_key(date)))
    return tuple(DateGiven(date=date, articles=tuple(sorted(dates[date]))) for date in order)


def _describe_own(directory: Directory, event: EditorEvent) -> TimelineEventData:
    """An event of the editor's own; of its people only those whom the archive knows."""
    return TimelineEventData(
        id=event.id,
        date=event.date,
        text=event.text,
        people=tuple(sorted(person for person in event.people if directory.knows(person))),
        countries=tuple(sorted(event.countries)),
        sources=(),
        reports=(),
        kind="happened",
        title=None,
        independent_texts=0,
        dates=(),
        added=AddedData(source=event.source, url=urls.outward(event.url) or None),
        figures=(),
    )
