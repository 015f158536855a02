"""`data/entities.ftm.jsonl`: articles, people, mentions and events as FollowTheMoney entities (followthemoney.tech).

A property holds a list of texts; what is not known is left out. Dates there are prefixes of ISO dates:
an EDTF date that is coarser or less sure than that becomes its first and last day. A date of publication that was
inferred in part is given, and `notes` says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any, TypeAlias

from newsgen import edtf
from newsgen.canon import digest
from newsgen.pages import urls
from newsgen.pages.article_data import list_by_id
from newsgen.pages.directory import Directory
from newsgen.pages.margin import group_people
from newsgen.pages.rights import shown_body
from newsgen.pages.sentences import Gather, Sentences, pick_sentence, tell_event
from newsgen.pages.series import plan_lines
from newsgen.records.archive import ArchivedArticle, PersonEntry
from newsgen.records.entities import Event
from newsgen.records.output import Page

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


def plan_entities(directory: Directory, sentences: Gather) -> Page:
    """The file: a line for each entity."""
    return plan_lines(
        urls.ENTITIES_DATA, partial(_list_entities, directory, sentences), "the entities for FollowTheMoney"
    )


_Entity: TypeAlias = dict[str, Any]
"""Id, schema and properties."""


def _make_entity(own: str, schema: str, properties: Mapping[str, str | Iterable[str | None] | None]) -> _Entity:
    """An entity; properties without a value are left out."""
    filled = {
        name: [value] if isinstance(value, str) else [*filter(None, dict.fromkeys(value))]
        for name, value in properties.items()
        if value
    }
    return {"id": own, "schema": schema, "properties": {name: values for name, values in filled.items() if values}}


def _list_entities(directory: Directory, sentences: Gather) -> Iterator[_Entity]:
    """All entities: people, articles each with its mentions, events."""
    for entry in directory.archive.people:
        if entry.person.has_page:
            yield _describe_person(directory, entry)
    for position in list_by_id(directory):
        article = directory.article(position)
        yield _describe_article(directory, article)
        for person, forms, _ in group_people(directory, position):
            if forms:
                yield _describe_mention(directory, article.id, person, forms)
    for event in directory.archive.events:
        yield _describe_event(directory, sentences(), event)


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
    return _make_entity(
        _person_id(person.id),
        "Person",
        {
            "name": person.name,
            "alias": [name for name in others if " " in name],
            "weakAlias": [name for name in others if " " not in name],
            "position": person.titles,
            "notes": person.note,
            "sourceUrl": _address(directory, urls.person_path(person.id)),
        },
    )


def _describe_article(directory: Directory, article: ArchivedArticle) -> _Entity:
    parsed = article.reading.article
    source, published = article.source, _tell_date(parsed.published)
    return _make_entity(
        _article_id(article.id),
        "Article",
        {
            "title": parsed.headline,
            "bodyText": shown_body(article),
            "author": parsed.byline,
            "publishedAt": published,
            "notes": _INFERRED if published and parsed.published_inferred else None,
            "language": _LANGUAGES.get(parsed.language),
            "sourceUrl": urls.outward(parsed.url),
            "publisher": directory.sources[source].name if source else None,
            "publisherUrl": urls.outward(directory.sources[source].url) if source else None,
            "country": [country.code.lower() for country in article.reading.countries if country.primary],
            "fileName": article.clipping.path.rpartition("/")[2],
        },
    )


def _describe_mention(directory: Directory, article: str, person: str, forms: Iterable[str]) -> _Entity:
    """A person in an article; the names as written there, titles and all."""
    return _make_entity(
        f"newsgen-mention-{digest(article, person)}",
        "Mention",
        {
            "document": _article_id(article),
            "resolved": _person_id(person) if directory.has_page(person) else None,
            "name": forms,
            "detectedSchema": "Person",
        },
    )


def _describe_event(directory: Directory, sentences: Sentences, event: Event) -> _Entity:
    clearest = event.reports[event.clearest]
    exact = _tell_date(event.date)
    first, last = (None, None) if exact else edtf.bounds(event.date)
    reporting = [directory.brief(report.article) for report in event.reports]
    timelines = directory.timelines.get(directory.events[clearest.article, clearest.report], ())
    page = directory.entry_path(timelines[0], event.id) if timelines else ""
    return _make_entity(
        f"newsgen-event-{event.id}",
        "Event",
        {
            "name": tell_event(directory, sentences, event)[0],
            "summary": pick_sentence(sentences, event),
            "date": exact,
            "startDate": first.isoformat() if first else None,
            "endDate": last.isoformat() if last else None,
            "country": [code.lower() for code in event.countries],
            "involved": [_person_id(person) for person in event.people if directory.has_page(person)],
            "keywords": [*event.topics, *(["announced"] if event.kind == "announced" else [])],
            "publisher": [directory.sources[one.source].name for one in reporting if one.source],
            "proof": [_article_id(one.id) for one in reporting],
            "sourceUrl": _address(directory, page) if page else None,
        },
    )


@lru_cache(maxsize=4096)
def _tell_date(value: str | None) -> str | None:
    """The date, if it is a plain day, month or year."""
    if value is None or edtf.precision(value) not in ("day", "month", "year"):
        return None
    return value if value.replace("-", "").isdigit() else None
