"""The articles in their places: in full, each when it is asked for, and in brief, all of them at hand."""

from collections.abc import Hashable, Iterator, Sequence
from sys import intern
from typing import Literal

from msgspec.structs import replace

from newsgen.canon import encode
from newsgen.holding import Holding
from newsgen.index.sources import Sources
from newsgen.records.archive import LENGTHS, Archive, ArchivedArticle, Brief, Placed
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.entities import Entities
from newsgen.records.reading import Reading
from newsgen.shelf import Shelf, encoder_of, giver_of, stamper_of


def place_articles(kept: Sequence[int], entities: Entities, sources: Sources) -> tuple[Placed, ...]:
    """What the index adds to each article; `kept` are the positions of their clippings."""
    rights = {entry.id: entry.rights for entry in sources.entries}
    return tuple(
        Placed(
            position=position,
            id=entities.article_ids[place],
            people=entities.person_ids[place],
            source=(source := sources.by_article[place]),
            rights=rights[source] if source else "full",
            same_text=entities.same_text[place],
        )
        for place, position in enumerate(kept)
    )


def put_articles(archive: Archive, clippings: Sequence[Clipping], readings: Sequence[Reading]) -> Archive:
    """The archive with its articles: clippings and readings are all that were read."""
    return replace(
        archive,
        articles=shelve_articles(clippings, readings, archive.placed),
        origins=_shelve_origins(clippings, readings, archive.placed),
    )


def shelve_articles(
    clippings: Sequence[Clipping], readings: Sequence[Reading], placed: Sequence[Placed]
) -> Shelf[ArchivedArticle]:
    """Each article with all that is known of it."""
    clipping_at, reading_at = giver_of(clippings), giver_of(readings)  # the article that holds them stays at hand

    def put_together(place: int) -> ArchivedArticle:
        own = placed[place]
        return ArchivedArticle(
            id=own.id,
            clipping=clipping_at(own.position),
            reading=reading_at(own.position),
            people=own.people,
            source=own.source,
            rights=own.rights,
            same_text=own.same_text,
        )

    clipping_stamp, reading_stamp = stamper_of(clippings), stamper_of(readings)

    def stamp(place: int) -> Hashable:
        own = placed[place]
        return own, clipping_stamp(own.position), reading_stamp(own.position)

    return Shelf(put_together, len(placed), stamp_at=stamp)


def _shelve_origins(
    clippings: Sequence[Clipping], readings: Sequence[Reading], placed: Sequence[Placed]
) -> Shelf[bytes]:
    clipping_at, reading_at = encoder_of(clippings), encoder_of(readings)

    def put_together(place: int) -> bytes:
        own = placed[place]
        return encode((clipping_at(own.position), reading_at(own.position), own.people))

    return Shelf(put_together, len(placed))


def sum_up_articles(
    clippings: Sequence[Clipping], readings: Sequence[Reading], placed: Sequence[Placed], held: Holding
) -> tuple[Brief, ...]:
    """All articles in brief."""
    articles = shelve_articles(clippings, readings, placed)
    given = ((one.id, articles.stamp_at(place)) for place, one in enumerate(placed))
    return held.each("brief", given, lambda place: sum_up_article(articles.peek(place)))


def sum_up_article(article: ArchivedArticle) -> Brief:
    """The article in brief."""
    reading, parsed = article.reading, article.reading.article
    shared = tuple([one.surface for one in reading.unresolved if one.reason == "several-bear-it"])
    return Brief(
        id=article.id,
        path=parsed.path,
        headline=parsed.headline,
        language=intern(parsed.language),
        published=intern(parsed.published) if parsed.published else None,
        inferred=_tell_inferred(parsed),
        byline=intern(parsed.byline) if parsed.byline else None,
        url=parsed.url,
        source=article.source,
        place=parsed.dateline.country if parsed.dateline else None,
        rights=article.rights,
        same_text=tuple([other.article for other in article.same_text]),
        length=max(len(parsed.text), len(article.clipping.text)) // LENGTHS * LENGTHS,
        recalled=tuple([number for number, report in enumerate(reading.reports) if report.background]),
        shared=shared,
        named=tuple(_list_named(article)) if shared else (),
    )


def _list_named(article: ArchivedArticle) -> Iterator[tuple[str, str]]:
    """Ids of an article's persons, each with the name that it gives."""
    for own, local in zip(article.people, article.reading.people, strict=True):
        if own:
            yield own, local.name


def _tell_inferred(parsed: Article) -> Literal["", "year", "date"]:
    """What of the date of publication was inferred."""
    if not parsed.published_inferred:
        return ""
    line = parsed.dateline
    return "year" if line is not None and line.date is not None and line.date_inferred else "date"
