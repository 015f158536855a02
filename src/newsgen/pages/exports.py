"""Timelines in the formats of other tools: TimelineJS and iCalendar."""

from collections.abc import Iterator
from datetime import date, timedelta
from html import escape
from typing import Any

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.data import make_json
from newsgen.pages.directory import NO_SOURCE, Directory
from newsgen.pages.display import tell
from newsgen.pages.rights import shown_sentence, shown_title
from newsgen.pages.timelines import is_calendar_day
from newsgen.records.archive import Event, Timeline
from newsgen.records.output import Page
from newsgen.records.site import TextFile

_WIDTH = 75
"""Bytes of a line of an iCalendar file, by RFC 5545."""


def plan_exports(directory: Directory) -> Iterator[Page]:
    """Each timeline for TimelineJS, and its days as a calendar if it has any."""
    for timeline in directory.archive.timelines:
        identity = timeline.options.id
        yield make_json(urls.timeline_data_path(identity, "timelinejs.json"), _make_timelinejs(directory, timeline))
        days = [
            event for position in timeline.events if is_calendar_day((event := directory.archive.events[position]).date)
        ]
        if days:
            yield Page(
                path=urls.timeline_data_path(identity, "ics"),
                template="",
                shows=TextFile(text=_write_calendar(directory, timeline, days)),
                made_from=f"the calendar of the timeline {identity}",
            )


def _make_timelinejs(directory: Directory, timeline: Timeline) -> dict[str, Any]:
    """The timeline as knightlab's TimelineJS reads it; it takes its texts for HTML, so they are escaped."""
    options = timeline.options
    events = [directory.archive.events[position] for position in timeline.events]
    return {
        "title": {"text": {"headline": escape(options.title), "text": escape(options.description or "")}},
        "events": [slide for event in events if (slide := _make_slide(directory, event))],
    }


def _make_slide(directory: Directory, event: Event) -> dict[str, Any] | None:
    """An event as a slide; None if its year is not known, for TimelineJS has no place for it."""
    first, last = edtf.bounds(event.date)
    begin, end = first or last, last or first
    if begin is None or end is None:
        return None
    clearest = event.reports[event.clearest]
    article = directory.article(clearest.article)
    exact = begin == end
    dates = (
        {"start_date": _make_date(begin)} if exact else {"start_date": _make_date(begin), "end_date": _make_date(end)}
    )
    return {
        **dates,
        "display_date": tell(event.date) + (" (announced)" if event.kind == "announced" else ""),
        "text": {
            "headline": escape(shown_title(article, clearest.report)),
            "text": escape(_tell_in_full(directory, event)),
        },
        "unique_id": event.id,
    }


def _make_date(day: date) -> dict[str, int]:
    """A day in TimelineJS's parts."""
    return {"year": day.year, "month": day.month, "day": day.day}


def _write_calendar(directory: Directory, timeline: Timeline, events: list[Event]) -> str:
    """The iCalendar file of a timeline's days."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//newsgen//newsgen//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escape(timeline.options.title)}")
    for event in events:
        lines.extend(_write_event(directory, timeline, event))
    lines.append("END:VCALENDAR")
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _write_event(directory: Directory, timeline: Timeline, event: Event) -> Iterator[str]:
    """The lines of one day's event; its stamp is the day itself, for no clock is asked."""
    clearest = event.reports[event.clearest]
    article = directory.article(clearest.article)
    day = edtf.bounds(event.date)[0]
    assert day is not None
    yield "BEGIN:VEVENT"
    yield f"UID:{_escape(event.id)}@{_escape(timeline.options.id)}.newsgen"
    yield f"DTSTAMP:{_stamp(day)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_stamp(day)}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_stamp(day + timedelta(days=1))}"
    yield f"SUMMARY:{_escape(shown_title(article, clearest.report))}"
    yield f"DESCRIPTION:{_escape(_tell_in_full(directory, event))}"
    yield f"STATUS:{'TENTATIVE' if event.kind == 'announced' else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if directory.site.base_url:
        yield f"URL:{urls.absolute(directory.site.base_url, urls.timeline_path(timeline.options.id), event.id)}"
    yield "END:VEVENT"


def _tell_in_full(directory: Directory, event: Event) -> str:
    """The sentence of the clearest report, and on a line of their own the outlets that report it."""
    clearest = event.reports[event.clearest]
    outlets = dict.fromkeys(_name_outlet(directory, report.article) for report in event.reports)
    return f"{shown_sentence(directory.article(clearest.article), clearest.report)}\n{'; '.join(outlets)}"


def _stamp(day: date) -> str:
    """A day in iCalendar's form."""
    return day.isoformat().replace("-", "")


def _name_outlet(directory: Directory, position: int) -> str:
    """The outlet of an article, in words."""
    source = directory.article(position).source
    return directory.sources[source].name if source else NO_SOURCE


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
