"""Events on pages: timelines, and the events of persons, countries and articles."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.directory import NO_SOURCE, Directory
from newsgen.pages.display import show_date, tell
from newsgen.pages.rights import shown_sentence
from newsgen.records.archive import EditorEvent, Event, EventReport
from newsgen.records.site import Difference, EventItem, OutletReports, Ref, ReportItem, ToldReport, Variant

MOST = 20
"""Events that the page of a person or country shows."""


def make_event(directory: Directory, here: str, position: int, *, without: str = "") -> EventItem:
    """An event with all its reports; `without` is the id or code of what the page is about anyway."""
    event = directory.archive.events[position]
    clearest = event.reports[event.clearest]
    article = directory.article(clearest.article)
    return EventItem(
        id=event.id,
        date=show_date(event.date),
        text=shown_sentence(article, clearest.report),
        lang=directory.foreign(article.reading.article.language),
        announced=event.kind == "announced",
        people=tuple(directory.person_ref(here, person) for person in event.people if person != without),
        countries=tuple(directory.country_ref(here, code) for code in event.countries if code != without),
        sources=_list_reports(directory, here, position),
        timelines=directory.timeline_refs(here, position),
        evidence=tuple(_explain_reports(directory, event)),
    )


def make_short_event(directory: Directory, here: str, position: int, timeline: str, title: str = "") -> EventItem:
    """An event with its clearest report only, and the way to the others in the timeline; `title` is the editor's."""
    event = directory.archive.events[position]
    whole = make_event(directory, here, position)
    others = len(event.reports) - 1
    return replace(
        whole,
        text=title or whole.text,
        lang=directory.title_lang if title else whole.lang,
        by_editor=bool(title),
        people=(),
        countries=(),
        sources=_group_reports(directory, here, event, [event.reports[event.clearest]]),
        timelines=(),
        evidence=(),
        more=Ref(
            text=f"and {others} more report{'s' if others > 1 else ''}",
            href=urls.link(here, urls.timeline_path(timeline), event.id),
        )
        if others
        else None,
    )


def make_told_event(directory: Directory, here: str, position: int, title: str = "") -> EventItem:
    """An event with all its reports word for word; the editor's title, if there is one, stands for the sentence."""
    event = directory.archive.events[position]
    whole = make_event(directory, here, position)
    several = len(event.reports) > 1
    return replace(
        whole,
        text=title or whole.text,
        lang=directory.title_lang if title else whole.lang,
        by_editor=bool(title),
        sources=tuple(map(_without_dates, whole.sources)) if several else whole.sources,
        timelines=(),
        evidence=(),
        told=_tell_reports(directory, here, event) if several or title else (),
        summary=_sum_up(event, count_texts(directory, event)),
        differences=tuple(_find_differences(directory, here, event)) if several else (),
        announcements=tuple(_list_announcements(directory, here, event)) if not whole.announced else (),
    )


def _list_announcements(directory: Directory, here: str, event: Event) -> Iterator[Ref]:
    """The reports that announced what others report as happened, oldest first."""
    for report in sorted(event.reports, key=lambda report: order_report(directory, report)):
        if report.kind == "announced":
            href = directory.report_href(here, report.article, report.report)
            yield Ref(text=_name_report(directory, report), href=href)


def _without_dates(outlet: OutletReports) -> OutletReports:
    """The reports of an outlet without the dates that they give: for where these stand beside their sentences."""
    return replace(outlet, reports=tuple(replace(report, own_date=None) for report in outlet.reports))


def make_own_event(directory: Directory, here: str, event: EditorEvent) -> EventItem:
    """An event of the editor's own."""
    href = urls.outward(event.url)
    return EventItem(
        id=event.id,
        date=show_date(event.date),
        text=event.text,
        lang=directory.title_lang,
        announced=False,
        people=tuple(directory.person_ref(here, person) for person in event.people),
        countries=tuple(directory.country_ref(here, code) for code in event.countries),
        sources=(),
        by_editor=True,
        origin=Ref(text=event.source or href, href=href, lang=directory.title_lang) if event.source or href else None,
    )


def _tell_reports(directory: Directory, here: str, event: Event) -> tuple[ToldReport, ...]:
    """All reports word for word, oldest first."""
    return tuple(
        _tell_report(directory, here, event, report)
        for report in sorted(event.reports, key=lambda report: order_report(directory, report))
    )


def _tell_report(directory: Directory, here: str, event: Event, report: EventReport) -> ToldReport:
    """One report word for word."""
    article = directory.article(report.article)
    parsed = article.reading.article
    return ToldReport(
        source=name_outlet(directory, report.article),
        href=directory.report_href(here, report.article, report.report),
        published=show_date(parsed.published) if parsed.published else None,
        text=shown_sentence(article, report.report),
        lang=directory.foreign(parsed.language),
        own_date=None if report.date == event.date else show_date(report.date),
        why=", ".join(report.evidence) + _tell_beside(directory, event, report) if report.evidence else "",
    )


def count_texts(directory: Directory, event: Event) -> int:
    """How many independent texts report an event: articles that carry the same text count as one."""
    articles = {report.article for report in event.reports}
    return len({min(articles & {article, *directory.same_text.get(article, ())}) for article in articles})


