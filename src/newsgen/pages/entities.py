"""`data/entities.ftm.jsonl`: articles, people, mentions and events as FollowTheMoney entities (followthemoney.tech).

A property holds a list of texts; what is not known is left out. Dates there are prefixes of ISO dates:
an EDTF date that is coarser or less sure than that becomes its first and last day. A date of publication that was
inferred in part is given, and `notes` says so.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import msgspec

from newsgen import edtf
from newsgen.canon import digest
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.eventtext import find_sentence, title_event
from newsgen.records.archive import Event, PersonEntry
from newsgen.records.contract import ArticleData, PersonInArticle
from newsgen.records.output import Page
from newsgen.records.site import TextFile

_PROPERTIES = {
    "Article": [
        "title",
        "bodyText",
        "author",
        "publishedAt",
        "notes",
        "language",
        "sourceUrl",
        "publisher",
        "publisherUrl",
        "country",
        "fileName",
    ],
    "Person": ["name", "alias", "weakAlias", "position", "notes", "sourceUrl"],
    "Mention": ["document", "resolved", "name", "detectedSchema"],
    "Event": [
        "name",
        "summary",
        "date",
        "startDate",
        "endDate",
        "country",
        "involved",
        "keywords",
        "publisher",
        "proof",
        "sourceUrl",
    ],
}
"""The properties that newsgen gives, by the names of FollowTheMoney."""

_LANGUAGES = {
    "ar": "ara", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "ha": "hau",
    "he": "heb", "hy": "hye", "it": "ita", "ja": "jpn", "ka": "kat", "ko": "kor", "mk": "mkd", "nl": "nld",
    "pl": "pol", "pt": "por", "ru": "rus", "sr": "srp", "sw": "swa", "tr": "tur", "uk": "ukr", "ur": "urd",
    "zh": "zho",
}  # fmt: skip
"""ISO 639-1 → 639-3, which FollowTheMoney asks for; others are left out."""


def _make_schema() -> dict[str, Any]:
    """The JSON Schema of a line."""
    kinds = [
        {
            "type": "object",
            "required": ["id", "schema", "properties"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string", "pattern": "^newsgen-"},
                "schema": {"const": name},
                "properties": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {one: {"$ref": "#/$defs/values"} for one in properties},
                },
            },
        }
        for name, properties in _PROPERTIES.items()
    ]
    values = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}
    return {"oneOf": kinds, "$defs": {"values": values}}


_INFERRED = "publishedAt was inferred in part"
"""A note on an article, in English as all data."""


ENTITIES_SCHEMA = _make_schema()
"""Of a line of the file."""


def plan_entities(directory: Directory, describe: Callable[[], Sequence[tuple[int, ArticleData]]]) -> Page:
    """The file; `describe` gives positions and data of all articles, sorted by id."""
    show = partial(_write_entities, directory, describe)
    return Page(path=urls.ENTITIES_DATA, template="", show=show, made_from="the entities for FollowTheMoney")


def _write_entities(directory: Directory, describe: Callable[[], Sequence[tuple[int, ArticleData]]]) -> TextFile:
    """A line for each entity."""
    return TextFile(text="".join(_write(*entity) for entity in _list_entities(directory, describe())))


_Entity = tuple[str, str, dict[str, Iterable[str | None]]]
"""Id, schema and properties."""


def _write(own: str, schema: str, properties: dict[str, Iterable[str | None]]) -> str:
    """A line; properties without a value are left out."""
    filled = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    entity = {"id": own, "schema": schema, "properties": {name: values for name, values in filled.items() if values}}
    return msgspec.json.encode(entity).decode() + "\n"


def _list_entities(directory: Directory, articles: Sequence[tuple[int, ArticleData]]) -> Iterator[_Entity]:
    """All entities: people, articles each with its mentions, events."""
    for entry in directory.archive.people:
        if entry.person.has_page:
            yield _describe_person(directory, entry)
    for position, data in articles:
        yield _describe_article(directory, position, data)
        for person in data.people:
            if person.as_written:
                yield _describe_mention(directory, data, person)
    for event in directory.archive.events:
        yield _describe_event(directory, event)


def _person_id(person: str) -> str:
    return f"newsgen-person-{person}"


def _article_id(article: str) -> str:
    return f"newsgen-article-{article}"


def _address(directory: Directory, path: str) -> str | None:
    """The address of a page, if the site has one."""
    return urls.absolute(directory.site.base_url, path) if directory.site.base_url else None


def _describe_person(directory: Directory, entry: PersonEntry) -> _Entity:
    person = entry.person
    others = [spelling.text for spelling in person.spellings if spelling.text != person.name]
    return (
        _person_id(person.id),
        "Person",
        {
            "name": [person.name],
            "alias": [name for name in others if " " in name],
            "weakAlias": [name for name in others if " " not in name],
            "position": person.titles,
            "notes": [person.note],
            "sourceUrl": [_address(directory, urls.person_path(person.id))],
        },
    )


def _describe_article(directory: Directory, position: int, data: ArticleData) -> _Entity:
    source, published = directory.article(position).source, _tell_date(data.published)
    return (
        _article_id(data.id),
        "Article",
        {
            "title": [data.headline],
            "bodyText": [data.body],
            "author": [data.byline],
            "publishedAt": [published],
            "notes": [_INFERRED if published and data.published_inferred else None],
            "language": [_LANGUAGES.get(data.language)],
            "sourceUrl": [urls.outward(data.url)],
            "publisher": [data.source],
            "publisherUrl": [urls.outward(directory.sources[source].url) if source else None],
            "country": [country.code.lower() for country in data.countries if country.primary],
            "fileName": [data.path.rpartition("/")[2]],
        },
    )


def _describe_mention(directory: Directory, data: ArticleData, person: PersonInArticle) -> _Entity:
    """A person in an article; the names as written there, titles and all."""
    resolved = _person_id(person.id) if directory.has_page(person.id) else None
    return (
        f"newsgen-mention-{digest(data.id, person.id)}",
        "Mention",
        {
            "document": [_article_id(data.id)],
            "resolved": [resolved],
            "name": person.as_written,
            "detectedSchema": ["Person"],
        },
    )


def _describe_event(directory: Directory, event: Event) -> _Entity:
    clearest = event.reports[event.clearest]
    exact = _tell_date(event.date)
    first, last = (None, None) if exact else edtf.bounds(event.date)
    reporting = [directory.article(report.article) for report in event.reports]
    timelines = directory.timelines.get(directory.events[clearest.article, clearest.report], ())
    page = directory.entry_path(timelines[0], event.id) if timelines else ""
    return (
        f"newsgen-event-{event.id}",
        "Event",
        {
            "name": [title_event(directory, event).text],
            "summary": [find_sentence(directory, event)],
            "date": [exact],
            "startDate": [first.isoformat() if first else None],
            "endDate": [last.isoformat() if last else None],
            "country": [code.lower() for code in event.countries],
            "involved": [_person_id(person) for person in event.people if directory.has_page(person)],
            "keywords": [*event.topics, *(["announced"] if event.kind == "announced" else [])],
            "publisher": [directory.sources[one.source].name for one in reporting if one.source],
            "proof": [_article_id(one.id) for one in reporting],
            "sourceUrl": [_address(directory, page) if page else None],
        },
    )


def _tell_date(value: str | None) -> str | None:
    """The date, if it is a plain day, month or year."""
    if value is None or edtf.precision(value) not in ("day", "month", "year"):
        return None
    return value if value.replace("-", "").isdigit() else None
