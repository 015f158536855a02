"""Timelines in the formats of other tools: TimelineJS and iCalendar."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from html import escape
from typing import Any, NamedTuple

from newsgen import edtf
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.reports import name_outlet
from newsgen.pages.sentences import tell_event
from newsgen.pages.series import cut_parts, plan_list, plan_series
from newsgen.pages.timeline_data import Entry, list_dated
from newsgen.pages.timelines import is_calendar_day
from newsgen.records.archive import EditorEvent, Timeline
from newsgen.records.entities import Event
from newsgen.records.output import Page, Part, Series

_WIDTH = 75
"""Octets of a line of an iCalendar file, by RFC 5545."""


_PARTS: Mapping[str, int] = {"day": 3, "month": 2, "year": 1}
"""How many parts of a date are known, by its precision; of any other, its first day and its last."""


class _Told(NamedTuple):
    """An event as these formats tell it."""

    id: str
    when: str
    """EDTF."""
    title: str
    text: str
    """What happened, at length."""
    sources: str
    """The outlets that report it, or what the editor knows it from."""
    announced: bool
    revised: date | None
    """The day on which the latest of its reports was published; None if that is not known."""


def plan_exports(directory: Directory, timeline: Timeline) -> Iterator[Page]:
    """A timeline for TimelineJS, and its days as a calendar; neither without an event that it has a place for."""
    identity = timeline.options.id
    dates = {directory.archive.events[place].date for place in timeline.events}
    dates |= {event.date for event in timeline.own}
    if any(map(_make_dates, dates)):
        yield plan_list(
            urls.timeline_data_path(identity, "timelinejs.json"),
            partial(_list_slides, directory, timeline),
            frame={"title": _make_title(timeline), "events": []},
            key="events",
        )
    if any(map(is_calendar_day, dates)):
        yield plan_series(
            urls.timeline_data_path(identity, "ics"),
            partial(_make_calendar, directory, timeline),
            f"the calendar of the timeline {identity}",
        )


def _list_slides(directory: Directory, timeline: Timeline) -> Iterator[Part]:
    """The events as TimelineJS reads them; none whose year is not known, for it has no place for them."""
    events = list_dated(directory, timeline, _make_dates)
    return cut_parts("events", events, describe=partial(_make_slide, directory), watch=directory.lookups.watch)


def _tell(directory: Directory, entry: Entry) -> _Told:
    return _tell_own(directory.words, entry) if isinstance(entry, EditorEvent) else _tell_event(directory, *entry)


def _tell_event(directory: Directory, position: int, own_title: str | None) -> _Told:
    """An event that articles report."""
    event = directory.event(position)
    title, text = tell_event(directory, event)
    days = [_publication_day(directory, report.article) for report in event.reports]
    return _Told(
        id=event.id,
        when=event.date,
        title=own_title or title,
        text=text,
        sources="; ".join(_name_outlets(directory, event)),
        announced=event.kind == "announced",
        revised=max(filter(None, days), default=None),
    )


def _name_outlets(directory: Directory, event: Event) -> list[str]:
    """The outlets that report it, each once; last, that one is not named."""
    names = dict.fromkeys(name_outlet(directory, report.article) for report in event.reports)
    return sorted(names, key=lambda name: name == directory.unnamed_outlet)


def _publication_day(directory: Directory, position: int) -> date | None:
    """The first day on which an article can have been published; None if its year is not known."""
    return edtf.bounds(directory.brief(position).published or "XXXX")[0]


def _tell_own(words: Words, event: EditorEvent) -> _Told:
    """An event of the editor's own."""
    source = ", ".join(filter(None, (event.source, urls.outward(event.url))))
    return _Told(
        id=event.id,
        when=event.date,
        title=event.text,
        text=event.text,
        sources=source or words.say("event.added"),
        announced=False,
        revised=None,
    )


def _make_title(timeline: Timeline) -> dict[str, Any]:
    """The first slide. TimelineJS takes its texts for HTML, so they are escaped."""
    options = timeline.options
    return {
        "unique_id": f"timeline-{options.id}",
        "text": {"headline": escape(options.title), "text": escape(options.description or "")},
    }


