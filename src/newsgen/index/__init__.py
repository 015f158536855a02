"""The index: how the articles, people, countries, outlets and events of an archive hang together."""

from collections.abc import Sequence

from newsgen.index.articles import place_articles, put_articles, shelve_articles, sum_up_article
from newsgen.index.calendar import group_months, order_newest
from newsgen.index.countries import index_countries
from newsgen.index.drafts import find_kept, leave_out_drafts
from newsgen.index.people import index_people
from newsgen.index.sharing import Shared, share_entities
from newsgen.index.sources import group_sources
from newsgen.index.ties import tie_articles
from newsgen.index.timelines import make_timelines
from newsgen.lexicon import Lexicon
from newsgen.records.archive import Archive
from newsgen.records.clipping import Clipping
from newsgen.records.entities import Entities
from newsgen.records.options import SiteOptions
from newsgen.records.reading import Reading

__all__ = ["index", "put_articles"]


def index(
    clippings: Sequence[Clipping],
    readings: Sequence[Reading],
    entities: Entities,
    site: SiteOptions,
    lexicon: Lexicon,
    *,
    gists: Sequence[Reading] | None = None,
) -> Archive:
    """The whole archive; clippings and readings are parallel, in the order of the clippings' paths.

    `gists` are the readings as far as other than pages look at them; then the readings stay as they are held.
    Drafts are left out unless the site asks for them; the ids of what remains are the same with and without them.
    """
    read = readings if gists is None else gists
    kept = range(len(read)) if site.drafts else find_kept(read)
    gists = [read[position] for position in kept]
    if len(kept) < len(read):
        entities = leave_out_drafts(read, kept, entities)
    shared = Shared()
    entities = share_entities(entities, shared)
    latest = order_newest(gists, entities.article_ids)
    sources = group_sources(gists, site.outlets, latest)
    ties = tie_articles(gists, entities, latest)
    timelines, faults = make_timelines(site, gists, entities, lexicon)
    placed = place_articles(kept, entities, sources)
    archive = Archive(
        articles=(),
        briefs=tuple(map(sum_up_article, shelve_articles(clippings, read, placed))),
        origins=(),
        latest=latest,
        people=index_people(gists, entities, ties, shared),
        countries=index_countries(entities, ties, lexicon.gazetteer),
        sources=sources.entries,
        months=group_months(gists, latest),
        events=entities.events,
        timelines=timelines,
        diagnostics=tuple(sorted((*entities.diagnostics, *faults))),
        placed=placed,
    )
    return put_articles(archive, clippings, readings)
