"""The pages of timelines: as it happened, as it was reported, and in short."""

from collections.abc import Iterator, Sequence
from functools import partial

from newsgen import edtf
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import find_grain
from newsgen.pages.events import make_short_event, rank_reported
from newsgen.pages.frame import make_frame
from newsgen.pages.happened import plan_happened
from newsgen.pages.reported import plan_reported
from newsgen.pages.told import plan_told
from newsgen.records.archive import Timeline
from newsgen.records.output import Page
from newsgen.records.site import Ref, TimelineCard, TimelinesPage

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
            show=partial(_make_index, directory),
            made_from="the index of timelines",
        )


def _make_index(directory: Directory) -> TimelinesPage:
    """All that the index of timelines shows."""
    return TimelinesPage(
        frame=make_frame(directory, urls.TIMELINES, directory.words.say("site.timelines")),
        timelines=tuple(make_card(directory, urls.TIMELINES, item) for item in directory.archive.timelines),
    )


def _plan_timeline(directory: Directory, timeline: Timeline) -> Iterator[Page]:
    """A timeline as it happened and, if articles report any of it, as it was reported; what is long in parts."""
    name = f"the timeline {timeline.options.id}"
    yield from plan_happened(directory, timeline, _link_data(directory, timeline), name)
    if timeline.events:
        yield from plan_reported(directory, timeline, f"{name}, as it was reported")
        yield from plan_told(directory, timeline)


def make_card(directory: Directory, here: str, timeline: Timeline) -> TimelineCard:
    """A timeline in short."""
    options = timeline.options
    dates = [directory.event(position).date for position in timeline.events]
    dates += [event.date for event in timeline.own]
    chosen = sorted(rank_reported(directory, timeline.events)[:_ON_CARD])
    titles = dict(timeline.titles)
    return TimelineCard(
        ref=Ref(text=options.title, href=urls.link(here, urls.timeline_path(options.id)), lang=directory.title_lang),
        description=options.description or "",
        span=_tell_span(directory.words, dates),
        total=len(dates),
        events=tuple(
            make_short_event(directory, here, position, timeline, titles.get(position, "")) for position in chosen
        ),
    )


def _tell_span(words: Words, dates: Sequence[str]) -> str:
    """From when to when its events begin: `March 2023 – September 2024`."""
    known = [begin for date in dates if (begin := edtf.bounds(date)[0]) is not None]
    if not known:
        return ""
    first, last = (f"{day.year:04}-{day.month:02}" for day in (min(known), max(known)))
    return words.date(first if first == last else f"{first}/{last}")


def _link_data(directory: Directory, timeline: Timeline) -> tuple[Ref, ...]:
    """Links to the timeline as data."""
    identity, here = timeline.options.id, urls.timeline_path(timeline.options.id)
    dates = [directory.event(position).date for position in timeline.events]
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
