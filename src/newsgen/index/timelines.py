"""Timelines: what `site.yaml` asks for, pins and hides; without it, the countries that the archive is about most."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from newsgen.edtf import sort_key
from newsgen.errors import Diagnostic
from newsgen.index.choosing import EventChooser
from newsgen.lexicon import Lexicon
from newsgen.lexicon.slugs import make_slug, number_slugs
from newsgen.records.archive import EditorEvent, Entities, Timeline
from newsgen.records.options import EventChoice, OwnEvent, SiteOptions, TimelineOptions
from newsgen.records.reading import Reading

SITE_FILE = "site.yaml"
DEFAULT_ID = "main"
_FEWEST = 3
"""Events that make a timeline of their own worth while."""
_NEARLY_ALL = 3 / 4
"""Share of the articles about some countries that are about a further one, too, if that is of the same story."""
_LONGEST = 80
"""Characters of a sentence that a message quotes."""


def make_timelines(
    site: SiteOptions, readings: Sequence[Reading], entities: Entities, lexicon: Lexicon
) -> tuple[tuple[Timeline, ...], tuple[Diagnostic, ...]]:
    """The timelines in the order of `site.yaml`, and what is to be said about them."""
    chooser = EventChooser(readings, entities)
    if not site.timelines:
        return tuple(_make_default(chooser, lexicon)), ()
    timelines = tuple(_make_timeline(options, chooser) for options in site.timelines)
    return timelines, tuple(fault for timeline in timelines for fault in _find_faults(timeline, chooser))


def _make_timeline(options: TimelineOptions, chooser: EventChooser) -> Timeline:
    """The events that meet the conditions, without those hidden, with those pinned."""
    hidden = {position for choice in options.hidden for position in chooser.find_meant(choice)}
    pinned: dict[int, str | None] = {}
    for choice in options.pinned:
        for position in chooser.find_meant(choice):
            pinned[position] = pinned.get(position) or choice.title
    events = sorted(({*chooser.choose(options)} - hidden) | pinned.keys())
    return Timeline(
        options=options,
        events=tuple(events),
        own=_make_own(options.own, chooser),
        titles=tuple((position, title) for position, title in sorted(pinned.items()) if title),
    )


def _make_own(given: Sequence[OwnEvent], chooser: EventChooser) -> tuple[EditorEvent, ...]:
    """The editor's own events; of several of one date the first in the file comes first, and keeps the plain id."""
    # An id of the archive's events begins with its date, so none begins like this.
    ids = number_slugs([make_slug(f"own {event.date}", "event") for event in given])
    events = (
        EditorEvent(
            id=own,
            date=event.date,
            text=event.text,
            countries=event.countries,
            people=tuple(min(chooser.find_people(name), default=name) for name in event.people),
            source=event.source,
            url=event.url,
        )
        for event, own in zip(given, ids, strict=True)
    )
    return tuple(sorted(events, key=lambda event: sort_key(event.date)))


def _make_default(chooser: EventChooser, lexicon: Lexicon) -> Iterator[Timeline]:
    """The timeline of the countries that most articles are about together."""
    codes = _find_countries(chooser.primary)
    if not codes:
        return
    countries = lexicon.gazetteer.countries
    names = sorted(countries[code].name if code in countries else code for code in codes)
    title = f"{', '.join(names[:-1])} and {names[-1]}"
    options = TimelineOptions(id=DEFAULT_ID, title=title, countries=codes)
    events = chooser.choose(options)
    if len(events) >= _FEWEST:
        yield Timeline(options=options, events=events)


def _find_countries(primary: Sequence[frozenset[str]]) -> tuple[str, ...]:
    """The two countries that most articles are about together, with those that nearly all of these are about, too."""
    pairs = Counter(pair for codes in primary for pair in combinations(sorted(codes), 2))
    if not pairs:
        return ()
    pair = min(pairs, key=lambda pair: (-pairs[pair], pair))
    chosen: tuple[str, ...] = pair
    about = [codes for codes in primary if codes.issuperset(pair)]
    further = Counter(code for codes in about for code in codes.difference(pair))
    # One after another: each must be of the story that those before it leave.
    for code in sorted(further, key=lambda code: (-further[code], code)):
        together = [codes for codes in about if code in codes]
        if len(together) >= max(_FEWEST, _NEARLY_ALL * pairs[pair]):
            about, chosen = together, (*chosen, code)
    return tuple(sorted(chosen))


