"""Timelines by the contract: each event once, with all its reports, and the editor's own."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.sentences import Gather, Sentences, pick_sentence, read_sentence
from newsgen.pages.series import plan_list
from newsgen.records.archive import Archive, EditorEvent, Timeline
from newsgen.records.contract import AddedData, DateGiven, FigureGiven, ReportData, TimelineData, TimelineEventData
from newsgen.records.entities import Event
from newsgen.records.output import Page


def plan_timeline(directory: Directory, timeline: Timeline, sentences: Gather) -> Page:
    """The data file of a timeline."""
    options = timeline.options
    return plan_list(
        urls.timeline_data_path(options.id, "json"),
        partial(_list_events, directory, timeline, sentences),
        frame=TimelineData(id=options.id, title=options.title, events=(), description=options.description),
        key="events",
    )


def _list_events(directory: Directory, timeline: Timeline, sentences: Gather) -> Iterator[TimelineEventData]:
    """All its events, the editor's own too, in order of date."""
    titles = dict(timeline.titles)
    for event, place in list_dated(directory.archive, timeline):
        if isinstance(event, EditorEvent):
            yield _describe_own(directory, event)
        else:
            yield _describe_event(directory, sentences(), event, titles.get(place))


def list_dated(archive: Archive, timeline: Timeline) -> list[tuple[Event | EditorEvent, int]]:
    """The events of a timeline, each with its place in the archive, and the editor's own, in order of date."""
    reported = ((archive.events[place], place) for place in timeline.events)
    own = ((event, -1) for event in timeline.own)
    return sorted(chain(reported, own), key=lambda found: edtf.sort_key(found[0].date))


def _describe_event(directory: Directory, sentences: Sentences, event: Event, title: str | None) -> TimelineEventData:
    """An event that articles report."""
    articles = [directory.brief(report.article) for report in event.reports]
    return TimelineEventData(
        id=event.id,
        date=event.date,
        text=pick_sentence(sentences, event),
        people=event.people,
        countries=event.countries,
        sources=tuple(dict.fromkeys(article.id for article in articles)),
        reports=tuple(
            ReportData(article=article.id, sentence=read_sentence(sentences, report))
            for article, report in zip(articles, event.reports, strict=True)
        ),
        kind=event.kind,
        title=title,
        independent_texts=event.independent,
        dates=_list_dates((report.date, article.id) for report, article in zip(event.reports, articles, strict=True)),
        added=None,
        figures=tuple(
            FigureGiven(
                unit=figure.unit,
                value=figure.value,
                articles=tuple(sorted({articles[place].id for place in figure.reports})),
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
        people=tuple(sorted(person for person in event.people if person in directory.people)),
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
