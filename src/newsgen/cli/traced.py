"""What a person or a page is made from, in words: each statement with the sentence that it comes from."""

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from newsgen.build.judgements import PEOPLE_FILE
from newsgen.build.tracing import (
    OpenMention,
    Passage,
    Traced,
    TracedCountry,
    TracedDoubt,
    TracedEvent,
    TracedItem,
    TracedJoin,
    TracedPerson,
    TracedReport,
    TracedWording,
)
from newsgen.cli.people_shown import list_commands, quote_word, tell_listing
from newsgen.cli.results import count
from newsgen.cli.terminal import Paper, plain

_MOST_ITEMS = 100
"""Entries of a list that are shown; `--json` has all."""
_MOST_OPEN = 20
_MOST_WORDINGS = 12
_MOST_OUTLETS = 4

_REASONS = {
    "several-bear-it": "two people of this article have the name",
    "person-or-not": "too little speaks for a person, and nothing against",
}


def show_traced(paper: Paper, traced: Traced, site: Path) -> None:
    """All that is told of a name or an address."""
    one = traced.people[0] if len(traced.people) == 1 else None
    if one is None:
        _write_head(paper, traced.page or traced.asked, traced.made_from)
    for label, text in traced.facts:
        paper.row(label, text)
    if traced.nobody:
        paper.row("judged", f"{traced.nobody.says}  {PEOPLE_FILE}:{traced.nobody.line}")
    if len(traced.people) > 1:
        paper.row("bearers", f"{count(len(traced.people), 'person')}, one after the other:")
    for position, person in enumerate(traced.people):
        paper.part(position + (one is None))
        _show_person(paper, person, site)
    _show_open(paper, traced.mentions)
    if traced.event:
        _show_event(paper, traced.event)
    if traced.country:
        _show_country(paper, traced.country)
    if traced.items:
        paper.write()
        _show_items(paper, traced.items)


def _write_head(paper: Paper, title: str, aside: str) -> None:
    head = Text(plain(title), style="heading")
    paper.write(head if not aside else Text().append_text(head).append(f"  {plain(aside)}", style="label"))


def _write_part(paper: Paper, title: str) -> None:
    paper.write()
    paper.write(title, style="heading")


def _write_passage(paper: Paper, passage: Passage, label: str = "") -> None:
    """Where it stands, and the sentence with the words in it."""
    known = ", ".join(filter(None, (passage.source, passage.published)))
    paper.row(label, Text().append(tell_place(passage)).append(f"  {plain(known)}", style="label"))
    sentence = Text(f"“{plain(passage.sentence)}”")
    sentence.highlight_words([plain(passage.words)], "person")
    paper.row("", sentence)


def tell_place(passage: Passage) -> str:
    """`articles/x.txt:3:12`; only the file, where its text has the words otherwise."""
    place = f":{passage.line}:{passage.column}" if passage.line else ""
    return plain(f"{passage.path}{place}")


def _write_all(paper: Paper, label: str, texts: Sequence[str]) -> None:
    """Several texts under one label."""
    for position, text in enumerate(texts):
        paper.row("" if position else label, text)


# --- people ---------------------------------------------------------------------------------------------------------


def _show_person(paper: Paper, person: TracedPerson, site: Path) -> None:
    """A person: facts, spellings, titles, joins, doubts."""
    why_none = "which of several people it is stays open" if len(person.undecided) > 1 else "too little is known"
    _write_head(paper, person.name, person.page or f"no page: {why_none}")
    paper.row("id", person.id)
    paper.row("articles", str(person.articles))
    _write_all(paper, "judged", [f"{one.says}  {PEOPLE_FILE}:{one.line}" for one in person.judgements])
    _write_all(paper, "note", (person.note or "").splitlines())
    _write_all(paper, "listed", [f"in the front matter of {path}" for path in person.listed])
    _show_wordings(paper, "Written", person.spellings)
    _show_wordings(paper, "Described as", person.titles)
    _write_part(paper, "Why this is one person")
    if not person.joins:
        _write_all(paper, "because", _tell_plain(person))
        if person.speaks_for:
            nothing = "nothing: no two of them tell other offices, countries, trades or ages"
            _write_all(paper, "against", person.speaks_against or [nothing])
    for position, join in enumerate(person.joins):
        paper.part(position)
        _show_join(paper, join)
    if person.undecided:
        _write_part(paper, "May also be")
    for position, doubt in enumerate(person.undecided):
        paper.part(position)
        _show_doubt(paper, doubt, site)
    if person.page and person.events:
        _write_part(paper, f"Events: {len(person.events)}, oldest first")
        _show_items(paper, person.events)


