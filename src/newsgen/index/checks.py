"""What is to be said about the timelines of `site.yaml`: what they ask for, pin and hide, held against the archive."""

from collections.abc import Iterator, Sequence
from itertools import repeat

from msgspec.structs import replace

from newsgen.errors import Diagnostic
from newsgen.index.choosing import EventChooser
from newsgen.index.names import Names
from newsgen.records.archive import Timeline
from newsgen.records.options import EventChoice, OwnEvent, TimelineOptions

SITE_FILE = "site.yaml"
_CONDITIONS = {"countries": "countries", "people": "people", "words": "words", "date_from": "from", "date_to": "to"}
"""The options that narrow a timeline, and how `site.yaml` calls them."""
_NAMED = 3
"""People whom a message names."""
_LONGEST = 80
"""Characters of a sentence that a message quotes."""


def check_timeline(timeline: Timeline, chooser: EventChooser) -> Iterator[Diagnostic]:
    """What is to be said about what a timeline asks for."""
    options = timeline.options
    for name, place in zip(options.people, options.people_at or repeat((options.line, options.column)), strict=False):
        yield from _check_name(name, place, options.id, chooser.names)
    yield from _check_conditions(timeline)
    yield from _check_pinned(options, chooser)
    yield from _check_hidden(options, timeline.events, chooser)
    yield from _check_repeats(options, chooser)
    for event in options.own:
        yield from _check_own(event, chooser)
    if not timeline.events and not timeline.own:
        yield _tell_empty(options, chooser)


def _check_name(name: str, place: tuple[int, int], timeline: str, names: Names) -> Iterator[Diagnostic]:
    """What is to be said about a name that a timeline asks for, and that is nobody's, or several people's."""
    found = names.find(name)
    bearers = () if found else names.find_bearers(name)
    if len(found) > 1:
        message = f"“{name}” is the name of {_list_people(found, names)}: the timeline takes the events of all"
        hint = f"to mean one of them, give the id of their page: `{found[0]}`"
        yield Diagnostic(SITE_FILE, *place, "note", "several-people", message, hint)
    elif len(bearers) > 1:
        message = f"“{name}” may be {_list_people(bearers, names)}: the timeline takes the events of none"
        hint = f"give the whole name, or the id of a page, such as `{bearers[0]}`"
        yield Diagnostic(SITE_FILE, *place, "warning", "several-people", message, hint)
    elif not found:
        message = f"the timeline “{timeline}” asks for “{name}”, whom no article names"
        yield Diagnostic(SITE_FILE, *place, "warning", "unknown-name", message, _suggest(name, bearers, names))


def _suggest(name: str, bearers: Sequence[str], names: Names) -> str:
    """What to do about a name that nobody is called."""
    near = names.show(bearers[0]) if bearers else names.find_nearest(name)
    return f"did you mean “{near}”?" if near else "write the name as the articles or people.yaml do"


def _list_people(ids: Sequence[str], names: Names) -> str:
    """`3 people: Ann Baker (ann-baker), …`."""
    told = ", ".join(f"{names.show(own)} ({own})" for own in ids[:_NAMED])
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return f"{len(ids)} people, {told}{more}"


def _check_conditions(timeline: Timeline) -> Iterator[Diagnostic]:
    """A warning if the timeline asks for nothing, and so takes all."""
    options = timeline.options
    if any(getattr(options, key) for key in _CONDITIONS) or not timeline.events:
        return
    beside = ", not only those that it pins" if options.pinned or options.own else ""
    message = f"the timeline “{options.id}” sets no condition, so it takes all {len(timeline.events)} events{beside}"
    hint = "narrow it by `countries`, `people`, `words`, `from` or `to`"
    yield Diagnostic(SITE_FILE, options.line, options.column, "warning", "whole-archive", message, hint)


def _tell_empty(options: TimelineOptions, chooser: EventChooser) -> Diagnostic:
    """The warning about a timeline without events; it says which of its conditions none meets, if one alone is why."""
    given = [key for key in _CONDITIONS if getattr(options, key)]
    blank = TimelineOptions(id=options.id, title=options.title)
    unmet = [key for key in given if not chooser.choose(replace(blank, **{key: getattr(options, key)}))]
    why = ""
    if chooser.events and given and not options.hidden:
        named = " or ".join(f"`{_CONDITIONS[key]}`" for key in unmet)
        why = f": none meets its {named}" if unmet else ": each of its conditions is met by some, but all by none"
    message = f"the timeline “{options.id}” has no events{why}"
    hint = "check its countries, people, words and dates, and what it hides"
    return Diagnostic(SITE_FILE, options.line, options.column, "warning", "empty-timeline", message, hint)


def _check_pinned(options: TimelineOptions, chooser: EventChooser) -> Iterator[Diagnostic]:
    """Warnings about what pins nothing, and about a title that several events would share."""
    for choice in options.pinned:
        meant = chooser.find_meant(choice)
        if not meant:
            yield _tell_unknown(choice, chooser, "pinned")
            continue
        if choice.reason:
            yield _tell_pinned(choice, f"{_list_ids(meant, chooser)}: pinned")
        if choice.title and len(meant) > 1:
            message = f"this title goes to {len(meant)} events: {_list_ids(meant, chooser)}"
            hint = "say which one is meant with `event: …`"
            yield Diagnostic(SITE_FILE, choice.line, choice.column, "warning", "several-events", message, hint)


