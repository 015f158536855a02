"""Countries, with all that the archive knows about them."""

from newsgen.index.ties import Ties, count_ties, find_events
from newsgen.lexicon.gazetteer import Gazetteer
from newsgen.lexicon.slugs import fold_name, make_slug, number_slugs
from newsgen.records.archive import CountryEntry
from newsgen.records.entities import Entities


def index_countries(entities: Entities, ties: Ties, gazetteer: Gazetteer) -> tuple[CountryEntry, ...]:
    """An entry for each country that an article or an event names, by name."""
    events = find_events(event.countries for event in entities.events)
    codes = sorted(ties.of_country.keys() | events.keys())
    names = {code: gazetteer.name_of(code) for code in codes}
    slugs = number_slugs([make_slug(names[code], "country") or code.lower() for code in codes])
    entries = (
        CountryEntry(
            code=code,
            id=slug,
            name=names[code],
            articles=(articles := ties.of_country.get(code, ())),
            primary=ties.about_country.get(code, ()),
            people=count_ties(articles, ties.people_in),
            countries=count_ties(articles, ties.countries_in, without=code),
            events=events.get(code, ()),
        )
        for code, slug in zip(codes, slugs, strict=True)
    )
    return tuple(sorted(entries, key=lambda entry: (fold_name(entry.name), entry.code)))
