"""Small archives for the tests of pages: articles from plain words, and the index that they need.

What an article names is given as phrases; the builder finds them in its text, so that offsets are always right.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from newsgen import edtf
from newsgen.canon import digest_of, encode
from newsgen.database import write_database
from newsgen.index.articles import sum_up_article
from newsgen.language import Language, Words, choose_language
from newsgen.lexicon import load_lexicon
from newsgen.lexicon.shingles import sketch_text
from newsgen.pages import plan_pages
from newsgen.records.archive import (
    Archive,
    ArchivedArticle,
    Count,
    CountryEntry,
    Month,
    PersonEntry,
    SourceEntry,
    Timeline,
)
from newsgen.records.article import Article, Block, Mark, Paragraph
from newsgen.records.clipping import Clipping
from newsgen.records.database import Database, Portion
from newsgen.records.entities import Event, EventReport, Person, Spelling
from newsgen.records.options import Rights, SiteOptions, TimelineOptions
from newsgen.records.output import Page, Part, Series
from newsgen.records.reading import (
    CountryCount,
    CountryMention,
    DateMention,
    LocalPerson,
    PersonMention,
    Quote,
    Reading,
    Report,
)
from newsgen.render import Renderer
from newsgen.resolve.events import count_independent
from newsgen.resolve.wire import group_same_text
from newsgen.theme import load_catalogues, load_theme

CATALOGUES = load_catalogues(None)
ENGLISH, _ = choose_language("en", CATALOGUES)
WORDS = Words(ENGLISH)

TIMELINE = TimelineOptions(id="story", title="The story", description="What happened.")
SITE = SiteOptions(title="Sample archive", description="Made for a test.", timelines=(TIMELINE,))
HOSTED = msgspec.structs.replace(SITE, base_url="https://example.org/archive/")

NAMES = {
    "NE": ("niger", "Niger"),
    "GH": ("ghana", "Ghana"),
    "FR": ("france", "France"),
    "RU": ("russia", "Russia"),
    "SG": ("singapore", "Singapore"),
    "UM": ("us-outlying-islands", "U.S. Outlying Islands"),
}


def make_article(
    identity: str,
    paragraphs: Sequence[str | Paragraph],
    *,
    headline: str = "",
    countries: Mapping[str, str] | None = None,
    people: Mapping[str, str] | None = None,
    dates: Mapping[str, str | None] | None = None,
    reports: Sequence[tuple[str, str]] = (),
    quotes: Sequence[str] | Mapping[str, str] = (),
    marks: Sequence[tuple[str, str, str | None]] = (),
    source: str | None = None,
    rights: Rights = "full",
    **fields: Any,
) -> ArchivedArticle:
    """An article; `countries`, `people` and `dates` map phrases of its text to codes, ids and EDTF values.

    A paragraph may begin with `## `, `> `, `- ` or `1. ` for a heading, a quotation and items of lists; `quotes` are
    phrases, or map them to the ids of who says them.
    """
    headline = headline or f"Headline of {identity}"
    text, parts = _lay_out(headline, paragraphs)
    ids = tuple(dict.fromkeys((people or {}).values()))
    named = [
        PersonMention(start=a, end=b, surface=text[a:b], name=text[a:b], person=ids.index(person), rule="test")
        for phrase, person in (people or {}).items()
        for a, b in _find(text, phrase)
    ]
    lands = [
        CountryMention(start=a, end=b, surface=text[a:b], code=code, rule="name")
        for phrase, code in (countries or {}).items()
        for a, b in _find(text, phrase)
    ]
    times = [
        DateMention(start=a, end=b, surface=text[a:b], value=value, rule="test")
        for phrase, value in (dates or {}).items()
        for a, b in _find(text, phrase)
    ]
    counts = Counter(mention.code for mention in lands)
    article = Article(
        path=f"articles/{identity}.txt",
        headline=headline,
        text=text,
        body_start=min(len(headline) + 2, len(text)),
        paragraphs=parts,
        marks=tuple(
            Mark(kind=kind, start=a, end=b, href=href) for kind, phrase, href in marks for a, b in _find(text, phrase)
        ),
        blocks=(Block(role="paragraph", start=0, end=len(text), rule="test"),),
        source=source,
        **fields,
    )
    reading = Reading(
        article=article,
        countries=tuple(CountryCount(code=code, mentions=n, primary=n > 1) for code, n in sorted(counts.items())),
        people=tuple(_make_local(person, people or {}) for person in ids),
        country_mentions=tuple(sorted(lands, key=lambda mention: mention.start)),
        person_mentions=tuple(sorted(named, key=lambda mention: mention.start)),
        dates=tuple(sorted(times, key=lambda mention: mention.start)),
        quotes=tuple(
            Quote(start=a, end=b, speaker=ids.index(quotes[q]) if isinstance(quotes, Mapping) else None, rule="test")
            for q in quotes
            for a, b in _find(text, q)
        ),
        reports=tuple(_make_report(text, sentence, date, lands) for sentence, date in reports),
        sketch=sketch_text(article.body),
    )
    return ArchivedArticle(
        id=identity,
        clipping=Clipping(path=article.path, text=text, encoding="utf-8", digest=""),
        reading=reading,
        people=ids,
        source=None if source is None else source.lower().replace(" ", "-"),
        rights=rights,
    )


def _lay_out(headline: str, paragraphs: Sequence[str | Paragraph]) -> tuple[str, tuple[Paragraph, ...]]:
    text, parts = headline, []
    kinds = {"## ": ("heading", 2), "#### ": ("heading", 4), "> ": ("quotation", 0), "- ": ("list-item", 0)}
    for words in paragraphs:
        sign = next((sign for sign in kinds if words.startswith(sign)), "")
        kind, level = kinds.get(sign, ("paragraph", 0))
        text += "\n\n"
        start = len(text)
        text += words.removeprefix(sign)
        parts.append(Paragraph(kind=kind, start=start, end=len(text), line=1, level=level))
    return text, tuple(parts)


def _find(text: str, phrase: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(re.escape(phrase), text)]


def _make_local(person: str, people: Mapping[str, str]) -> LocalPerson:
    forms = tuple(phrase for phrase, other in people.items() if other == person)
    family = person.rsplit("-", maxsplit=1)[-1].title()
    return LocalPerson(name=forms[0], family=family, given=(), titles=(), forms=forms, countries=(), mentions=1)


def _make_report(text: str, sentence: str, date: str, lands: Sequence[CountryMention]) -> Report:
    start = text.index(sentence)
    end = start + len(sentence)
    codes = {mention.code for mention in lands if start <= mention.start < end}
    return Report(
        date=date,
        start=start,
        end=end,
        date_mention=0,
        kind="happened",
        topics=(),
        countries=tuple(sorted(codes)),
        people=(),
    )


def make_archive(*articles: ArchivedArticle, notes: Mapping[str, str] | None = None) -> Archive:
    """The archive of the articles: every report an event of its own unless dates agree; all on one timeline."""

    def newest(positions: Sequence[int]) -> tuple[int, ...]:
        def key(position: int) -> tuple[bool, list[int], str]:
            published = articles[position].reading.article.published
            return published is None, [-part for part in edtf.sort_key(published)[:2]], articles[position].id

        return tuple(sorted(positions, key=key))

    carriers = group_same_text([article.reading for article in articles])
    articles = tuple(msgspec.structs.replace(one, same_text=same) for one, same in zip(articles, carriers, strict=True))
    events = count_independent(_gather_events(articles), carriers)
    people = sorted({person for article in articles for person in article.people if person})
    codes = sorted({count.code for article in articles for count in article.reading.countries})
    sources = sorted({(article.source, article.reading.article.source) for article in articles if article.source})
    months: dict[str, list[int]] = {}
    for position in newest(range(len(articles))):
        months.setdefault(edtf.month_key(articles[position].reading.article.published), []).append(position)
    return Archive(
        articles=articles,
        briefs=tuple(map(sum_up_article, articles)),
        origins=tuple(encode((one.clipping, one.reading, one.people)) for one in articles),
        latest=newest(range(len(articles))),
        people=tuple(_make_person(person, articles, newest, events, (notes or {}).get(person)) for person in people),
        countries=tuple(_make_country(code, articles, newest, events) for code in codes),
        sources=tuple(
            SourceEntry(
                id=identity,
                name=name,
                aliases=(),
                country="GH",
                url=None,
                rights="full",
                declared=True,
                articles=newest([p for p, article in enumerate(articles) if article.source == identity]),
            )
            for identity, name in sources
        ),
        months=tuple(Month(key=key, articles=tuple(group)) for key, group in months.items()),
        events=events,
        timelines=(Timeline(options=TIMELINE, events=tuple(range(len(events)))),),
    )


def _gather_events(articles: Sequence[ArchivedArticle]) -> tuple[Event, ...]:
    told: dict[str, list[tuple[int, int]]] = {}
    for position, article in enumerate(articles):
        for number, report in enumerate(article.reading.reports):
            told.setdefault(report.date, []).append((position, number))
    return tuple(
        Event(
            id=f"event-{date.replace('/', '-')}",
            date=date,
            kind=articles[group[0][0]].reading.reports[group[0][1]].kind,
            topics=(),
            countries=tuple(sorted({c for a, r in group for c in articles[a].reading.reports[r].countries})),
            people=(),
            reports=tuple(EventReport(article=a, report=r, date=date) for a, r in group),
            clearest=0,
        )
        for date, group in sorted(told.items(), key=lambda item: edtf.sort_key(item[0]))
    )


def _make_person(person: str, articles, newest, events, note) -> PersonEntry:
    members = tuple((p, article.people.index(person)) for p, article in enumerate(articles) if person in article.people)
    spelt: dict[str, list[int]] = {}
    for position, local in members:
        spelt.setdefault(articles[position].reading.people[local].name, []).append(position)
    return PersonEntry(
        person=Person(
            id=person,
            name=person.replace("-", " ").title(),
            spellings=tuple(Spelling(text=text, articles=tuple(where)) for text, where in spelt.items()),
            titles=(),
            members=members,
            note=note,
        ),
        articles=newest([position for position, _ in members]),
        countries=_count(articles, members, lambda article: [count.code for count in article.reading.countries]),
        companions=_count(articles, members, lambda article: [other for other in article.people if other != person]),
        events=(),
        families=tuple(dict.fromkeys(articles[at].reading.people[local].family for at, local in members)),
    )


def _make_country(code: str, articles, newest, events) -> CountryEntry:
    naming = {
        p: count for p, article in enumerate(articles) for count in article.reading.countries if count.code == code
    }
    members = tuple((position, 0) for position in naming)
    return CountryEntry(
        code=code,
        id=NAMES[code][0],
        name=NAMES[code][1],
        articles=newest(list(naming)),
        primary=newest([position for position, count in naming.items() if count.primary]),
        people=_count(articles, members, lambda article: article.people),
        countries=_count(articles, members, lambda a: [c.code for c in a.reading.countries if c.code != code]),
        events=tuple(number for number, event in enumerate(events) if code in event.countries),
    )


def _count(articles, members, named) -> tuple[Count, ...]:
    counts = Counter(name for position, _ in members for name in set(named(articles[position])))
    return tuple(Count(id=name, articles=n) for name, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def plan(*articles: ArchivedArticle, site: SiteOptions = SITE, **more: Any) -> dict[str, Page]:
    """The pages of an archive of the articles, by path."""
    words = Words(choose_language(site.language, CATALOGUES)[0])
    return {page.path: page for page in plan_pages(make_archive(*articles, **more), site, load_lexicon(), words).pages}


@cache
def make_renderer(language: Language) -> Renderer:
    """The default theme in a language."""
    return Renderer(load_theme(None), language)


def render_all(pages: Mapping[str, Page], language: Language = ENGLISH) -> dict[str, str]:
    """The text of every file, by path; of the database the SQL that would make it."""
    renderer = make_renderer(language)
    return {path: _render(page, renderer) for path, page in pages.items()}


def _render(page: Page, renderer: Renderer) -> str:
    if isinstance(page.shows, Series):
        return b"".join(page.shows).decode()
    if not isinstance(page.shows, Database):
        return renderer.render(page).decode("utf-8")
    with closing(open_database(page.shows)) as connection:
        return "\n".join(connection.iterdump())


def digest_shown(page: Page) -> str:
    """Digest of all that a page shows."""
    shows = page.shows
    if isinstance(shows, Database):
        return digest_of(list_portions(shows))
    return digest_of(tuple(shows) if isinstance(shows, Series) else shows)


def list_portions(database: Database) -> list[Portion]:
    """All its rows."""
    return [portion for part in database.list_parts() for portion in part.make()]


def make_database_of(*portions: Portion) -> Database:
    """What a page shows that has these rows."""
    return Database(list_parts=lambda: [Part(kind="rows", names=(), make=lambda: portions)])


def open_database(database: Database) -> sqlite3.Connection:
    """The database as it is written to the disk."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(make_database(database))
    return connection


def make_database(database: Database) -> bytes:
    """The bytes of the database's file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite"
        write_database(database, str(path))
        return path.read_bytes()
