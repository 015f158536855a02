"""A database's record: the fields that Factiva, LexisNexis, ProQuest and reference managers put around a text.

Codes (`HD  River rises`) or labels (`LENGTH: 512 words`) tell what follows them, on their own line or below it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsgen.layout.bylines import read_byline
from newsgen.layout.dateline import read_dateline_line
from newsgen.layout.findings import Finding, Part, Parts, Weight
from newsgen.layout.notices import URL
from newsgen.layout.outlets import Context, name_outlet, trim_name
from newsgen.layout.signs import is_prose
from newsgen.layout.stamps import find_stamp, read_stamp
from newsgen.layout.units import Unit, cut_unit
from newsgen.lexicon.desk import fold
from newsgen.records.article import Dateline

_CODES, _LABELS = 4, 3
"""Fields of the shortest record, by what marks them."""

# matches: HD  River rises
# matches: TI  - River rises
# matches: LP
# not: IN THE VALLEY
_CODE = re.compile(r"^([A-Z][A-Z\d])(?:(?: {2,}|\t+| ?\t ?)(?:-(?:\s+|$))?|$)")
# matches: LENGTH: 512 words
# matches: Publication info: Valley Gazette
# matches: Sujet(s) : Crues
_LABEL = re.compile(r"^([^\W\d_][\w.()/’' -]{2,32}?) ?:(?:\s+|$)")
# matches: Valley Gazette ; Niamey [Niamey]. 04 Oct 2016.
# matches: Valley Gazette, no. 2041, p. 4
# matches: Valley Gazette: 12.
_BEHIND_NAME = re.compile(r"\s*[;:,\[•·]\s?|\s+\((?=[^)]*\d)|\.\s")
# matches: Doe, Jane
# matches: Doe, Jane Ann
_FAMILY_FIRST = re.compile(r"^([^\s,;]+(?:\s[^\s,;]+)?),\s([^,;\d]{2,30})$")


class _Field(NamedTuple):
    kind: str
    offset: int
    """Where its value begins in the unit's source."""
    is_code: bool = False
    """Whether a code of two letters marks it."""


def read_export(parts: Parts, context: Context, given: str | None) -> Parts:
    """The parts with the fields of a database's record named, if they make one; `given` is a headline already known."""
    fields = _find_codes(parts, context) or _find_labels(parts, context)
    if not fields:
        return parts
    kinds = {field.kind for field in fields.values()}
    has_text = "text" in kinds or any(is_prose(part.unit, context) for part in _list_others(parts, fields))
    coded = any(field.is_code for field in fields.values())
    record = _Record(context, is_headed=given is not None, coded=coded, has_text=has_text)
    return tuple(named for index, part in enumerate(parts) for named in record.read(part, fields.get(index)))


def _list_others(parts: Parts, fields: Mapping[int, _Field]) -> Iterator[Part]:
    """The parts that no field begins."""
    yield from (part for index, part in enumerate(parts) if index not in fields)


class _Record:
    """A record as far as it was read; each part is asked for once, in order."""

    def __init__(self, context: Context, *, is_headed: bool, coded: bool, has_text: bool) -> None:
        self.context, self.coded, self.has_text = context, coded, has_text
        self.is_headed = is_headed
        """Whether the headline is known."""
        self.kind = ""
        """Of the field that goes on."""
        self.is_pending = False
        """Whether its value stands on the line below."""
        self.is_below = False
        """Whether the text was met."""

    def read(self, part: Part, field: _Field | None) -> Sequence[Part]:
        """The part as what it is in the record; open if it is text, or nothing that the record tells."""
        unit = part.unit
        if field:
            return self._begin(unit, field)
        if unit.kind in ("blank", "rule") or self.kind in ("", "text"):
            return (part,)
        if self.is_pending:
            self.is_pending = False
            kind, self.kind = self.kind, self.kind if self.coded else ""
            self.is_headed = self.is_headed or kind == "headline"
            return (Part(unit, _name(unit, kind, self.context)),)
        if is_prose(unit, self.context):
            self.kind, self.is_below = "text", True
            return (part,)
        goes_on = self.coded or self.is_below
        return (Part(unit, Finding("notice", "export-field")),) if goes_on else (part,)

    def _begin(self, unit: Unit, field: _Field) -> Sequence[Part]:
        """The line that a field begins with: as a notice, or its mark as one and the value as what it is."""
        kind = "note" if field.kind == "headline" and self.is_headed else field.kind
        self.kind = "text" if kind == "standfirst" and not self.has_text else kind
        self.is_pending = field.offset >= len(unit.source)
        self.is_headed = self.is_headed or (kind == "headline" and not self.is_pending)
        self.is_below = self.is_below or self.kind == "text"
        if self.kind == "note" or self.is_pending:
            return (Part(unit, Finding("notice", "export-field")),)
        mark, value = cut_unit(unit, field.offset)
        finding = None if self.kind == "text" else _name(value, self.kind, self.context)
        return Part(mark, Finding("notice", "export-field", "")), Part(value, finding)


