"""Resolution: what many articles say of one person or one event is brought together."""

from collections.abc import Sequence

from newsgen.errors import Diagnostic
from newsgen.holding import NOTHING_HELD, Holding
from newsgen.lexicon import Lexicon
from newsgen.records import Record
from newsgen.records.article import Article
from newsgen.records.entities import Entities
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.resolve.addresses import give_article_ids
from newsgen.resolve.cast import Cast, find_cast
from newsgen.resolve.chronicles import read_chronicles
from newsgen.resolve.events import Events, count_independent, find_events
from newsgen.resolve.outlines import outline
from newsgen.resolve.parts import Part, Recall, make_anew
from newsgen.resolve.trades import Trades
from newsgen.resolve.wire import group_same_text

__all__ = ["Part", "Recall", "make_anew", "resolve"]


class _Addresses(Record):
    """The addresses of an archive's articles."""

    ids: tuple[str, ...]
    """In the order of the articles."""
    diagnostics: tuple[Diagnostic, ...]
    """What is to be said about them."""


class _Wish(Record):
    """What an article's address is made of."""

    path: str
    headline: str
    slug: str | None
    published: str | None


class _Doubt(Record):
    """Who a person may be under another name."""

    person: str
    others: tuple[str, ...]


def resolve(
    readings: Sequence[Reading],
    judgements: Sequence[Judgement],
    lexicon: Lexicon,
    *,
    recall: Recall = make_anew,
    held: Holding = NOTHING_HELD,
) -> Entities:
    """Articles with addresses, texts that several carry, people across articles, events across reports.

    Nothing of it hangs on the order of the readings but the positions in it. Raises ConfigError if the judgements
    contradict each other.
    """
    addresses = recall(_addresses_part([reading.article for reading in readings], held))
    same_text = group_same_text(readings, recall=recall)
    cast = recall(_cast_part(readings, judgements, lexicon, held))
    found = recall(_events_part(readings, cast, lexicon, held))
    events = found.events, same_text
    return Entities(
        article_ids=addresses.ids,
        people=cast.people,
        person_ids=cast.person_ids,
        events=held.whole("independent", events, lambda: count_independent(*events)),
        same_text=same_text,
        diagnostics=tuple(sorted((*addresses.diagnostics, *cast.diagnostics))),
    )


def _addresses_part(articles: Sequence[Article], held: Holding) -> Part[_Addresses]:
    def give(_before: _Addresses | None) -> _Addresses:
        ids, diagnostics = give_article_ids(articles)
        return _Addresses(ids=ids, diagnostics=diagnostics)

    def wish(place: int) -> _Wish:
        article = articles[place]
        return _Wish(path=article.path, headline=article.headline, slug=article.slug, published=article.published)

    wishes = held.each("wish", ((article.path, article) for article in articles), wish)
    return Part("addresses", _Addresses, basis=wishes, make=give)


def _cast_part(
    readings: Sequence[Reading], judgements: Sequence[Judgement], lexicon: Lexicon, held: Holding
) -> Part[Cast]:
    given = ((reading.article.path, reading) for reading in readings)
    outlines = held.each("outline", given, lambda place: outline(readings[place]))
    trades = Trades(readings, lexicon.trades)

    def make(before: Cast | None) -> Cast:
        trades.believe(before.asked if before else ())
        return find_cast(outlines, judgements, trades, lexicon)

    return Part(
        "cast",
        Cast,
        basis=(*judgements, *outlines),
        make=make,
        holds=lambda cast: trades.would_answer(cast.asked),
    )


def _events_part(readings: Sequence[Reading], cast: Cast, lexicon: Lexicon, held: Holding) -> Part[Events]:
    chronicles = read_chronicles(readings, cast.person_ids, held)
    doubts = {person.id: frozenset(own for own, _ in person.undecided) for person in cast.people if person.undecided}
    listed = (_Doubt(person=own, others=tuple(sorted(others))) for own, others in doubts.items())
    return Part(
        "events",
        Events,
        basis=(*listed, *chronicles),
        make=lambda before: find_events(chronicles, doubts, lexicon, before),
    )
