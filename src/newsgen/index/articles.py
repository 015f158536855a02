"""The articles in their places: in full, each when it is asked for, and in brief, all of them at hand."""

from collections.abc import Sequence
from sys import intern
from typing import Literal

from newsgen.canon import encode
from newsgen.index.sources import Sources
from newsgen.records.archive import ArchivedArticle, Brief
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.entities import Entities
from newsgen.records.reading import Reading
from newsgen.shelf import Shelf, encoder_of


def shelve_articles(
    clippings: Sequence[Clipping], readings: Sequence[Reading], entities: Entities, sources: Sources
) -> Shelf[ArchivedArticle]:
    """Each article with all that is known of it."""
    rights = {entry.id: entry.rights for entry in sources.entries}

    def put_together(place: int) -> ArchivedArticle:
        source = sources.by_article[place]
        return ArchivedArticle(
            id=entities.article_ids[place],
            clipping=clippings[place],
            reading=readings[place],
            people=entities.person_ids[place],
            source=source,
            rights=rights[source] if source else "full",
            same_text=entities.same_text[place],
        )

    return Shelf(put_together, len(readings))


def shelve_origins(clippings: Sequence[Clipping], readings: Sequence[Reading], entities: Entities) -> Shelf[bytes]:
    """Of each article the bytes of all that it is made of, but for what its outlet and other articles add."""
    clipping_at, reading_at = encoder_of(clippings), encoder_of(readings)

    def put_together(place: int) -> bytes:
        return encode((clipping_at(place), reading_at(place), entities.person_ids[place]))

    return Shelf(put_together, len(readings))


def sum_up_article(article: ArchivedArticle) -> Brief:
    """The article in brief."""
    reading, parsed = article.reading, article.reading.article
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
        rights=article.rights,
        same_text=article.same_text,
        length=max(len(parsed.text), len(article.clipping.text)),
        recalled=tuple([number for number, report in enumerate(reading.reports) if report.background]),
        shared=tuple([one.surface for one in reading.unresolved if one.reason == "several-bear-it"]),
    )


def _tell_inferred(parsed: Article) -> Literal["", "year", "date"]:
    """What of the date of publication was inferred."""
    if not parsed.published_inferred:
        return ""
    line = parsed.dateline
    return "year" if line is not None and line.date is not None and line.date_inferred else "date"
