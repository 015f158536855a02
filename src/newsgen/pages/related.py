"""What an article leads on to: others that tell the same or name the same people, and its neighbours in a story."""

from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import show_published
from newsgen.pages.rights import may_show, shorten, shown_sentence
from newsgen.pages.sightings import link_report
from newsgen.pages.threads import Kin, Threads, find_day, find_kin, list_reprints
from newsgen.records.archive import Timeline
from newsgen.records.site import Neighbour, Ref, Related, StoryStep

MOST_RELATED = 6
"""Related articles that a page shows."""
MOST_STORIES = 3
"""Timelines in which it shows the neighbours."""
_MOST_PEOPLE = 4
"""People that a reason names."""
_TITLE = 70
"""Characters of a sentence that a reason quotes."""
_FAR = 10**7
"""Days between two articles of which one has no known date."""


def show_related(directory: Directory, threads: Threads, here: str, position: int) -> tuple[Related, ...]:
    """The articles that have most in common with one, then those nearest in time; of each text one."""
    kin = find_kin(directory, threads, position)
    day = find_day(directory, position)

    def order(other: int) -> tuple[int, int, str]:
        there = find_day(directory, other)
        days = _FAR if day is None or there is None else abs(there - day)
        return -kin[other].weight, days, directory.brief(other).id

    shown: list[Related] = []
    passed = list_reprints(directory, position)
    for other in sorted(kin, key=order):
        if other not in passed and len(shown) < MOST_RELATED:
            passed.update(list_reprints(directory, other))
            shown.append(_show_kin(directory, here, (position, other), kin[other]))
    return tuple(shown)


def _show_kin(directory: Directory, here: str, pair: tuple[int, int], kin: Kin) -> Related:
    """The second of two articles, with what it has in common with the first."""
    people = kin.people[:_MOST_PEOPLE]
    date, event = _name_event(directory, here, pair, kin)
    return Related(
        article=show_neighbour(directory, here, pair[1]),
        event=event,
        event_date=date,
        other_events=max(0, len(kin.events) - 1),
        people=tuple(directory.person_ref(here, person) for person in people),
        other_people=len(kin.people) - len(people),
    )


def _name_event(directory: Directory, here: str, pair: tuple[int, int], kin: Kin) -> tuple[str, Ref | None]:
    """The event that two articles share: when, and what the second says, or else the first; leads to the second.

    There are no words where those of neither may be shown.
    """
    if not kin.events:
        return "", None
    own, other = pair
    event, (number, there) = min(kin.events.items(), key=lambda item: (_is_recalled(directory, own, item[1][0]), item))
    date = directory.words.date(directory.event(event).date)
    teller, said = (other, there) if may_show(directory.article(other), there) else (own, number)
    article = directory.article(teller)
    sentence, lang = shown_sentence(article, said) or "", directory.foreign(article.reading.article.language)
    return date, Ref(text=shorten(sentence, _TITLE), href=link_report(directory, here, other, there), lang=lang)


def _is_recalled(directory: Directory, position: int, number: int) -> bool:
    """Whether an article only recalls what it reports."""
    return directory.article(position).reading.reports[number].background


def show_story(directory: Directory, threads: Threads, here: str, position: int) -> tuple[StoryStep, ...]:
    """For each timeline that tells what the article reports, the articles published before and behind it."""
    steps = (
        _step(directory, here, timeline, threads.neighbours(directory, number, position))
        for number, (timeline, _) in enumerate(threads.of_timeline)
    )
    return tuple(step for step in steps if step.before or step.after)[:MOST_STORIES]


def _step(directory: Directory, here: str, timeline: Timeline, beside: tuple[int | None, int | None]) -> StoryStep:
    """An article's place in a timeline's row, by those before and behind it."""
    before, after = beside
    title, path = timeline.options.title, urls.timeline_path(timeline.options.id)
    return StoryStep(
        timeline=Ref(text=title, href=urls.link(here, path), lang=directory.title_lang),
        before=None if before is None else show_neighbour(directory, here, before),
        after=None if after is None else show_neighbour(directory, here, after),
    )


def show_neighbour(directory: Directory, here: str, position: int) -> Neighbour:
    """An article that another one leads to."""
    brief = directory.brief(position)
    return Neighbour(
        headline=directory.headline_ref(here, position),
        source=directory.source_ref(here, brief.source),
        date=show_published(directory.words, brief),
    )
