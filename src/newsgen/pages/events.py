"""Events on pages: timelines, and the events of persons, countries and articles."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from newsgen import edtf
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import show_date, tell_figure
from newsgen.pages.eventtext import word_event
from newsgen.pages.reports import count_articles, make_report, make_source, name_report, sum_up
from newsgen.pages.selection import ENTRY, Extent, choose_cited, choose_tellings, find_rest
from newsgen.pages.sightings import link_report
from newsgen.records.archive import EditorEvent, Timeline
from newsgen.records.entities import Event, EventReport
from newsgen.records.site import Difference, EventItem, Ref, ReportItem, Variant

MOST = 20
"""Events that the page of a person or country shows."""


def make_event(directory: Directory, here: str, position: int, *, without: str = "") -> EventItem:
    """An event with some of its reports; `without` is the id or code of what the page is about anyway."""
    event = directory.event(position)
    return replace(
        _make_whole(directory, here, position),
        people=tuple(directory.person_ref(here, person) for person in event.people if person != without),
        countries=tuple(directory.country_ref(here, code) for code in event.countries if code != without),
        timelines=directory.timeline_refs(here, position),
    )


def make_short_event(directory: Directory, here: str, position: int, timeline: Timeline, title: str = "") -> EventItem:
    """An event with the report of its text only, and the way to the others in the timeline; `title` is the editor's."""
    event = directory.event(position)
    href = urls.link(here, directory.entry_path(timeline, event.id), event.id)
    return replace(
        _begin_event(directory, here, position, title),
        more=_count_more(directory.words, count_articles(event) - 1, href),
    )


def make_told_event(
    directory: Directory, here: str, position: int, title: str = "", *, extent: Extent = ENTRY
) -> EventItem:
    """An event with its reports word for word; the editor's title, if there is one, stands for the sentence."""
    event = directory.event(position)
    return replace(
        _make_whole(directory, here, position, title, extent=extent),
        people=tuple(directory.person_ref(here, person) for person in event.people),
        countries=tuple(directory.country_ref(here, code) for code in event.countries),
        differences=tuple(_find_differences(directory, here, position, extent)),
    )


def _make_whole(
    directory: Directory, here: str, position: int, title: str = "", *, extent: Extent = ENTRY
) -> EventItem:
    """An event with its reports; without those, if all that they say is the text."""
    event = directory.event(position)
    reports = list_reports(directory, here, position, extent) if title or len(event.reports) > 1 else ()
    left_out = count_articles(event) - len(reports) if reports else 0
    announced = [report for report in event.reports if report.kind == "announced"] if event.kind != "announced" else []
    return replace(
        _begin_event(directory, here, position, title),
        reports=reports,
        summary=sum_up(directory, event) if reports else "",
        more=_count_more(directory.words, left_out, find_rest(directory, here, position, extent)),
        announcements=_cite(directory, here, position, announced, extent),
    )


def list_reports(directory: Directory, here: str, position: int, extent: Extent) -> tuple[ReportItem, ...]:
    """The reports of an event, oldest first; made once for all pages of a folder, since they link alike."""
    key = urls.folder_of(here), position, extent.reports
    return directory.lookups.once(
        directory.reports, key, lambda: tuple(_list_reports(directory, here, directory.event(position), extent))
    )


def _list_reports(directory: Directory, here: str, event: Event, extent: Extent) -> Iterator[ReportItem]:
    """The reports of an event, oldest first."""
    for _, told in choose_tellings(directory, event, extent.reports):
        yield make_report(directory, here, event, told)


def _begin_event(directory: Directory, here: str, position: int, title: str) -> EventItem:
    """An event with its date, what happened, and the report that says so."""
    event = directory.event(position)
    words = Ref(text=title, lang=directory.title_lang) if title else word_event(directory, event)
    return EventItem(
        id=event.id,
        date=show_date(directory.words, event.date),
        text=words.text,
        lang=words.lang,
        announced=event.kind == "announced",
        people=(),
        countries=(),
        source=make_source(directory, here, event),
        by_editor=bool(title),
    )


