"""The data files: the archive for other tools, by the contract, with a JSON Schema of each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Any

import msgspec

from newsgen.language import list_reasons
from newsgen.pages import urls
from newsgen.pages.database import plan_database
from newsgen.pages.directory import Directory
from newsgen.pages.entities import ENTITIES_SCHEMA, plan_entities
from newsgen.pages.margin import group_people
from newsgen.pages.rights import shown_body, shown_end, shown_sentence
from newsgen.pages.timeline_data import describe_timeline
from newsgen.records.archive import ArchivedArticle, Count, CountryEntry, Link, PersonEntry
from newsgen.records.changes import Changes
from newsgen.records.contract import (
    VERSION,
    ArticleData,
    CountData,
    CountryData,
    CountryInArticle,
    DateInArticle,
    DatelineData,
    EventInArticle,
    JoinData,
    PersonData,
    PersonInArticle,
    QuoteInArticle,
    SpellingData,
    TimelineData,
    UndecidedData,
)
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
    """All data files but those that other tools' own formats ask for."""
    archive = directory.archive
    describe = cache(partial(_describe_articles, directory))  # three files are made of it, one after the other
    show = partial(_write_articles, describe)
    yield Page(path=urls.ARTICLES_DATA, template="", show=show, made_from="the data of all articles")
    yield plan_database(directory, describe)
    yield plan_entities(directory, describe)
    yield plan_json(urls.PEOPLE_DATA, lambda: [_describe_person(directory, entry) for entry in archive.people])
    countries = sorted(archive.countries, key=lambda entry: entry.id)
    yield plan_json(urls.COUNTRIES_DATA, lambda: [_describe_country(directory, entry) for entry in countries])
    for timeline in archive.timelines:
        path = urls.timeline_data_path(timeline.options.id, "json")
        yield plan_json(path, partial(describe_timeline, directory, timeline))
    for name, kind in _SCHEMAS.items():
        yield plan_json(urls.schema_path(name), partial(_make_schema, name, kind))


def _describe_articles(directory: Directory) -> list[tuple[int, ArticleData]]:
    """Positions and data of all articles, sorted by id."""
    articles = directory.archive.articles
    order = sorted(range(len(articles)), key=lambda position: articles[position].id)
    return [(position, describe_article(directory, position)) for position in order]


def _write_articles(describe: Callable[[], Sequence[tuple[int, ArticleData]]]) -> TextFile:
    """A line for each article."""
    return TextFile(text=b"".join(msgspec.json.encode(data) + b"\n" for _, data in describe()).decode())


def _make_schema(name: str, kind: Any) -> dict[str, Any]:
    """The JSON Schema of a data file, or of a line of it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"newsgen:{name}:{VERSION}",
        **(kind if isinstance(kind, dict) else msgspec.json.schema(kind)),
    }


def plan_json(path: str, describe: Callable[[], Any]) -> Page:
    """A file of indented JSON."""
    return Page(path=path, template="", show=partial(_write_json, describe), made_from=f"the data file {path}")


def _write_json(describe: Callable[[], Any]) -> TextFile:
    """The value as indented JSON."""
    return TextFile(text=msgspec.json.format(msgspec.json.encode(describe()), indent=2).decode() + "\n")


def describe_article(directory: Directory, position: int) -> ArticleData:
    """One article by the contract."""
    article = directory.article(position)
    parsed, free = article.reading.article, article.rights == "full"
    return ArticleData(
        id=article.id,
        path=article.clipping.path,
        headline=parsed.headline,
        dateline=_describe_dateline(article),
        published=parsed.published,
        published_inferred=parsed.published_inferred,
        source=directory.sources[article.source].name if article.source else None,
        byline=parsed.byline,
        language=parsed.language,
        url=parsed.url,
        countries=_describe_countries(directory, article),
        people=_describe_people(directory, position),
        dates=_describe_dates(article),
        events=_describe_reports(article),
        quotes=_describe_quotes(article),
        same_text_as=_ids(directory, (one.article for one in article.same_text)),
        extra=msgspec.Raw(msgspec.json.format(parsed.extra.encode(), indent=-1)),
        captions=parsed.captions if free else (),
        notices=parsed.notices if free else (),
        body=shown_body(article),
    )


def _describe_dateline(article: ArchivedArticle) -> DatelineData | None:
    """Its dateline."""
    line = article.reading.article.dateline
    if line is None:
        return None
    return DatelineData(place=line.place, country=line.country, date=line.date, agency=line.agency)


def _describe_countries(directory: Directory, article: ArchivedArticle) -> tuple[CountryInArticle, ...]:
    """The countries that it names."""
    return tuple(
        CountryInArticle(
            code=count.code,
            name=directory.country_ref(urls.HOME, count.code).text,
            mentions=count.mentions,
            primary=count.primary,
        )
        for count in article.reading.countries
    )


def _describe_people(directory: Directory, position: int) -> tuple[PersonInArticle, ...]:
    """The persons whom it names, in order of first mention."""
    return tuple(
        PersonInArticle(
            id=person, name=directory.person_ref(urls.HOME, person).text, as_written=forms, mentions=mentions
        )
        for person, forms, mentions in group_people(directory, position)
    )


def _describe_dates(article: ArchivedArticle) -> tuple[DateInArticle, ...]:
    """The expressions of time whose day, month or year is known, in the part of the body that may be shown."""
    begin, end = article.reading.article.body_start, shown_end(article)
    return tuple(
        DateInArticle(text=date.surface, value=date.value, start=date.start - begin, end=date.end - begin)
        for date in article.reading.dates
        if date.value is not None and begin <= date.start and date.end <= end
    )


def _describe_reports(article: ArchivedArticle) -> tuple[EventInArticle, ...]:
    """The events that it tells."""
    return tuple(
        EventInArticle(
            date=report.date,
            text=shown_sentence(article, number),
            countries=report.countries,
            people=tuple(sorted({name for person in report.people if (name := article.people[person]) is not None})),
            kind=report.kind,
            background=report.background,
        )
        for number, report in enumerate(article.reading.reports)
    )


def _describe_quotes(article: ArchivedArticle) -> tuple[QuoteInArticle, ...]:
    """The direct speech in the part of the body that may be shown."""
    parsed = article.reading.article
    begin, end = parsed.body_start, shown_end(article)
    return tuple(
        QuoteInArticle(
            text=parsed.text[quote.start : quote.end],
            speaker=None if quote.speaker is None else article.people[quote.speaker],
            start=quote.start - begin,
            end=quote.end - begin,
        )
        for quote in article.reading.quotes
        if begin <= quote.start and quote.end <= end
    )


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
        articles=tuple(directory.article(position).id for position in entry.articles),
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
        articles=tuple(directory.article(position).id for position in entry.articles),
        primary=tuple(directory.article(position).id for position in entry.primary),
        people=_describe_counts(entry.people),
        countries=_describe_counts(entry.countries),
    )


def _describe_counts(counts: Sequence[Count]) -> tuple[CountData, ...]:
    """What is named in the same articles."""
    return tuple(CountData(id=count.id, articles=count.articles) for count in counts)


def _ids(directory: Directory, positions: Iterable[int]) -> tuple[str, ...]:
    """The ids of articles, sorted."""
    return tuple(sorted(directory.article(position).id for position in positions))
