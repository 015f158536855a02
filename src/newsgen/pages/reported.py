"""A timeline in the order of its reports: each event where it was reported first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgen import edtf
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import show_date
from newsgen.pages.months import group_by_month
from newsgen.pages.reports import group_by_article, link_headline, name_outlet
from newsgen.pages.rights import shown_sentence
from newsgen.records.archive import Event, EventReport, Timeline
from newsgen.records.site import FirstReport, FirstReportGroup, FirstReportYear, Ref

_WEEKS, _MONTHS = 21, 92
"""Days from which a lag is told in weeks, and in months."""


class _Place(NamedTuple):
    """An event, and the first report of each article in the order of publication."""

    position: int
    reports: tuple[EventReport, ...]
    published: str | None
    """When the first of them was."""


def group_first_reports(directory: Directory, here: str, timeline: Timeline) -> tuple[FirstReportYear, ...]:
    """The events of a timeline by year and month in which they were reported first; undated ones last."""
    reports = _list_first_reports(directory, here, timeline)
    years = group_by_month(directory.words, reports, "timeline.silent-reports")
    return tuple(
        FirstReportYear(
            title=year or directory.words.say("date.undated-heading"),
            id=f"y-{year or 'undated'}",
            groups=tuple(FirstReportGroup(**heading._asdict(), reports=reports) for heading, reports in months),
        )
        for year, months in years
    )


def _list_first_reports(directory: Directory, here: str, timeline: Timeline) -> Iterator[tuple[str, str, FirstReport]]:
    """Each with its year and month, as far as they are known."""
    titles = dict(timeline.titles)
    for place in _order_events(directory, timeline):
        key = edtf.month_key(place.published)
        year, month = ("", "") if key == "undated" else (key[:4], key if len(key) == 7 else "")
        yield year, month, _make_entry(directory, here, timeline.options.id, place, titles.get(place.position, ""))


def _order_events(directory: Directory, timeline: Timeline) -> list[_Place]:
    """The events by the publication of their first report, of equals as they happened."""
    places = []
    for position in timeline.events:
        told = group_by_article(directory, directory.archive.events[position].reports)
        reports = [next(sentences) for _, sentences in told]
        published = directory.article(reports[0].article).reading.article.published
        places.append(_Place(position, tuple(reports), published))
    return sorted(places, key=lambda place: (edtf.sort_key(place.published), place.position))


def _make_entry(directory: Directory, here: str, timeline: str, place: _Place, title: str) -> FirstReport:
    """An event where it was reported first."""
    event, first = directory.archive.events[place.position], place.reports[0]
    clearest = event.reports[event.clearest]
    article = directory.article(clearest.article)
    date = show_date(directory.words, event.date)
    return FirstReport(
        date=show_date(directory.words, place.published) if place.published else None,
        source=name_outlet(directory, first.article),
        report=link_headline(directory, here, first),
        event=Ref(
            text=title or shown_sentence(article, clearest.report),
            href=urls.link(here, urls.timeline_path(timeline), event.id),
            lang=directory.title_lang if title else directory.foreign(article.reading.article.language),
        ),
        when=date,
        mark="announced" if event.kind == "announced" else date.grain,
        lag=_tell_lag(directory.words, event, place.published),
        later=_tell_later(directory, place.reports[1:]),
    )


def _tell_lag(words: Words, event: Event, published: str | None) -> str:
    """How long after the event its first report was published; empty where a day is not known."""
    happened, told = edtf.bounds(event.date), edtf.bounds(published or "XXXX")
    if happened[0] is None or happened[0] != happened[1] or told[0] is None or told[0] != told[1]:
        return ""
    days = (told[0] - happened[0]).days
    if days in (0, 1):
        return words.say(("timeline.same-day", "timeline.next-day")[days])
    unit, length = _measure(abs(days))
    return words.say(f"timeline.{unit}-{'later' if days > 0 else 'before'}", count=length)


def _measure(days: int) -> tuple[str, int]:
    """A number of days in the unit that it is told in."""
    if days < _WEEKS:
        return "days", days
    return ("weeks", days // 7) if days < _MONTHS else ("months", round(days / 30.44))


def _tell_later(directory: Directory, reports: Sequence[EventReport]) -> str:
    """How many further reports there are, and of when the last is."""
    if not reports:
        return ""
    dates = [directory.article(report.article).reading.article.published for report in reports]
    known = [date for date in dates if date and edtf.bounds(date)[0]]
    words, count = directory.words, len(reports)
    if not known:
        return words.say("timeline.later", count=count)
    day = "-day" if edtf.precision(known[-1]) == "day" else ""
    return words.say(f"timeline.later-last{day}", count=count, date=words.date(known[-1]))
