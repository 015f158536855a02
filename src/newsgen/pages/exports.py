"""Timelines in the formats of other tools: TimelineJS and iCalendar."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from html import escape
from itertools import chain
from typing import Any, NamedTuple

from newsgen import edtf
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.data import plan_json
from newsgen.pages.directory import Directory
from newsgen.pages.eventtext import title_event, word_event
from newsgen.pages.reports import name_outlet
from newsgen.pages.timelines import is_calendar_day
from newsgen.records.archive import EditorEvent, Event, Timeline
from newsgen.records.output import Page
from newsgen.records.site import TextFile

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


def plan_exports(directory: Directory) -> Iterator[Page]:
    """Each timeline for TimelineJS, and its days as a calendar; neither without an event that it has a place for."""
    for timeline in directory.archive.timelines:
        identity = timeline.options.id
        dates = {directory.archive.events[place].date for place in timeline.events}
        dates |= {event.date for event in timeline.own}
        if any(map(_make_dates, dates)):
            yield plan_json(
                urls.timeline_data_path(identity, "timelinejs.json"),
                partial(_tell_story, directory, timeline),
            )
        if any(map(is_calendar_day, dates)):
            yield Page(
                path=urls.timeline_data_path(identity, "ics"),
                template="",
                show=partial(_write_calendar, directory, timeline),
                made_from=f"the calendar of the timeline {identity}",
            )


def _tell_story(directory: Directory, timeline: Timeline) -> dict[str, Any]:
    """What TimelineJS reads."""
    slides = (_make_slide(directory.words, entry) for entry in _list_entries(directory, timeline))
    return {"title": _make_title(timeline), "events": [slide for slide in slides if slide]}


def _list_entries(directory: Directory, timeline: Timeline) -> list[_Entry]:
    """All its events, the editor's own too, in order of date."""
    titles = dict(timeline.titles)
    events = directory.archive.events
    reported = (_tell_event(directory, events[place], titles.get(place, "")) for place in timeline.events)
    own = (_tell_own(directory.words, event) for event in timeline.own)
    return sorted(chain(reported, own), key=lambda entry: edtf.sort_key(entry.when))


def _tell_event(directory: Directory, event: Event, title: str) -> _Entry:
    """An event that articles report."""
    days = [_publication_day(directory, report.article) for report in event.reports]
    return _Entry(
        id=event.id,
        when=event.date,
        title=title or title_event(directory, event).text,
        text=word_event(directory, event).text,
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
    return edtf.bounds(directory.article(position).reading.article.published or "XXXX")[0]


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


def _make_slide(words: Words, entry: _Entry) -> dict[str, Any] | None:
    """An event as a slide; None if its year is not known, for TimelineJS has no place for it."""
    dates = _make_dates(entry.when)
    if not dates:
        return None
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


def _write_calendar(directory: Directory, timeline: Timeline) -> TextFile:
    """The iCalendar file of a timeline's days."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//newsgen//newsgen//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escape(timeline.options.title)}")
    for entry in _list_entries(directory, timeline):
        if is_calendar_day(entry.when):
            lines.extend(_write_event(directory, timeline, entry))
    lines.append("END:VCALENDAR")
    return TextFile(text="".join(f"{_fold(line)}\r\n" for line in lines))


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
    plain = "".join(letter if (letter >= " " and letter != "\x7f") or letter == "\n" else " " for letter in text)
    for sign in "\\;,":
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _fold(line: str) -> str:
    """The line in pieces of at most 75 bytes, no character cut, each further one after a space."""
    if len(line) * 4 <= _WIDTH:
        return line
    pieces, size = [""], 0
    for letter in line:
        width = len(letter.encode("utf-8", "replace"))
        if size + width > _WIDTH:
            pieces.append(" ")
            size = 1
        pieces[-1] += letter
        size += width
    return "\r\n".join(pieces)
