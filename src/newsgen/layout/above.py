"""Above a page's headline: the outlet, the section, a writer's name, a date, or the menu."""

import re
from itertools import islice

from newsgen.layout.bylines import is_name
from newsgen.layout.findings import Finding, Part, Parts, Weight, open_indices
from newsgen.layout.issue import read_issue
from newsgen.layout.outlets import Context, Named, name_outlet
from newsgen.layout.signs import ends_sentence, may_be_headline
from newsgen.layout.stamps import MAX_STAMP, find_stamp, read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

# matches: Theaters ▾  Branches ▾
# matches: Watch  Listen  Live TV
# matches: News | Business | Opinion
# matches: Chad + 1 more
# matches: HOME ▸ BRIEFING ROOM ▸ STATEMENTS
# matches: Home > News > Valley
# not: River rises | Reuters
# not: La ville dénonce « un oubli »
ROW = re.compile(
    r"[▾▸▼☰]|\+\s?\d+\smore$|^[^«]*[»›]|\s>\s[^>]*\s>\s"
    r"|\S(?:\s{2,}|\s*[|·•]\s*)[^|·•]{1,40}(?:\s{2,}|\s*[|·•]\s*)\S|^\S+\s{2,}\S+(?:\s\S+)?$"
)
# matches: Valley Radio  Donate  Shop
_GAP = re.compile(r"\s{2,}")
# matches: The Valley Tribune
_THE = re.compile(r"the\s", re.I)


# matches: DROUGHT ›
# not: Home › World
_POINTER = re.compile(r"^[^›»>]{2,50}\s?[›»]$")


def find_pointed(parts: Parts, context: Context) -> int:
    """The index of the headline to which the first line points as its kicker, `DROUGHT ›`; 0 if it does not."""
    first, second = (*islice(open_indices(parts), 2), 0, 0)[:2]
    if not second or not _POINTER.match(parts[first].unit.text):
        return 0
    unit = parts[second].unit
    is_row = ROW.search(unit.source) or unit.folded in context.lexicon.desk.sections or is_dated(parts[second], context)
    return second if may_be_headline(unit, context) and not is_row and unit.text.count(" ") else 0


def read_lines_above(parts: Parts, index: int, context: Context) -> dict[int, Finding | None]:
    """What the open lines above the headline are."""
    found: dict[int, Finding | None] = {}
    for above in range(index - 1, -1, -1):
        if parts[above].open:
            is_next = not found and (
                begins_group(parts, above) or (above == index - 1 and is_dated(parts[above - 1], context))
            )
            is_first = all(part.unit.kind == "blank" for part in parts[:above])
            if not is_first and _signs(parts, above, context):
                found[above] = Finding("byline", "name-beside", byline=parts[above].unit.text)
                continue
            finding = _read_above(parts[above].unit, context, is_first=is_first, is_next=is_next)
            if finding.role == "source" and not is_first and _is_beside_date(parts, above, context):
                finding = finding._replace(weight=Weight.LABEL)
            found[above] = finding
    return found


def _is_beside_date(parts: Parts, index: int, context: Context) -> bool:
    return any(is_dated(parts[place], context) for place in (index - 1, index + 1) if 0 <= place < len(parts))


def is_dated(part: Part, context: Context) -> bool:
    """Whether the line is a date, or has one and is no sentence."""
    if part.finding:
        return part.finding.role == "published"
    text = part.unit.text
    return part.open and len(text) <= MAX_STAMP and not ends_sentence(text) and bool(find_stamp(text, context.lexicon))


def begins_group(parts: Parts, index: int) -> bool:
    """Whether nothing stands directly above."""
    return index == 0 or parts[index - 1].unit.kind in ("blank", "rule")


def _signs(parts: Parts, index: int, context: Context) -> bool:
    """Whether the line is a name between or below dates."""
    text = parts[index].unit.text
    return (
        _is_beside_date(parts, index, context)
        and is_name(text, context)
        and fold(text) not in context.lexicon.desk.sections
        and context.lexicon.gazetteer.country_of_place(text) is None
        and name_outlet(text, context) is None
        and not text.isupper()
        and not _GAP.search(parts[index].unit.source.strip())
        and not ROW.search(parts[index].unit.source)
    )


def _read_above(unit: Unit, context: Context, *, is_first: bool, is_next: bool) -> Finding:
    """What a line above a page's headline is: the outlet, the section if it `is_next` to the headline, or the menu."""
    stamp = read_stamp(unit.text, context.lexicon)
    if stamp:
        return Finding("published", "date-line", stamp=stamp)
    issue = read_issue(unit, context)
    if issue:
        found = Finding("published", "page-head-date", stamp=issue.stamp)
        return found._replace(source=issue.name, weight=Weight.MASTHEAD) if is_first and issue.name else found
    named = name_outlet(_GAP.split(unit.source, maxsplit=1)[0], context)
    desk = context.lexicon.desk
    if named and unit.folded not in desk.sections and (is_first or is_known(named, context)):
        return Finding("source", "page-head-outlet", source=named.name, weight=Weight.FIRST_LINE)
    stamps = (read_stamp(segment, context.lexicon) for segment in unit.text.split("|"))
    stamp = next(filter(None, stamps), None) if "|" in unit.text else None
    if stamp:
        return Finding("published", "page-head-date", stamp=stamp)
    if is_next and (unit.folded in desk.sections or unit.text.isupper() or "|" in unit.text):
        return Finding("kicker", "section")
    return Finding("notice", "page-head")


def is_known(named: Named, context: Context) -> bool:
    """Whether the name is surely an outlet's, wherever it stands in a menu."""
    desk = context.lexicon.desk
    if named.declared or context.told(named.name):
        return True
    return fold(named.name) in desk.outlets or bool(desk.agency(named.name) or _THE.match(named.name))
