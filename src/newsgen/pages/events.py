"""Events on pages: timelines, and the events of persons, countries and articles."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.directory import NO_SOURCE, Directory
from newsgen.pages.display import MONTHS, show_date, tell
from newsgen.pages.feeds import can_feed
from newsgen.pages.frame import make_frame
from newsgen.pages.rights import shown_sentence
from newsgen.records.archive import Event, EventReport, Timeline
from newsgen.records.output import Page
from newsgen.records.site import (
    EventGroup,
    EventItem,
    EventYear,
    OutletReports,
    Ref,
    ReportItem,
    TimelineCard,
    TimelinePage,
    TimelinesPage,
)

MOST = 20
"""Events that the page of a person or country shows."""

_ON_CARD = 6
"""Events that stand for a timeline on another page."""


def make_event(directory: Directory, here: str, position: int, *, without: str = "") -> EventItem:
    """An event with all its reports; `without` is the id or code of what the page is about anyway."""
    event = directory.archive.events[position]
    clearest = event.reports[event.clearest]
    article = directory.article(clearest.article)
    return EventItem(
        id=event.id,
        date=show_date(event.date),
        text=shown_sentence(article, clearest.report),
        lang=directory.foreign(article.reading.article.language),
        announced=event.kind == "announced",
        people=tuple(directory.person_ref(here, person) for person in event.people if person != without),
        countries=tuple(directory.country_ref(here, code) for code in event.countries if code != without),
        sources=_list_reports(directory, here, position),
        timelines=directory.timeline_refs(here, position),
        evidence=tuple(_explain_reports(directory, event)),
    )


def make_short_event(directory: Directory, here: str, position: int, timeline: str) -> EventItem:
    """An event with its clearest report only, and the way to the others in the timeline."""
    event = directory.archive.events[position]
    whole = make_event(directory, here, position)
    others = len(event.reports) - 1
    return replace(
        whole,
        people=(),
        countries=(),
        sources=_group_reports(directory, here, event, [event.reports[event.clearest]]),
        timelines=(),
        evidence=(),
        more=Ref(
            text=f"and {others} more report{'s' if others > 1 else ''}",
            href=urls.link(here, urls.timeline_path(timeline), event.id),
        )
        if others
        else None,
    )


def _explain_reports(directory: Directory, event: Event) -> Iterator[str]:
    """For each report but the clearest, what it has in common with that or with another one."""
    for report in event.reports:
        if report.like is None or not report.evidence:
            continue
        other = event.reports[report.like]
        beside = "" if report.like == event.clearest else f" (like {_name_report(directory, other)})"
        yield f"{_name_report(directory, report)}: {', '.join(report.evidence)}{beside}"


def _name_report(directory: Directory, report: EventReport) -> str:
    """A report by outlet and date: `Example Daily, 15 May 2024`."""
    article = directory.article(report.article)
    name = directory.sources[article.source].name if article.source else NO_SOURCE
    published = article.reading.article.published
    return f"{name}, {tell(published) if published else 'undated'}"


def _list_reports(directory: Directory, here: str, position: int) -> tuple[OutletReports, ...]:
    """All reports of an event by outlet; made once for all pages of a folder, since they link alike."""
    key = urls.folder_of(here), position
    if key not in directory.reports:
        event = directory.archive.events[position]
        directory.reports[key] = _group_reports(directory, here, event, event.reports)
    return directory.reports[key]


def _group_reports(
    directory: Directory, here: str, event: Event, reports: Sequence[EventReport]
) -> tuple[OutletReports, ...]:
    """The reports by outlet, oldest first."""
    groups: dict[str, list[ReportItem]] = {}
    for report in sorted(reports, key=lambda report: _order(directory, report)):
        source = directory.article(report.article).source
        name = directory.sources[source].name if source else NO_SOURCE
        groups.setdefault(name, []).append(_make_report(directory, here, event, report))
    return tuple(OutletReports(source=name, reports=tuple(group)) for name, group in groups.items())


def _order(directory: Directory, report: EventReport) -> tuple[tuple[int, int, int, str], int, int]:
    """The key by which reports are sorted."""
    return edtf.sort_key(directory.article(report.article).reading.article.published), report.article, report.report


def _make_report(directory: Directory, here: str, event: Event, report: EventReport) -> ReportItem:
    """One article's telling of the event."""
    parsed = directory.article(report.article).reading.article
    return ReportItem(
        href=directory.report_href(here, report.article, report.report),
        headline=parsed.headline,
        published=show_date(parsed.published) if parsed.published else None,
        own_date=None if report.date == event.date else show_date(report.date),
    )


def pick_events(directory: Directory, here: str, events: Sequence[int], *, without: str) -> tuple[EventItem, ...]:
    """The events of a person or country, newest first as their articles; of many, those that most articles report."""
    chosen = sorted(_most_reported(directory, events)[:MOST], reverse=True)
    # Those of which no year is known stand last in any order.
    chosen.sort(key=lambda position: edtf.bounds(directory.archive.events[position].date) == (None, None))
    return tuple(make_event(directory, here, position, without=without) for position in chosen)


