"""Events across reports: happenings as records, with a date, the clearest sentence and an id that stays."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from newsgen.edtf import sort_key
from newsgen.lexicon import Lexicon
from newsgen.lexicon.slugs import number_slugs
from newsgen.records.archive import Event, Person
from newsgen.records.reading import Reading
from newsgen.resolve.happenings import Happening, find_happenings
from newsgen.resolve.tellings import Telling, read_tellings

_SHORT, _LONG = 60, 280
"""Characters of a sentence that is well read in a list."""

# matches: 2024-03-12/2024-03-14
# not: 2024-03-12
_NOT_IN_ID = re.compile(r"[^0-9x-]+")


def find_events(
    readings: Sequence[Reading],
    people: Iterable[Person],
    person_ids: Sequence[Sequence[str | None]],
    lexicon: Lexicon,
) -> tuple[Event, ...]:
    """All events that the articles report, each once, sorted by date and id."""
    names = {person.id: person.name for person in people}
    names |= {code: country.name for code, country in lexicon.gazetteer.countries.items()}
    tellings = read_tellings(readings, person_ids, lexicon)
    happenings = find_happenings(tellings, lambda key: names.get(key, key))
    clearest = [_find_clearest(happening) for happening in happenings]
    order = sorted(range(len(happenings)), key=lambda place: (clearest[place].path, clearest[place].start))
    ids = number_slugs([_want_id(happenings[place]) for place in order])
    events = (_make_event(happenings[place], clearest[place], own) for place, own in zip(order, ids, strict=True))
    return tuple(sorted(events, key=lambda event: (sort_key(event.date), event.id)))


def _make_event(happening: Happening, clearest: Telling, own: str) -> Event:
    tellings = sorted(happening.tellings, key=lambda telling: (telling.report.article, telling.report.report))
    return Event(
        id=own,
        date=_choose_date(happening),
        kind="happened" if any(telling.kind == "happened" for telling in tellings) else "announced",
        topics=_union(telling.topics for telling in tellings),
        countries=_union(telling.countries for telling in tellings),
        people=_union(telling.people for telling in tellings),
        reports=tuple(telling.report for telling in tellings),
        clearest=tellings.index(clearest),
        evidence=happening.evidence,
    )


def _choose_date(happening: Happening) -> str:
    """The finest date, as most of those who give it write it; of equals the plainest."""
    if len(happening.tellings) == 1:
        return happening.tellings[0].date
    counts = Counter(telling.date for telling in happening.tellings if telling.span == happening.span)
    return min(counts, key=lambda value: (-counts[value], len(value), value))


def _find_clearest(happening: Happening) -> Telling:
    """The telling whose sentence a reader understands best.

    It tells what has happened, by the finest date, in the language of most, neither clipped nor endless, as news rather
    than as background, and names most of what the others name too; of equals the first by letters and place, so that it
    stays when articles arrive.
    """
    if len(happening.tellings) == 1:
        return happening.tellings[0]
    languages = Counter(telling.language for telling in happening.tellings)
    named = Counter(item for telling in happening.tellings for item in _subjects(telling))

    def rank(telling: Telling) -> tuple[bool, bool, int, bool, bool, int, str, str, int]:
        return (
            telling.kind != "happened",
            telling.span != happening.span,
            -languages[telling.language],
            not _SHORT <= len(telling.sentence) <= _LONG,
            not telling.is_news,
            -sum(named[item] - 1 for item in _subjects(telling)),
            telling.sentence,
            telling.path,
            telling.start,
        )

    return min(happening.tellings, key=rank)


def _subjects(telling: Telling) -> tuple[str, ...]:
    """Who, where and what."""
    return (*telling.people, *telling.countries, *telling.topics)


def _want_id(happening: Happening) -> str:
    """Date, kind and country: what most reports agree on, so that a further one seldom changes it."""
    tellings = happening.tellings
    kind = _most_frequent(kind for telling in tellings for kind in telling.kinds)
    person = _most_frequent(person for telling in tellings for person in telling.people)
    word = "" if kind or person else _most_frequent(word for telling in tellings for word in telling.words)
    # What a sentence names counts twice: it says more of the place than what the article is about.
    country = _most_frequent(
        code for telling in tellings for code in (*telling.countries, *telling.countries, *telling.home)
    )
    when = _NOT_IN_ID.sub("-", _choose_date(happening).lower()).strip("-")
    return "-".join(part for part in (when, kind or person or word or "event", country.lower()) if part)


def _most_frequent(items: Iterable[str]) -> str:
    """The item that stands there most often, of equals the first by letters; empty if there is none."""
    counts: dict[str, int] = {}  # a Counter takes long to make, and most happenings have one telling
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return min(counts, key=lambda item: (-counts[item], item), default="")


def _union(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({item for group in groups for item in group}))
