"""Timelines by the contract: each event once, with all its reports, and the editor's own."""

from collections.abc import Iterable
from itertools import chain

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.eventtext import find_sentence
from newsgen.pages.rights import shown_sentence
from newsgen.records.archive import EditorEvent, Event, Timeline
from newsgen.records.contract import AddedData, DateGiven, FigureGiven, ReportData, TimelineData, TimelineEventData


def describe_timeline(directory: Directory, timeline: Timeline) -> TimelineData:
    """All of a timeline's data."""
    titles = dict(timeline.titles)
    events = directory.archive.events
    reported = (_describe_event(directory, events[place], titles.get(place)) for place in timeline.events)
    own = (_describe_own(directory, event) for event in timeline.own)
    return TimelineData(
        id=timeline.options.id,
        title=timeline.options.title,
        events=tuple(sorted(chain(reported, own), key=lambda event: edtf.sort_key(event.date))),
        description=timeline.options.description,
    )


def _describe_event(directory: Directory, event: Event, title: str | None) -> TimelineEventData:
    """An event that articles report."""
    articles = [directory.article(report.article) for report in event.reports]
    sentences = [
        shown_sentence(article, report.report) for article, report in zip(articles, event.reports, strict=True)
    ]
    return TimelineEventData(
        id=event.id,
        date=event.date,
        text=find_sentence(directory, event),
        people=event.people,
        countries=event.countries,
        sources=tuple(dict.fromkeys(article.id for article in articles)),
        reports=tuple(
            ReportData(article=article.id, sentence=sentence)
            for article, sentence in zip(articles, sentences, strict=True)
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
