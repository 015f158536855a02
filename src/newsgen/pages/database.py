"""The rows of `data/archive.sqlite`: what the other data files hold, and every mention with its place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.eventtext import find_sentence
from newsgen.pages.rights import may_show, shown_end
from newsgen.records.archive import ArchivedArticle
from newsgen.records.contract import ArticleData
from newsgen.records.database import Cell, Database, Table
from newsgen.records.output import Page
from newsgen.records.reading import CountryMention, PersonMention

Row = tuple[Cell, ...]

Articles = Sequence[tuple[int, ArticleData]]
"""Positions and data of all articles, sorted by id."""


def plan_database(directory: Directory, describe: Callable[[], Articles]) -> Page:
    """The database; `describe` gives positions and data of all articles, sorted by id."""
    show = partial(_fill_tables, directory, describe)
    return Page(path=urls.DATABASE, template="", show=show, made_from="the database")


def _fill_tables(directory: Directory, describe: Callable[[], Articles]) -> Database:
    """All its rows."""
    articles = describe()
    tables = {
        "countries": _list_countries(directory, articles),
        "sources": _list_sources(directory),
        "people": _list_people(directory),
        "spellings": _list_spellings(directory),
        "articles": (_describe_article(directory, position, data) for position, data in articles),
        "article_people": ((data.id, one.id, one.mentions) for _, data in articles for one in data.people),
        "article_countries": (
            (data.id, one.code, one.mentions, int(one.primary)) for _, data in articles for one in data.countries
        ),
        "mentions": _number(_list_mentions(directory, articles)),
        "quotes": _number(
            (data.id, one.speaker, one.start, one.end, one.text) for _, data in articles for one in data.quotes
        ),
        "events": _list_events(directory),
        "event_people": (
            (event.id, person)
            for event in directory.archive.events
            for person in event.people
            if person in directory.people
        ),
        "event_countries": ((event.id, code) for event in directory.archive.events for code in event.countries),
        "reports": _number(_list_reports(directory, articles)),
        "timelines": _list_timelines(directory),
        "timeline_events": _list_entries(directory),
    }
    return Database(tables=tuple(Table(name=name, rows=tuple(rows)) for name, rows in tables.items()))


def _number(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows that begin with an article, with their numbers in it behind that."""
    for article, own in groupby(rows, key=lambda row: row[0]):
        for number, row in enumerate(own, 1):
            yield article, number, *row[1:]


def _bounds(value: str | None) -> tuple[str | None, str | None]:
    """First and last day that an EDTF date may mean."""
    first, last = edtf.bounds(value) if value else (None, None)
    return first.isoformat() if first else None, last.isoformat() if last else None


def _list_countries(directory: Directory, articles: Iterable[tuple[int, ArticleData]]) -> Iterator[Row]:
    """All countries of which any other row speaks."""
    codes = {entry.code for entry in directory.archive.countries}
    codes.update(entry.country for entry in directory.archive.sources if entry.country)
    codes.update(code for event in directory.archive.events for code in event.countries)
    for _, data in articles:
        codes.update(one.code for one in data.countries)
        if data.dateline and data.dateline.country:
            codes.add(data.dateline.country)
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


def _describe_article(directory: Directory, position: int, data: ArticleData) -> Row:
    """The row of an article."""
    article, line = directory.article(position), data.dateline
    names = dict.fromkeys(
        spelling.text for one in data.people for spelling in directory.people[one.id].person.spellings
    )
    return (
        data.id,
        data.headline,
        article.source,
        data.published,
        *_bounds(data.published),
        int(data.published_inferred),
        line.place if line else None,
        line.country if line else None,
        line.agency if line else None,
        data.byline,
        data.language,
        urls.outward(data.url) or None,
        article.rights,
        data.path,
        urls.article_path(data.id),
        "; ".join(names),
        data.body,
    )


def _list_mentions(directory: Directory, articles: Iterable[tuple[int, ArticleData]]) -> Iterator[Row]:
    """All that names a person or a country in headlines, and in bodies as far as they may be shown."""
    for position, data in articles:
        article = directory.article(position)
        found: tuple[PersonMention | CountryMention, ...] = (
            *article.reading.person_mentions,
            *article.reading.country_mentions,
        )
        for mention in sorted(found, key=lambda mention: (mention.start, mention.end)):
            row = _describe_mention(article, data.id, mention)
            if row is not None:
                yield row


def _describe_mention(article: ArchivedArticle, own: str, mention: PersonMention | CountryMention) -> Row | None:
    """The row of a mention; None if it is nobody's, or may not be shown."""
    is_person = isinstance(mention, PersonMention)
    person = article.people[mention.person] if isinstance(mention, PersonMention) else None
    code = mention.code if isinstance(mention, CountryMention) else None
    if mention.end > shown_end(article) or (is_person and person is None):
        return None
    begin = article.reading.article.body_start
    part, offset = ("body", begin) if mention.start >= begin else ("headline", 0)
    return own, person, code, part, mention.start - offset, mention.end - offset, mention.surface


def _list_reports(directory: Directory, articles: Iterable[tuple[int, ArticleData]]) -> Iterator[Row]:
    """The reports of all articles; their sentences only as far as they may be shown."""
    for position, data in articles:
        article = directory.article(position)
        begin = article.reading.article.body_start
        for number, (report, told) in enumerate(zip(article.reading.reports, data.events, strict=True)):
            event = directory.events.get((position, number))
            is_here = report.start >= begin and may_show(article, number)
            place = (report.start - begin, report.end - begin) if is_here else (None, None)
            yield (
                data.id,
                None if event is None else directory.archive.events[event].id,
                told.date,
                *_bounds(told.date),
                told.kind,
                int(told.background),
                *place,
                told.text,
            )


def _list_events(directory: Directory) -> Iterator[Row]:
    for event in directory.archive.events:
        yield (
            event.id,
            event.date,
            *_bounds(event.date),
            event.kind,
            find_sentence(directory, event),
            event.independent,
        )


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
