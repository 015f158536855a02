"""What differs between two sites in words: groups of entries, those first that matter most, for any form of output."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from newsgen.cli.results import count
from newsgen.cli.terminal import plain
from newsgen.pages import urls
from newsgen.records.changes import (
    ArticleAt,
    ArticleChanged,
    Changes,
    EventAt,
    EventChanged,
    FieldChange,
    NamedAnew,
    PersonAt,
    SpellingMoved,
)

ARROW = " → "
_LONGEST = 160
"""Characters of a text that are shown."""
_LEAD = 30
"""Characters shown in front of where two long texts begin to differ."""
_LISTED = 10
"""Things that one entry names in a row."""
_FIGURE_OF = {"Events": "Events on timelines"}
"""What the figure of a group's subject is called where it counts only some: articles tell events that no list has."""


class Entry(NamedTuple):
    """One change."""

    text: str
    """One line."""
    details: tuple[str, ...] = ()
    """Further lines about it."""


class Group(NamedTuple):
    """Changes of one sort."""

    subject: str
    """What changed, as a heading begins: `People`."""
    how: str
    """What happened, as a heading ends: `merged`."""
    entries: tuple[Entry, ...]
    """One or more."""
    hint: str = ""
    """When there is something to do about it."""
    command: str = ""
    """What to do then."""


def tell_changes(changes: Changes) -> list[Group]:
    """The groups that have entries."""
    groups = (*_tell_people(changes), *_tell_events(changes), *_tell_articles(changes), *_tell_places(changes))
    return [group for group in groups if group.entries]


def list_figures(changes: Changes) -> list[tuple[str, int, int]]:
    """How many there were of each subject, and how many there are."""
    old, new = changes.old, changes.new
    return [
        ("People", old.people, new.people),
        (_FIGURE_OF["Events"], old.events, new.events),
        ("Articles", old.articles, new.articles),
        ("Timelines", old.timelines, new.timelines),
        ("Countries", old.countries, new.countries),
        ("Pages", old.pages, new.pages),
    ]


def tell_figures(subject: str, groups: Iterable[Group]) -> str:
    """`1 merged, 2 new`; spellings are of people."""
    parts = []
    for group in groups:
        if _FIGURE_OF.get(group.subject, group.subject) == subject:
            parts.append(f"{len(group.entries)} {group.how}")
        elif (group.subject, subject) == ("Spellings", "People"):
            parts.append(f"{count(len(group.entries), 'spelling')} {group.how}")
    return ", ".join(parts)


def _group(subject: str, how: str, entries: Iterable[Entry], *todo: str) -> Group:
    """The group; `todo` is its hint and its command, if it has any."""
    return Group(subject, how, tuple(entries), *todo)


# --- people ---------------------------------------------------------------------------------------------------------


def _tell_people(changes: Changes) -> Iterator[Group]:
    people = changes.people
    yield _group(
        "People",
        "merged",
        (Entry(_add(_person(one) for one in found.old) + ARROW + _person_there(found.new)) for found in people.merged),
        "if they are not one person",
        'newsgen people different "A" "B"',
    )
    yield _group(
        "People",
        "split",
        (Entry(_person(found.old) + ARROW + _add(map(_person_there, found.new))) for found in people.split),
        "if they are one person",
        'newsgen people same "A" "B"',
    )
    yield _group("People", "renamed", (_tell_renamed(found.old, found.new) for found in people.renamed))
    yield _group("Spellings", "moved", map(_tell_moved, people.moved))
    yield _group("People", "gone", (Entry(_person_there(person)) for person in people.removed))
    yield _group("People", "new", (Entry(_person_there(person)) for person in people.added))


def _person(person: PersonAt) -> str:
    return f"{_cut(person.name)} ({count(person.articles, 'article')})"


def _person_there(person: PersonAt) -> str:
    return f"{_person(person)}, {_cut(urls.person_path(person.id))}"