def _sum_up(event: Event, texts: int) -> str:
    """How many reports there are, and how many independent texts: `5 reports in 4 independent texts`."""
    reports, articles = len(event.reports), len({report.article for report in event.reports})
    if reports == 1:
        return "1 report"
    if texts == 1:
        return f"{reports} reports, all of one text"
    if texts == articles == reports:
        return f"{reports} reports, each independent"
    return f"{reports} reports in {texts} independent texts"


def _find_differences(directory: Directory, here: str, event: Event) -> Iterator[Difference]:
    """What the reports do not agree on: dates, and numbers of the same."""

    def pick(text: str, places: Sequence[int]) -> Variant:
        return _make_variant(directory, here, text, [event.reports[place] for place in places])

    if event.dates:
        yield Difference(subject="date", variants=tuple(pick(tell(given.date), given.reports) for given in event.dates))
    for unit, figures in groupby(event.figures, key=lambda figure: figure.unit):
        variants = tuple(pick(f"{figure.value:,}", figure.reports) for figure in figures)
        yield Difference(subject=f"number: {unit}", variants=variants)


def _make_variant(directory: Directory, here: str, text: str, reports: Sequence[EventReport]) -> Variant:
    """What some of the reports say, with a link to each."""
    ordered = sorted(reports, key=lambda report: order_report(directory, report))
    return Variant(
        text=text,
        reports=tuple(
            Ref(
                text=name_outlet(directory, report.article),
                href=directory.report_href(here, report.article, report.report),
            )
            for report in ordered
        ),
    )


def _explain_reports(directory: Directory, event: Event) -> Iterator[str]:
    """For each report but the clearest, what it has in common with that or with another one."""
    for report in event.reports:
        if report.like is None or not report.evidence:
            continue
        beside = _tell_beside(directory, event, report)
        yield f"{_name_report(directory, report)}: {', '.join(report.evidence)}{beside}"


def _tell_beside(directory: Directory, event: Event, report: EventReport) -> str:
    """Which report it was compared with, if that was not the clearest."""
    if report.like is None or report.like == event.clearest:
        return ""
    return f" (like {_name_report(directory, event.reports[report.like])})"


def name_outlet(directory: Directory, position: int) -> str:
    """The outlet of an article, in words."""
    source = directory.article(position).source
    return directory.sources[source].name if source else NO_SOURCE


def _name_report(directory: Directory, report: EventReport) -> str:
    """A report by outlet and date: `Example Daily, 15 May 2024`."""
    article = directory.article(report.article)
    published = article.reading.article.published
    return f"{name_outlet(directory, report.article)}, {tell(published) if published else 'undated'}"


def _list_reports(directory: Directory, here: str, position: int) -> tuple[OutletReports, ...]:
    """All reports of an event by outlet; made once for all pages of a folder, since they link alike."""
    key = urls.folder_of(here), position
    if key not in directory.reports:
        event = directory.archive.events[position]
        directory.reports[key] = _group_reports(directory, here, event, event.reports)
    return directory.reports[key]


def _group_reports(
    directory: Directory, here: str, event: Event, reports: Sequence[EventReport]
) -> tuple[OutletReports, ...]:
    """The reports by outlet, oldest first."""
    groups: dict[str, list[ReportItem]] = {}
    for report in sorted(reports, key=lambda report: order_report(directory, report)):
        name = name_outlet(directory, report.article)
        groups.setdefault(name, []).append(_make_report(directory, here, event, report))
    return tuple(OutletReports(source=name, reports=tuple(group)) for name, group in groups.items())


def order_report(directory: Directory, report: EventReport) -> tuple[tuple[int, int, int, str], int, int]:
    """The key by which reports are sorted."""
    return edtf.sort_key(directory.article(report.article).reading.article.published), report.article, report.report


def _make_report(directory: Directory, here: str, event: Event, report: EventReport) -> ReportItem:
    """One article's telling of the event."""
    parsed = directory.article(report.article).reading.article
    return ReportItem(
        href=directory.report_href(here, report.article, report.report),
        headline=parsed.headline,
        published=show_date(parsed.published) if parsed.published else None,
        own_date=None if report.date == event.date else show_date(report.date),
    )


def pick_events(directory: Directory, here: str, events: Sequence[int], *, without: str) -> tuple[EventItem, ...]:
    """The events of a person or country, newest first as their articles; of many, those that most articles report."""
    chosen = sorted(rank_reported(directory, events)[:MOST], reverse=True)
    # Those of which no year is known stand last in any order.
    chosen.sort(key=lambda position: edtf.bounds(directory.archive.events[position].date) == (None, None))
    return tuple(make_event(directory, here, position, without=without) for position in chosen)


def find_timelines(directory: Directory, here: str, events: Sequence[int]) -> tuple[Ref, ...]:
    """Links to the timelines that show events of which `pick_events` leaves some out; none if it leaves out none."""
    if len(events) <= MOST:
        return ()
    found = {ref.href: ref for event in events for ref in directory.timelines.get(event, ())}
    lang = directory.title_lang
    return tuple(Ref(text=ref.text, href=urls.link(here, path), lang=lang) for path, ref in sorted(found.items()))


def rank_reported(directory: Directory, events: Sequence[int]) -> list[int]:
    """The events, those that most articles report first, of these the latest."""

    def weight(position: int) -> tuple[int, int]:
        return len({report.article for report in directory.archive.events[position].reports}), position

    return sorted(events, key=weight, reverse=True)
