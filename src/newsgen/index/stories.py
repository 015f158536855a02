"""Which articles tell the story of some countries: those about all of them, and those that go with these.

An article about only one of the countries is of the story if people of the story are named in it: people whom several
articles about all of the countries name, and who are named in few others; and happenings that these articles tell
count like such people. So the day on which a general puts himself at the head is on the timeline of two countries,
though the report names only his own; what a minister does elsewhere in the world is not.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain

from newsgen.records import Record
from newsgen.records.entities import Entities, Event
from newsgen.records.reading import Reading, Report

_FEWEST_NAMING = 2
"""Articles about all of the countries that name a person of the story, at least."""
_OF_STORY = 1 / 3
"""Share of the articles that name a person which are about all of the countries, at least."""
_MOSTLY = 2 / 3
"""Share of the articles that name a person which are of the story, at least, if only the story made the person news."""
_COMPANY = 2
"""People and happenings of the story that make an article about one country one of the story."""


class Story(Record):
    """The articles that tell the story of some countries, and its people."""

    countries: frozenset[str]
    articles: frozenset[int]
    """Positions."""
    people: frozenset[str] = frozenset()
    """Ids of those who are news because of it."""


class Stories:
    """What the articles are about, and whom they name."""

    def __init__(self, readings: Sequence[Reading], entities: Entities) -> None:
        self._readings = readings
        self._ids = entities.person_ids
        self.primary = [frozenset(count.code for count in reading.countries if count.primary) for reading in readings]
        self._named_in = [frozenset(filter(None, ids)) for ids in entities.person_ids]
        self._told_in = _list_told(entities.events, len(readings))

    def find(self, countries: Collection[str]) -> Story:
        """The story of the countries; of one country, all that is about it."""
        wanted = frozenset(countries)
        core = frozenset(place for place, codes in enumerate(self.primary) if wanted <= codes)
        if len(wanted) == 1:
            return Story(countries=wanted, articles=core)
        people = self._find_people(core, fewest=_FEWEST_NAMING, share=_OF_STORY)
        around = (place for place, codes in enumerate(self.primary) if not wanted.isdisjoint(codes))
        told = frozenset(chain.from_iterable(self._told_in[place] for place in core))
        articles = core.union(place for place in around if self._goes_with(place, (people, told), wanted))
        return Story(
            countries=wanted,
            articles=articles,
            people=people | self._find_people(articles, fewest=1, share=_MOSTLY),
        )

    def is_told(self, story: Story, article: int, report: Report) -> bool:
        """Whether an article of the story tells this of one of its countries.

        It does if the sentence names one of them, or one of the story's people, or no country at all. What an article
        brings as its news is of all countries that it is about, and so is of their story.
        """
        if article not in story.articles:
            return False
        named = frozenset(report.countries)
        if not named or not named.isdisjoint(story.countries):
            return True
        is_news = report.kind == "happened" and not report.background
        if len(story.countries) > 1 and is_news and named <= self.primary[article]:
            return True
        return any(self._ids[article][person] in story.people for person in report.people)

    def _find_people(self, articles: Collection[int], *, fewest: int, share: float) -> frozenset[str]:
        """Those whom so many of the articles name at least, and not too many others."""
        inside = Counter(chain.from_iterable(self._named_in[place] for place in articles))
        often = {own for own, count in inside.items() if count >= fewest}
        everywhere = Counter(chain.from_iterable(named & often for named in self._named_in))
        return frozenset(own for own in often if inside[own] >= share * everywhere[own])

    def _goes_with(self, article: int, known: tuple[frozenset[str], frozenset[int]], countries: frozenset[str]) -> bool:
        """Whether an article about some of the countries is of the story, whose people and events are known."""
        people, events = known
        company = len(self._named_in[article] & people)
        if company + len(self._told_in[article] & events) >= _COMPANY:
            return True
        return company > 0 and countries <= {count.code for count in self._readings[article].countries}


def _list_told(events: Sequence[Event], articles: int) -> Sequence[frozenset[int]]:
    """For each article the positions of the events that it tells."""
    told: list[set[int]] = [set() for _ in range(articles)]
    for position, event in enumerate(events):
        for report in event.reports:
            told[report.article].add(position)
    return [*map(frozenset, told)]