def _find_faults(timeline: Timeline, chooser: EventChooser) -> Iterator[Diagnostic]:
    """What is to be said about what a timeline asks for."""
    options = timeline.options
    for name in options.people:
        if not chooser.find_people(name):
            message = f"the timeline “{options.id}” asks for “{name}”, whom no article names"
            hint = "write the name as the articles or people.yaml do"
            yield Diagnostic(SITE_FILE, options.line, options.column, "warning", "unknown-name", message, hint)
    yield from _check_pinned(options, chooser)
    yield from _check_hidden(options, timeline.events, chooser)
    if not timeline.events and not timeline.own:
        message = f"the timeline “{options.id}” has no events"
        hint = "check its countries, people, words and dates, and what it hides"
        yield Diagnostic(SITE_FILE, options.line, options.column, "warning", "empty-timeline", message, hint)


def _check_pinned(options: TimelineOptions, chooser: EventChooser) -> Iterator[Diagnostic]:
    """Warnings about what pins nothing, and about a title that several events would share."""
    for choice in options.pinned:
        meant = chooser.find_meant(choice)
        if not meant:
            yield _tell_unknown(choice, chooser, "pinned")
        elif choice.title and len(meant) > 1:
            message = f"this title goes to {len(meant)} events: {_list_ids(meant, chooser)}"
            hint = "say which one is meant with `event: …`"
            yield Diagnostic(SITE_FILE, choice.line, choice.column, "warning", "several-events", message, hint)


def _check_hidden(options: TimelineOptions, shown: Sequence[int], chooser: EventChooser) -> Iterator[Diagnostic]:
    """Warnings about what hides nothing, and a note for each event that is hidden, with the reason."""
    wanted = frozenset(chooser.choose(options)) if options.hidden else frozenset()
    for choice in options.hidden:
        meant = chooser.find_meant(choice)
        if not meant:
            yield _tell_unknown(choice, chooser, "hidden")
            continue
        for position in meant:
            yield _tell_hidden(choice, chooser.events[position].id, position in wanted, position in shown)


def _tell_hidden(choice: EventChoice, identity: str, wanted: bool, pinned: bool) -> Diagnostic:
    """The note about an event that an entry hides, or need not hide, or hides in vain."""
    message, hint = f"the event “{identity}” is hidden: {choice.reason}", "remove the entry to show it"
    if pinned:
        message = f"the event “{identity}” is hidden, but pinned too, and so it is shown"
        hint = "remove one of the two entries"
    elif not wanted:
        message = f"the event “{identity}” would not be on the timeline anyway"
        hint = "remove the entry, or leave it for later"
    return Diagnostic(SITE_FILE, choice.line, choice.column, "note", "hidden-event", message, hint)


def _tell_unknown(choice: EventChoice, chooser: EventChooser, key: str) -> Diagnostic:
    """The warning about an entry that means no event; it says which one comes nearest."""
    meant = f"“{choice.event}”" if choice.event else f"of {choice.date} with the words “{' '.join(choice.words)}”"
    message = f"the archive has no event {meant} (in `{key}`)"
    nearest = chooser.find_nearest(choice)
    if nearest is None:
        hint = "remove the entry"
    else:
        event, sentence = chooser.events[nearest], chooser.read_clearest(nearest)
        told = sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST].rpartition(" ")[0] + "…"
        hint = f"nearest is {event.id}, {event.date}: “{told}”"
    return Diagnostic(SITE_FILE, choice.line, choice.column, "warning", "unknown-event", message, hint)


def _list_ids(positions: Sequence[int], chooser: EventChooser) -> str:
    """The ids of the first few events."""
    ids = [chooser.events[position].id for position in positions]
    return ", ".join(ids[:3]) + (f" and {len(ids) - 3} more" if len(ids) > 3 else "")
