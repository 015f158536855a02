"""The pages of timelines: as it happened, as it was reported, and in short."""

from collections.abc import Iterator, Sequence
from itertools import chain

from newsgen import edtf
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import find_grain
from newsgen.pages.events import make_own_event, make_short_event, make_told_event, rank_reported
from newsgen.pages.feeds import can_feed
from newsgen.pages.frame import make_frame, tell_programs
from newsgen.pages.metadata import list_events
from newsgen.pages.months import group_by_month
from newsgen.pages.reported import group_first_reports
from newsgen.pages.timeline_strip import draw_strip, find_heading, list_articles
from newsgen.records.archive import Timeline
from newsgen.records.output import Page
from newsgen.records.site import (
    EventGroup,
    EventItem,
    EventYear,
    Frame,
    Ref,
    ReportedPage,
    TimelineCard,
    TimelinePage,
    TimelinesPage,
)

_ON_CARD = 6
"""Events that stand for a timeline on another page."""


def plan_timelines(directory: Directory) -> Iterator[Page]:
    """The pages of each timeline, and one that lists them all."""
    for timeline in directory.archive.timelines:
        yield from _plan_timeline(directory, timeline)
    if directory.archive.timelines:
        yield Page(
            path=urls.TIMELINES,
            template="timelines.html",
            shows=TimelinesPage(
                frame=make_frame(directory, urls.TIMELINES, directory.words.say("site.timelines")),
                timelines=tuple(make_card(directory, urls.TIMELINES, item) for item in directory.archive.timelines),
            ),
            made_from="the index of timelines",
        )


def _plan_timeline(directory: Directory, timeline: Timeline) -> Iterator[Page]:
    """A timeline as it happened and, if articles report any of it, as it was reported."""
    here, there = urls.timeline_path(timeline.options.id), urls.reported_path(timeline.options.id)
    name = f"the timeline {timeline.options.id}"
    shows = _make_page(directory, here, timeline)
    yield Page(path=here, template="timeline.html", shows=shows, made_from=name)
    if timeline.events:
        other = _make_reported(directory, there, timeline)
        yield Page(path=there, template="reported.html", shows=other, made_from=f"{name}, as it was reported")


def _make_page(directory: Directory, here: str, timeline: Timeline) -> TimelinePage:
    """All that the page of a timeline shows."""
    options = timeline.options
    events = _list_events(directory, here, timeline)
    years = tuple(_group_events(directory, events))
    groups = [group for year in years for group in year.groups]
    return TimelinePage(
        frame=_make_frame(directory, here, timeline, events),
        title=options.title,
        description=options.description or "",
        years=years,
        data=_link_data(here, directory, timeline),
        strip=draw_strip(directory, timeline, "", [group.id for group in groups]),
        reported=urls.link(here, urls.reported_path(options.id)) if timeline.events else "",
    )


def _make_reported(directory: Directory, here: str, timeline: Timeline) -> ReportedPage:
    """All that the page of a timeline in the order of the reports shows."""
    options = timeline.options
    happened = urls.link(here, urls.timeline_path(options.id))
    years = group_first_reports(directory, here, timeline)
    groups = [group for year in years for group in year.groups]
    return ReportedPage(
        frame=_make_frame(directory, here, timeline),
        title=options.title,
        description=options.description or "",
        years=years,
        strip=draw_strip(directory, timeline, happened, [group.id for group in groups]),
        happened=happened,
    )


def _make_frame(directory: Directory, here: str, timeline: Timeline, events: Sequence[EventItem] = ()) -> Frame:
    """The frame of either page; `events` are those that have their anchors on it."""
    options, words = timeline.options, directory.words
    above = urls.timeline_path(options.id)
    reported = here != above
    trail = ((words.say("site.timelines"), urls.TIMELINES), *([(options.title, above)] if reported else ()))
    key = "timeline.title-reported" if reported else "timeline.title"
    return tell_programs(
        make_frame(
            directory,
            here,
            words.say(key, timeline=options.title),
            description=options.description or words.say("timeline.description", timeline=options.title),
            trail=trail,
            feed=not reported and can_feed(directory, list_articles(directory, timeline)),
        ),
        list_events(directory, here, events),
    )


def _list_events(directory: Directory, here: str, timeline: Timeline) -> list[EventItem]:
    """All events of a timeline, the editor's own too, in the order in which they happened."""
    titles = dict(timeline.titles)
    reported = (make_told_event(directory, here, position, titles.get(position, "")) for position in timeline.events)
    own = (make_own_event(directory, here, event) for event in timeline.own)
    return sorted(chain(reported, own), key=lambda item: edtf.sort_key(item.date.edtf))


def _group_events(directory: Directory, events: Sequence[EventItem]) -> Iterator[EventYear]:
    """The events by year and month of their beginning; in a year, those without a month stand first."""
    placed = ((*find_heading(event.date.edtf), event) for event in events)
    for year, months in group_by_month(directory.words, placed, "timeline.silent-events"):
        groups = tuple(EventGroup(**heading._asdict(), events=group) for heading, group in months)
        yield EventYear(
            title=year or directory.words.say("timeline.year-unknown"), id=f"y-{year or 'unknown'}", groups=groups
        )


def make_card(directory: Directory, here: str, timeline: Timeline) -> TimelineCard:
    """A timeline in short."""
    options = timeline.options
    dates = [directory.archive.events[position].date for position in timeline.events]
    dates += [event.date for event in timeline.own]
    chosen = sorted(rank_reported(directory, timeline.events)[:_ON_CARD])
    titles = dict(timeline.titles)
    return TimelineCard(
        ref=Ref(text=options.title, href=urls.link(here, urls.timeline_path(options.id)), lang=directory.title_lang),
        description=options.description or "",
        span=_tell_span(directory.words, dates),
        total=len(dates),
        events=tuple(
            make_short_event(directory, here, position, options.id, titles.get(position, "")) for position in chosen
        ),
    )


def _tell_span(words: Words, dates: Sequence[str]) -> str:
    """From when to when its events begin: `March 2023 – September 2024`."""
    known = [begin for date in dates if (begin := edtf.bounds(date)[0]) is not None]
    if not known:
        return ""
    first, last = (f"{day.year:04}-{day.month:02}" for day in (min(known), max(known)))
    return words.date(first if first == last else f"{first}/{last}")


def _link_data(here: str, directory: Directory, timeline: Timeline) -> tuple[Ref, ...]:
    """Links to the timeline as data."""
    identity = timeline.options.id
    dates = [directory.archive.events[position].date for position in timeline.events]
    dates += [event.date for event in timeline.own]
    kinds = [("JSON", "json")]
    if any(edtf.bounds(date) != (None, None) for date in dates):
        kinds.append(("TimelineJS", "timelinejs.json"))
    if any(is_calendar_day(date) for date in dates):
        kinds.append(("iCalendar", "ics"))
    return tuple(
        Ref(text=text, href=urls.link(here, urls.timeline_data_path(identity, ending))) for text, ending in kinds
    )


def is_calendar_day(date: str) -> bool:
    """Whether a date is one certain day, fit for a calendar."""
    return find_grain(date) == "day"
