"""The index: how the articles, people, countries, outlets and events of an archive hang together."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from newsgen.errors import Diagnostic
from newsgen.holding import NOTHING_HELD, Holding
from newsgen.index.articles import place_articles, put_articles, sum_up_articles
from newsgen.index.calendar import group_months, order_newest
from newsgen.index.countries import index_countries
from newsgen.index.drafts import find_kept, leave_out_drafts
from newsgen.index.extracts import extract
from newsgen.index.people import index_people
from newsgen.index.sharing import Shared, share_entities
from newsgen.index.sources import Sources, group_sources
from newsgen.index.ties import tie_articles
from newsgen.index.timelines import ask_for_words, make_timelines
from newsgen.lexicon import Lexicon
from newsgen.records.archive import Archive, CountryEntry, Month, PersonEntry, Timeline
from newsgen.records.clipping import Clipping
from newsgen.records.entities import Entities, Event
from newsgen.records.options import SiteOptions
from newsgen.records.reading import Reading

__all__ = ["index", "put_articles"]


def index(  # noqa: PLR0913  all that an archive is made of
    clippings: Sequence[Clipping],
    readings: Sequence[Reading],
    entities: Entities,
    site: SiteOptions,
    lexicon: Lexicon,
    *,
    gists: Sequence[Reading] | None = None,
    held: Holding = NOTHING_HELD,
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
    with_text = ask_for_words(site.timelines)
    extracts = held.each(
        "extract", ((one.article.path, one) for one in gists), lambda place: extract(gists[place], with_text=with_text)
    )
    # Reprints are of the articles alone.
    given = extracts, replace(entities, same_text=()), site
    indexed = held.whole("index", given, lambda: _index(*given, lexicon))
    placed = place_articles(kept, entities, indexed.sources)
    archive = Archive(
        articles=(),
        briefs=sum_up_articles(clippings, read, placed, held),
        origins=(),
        latest=indexed.latest,
        people=indexed.people,
        countries=indexed.countries,
        sources=indexed.sources.entries,
        months=indexed.months,
        events=indexed.events,
        timelines=indexed.timelines,
        diagnostics=tuple(sorted((*entities.diagnostics, *indexed.faults))),
        placed=placed,
    )
    return put_articles(archive, clippings, readings)


class _Indexed(NamedTuple):
    """All of an archive but its articles."""

    latest: tuple[int, ...]
    people: tuple[PersonEntry, ...]
    countries: tuple[CountryEntry, ...]
    sources: Sources
    months: tuple[Month, ...]
    events: tuple[Event, ...]
    timelines: tuple[Timeline, ...]
    faults: tuple[Diagnostic, ...]
    """What is to be said about the timelines."""


def _index(extracts: Sequence[Reading], entities: Entities, site: SiteOptions, lexicon: Lexicon) -> _Indexed:
    shared = Shared()
    entities = share_entities(entities, shared)
    latest = order_newest(extracts, entities.article_ids)
    ties = tie_articles(extracts, entities, latest)
    timelines, faults = make_timelines(site, extracts, entities, lexicon)
    return _Indexed(
        latest=latest,
        people=index_people(extracts, entities, ties, shared),
        countries=index_countries(entities, ties, lexicon.gazetteer),
        sources=group_sources(extracts, site.outlets, latest),
        months=group_months(extracts, latest),
        events=entities.events,
        timelines=timelines,
        faults=faults,
    )
