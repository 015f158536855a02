"""Drafts left out: of articles, people and events little remains that only a draft says.

Resolution sees drafts too, so that no address changes when a draft is published; what they alone contribute is taken
away here. Only a name that drafts alone spell so stays, for the address is made of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from newsgen.edtf import bounds, sort_key
from newsgen.errors import Diagnostic
from newsgen.lexicon.slugs import fold_name, part_brackets
from newsgen.records.entities import Entities, Event, EventDate, EventFigure, EventReport, Link, Person, Spelling
from newsgen.records.reading import Reading, Report
from newsgen.records.texts import SameText, count_texts

Positions = Mapping[int, int]
"""Position of each article that is kept → its position among those."""


def find_kept(readings: Sequence[Reading]) -> Sequence[int]:
    """The positions of the articles that are no drafts."""
    return [position for position, reading in enumerate(readings) if not reading.article.draft]


def leave_out_drafts(readings: Sequence[Reading], kept: Sequence[int], entities: Entities) -> Entities:
    """What resolution gives of the articles that are kept; ids stay as they are."""
    positions = {position: new for new, position in enumerate(kept)}
    return Entities(
        article_ids=tuple(entities.article_ids[position] for position in kept),
        people=_keep_people(entities.people, positions, readings),
        person_ids=tuple(entities.person_ids[position] for position in kept),
        events=_keep_events(entities, positions, readings),
        same_text=tuple(_keep_same(entities.same_text[position], positions) for position in kept),
        diagnostics=(*entities.diagnostics, *_tell_drafts(readings)),
    )


def _keep_same(carriers: Iterable[SameText], positions: Positions) -> tuple[SameText, ...]:
    kept = (one for one in carriers if one.article in positions)
    return tuple(msgspec.structs.replace(one, article=positions[one.article]) for one in kept)


def _tell_drafts(readings: Iterable[Reading]) -> Iterable[Diagnostic]:
    for reading in readings:
        if reading.article.draft:
            message, hint = "left out as a draft", "build with --drafts, or remove `draft: true`"
            yield Diagnostic(reading.article.path, 0, 0, "note", "draft", message, hint)


def _keep_people(people: Iterable[Person], positions: Positions, readings: Sequence[Reading]) -> tuple[Person, ...]:
    kept = [
        person
        for person in people
        if any(article in positions for article, _ in person.members)
        or any(article in positions for article in person.listed_in)
    ]
    ids = {person.id for person in kept}
    return tuple(_keep_person(person, ids, positions, readings) for person in kept)


def _keep_person(person: Person, ids: set[str], positions: Positions, readings: Sequence[Reading]) -> Person:
    spellings = _keep_spellings(person.spellings, positions)
    members = [(article, index) for article, index in person.members if article in positions]
    titles = {fold_name(title) for article, index in members for title in readings[article].people[index].titles}
    written = {spelling.text for spelling in spellings}
    return msgspec.structs.replace(
        person,
        spellings=spellings,
        titles=tuple(title for title in person.titles if fold_name(title) in titles),
        members=tuple((positions[article], index) for article, index in members),
        listed_in=tuple(positions[article] for article in person.listed_in if article in positions),
        links=tuple(_keep_link(link, positions) for link in person.links if _is_written(link, written)),
        undecided=tuple((other, _keep_link(link, positions)) for other, link in person.undecided if other in ids),
    )


def _keep_spellings(spellings: Iterable[Spelling], positions: Positions) -> tuple[Spelling, ...]:
    kept = (
        Spelling(text=spelling.text, articles=articles)
        for spelling in spellings
        if (articles := tuple(positions[article] for article in spelling.articles if article in positions))
    )
    return tuple(sorted(kept, key=lambda spelling: (-len(spelling.articles), spelling.text)))


def _keep_link(link: Link, positions: Positions) -> Link:
    """The link with the articles that are left; without any, if one of the two is gone."""
    if not link.compared:
        return link
    kept = tuple(positions[article] for article in link.compared if article in positions)
    return msgspec.structs.replace(link, compared=kept if len(kept) == len(link.compared) else ())


def _is_written(link: Link, written: set[str]) -> bool:
    return all(part_brackets(name)[0] in written for name in (link.left, link.right))


def _keep_events(entities: Entities, positions: Positions, readings: Sequence[Reading]) -> tuple[Event, ...]:
    kept = (_keep_event(event, entities, positions, readings) for event in entities.events)
    return tuple(sorted((event for event in kept if event), key=lambda event: (sort_key(event.date), event.id)))


def _keep_event(event: Event, entities: Entities, positions: Positions, readings: Sequence[Reading]) -> Event | None:
    """The event as the remaining reports tell it; None if there are none."""
    reports = [report for report in event.reports if report.article in positions]
    if len(reports) in (0, len(event.reports)):
        return _move_reports(event, reports, positions) if reports else None
    told = [readings[report.article].reports[report.report] for report in reports]
    clearest = event.reports[event.clearest]
    shown = reports.index(clearest) if clearest in reports else _find_fullest(told)
    people = [_find_people(report, entities, readings) for report in reports]
    changed = msgspec.structs.replace(
        event,
        date=min((telling.date for telling in told), key=_rank_fineness),
        kind="happened" if any(telling.kind == "happened" for telling in told) else "announced",
        topics=tuple(sorted({topic for telling in told for topic in telling.topics})),
        countries=_keep_named(event.countries, [set(telling.countries) for telling in told], shown),
        people=_keep_named(event.people, people, shown),
        reports=tuple(_keep_report(report, event, reports) for report in reports),
        clearest=shown,
        dates=_keep_dates(event, reports),
        figures=_keep_figures(event, reports),
        independent=count_texts({report.article for report in reports}, entities.same_text),
    )
    return _move_reports(changed, changed.reports, positions)


def _keep_dates(event: Event, kept: Sequence[EventReport]) -> tuple[EventDate, ...]:
    """What the remaining reports still disagree on."""
    moved = [msgspec.structs.replace(date, reports=_keep_places(date.reports, event, kept)) for date in event.dates]
    told = tuple(date for date in moved if date.reports)
    return told if len(told) > 1 else ()


def _keep_figures(event: Event, kept: Sequence[EventReport]) -> tuple[EventFigure, ...]:
    moved = [msgspec.structs.replace(one, reports=_keep_places(one.reports, event, kept)) for one in event.figures]
    told = [figure for figure in moved if figure.reports]
    units = Counter(figure.unit for figure in told)
    return tuple(figure for figure in told if units[figure.unit] > 1)


def _keep_places(places: Iterable[int], event: Event, kept: Sequence[EventReport]) -> tuple[int, ...]:
    """Where those of the event's reports that are kept stand among these."""
    return tuple(kept.index(event.reports[place]) for place in places if event.reports[place] in kept)


