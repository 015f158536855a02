"""What became of the events of timelines, told by the sentences that report them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsgen import edtf
from newsgen.build.comparing.fields import compare_lists, compare_values
from newsgen.build.comparing.following import follow
from newsgen.build.english import english
from newsgen.build.published.outline import EventFacts, TimelineFacts
from newsgen.pages.display import tell_figure
from newsgen.pages.reports import is_less_exact
from newsgen.records.changes import EventAt, EventChanged, EventChanges, EventsMerged, EventSplit, FieldChange

Report = tuple[str, str]
"""An article's id, and a sentence of it without its numbers: an editor who mends a date means the same event."""

# matches: on 19 March 2024
# not: in March
_NUMBER = re.compile(r"\d+")


class Entry(NamedTuple):
    """An event, and what it is told by."""

    shown: EventAt
    """As it stands on its timelines."""
    kind: str
    """Whether it happened or was announced."""
    reports: frozenset[Report]
    """In terms of the new site; those in articles that both sites have."""
    sources: tuple[str, ...]
    """Ids of the articles, sorted; in terms of the new site where it has them."""
    texts: int
    """How many independent texts they are; 0 for an event of the editor's own."""
    countries: tuple[str, ...]
    """ISO codes."""
    dates: tuple[str, ...]
    """EDTF: those that its reports give, if they do not agree."""
    figures: tuple[str, ...]
    """Numbers with what is counted, if the reports do not agree on them."""


def list_entries(timelines: Iterable[TimelineFacts], articles: Mapping[str, str]) -> dict[str, Entry]:
    """The events of all timelines by id; `articles` gives for ids of articles those that the new site has for them."""
    places: dict[str, list[str]] = {}
    events: dict[str, EventFacts] = {}
    for timeline in timelines:
        for event in timeline.events:
            events.setdefault(event.id, event)
            places.setdefault(event.id, []).append(timeline.id)
    return {key: _make_entry(event, places[key], articles) for key, event in events.items()}


def _make_entry(event: EventFacts, timelines: Sequence[str], articles: Mapping[str, str]) -> Entry:
    sources = {articles.get(report.article, report.article) for report in event.reports}
    return Entry(
        shown=EventAt(
            id=event.id,
            date=event.date,
            text=event.title or event.text or english().say("event.unquoted"),
            timelines=tuple(sorted({*timelines})),
        ),
        kind=event.kind,
        reports=frozenset(
            (articles[report.article], _NUMBER.sub("0", report.sentence or ""))
            for report in event.reports
            if report.article in articles
        ),
        sources=tuple(sorted(sources)),
        texts=event.independent_texts,
        countries=event.countries,
        dates=tuple(_list_differing(event)),
        figures=tuple(tell_figure(english(), figure.value, figure.unit) for figure in event.figures),
    )


def _list_differing(event: EventFacts) -> list[str]:
    """The dates that its reports give, without those that say the same less exactly; none if they agree."""
    dates = [given.date for given in event.dates]
    if edtf.is_valid(event.date):
        dates = [date for date in dates if date == event.date or not is_less_exact(date, event.date)]
    return dates if len(dates) > 1 else []


def compare_events(old: Mapping[str, Entry], new: Mapping[str, Entry], *, timelines: Collection[str]) -> EventChanges:
    """The changes of entries by id, in order of date; `timelines` are the ids of those that both sites have."""
    followed = follow(
        {key: entry.reports for key, entry in old.items()}, {key: entry.reports for key, entry in new.items()}
    )
    changed = [
        EventChanged(old=old[one].shown, new=new[other].shown, fields=fields)
        for one, other in followed.pairs()
        if (fields := tuple(_compare(old[one], new[other], timelines)))
    ]
    merged = [EventsMerged(old=_list_dated(old, one), new=new[other].shown) for one, other in followed.merged()]
    split = [EventSplit(old=old[one].shown, new=_list_dated(new, other)) for one, other in followed.split()]
    return EventChanges(
        changed=tuple(sorted(changed, key=lambda event: (event.fields[0].field != "date", _place(event.new)))),
        merged=tuple(sorted(merged, key=lambda event: _place(event.new))),
        split=tuple(sorted(split, key=lambda event: _place(event.old))),
        removed=_list_dated(old, followed.gone()),
        added=_list_dated(new, followed.new()),
    )


def _compare(old: Entry, new: Entry, timelines: Collection[str]) -> Iterator[FieldChange]:
    """What is told otherwise of an event; that it stands on a timeline which is new or gone goes without saying."""
    yield from compare_values("date", old.shown.date, new.shown.date)
    yield from compare_values("text", old.shown.text, new.shown.text)
    yield from compare_values("kind", old.kind, new.kind)
    yield from compare_lists("sources", old.sources, new.sources)
    yield from compare_values("independent_texts", _count(old.texts), _count(new.texts))
    yield from compare_lists(
        "timelines", *([key for key in one.shown.timelines if key in timelines] for one in (old, new))
    )
    yield from compare_lists("countries", old.countries, new.countries)
    yield from compare_lists("dates", old.dates, new.dates)
    yield from compare_lists("figures", old.figures, new.figures)


def _count(texts: int) -> str:
    return str(texts) if texts else ""


def _list_dated(entries: Mapping[str, Entry], ids: Iterable[str]) -> tuple[EventAt, ...]:
    return tuple(sorted((entries[key].shown for key in ids), key=_place))


def _place(event: EventAt) -> tuple[str, str, str]:
    """Sorts by date as it is written: the years of EDTF dates come first, and data files may hold what is no date."""
    return event.date, event.text, event.id
