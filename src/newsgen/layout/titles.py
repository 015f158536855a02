"""The title of a page: the outlet that stands behind a headline, and the look by which a headline was told."""

import re

from newsgen.layout.findings import Finding, Part, Weight
from newsgen.layout.outlets import Context, name_outlet
from newsgen.layout.signs import has_capitals_only
from newsgen.layout.units import Unit, cut_unit
from newsgen.lexicon.desk import fold

# matches: River rises | Reuters
# matches: River rises - BBC News
# matches: River rises | World | Reuters
_TITLE_END = re.compile(r"(?<!\s)\s+[|–—-]\s+([^|–—]{2,40})$")
# matches: The Valley Tribune
# matches: La Gaceta del Valle
# not: Weekly review
_ARTICLE = re.compile(r"^(?:The|Le|La|El|Der|Die|Das)\s")


def cut_title(unit: Unit, context: Context) -> tuple[Part, Part] | None:
    """The headline and the outlet that a page's title names behind it: `River rises | Reuters`."""
    match = _TITLE_END.search(unit.source)
    named = name_outlet(match[1], context) if match else None
    if match is None or named is None:
        return None
    barred = unit.source[match.start() :].lstrip().startswith("|")
    if not barred and (has_capitals_only(unit.text) or not (named.declared or _is_known(match[1], context))):
        return None
    headline, outlet = cut_unit(unit, _skip_sections(unit.source[: match.start()], context))
    finding = Finding("source", "behind-headline", source=named.name, weight=Weight.FIRST_LINE)
    return Part(headline, Finding("headline", describe_look(unit))), Part(outlet, finding)


def _skip_sections(head: str, context: Context) -> int:
    """Where a title ends that goes on with the sections of a paper: `River rises | World | Africa`."""
    rest, bar, last = head.rpartition("|")
    while bar and rest.strip() and fold(last) in context.lexicon.desk.sections:
        head = rest.rstrip()
        rest, bar, last = head.rpartition("|")
    return len(head)


def _is_known(name: str, context: Context) -> bool:
    """Whether the name behind a dash is surely an outlet's: known, or an article and words that only outlets have."""
    desk = context.lexicon.desk
    return fold(name) in desk.outlets or desk.agency(name) is not None or _ARTICLE.match(name) is not None


def describe_look(unit: Unit) -> str:
    """The rule's name: by which look the headline was told."""
    if unit.kind == "heading":
        return "heading"
    if unit.inline.whole:
        return f"whole-line-{unit.inline.whole}"
    return "capitals" if has_capitals_only(unit.text) else "first-line"