def find_timelines(directory: Directory, here: str, events: Sequence[int]) -> tuple[Ref, ...]:
    """Links to the timelines that show events of which `pick_events` leaves some out; none if it leaves out none."""
    if len(events) <= MOST:
        return ()
    found = {ref.href: ref for event in events for ref in directory.timelines.get(event, ())}
    lang = directory.title_lang
    return tuple(Ref(text=ref.text, href=urls.link(here, path), lang=lang) for path, ref in sorted(found.items()))


def _most_reported(directory: Directory, events: Sequence[int]) -> list[int]:
    """The events, those that most articles report first, of these the latest."""

    def weight(position: int) -> tuple[int, int]:
        return len({report.article for report in directory.archive.events[position].reports}), position

    return sorted(events, key=weight, reverse=True)


def make_card(directory: Directory, here: str, timeline: Timeline) -> TimelineCard:
    """A timeline in short."""
    options = timeline.options
    dates = [directory.archive.events[position].date for position in timeline.events]
    chosen = sorted(_most_reported(directory, timeline.events)[:_ON_CARD])
    return TimelineCard(
        ref=Ref(text=options.title, href=urls.link(here, urls.timeline_path(options.id)), lang=directory.title_lang),
        description=options.description or "",
        span=_tell_span(dates),
        total=len(timeline.events),
        events=tuple(make_short_event(directory, here, position, options.id) for position in chosen),
    )


def _tell_span(dates: Sequence[str]) -> str:
    """From when to when its events begin: `March 2023 – September 2024`."""
    known = [begin for date in dates if (begin := edtf.bounds(date)[0]) is not None]
    if not known:
        return ""
    first, last = (f"{day.year:04}-{day.month:02}" for day in (min(known), max(known)))
    return tell(first) if first == last else tell(f"{first}/{last}")


def plan_timelines(directory: Directory) -> Iterator[Page]:
    """A page for each timeline, and one that lists them."""
    for timeline in directory.archive.timelines:
        here = urls.timeline_path(timeline.options.id)
        yield Page(
            path=here,
            template="timeline.html",
            shows=_make_timeline_page(directory, here, timeline),
            made_from=f"the timeline {timeline.options.id}",
        )
    if directory.archive.timelines:
        yield Page(
            path=urls.TIMELINES,
            template="timelines.html",
            shows=TimelinesPage(
                frame=make_frame(directory, urls.TIMELINES, "Timelines"),
                timelines=tuple(make_card(directory, urls.TIMELINES, item) for item in directory.archive.timelines),
            ),
            made_from="the index of timelines",
        )


def _make_timeline_page(directory: Directory, here: str, timeline: Timeline) -> TimelinePage:
    """All that the page of a timeline shows."""
    options = timeline.options
    return TimelinePage(
        frame=make_frame(
            directory,
            here,
            f"{options.title}: timeline",
            description=options.description or f"Timeline: {options.title}.",
            trail=(("Timelines", urls.TIMELINES),),
            feed=can_feed(directory, {report.article for report in _reports(directory, timeline)}),
        ),
        title=options.title,
        description=options.description or "",
        years=tuple(_group_events(directory, here, timeline.events)),
        data=_link_data(here, directory, timeline),
    )


def _reports(directory: Directory, timeline: Timeline) -> Iterator[EventReport]:
    """All reports of all its events."""
    for position in timeline.events:
        yield from directory.archive.events[position].reports


def _link_data(here: str, directory: Directory, timeline: Timeline) -> tuple[Ref, ...]:
    """Links to the timeline as data."""
    identity = timeline.options.id
    kinds = [("JSON", "json"), ("TimelineJS", "timelinejs.json")]
    if any(is_calendar_day(directory.archive.events[position].date) for position in timeline.events):
        kinds.append(("iCalendar", "ics"))
    return tuple(
        Ref(text=text, href=urls.link(here, urls.timeline_data_path(identity, ending))) for text, ending in kinds
    )


def is_calendar_day(date: str) -> bool:
    """Whether a date is one certain day, fit for a calendar."""
    shown = show_date(date)
    return shown.grain == "day"


def _group_events(directory: Directory, here: str, events: Sequence[int]) -> Iterator[EventYear]:
    """The events by year and month of their beginning; in a year, those without a month stand first."""
    years: dict[str, dict[str, list[EventItem]]] = {}
    for position in events:
        year, month = _heading_of(directory.archive.events[position].date)
        event = replace(make_event(directory, here, position), timelines=())
        years.setdefault(year, {"": []}).setdefault(month, []).append(event)
    for year, months in years.items():
        yield EventYear(
            title=year or "Year unknown",
            id=f"y-{year or 'unknown'}",
            groups=tuple(EventGroup(title=title, events=tuple(group)) for title, group in months.items() if group),
        )


def _heading_of(date: str) -> tuple[str, str]:
    """Year and name of the month under which an event stands; empty where not known."""
    first, last = edtf.bounds(date)
    begin = first or last
    if begin is None:
        return "", ""
    point = edtf.parse(date).begin
    coarse = isinstance(point, edtf.Point) and point.month in ("", "XX")
    return f"{begin.year:04}", "" if coarse else MONTHS[begin.month - 1]
