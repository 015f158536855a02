"""The pages of events that very many report: each report has its place there, where the timeline shows some."""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.events import make_told_event
from newsgen.pages.eventtext import title_event
from newsgen.pages.frame import make_frame
from newsgen.pages.reports import count_articles
from newsgen.pages.selection import OWN_PAGE, find_own_page
from newsgen.records.archive import Timeline
from newsgen.records.output import Page
from newsgen.records.site import Ref, ToldPage


def plan_told(directory: Directory, timeline: Timeline) -> Iterator[Page]:
    """A page for each event of a timeline that needs one and has none with another timeline."""
    titles = dict(timeline.titles)
    for position in timeline.events:
        event = directory.event(position)
        here = urls.told_path(timeline.options.id, event.id)
        if find_own_page(directory, position) == here:
            own = titles.get(position, "")
            yield Page(
                path=here,
                template="told.html",
                show=partial(_make_page, directory, timeline, position, own),
                made_from=f"the event {event.id}",
                watch=directory.lookups.watch,
                given=own,
            )


def _make_page(directory: Directory, timeline: Timeline, position: int, own: str) -> ToldPage:
    """All that the page of an event shows; `own` is the editor's title of it, if there is one."""
    event, options = directory.event(position), timeline.options
    here = urls.told_path(options.id, event.id)
    title = own or title_event(directory, event).text
    told = make_told_event(directory, here, position, own, extent=OWN_PAGE)
    entry = urls.link(here, directory.entry_path(timeline, event.id), event.id)
    words = directory.words
    return ToldPage(
        frame=make_frame(
            directory,
            here,
            words.say("timeline.feed-entry", date=words.date(event.date), title=title),
            description=told.text,
            trail=((words.say("site.timelines"), urls.TIMELINES), (options.title, urls.timeline_path(options.id))),
        ),
        timeline=Ref(text=options.title, href=entry, lang=directory.title_lang),
        title=title,
        lang=told.lang,
        event=replace(told, reports=(), more=None),
        reports=told.reports,
        total=count_articles(event),
        more=told.more,
    )
