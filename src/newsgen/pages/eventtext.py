"""What an event is told by: a sentence that may be shown, or else words that say whose it would be.

A headline is nowhere taken for what happened: an article tells of many days, and its headline of one at most.
"""

from collections.abc import Callable

from newsgen.pages.directory import Directory
from newsgen.pages.rights import may_show, shorten, shown_sentence
from newsgen.records.entities import Event, EventReport
from newsgen.records.site import Ref


def choose_report(directory: Directory, event: Event) -> EventReport:
    """The clearest report; where its sentence may not be shown, one that may be, if there is any."""
    return choose_shown(event, lambda report: _is_shown(directory, report))


def choose_shown(event: Event, is_shown: Callable[[EventReport], bool]) -> EventReport:
    """The same, where it is known of which reports the sentence may be shown."""
    clearest = event.reports[event.clearest]
    if is_shown(clearest):
        return clearest
    shown = [report for report in event.reports if is_shown(report)]
    # What tells the event's own kind and date is nearest to the clearest.
    return min(shown, key=lambda report: (report.kind != event.kind, report.date != event.date), default=clearest)


def _is_shown(directory: Directory, report: EventReport) -> bool:
    """Whether the sentence of a report may be shown."""
    is_free = directory.brief(report.article).rights == "full"
    return is_free or may_show(directory.article(report.article), report.report)


def word_event(directory: Directory, event: Event, *, width: int | None = None) -> Ref:
    """What happened, in words with their language: the sentence, cut to a width, or by whom it is reported."""
    report = choose_report(directory, event)
    article = directory.article(report.article)
    sentence = shown_sentence(article, report.report)
    if sentence is None:
        outlet = directory.outlet(article.source).name if article.source else ""
        return Ref(text=directory.words.say("event.withheld" if outlet else "event.withheld-unnamed", outlet=outlet))
    text = sentence if width is None else shorten(sentence, width)
    return Ref(text=text, lang=directory.foreign(article.reading.article.language))


def title_event(directory: Directory, event: Event) -> Ref:
    """The same, cut between two words to serve as a title."""
    return word_event(directory, event, width=_TITLE)


def shorten_title(sentence: str) -> str:
    """A sentence, cut likewise."""
    return shorten(sentence, _TITLE)


_TITLE = 100
"""Characters of a title."""
