"""Timelines: the events that `site.yaml` asks for, or those of the two countries that the archive is about most."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from newsgen.edtf import bounds
from newsgen.errors import Diagnostic
from newsgen.lexicon import Lexicon
from newsgen.lexicon.slugs import fold_name
from newsgen.records.archive import Entities, Event, Timeline
from newsgen.records.options import SiteOptions, TimelineOptions
from newsgen.records.reading import Reading

SITE_FILE = "site.yaml"
DEFAULT_ID = "main"
_FEWEST = 3
"""Events that make a timeline of their own worth while."""


def make_timelines(
    site: SiteOptions, readings: Sequence[Reading], entities: Entities, lexicon: Lexicon
) -> tuple[tuple[Timeline, ...], tuple[Diagnostic, ...]]:
    """The timelines in the order of `site.yaml`, and what is to be said about them."""
    chooser = EventChooser(readings, entities)
    if not site.timelines:
        return tuple(_make_default(chooser, lexicon)), ()
    timelines = tuple(Timeline(options=options, events=chooser.choose(options)) for options in site.timelines)
    return timelines, tuple(fault for timeline in timelines for fault in _find_faults(timeline, chooser))


class EventChooser:
    """Chooses events by countries, people, words and dates."""

    def __init__(self, readings: Sequence[Reading], entities: Entities) -> None:
        self._readings = readings
        self._events = entities.events
        self.primary = [frozenset(count.code for count in reading.countries if count.primary) for reading in readings]
        self._ids: dict[str, set[str]] = {}
        for person in entities.people:
            for text in (person.name, *(spelling.text for spelling in person.spellings)):
                self._ids.setdefault(fold_name(text), set()).add(person.id)

    def choose(self, options: TimelineOptions) -> tuple[int, ...]:
        """Positions of the events, in order of date; each condition given must be met."""
        people = frozenset(own for name in options.people for own in self.find_people(name))
        words = tuple(f" {fold_name(word)} " for word in options.words)
        return tuple(
            position
            for position, event in enumerate(self._events)
            if (not options.countries or self._is_about(event, options.countries))
            and (not options.people or not people.isdisjoint(event.people))
            and (not words or self._holds(event, words))
            and _overlaps(event.date, options)
        )

    def find_people(self, name: str) -> frozenset[str]:
        """Ids of those whom the archive calls so."""
        return frozenset(self._ids.get(fold_name(name), ()))

    def _is_about(self, event: Event, countries: Sequence[str]) -> bool:
        """Whether an article about all of the countries reports it in a sentence that names one of them.

        A sentence that names no country speaks of those that its article is about.
        """
        for report in event.reports:
            named = self._readings[report.article].reports[report.report].countries
            if self.primary[report.article].issuperset(countries) and (
                not named or not set(countries).isdisjoint(named)
            ):
                return True
        return False

    def _holds(self, event: Event, words: Sequence[str]) -> bool:
        return any(word in sentence for sentence in self._read_sentences(event) for word in words)

    def _read_sentences(self, event: Event) -> Iterator[str]:
        for place in event.reports:
            reading = self._readings[place.article]
            report = reading.reports[place.report]
            yield f" {fold_name(reading.article.text[report.start : report.end])} "


def _overlaps(value: str, options: TimelineOptions) -> bool:
    """Whether some day of the event's date lies between the dates asked for."""
    if options.date_from is None and options.date_to is None:
        return True
    first, last = bounds(value)
    if first is None and last is None:
        return False
    begin = bounds(options.date_from)[0] if options.date_from else None
    end = bounds(options.date_to)[1] if options.date_to else None
    return (last or date.max) >= (begin or date.min) and (first or date.min) <= (end or date.max)


def _make_default(chooser: EventChooser, lexicon: Lexicon) -> Iterator[Timeline]:
    """The timeline of the two countries that most articles are about together."""
    pairs = Counter(pair for codes in chooser.primary for pair in combinations(sorted(codes), 2))
    if not pairs:
        return
    codes = min(pairs, key=lambda pair: (-pairs[pair], pair))
    countries = lexicon.gazetteer.countries
    names = sorted(countries[code].name if code in countries else code for code in codes)
    options = TimelineOptions(id=DEFAULT_ID, title=" and ".join(names), countries=codes)
    events = chooser.choose(options)
    if len(events) >= _FEWEST:
        yield Timeline(options=options, events=events)


def _find_faults(timeline: Timeline, chooser: EventChooser) -> Iterator[Diagnostic]:
    options = timeline.options
    for name in options.people:
        if not chooser.find_people(name):
            message = f"the timeline “{options.id}” asks for “{name}”, whom no article names"
            hint = "write the name as the articles or people.yaml do"
            yield Diagnostic(SITE_FILE, options.line, options.column, "warning", "unknown-name", message, hint)
    if not timeline.events:
        message = f"the timeline “{options.id}” has no events"
        hint = "check its countries, people, words and dates"
        yield Diagnostic(SITE_FILE, options.line, options.column, "warning", "empty-timeline", message, hint)
