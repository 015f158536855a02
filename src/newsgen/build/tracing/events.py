"""Events traced: every report with its sentence and date, what joined them, and why timelines show them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from newsgen import edtf
from newsgen.build.english import english
from newsgen.build.tracing.passages import Sources
from newsgen.build.tracing.told import TracedEvent, TracedItem, TracedReport, TracedStanding
from newsgen.index.choosing import EventChooser
from newsgen.language import list_reasons
from newsgen.pages import urls
from newsgen.pages.parts import list_parts
from newsgen.pages.reports import count_articles, is_less_exact, order_report
from newsgen.records.archive import Timeline
from newsgen.records.entities import Entities, Event, EventReport
from newsgen.records.options import TimelineOptions

_GIVEN = ("it", "it less exactly", "a part of it", "another")
"""What a report may give, beside the date of the event; the best first."""


def trace_event(sources: Sources, position: int) -> TracedEvent:
    """An event with all its reports, oldest article first."""
    event = sources.archive.events[position]
    by_age = partial(order_report, sources.directory)
    order = sorted(range(len(event.reports)), key=lambda place: by_age(event.reports[place]))
    moved = {place: number for number, place in enumerate(order)}
    people = sources.directory.people
    return TracedEvent(
        id=event.id,
        date=event.date,
        date_why=_tell_date(event),
        kind=event.kind,
        topics=event.topics,
        countries=tuple(map(sources.country, event.countries)),
        people=tuple(people[one].person.name if one in people else one for one in event.people),
        reports=tuple(_trace_report(sources, event, place, moved) for place in order),
        articles=count_articles(event),
        texts=event.independent,
        dates=tuple(replace(given, reports=_move(given.reports, moved)) for given in event.dates),
        figures=tuple(replace(figure, reports=_move(figure.reports, moved)) for figure in event.figures),
        standings=tuple(_find_standings(sources, position)),
    )


def _move(places: Sequence[int], moved: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(sorted(moved[place] for place in places))


def _trace_report(sources: Sources, event: Event, place: int, moved: Mapping[int, int]) -> TracedReport:
    """One report with the words that date it."""
    told = event.reports[place]
    reading = sources.article(told.article).reading
    report = reading.reports[told.report]
    date = reading.dates[report.date_mention]
    passage = sources.quote(told.article, date.start, date.end)
    sentence = " ".join(reading.article.text[report.start : report.end].split())
    carriers = {one.article for one in sources.article(told.article).same_text}
    same = (other for other, one in enumerate(event.reports) if one.article in carriers)
    return TracedReport(
        passage=replace(passage, sentence=sentence),
        date=told.date,
        rule=date.rule,
        anchor=date.anchor,
        kind=told.kind,
        clearest=place == event.clearest,
        like=None if told.like is None else moved[told.like],
        evidence=list_reasons(english(), told.evidence, sources.directory.name_of),
        same_text_as=_move(tuple(same), moved),
    )


def _tell_date(event: Event) -> str:
    """How many articles give the date, and what the others give; an article counts by the best of its sentences."""
    best: dict[int, int] = {}
    for report in event.reports:
        best[report.article] = min(_compare(event, report), best.get(report.article, len(_GIVEN)))
    groups = [_GIVEN[place] for place in best.values()]
    if len(groups) == 1:
        return f"the only report gives {groups[0]}"
    same = groups.count("it")
    parts = [
        "all reports give it" if same == len(groups) else f"{_count(same)} it" if same else "no report gives it so"
    ]
    parts += [f"{_count(groups.count(group))} {group}" for group in _GIVEN[1:] if group in groups]
    return "; ".join(parts)


def _compare(event: Event, report: EventReport) -> int:
    """Which of `_GIVEN` a report gives."""
    if report.date == event.date:
        return 0
    if is_less_exact(report.date, event.date):
        return 1
    return 2 if edtf.contains(event.date, report.date) else 3


def _count(number: int) -> str:
    return "1 report gives" if number == 1 else f"{number} reports give"


def list_events(
    sources: Sources, positions: Iterable[int], page: str, titles: Mapping[int, str] | None = None
) -> Iterator[TracedItem]:
    """Events in short, each with the address that explains it; the editor's title stands for the sentence."""
    for position in positions:
        event = sources.archive.events[position]
        clearest = event.reports[event.clearest]
        reading = sources.article(clearest.article).reading
        report = reading.reports[clearest.report]
        sentence = " ".join(reading.article.text[report.start : report.end].split())
        count = count_articles(event)
        yield TracedItem(
            place=f"{page}#{event.id}",
            text=(titles or {}).get(position, sentence),
            why=f"{english().date(event.date)}, {count} report{'' if count == 1 else 's'}",
        )


# --- timelines ------------------------------------------------------------------------------------------------------


def _find_standings(sources: Sources, position: int) -> Iterator[TracedStanding]:
    """The timelines that show an event, each with the reason."""
    showing = [timeline for timeline in sources.archive.timelines if position in timeline.events]
    if not showing:
        return
    chooser = EventChooser([article.reading for article in sources.archive.articles], _gather_entities(sources))
    for timeline in showing:
        yield TracedStanding(
            timeline=timeline.options.id,
            page=_find_part(sources, timeline, position),
            why=_tell_standing(sources, timeline, position, chooser),
        )


def _find_part(sources: Sources, timeline: Timeline, position: int) -> str:
    """The page of a timeline on which an event stands."""
    events = sources.archive.events
    return urls.timeline_part_path(timeline.options.id, list_parts(events, timeline)[events[position].id])


def _gather_entities(sources: Sources) -> Entities:
    """What the archive has of resolution."""
    archive = sources.archive
    return Entities(
        article_ids=tuple(article.id for article in archive.articles),
        people=tuple(entry.person for entry in archive.people),
        person_ids=tuple(article.people for article in archive.articles),
        events=archive.events,
        same_text=tuple(article.same_text for article in archive.articles),
    )


def _tell_standing(sources: Sources, timeline: Timeline, position: int, chooser: EventChooser) -> str:
    """Which line pins the event, or which conditions it meets."""
    for choice in timeline.options.pinned:
        if position in chooser.find_meant(choice):
            return f"site.yaml:{choice.line} pins it"
    return f"it meets the conditions: {tell_conditions(sources, timeline.options)}"


def tell_conditions(sources: Sources, options: TimelineOptions) -> str:
    """What a timeline asks for, in words."""
    parts = [
        f"told by articles about {_join(map(sources.country, options.countries), 'and')}" if options.countries else "",
        f"naming {_join(options.people, 'or')}" if options.people else "",
        f"with the words {_join(options.words, 'or')}" if options.words else "",
        f"from {english().date(options.date_from)}" if options.date_from else "",
        f"to {english().date(options.date_to)}" if options.date_to else "",
    ]
    return ", ".join(filter(None, parts)) or "none, so that every event does"


def _join(words: Iterator[str] | Sequence[str], last: str) -> str:
    """`a, b and c`."""
    *others, end = words
    return f"{', '.join(others)} {last} {end}" if others else end