def _tell_renamed(old: PersonAt, new: PersonAt) -> Entry:
    """The names, or the addresses of a name that stayed."""
    pages = _cut(urls.person_path(old.id)) + ARROW + _cut(urls.person_path(new.id))
    if old.name == new.name:
        return Entry(f"{_person(new)}: {pages}")
    return Entry(_cut(old.name) + ARROW + _person(new), (pages,) if old.id != new.id else ())


def _tell_moved(found: SpellingMoved) -> Entry:
    """The spelling, whose it was and is, and where it stands."""
    articles = _enumerate([urls.article_path(article) for article in found.articles])
    places = count(len(found.articles), "article")
    return Entry(f"“{_cut(found.text)}” in {places}: {_cut(found.old.name)}{ARROW}{_cut(found.new.name)}", (articles,))


# --- events ---------------------------------------------------------------------------------------------------------


def _tell_events(changes: Changes) -> Iterator[Group]:
    events = changes.events
    dated = [event for event in events.changed if _says(event.fields, "date")]
    yield _group("Events", "with another date", map(_tell_event, dated))
    yield _group("Events", "joined", (Entry(_event(one.new), _list_parts("was", one.old)) for one in events.merged))
    yield _group("Events", "split", (Entry(_event(one.old), _list_parts("is", one.new)) for one in events.split))
    yield _group("Events", "no longer on a timeline", (Entry(_event_there(event)) for event in events.removed))
    yield _group("Events", "new on a timeline", (Entry(_event_there(event)) for event in events.added))
    others = (event for event in events.changed if not _says(event.fields, "date"))
    yield _group("Events", "told otherwise", map(_tell_event, others))


def _event(event: EventAt) -> str:
    return f"{_cut(event.date)}: {_cut(event.text)}"


def _event_there(event: EventAt) -> str:
    return f"{_event(event)} ({_enumerate(event.timelines)})"


def _list_parts(word: str, events: Sequence[EventAt]) -> tuple[str, ...]:
    """What an event was, or is, made of."""
    lines = tuple(f"{word} {_event(event)}" for event in events[:_LISTED])
    return lines if len(events) <= _LISTED else (*lines, f"and {len(events) - _LISTED} more")


def _tell_event(event: EventChanged) -> Entry:
    """The dates, the text, and what else changed."""
    date = _cut(event.new.date)
    if event.old.date != event.new.date:
        date = _cut(event.old.date) + ARROW + date
    rest = tuple(_tell_fields((change for change in event.fields if change.field != "date"), _EVENT_FIELDS))
    return Entry(f"{date}: {_cut(event.new.text)}", rest)


# --- articles -------------------------------------------------------------------------------------------------------


def _tell_articles(changes: Changes) -> Iterator[Group]:
    articles = changes.articles
    dated = (article for article in articles.changed if _says(article.fields, "published"))
    yield _group("Articles", "with another date", map(_tell_article, dated))
    yield _group("Articles", "gone", (Entry(_article(article)) for article in articles.removed))
    others = (article for article in articles.changed if not _says(article.fields, "published"))
    yield _group("Articles", "changed", map(_tell_article, others))
    yield _group("Articles", "new", (Entry(_article(article)) for article in articles.added))


def _article(article: ArticleAt) -> str:
    return f"{_cut(article.path)}: {_cut(article.headline)}"


def _tell_article(article: ArticleChanged) -> Entry:
    return Entry(_article(article.new), tuple(_tell_fields(article.fields, _ARTICLE_FIELDS)))


def _says(fields: Iterable[FieldChange], name: str) -> bool:
    return any(change.field == name for change in fields)


_ARTICLE_FIELDS = {"id": "address", "path": "clipping", "body": "text", "same_text_as": "same text"}
_EVENT_FIELDS = {
    "independent_texts": "independent texts",
    "dates": "different dates in the reports",
    "figures": "different numbers in the reports",
}
"""Names of fields for people, where the data file's own would not do."""


