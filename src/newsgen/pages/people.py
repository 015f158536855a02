"""The pages of persons, and their index."""

from collections.abc import Iterable, Iterator
from functools import partial

from newsgen import edtf
from newsgen.canon import digest_of
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.events import find_timelines, pick_events
from newsgen.pages.feeds import can_feed
from newsgen.pages.figures import make_figures
from newsgen.pages.frame import make_frame, tell_programs
from newsgen.pages.ledgers import plan_months
from newsgen.pages.listings import LONGEST, make_listing, show_months
from newsgen.pages.metadata import describe_person
from newsgen.pages.names import plan_names
from newsgen.pages.namesakes import Name
from newsgen.pages.people_index import plan_index
from newsgen.pages.quotations import Said, show_quotations
from newsgen.pages.rows import tally_countries, tally_people
from newsgen.pages.titles import tell_titles
from newsgen.pages.wordings import MOST_WORDINGS, show_doubts, show_joins, show_spellings, show_titles
from newsgen.records.entities import Person
from newsgen.records.output import Page
from newsgen.records.site import EventItem, PersonPage, Ref

TOP = 20
"""Persons and countries named together that a page shows."""

_MOST_TITLES = 3
"""Titles that stand below the name."""


def plan_people(directory: Directory, said: Said) -> Iterator[Page]:
    """A page for each person and for names of several, listings by month where one has many articles, and the index."""
    names = _find_names_of(directory)
    for entry in directory.archive.people:
        person = entry.person
        if not person.has_page:
            continue
        here = urls.person_path(person.id)
        yield Page(
            path=here,
            template="person.html",
            show=partial(_make_page, directory, person.id, said, names.get(person.id, ())),
            made_from=f"the person {person.name}",
            watch=directory.lookups.watch,
            given=digest_of([(name.slug, name.text) for name in names.get(person.id, ())]),
        )
        if len(entry.articles) > LONGEST:
            yield from plan_months(directory, here, person.name, entry.articles, trail=_make_trail(directory))
    yield from plan_names(directory)
    yield from plan_index(directory)


def _find_names_of(directory: Directory) -> dict[str, list[Name]]:
    """For each person who shares a name with others, these names."""
    found: dict[str, list[Name]] = {}
    for name in directory.shared_names:
        for person in name.people:
            found.setdefault(person, []).append(name)
    return found


def _make_page(directory: Directory, own: str, said: Said, names: Iterable[Name]) -> PersonPage:
    """All that the page of a person shows."""
    entry, (by, about) = directory.person(own), said.find(own, directory.lookups)
    person = entry.person
    here = urls.person_path(person.id)
    spellings, total_spellings = show_spellings(directory, here, person)
    described, total_titles = show_titles(directory, here, entry)
    titles = tell_titles(directory, entry, _MOST_TITLES)
    listed = len(entry.articles) > LONGEST
    calendar, coverage = show_months(directory, here, entry.articles, listed=listed)
    counts = (
        ("figure.outlets", len({directory.brief(position).source for position in entry.articles} - {None})),
        ("figure.quotations", len(by)),
        ("figure.events", len(entry.events)),
    )
    return PersonPage(
        frame=tell_programs(
            make_frame(
                directory,
                here,
                person.name,
                description=_describe(directory.words, person),
                trail=_make_trail(directory),
                feed=can_feed(directory, entry.articles),
            ),
            describe_person(directory, here, person, spellings[:MOST_WORDINGS], person.titles[:_MOST_TITLES]),
        ),
        name=person.name,
        titles=titles,
        note=person.note or "",
        namesakes=tuple(Ref(text=name.text, href=directory.name_href(here, name.slug)) for name in names),
        spellings=spellings[:MOST_WORDINGS],
        rare_spellings=spellings[MOST_WORDINGS:],
        total_spellings=total_spellings,
        described=described,
        total_titles=total_titles,
        joins=show_joins(directory, here, person),
        total_joins=len(person.links),
        undecided=show_doubts(directory, here, person),
        total_undecided=len(person.undecided),
        figures=make_figures(directory, here, entry.articles, counts),
        calendar=calendar,
        coverage=coverage,
        listing=make_listing(directory, here, entry.articles, months=here if listed else ""),
        countries=tally_countries(directory, here, entry.countries, TOP),
        people=tally_people(directory, here, entry.companions, TOP),
        events=_order_events(pick_events(directory, here, entry.events, without=person.id)),
        total_events=len(entry.events),
        timelines=find_timelines(directory, here, entry.events),
        said=show_quotations(directory, here, by, by=person.id),
        told=show_quotations(directory, here, about),
    )


def _make_trail(directory: Directory) -> tuple[tuple[str, str], ...]:
    """The way to the index of people."""
    return ((directory.words.say("site.people"), urls.PEOPLE),)


def _order_events(events: Iterable[EventItem]) -> tuple[EventItem, ...]:
    """The events as a timeline reads: oldest first, those of no known year last; what was merely announced behind."""
    return tuple(sorted(events, key=lambda event: (event.announced, edtf.sort_key(event.date.edtf))))


def _describe(words: Words, person: Person) -> str:
    """A line for search engines and previews."""
    titles = f", {', '.join(person.titles[:2])}" if person.titles else ""
    return words.say("person.description", person=f"{person.name}{titles}")
