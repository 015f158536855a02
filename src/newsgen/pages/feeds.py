"""Atom feeds (RFC 4287) and the JSON feed (jsonfeed.org, version 1.1).

Feeds need absolute addresses: a site without `base_url` has none. An article whose year is not known is in no feed, for
a feed needs a moment of each entry, and none is invented here. Where only a month or a year is known, the entry stands
at its first moment. An entry whose date was inferred in part says so, as a category of Atom and a tag of JSON Feed.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from heapq import nlargest
from typing import Any, TypeAlias

import msgspec

from newsgen import edtf
from newsgen.canon import digest
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import show_published
from newsgen.pages.eventtext import title_event, word_event
from newsgen.pages.rights import shown_summary
from newsgen.records.archive import Timeline
from newsgen.records.output import Page
from newsgen.records.site import Feed, FeedEntry, TextFile

LONGEST = 20
"""Entries of a feed."""


def can_feed(directory: Directory, articles: Iterable[int]) -> bool:
    """Whether a feed of these articles has entries: whether the year of any is known."""
    return any(_moment(directory, position) for position in articles)


def plan_feeds(directory: Directory) -> Iterator[Page]:
    """All feeds; none without a `base_url`."""
    base = directory.site.base_url
    if base:
        yield from _plan_article_feeds(directory, base)
        for timeline in directory.archive.timelines:
            yield from _plan_timeline_feed(directory, base, timeline)


def _plan_article_feeds(directory: Directory, base: str) -> Iterator[Page]:
    """The feeds of the archive and of each person, country and outlet."""
    archive, site = directory.archive, directory.site
    yield from _plan_feed(directory, base, urls.HOME, site.title, archive.latest)
    yield _plan_json_feed(directory, base)
    for person in archive.people:
        if not person.person.has_page:
            continue
        title = f"{person.person.name} – {site.title}"
        yield from _plan_feed(directory, base, urls.person_path(person.person.id), title, person.articles)
    for country in archive.countries:
        title = f"{country.name} – {site.title}"
        yield from _plan_feed(directory, base, urls.country_path(country.id), title, country.articles)
    for source in archive.sources:
        title = f"{source.name} – {site.title}"
        yield from _plan_feed(directory, base, urls.source_path(source.id), title, source.articles)


def _plan_feed(directory: Directory, base: str, page: str, title: str, articles: Sequence[int]) -> Iterator[Page]:
    """The Atom feed of a page that lists articles, newest first; none if no year is known."""
    newest = articles[:LONGEST]
    if can_feed(directory, newest):
        yield Page(
            path=urls.feed_path(page),
            template="feed.xml",
            show=partial(_list_articles, directory, base, (page, title), newest),
            made_from=f"the feed of {page}",
            watch=directory.lookups.watch,
            given=digest(title, *directory.ids(newest)),
        )


def _list_articles(directory: Directory, base: str, subject: tuple[str, str], articles: Sequence[int]) -> Feed:
    """A feed of the articles whose year is known."""
    dated = ((position, _moment(directory, position)) for position in articles)
    entries = tuple(_make_entry(directory, base, position, moment) for position, moment in dated if moment)
    return _make_feed(directory, base, subject, entries)


def _make_feed(directory: Directory, base: str, subject: tuple[str, str], entries: tuple[FeedEntry, ...]) -> Feed:
    """A feed; `subject` is path and title of its page."""
    page, title = subject
    return Feed(
        id=urls.absolute(base, urls.feed_path(page)),
        page=urls.absolute(base, page),
        title=title,
        subtitle=directory.site.description,
        author=directory.site.title,
        language=directory.site.language,
        updated=max(entry.updated for entry in entries),
        entries=entries,
    )


def _make_entry(directory: Directory, base: str, position: int, moment: str) -> FeedEntry:
    """An article as an entry."""
    article = directory.article(position)
    parsed = article.reading.article
    outlet = directory.outlet(article.source).name if article.source else ""
    return FeedEntry(
        id=urls.absolute(base, urls.article_path(article.id)),
        title=parsed.headline,
        updated=moment,
        summary=shown_summary(article, 400),
        author=parsed.byline or outlet,
        language=parsed.language,
        original=urls.outward(parsed.url),
        inferred=_tell_inferred(directory, (position,)),
    )


def _tell_inferred(directory: Directory, articles: Iterable[int]) -> str:
    """What must be known of the dates of articles, in words; empty if one of them was given."""
    notes = [date.note for one in articles if (date := show_published(directory.words, directory.brief(one)))]
    return notes[0] if notes and all(notes) else ""


def _moment(directory: Directory, position: int) -> str:
    """The first moment at which an article can have been published; empty if its year is not known."""
    first, _ = edtf.bounds(directory.brief(position).published or "XXXX")
    return f"{first.isoformat()}T00:00:00Z" if first else ""


def _plan_timeline_feed(directory: Directory, base: str, timeline: Timeline) -> Iterator[Page]:
    """The feed of a timeline: its events, those reported last first."""
    page = urls.timeline_path(timeline.options.id)
    events = (directory.archive.events[position] for position in timeline.events)
    if can_feed(directory, (report.article for event in events for report in event.reports)):
        show = partial(_list_events, directory, base, timeline)
        yield Page(path=urls.feed_path(page), template="feed.xml", show=show, made_from=f"the feed of {page}")


def _list_events(directory: Directory, base: str, timeline: Timeline) -> Feed:
    """A feed of the events of a timeline whose latest report has a known year."""
    dated = ((_date_event(directory, base, timeline, position), position) for position in timeline.events)
    latest = nlargest(LONGEST, (one for one in dated if one[0][0]))
    titles = dict(timeline.titles)
    entries = tuple(_make_event_entry(directory, position, place, titles.get(position)) for place, position in latest)
    title = f"{timeline.options.title} – {directory.site.title}"
    return _make_feed(directory, base, (urls.timeline_path(timeline.options.id), title), entries)


_Place: TypeAlias = tuple[str, str]
"""The moment of an event's latest report, empty if the year of none is known; and the event's address."""


def _date_event(directory: Directory, base: str, timeline: Timeline, position: int) -> _Place:
    """What an event's place in a feed depends on."""
    event = directory.archive.events[position]
    updated = max(_moment(directory, report.article) for report in event.reports)
    return updated, urls.absolute(base, directory.entry_path(timeline, event.id), event.id)


