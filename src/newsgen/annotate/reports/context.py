"""Context: what all reports of an article are made from."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from newsgen.annotate.clauses import Clause, Clauses
from newsgen.annotate.dates.resolve import find_anchor
from newsgen.annotate.doers import Doers
from newsgen.annotate.material import Material
from newsgen.annotate.sentences import Span
from newsgen.lexicon import Lexicon
from newsgen.lexicon.grammar import Tense
from newsgen.records.reading import CountryMention, DateMention, PersonMention, Reading

M = TypeVar("M", CountryMention, PersonMention)


class Row(Generic[M]):
    """Mentions in the order of the text, looked up by place."""

    __slots__ = ("_mentions", "_starts")

    def __init__(self, mentions: Sequence[M]) -> None:
        self._mentions: Sequence[M] = mentions
        self._starts = [mention.start for mention in mentions]

    def within(self, span: Span) -> Sequence[M]:
        """Those that begin within the span."""
        first = bisect_left(self._starts, span[0])
        return self._mentions[first : bisect_left(self._starts, span[1], first)]


@dataclass(frozen=True, slots=True)
class Context:
    """What the reports of one article are made from."""

    text: str
    language: str
    lexicon: Lexicon
    dates: Sequence[DateMention]
    countries: Row[CountryMention]
    people: Row[PersonMention]
    written: str | None
    """When the article was written, as far as that is known with its year."""
    doers: Doers
    clauses: Clauses

    def tells_past(self, word: str) -> bool:
        """Whether the word is a participle or a verb of the past."""
        grammar = self.lexicon.grammar
        return grammar.has("done", word) or grammar.tense_of(word, self.language) == "past"


class Told(NamedTuple):
    """A dated clause that is judged."""

    clause: Clause
    """The words that the date dates."""
    sentence: Span
    date: DateMention
    tense: Tense
    """The clause's own, or that of an appointment ("the term is …")."""
    context: Context


def gather_context(reading: Reading, material: Material) -> Context:
    """The context of an article."""
    return Context(
        text=reading.article.text,
        language=reading.article.language,
        lexicon=material.lexicon,
        dates=reading.dates,
        countries=Row(reading.country_mentions),
        people=Row(reading.person_mentions),
        written=find_anchor(reading.article),
        doers=Doers(reading, material, quoted=[(quote.start, quote.end) for quote in reading.quotes]),
        clauses=material.clauses,
    )
