"""Which events of an archive are meant: by what a timeline asks for, and by what the editor pins or hides."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from rapidfuzz import fuzz

from newsgen.edtf import bounds, contains
from newsgen.index.names import Names
from newsgen.index.stories import Stories, Story
from newsgen.lexicon.slugs import fold_name
from newsgen.records.entities import Entities, Event
from newsgen.records.options import EventChoice, TimelineOptions
from newsgen.records.reading import Reading

_FAR = 400
"""Days beyond which one date is no nearer to another than any other is."""


class EventChooser:
    """Chooses events by countries, people, words and dates."""

    def __init__(self, readings: Sequence[Reading], entities: Entities) -> None:
        self._readings = readings
        self.events = entities.events
        self._stories = Stories(readings, entities)
        self.primary = self._stories.primary
        self._people = entities.people

    @cached_property
    def names(self) -> Names:
        """The people by what they are called; few archives ask for any."""
        return Names(self._people)

    def choose(self, options: TimelineOptions) -> tuple[int, ...]:
        """Positions of the events, in order of date; each condition given must be met."""
        people = frozenset(own for name in options.people for own in self.names.find(name))
        words = tuple(f" {fold_name(word)} " for word in options.words)
        story = self._stories.find(options.countries) if options.countries else None
        return tuple(
            position
            for position, event in enumerate(self.events)
            if (story is None or self._is_of(story, event))
            and (not options.people or not people.isdisjoint(event.people))
            and (not words or any(word in sentence for sentence in self._read_sentences(event) for word in words))
            and _overlaps(event.date, options)
        )

    def find_meant(self, choice: EventChoice) -> tuple[int, ...]:
        """Positions of all events that the editor means.

        By date and words, those whose date lies within the one given; only if there are none, those of a coarser date.
        """
        if choice.event is not None:
            return tuple(position for position, event in enumerate(self.events) if event.id == choice.event)
        words = _split(choice.words)
        day = choice.date or ""
        near = [place for place, event in enumerate(self.events) if any(_touch(day, at) for at in _dates_of(event))]
        told = [place for place in near if self._tells(self.events[place], words)]
        within = [place for place in told if any(contains(day, at) for at in _dates_of(self.events[place]))]
        return tuple(within or told)

    def find_nearest(self, choice: EventChoice) -> int | None:
        """Position of the event that comes nearest to what the editor means; None if the archive has no events."""
        if choice.event is not None:
            wanted = choice.event
            return self._find_best(lambda event: fuzz.ratio(wanted, event.id))
        words = _split(choice.words)
        day = choice.date or ""

        def weigh(event: Event) -> float:
            shared = max((len(words & _split([sentence])) for sentence in self._read_sentences(event)), default=0)
            return shared / max(len(words), 1) - min(_days_between(day, event.date), _FAR) / _FAR

        return self._find_best(weigh)

    def read_clearest(self, position: int) -> str:
        """The sentence of an event's clearest report, on one line."""
        event = self.events[position]
        place = event.reports[event.clearest]
        reading = self._readings[place.article]
        report = reading.reports[place.report]
        return " ".join(reading.article.text[report.start : report.end].split())

    def _find_best(self, weigh: Callable[[Event], float]) -> int | None:
        return max(range(len(self.events)), key=lambda place: (weigh(self.events[place]), -place), default=None)

    def _is_of(self, story: Story, event: Event) -> bool:
        """Whether it is of all countries of the story, or one of its reports is told as part of the story."""
        return story.countries.issubset(event.countries) or any(
            report.article in story.articles
            and self._stories.is_told(story, report.article, self._readings[report.article].reports[report.report])
            for report in event.reports
        )

    def _tells(self, event: Event, words: frozenset[str]) -> bool:
        """Whether one of its sentences holds all of the words."""
        return any(words <= _split([sentence]) for sentence in self._read_sentences(event))

    def _read_sentences(self, event: Event) -> Iterator[str]:
        for place in event.reports:
            reading = self._readings[place.article]
            report = reading.reports[place.report]
            yield f" {fold_name(reading.article.text[report.start : report.end])} "


def _split(texts: Iterable[str]) -> frozenset[str]:
    """The folded words of all the texts."""
    return frozenset(word for text in texts for word in fold_name(text).split())


def _dates_of(event: Event) -> frozenset[str]:
    """Its best date, and what its reports give."""
    return frozenset({event.date, *(report.date for report in event.reports)})


def _touch(left: str, right: str) -> bool:
    """Whether two dates may mean the same day."""
    (begin, end), (first, last) = bounds(left), bounds(right)
    if (begin is None and end is None) or (first is None and last is None):
        return left == right
    return (end or date.max) >= (first or date.min) and (last or date.max) >= (begin or date.min)


def _days_between(left: str, right: str) -> int:
    """Days from the beginning of one date to that of the other; `_FAR` where one is not known."""
    begin, first = bounds(left)[0], bounds(right)[0]
    return abs((begin - first).days) if begin and first else _FAR


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