def _check_hidden(options: TimelineOptions, shown: Sequence[int], chooser: EventChooser) -> Iterator[Diagnostic]:
    """Warnings about what hides nothing, and a note for each event that is hidden, with the reason."""
    wanted = frozenset(chooser.choose(options)) if options.hidden else frozenset()
    pinned = {chooser.find_meant(choice) for choice in options.pinned} if options.hidden else set()
    for choice in options.hidden:
        meant = chooser.find_meant(choice)
        if not meant:
            yield _tell_unknown(choice, chooser, "hidden")
            continue
        if meant in pinned:  # `_check_repeats` speaks of it
            continue
        for position in meant:
            yield _tell_hidden(choice, chooser.events[position].id, position in wanted, position in shown)


def _check_repeats(options: TimelineOptions, chooser: EventChooser) -> Iterator[Diagnostic]:
    """A warning about what is pinned or hidden twice, an error about what is both."""
    entries = [("pinned", choice) for choice in options.pinned] + [("hidden", choice) for choice in options.hidden]
    first: dict[tuple[int, ...], tuple[str, EventChoice]] = {}
    for key, choice in entries:
        meant = chooser.find_meant(choice)
        if meant in first:
            yield _tell_repeat(choice, key, first[meant], _list_ids(meant, chooser))
        elif meant:
            first[meant] = key, choice


def _tell_repeat(choice: EventChoice, key: str, first: tuple[str, EventChoice], ids: str) -> Diagnostic:
    """What is to be said about an entry that means the very events of an earlier one."""
    other, before = first
    message, hint = f"{ids}: {key} on line {before.line} too", "remove one of the two entries"
    if key != other:
        message = f"{ids}: hidden here, but pinned on line {before.line}"
        return Diagnostic(SITE_FILE, choice.line, choice.column, "error", "contradiction", message, hint)
    if choice.title and before.title and choice.title != before.title:
        message += f", and the title “{before.title}” stands there"
    return Diagnostic(SITE_FILE, choice.line, choice.column, "warning", "claimed-twice", message, hint)


def _check_own(event: OwnEvent, chooser: EventChooser) -> Iterator[Diagnostic]:
    """Why the editor adds an event, and notes about people of it who are unknown, or may be several."""
    if event.reason:
        yield _tell_pinned(event, f"{event.date}: an event of your own")
    names = chooser.names
    for name, place in zip(event.people, event.people_at or repeat((event.line, event.column)), strict=False):
        found = names.find(name)
        bearers = found or names.find_bearers(name)
        if len(found) == 1:
            continue
        message = f"no article names “{name}”, so the name stands without a link"
        hint = _suggest(name, bearers, names)
        hint += " If not, leave it so" if hint.endswith("?") else ", or leave it so"
        if len(bearers) > 1:
            message = f"“{name}” may be {_list_people(bearers, names)}, so the name stands without a link"
            hint = f"give the id of a page, such as `{bearers[0]}`, or leave it so"
        yield Diagnostic(SITE_FILE, *place, "note", "unknown-name", message, hint)


def _tell_pinned(entry: EventChoice | OwnEvent, told: str) -> Diagnostic:
    """The note about an entry that says why it adds to the timeline."""
    message, hint = f"{told}: {entry.reason}", "remove the entry to leave it to the conditions"
    return Diagnostic(SITE_FILE, entry.line, entry.column, "note", "pinned-event", message, hint)


def _tell_hidden(choice: EventChoice, identity: str, wanted: bool, pinned: bool) -> Diagnostic:
    """The note about an event that an entry hides, or need not hide, or hides in vain."""
    message, hint = f"the event “{identity}” is hidden: {choice.reason}", "remove the entry to show it"
    if pinned:
        message = f"the event “{identity}” is hidden, but pinned too, and so it is shown"
        hint = "remove one of the two entries"
    elif not wanted:
        message = f"the event “{identity}” would not be on the timeline anyway"
        hint = "remove the entry, or leave it for later"
    return Diagnostic(SITE_FILE, choice.line, choice.column, "note", "hidden-event", message, hint)


def _tell_unknown(choice: EventChoice, chooser: EventChooser, key: str) -> Diagnostic:
    """The warning about an entry that means no event; it says which one comes nearest."""
    meant = f"“{choice.event}”" if choice.event else f"of {choice.date} with the words “{' '.join(choice.words)}”"
    message = f"the archive has no event {meant} (in `{key}`)"
    nearest = chooser.find_nearest(choice)
    if nearest is None:
        hint = "remove the entry"
    else:
        event, sentence = chooser.events[nearest], chooser.read_clearest(nearest)
        told = sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST].rpartition(" ")[0] + "…"
        hint = f"nearest is {event.id}, {event.date}: “{told}”"
    return Diagnostic(SITE_FILE, choice.line, choice.column, "warning", "unknown-event", message, hint)


def _list_ids(positions: Sequence[int], chooser: EventChooser) -> str:
    """The ids of the first few events."""
    ids = [chooser.events[position].id for position in positions]
    return ", ".join(ids[:3]) + (f" and {len(ids) - 3} more" if len(ids) > 3 else "")
