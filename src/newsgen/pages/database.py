"""The rows of `data/archive.sqlite`: what the other data files hold, and every mention with its place."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import TypeAlias

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.article_data import describe_quotes, list_by_id
from newsgen.pages.directory import Directory
from newsgen.pages.margin import group_people
from newsgen.pages.rights import shown_body, shown_end
from newsgen.pages.sentences import Sentences, list_sentences, pick_sentence
from newsgen.records.archive import ArchivedArticle
from newsgen.records.database import Database, Portion, Row
from newsgen.records.entities import Event
from newsgen.records.output import Page
from newsgen.records.reading import CountryMention, PersonMention

_TOGETHER = 200
"""Articles, or events, whose rows are made together."""

_OF_ARTICLES = ("articles", "article_people", "article_countries", "mentions", "quotes", "reports")
"""The tables whose rows belong to one article each."""

_OF_EVENTS = ("events", "event_people", "event_countries")
"""Those whose rows belong to one event each."""

TABLES = ("countries", "sources", "people", "spellings", "timelines", "timeline_events", *_OF_ARTICLES, *_OF_EVENTS)
"""All tables."""


_Found: TypeAlias = tuple[str | None, str | None, PersonMention | CountryMention]
"""The id of a person, or the code of a country, and a mention."""


def plan_database(directory: Directory) -> Page:
    """The database."""
    database = Database(list_portions=partial(_list_portions, directory))
    return Page(path=urls.DATABASE, template="", show=lambda: database, made_from="the database", is_large=True)


def _list_portions(directory: Directory) -> Iterator[Portion]:
    """All its rows; the articles are gone through once, and so are the events."""
    yield from _list_small_tables(directory)
    order, events = list_by_id(directory), directory.archive.events
    codes = {entry.code for entry in directory.archive.countries}
    codes.update(entry.country for entry in directory.archive.sources if entry.country)
    sentences: list[tuple[str | None, ...]] = [()] * len(order)
    for start in range(0, len(order), _TOGETHER):
        yield from _list_of_articles(directory, order[start : start + _TOGETHER], codes, sentences)
    for start in range(0, len(events), _TOGETHER):
        yield from _list_of_events(directory, sentences, events[start : start + _TOGETHER], codes)
    yield Portion(table="countries", rows=tuple(_list_countries(directory, codes)))


def _list_small_tables(directory: Directory) -> Iterator[Portion]:
    """The rows of what is neither an article nor an event."""
    tables = {
        "sources": _list_sources(directory),
        "people": _list_people(directory),
        "spellings": _list_spellings(directory),
        "timelines": _list_timelines(directory),
        "timeline_events": _list_entries(directory),
    }
    for name, rows in tables.items():
        yield Portion(table=name, rows=tuple(rows))


def _list_of_articles(
    directory: Directory, positions: Iterable[int], codes: set[str], sentences: list[tuple[str | None, ...]]
) -> Iterator[Portion]:
    """The rows of some articles; notes the countries of which they speak, and the sentences of their reports."""
    tables: dict[str, list[Row]] = {name: [] for name in _OF_ARTICLES}
    for position in positions:
        article = directory.article(position)
        reading, people = article.reading, group_people(directory, position)
        tables["articles"].append(_describe_article(directory, article, [person for person, _, _ in people]))
        tables["article_people"].extend((article.id, person, mentions) for person, _, mentions in people)
        tables["article_countries"].extend(
            (article.id, one.code, one.mentions, int(one.primary)) for one in reading.countries
        )
        tables["mentions"].extend(_list_mentions(article))
        tables["quotes"].extend(_list_quotes(article))
        sentences[position] = list_sentences(article)
        tables["reports"].extend(_list_reports(directory, position, article, sentences[position]))
        codes.update(one.code for one in reading.countries)
        line = reading.article.dateline
        codes.update([line.country] if line and line.country else [])
    yield from (Portion(table=name, rows=tuple(rows)) for name, rows in tables.items())


@lru_cache(maxsize=4096)
def _bounds(value: str | None) -> tuple[str | None, str | None]:
    """First and last day that an EDTF date may mean."""
    first, last = edtf.bounds(value) if value else (None, None)
    return first.isoformat() if first else None, last.isoformat() if last else None


def _list_countries(directory: Directory, codes: Iterable[str]) -> Iterator[Row]:
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
    return dict.fromkeys(spelling.text for one in people for spelling in directory.people[one].person.spellings)


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


def _list_reports(
    directory: Directory, position: int, article: ArchivedArticle, sentences: Iterable[str | None]
) -> Iterator[Row]:
    """The reports of an article, with their sentences as far as they may be shown."""
    begin, end = article.reading.article.body_start, shown_end(article)
    for number, (report, sentence) in enumerate(zip(article.reading.reports, sentences, strict=True)):
        event = directory.events.get((position, number))
        is_here = begin <= report.start and report.end <= end
        yield (
            article.id,
            number + 1,
            None if event is None else directory.archive.events[event].id,
            report.date,
            *_bounds(report.date),
            report.kind,
            int(report.background),
            *((report.start - begin, report.end - begin) if is_here else (None, None)),
            sentence,
        )


def _list_of_events(
    directory: Directory, sentences: Sentences, events: Sequence[Event], codes: set[str]
) -> Iterator[Portion]:
    """The rows of some events; adds the countries of which they speak to `codes`."""
    known = directory.people
    tables: dict[str, Iterable[Row]] = {
        "events": (_describe_event(sentences, event) for event in events),
        "event_people": ((event.id, person) for event in events for person in event.people if person in known),
        "event_countries": ((event.id, code) for event in events for code in event.countries),
    }
    yield from (Portion(table=name, rows=tuple(rows)) for name, rows in tables.items())
    codes.update(code for event in events for code in event.countries)


def _describe_event(sentences: Sentences, event: Event) -> Row:
    """The row of an event."""
    sentence = pick_sentence(sentences, event)
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
