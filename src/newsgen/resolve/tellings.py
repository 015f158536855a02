"""Reports as they are compared: when, who, where, what kind of happening, and in which words."""

import re
from collections.abc import Iterator, Sequence

from newsgen.edtf import bounds
from newsgen.lexicon import Lexicon
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.archive import EventReport
from newsgen.records.reading import Reading, ReportKind

_NEWS_DAYS = 10
_SHORTEST = 4
_STEM = 5
"""Letters that `withdraw`, `withdrew` and `withdrawal` share."""

# matches: 2023
# not: 20235
_YEAR = re.compile(r"^(?:19|20)\d\d$")

Span = tuple[int, int]
"""First and last day, counted from the year 1."""


class Telling(Record):
    """One report, with what it can be compared by."""

    report: EventReport
    path: str
    """Of the clipping."""
    start: int
    """Of the sentence, in the article's text."""
    sentence: str
    kind: ReportKind
    language: str
    is_news: bool
    """Whether the article was published within days of the date that it tells of."""
    span: Span | None
    """None where an end is open or the year unknown."""
    topics: tuple[str, ...]
    countries: tuple[str, ...]
    people: tuple[str, ...]
    """Ids, sorted."""
    home: tuple[str, ...]
    """Countries that the article is about: a sentence need not say again where it happens."""
    words: frozenset[str]
    """Beginnings of the words that say something; no names of months, no years."""

    @property
    def date(self) -> str:
        """EDTF as this report gives it."""
        return self.report.date


def read_tellings(
    readings: Sequence[Reading], person_ids: Sequence[Sequence[str | None]], lexicon: Lexicon
) -> Iterator[Telling]:
    """All reports of all articles."""
    content = _ContentWords(lexicon)
    for place, reading in enumerate(readings):
        home = tuple(sorted(count.code for count in reading.countries if count.primary))
        for index, report in enumerate(reading.reports):
            sentence = reading.article.text[report.start : report.end]
            ids = {person_ids[place][person] for person in report.people}
            yield Telling(
                report=EventReport(article=place, report=index, date=report.date),
                path=reading.article.path,
                start=report.start,
                sentence=sentence,
                kind=report.kind,
                language=reading.article.language,
                is_news=_is_news(_span(report.date), _span(reading.article.published)),
                span=_span(report.date),
                topics=report.topics,
                countries=report.countries,
                people=tuple(sorted(own for own in ids if own is not None)),
                home=home,
                words=content.of(sentence),
            )


def share(left: frozenset[str], right: frozenset[str]) -> float:
    """How much of the words of the shorter sentence stand in the other one, from 0 to 1.

    All words weigh the same: weights from the archive would let an article about something else part two reports.
    """
    smaller = max(min(len(left), len(right)), _SHORTEST)
    return len(left & right) / smaller


class _ContentWords:
    """The words of sentences that tell them apart, each word looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._stems: dict[str, str] = {}

    def of(self, sentence: str) -> frozenset[str]:
        """The stems of the sentence's words."""
        stems = self._stems
        found = {stems[word] if word in stems else self._add(word) for word in sentence.split()}
        return frozenset(stem for stem in found if stem)

    def _add(self, word: str) -> str:
        folded = fold_name(word)
        stem = "" if self._says_nothing(word, folded) else folded[:_STEM]
        self._stems[word] = stem
        return stem

    def _says_nothing(self, word: str, folded: str) -> bool:
        calendar, frequent = self._lexicon.calendar, self._lexicon.desk.frequent
        bare = word.strip(".,;:()[]\"'“”‘’«»").casefold()
        return (
            len(folded) < _SHORTEST
            or bare in frequent
            or calendar.month(bare) is not None
            or calendar.weekday(bare) is not None
            or bool(_YEAR.search(folded))
        )


def _is_news(told: Span | None, published: Span | None) -> bool:
    return told is not None and published is not None and 0 <= published[0] - told[0] <= _NEWS_DAYS


def _span(value: str | None) -> Span | None:
    first, last = bounds(value) if value else (None, None)
    return (first.toordinal(), last.toordinal()) if first and last else None
