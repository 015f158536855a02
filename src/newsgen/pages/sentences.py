"""What files that tell of all events say of each: the sentence of a report, or words in its place."""

from newsgen.pages.directory import Directory
from newsgen.pages.eventtext import choose_shown, shorten_title, word_event
from newsgen.records.entities import Event, EventReport


def read_sentence(directory: Directory, report: EventReport) -> str | None:
    """The sentence of a report; None if it may not be shown."""
    return directory.sentences_of(report.article)[report.report]


def pick_sentence(directory: Directory, event: Event) -> str | None:
    """The sentence that tells an event; None if no report's may be shown."""
    report = choose_shown(event, lambda report: read_sentence(directory, report) is not None)
    return read_sentence(directory, report)


def tell_event(directory: Directory, event: Event) -> tuple[str, str]:
    """What happened, in words to serve as a title, and at length."""
    sentence = pick_sentence(directory, event)
    if sentence is None:
        text = word_event(directory, event).text
        return text, text
    return shorten_title(sentence), sentence
