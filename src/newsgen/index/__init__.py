"""The index: how the articles, people, countries, outlets and events of an archive hang together."""

from collections.abc import Sequence

from newsgen.index.articles import shelve_articles, shelve_origins, sum_up_article
from newsgen.index.calendar import group_months, order_newest
from newsgen.index.countries import index_countries
from newsgen.index.drafts import find_kept, leave_out_drafts, pick
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

__all__ = ["index"]


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
    gists = readings if gists is None else gists
    kept = range(len(gists)) if site.drafts else find_kept(gists)
    if len(kept) < len(gists):
        entities = leave_out_drafts(gists, kept, entities)
        clippings, readings, gists = pick(clippings, kept), pick(readings, kept), pick(gists, kept)
    shared = Shared()
    entities = share_entities(entities, shared)
    latest = order_newest(gists, entities.article_ids)
    sources = group_sources(gists, site.outlets, latest)
    ties = tie_articles(gists, entities, latest)
    timelines, faults = make_timelines(site, gists, entities, lexicon)
    return Archive(
        articles=shelve_articles(clippings, readings, entities, sources),
        briefs=tuple(map(sum_up_article, shelve_articles(clippings, gists, entities, sources))),
        origins=shelve_origins(clippings, readings, entities),
        latest=latest,
        people=index_people(gists, entities, ties, shared),
        countries=index_countries(entities, ties, lexicon.gazetteer),
        sources=sources.entries,
        months=group_months(gists, latest),
        events=entities.events,
        timelines=timelines,
        diagnostics=tuple(sorted((*entities.diagnostics, *faults))),
    )
