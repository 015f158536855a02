"""The article, put together from parts that all have their roles."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from newsgen.errors import Diagnostic
from newsgen.layout.doubt import tell_doubtful
from newsgen.layout.findings import Finding, Parts, Weight
from newsgen.layout.frontmatter import Header
from newsgen.layout.outlets import Context
from newsgen.layout.published import find_dateline, find_published
from newsgen.layout.units import SHORT, Unit
from newsgen.lexicon.desk import fold
from newsgen.records.article import Article, Block, Mark, Paragraph, ParagraphKind
from newsgen.records.clipping import Clipping

HEADLINE_CUT = 100
"""Characters of the first sentence that stand for a headline that is not there."""

_BODY: dict[str, ParagraphKind] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "quotation": "quotation",
    "list-item": "list-item",
}

# matches: The army took power. It
_SENTENCE_END = re.compile(r"(?<=[^\W\d_A-Z])[.!?][\"”’»)]*(?=\s)|[。！？]")


Findings = Sequence[tuple[Unit, Finding]]
"""All parts of the clipping, each with its role."""


def assemble(clipping: Clipping, header: Header, parts: Parts, context: Context) -> Article:
    """The article that the parts make; front matter decides where it says something."""
    given = header.values
    findings = [(part.unit, part.finding) for part in parts if part.finding]
    written = [(unit, _BODY[finding.role]) for unit, finding in findings if finding.role in _BODY and unit.text]
    body = "\n\n".join(unit.text for unit, _ in written)
    found_headline = given.headline or _find_text(findings, "headline")
    headline = found_headline or _cut_headline(body) or _last_name(clipping.path)
    language = given.language or context.lexicon.desk.language_of(f"{headline}\n{body}", context.language)
    dateline = given.dateline or find_dateline(findings, language, context.lexicon)
    source = _name_source(given.source, findings, context)
    body_start = len(headline) + 2 if body else len(headline)
    captions = tuple(_list_captions(findings))
    is_long = not found_headline and bool(written) and written[0][1] == "heading" and not written[0][0].folded
    missing = {
        "long-headline": is_long,
        "no-headline": not found_headline and not is_long,
        "no-body": not body,
        "no-source": source is None,
    }
    agency = dateline.agency if dateline else None
    return Article(
        path=clipping.path,
        headline=headline,
        text=f"{headline}\n\n{body}" if body else headline,
        body_start=body_start,
        paragraphs=tuple(_make_paragraphs(written, body_start)),
        marks=tuple(_move_marks(written, body_start)),
        blocks=tuple(_make_blocks(clipping, header, parts)),
        kicker=_find_kicker(findings, source),
        standfirst="\n\n".join(unit.text for unit, finding in findings if finding.role == "standfirst") or None,
        byline=given.byline or _join_bylines(findings),
        dateline=dateline,
        published=given.published or find_published(findings, dateline, language, context.lexicon),
        source=source,
        url=given.url or next((finding.url for _, finding in findings if finding.url), None),
        language=language,
        slug=given.slug,
        listed_people=given.people or (),
        listed_countries=given.countries,
        draft=given.draft,
        captions=tuple(text for text, _ in captions),
        caption_links=tuple(href for _, href in captions),
        notices=tuple(_texts(findings, "notice")),
        extra=given.extra,
        diagnostics=(
            *header.diagnostics,
            *_tell_impossible(clipping.path, findings),
            *tell_doubtful(clipping.path, findings, context),
            *_tell_missing(clipping.path, [code for code in missing if missing[code]], agency),
        ),
    )


def _warning(code: str, message: str, hint: str) -> Callable[[str], Diagnostic]:
    """What makes the warning for a path."""
    return lambda path: Diagnostic(path, 0, 0, "warning", code, message, hint)


_WARNINGS = {
    "long-headline": _warning(
        "long-headline",
        f"the heading on top is too long to be a headline (over {SHORT} characters), its first words stand for it",
        "shorten it, or put a headline above it or as `headline:` in front matter",
    ),
    "no-headline": _warning(
        "no-headline",
        "no headline was found, the first words stand for it",
        "put the headline on the first line, or add `headline:` in front matter",
    ),
    "no-body": _warning("no-body", "there is no text below the headline", "add the text of the article"),
    "no-source": _warning(
        "no-source", "no outlet was found", "add `source:` in front matter, or declare the outlet in site.yaml"
    ),
}


def _tell_missing(path: str, codes: Iterable[str], agency: str | None) -> Iterator[Diagnostic]:
    """A warning for each part that was not found; `agency` is that of the dateline, which may be the outlet."""
    for code in codes:
        yield _ask_for_alias(path, agency) if code == "no-source" and agency else _WARNINGS[code](path)


def _ask_for_alias(path: str, agency: str) -> Diagnostic:
    """The warning that nobody has declared the agency of the dateline."""
    alias = agency if agency.isalnum() else f'"{agency}"'
    message = f"no outlet was found: “{agency}” in the dateline is none that site.yaml declares"
    hint = f"declare an outlet with `aliases: [{alias}]` in site.yaml, or add `source:` in front matter"
    return Diagnostic(path, 0, 0, "warning", "no-source", message, hint)


def _tell_impossible(path: str, findings: Findings) -> Iterator[Diagnostic]:
    """A warning for every date that no calendar has."""
    for unit, finding in findings:
        if finding.impossible:
            message = "this date does not exist and is left out"
            hint = "look the day up at the source, then correct it or add `published:` in front matter"
            yield Diagnostic(path, unit.number, 0, "warning", "impossible-date", message, hint)


def _last_name(path: str) -> str:
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0] or path


def _make_paragraphs(written: Sequence[tuple[Unit, ParagraphKind]], start: int) -> Iterator[Paragraph]:
    """The paragraphs from the offset on; a blank line parts two."""
    for unit, kind in written:
        end = start + len(unit.text)
        yield Paragraph(kind=kind, start=start, end=end, line=unit.number, level=_level(unit, kind))
        start = end + 2


def _move_marks(written: Sequence[tuple[Unit, ParagraphKind]], start: int) -> Iterator[Mark]:
    """The inline marks of the paragraphs from the offset on."""
    for unit, _ in written:
        for mark in unit.inline.marks:
            yield Mark(kind=mark.kind, start=start + mark.start, end=start + mark.end, href=mark.href)
        start += len(unit.text) + 2


def _level(unit: Unit, kind: ParagraphKind) -> int:
    """2 to 6 for a heading, 1 for an item of a numbered list."""
    if kind == "heading":
        return max(2, unit.level) if unit.level else 3
    return int(kind == "list-item" and unit.level > 0)


def _make_blocks(clipping: Clipping, header: Header, parts: Parts) -> Iterator[Block]:
    """Blocks that tile the clipping's text; neighbouring blank lines are one."""
    if header.end:
        yield Block(role="front-matter", start=0, end=header.end, rule="front-matter")
    for unit, finding in parts:
        assert finding is not None
        if unit.start < unit.end:
            yield Block(role=finding.role, start=unit.start, end=unit.end, rule=finding.rule)


