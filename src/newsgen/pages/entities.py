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
from newsgen.pages.article_data import name_articles
from newsgen.pages.directory import Directory
from newsgen.pages.margin import group_people
from newsgen.pages.rights import shown_body
from newsgen.pages.sentences import pick_sentence, tell_event
from newsgen.pages.series import Named, cut_parts, plan_lines
from newsgen.records.archive import ArchivedArticle
from newsgen.records.output import Page, Part

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


def plan_entities(directory: Directory) -> Page:
    """The file: a line for each entity."""
    return plan_lines(urls.ENTITIES_DATA, partial(_list_entities, directory), "the entities for FollowTheMoney")


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


def _list_entities(directory: Directory) -> Iterator[Part]:
    """All entities: people, articles each with its mentions, events."""
    archive, watch = directory.archive, directory.lookups.watch
    people = (Named(entry.person.id, entry.person.id) for entry in archive.people if entry.person.has_page)
    yield from cut_parts("people", people, describe=partial(_describe_person, directory), watch=watch)
    articles = name_articles(directory)
    yield from cut_parts("articles", articles, describe=partial(_describe_document, directory), watch=watch)
    events = (Named(event.id, position) for position, event in enumerate(archive.events))
    yield from cut_parts("events", events, describe=partial(_describe_event, directory), watch=watch)


def _person_id(person: str) -> str:
    return f"newsgen-person-{person}"


def _article_id(article: str) -> str:
    return f"newsgen-article-{article}"


def _address(directory: Directory, path: str) -> str | None:
    """The address of a page, if the site has one."""
    return urls.absolute(directory.site.base_url, path) if directory.site.base_url else None


def _describe_person(directory: Directory, own: str) -> Iterator[_Entity]:
    person = directory.person(own).person
    others = [spelling.text for spelling in person.spellings if spelling.text != person.name]
    yield _make_entity(
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


def _describe_document(directory: Directory, position: int) -> Iterator[_Entity]:
    """An article and its mentions."""
    article = directory.article(position)
    yield _describe_article(directory, article)
    for person, forms, _ in group_people(directory, position):
        if forms:
            yield _describe_mention(directory, article.id, person, forms)


def _describe_article(directory: Directory, article: ArchivedArticle) -> _Entity:
    parsed = article.reading.article
    source = directory.outlet(article.source) if article.source else None
    published = _tell_date(parsed.published)
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
            "publisher": source.name if source else None,
            "publisherUrl": urls.outward(source.url) if source else None,
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


def _describe_event(directory: Directory, position: int) -> Iterator[_Entity]:
    event = directory.event(position)
    exact = _tell_date(event.date)
    first, last = (None, None) if exact else edtf.bounds(event.date)
    reporting = [directory.brief(report.article) for report in event.reports]
    timelines = directory.timelines_of(position)
    page = directory.entry_path(timelines[0], event.id) if timelines else ""
    yield _make_entity(
        f"newsgen-event-{event.id}",
        "Event",
        {
            "name": tell_event(directory, event)[0],
            "summary": pick_sentence(directory, event),
            "date": exact,
            "startDate": first.isoformat() if first else None,
            "endDate": last.isoformat() if last else None,
            "country": [code.lower() for code in event.countries],
            "involved": [_person_id(person) for person in event.people if directory.has_page(person)],
            "keywords": [*event.topics, *(["announced"] if event.kind == "announced" else [])],
            "publisher": [directory.outlet(one.source).name for one in reporting if one.source],
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