def _make_event_entry(directory: Directory, position: int, place: _Place, own: str | None) -> FeedEntry:
    """An event as an entry, at the moment of its latest report; `own` is the editor's title of it."""
    event, (updated, address) = directory.archive.events[position], place
    latest = [one.article for one in event.reports if _moment(directory, one.article) == updated]
    words = word_event(directory, event)
    key = "timeline.feed-announced" if event.kind == "announced" else "timeline.feed-entry"
    title = own or title_event(directory, event).text
    return FeedEntry(
        id=address,
        title=directory.words.say(key, date=directory.words.date(event.date), title=title),
        updated=updated,
        summary=words.text,
        author="",
        language=words.lang or directory.interface,
        inferred=_tell_inferred(directory, latest),
    )


def _plan_json_feed(directory: Directory, base: str) -> Page:
    """The archive's feed by jsonfeed.org, version 1.1."""
    show = partial(_write_json_feed, directory, base)
    return Page(path=urls.JSON_FEED, template="", show=show, made_from="the JSON feed")


def _write_json_feed(directory: Directory, base: str) -> TextFile:
    """The newest articles."""
    site = directory.site
    items = []
    for position in directory.archive.latest[:LONGEST]:
        moment = _moment(directory, position)
        if moment:
            entry = _make_entry(directory, base, position, moment)
            items.append(_encode_entry(entry))
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title,
        **({"description": site.description} if site.description else {}),
        "home_page_url": urls.absolute(base, urls.HOME),
        "feed_url": urls.absolute(base, urls.JSON_FEED),
        "authors": [{"name": site.title}],
        "language": site.language,
        "items": items,
    }
    return TextFile(text=msgspec.json.format(msgspec.json.encode(feed), indent=2).decode() + "\n")


def _encode_entry(entry: FeedEntry) -> dict[str, Any]:
    """An item of the JSON feed, which must have content: the headline where nothing else may be shown."""
    author = {"authors": [{"name": entry.author}]} if entry.author else {}
    original = {"external_url": entry.original} if entry.original else {}
    tags = {"tags": [entry.inferred]} if entry.inferred else {}
    return {
        "id": entry.id,
        "url": entry.id,
        **original,
        "title": entry.title,
        "content_text": entry.summary or entry.title,
        "date_published": entry.updated,
        "language": entry.language,
        **author,
        **tags,
    }
