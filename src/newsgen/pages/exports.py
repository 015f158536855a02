"""Timelines in the formats of other tools: TimelineJS and iCalendar."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from html import escape
from typing import Any, NamedTuple

from newsgen import edtf
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.reports import name_outlet
from newsgen.pages.sentences import Gather, Sentences, tell_event
from newsgen.pages.series import plan_list, plan_series
from newsgen.pages.timeline_data import list_dated
from newsgen.pages.timelines import is_calendar_day
from newsgen.records.archive import EditorEvent, Timeline
from newsgen.records.entities import Event
from newsgen.records.output import Page, Series

_WIDTH = 75
"""Octets of a line of an iCalendar file, by RFC 5545."""


_PARTS: Mapping[str, int] = {"day": 3, "month": 2, "year": 1}
"""How many parts of a date are known, by its precision; of any other, its first day and its last."""


class _Entry(NamedTuple):
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


def plan_exports(directory: Directory, timeline: Timeline, sentences: Gather) -> Iterator[Page]:
    """A timeline for TimelineJS, and its days as a calendar; neither without an event that it has a place for."""
    identity = timeline.options.id
    dates = {directory.archive.events[place].date for place in timeline.events}
    dates |= {event.date for event in timeline.own}
    if any(map(_make_dates, dates)):
        yield plan_list(
            urls.timeline_data_path(identity, "timelinejs.json"),
            partial(_list_slides, directory, timeline, sentences),
            frame={"title": _make_title(timeline), "events": []},
            key="events",
        )
    if any(map(is_calendar_day, dates)):
        yield plan_series(
            urls.timeline_data_path(identity, "ics"),
            partial(_make_calendar, directory, timeline, sentences),
            f"the calendar of the timeline {identity}",
        )


def _list_slides(directory: Directory, timeline: Timeline, sentences: Gather) -> Iterator[dict[str, Any]]:
    """The events as TimelineJS reads them; none whose year is not known, for it has no place for them."""
    return (
        _make_slide(directory.words, dates, entry)
        for entry in _list_entries(directory, timeline, sentences, _make_dates)
        if (dates := _make_dates(entry.when))
    )


def _list_entries(
    directory: Directory, timeline: Timeline, sentences: Gather, fits: Callable[[str], object]
) -> Iterator[_Entry]:
    """Its events whose dates fit, the editor's own too, in order of date."""
    titles = dict(timeline.titles)
    for event, place in list_dated(directory.archive, timeline):
        if not fits(event.date):
            continue
        if isinstance(event, EditorEvent):
            yield _tell_own(directory.words, event)
        else:
            yield _tell_event(directory, sentences(), event, titles.get(place, ""))


def _tell_event(directory: Directory, sentences: Sentences, event: Event, own_title: str) -> _Entry:
    """An event that articles report."""
    title, text = tell_event(directory, sentences, event)
    days = [_publication_day(directory, report.article) for report in event.reports]
    return _Entry(
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


def _tell_own(words: Words, event: EditorEvent) -> _Entry:
    """An event of the editor's own."""
    source = ", ".join(filter(None, (event.source, urls.outward(event.url))))
    return _Entry(
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


def _make_slide(words: Words, dates: Mapping[str, Any], entry: _Entry) -> dict[str, Any]:
    """An event as a slide."""
    return {
        **dates,
        "display_date": _tell_date(words, entry),
        "text": {"headline": escape(entry.title), "text": escape(f"{entry.text} ({entry.sources})")},
        "unique_id": entry.id,
        "autolink": False,
    }


def _tell_date(words: Words, entry: _Entry) -> str:
    """The date in words, and whether what happened was only announced."""
    date = words.date(entry.when)
    return words.say("timeline.slide-announced", date=date) if entry.announced else date


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


def _make_calendar(directory: Directory, timeline: Timeline, sentences: Gather) -> Series:
    """The iCalendar file of a timeline's days."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//newsgen//newsgen//EN", "CALSCALE:GREGORIAN"]
    head.append(f"X-WR-CALNAME:{_escape(timeline.options.title)}")
    return Series(
        list_records=partial(_list_days, directory, timeline, sentences),
        head=_write_lines(head),
        foot=_write_lines(["END:VCALENDAR"]),
    )


def _list_days(directory: Directory, timeline: Timeline, sentences: Gather) -> Iterator[bytes]:
    """The events of single days, as they are written."""
    for entry in _list_entries(directory, timeline, sentences, is_calendar_day):
        yield _write_lines(_write_event(directory, timeline, entry))


def _write_lines(lines: Iterable[str]) -> bytes:
    return b"".join(_fold(line.encode("utf-8", "replace")) + b"\r\n" for line in lines)


def _write_event(directory: Directory, timeline: Timeline, entry: _Entry) -> Iterator[str]:
    """The lines of one day's event; its stamp is the day of its latest report, or its own, for no clock is asked."""
    day = edtf.bounds(entry.when)[0]
    assert day is not None
    yield "BEGIN:VEVENT"
    yield f"UID:{_escape(entry.id)}@{_escape(timeline.options.id)}.newsgen"
    yield f"DTSTAMP:{_stamp(entry.revised or day)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_stamp(day)}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_stamp(day + timedelta(days=1))}"
    yield f"SUMMARY:{_escape(entry.title)}"
    yield f"DESCRIPTION:{_escape(entry.text)}\\n{_escape(entry.sources)}"
    yield f"STATUS:{'TENTATIVE' if entry.announced else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if directory.site.base_url:
        yield f"URL:{urls.absolute(directory.site.base_url, directory.entry_path(timeline, entry.id), entry.id)}"
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
