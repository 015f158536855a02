"""Resolution: what many articles say of one person or one event is brought together."""

from collections.abc import Sequence

from newsgen.lexicon import Lexicon
from newsgen.records import Record
from newsgen.records.archive import Entities, Event
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.resolve.addresses import give_article_ids
from newsgen.resolve.cast import Cast, find_cast
from newsgen.resolve.chronicles import read_chronicles
from newsgen.resolve.events import count_independent, find_events
from newsgen.resolve.outlines import outline
from newsgen.resolve.parts import Part, Recall, make_anew
from newsgen.resolve.trades import Trades
from newsgen.resolve.wire import group_same_text

__all__ = ["Part", "Recall", "make_anew", "resolve"]


class _Events(Record):
    """The events of an archive."""

    events: tuple[Event, ...]


class _Doubt(Record):
    """Who a person may be under another name."""

    person: str
    others: tuple[str, ...]


def resolve(
    readings: Sequence[Reading], judgements: Sequence[Judgement], lexicon: Lexicon, *, recall: Recall = make_anew
) -> Entities:
    """Articles with addresses, texts that several carry, people across articles, events across reports.

    Nothing of it hangs on the order of the readings but the positions in it. Raises ConfigError if the judgements
    contradict each other.
    """
    article_ids, clashes = give_article_ids([reading.article for reading in readings])
    same_text = group_same_text(readings)
    cast = recall(_cast_part(readings, judgements, lexicon))
    found = recall(_events_part(readings, cast, lexicon))
    return Entities(
        article_ids=article_ids,
        people=cast.people,
        person_ids=cast.person_ids,
        events=count_independent(found.events, same_text),
        same_text=same_text,
        diagnostics=tuple(sorted((*clashes, *cast.diagnostics))),
    )


def _cast_part(readings: Sequence[Reading], judgements: Sequence[Judgement], lexicon: Lexicon) -> Part[Cast]:
    outlines = list(map(outline, readings))
    trades = Trades(readings, lexicon.trades)
    return Part(
        "cast",
        Cast,
        basis=(*judgements, *outlines),
        make=lambda: find_cast(outlines, judgements, trades, lexicon),
        holds=lambda cast: trades.would_answer(cast.asked),
    )


def _events_part(readings: Sequence[Reading], cast: Cast, lexicon: Lexicon) -> Part[_Events]:
    chronicles = read_chronicles(readings, cast.person_ids)
    doubts = {person.id: frozenset(own for own, _ in person.undecided) for person in cast.people if person.undecided}
    listed = (_Doubt(person=own, others=tuple(sorted(others))) for own, others in doubts.items())
    return Part(
        "events",
        _Events,
        basis=(*listed, *chronicles),
        make=lambda: _Events(events=find_events(chronicles, doubts, lexicon)),
    )