def _join_bylines(findings: Findings) -> str | None:
    """The first byline, and those that follow it on the next lines: `By Jane Doe`, `By John Roe`."""
    names: list[str] = []
    rule = ""
    for _, finding in findings:
        if names and (finding.rule != rule or not finding.byline):
            break
        if finding.byline and finding.byline not in names:
            names.append(finding.byline)
            rule = finding.rule
    return " and ".join(names) or None


def _find_text(findings: Findings, role: str) -> str:
    return next((unit.text for unit, finding in findings if finding.role == role), "")


def _find_kicker(findings: Findings, source: str | None) -> str | None:
    """The line above the headline, unless it is the outlet's name."""
    kicker = _find_text(findings, "kicker")
    return kicker if kicker and fold(kicker) != fold(source or "") else None


def _texts(findings: Findings, role: str) -> Iterator[str]:
    """The texts of all units of a role, as the rules give them."""
    for unit, finding in findings:
        if finding.role == role:
            text = unit.text if finding.text is None else finding.text
            if text:
                yield text


def _list_captions(findings: Findings) -> Iterator[tuple[str, str | None]]:
    """Captions, and descriptions of the images within paragraphs; each with the address of its image, if it has one."""
    for unit, finding in findings:
        if finding.role == "caption":
            text = unit.text if finding.text is None else finding.text
            if text:
                yield text, finding.href
        elif unit.inline.images:
            described = zip(unit.inline.images, unit.inline.addresses, strict=True)
            yield from ((image, address) for image, address in described if image.strip())


def _cut_headline(body: str) -> str:
    """The first sentence of the text, cut between words if it is long."""
    first = body.split("\n", 1)[0][:1000]
    end = _SENTENCE_END.search(first)
    sentence = first[: end.end()] if end else first
    if len(sentence) <= HEADLINE_CUT:
        return sentence
    cut = sentence[:HEADLINE_CUT]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def _name_source(given: str | None, findings: Findings, context: Context) -> str | None:
    """The outlet by its declared name, else as written; the surest line decides, of equals a declared one."""
    if given is not None:
        return context.declared(given) or given
    named = [(_weigh(finding, context), finding.source) for _, finding in findings if finding.source]
    agency = next(
        (finding.dateline.agency for _, finding in findings if finding.dateline and finding.dateline.agency), None
    )
    if agency:
        named.append(_weigh_agency(agency, context))
    best = max(named, key=lambda found: (found[0], context.declared(found[1]) is not None), default=None)
    return (context.declared(best[1]) or best[1]) if best and best[1] else None


def _weigh(finding: Finding, context: Context) -> Weight:
    """How surely the line names the outlet; an agency that signs below the text wrote it for whoever heads the page."""
    is_wire = context.lexicon.desk.agency(finding.source) and context.declared(finding.source) is None
    return Weight.BYLINE if is_wire and finding.weight == Weight.LAST_LINE else finding.weight


def _weigh_agency(agency: str, context: Context) -> tuple[Weight, str]:
    """How surely the dateline's agency is the outlet, and its name; no name if it is neither declared nor known."""
    declared = context.declared(agency)
    if declared:
        return Weight.DATELINE, declared
    return Weight.WIRE, context.lexicon.desk.agency(agency) or ""
