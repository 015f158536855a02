"""The data files: the archive for other tools, by the contract, with a JSON Schema of each."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Any

import msgspec

from newsgen.language import list_reasons
from newsgen.pages import urls
from newsgen.pages.article_data import describe_article, list_by_id
from newsgen.pages.database import plan_database
from newsgen.pages.directory import Directory
from newsgen.pages.entities import ENTITIES_SCHEMA, plan_entities
from newsgen.pages.exports import plan_exports
from newsgen.pages.sentences import gather_sentences
from newsgen.pages.series import plan_lines, plan_list, write_json
from newsgen.pages.timeline_data import plan_timeline
from newsgen.records.archive import Count, CountryEntry, PersonEntry
from newsgen.records.changes import Changes
from newsgen.records.contract import (
    VERSION,
    ArticleData,
    CountData,
    CountryData,
    JoinData,
    PersonData,
    SpellingData,
    TimelineData,
    UndecidedData,
)
from newsgen.records.entities import Link
from newsgen.records.output import Page
from newsgen.records.site import TextFile

_SCHEMAS: dict[str, Any] = {
    "articles": ArticleData,
    "people": tuple[PersonData, ...],
    "countries": tuple[CountryData, ...],
    "timeline": TimelineData,
    "entities": ENTITIES_SCHEMA,
    "changes": Changes,
}
"""By the name of the schema's file: what the data file holds, or a line of it, or what `newsgen diff` prints; or the
schema itself."""

COMPANIONS = 100
"""So many others a person's record names: everyone in a list of thousands would name everyone else."""


def plan_data(directory: Directory) -> Iterator[Page]:
    """All data files but the citations; first what takes longest."""
    archive = directory.archive
    yield plan_database(directory)
    sentences = cache(partial(gather_sentences, directory))
    yield plan_entities(directory, sentences)
    yield plan_lines(urls.ARTICLES_DATA, partial(_list_articles, directory), "the data of all articles")
    for timeline in archive.timelines:
        yield plan_timeline(directory, timeline, sentences)
        yield from plan_exports(directory, timeline, sentences)
    yield plan_list(urls.PEOPLE_DATA, lambda: (_describe_person(directory, entry) for entry in archive.people))
    countries = sorted(archive.countries, key=lambda entry: entry.id)
    yield plan_list(urls.COUNTRIES_DATA, lambda: (_describe_country(directory, entry) for entry in countries))
    for name, kind in _SCHEMAS.items():
        path = urls.schema_path(name)
        show = partial(_make_schema, name, kind)
        yield Page(path=path, template="", show=show, made_from=f"the data file {path}")


def _list_articles(directory: Directory) -> Iterator[ArticleData]:
    """All articles, sorted by id."""
    return (describe_article(directory, position) for position in list_by_id(directory))


def _make_schema(name: str, kind: Any) -> TextFile:
    """The JSON Schema of a data file, or of a line of it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"newsgen:{name}:{VERSION}",
        **(kind if isinstance(kind, dict) else msgspec.json.schema(kind)),
    }
    return TextFile(text=write_json(schema).decode() + "\n")


def _describe_person(directory: Directory, entry: PersonEntry) -> PersonData:
    """One person by the contract."""
    person = entry.person
    return PersonData(
        id=person.id,
        name=person.name,
        titles=person.titles,
        note=person.note,
        spellings=tuple(
            SpellingData(text=spelling.text, articles=_ids(directory, spelling.articles))
            for spelling in person.spellings
        ),
        articles=tuple(directory.brief(position).id for position in entry.articles),
        countries=_describe_counts(entry.countries),
        people=_describe_counts(entry.companions[:COMPANIONS]),
        joined_because=tuple(_describe_link(directory, link) for link in person.links),
        undecided=tuple(
            UndecidedData(
                id=other, left=link.left, right=link.right, rule=link.rule, evidence=_tell_reasons(directory, link)
            )
            for other, link in person.undecided
        ),
    )


def _describe_link(directory: Directory, link: Link) -> JoinData:
    """Why two spellings are one person."""
    return JoinData(left=link.left, right=link.right, rule=link.rule, evidence=_tell_reasons(directory, link))


def _tell_reasons(directory: Directory, link: Link) -> tuple[str, ...]:
    """What the link rests on, in English as all data."""
    return list_reasons(directory.words.english, link.evidence, directory.lexicon.gazetteer.name_of)


def _describe_country(directory: Directory, entry: CountryEntry) -> CountryData:
    """One country by the contract."""
    return CountryData(
        id=entry.id,
        code=entry.code,
        name=entry.name,
        articles=tuple(directory.brief(position).id for position in entry.articles),
        primary=tuple(directory.brief(position).id for position in entry.primary),
        people=_describe_counts(entry.people),
        countries=_describe_counts(entry.countries),
    )


def _describe_counts(counts: Sequence[Count]) -> tuple[CountData, ...]:
    """What is named in the same articles."""
    return tuple(CountData(id=count.id, articles=count.articles) for count in counts)


def _ids(directory: Directory, positions: Iterable[int]) -> tuple[str, ...]:
    """The ids of articles, sorted."""
    return tuple(sorted(directory.brief(position).id for position in positions))
