"""Timelines: what `site.yaml` asks for, pins and hides; without it, the countries that the archive is about most."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from newsgen.edtf import sort_key
from newsgen.errors import Diagnostic
from newsgen.index.checks import check_timeline
from newsgen.index.choosing import EventChooser
from newsgen.lexicon import Lexicon
from newsgen.lexicon.slugs import make_slug, number_slugs
from newsgen.records.archive import EditorEvent, Timeline
from newsgen.records.entities import Entities
from newsgen.records.options import OwnEvent, SiteOptions, TimelineOptions
from newsgen.records.reading import Reading

DEFAULT_ID = "main"
_FEWEST = 3
"""Events that make a timeline of their own worth while."""
_NEARLY_ALL = 3 / 4
"""Share of the articles about some countries that are about a further one, too, if that is of the same story."""
_SOME = 1 / 5
"""Share of the articles about the country most spoken of that are about the countries of its story together."""


def make_timelines(
    site: SiteOptions, readings: Sequence[Reading], entities: Entities, lexicon: Lexicon
) -> tuple[tuple[Timeline, ...], tuple[Diagnostic, ...]]:
    """The timelines in the order of `site.yaml`, and what is to be said about them."""
    chooser = EventChooser(readings, entities)
    if not site.timelines:
        return tuple(_make_default(chooser, lexicon)), ()
    timelines = tuple(_make_timeline(options, chooser) for options in site.timelines)
    return timelines, tuple(fault for timeline in timelines for fault in check_timeline(timeline, chooser))


def ask_for_words(timelines: Iterable[TimelineOptions]) -> bool:
    """Whether any of them may ask for words of sentences: else it hangs on no text which events they show."""
    return any(one.words or one.pinned or one.hidden for one in timelines)


def _make_timeline(options: TimelineOptions, chooser: EventChooser) -> Timeline:
    """The events that meet the conditions, without those hidden, with those pinned."""
    hidden = {position for choice in options.hidden for position in chooser.find_meant(choice)}
    pinned: dict[int, str | None] = {}
    for choice in options.pinned:
        for position in chooser.find_meant(choice):
            pinned[position] = pinned.get(position) or choice.title
    events = sorted(({*chooser.choose(options)} - hidden) | pinned.keys())
    return Timeline(
        options=options,
        events=tuple(events),
        own=_make_own(options.own, chooser),
        titles=tuple((position, title) for position, title in sorted(pinned.items()) if title),
    )


def _make_own(given: Sequence[OwnEvent], chooser: EventChooser) -> tuple[EditorEvent, ...]:
    """The editor's own events; of several of one date the first in the file comes first, and keeps the plain id."""
    # An id of the archive's events begins with its date, so none begins like this.
    ids = number_slugs([make_slug(f"own {event.date}", "event") for event in given])
    events = (
        EditorEvent(
            id=own,
            date=event.date,
            text=event.text,
            countries=event.countries,
            people=tuple(_find_person(name, chooser) for name in event.people),
            source=event.source,
            url=event.url,
        )
        for event, own in zip(given, ids, strict=True)
    )
    return tuple(sorted(events, key=lambda event: sort_key(event.date)))


def _find_person(name: str, chooser: EventChooser) -> str:
    """The id of the one whom the archive calls so; the name itself where that is nobody, or several."""
    ids = chooser.names.find(name)
    return ids[0] if len(ids) == 1 else name


def _make_default(chooser: EventChooser, lexicon: Lexicon) -> Iterator[Timeline]:
    """The timeline of the countries that most articles are about together, or else of the one most are about."""
    for codes in _list_candidates(chooser.primary):
        options = TimelineOptions(id=DEFAULT_ID, title=_name_countries(codes, lexicon), countries=codes)
        events = chooser.choose(options)
        if len(events) >= _FEWEST:
            yield Timeline(options=options, events=events)
            return


def _name_countries(codes: Sequence[str], lexicon: Lexicon) -> str:
    """`Mali, Niger and United States`."""
    *names, last = sorted(map(lexicon.gazetteer.name_of, codes))
    return f"{', '.join(names)} and {last}" if names else last


def _list_candidates(primary: Sequence[frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """The countries of which a timeline is tried, one set after the other.

    Those that most articles are about together, unless these are few beside those about one country; then that one.
    """
    about = Counter(code for codes in primary for code in codes)
    if not about:
        return
    most = min(about, key=lambda code: (-about[code], code))
    codes = _find_countries(primary)
    if codes and sum(article.issuperset(codes) for article in primary) >= _SOME * about[most]:
        yield codes
    yield (most,)


def _find_countries(primary: Sequence[frozenset[str]]) -> tuple[str, ...]:
    """The two countries that most articles are about together, with those that nearly all of these are about, too."""
    pairs = Counter(pair for codes in primary for pair in combinations(sorted(codes), 2))
    if not pairs:
        return ()
    pair = min(pairs, key=lambda pair: (-pairs[pair], pair))
    chosen: tuple[str, ...] = pair
    about = [codes for codes in primary if codes.issuperset(pair)]
    further = Counter(code for codes in about for code in codes.difference(pair))
    # One after another: each must be of the story that those before it leave.
    for code in sorted(further, key=lambda code: (-further[code], code)):
        together = [codes for codes in about if code in codes]
        if len(together) >= max(_FEWEST, _NEARLY_ALL * pairs[pair]):
            about, chosen = together, (*chosen, code)
    return tuple(sorted(chosen))
