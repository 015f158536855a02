"""The cast of an archive: all persons, each with a name and an address, and who of them each article names."""

from collections.abc import Sequence

from newsgen.errors import Diagnostic
from newsgen.lexicon import Lexicon
from newsgen.records import Record
from newsgen.records.entities import Person
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.resolve.judgements import read_judgements
from newsgen.resolve.people import group_people
from newsgen.resolve.persons import name_people
from newsgen.resolve.trades import Asked, Trades


class Cast(Record):
    """All persons of an archive."""

    people: tuple[Person, ...]
    """Sorted by id."""
    person_ids: tuple[tuple[str | None, ...], ...]
    """For each article, for each of its local persons: the person's id; None if judged to be no person."""
    diagnostics: tuple[Diagnostic, ...]
    """Judgements that speak of nobody, front matter that does not tell who is meant."""
    asked: tuple[Asked, ...]
    """What the texts were asked to find it out."""


def find_cast(outlines: Sequence[Reading], judgements: Sequence[Judgement], trades: Trades, lexicon: Lexicon) -> Cast:
    """The persons whom the articles name; raises ConfigError if the judgements contradict each other."""
    found = group_people(outlines, read_judgements(judgements), trades, lexicon)
    people, person_ids = name_people(found.grouping, judgements, outlines, trades)
    return Cast(people=people, person_ids=person_ids, diagnostics=found.diagnostics, asked=trades.list_asked())