def _make_slide(directory: Directory, entry: Entry) -> Iterator[dict[str, Any]]:
    """An event as a slide."""
    told = _tell(directory, entry)
    yield {
        **_make_dates(told.when),
        "display_date": _tell_date(directory.words, told),
        "text": {"headline": escape(told.title), "text": escape(f"{told.text} ({told.sources})")},
        "unique_id": told.id,
        "autolink": False,
    }


def _tell_date(words: Words, told: _Told) -> str:
    """The date in words, and whether what happened was only announced."""
    date = words.date(told.when)
    return words.say("timeline.slide-announced", date=date) if told.announced else date


def _make_dates(value: str) -> dict[str, dict[str, int]]:
    """The date in TimelineJS's parts: a day, month or year as such, all else from its first day to its last.

    Of an interval with one end, that end: no finer than it is.
    """
    first, last = edtf.bounds(value)
    if first and last:
        parts = _PARTS.get(edtf.precision(value))
        if parts or first == last:
            return {"start_date": _make_date(first, parts or 3)}
        return {"start_date": _make_date(first), "end_date": _make_date(last)}
    only = first or last
    known = next((end for end in value.split("/") if end not in ("", "..")), value)
    return {"start_date": _make_date(only, _PARTS.get(edtf.precision(known), 1))} if only else {}


def _make_date(day: date, parts: int = 3) -> dict[str, int]:
    """A day in TimelineJS's parts, or only the first of them."""
    return dict(list({"year": day.year, "month": day.month, "day": day.day}.items())[:parts])


def _make_calendar(directory: Directory, timeline: Timeline) -> Series:
    """The iCalendar file of a timeline's days."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//newsgen//newsgen//EN", "CALSCALE:GREGORIAN"]
    head.append(f"X-WR-CALNAME:{_escape(timeline.options.title)}")
    before, foot = _write_lines(head), _write_lines(["END:VCALENDAR"])
    days = partial(_list_days, directory, timeline)
    return Series(list_parts=days, head=before, foot=foot, empty=before + foot)


def _list_days(directory: Directory, timeline: Timeline) -> Iterator[Part]:
    """The events of single days, as they are written."""
    events = list_dated(directory, timeline, is_calendar_day)
    describe = partial(_write_day, directory, timeline)
    return cut_parts("events", events, describe=describe, watch=directory.lookups.watch)


def _write_day(directory: Directory, timeline: Timeline, entry: Entry) -> Iterator[bytes]:
    yield _write_lines(_write_event(directory, timeline, _tell(directory, entry)))


def _write_lines(lines: Iterable[str]) -> bytes:
    return b"".join(_fold(line.encode("utf-8", "replace")) + b"\r\n" for line in lines)


def _write_event(directory: Directory, timeline: Timeline, told: _Told) -> Iterator[str]:
    """The lines of one day's event; its stamp is the day of its latest report, or its own, for no clock is asked."""
    day = edtf.bounds(told.when)[0]
    assert day is not None
    yield "BEGIN:VEVENT"
    yield f"UID:{_escape(told.id)}@{_escape(timeline.options.id)}.newsgen"
    yield f"DTSTAMP:{_stamp(told.revised or day)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_stamp(day)}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_stamp(day + timedelta(days=1))}"
    yield f"SUMMARY:{_escape(told.title)}"
    yield f"DESCRIPTION:{_escape(told.text)}\\n{_escape(told.sources)}"
    yield f"STATUS:{'TENTATIVE' if told.announced else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if directory.site.base_url:
        yield f"URL:{urls.absolute(directory.site.base_url, directory.entry_path(timeline, told.id), told.id)}"
    yield "END:VEVENT"


def _stamp(day: date) -> str:
    """A day in iCalendar's form."""
    return day.isoformat().replace("-", "")


def _escape(text: str) -> str:
    """A text as a value of iCalendar; control characters, which it may not hold, become spaces."""
    plain = text
    if not text.isprintable():
        plain = "".join(letter if (letter >= " " and letter != "\x7f") or letter == "\n" else " " for letter in text)
    for sign in "\\;,":
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _fold(line: bytes) -> bytes:
    """The line in pieces of at most 75 bytes, no character cut, each further one after a space."""
    pieces, start, room = [], 0, _WIDTH
    while len(line) - start > room:
        end = start + room
        while line[end] & 0b1100_0000 == 0b1000_0000:  # within a character
            end -= 1
        pieces.append(line[start:end])
        start, room = end, _WIDTH - 1
    return b"\r\n ".join([*pieces, line[start:]])
