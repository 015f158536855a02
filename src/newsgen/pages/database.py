"""The rows of `data/archive.sqlite`: what the other data files hold, and every mention with its place."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain
from typing import TypeAlias

from msgspec.structs import replace

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.article_data import describe_quotes, name_articles
from newsgen.pages.directory import Directory
from newsgen.pages.margin import group_people
from newsgen.pages.rights import shown_body, shown_end
from newsgen.pages.sentences import pick_sentence
from newsgen.pages.series import Named, cut_parts
from newsgen.records.archive import ArchivedArticle
from newsgen.records.database import Database, Portion, Row
from newsgen.records.entities import Event
from newsgen.records.output import Page, Part
from newsgen.records.reading import CountryMention, PersonMention

TABLES = (
    *("countries", "sources", "people", "spellings", "timelines", "timeline_events"),
    *("articles", "article_people", "article_countries", "mentions", "quotes", "reports"),
    *("events", "event_people", "event_countries"),
)
"""All tables."""

_Found: TypeAlias = tuple[str | None, str | None, PersonMention | CountryMention]
"""The id of a person, or the code of a country, and a mention."""


def plan_database(directory: Directory) -> Page:
    """The database."""
    database = Database(list_parts=partial(_list_parts, directory))
    return Page(path=urls.DATABASE, template="", show=lambda: database, made_from="the database", is_large=True)


def _list_parts(directory: Directory) -> Iterator[Part]:
    """All its rows."""
    yield Part(kind="small", names=(), make=partial(_list_small_tables, directory))
    named, watch = name_articles(directory), directory.lookups.watch
    articles = cut_parts("articles", named, describe=partial(_list_of_article, directory), watch=watch)
    happened = (Named(event.id, position) for position, event in enumerate(directory.archive.events))
    events = cut_parts("events", happened, describe=partial(_list_of_event, directory), watch=watch)
    for part in chain(articles, events):
        yield replace(part, make=partial(_join_tables, part.make))


def _join_tables(list_rows: Callable[[], Iterable[tuple[str, Row]]]) -> Iterator[Portion]:
    """A portion of each table."""
    tables: dict[str, list[Row]] = {}
    for table, row in list_rows():
        tables.setdefault(table, []).append(row)
    return (Portion(table=table, rows=tuple(rows)) for table, rows in tables.items())


def _list_small_tables(directory: Directory) -> Iterator[Portion]:
    """The rows of what is neither an article nor an event."""
    tables = {
        "countries": _list_countries(directory),
        "sources": _list_sources(directory),
        "people": _list_people(directory),
        "spellings": _list_spellings(directory),
        "timelines": _list_timelines(directory),
        "timeline_events": _list_entries(directory),
    }
    for name, rows in tables.items():
        yield Portion(table=name, rows=tuple(rows))


def _list_of_article(directory: Directory, position: int) -> Iterator[tuple[str, Row]]:
    """The rows of an article, each with its table."""
    article = directory.article(position)
    people, own = group_people(directory, position), article.id
    yield "articles", _describe_article(directory, article, [person for person, _, _ in people])
    for person, _, mentions in people:
        yield "article_people", (own, person, mentions)
    for one in article.reading.countries:
        yield "article_countries", (own, one.code, one.mentions, int(one.primary))
    for table, rows in (
        ("mentions", _list_mentions(article)),
        ("quotes", _list_quotes(article)),
        ("reports", _list_reports(directory, position, article)),
    ):
        for row in rows:
            yield table, row


@lru_cache(maxsize=4096)
def _bounds(value: str | None) -> tuple[str | None, str | None]:
    """First and last day that an EDTF date may mean."""
    first, last = edtf.bounds(value) if value else (None, None)
    return first.isoformat() if first else None, last.isoformat() if last else None


def _list_countries(directory: Directory) -> Iterator[Row]:
    """The countries that an article or an event names, and those of outlets and datelines."""
    archive = directory.archive
    codes = {entry.code for entry in archive.countries}
    codes.update(entry.country for entry in archive.sources if entry.country)
    codes.update(brief.place for brief in archive.briefs if brief.place)
    for code in sorted(codes):
        ref = directory.country_ref(urls.HOME, code)
        yield code, ref.text, ref.href or None


def _list_sources(directory: Directory) -> Iterator[Row]:
    for entry in sorted(directory.archive.sources, key=lambda entry: entry.id):
        url = urls.outward(entry.url) or None
        yield entry.id, entry.name, entry.country, url, entry.rights, urls.source_path(entry.id)


def _list_people(directory: Directory) -> Iterator[Row]:
    for entry in directory.archive.people:
        person = entry.person
        page = urls.person_path(person.id) if person.has_page else None
        yield person.id, person.name, "; ".join(person.titles), person.note, page


def _list_spellings(directory: Directory) -> Iterator[Row]:
    for entry in directory.archive.people:
        for spelling in entry.person.spellings:
            yield entry.person.id, spelling.text, len(spelling.articles)


def _describe_article(directory: Directory, article: ArchivedArticle, people: Iterable[str]) -> Row:
    """The row of an article; with the ids of all whom it names."""
    parsed = article.reading.article
    line = parsed.dateline
    return (
        article.id,
        parsed.headline,
        article.source,
        parsed.published,
        *_bounds(parsed.published),
        int(parsed.published_inferred),
        line.place if line else None,
        line.country if line else None,
        line.agency if line else None,
        parsed.byline,
        parsed.language,
        urls.outward(parsed.url) or None,
        article.rights,
        article.clipping.path,
        urls.article_path(article.id),
        "; ".join(_list_names(directory, people)),
        shown_body(article),
    )


def _list_names(directory: Directory, people: Iterable[str]) -> dict[str, None]:
    """Every spelling of these persons, each once."""
    return dict.fromkeys(text for one in people for text in directory.spellings(one))


def _list_mentions(article: ArchivedArticle) -> Iterator[Row]:
    """All that names a person or a country in the headline, and in the body as far as it may be shown."""
    reading, people = article.reading, article.people
    named: list[_Found] = [(people[mention.person], None, mention) for mention in reading.person_mentions]
    found = [one for one in named if one[0] is not None]
    found += [(None, mention.code, mention) for mention in reading.country_mentions]
    found.sort(key=_place)
    own, begin, end = article.id, reading.article.body_start, shown_end(article)
    shown = (one for one in found if one[2].end <= end)
    for number, (person, code, mention) in enumerate(shown, 1):
        part, offset = ("body", begin) if mention.start >= begin else ("headline", 0)
        yield own, number, person, code, part, mention.start - offset, mention.end - offset, mention.surface


def _place(found: _Found) -> tuple[int, int]:
    return found[2].start, found[2].end


def _list_quotes(article: ArchivedArticle) -> Iterator[Row]:
    """The direct speech in an article, as far as it may be shown."""
    for number, one in enumerate(describe_quotes(article), 1):
        yield article.id, number, one.speaker, one.start, one.end, one.text


def _list_reports(directory: Directory, position: int, article: ArchivedArticle) -> Iterator[Row]:
    """The reports of an article, with their sentences as far as they may be shown."""
    begin, end = article.reading.article.body_start, shown_end(article)
    sentences = directory.sentences_of(position)
    for number, (report, sentence) in enumerate(zip(article.reading.reports, sentences, strict=True)):
        is_here = begin <= report.start and report.end <= end
        yield (
            article.id,
            number + 1,
            directory.told_in(position, number),
            report.date,
            *_bounds(report.date),
            report.kind,
            int(report.background),
            *((report.start - begin, report.end - begin) if is_here else (None, None)),
            sentence,
        )


def _list_of_event(directory: Directory, position: int) -> Iterator[tuple[str, Row]]:
    """The rows of an event, each with its table."""
    event = directory.event(position)
    yield "events", _describe_event(directory, event)
    for person in event.people:
        if directory.knows(person):
            yield "event_people", (event.id, person)
    for code in event.countries:
        yield "event_countries", (event.id, code)


def _describe_event(directory: Directory, event: Event) -> Row:
    """The row of an event."""
    sentence = pick_sentence(directory, event)
    return event.id, event.date, *_bounds(event.date), event.kind, sentence, event.independent


def _list_timelines(directory: Directory) -> Iterator[Row]:
    for timeline in directory.archive.timelines:
        options = timeline.options
        yield options.id, options.title, options.description, urls.timeline_path(options.id)


def _list_entries(directory: Directory) -> Iterator[Row]:
    for timeline in directory.archive.timelines:
        titles = dict(timeline.titles)
        for place, position in enumerate(timeline.events, 1):
            event = directory.archive.events[position].id
            yield timeline.options.id, event, place, titles.get(position)
