"""A timeline in the order in which things happened: one page, or of a long one a choice of them and its parts."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsgen import edtf
from newsgen.canon import digest_of
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.events import make_own_event, make_short_event, make_told_event, rank_reported
from newsgen.pages.months import Heading, group_by_month
from newsgen.pages.parts import find_heading
from newsgen.pages.timeline_frame import Beside, link_rest, make_part, make_timeline_frame, walk_parts
from newsgen.pages.timeline_strip import draw_strip
from newsgen.records.archive import EditorEvent, Timeline
from newsgen.records.output import Page
from newsgen.records.site import EventGroup, EventItem, EventYear, Ref, TimelinePage

MOST = 100
"""Events that the page of a timeline shows which leads on to its parts: the editor's own, and the most reported."""


class _Entry(NamedTuple):
    """An event in its place."""

    id: str
    date: str
    part: str
    """Key of the part in which it stands."""
    position: int
    """Among the events that articles report; -1 for the editor's own."""
    own: EditorEvent | None


def plan_happened(directory: Directory, timeline: Timeline, data: tuple[Ref, ...], name: str) -> Iterator[Page]:
    """The page of a timeline, and those of its parts; `data` links to the same as data."""
    options, entries = timeline.options, _list_entries(directory, timeline)
    show = partial(_make_page, directory, timeline, entries, data)
    yield Page(path=urls.timeline_path(options.id), template="timeline.html", show=show, made_from=name)
    for key, beside, inside in walk_parts(entries):
        yield Page(
            path=urls.timeline_part_path(options.id, key),
            template="timeline.html",
            show=partial(_make_part, directory, timeline, beside, inside),
            made_from=f"{name}, {key}",
            watch=directory.lookups.watch,
            given=_digest(timeline, beside, inside),
        )


def _digest(timeline: Timeline, beside: Beside, entries: Sequence[_Entry]) -> str:
    """Digest of what the page of a part is given, but for the events themselves."""
    titles = dict(timeline.titles)
    told = [(entry.id, entry.date, entry.own, titles.get(entry.position)) for entry in entries]
    return digest_of((beside, told))


def _list_entries(directory: Directory, timeline: Timeline) -> list[_Entry]:
    """All events of a timeline, the editor's own too, in the order in which they happened."""
    parts, events = directory.parts[timeline.options.id], directory.archive.events
    entries = [
        _Entry(events[place].id, events[place].date, parts[events[place].id], place, None) for place in timeline.events
    ]
    entries += [_Entry(own.id, own.date, parts[own.id], -1, own) for own in timeline.own]
    return sorted(entries, key=lambda entry: edtf.sort_key(entry.date))


def _make_page(
    directory: Directory, timeline: Timeline, entries: Sequence[_Entry], data: tuple[Ref, ...]
) -> TimelinePage:
    """All that the page of a timeline shows."""
    here, options = urls.timeline_path(timeline.options.id), timeline.options
    is_parted = any(entry.part for entry in entries)
    chosen = _choose(directory, entries) if is_parted else None
    years = tuple(_group(directory, here, timeline, entries, chosen))
    groups = [group for year in years for group in year.groups]
    return TimelinePage(
        frame=make_timeline_frame(directory, here, timeline, [event for group in groups for event in group.events]),
        title=options.title,
        description=options.description or "",
        years=years,
        data=data,
        strip=draw_strip(directory, timeline, "", [group.id for group in groups]),
        reported=urls.link(here, urls.reported_path(options.id)) if timeline.events else "",
        shown=len(chosen) if chosen else 0,
        total=len(entries) if chosen else 0,
    )


def _make_part(directory: Directory, timeline: Timeline, beside: Beside, entries: Sequence[_Entry]) -> TimelinePage:
    """All that the page of a part of a timeline shows."""
    key, options = entries[0].part, timeline.options
    here = urls.timeline_part_path(options.id, key)
    part = make_part(directory, key, beside, lambda other: urls.timeline_part_path(options.id, other))
    years = tuple(_group(directory, here, timeline, entries, None))
    events = [event for year in years for group in year.groups for event in group.events]
    return TimelinePage(
        frame=make_timeline_frame(directory, here, timeline, events, part=part.title),
        title=options.title,
        description="",
        years=years,
        data=(),
        part=part,
    )


def _choose(directory: Directory, entries: Sequence[_Entry]) -> frozenset[str]:
    """The ids of those that stand for all."""
    own = [entry.id for entry in entries if entry.own]
    ranked = rank_reported(directory, [entry.position for entry in entries if not entry.own])
    return frozenset([*own, *(directory.event(position).id for position in ranked)][:MOST])


def _group(
    directory: Directory,
    here: str,
    timeline: Timeline,
    entries: Sequence[_Entry],
    chosen: Collection[str] | None,
) -> Iterator[EventYear]:
    """The events by year and month of their beginning; of those not chosen, if any are, only where they stand."""
    placed = ((*find_heading(entry.date), entry) for entry in entries)
    for year, months in group_by_month(directory.words, placed, "timeline.silent-events"):
        groups = (
            _tell_all(directory, here, timeline, heading, group)
            if chosen is None
            else _tell_some(directory, here, timeline, (heading, group), chosen)
            for heading, group in months
        )
        title = year or directory.words.say("timeline.year-unknown")
        yield EventYear(title=title, id=f"y-{year or 'unknown'}", groups=tuple(groups))


def _tell_all(
    directory: Directory, here: str, timeline: Timeline, heading: Heading, entries: Sequence[_Entry]
) -> EventGroup:
    """The events of a month with their reports."""
    titles = dict(timeline.titles)
    events = (
        make_own_event(directory, here, entry.own)
        if entry.own
        else make_told_event(directory, here, entry.position, titles.get(entry.position, ""))
        for entry in entries
    )
    return EventGroup(**heading._asdict(), events=tuple(events))


def _tell_some(
    directory: Directory,
    here: str,
    timeline: Timeline,
    month: tuple[Heading, Sequence[_Entry]],
    chosen: Collection[str],
) -> EventGroup:
    """The chosen events of a month in short, and the way to all of them."""
    heading, entries = month
    titles = dict(timeline.titles)
    events: list[EventItem] = []
    for entry in entries:
        if entry.own and entry.id in chosen:
            events.append(make_own_event(directory, here, entry.own))
        elif entry.id in chosen:
            events.append(make_short_event(directory, here, entry.position, timeline, titles.get(entry.position, "")))
    anchor = heading.id or f"y-{find_heading(entries[0].date)[0] or 'unknown'}"
    rest = link_rest(
        directory,
        "timeline.rest",
        entries,
        lambda key: urls.link(here, urls.timeline_part_path(timeline.options.id, key), anchor),
    )
    return EventGroup(**heading._asdict(), events=tuple(events), rest=rest)
