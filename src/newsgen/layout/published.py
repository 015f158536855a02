"""When an article was published, and its dateline, from all stamps that its parts hold."""

import datetime
import re
from collections.abc import Sequence

import msgspec

from newsgen.layout.findings import PLACE_LINE, Finding, Part, Parts, replace
from newsgen.layout.outlets import Context
from newsgen.layout.stamps import Stamp, find_stamp, has_digit
from newsgen.layout.units import Unit
from newsgen.lexicon import Lexicon
from newsgen.records.article import Dateline

_DAY_FIRST = frozenset(("de", "es", "fr", "it", "pt"))
"""Languages in which 12/03/2024 is a day of March."""

_UNDATED = frozenset(("notice", "source", "byline", "kicker", "standfirst"))
"""Roles of lines around a text that may tell a date beside other things."""


def find_dates(parts: Parts, context: Context) -> Parts:
    """The parts with the first full date between the top and the text, where no line tells when it was published."""
    known = [part.finding.stamp for part in parts if part.finding and part.finding.stamp]
    if any(not stamp.date.startswith("XXXX") for stamp in known):
        return parts
    for index, (unit, finding) in enumerate(parts[:_REACH]):
        if finding is None and unit.kind != "blank":
            break
        if finding and finding.role in _UNDATED and has_digit(unit.text) and len(unit.text) <= _LINE:
            stamp = find_stamp(unit.text, context.lexicon)
            if stamp:
                return replace(parts, index, Part(unit, finding._replace(stamp=stamp)))
    return parts


_REACH = 80
"""Parts on top among which the date stands."""
_LINE = 160

Findings = Sequence[tuple[Unit, Finding]]


def find_dateline(findings: Findings, language: str, lexicon: Lexicon) -> Dateline | None:
    """The first dateline, its date settled; a line that is only a place if there is no other."""
    datelines = [finding for _, finding in findings if finding.dateline]
    found = min(datelines, key=lambda finding: finding.rule == PLACE_LINE, default=None)
    if found is None or found.dateline is None:
        return None
    agencies = (finding.dateline.agency for finding in datelines if finding.dateline)
    line = msgspec.structs.replace(found.dateline, agency=next(filter(None, agencies), None))
    if found.stamp is None:
        return line
    return msgspec.structs.replace(line, date=_settle(found.stamp, findings, language, lexicon))


def find_published(findings: Findings, dateline: Dateline | None, language: str, lexicon: Lexicon) -> str | None:
    """The day of publication: a published line's, else that of a change, else the dateline's, else the rights'.

    XXXX for no year.
    """
    stamped = [finding for _, finding in findings if finding.stamp and not finding.dateline]
    first = [finding.stamp for finding in stamped if not finding.updated]
    later = [finding.stamp for finding in stamped if finding.updated]
    for stamps in (first, later):
        dates = [_settle(stamp, findings, language, lexicon) for stamp in stamps if stamp]
        if dates:
            return next((date for date in dates if not date.startswith("XXXX")), dates[0])
    if dateline and dateline.date:
        return _add_year(dateline.date, findings)
    rights = (find_stamp(unit.text, lexicon) for unit, finding in findings if finding.rule == "copyright")
    return next((stamp.date for stamp in rights if stamp), None)


def _add_year(date: str, findings: Findings) -> str:
    """The date with its year, where the same day stands with it below the text: `SWS 2024-06-06 17:22 GMT`."""
    same = (finding.stamp.date for _, finding in findings if finding.stamp and finding.stamp.date[4:] == date[4:])
    return next((other for other in same if not other.startswith("XXXX")), date) if date.startswith("XXXX") else date


def _settle(stamp: Stamp, findings: Findings, language: str, lexicon: Lexicon) -> str:
    """The stamp's date; of two readings the one that the clipping's other dates or its language tell, or neither."""
    if not stamp.readings:
        return stamp.date
    others = [finding.stamp for _, finding in findings if finding.stamp and finding.stamp is not stamp]
    day_first = next((other.day_first for other in others if other.day_first is not None), None)
    if day_first is None and language in _DAY_FIRST:
        day_first = True
    if day_first is not None:
        return stamp.readings[0 if day_first else 1]
    months = {other.date[5:7] for other in others if not other.readings}
    possible = [reading for reading in stamp.readings if reading[5:7] in months]
    near = possible if len(possible) == 1 else _list_near(stamp.readings, findings, lexicon)
    if len(near) == 1:
        return near[0]
    return stamp.readings[0] if _writes_day_first(findings) else stamp.date


def _list_near(readings: Sequence[str], findings: Findings, lexicon: Lexicon) -> list[str]:
    """The readings that lie within a week of a full date that stands below a picture or in the text."""
    texts = (unit.text for unit, finding in findings if finding.role in ("caption", "paragraph"))
    named = [found.date for text in texts if has_digit(text) and (found := find_stamp(text, lexicon))]
    days = [_read_day(value) for value in named if len(value) == _DAY]
    return [reading for reading in readings if any(abs(_read_day(reading) - day) <= _WEEK for day in days)]


_read_day = datetime.date.fromisoformat

_DAY = len("2024-05-15")
_WEEK = datetime.timedelta(days=7)


def _writes_day_first(findings: Findings) -> bool:
    """Whether the text names days as "17 October", and none as "October 17", which some do beside day-first stamps."""
    texts = [unit.text for unit, finding in findings if finding.role == "paragraph" and has_digit(unit.text)]
    return any(map(_DAY_MONTH.search, texts)) and not any(map(_MONTH_DAY.search, texts))


_MONTH = r"(?:Jan|Febr)uary|March|April|May|Ju(?:ne|ly)|August|(?:Septem|Octo|Novem|Decem)ber"
# matches: on 17 October at
# not: on October 17
_DAY_MONTH = re.compile(rf"\b\d{{1,2}} (?:{_MONTH})\b")
# matches: on October 17 at
# not: in October 2017
_MONTH_DAY = re.compile(rf"\b(?:{_MONTH}) \d{{1,2}}\b")