def _find_codes(parts: Parts, context: Context) -> dict[int, _Field]:
    """Index → field that a code of two letters begins; empty if there are too few, or none for a headline."""
    codes = context.lexicon.desk.exports["codes"]
    found: dict[int, _Field] = {}
    for index, part in enumerate(parts):
        match = _CODE.match(part.unit.source) if part.unit.kind == "text" else None
        if match and match[1] in codes:
            found[index] = _Field(codes[match[1]], match.end(), is_code=True)
    kinds = {field.kind for field in found.values()}
    return found if len(found) >= _CODES and {"headline", "note"} <= kinds else {}


def _find_labels(parts: Parts, context: Context) -> dict[int, _Field]:
    """Index → field that a label begins; empty if there are too few, or none that only databases have."""
    exports = context.lexicon.desk.exports
    found: dict[int, _Field] = {}
    sure = 0
    for index, part in enumerate(parts):
        match = _LABEL.match(part.unit.source) if part.unit.kind == "text" else None
        label = fold(match[1]) if match else ""
        if match and label in exports["labels"]:
            found[index] = _Field(exports["labels"][label], match.end())
            sure += label in exports["sure"]
        elif part.unit.folded in exports["alone"] and part.unit.folded:
            found[index] = _Field(exports["alone"][part.unit.folded], len(part.unit.source))
            sure += part.unit.folded in exports["sure"]
    return found if len(found) >= _LABELS and sure else {}


def _name(unit: Unit, kind: str, context: Context) -> Finding:
    """What the value of a field tells."""
    reader = _READERS.get(kind)
    return (reader(unit, context) if reader else None) or Finding("notice", "export-field")


def _read_headline(_unit: Unit, _context: Context) -> Finding | None:
    return Finding("headline", "export-headline")


def _read_byline(unit: Unit, context: Context) -> Finding | None:
    """`By Jane Doe`, `Jane Doe in Niamey`"""
    byline = read_byline(unit.text, unit.folded, context) or read_byline(
        f"By {unit.text}", f"by {unit.folded}", context
    )
    name = byline.name if byline else trim_name(unit.text)
    return Finding("byline", "export-byline", byline=name) if name else None


def _read_author(unit: Unit, context: Context) -> Finding | None:
    """`Doe, Jane; Roe, John`"""
    names = [_FAMILY_FIRST.sub(r"\2 \1", name.strip()) for name in unit.text.strip(" .;").split(";")]
    if len(names) == 1 and names[0] == unit.text.strip(" .;"):
        return _read_byline(unit, context)
    return Finding("byline", "export-byline", byline=" and ".join(filter(None, names)))


def _read_source(unit: Unit, context: Context) -> Finding | None:
    """`Valley Gazette`, `Valley Gazette ; Niamey [Niamey]. 04 Oct 2016.`"""
    name = trim_name(_BEHIND_NAME.split(unit.text, maxsplit=1)[0])
    named = name_outlet(name, context)
    name = named.name if named else name
    if not any(map(str.isalpha, name)):
        return None
    stamp = find_stamp(unit.text, context.lexicon)
    return Finding("source", "export-source", source=name, weight=Weight.LABEL, stamp=stamp)


def _read_date(unit: Unit, context: Context) -> Finding | None:
    stamp = read_stamp(unit.text, context.lexicon) or find_stamp(unit.text, context.lexicon)
    return Finding("published", "export-date", stamp=stamp) if stamp else None


def _read_update(unit: Unit, context: Context) -> Finding | None:
    """`Last updated: 2016-10-05`: tells no more than when the record was written."""
    finding = _read_date(unit, context)
    return finding._replace(updated=True) if finding else None


def _read_place(unit: Unit, context: Context) -> Finding | None:
    """`NIAMEY`, `Niamey, May 15`"""
    found = read_dateline_line(unit.text, context)
    country = context.lexicon.gazetteer.country_of_place(unit.text)
    dateline = found.dateline if found else Dateline(place=unit.text.title(), country=country) if country else None
    return Finding("dateline", "export-place", dateline=dateline) if dateline else None


def _read_summary(unit: Unit, _context: Context) -> Finding | None:
    """`Two bridges are closed.`; but no `None available.`"""
    return Finding("standfirst", "export-summary") if unit.text.count(" ") > _SHORT_SUMMARY else None


_SHORT_SUMMARY = 2
"""Blanks in the longest text that says there is no summary."""


def _read_address(unit: Unit, _context: Context) -> Finding | None:
    match = URL.search(unit.text)
    return Finding("notice", "export-field", url=match.group()) if match else None


_READERS: dict[str, Callable[[Unit, Context], Finding | None]] = {
    "headline": _read_headline,
    "byline": _read_byline,
    "author": _read_author,
    "source": _read_source,
    "published": _read_date,
    "updated": _read_update,
    "dateline": _read_place,
    "standfirst": _read_summary,
    "url": _read_address,
}
