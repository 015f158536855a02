"""What surrounds the pages of a timeline, in either order, whole or in part."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import month_title
from newsgen.pages.feeds import can_feed
from newsgen.pages.frame import make_frame, tell_programs
from newsgen.pages.metadata import list_events
from newsgen.pages.parts import UNKNOWN, InPart, Standing, gather_parts
from newsgen.pages.timeline_strip import list_articles
from newsgen.records.archive import Timeline
from newsgen.records.site import EventItem, Frame, Ref, TimelinePart


def make_timeline_frame(
    directory: Directory, here: str, timeline: Timeline, events: Sequence[EventItem] = (), *, part: str = ""
) -> Frame:
    """The frame of a page of a timeline; `events` are those that have their anchors on it, `part` is its title."""
    options, say = timeline.options, directory.words.say
    above, reported = urls.timeline_path(options.id), urls.reported_path(options.id)
    in_order = here == reported or urls.listing_of(here)[0] == reported
    title = say("timeline.title-reported" if in_order else "timeline.title", timeline=options.title)
    trail = [(say("site.timelines"), urls.TIMELINES)]
    if here != above:
        trail.append((options.title, above))
    if in_order and part:
        trail.append((say("timeline.reported"), reported))
    return tell_programs(
        make_frame(
            directory,
            here,
            say("site.labelled", label=title, text=part) if part else title,
            description=options.description or say("timeline.description", timeline=options.title),
            trail=tuple(trail),
            feed=here == above and can_feed(directory, list_articles(directory, timeline)),
        ),
        list_events(directory, here, events),
    )


class Beside(NamedTuple):
    """The keys of the parts beside one; None where there is none."""

    earlier: str | None
    later: str | None


def walk_parts(places: Iterable[Standing]) -> Iterator[tuple[str, Beside, list[Standing]]]:
    """Each part of a long timeline: its key, those beside it, and what stands in it."""
    parts = gather_parts(places)
    keys = [None, *parts, None]
    for (key, inside), earlier, later in zip(parts.items(), keys, keys[2:], strict=False):
        yield key, Beside(earlier, later), inside


def make_part(directory: Directory, key: str, beside: Beside, path_of: Callable[[str], str]) -> TimelinePart:
    """A part of a timeline between those beside it."""
    here = path_of(key)

    def refer(other: str) -> Ref:
        return Ref(text=_title_of(directory, other), href=urls.link(here, path_of(other)))

    return TimelinePart(
        title=_title_of(directory, key),
        earlier=None if beside.earlier is None else refer(beside.earlier),
        later=None if beside.later is None else refer(beside.later),
    )


def link_rest(
    directory: Directory, say: str, places: Iterable[InPart], href_of: Callable[[str], str]
) -> tuple[Ref, ...]:
    """The ways to all entries of a month: to its page, or to each of its days; `say` is the key of the words."""
    words, parts = directory.words, gather_parts(places)
    told = ((key, words.say(say, count=len(inside))) for key, inside in parts.items())
    return tuple(
        Ref(
            text=text if len(parts) == 1 else words.say("site.labelled", label=_title_of(directory, key), text=text),
            href=href_of(key),
        )
        for key, text in told
    )


def _title_of(directory: Directory, key: str) -> str:
    """The heading of a part: `15 May 2024`, `May 2024`, `2024`, `Year unknown`."""
    return directory.words.say("timeline.year-unknown") if key == UNKNOWN else month_title(directory.words, key)
