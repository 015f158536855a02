"""What was read in a clipping and why, in words: the facts, the list of all mentions, and the reasons of one."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from newsgen.cli.marked import ROLE_NAMES, show_clipping, show_lines
from newsgen.cli.terminal import LABEL_WIDTH, Paper, plain
from newsgen.errors import Diagnostic
from newsgen.records.article import Dateline
from newsgen.records.explanation import (
    ArticleFacts,
    ExplainedClipping,
    ExplainedLine,
    ExplainedMention,
    Place,
    PlacedEvidence,
)

_SHORT = 32
"""Characters of a sentence that stand for it in the list."""
_LISTED = 1_000
"""So many mentions are listed."""
_WIDE = 96
"""Columns of a terminal on which the list has columns, too."""


def show_overview(paper: Paper, explained: ExplainedClipping) -> None:
    """The clipping as received, the facts of the article, and all mentions."""
    paper.write(plain(explained.path), style="heading")
    paper.write()
    show_clipping(paper, explained)
    paper.write()
    for label, value in _list_facts(explained.facts):
        paper.row(label, value)
    for diagnostic in explained.diagnostics:
        paper.row(diagnostic.severity, _tell_diagnostic(diagnostic), style=diagnostic.severity)
    if explained.mentions:
        paper.write()
        _show_list(paper, explained.mentions[:_LISTED])
        if len(explained.mentions) > _LISTED:
            paper.write(f"… and {len(explained.mentions) - _LISTED} more (all with --json)", style="label")
        paper.write()
        paper.write("For the reasons add --why N, or --at LINE for all on a line.", style="label")


def show_answer(paper: Paper, explained: ExplainedClipping, mention: ExplainedMention) -> None:
    """Why one mention was read as it was."""
    title = Text(plain(mention.surface), style="heading")
    where = f"{plain(explained.path)}{_tell_place(mention.place)}"
    paper.write_beside(Text().append(f"{mention.number:>2}", style="number"), _join(title, where))
    paper.row(mention.kind, Text(plain(mention.meaning), style=mention.kind))
    paper.row("rule", _tell_rule(mention.rule, mention.rule_says))
    for number, evidence in enumerate(mention.evidence):
        paper.row("" if number else "because", _tell_evidence(evidence))
    if mention.against:
        paper.row("against", mention.against)


def show_line_answer(
    paper: Paper, explained: ExplainedClipping, line: ExplainedLine, mentions: Sequence[ExplainedMention]
) -> None:
    """A line, why it has its role, and why each mention in it was read as it was."""
    show_lines(paper, explained, [line])
    paper.write()
    for part in line.parts:
        paper.row(ROLE_NAMES.get(part.role, part.role) or "blank", _tell_rule(part.rule, part.rule_says))
    for mention in mentions:
        paper.write()
        show_answer(paper, explained, mention)


def _list_facts(facts: ArticleFacts) -> Iterator[tuple[str, str]]:
    """Name and value of what is known."""
    yield "headline", facts.headline
    yield "outlet", facts.source or "unknown"
    inferred = ", inferred in part" if facts.published_inferred else ""
    yield "published", facts.published + inferred if facts.published else "unknown"
    if facts.dateline:
        yield "dateline", _tell_dateline(facts.dateline)
    if facts.byline:
        yield "byline", facts.byline
    if facts.url:
        yield "address", facts.url
    yield "language", facts.language
    yield "about", ", ".join(country.name for country in facts.primary_countries) or "no country"


def _tell_diagnostic(diagnostic: Diagnostic) -> Text:
    """The message without the path, which stands above."""
    place = f"line {diagnostic.line}: " if diagnostic.line else ""
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    return _join(Text(plain(f"{place}{diagnostic.message}{hint}")), diagnostic.code)


def _tell_dateline(dateline: Dateline) -> str:
    """Its parts that are known, in the order in which outlets print them."""
    country = f"({dateline.country})" if dateline.country else None
    inferred = "the year inferred" if dateline.date_inferred else None
    place = " ".join(filter(None, (dateline.place, country)))
    return ", ".join(filter(None, (place, dateline.date, inferred, dateline.agency)))


def _show_list(paper: Paper, mentions: Sequence[ExplainedMention]) -> None:
    """All mentions, one a row: number, kind, words, meaning, rule."""
    digits = len(str(len(mentions)))
    words = [Text(plain(_shorten(mention.surface))) for mention in mentions]
    meanings = [Text(plain(_shorten(mention.meaning))) for mention in mentions]
    if paper.console.width >= _WIDE:
        _align(words)
        _align(meanings)
    for mention, word, meaning in zip(mentions, words, meanings, strict=True):
        margin = Text().append(f"{mention.number:>{digits}} ", style="number")
        margin.append(f"{mention.kind:{LABEL_WIDTH}}", style=mention.kind if mention.found else "aside")
        row = Text(style="" if mention.found else "aside").append_text(word)
        row.append(f" {paper.arrow} ", style="label").append_text(meaning)
        paper.write_beside(margin, row.append(f"  {mention.rule}", style="label"))


def _align(texts: Sequence[Text]) -> None:
    """Give all the width of the widest."""
    width = max(text.cell_len for text in texts)
    for text in texts:
        text.pad_right(width - text.cell_len)


def _tell_rule(name: str, says: str) -> Text:
    text = Text(name)
    return text.append(f": {plain(says)}") if says else text


def _tell_evidence(evidence: PlacedEvidence) -> Text:
    return _join(Text(plain(evidence.says)), _tell_place(evidence.place).removeprefix(":"))


def _tell_place(place: Place | None) -> str:
    """`:7:31`; empty for what the clipping does not hold."""
    return f":{place.line}:{place.column}" if place else ""


def _join(text: Text, aside: str) -> Text:
    """The text, and something of less weight behind it."""
    return Text().append_text(text).append(f"  {aside}" if aside else "", style="label")


def _shorten(text: str) -> str:
    """The first words of a sentence that is too long for a row."""
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rsplit(' ', 1)[0]} …"
