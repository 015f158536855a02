"""The index: how the articles, people, countries, outlets and events of an archive hang together."""

from collections.abc import Sequence

from newsgen.index.calendar import group_months, order_newest
from newsgen.index.countries import index_countries
from newsgen.index.drafts import leave_out_drafts
from newsgen.index.people import index_people
from newsgen.index.sources import Sources, group_sources
from newsgen.index.ties import tie_articles
from newsgen.index.timelines import make_timelines
from newsgen.lexicon import Lexicon
from newsgen.records.archive import Archive, ArchivedArticle, Entities
from newsgen.records.clipping import Clipping
from newsgen.records.options import SiteOptions
from newsgen.records.reading import Reading

__all__ = ["index"]


def index(
    clippings: Sequence[Clipping],
    readings: Sequence[Reading],
    entities: Entities,
    site: SiteOptions,
    lexicon: Lexicon,
) -> Archive:
    """The whole archive; clippings and readings are parallel, in the order of the clippings' paths.

    Drafts are left out unless the site asks for them; the ids of what remains are the same with and without them.
    """
    if not site.drafts:
        clippings, readings, entities = leave_out_drafts(clippings, readings, entities)
    latest = order_newest(readings, entities.article_ids)
    sources = group_sources(readings, site.outlets, latest)
    ties = tie_articles(readings, entities, latest)
    timelines, faults = make_timelines(site, readings, entities, lexicon)
    return Archive(
        articles=_archive_articles(clippings, readings, entities, sources),
        latest=latest,
        people=index_people(entities, ties),
        countries=index_countries(entities, ties, lexicon.gazetteer),
        sources=sources.entries,
        months=group_months(readings, latest),
        events=entities.events,
        timelines=timelines,
        diagnostics=tuple(sorted((*entities.diagnostics, *faults))),
    )


def _archive_articles(
    clippings: Sequence[Clipping], readings: Sequence[Reading], entities: Entities, sources: Sources
) -> tuple[ArchivedArticle, ...]:
    rights = {entry.id: entry.rights for entry in sources.entries}
    rows = zip(
        clippings,
        readings,
        entities.article_ids,
        entities.person_ids,
        sources.by_article,
        entities.same_text,
        strict=True,
    )
    return tuple(
        ArchivedArticle(
            id=own,
            clipping=clipping,
            reading=reading,
            people=people,
            source=source,
            rights=rights[source] if source else "full",
            same_text=same_text,
        )
        for clipping, reading, own, people, source, same_text in rows
    )