def _count_more(words: Words, number: int, href: str) -> Ref | None:
    """How many further reports there are, as a link to them; None if there are none."""
    return Ref(text=words.say("event.more-reports", count=number), href=href) if number > 0 else None


def _cite(
    directory: Directory, here: str, position: int, reports: Sequence[EventReport], extent: Extent
) -> tuple[Ref, ...]:
    """Some of an event's reports by outlet and date, of an article its first sentence, and how many more there are.

    Only of an event that very many report some are left out.
    """
    is_cut = count_articles(directory.event(position)) > ENTRY.reports
    shown, left_out = choose_cited(directory, reports, extent.cited if is_cut else len(reports))
    more = _count_more(directory.words, left_out, find_rest(directory, here, position, extent))
    cited = (
        Ref(text=name_report(directory, report), href=link_report(directory, here, report.article, report.report))
        for report in shown
    )
    return (*cited, more) if more else tuple(cited)


def make_own_event(directory: Directory, here: str, event: EditorEvent) -> EventItem:
    """An event of the editor's own."""
    href = urls.outward(event.url)
    return EventItem(
        id=event.id,
        date=show_date(directory.words, event.date),
        text=event.text,
        lang=directory.title_lang,
        announced=False,
        people=tuple(directory.person_ref(here, person) for person in event.people),
        countries=tuple(directory.country_ref(here, code) for code in event.countries),
        source=None,
        by_editor=True,
        origin=Ref(text=event.source or href, href=href, lang=directory.title_lang) if event.source or href else None,
    )


def _find_differences(directory: Directory, here: str, position: int, extent: Extent) -> Iterator[Difference]:
    """What the reports do not agree on: dates, and numbers of the same."""
    event = directory.event(position)

    def pick(text: str, places: Sequence[int]) -> Variant:
        reports = [event.reports[place] for place in places]
        return Variant(text=text, reports=_cite(directory, here, position, reports, extent))

    if event.dates:
        yield Difference(
            subject="dates",
            variants=tuple(pick(directory.words.date(given.date), given.reports) for given in event.dates),
        )
    for unit, figures in groupby(event.figures, key=lambda figure: figure.unit):
        variants = tuple(pick(tell_figure(directory.words, figure.value, unit), figure.reports) for figure in figures)
        yield Difference(subject="numbers", variants=variants)


def pick_events(directory: Directory, here: str, events: Sequence[int], *, without: str) -> tuple[EventItem, ...]:
    """The events of a person or country: what happened, then what was merely announced, each newest first.

    Of many they are those that most articles report; what was announced only fills the room that is left.
    """
    ranked = rank_reported(directory, events)
    ranked.sort(key=lambda position: directory.event(position).kind == "announced")
    chosen = sorted(ranked[:MOST], reverse=True)
    # Those of which no year is known stand last in any order.
    chosen.sort(key=lambda position: edtf.bounds(directory.event(position).date) == (None, None))
    chosen.sort(key=lambda position: directory.event(position).kind == "announced")
    return tuple(make_event(directory, here, position, without=without) for position in chosen)


def find_timelines(directory: Directory, here: str, events: Sequence[int]) -> tuple[Ref, ...]:
    """Links to the timelines that show events of which `pick_events` leaves some out; none if it leaves out none."""
    if len(events) <= MOST:
        return ()
    found = {one.options.id: one.options.title for event in events for one in directory.timelines_of(event)}
    lang = directory.title_lang
    return tuple(
        Ref(text=title, href=urls.link(here, urls.timeline_path(timeline)), lang=lang)
        for timeline, title in sorted(found.items())
    )


def rank_reported(directory: Directory, events: Sequence[int]) -> list[int]:
    """The events, those that most articles report first, of these the latest."""

    def weight(position: int) -> tuple[int, int]:
        return count_articles(directory.event(position)), position

    return sorted(events, key=weight, reverse=True)
