"""The sentences of all reports, for files that tell of all events.

The reports of an event stand in articles that lie far apart, and most of what an article holds is of no use there: so
the articles are gone through once, and nothing but their sentences is kept.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from newsgen.pages.directory import Directory
from newsgen.pages.eventtext import choose_shown, shorten_title, word_event
from newsgen.pages.rights import shown_sentence
from newsgen.records.archive import ArchivedArticle
from newsgen.records.entities import Event, EventReport

Sentences: TypeAlias = Sequence[tuple[str | None, ...]]
"""By the position of an article the sentences of its reports; None for one that may not be shown."""

Gather: TypeAlias = Callable[[], Sentences]
"""Gives them; in each process they are gathered when they are asked for first."""


def gather_sentences(directory: Directory) -> Sentences:
    """The sentences of all reports."""
    return [list_sentences(article) for article in directory.archive.articles]


def list_sentences(article: ArchivedArticle) -> tuple[str | None, ...]:
    """The sentences of an article's reports."""
    return tuple(shown_sentence(article, number) for number in range(len(article.reading.reports)))


def read_sentence(sentences: Sentences, report: EventReport) -> str | None:
    """The sentence of a report; None if it may not be shown."""
    return sentences[report.article][report.report]


def pick_sentence(sentences: Sentences, event: Event) -> str | None:
    """The sentence that tells an event; None if no report's may be shown."""
    report = choose_shown(event, lambda report: read_sentence(sentences, report) is not None)
    return read_sentence(sentences, report)


def tell_event(directory: Directory, sentences: Sentences, event: Event) -> tuple[str, str]:
    """What happened, in words to serve as a title, and at length."""
    sentence = pick_sentence(sentences, event)
    if sentence is None:
        text = word_event(directory, event).text
        return text, text
    return shorten_title(sentence), sentence
