"""Reports as they are compared: when, who, where, what kind of happening, and in which words."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from newsgen.edtf import bounds
from newsgen.lexicon import Lexicon
from newsgen.records import Record
from newsgen.records.entities import EventReport
from newsgen.records.reading import ReportKind
from newsgen.resolve.chronicles import Chronicle
from newsgen.resolve.wording import SHORTEST, ContentWords

SPEECH = frozenset({"announcement", "statement"})
"""Topics that tell how something became known rather than what happened: half of all sentences have one."""

SELDOM = frozenset({"coup", "declaration-of-independence", "election", "founding", "inauguration"})
"""Kinds of happening of which a country seldom has two in one month; they weigh more."""

_SPEECH_OF_MONTHS = SPEECH | {"interview"}
"""An interview is given on a day; with a month, the sentence is about what was spoken of."""

_FAMILIES = (
    frozenset({"arrival", "departure", "talks", "visit"}),
    frozenset({"departure", "withdrawal"}),
    frozenset({"agreement", "founding"}),
    frozenset({"arrest", "coup"}),
)
"""Kinds of happening that one writer takes for what another tells as the other."""

_NEWS_DAYS = 10
_OPEN = 1 << 20
"""Days of a date without beginning or end."""

_NOBODY: frozenset[str] = frozenset()

Span = tuple[int, int]
"""First and last day, counted from the year 1."""


class Telling(Record, gc=False):
    """One report, with what it can be compared by."""

    report: EventReport
    date: str
    """EDTF: as the report gives it, or with a year that others tell."""
    path: str
    """Of the clipping."""
    place_in_text: int
    """The number of the sentence: of two, the one that stands first in its article has the smaller one."""
    sentence: str
    further: str
    """The next sentence, if it goes on about the same: "It killed 40 people."."""
    first_named: str
    """The family name of the person whom it names first, as written; empty if it names nobody."""
    tells_more: bool
    """Whether the sentence tells of other dates, too."""
    kind: ReportKind
    language: str
    is_news: bool
    """Whether the article was published within days of the date that it tells of."""
    written: int | None
    """The first day on which the article may have been published."""
    span: Span | None
    """None where an end is open or the year unknown."""
    days: int
    """How many days the date leaves open; very many where there is no span."""
    topics: frozenset[str]
    kinds: frozenset[str]
    """Topics that tell what happened."""
    families: frozenset[str]
    """Families of these kinds: a visit is told as an arrival, a departure or talks, too."""
    countries: frozenset[str]
    home: frozenset[str]
    """Countries that the article is about: a sentence need not say again where it happens."""
    around: frozenset[str]
    """Both kinds of countries."""
    place: frozenset[str]
    """Where it happens: the countries that the sentence names, or else those that the article is about."""
    people: frozenset[str]
    """Ids."""
    perhaps: frozenset[str]
    """The same, with those who may be one of them under another name."""
    cast: frozenset[str]
    """Ids of all whom the article names."""
    subjects: tuple[int, ...]
    """What it is about, numbered: each kind of happening in each country, each person, a pair of countries."""
    strong_subjects: tuple[int, ...]
    """Of these the people and what is seldom: so little of it happens in a year that they tell which day is meant."""
    words: frozenset[int]
    """Beginnings of the words of its clause that say something, numbered; no names of months, no years."""
    marks: int
    """A bit for each of the words: who has few marks in common has few words in common."""
    spare: int
    """How many words have a mark that another one has already."""
    size: int
    """How many words it counts as: a sentence of very few as some more."""


def read_tellings(
    chronicles: Iterable[Chronicle], lexicon: Lexicon, undecided: Mapping[str, frozenset[str]]
) -> Iterator[Telling]:
    """All reports of all articles; `undecided` says of people who else they may be."""
    reader = _Reader(lexicon, undecided)
    for chronicle in chronicles:
        yield from reader.read(chronicle)


class _Reader:
    """Reads reports, with numbers for subjects and words that are the same in all of them."""

    def __init__(self, lexicon: Lexicon, undecided: Mapping[str, frozenset[str]]) -> None:
        self._content = ContentWords(lexicon)
        self._subjects = _Subjects()
        self._undecided = undecided

    def read(self, chronicle: Chronicle) -> Iterator[Telling]:
        """The tellings of an article."""
        cast = frozenset([own for own in chronicle.people if own is not None])
        published = _span(chronicle.published)
        for index, told in enumerate(chronicle.reports):
            span = _span(told.date)
            days = span[1] - span[0] + 1 if span else _OPEN
            what = _sort_topics(told.topics, days == 1)
            where = _sort_countries(told.countries, chronicle.home)
            people = self._name(told.people, chronicle.people)
            subjects, strong_subjects = self._subjects.of(what, where, people)
            words = self._content.of(told.sentence if told.clause is None else told.clause)
            marks = self._content.mark(words)
            yield Telling(
                report=EventReport(article=chronicle.article, report=index, date=told.date, kind=told.kind),
                date=told.date,
                path=chronicle.path,
                place_in_text=told.place,
                sentence=told.sentence,
                further=told.further,
                first_named=told.first_named,
                tells_more=told.clause is not None,
                kind=told.kind,
                language=chronicle.language,
                is_news=span is not None and published is not None and 0 <= published[0] - span[0] <= _NEWS_DAYS,
                written=published[0] if published else None,
                span=span,
                days=days,
                topics=what.topics,
                kinds=what.kinds,
                families=what.families,
                countries=where.countries,
                home=where.home,
                around=where.around,
                place=where.place,
                people=people,
                perhaps=self._widen(people),
                cast=cast,
                subjects=subjects,
                strong_subjects=strong_subjects,
                words=words,
                marks=marks,
                spare=len(words) - marks.bit_count(),
                size=max(len(words), SHORTEST),
            )

    def _name(self, people: Sequence[int], ids: Sequence[str | None]) -> frozenset[str]:
        """The ids of some of the article's people."""
        return frozenset([own for person in people if (own := ids[person]) is not None]) if people else _NOBODY

    def _widen(self, people: frozenset[str]) -> frozenset[str]:
        """The people, with those who may be one of them under another name."""
        unsure = people & self._undecided.keys() if people else None
        return people.union(*[self._undecided[own] for own in unsure]) if unsure else people


