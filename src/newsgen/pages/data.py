"""The data files: the archive for other tools, by the contract, with a JSON Schema of each."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import msgspec

from newsgen.language import list_reasons
from newsgen.pages import urls
from newsgen.pages.article_data import describe_article, name_articles
from newsgen.pages.database import plan_database
from newsgen.pages.directory import Directory
from newsgen.pages.entities import ENTITIES_SCHEMA, plan_entities
from newsgen.pages.exports import plan_exports
from newsgen.pages.series import Named, cut_parts, plan_lines, plan_list, write_json
from newsgen.pages.timeline_data import plan_timeline
from newsgen.records.archive import Count
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
from newsgen.records.output import Page, Part
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
    yield plan_database(directory)
    yield plan_entities(directory)
    yield plan_lines(urls.ARTICLES_DATA, partial(_list_articles, directory), "the data of all articles")
    for timeline in directory.archive.timelines:
        yield plan_timeline(directory, timeline)
        yield from plan_exports(directory, timeline)
    yield plan_list(urls.PEOPLE_DATA, partial(_list_people, directory))
    yield plan_list(urls.COUNTRIES_DATA, partial(_list_countries, directory))
    for name, kind in _SCHEMAS.items():
        path = urls.schema_path(name)
        show = partial(_make_schema, name, kind)
        yield Page(path=path, template="", show=show, made_from=f"the data file {path}")


def _list_articles(directory: Directory) -> Iterator[Part]:
    """All articles, sorted by id."""
    describe = partial(_describe_article, directory)
    return cut_parts("articles", name_articles(directory), describe=describe, watch=directory.lookups.watch)


def _describe_article(directory: Directory, position: int) -> Iterator[ArticleData]:
    yield describe_article(directory, position)


def _list_people(directory: Directory) -> Iterator[Part]:
    """All people in their order."""
    people = (Named(entry.person.id, entry.person.id) for entry in directory.archive.people)
    return cut_parts("people", people, describe=partial(_describe_person, directory), watch=directory.lookups.watch)


def _list_countries(directory: Directory) -> Iterator[Part]:
    """All countries, sorted by id; each is a part, for it may have very many articles."""
    describe = partial(_describe_country, directory)
    for entry in sorted(directory.archive.countries, key=lambda entry: entry.id):
        country = [Named(entry.id, entry.code)]
        yield from cut_parts("countries", country, describe=describe, watch=directory.lookups.watch)


def _make_schema(name: str, kind: Any) -> TextFile:
    """The JSON Schema of a data file, or of a line of it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"newsgen:{name}:{VERSION}",
        **(kind if isinstance(kind, dict) else msgspec.json.schema(kind)),
    }
    return TextFile(text=write_json(schema).decode() + "\n")


def _describe_person(directory: Directory, own: str) -> Iterator[PersonData]:
    """One person by the contract."""
    entry = directory.person(own)
    person = entry.person
    yield PersonData(
        id=person.id,
        name=person.name,
        titles=person.titles,
        note=person.note,
        spellings=tuple(
            SpellingData(text=spelling.text, articles=_ids(directory, spelling.articles))
            for spelling in person.spellings
        ),
        articles=tuple(directory.ids(entry.articles)),
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


def _describe_country(directory: Directory, code: str) -> Iterator[CountryData]:
    """One country by the contract."""
    entry = directory.country(code)
    yield CountryData(
        id=entry.id,
        code=entry.code,
        name=entry.name,
        articles=tuple(directory.ids(entry.articles)),
        primary=tuple(directory.ids(entry.primary)),
        people=_describe_counts(entry.people),
        countries=_describe_counts(entry.countries),
    )


def _describe_counts(counts: Sequence[Count]) -> tuple[CountData, ...]:
    """What is named in the same articles."""
    return tuple(CountData(id=count.id, articles=count.articles) for count in counts)


def _ids(directory: Directory, positions: Iterable[int]) -> tuple[str, ...]:
    """The ids of articles, sorted."""
    return tuple(sorted(directory.ids(positions)))