def _tell_plain(person: TracedPerson) -> list[str]:
    """Why somebody is one person of whom no two full names had to be joined."""
    if not person.spellings:
        return ["only front matter names this person"]
    full, *short = [spelling.text for spelling in sorted(person.spellings, key=lambda own: -len(own.text))]
    reasons = ["the one article that names this person takes all mentions for one"]
    if person.articles > 1:
        reasons = [f"{person.articles} articles write the same name, “{full}”", *person.speaks_for]
    if short:
        told = ", ".join(f"“{text}”" for text in short)
        reasons.append(f"each article itself tells that {told} means the full name; `--why` of its file says how")
    return reasons


def _show_wordings(paper: Paper, title: str, wordings: Sequence[TracedWording]) -> None:
    """Spellings or titles, each with outlets and the oldest sentence."""
    if not wordings:
        return
    _write_part(paper, title)
    for wording in wordings[:_MOST_WORDINGS]:
        outlets = ", ".join(wording.outlets[:_MOST_OUTLETS])
        more = len(wording.outlets) - _MOST_OUTLETS
        aside = f"{count(wording.articles, 'article')}{f'; {outlets}' if outlets else ''}"
        aside += f" and {count(more, 'other')}" if more > 0 else ""
        paper.write_beside(Text("  "), Text(plain(wording.text), style="person").append(f"  {plain(aside)}", "label"))
        if wording.first:
            _write_passage(paper, wording.first, "first")
    if len(wordings) > _MOST_WORDINGS:
        paper.row("", f"and {len(wordings) - _MOST_WORDINGS} more: --json has all")


def _show_join(paper: Paper, join: TracedJoin) -> None:
    """Why two names are one person's."""
    paper.write_beside(Text("  "), Text(plain(f"{join.left} is {join.right}"), style="person"))
    _show_reasons(paper, join)


def _show_reasons(paper: Paper, join: TracedJoin) -> None:
    """Rule, evidence and sentences of a join."""
    paper.row("rule", f"decided by the editor in {PEOPLE_FILE}" if join.rule == PEOPLE_FILE else join.rule)
    _write_all(paper, "because", join.evidence)
    _write_all(paper, "against", join.against)
    for position, passage in enumerate(join.passages):
        _write_passage(paper, passage, "" if position else "see")


def _show_doubt(paper: Paper, doubt: TracedDoubt, site: Path) -> None:
    """Somebody else, with what speaks for and against, and the commands that decide."""
    head = Text(plain(doubt.name), style="person")
    aside = f"{doubt.page or 'no page'}, {count(doubt.articles, 'article')}"
    paper.write_beside(Text("  "), head.append(f"  {plain(aside)}", "label"))
    _show_reasons(paper, doubt.join)
    commands = [" ".join(map(quote_word, words)) for words in list_commands(doubt.judge_by, site)]
    _write_all(paper, "decide", commands or tell_listing(doubt.list_as))


def _show_open(paper: Paper, mentions: Sequence[OpenMention]) -> None:
    """Where it stays open whose a name is."""
    if not mentions:
        return
    _write_part(paper, f"Left open: {count(len(mentions), 'mention')}")
    for mention in mentions[:_MOST_OPEN]:
        paper.row("because", _REASONS[mention.reason])
        _write_passage(paper, mention.passage, "see")
    if len(mentions) > _MOST_OPEN:
        paper.row("", f"and {len(mentions) - _MOST_OPEN} more: --json has all")


