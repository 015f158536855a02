"""The reports of an event on pages: who tells it, when, under which headline and in which words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from newsgen import edtf
from newsgen.language import Words, list_reasons
from newsgen.pages.directory import Directory
from newsgen.pages.display import show_date
from newsgen.pages.eventtext import choose_report
from newsgen.pages.parts import MOST_SENTENCES
from newsgen.pages.rights import shown_sentence
from newsgen.pages.sightings import link_report
from newsgen.records.entities import Event, EventReport
from newsgen.records.site import Ref, ReportItem, ShownDate

_NAMED = 3
"""Outlets that the summary of an event's reports names."""


def make_source(directory: Directory, here: str, event: Event) -> ReportItem:
    """The report in brief whose sentence is the event's text."""
    report = choose_report(directory, event)
    return ReportItem(
        source=name_outlet(directory, report.article),
        headline=link_headline(directory, here, report),
        published=_published(directory, report.article),
    )


def group_by_article(
    directory: Directory, reports: Iterable[EventReport]
) -> Iterator[tuple[int, Iterator[EventReport]]]:
    """The sentences of each article, oldest article first."""
    ordered = sorted(reports, key=lambda report: order_report(directory, report))
    return groupby(ordered, key=lambda report: report.article)


def order_report(directory: Directory, report: EventReport) -> tuple[tuple[int, int, int, str], int, int]:
    """The key by which reports are sorted."""
    return edtf.sort_key(directory.brief(report.article).published), report.article, report.report


def count_articles(event: Event) -> int:
    """How many articles report an event."""
    return len({report.article for report in event.reports})


def sum_up(directory: Directory, event: Event) -> str:
    """How many reports there are, in how many texts, and from whom: `5 reports in 4 independent texts: Desk One, …`."""
    articles, texts, say = count_articles(event), event.independent, directory.words.say
    if articles == 1:
        return say("event.told")
    told = group_by_article(directory, event.reports)
    outlets = _name_some(directory.words, list(dict.fromkeys(name_outlet(directory, article) for article, _ in told)))
    if texts == 1:
        return say("event.same-text", count=articles, outlets=outlets)
    if texts < articles:
        return say("event.in-texts", count=articles, texts=say("event.texts", count=texts), outlets=outlets)
    return say("event.independent", count=articles, outlets=outlets)


def _name_some(words: Words, outlets: Sequence[str]) -> str:
    """The first few outlets: `Desk One, Desk Two, Desk Three and 2 more`."""
    # Naming one more takes no more room than saying so.
    shown = outlets if len(outlets) <= _NAMED + 1 else outlets[:_NAMED]
    unnamed = words.say("list.unnamed-outlet")
    names = [words.say("list.unnamed-outlet-within") if name == unnamed else name for name in shown]
    if len(shown) < len(outlets):
        names.append(words.say("count.more", count=len(outlets) - len(shown)))
    return words.join(names)


def make_report(directory: Directory, here: str, event: Event, told: Sequence[EventReport]) -> ReportItem:
    """One article's telling of the event: all its sentences, or the first few and the way to the others."""
    first, sentences = told[0], tuple(_list_sentences(directory, here, told))
    # Showing one more takes no more room than saying so.
    shown = sentences if len(sentences) <= MOST_SENTENCES + 1 else sentences[:MOST_SENTENCES]
    rest = sentences[len(shown) :]
    return ReportItem(
        source=name_outlet(directory, first.article),
        headline=link_headline(directory, here, first),
        published=_published(directory, first.article),
        sentences=shown,
        more=Ref(text=directory.words.say("event.more-sentences", count=len(rest)), href=rest[0].href)
        if rest
        else None,
        dating=_tell_dating(directory, event, told),
        why=_tell_why(directory, event, told),
    )


def link_headline(directory: Directory, here: str, report: EventReport) -> Ref:
    """The headline of the report's article; leads to the sentence."""
    brief = directory.brief(report.article)
    href = link_report(directory, here, report.article, report.report)
    return Ref(text=brief.headline, href=href, lang=directory.foreign(brief.language))


def _published(directory: Directory, position: int) -> ShownDate | None:
    """When an article was published; None if it is undated."""
    published = directory.brief(position).published
    return show_date(directory.words, published) if published else None


def _list_sentences(directory: Directory, here: str, told: Iterable[EventReport]) -> Iterator[Ref]:
    """The sentences that may be shown, each once and with its place, also where it tells two dates of the event."""
    shown: set[tuple[int, int]] = set()
    for report in told:
        article = directory.article(report.article)
        place = report.article, article.reading.reports[report.report].start
        sentence = shown_sentence(article, report.report)
        if place not in shown and sentence is not None:
            shown.add(place)
            yield Ref(
                text=sentence,
                href=link_report(directory, here, report.article, report.report),
                lang=directory.foreign(article.reading.article.language),
            )


def _tell_dating(directory: Directory, event: Event, told: Iterable[EventReport]) -> str:
    """What an article says about the date, unless one of its sentences gives that of the event."""
    dates = list(dict.fromkeys(report.date for report in told))
    if event.date in dates:
        return ""
    others = [date for date in dates if not is_less_exact(date, event.date)]
    words = directory.words
    key = "event.gives" if others else "event.less-exactly"
    return words.say(key, dates=words.join([words.date(date) for date in others or dates]))


def is_less_exact(given: str, date: str) -> bool:
    """Whether a report's date says the same as another one, but less of it: a month for its day, a day without year."""
    dated = f"{date[:4]}{given[4:]}" if given.startswith("XXXX") else given
    return edtf.is_valid(dated) and edtf.contains(dated, date)


def _tell_why(directory: Directory, event: Event, told: Iterable[EventReport]) -> str:
    """What an article has in common with the clearest report, or with another; empty where it is the clearest."""
    found = list(told)
    if event.reports[event.clearest] in found:
        return ""
    report = next((report for report in found if report.evidence), None)
    return _tell_beside(directory, event, report) if report else ""


def _tell_beside(directory: Directory, event: Event, report: EventReport) -> str:
    """What a report has in common with another, and with which, if that was not the clearest."""
    reasons = ", ".join(list_reasons(directory.words, report.evidence, directory.name_of))
    if report.like is None or report.like == event.clearest:
        return reasons
    other = name_report(directory, event.reports[report.like])
    return directory.words.say("event.why-like", reasons=reasons, report=other)


def name_outlet(directory: Directory, position: int) -> str:
    """The outlet of an article, in words."""
    source = directory.brief(position).source
    return directory.outlet(source).name if source else directory.unnamed_outlet


def name_report(directory: Directory, report: EventReport) -> str:
    """A report by outlet and date: `Example Daily, 15 May 2024`."""
    published = directory.brief(report.article).published
    words = directory.words
    date = words.date(published) if published else words.say("date.undated")
    return words.say("event.report", outlet=name_outlet(directory, report.article), date=date)
