"""A strict reader of iCalendar files, written from RFC 5545 and from nothing else.

It knows as much as all-day events need, and refuses all that the RFC forbids there.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

LINE = re.compile(r"(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(?P<value>.*)")
TEXTS = {"SUMMARY", "DESCRIPTION", "X-WR-CALNAME", "UID"}
ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "STATUS", "TRANSP", "URL"}
CALENDAR = {"PRODID", "VERSION", "CALSCALE", "METHOD"}


class InvalidCalendarError(Exception):
    """What the RFC forbids."""


@dataclass(frozen=True)
class Day:
    """An all-day event."""

    uid: str
    stamp: datetime
    start: date
    end: date | None
    summary: str
    description: str
    status: str
    url: str | None


def require(holds: object, fault: str) -> None:
    """Refuse the file if something does not hold."""
    if not holds:
        raise InvalidCalendarError(fault)


def read_calendar(data: bytes) -> tuple[dict[str, str], list[Day]]:
    """The properties of the calendar, and its events."""
    lines = [split_line(line) for line in unfold(data)]
    require(lines[0] == ("BEGIN", "", "VCALENDAR"), "3.4: a calendar begins with BEGIN:VCALENDAR")
    require(lines[-1] == ("END", "", "VCALENDAR"), "3.4: and ends with END:VCALENDAR")
    head: dict[str, str] = {}
    days: list[Day] = []
    inside: list[tuple[str, str, str]] | None = None
    for line in lines[1:-1]:
        if line == ("BEGIN", "", "VEVENT"):
            require(inside is None, "3.6.1: an event holds no event")
            inside = []
        elif line == ("END", "", "VEVENT"):
            require(inside is not None, "3.6: an event ends that has not begun")
            days.append(read_day(inside or []))
            inside = None
        elif inside is not None:
            inside.append(line)
        else:
            name, _, value = line
            require(name in CALENDAR or name.startswith("X-"), f"3.6: {name} is no property of a calendar")
            require(name not in head and not days, f"3.6: {name} stands twice or behind the components")
            head[name] = read_text(value) if name in TEXTS else value
    require(inside is None, "3.6: an event does not end")
    require({"PRODID", "VERSION"} <= head.keys(), "3.6: PRODID and VERSION are required")
    require(head["VERSION"] == "2.0", "3.7.4: the version is 2.0")
    require(days, "3.6: a calendar holds at least one component")
    require(len({day.uid for day in days}) == len(days), "3.8.4.7: a UID is unique")
    return head, days


def unfold(data: bytes) -> list[str]:
    """The content lines of a file."""
    require(data.endswith(b"\r\n"), "3.1: each line ends in CRLF")
    folded = data.removesuffix(b"\r\n").split(b"\r\n")
    require(not any(b"\r" in line or b"\n" in line for line in folded), "3.1: CR and LF stand only together")
    require(all(len(line) <= 75 for line in folded), "3.1: a line has at most 75 octets")
    require(all(folded), "3.1: there are no empty lines")
    lines: list[str] = []
    for line in folded:
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            raise InvalidCalendarError("3.1: a character is cut by a fold") from None
        if text[0] in " \t":
            require(lines, "3.1: the first line continues nothing")
            lines[-1] += text[1:]
        else:
            lines.append(text)
    return lines


def split_line(line: str) -> tuple[str, str, str]:
    """Name, parameters and value of a content line."""
    found = LINE.fullmatch(line)
    if found is None:
        raise InvalidCalendarError(f"3.1: no content line: {line}")
    value = found["value"]
    require(not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value), "3.1: a value holds no control characters")
    return found["name"].upper(), found["parameters"].upper().lstrip(";"), value


def read_text(value: str) -> str:
    """A value of the type TEXT (3.3.11)."""
    require(re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", value), f"3.3.11: not escaped: {value}")
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def read_date(value: str) -> date:
    """A value of the type DATE (3.3.4)."""
    require(re.fullmatch(r"[0-9]{8}", value), f"3.3.4: no date: {value}")
    try:
        return date(int(value[:4]), int(value[4:6]), int(value[6:]))
    except ValueError:
        raise InvalidCalendarError(f"3.3.4: no such day: {value}") from None


def read_day(lines: list[tuple[str, str, str]]) -> Day:
    """An all-day event (3.6.1)."""
    names = [name for name, _, _ in lines]
    require(all(name in ONCE or name.startswith("X-") for name in names), f"3.6.1: unknown property in {names}")
    require(all(names.count(name) == 1 for name in names), f"3.6.1: a property stands twice in {names}")
    values = {name: value for name, _, value in lines}
    require({"UID", "DTSTAMP", "DTSTART"} <= values.keys(), "3.6.1: UID, DTSTAMP and DTSTART are required")
    for name, parameters, _ in lines:
        wanted = "VALUE=DATE" if name in ("DTSTART", "DTEND") else ""
        require(parameters == wanted, f"3.2.20: {name} has the parameters {parameters!r}")
    require(re.fullmatch(r"[0-9]{8}T[0-9]{6}Z", values["DTSTAMP"]), "3.8.7.2: DTSTAMP is a moment in UTC")
    start = read_date(values["DTSTART"])
    end = read_date(values["DTEND"]) if "DTEND" in values else None
    require(end is None or end > start, "3.8.2.2: DTEND is later than DTSTART: it is the first day that is free again")
    require(values.get("STATUS", "CONFIRMED") in ("TENTATIVE", "CONFIRMED", "CANCELLED"), "3.8.1.11: unknown status")
    require(values.get("TRANSP", "OPAQUE") in ("OPAQUE", "TRANSPARENT"), "3.8.2.7: unknown transparency")
    url = values.get("URL")
    require(url is None or re.fullmatch(r"[a-z]+:[!-~]+", url), f"3.3.13: no URI: {url}")
    return Day(
        uid=read_text(values["UID"]),
        stamp=datetime.strptime(values["DTSTAMP"], "%Y%m%dT%H%M%SZ"),
        start=start,
        end=end,
        summary=read_text(values.get("SUMMARY", "")),
        description=read_text(values.get("DESCRIPTION", "")),
        status=values.get("STATUS", ""),
        url=url,
    )