# --- events ---------------------------------------------------------------------------------------------------------


def _show_event(paper: Paper, event: TracedEvent) -> None:
    """An event: its date and why, its reports, where they differ, and where it is shown."""
    paper.row("date", Text(event.date, style="date").append(f"  {plain(event.date_why)}", "label"))
    if event.kind == "announced":
        paper.row("announced", "no report tells it as happened")
    for label, values in (("kind", event.topics), ("countries", event.countries), ("people", event.people)):
        if values:
            paper.row(label, ", ".join(values))
    for given in event.dates:
        paper.row("differing", f"date {given.date}: {_tell_numbers(given.reports)}")
    for figure in event.figures:
        paper.row("differing", f"{figure.value:,} {figure.unit}: {_tell_numbers(figure.reports)}")
    _write_all(paper, "shown on", [f"{one.page}, for {one.why}" for one in event.standings] or ["no timeline"])
    _write_part(paper, _count_reports(event))
    for position, report in enumerate(event.reports):
        paper.part(position)
        _show_report(paper, position + 1, report)


def _count_reports(event: TracedEvent) -> str:
    """`3 reports in 4 sentences, 2 of them independent, oldest first`."""
    sentences = f" in {len(event.reports)} sentences" if len(event.reports) > event.articles else ""
    independent = f", {event.texts} of them independent" if event.articles > 1 else ""
    return f"{count(event.articles, 'report')}{sentences}{independent}, oldest first"


def _tell_numbers(reports: Sequence[int]) -> str:
    """`reports 1 and 3`."""
    *first, last = [str(place + 1) for place in reports]
    return f"reports {', '.join(first)} and {last}" if first else f"report {last}"


def _show_report(paper: Paper, number: int, report: TracedReport) -> None:
    """A report: the sentence, the date with its words, and what joined it to another one."""
    _write_passage(paper, report.passage, str(number))
    against = f", counted from {report.anchor}" if report.anchor else ""
    paper.row("date", f"{report.date}: “{report.passage.words}”, rule {report.rule}{against}")
    if report.clearest:
        paper.row("shown", "as the clearest sentence")
    if report.kind == "announced":
        paper.row("announced", "it was still to come when the article was written")
    if report.like is not None:
        _write_all(paper, f"like {report.like + 1}", report.evidence)
    if report.same_text_as:
        paper.row("same text", f"as {_tell_numbers(report.same_text_as)}: they count as one")


# --- countries and lists --------------------------------------------------------------------------------------------


def _show_country(paper: Paper, country: TracedCountry) -> None:
    """A country: how many articles are about it, and the reasons of the newest."""
    paper.row("country", f"{country.name} ({country.code})")
    paper.row("about it", count(country.about, "article"))
    paper.row("in passing", count(country.passing, "article"))
    for about, title in ((True, "About it, newest first"), (False, "Named in passing, newest first")):
        shown = [article for article in country.articles if article.about == about]
        if shown:
            _write_part(paper, title)
        for article in shown:
            head = Text(plain(article.path), style="country")
            paper.write_beside(Text("  "), head.append(f"  {plain(article.headline)}", "label"))
            paper.row("rule", f"{article.rule}: {article.rule_says}")
            says = [
                f"{text}  line {line}" if line else text
                for text, line in zip(article.evidence, article.lines, strict=True)
            ]
            _write_all(paper, "because", says)
            if article.against:
                paper.row("against", article.against)
        left = (country.about if about else country.passing) - len(shown)
        if left:
            paper.row("", f"and {left} more: `newsgen explain FILE` tells of any other")


def _show_items(paper: Paper, items: Sequence[TracedItem]) -> None:
    """A list: each clipping or event, and why it is there."""
    for item in items[:_MOST_ITEMS]:
        paper.write_beside(Text("  "), Text(plain(item.place)).append(f"  {plain(item.text)}", "label"))
        if item.why:
            paper.row("", item.why)
    if len(items) > _MOST_ITEMS:
        paper.row("", f"and {len(items) - _MOST_ITEMS} more: --json has all")