def _tell_fields(fields: Iterable[FieldChange], names: Mapping[str, str]) -> Iterator[str]:
    """A line for each field, and for each event, which is a sentence; `names` are those of fields for people."""
    for change in fields:
        name = names.get(change.field, change.field)
        if change.field == "events":
            yield from _list_sentences(change)
        elif change.removed or change.added:
            yield f"{name}: {'; '.join(f'{word} {_enumerate(items)}' for word, items in _list_both(change) if items)}"
        elif change.old is None and change.new is None:
            yield f"{name}: changed"
        else:
            old, new = _cut_both(change.old or "none", change.new or "none")
            yield f"{name}: {old}{ARROW}{new}"


def _list_both(change: FieldChange) -> tuple[tuple[str, Sequence[str]], ...]:
    return ("without", change.removed), ("with", change.added)


def _list_sentences(change: FieldChange) -> Iterator[str]:
    for word, items in _list_both(change):
        yield from (f"{word} the event {_cut(item)}" for item in items[:_LISTED])
        if len(items) > _LISTED:
            yield f"{word} {count(len(items) - _LISTED, 'further event')}"


# --- timelines, countries, pages --------------------------------------------------------------------------------------


def _tell_places(changes: Changes) -> Iterator[Group]:
    for subject, named, path in (
        ("Timelines", changes.timelines, urls.timeline_path),
        ("Countries", changes.countries, urls.country_path),
    ):
        yield _group(subject, "renamed", (_tell_named_anew(one, path) for one in named.renamed))
        yield _group(subject, "gone", (Entry(_cut(one.name)) for one in named.removed))
        yield _group(subject, "new", (Entry(_cut(one.name)) for one in named.added))
    pages = changes.pages
    todo = ("nothing stands at these addresses now; to let them lead on", "newsgen redirects OLD_SITE")
    yield _group("Pages", "gone", (Entry(_cut(page)) for page in pages.removed), *todo)
    yield _group("Pages", "leading on", (Entry(_cut(one.path) + ARROW + _cut(one.to)) for one in pages.redirected))
    yield _group("Pages", "new", (Entry(_cut(page)) for page in pages.added))


def _tell_named_anew(found: NamedAnew, path: Callable[[str], str]) -> Entry:
    """The names with the page, or the pages of a name that stayed."""
    old, new = found.old, found.new
    page = _cut(path(new.id))
    if old.name == new.name:
        return Entry(f"{_cut(new.name)}: {_cut(path(old.id))}{ARROW}{page}")
    return Entry(f"{_cut(old.name)}{ARROW}{_cut(new.name)}, {page}")


# --- texts ----------------------------------------------------------------------------------------------------------


def _cut(text: str) -> str:
    """The text as it may be shown: on one line, without control characters, not too long."""
    shown = plain(text[: 2 * _LONGEST])
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST].rstrip()} …"


def _cut_both(old: str, new: str) -> tuple[str, str]:
    """Both texts as they may be shown; of long ones, the part in which they differ."""
    if max(len(old), len(new)) <= _LONGEST:
        return _cut(old), _cut(new)
    pairs = zip(old, new, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    start = max(0, old.rfind(" ", 0, max(0, shared - _LEAD)) + 1)
    lead = "… " if start else ""
    return lead + _cut(old[start:]), lead + _cut(new[start:])


def _add(texts: Iterable[str]) -> str:
    """The first of the texts with plus signs between them."""
    found = list(texts)
    more = [f"{len(found) - _LISTED} more"] if len(found) > _LISTED else []
    return " + ".join([*found[:_LISTED], *more])


def _enumerate(texts: Sequence[str]) -> str:
    """The first of the texts, and how many more there are."""
    more = [f"and {len(texts) - _LISTED} more"] if len(texts) > _LISTED else []
    return ", ".join([*map(_cut, texts[:_LISTED]), *more])
