"""Context: what all reports of an article are made from."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from newsgen.annotate.clauses import Clause, Clauses
from newsgen.annotate.dates.resolve import find_anchor
from newsgen.annotate.doers import Doers
from newsgen.annotate.material import Material
from newsgen.annotate.sentences import Span
from newsgen.lexicon import Lexicon
from newsgen.lexicon.grammar import Tense
from newsgen.records.reading import CountryMention, DateMention, PersonMention, Reading

M = TypeVar("M", CountryMention, PersonMention)


@dataclass(frozen=True, slots=True)
class Context:
    """What the reports of one article are made from."""

    text: str
    language: str
    lexicon: Lexicon
    dates: Sequence[DateMention]
    countries: Sequence[CountryMention]
    people: Sequence[PersonMention]
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
        countries=reading.country_mentions,
        people=reading.person_mentions,
        written=find_anchor(reading.article),
        doers=Doers(reading, material, quoted=[(quote.start, quote.end) for quote in reading.quotes]),
        clauses=material.clauses,
    )


def select(mentions: Sequence[M], span: Span) -> Sequence[M]:
    """The mentions, sorted by their starts, that begin within the span."""
    first = bisect_left(mentions, span[0], key=_start_of)
    return mentions[first : bisect_left(mentions, span[1], lo=first, key=_start_of)]


def _start_of(mention: CountryMention | PersonMention) -> int:
    """Where the mention begins."""
    return mention.start
