"""What pages tell programs: schema.org as JSON-LD, and what reference managers save.

Addresses are absolute where the site's own is known, else relative to the page. A date is given only at its precision:
what is approximate, an interval, or of no known year is left out. So is a date that was inferred in part, but for
Dublin Core, which takes EDTF: there it has the sign of what is uncertain.
"""

from collections.abc import Iterable, Iterator, Sequence

from newsgen.pages import urls
from newsgen.pages.citing import cite
from newsgen.pages.citing.dates import is_plain
from newsgen.pages.directory import Directory
from newsgen.pages.display import html_datetime
from newsgen.records.archive import SourceEntry
from newsgen.records.citation import Citation
from newsgen.records.entities import Person
from newsgen.records.site import (
    Bibliographic,
    EventItem,
    ItemList,
    LinkedCountry,
    LinkedOutlet,
    LinkedPerson,
    ListItem,
    Metadata,
    NamedCountry,
    NamedPerson,
    NewsArticle,
    PersonProfile,
    Ref,
    Wording,
)

SCHEMA = "https://schema.org"

MOST_MENTIONS = 20
"""Persons, and countries, whom an article is told to mention."""

MOST_ITEMS = 20
"""Entries of a list that are told one by one."""


def describe_article(
    directory: Directory, position: int, people: Sequence[NamedPerson], countries: Sequence[NamedCountry]
) -> Metadata:
    """An article; `people` and `countries` are those in the margin of its page."""
    citation = cite(directory, position).citation
    article = directory.article(position)
    plain = html_datetime(citation.date) if citation.date and is_plain(citation.date) else ""
    date = "" if citation.inferred else plain
    bibliographic = Bibliographic(
        headline=citation.headline,
        authors=tuple(f"{author.family}, {author.given}" for author in citation.authors if author.given),
        outlet=citation.outlet,
        date=date,
        uncertain_date=f"{plain}?" if plain and citation.inferred else "",
        section=article.reading.article.kicker or "",
        language=citation.language,
    )
    linked = _link_article(directory, position, date, (people, countries))
    return Metadata(kind="article", bibliographic=bibliographic, linked=linked)


def _link_article(
    directory: Directory, position: int, date: str, named: tuple[Sequence[NamedPerson], Sequence[NamedCountry]]
) -> NewsArticle:
    """An article in the vocabulary's terms; `named` are the persons and the countries."""
    citation, outlet = cite(directory, position).citation, directory.brief(position).source
    people, countries = named
    about = _link_countries(directory, citation, [one.ref for one in countries if one.primary])
    passing = _link_countries(directory, citation, [one.ref for one in countries if not one.primary])
    return NewsArticle(
        context=SCHEMA,
        headline=citation.headline,
        url=citation.original or citation.archived,
        archived_at=citation.archived if citation.original else "",
        date_published=date,
        in_language=citation.language,
        author=tuple(LinkedPerson(name=author.name) for author in citation.authors if author.given),
        credit_text=", ".join(author.name for author in citation.authors if not author.given),
        publisher=_link_outlet(directory.outlet(outlet)) if outlet else None,
        about=about,
        mentions=(*_link_people(directory, citation, [one.ref for one in people]), *passing),
    )


def _link_outlet(source: SourceEntry) -> LinkedOutlet:
    """An outlet, with its own site."""
    return LinkedOutlet(name=source.name, url=urls.outward(source.url))


def _link_people(directory: Directory, citation: Citation, refs: Sequence[Ref]) -> Iterator[LinkedPerson]:
    """The first of the persons in the margin of an article."""
    for name, url in _resolve(directory, urls.article_path(citation.key), refs[:MOST_MENTIONS]):
        yield LinkedPerson(name=name, url=url)


def _link_countries(directory: Directory, citation: Citation, refs: Sequence[Ref]) -> tuple[LinkedCountry, ...]:
    """The first of the countries in the margin of an article."""
    places = _resolve(directory, urls.article_path(citation.key), refs[:MOST_MENTIONS])
    return tuple(LinkedCountry(name=name, url=url) for name, url in places)


def describe_person(
    directory: Directory, here: str, person: Person, spellings: Iterable[Wording], titles: tuple[str, ...]
) -> Metadata:
    """The person who has the page; spellings and titles are those that the page shows first."""
    base = directory.site.base_url
    profile = PersonProfile(
        context=SCHEMA,
        name=person.name,
        url=urls.absolute(base, here) if base else "",
        alternate_name=tuple(spelling.text for spelling in spellings if spelling.text != person.name),
        job_title=titles,
    )
    return Metadata(kind="profile", linked=profile)


def list_articles(directory: Directory, here: str, articles: Sequence[int]) -> Metadata:
    """A list of articles."""
    paths = [urls.article_path(directory.brief(position).id) for position in articles[:MOST_ITEMS]]
    return list_pages(directory, here, paths, len(articles))


def list_pages(directory: Directory, here: str, paths: Sequence[str], total: int) -> Metadata:
    """A list of so many pages, of which these are the first."""
    base, first = directory.site.base_url, paths[:MOST_ITEMS]
    return _list([urls.absolute(base, path) if base else urls.link(here, path) for path in first], total)


def list_events(directory: Directory, here: str, events: Sequence[EventItem]) -> Metadata:
    """A list of events, each with an anchor on the page."""
    base = directory.site.base_url
    page = urls.absolute(base, here) if base else ""
    return _list([f"{page}#{event.id}" for event in events[:MOST_ITEMS]], len(events))


def _list(addresses: Sequence[str], total: int) -> Metadata:
    """A list by its first entries; an empty one is not told."""
    items = tuple(ListItem(position=number, url=address) for number, address in enumerate(addresses, start=1))
    return Metadata(linked=ItemList(context=SCHEMA, number_of_items=total, item_list_element=items) if items else None)


def _resolve(directory: Directory, here: str, refs: Iterable[Ref]) -> list[tuple[str, str]]:
    """Text and address of each link on a page; the address is absolute if that of the site is known."""
    base = directory.site.base_url
    return [(ref.text, urls.absolute_link(base, here, ref.href) if base else ref.href) for ref in refs]
