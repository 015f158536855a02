"""A timeline in the order of its reports: each event where it was reported first."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsgen import edtf
from newsgen.canon import digest_of
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import show_date
from newsgen.pages.events import rank_reported
from newsgen.pages.eventtext import word_event
from newsgen.pages.months import Heading, group_by_month
from newsgen.pages.parts import find_day, part_by_time
from newsgen.pages.reports import group_by_article, link_headline, name_outlet
from newsgen.pages.timeline_frame import Beside, link_rest, make_part, make_timeline_frame, walk_parts
from newsgen.pages.timeline_strip import draw_strip
from newsgen.records.archive import Timeline
from newsgen.records.entities import Event, EventReport
from newsgen.records.output import Page
from newsgen.records.site import FirstReport, FirstReportGroup, FirstReportYear, Ref, ReportedPage

_MOST = 100
"""Events that the page shows which leads on to its parts: those that most articles report."""

_WEEKS, _MONTHS = 21, 92
"""Days from which a lag is told in weeks, and in months."""


class _Place(NamedTuple):
    """An event, and the first report of each article in the order of publication."""

    position: int
    reports: tuple[EventReport, ...]
    published: str | None
    """When the first of them was."""
    part: str = ""
    """Key of the part in which it stands."""


def plan_reported(directory: Directory, timeline: Timeline, name: str) -> Iterator[Page]:
    """The page of a timeline in this order, and those of its parts."""
    options, places = timeline.options, _order_events(directory, timeline)
    show = partial(_make_page, directory, timeline, places)
    yield Page(path=urls.reported_path(options.id), template="reported.html", show=show, made_from=name)
    for key, beside, inside in walk_parts(places):
        yield Page(
            path=urls.reported_part_path(options.id, key),
            template="reported.html",
            show=partial(_make_part, directory, timeline, beside, inside),
            made_from=f"{name}, {key}",
            watch=directory.lookups.watch,
            given=_digest(directory, timeline, beside, inside),
        )


def _digest(directory: Directory, timeline: Timeline, beside: Beside, places: Sequence[_Place]) -> str:
    """Digest of what the page of a part is given, but for the events themselves and the articles."""
    titles = dict(timeline.titles)
    told = [
        (
            directory.event(place.position).id,
            place.published,
            titles.get(place.position),
            directory.ids(report.article for report in place.reports),
            [report.report for report in place.reports],
        )
        for place in places
    ]
    return digest_of((beside, told))


def _make_page(directory: Directory, timeline: Timeline, places: Sequence[_Place]) -> ReportedPage:
    """All that the page of a timeline in the order of the reports shows."""
    here, options = urls.reported_path(timeline.options.id), timeline.options
    happened = urls.link(here, urls.timeline_path(options.id))
    chosen = _choose(directory, places) if any(place.part for place in places) else None
    years = _group(directory, here, timeline, places, chosen)
    groups = [group for year in years for group in year.groups]
    return ReportedPage(
        frame=make_timeline_frame(directory, here, timeline),
        title=options.title,
        description=options.description or "",
        years=years,
        strip=draw_strip(directory, timeline, happened, [group.id for group in groups]),
        happened=happened,
        shown=len(chosen) if chosen else 0,
        total=len(places) if chosen else 0,
    )


def _make_part(directory: Directory, timeline: Timeline, beside: Beside, places: Sequence[_Place]) -> ReportedPage:
    """All that the page of a part shows."""
    key, options = places[0].part, timeline.options
    here = urls.reported_part_path(options.id, key)
    part = make_part(directory, key, beside, lambda other: urls.reported_part_path(options.id, other))
    return ReportedPage(
        frame=make_timeline_frame(directory, here, timeline, part=part.title),
        title=options.title,
        description="",
        years=_group(directory, here, timeline, places, None),
        strip=None,
        happened="",
        part=part,
    )


def _choose(directory: Directory, places: Sequence[_Place]) -> frozenset[int]:
    """The positions of those events that stand for all: those that most articles report."""
    return frozenset(rank_reported(directory, [place.position for place in places])[:_MOST])


def _group(
    directory: Directory,
    here: str,
    timeline: Timeline,
    places: Sequence[_Place],
    chosen: Collection[int] | None,
) -> tuple[FirstReportYear, ...]:
    """Events by year and month in which they were reported first; of those not chosen only where they stand."""
    placed = ((*_find_month(place.published), place) for place in places)
    return tuple(
        FirstReportYear(
            title=year or directory.words.say("date.undated-heading"),
            id=f"y-{year or 'undated'}",
            groups=tuple(_make_group(directory, here, timeline, month, chosen) for month in months),
        )
        for year, months in group_by_month(directory.words, placed, "timeline.silent-reports")
    )


def _make_group(
    directory: Directory,
    here: str,
    timeline: Timeline,
    month: tuple[Heading, Sequence[_Place]],
    chosen: Collection[int] | None,
) -> FirstReportGroup:
    """The events of a month: all, or those chosen with the way to all."""
    heading, places = month
    titles = dict(timeline.titles)
    shown = (place for place in places if chosen is None or place.position in chosen)
    year = _find_month(places[0].published)[0]
    anchor = heading.id or f"y-{year or 'undated'}"
    rest = link_rest(
        directory,
        "timeline.rest-reported",
        places,
        lambda key: urls.link(here, urls.reported_part_path(timeline.options.id, key), anchor),
    )
    return FirstReportGroup(
        **heading._asdict(),
        reports=tuple(_make_entry(directory, here, timeline, place, titles.get(place.position, "")) for place in shown),
        rest=() if chosen is None else rest,
    )


def _order_events(directory: Directory, timeline: Timeline) -> list[_Place]:
    """The events by the publication of their first report, of equals as they happened."""
    places = []
    for position in timeline.events:
        told = group_by_article(directory, directory.event(position).reports)
        reports = [next(sentences) for _, sentences in told]
        published = directory.brief(reports[0].article).published
        places.append(_Place(position, tuple(reports), published))
    places.sort(key=lambda place: (edtf.sort_key(place.published), place.position))
    parts = part_by_time([(*_find_month(place.published), find_day(place.published or "XXXX"), 1) for place in places])
    return [place._replace(part=part) for place, part in zip(places, parts, strict=True)]


def _find_month(published: str | None) -> tuple[str, str]:
    """Year, and month as `2024-05`, as far as they are known."""
    key = edtf.month_key(published)
    return ("", "") if key == "undated" else (key[:4], key if len(key) == 7 else "")


def _make_entry(directory: Directory, here: str, timeline: Timeline, place: _Place, title: str) -> FirstReport:
    """An event where it was reported first."""
    event, first = directory.event(place.position), place.reports[0]
    words = Ref(text=title, lang=directory.title_lang) if title else word_event(directory, event)
    date = show_date(directory.words, event.date)
    return FirstReport(
        date=show_date(directory.words, place.published) if place.published else None,
        source=name_outlet(directory, first.article),
        report=link_headline(directory, here, first),
        event=Ref(
            text=words.text,
            href=urls.link(here, directory.entry_path(timeline, event.id), event.id),
            lang=words.lang,
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
    dates = [directory.brief(report.article).published for report in reports]
    known = [date for date in dates if date and edtf.bounds(date)[0]]
    words, count = directory.words, len(reports)
    if not known:
        return words.say("timeline.later", count=count)
    day = "-day" if edtf.precision(known[-1]) == "day" else ""
    return words.say(f"timeline.later-last{day}", count=count, date=words.date(known[-1]))