def _find_people(report: EventReport, entities: Entities, readings: Sequence[Reading]) -> set[str]:
    """Ids of those whom the report names."""
    people = readings[report.article].reports[report.report].people
    ids = (entities.person_ids[report.article][person] for person in people)
    return {own for own in ids if own is not None}


def _keep_named(items: Iterable[str], named: Sequence[set[str]], shown: int) -> tuple[str, ...]:
    """Those of the items that some report still names, and what the one shown names."""
    return tuple(sorted(set(items) & set().union(*named) | named[shown]))


def _keep_report(report: EventReport, event: Event, kept: Sequence[EventReport]) -> EventReport:
    """The report with its reasons, unless they rest on one that goes."""
    other = event.reports[report.like] if report.like is not None else None
    if other is None or other not in kept:
        return msgspec.structs.replace(report, like=None, evidence=())
    return msgspec.structs.replace(report, like=kept.index(other))


def _move_reports(event: Event, reports: Iterable[EventReport], positions: Positions) -> Event:
    moved = (msgspec.structs.replace(report, article=positions[report.article]) for report in reports)
    return msgspec.structs.replace(event, reports=tuple(moved))


def _rank_fineness(value: str) -> tuple[int, int, str]:
    """The finest date first."""
    first, last = bounds(value)
    days = (last - first).days if first and last else 10**7
    return (days, len(value), value)


def _find_fullest(told: Sequence[Report]) -> int:
    """The report that names most."""
    return max(range(len(told)), key=lambda place: (len(told[place].people) + len(told[place].countries), -place))