def share(left: Telling, right: Telling) -> float:
    """How much of the words of the shorter sentence stand in the other one, from 0 to 1.

    All words weigh the same: weights from the archive would let an article about something else part two reports.
    """
    if left.words.isdisjoint(right.words):
        return 0.0
    return len(left.words & right.words) / min(left.size, right.size)


def may_share(left: Telling, right: Telling, least: float) -> bool:
    """Whether the marks leave it open that the two share so much of their words: mostly not, and at a glance."""
    shorter = left if left.size < right.size else right
    return (left.marks & right.marks).bit_count() + shorter.spare >= least * shorter.size


class _Subjects(dict[Hashable, int]):
    """The number of each subject: a kind of happening in a country, a person, the countries of an article.

    The numbers hang on the order of the articles; they only tell whether two subjects are one.
    """

    def __init__(self) -> None:
        self._of_kinds: dict[Hashable, tuple[tuple[int, ...], tuple[int, ...]]] = {}

    def __missing__(self, subject: Hashable) -> int:
        number = self[subject] = len(self)
        return number

    def of(self, what: "_What", where: "_Where", people: frozenset[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The numbers of all subjects of a telling, and of those that are strong."""
        key = (what.families, what.seldom, where.place, where.home)
        found = self._of_kinds.get(key)
        if found is None:
            # If its countries are several, what else is open, they may tell.
            home = (self[where.home],) if len(where.home) > 1 else ()
            found = self._of_kinds[key] = (
                (*self._number(what.families, where.place), *home),
                self._number(what.seldom, where.place),
            )
        if not people:
            return found
        who = tuple([self[own] for own in people])
        return (*found[0], *who), (*found[1], *who)

    def _number(self, kinds: frozenset[str], place: frozenset[str]) -> tuple[int, ...]:
        """The numbers of each of the kinds in each of the countries."""
        return tuple([self[subject] for subject in product(kinds, place)])


class _What(NamedTuple):
    """What a report says of what happened: sets that thousands of reports share."""

    topics: frozenset[str]
    kinds: frozenset[str]
    families: frozenset[str]
    seldom: frozenset[str]


class _Where(NamedTuple):
    """What a report and its article say of where it happened, shared in the same way."""

    countries: frozenset[str]
    home: frozenset[str]
    around: frozenset[str]
    place: frozenset[str]


@lru_cache(maxsize=1 << 12)
def _sort_topics(topics: tuple[str, ...], is_day: bool) -> _What:
    """What the topics say of something dated to the day or less finely."""
    kinds = frozenset(topics) - (SPEECH if is_day else _SPEECH_OF_MONTHS)
    return _What(topics=frozenset(topics), kinds=kinds, families=find_families(kinds), seldom=kinds & SELDOM)


@lru_cache(maxsize=1 << 14)
def _sort_countries(named: tuple[str, ...], home: tuple[str, ...]) -> _Where:
    """What the countries say: those named in the sentence, and those that the article is about."""
    countries, about = frozenset(named), frozenset(home)
    return _Where(countries=countries, home=about, around=countries | about, place=countries or about)


@lru_cache(maxsize=1 << 12)
def find_families(kinds: frozenset[str]) -> frozenset[str]:
    """The kinds, each with a name of every family that it is of: the family's first kind by letters."""
    return kinds | {min(family) + " …" for family in _FAMILIES if not family.isdisjoint(kinds)}


@lru_cache(maxsize=1 << 14)
def _span(value: str | None) -> Span | None:
    first, last = bounds(value) if value else (None, None)
    return (first.toordinal(), last.toordinal()) if first and last else None
