"""Cuts within a paragraph: the dateline at its head, credit, end mark and stray stop behind its last word."""

import re

from newsgen.layout.dateline import find_dateline
from newsgen.layout.findings import PLACE_LINE, Finding, Part, Parts, Weight, headline_index, open_indices, replace
from newsgen.layout.outlets import Context, name_outlet
from newsgen.layout.signs import ends_sentence
from newsgen.layout.units import cut_unit
from newsgen.lexicon.desk import fold
from newsgen.records.article import Dateline

# matches: is still there. (SWS)
# matches: is still there. — Reuters
_CREDIT_BEHIND = re.compile(r"(?<=[.!?\"”’»])\s*(?:[(\[]([^()\[\].]{2,40})[)\]]\.?|\s[—–-]{1,2}\s?([^—–.()]{2,40}))$")
# matches: se fue en 1964. EFE
_AGENCY_BEHIND = re.compile(r"(?<=[.!?\"”»])\s+([A-Z][A-Za-z]{1,12})$")
# matches: on Wednesday. /cb
# matches: on Wednesday. jf/abc
# not: on Wednesday. and/or
_INITIALS_BEHIND = re.compile(r"(?<=[.!?\"”])\s+(?=(?:/\s?[a-z]{2,3}|\(?[a-z]{2}/[a-z]{2,3}(?:/[a-z]{2,3}){0,2}\)?)$)")
# matches: extremism. .
_STRAY_STOP = re.compile(r"(?<=[.!?\"”])\s+\.$")
# matches: is closed. (Reporting by Jane Doe; Editing by John Roe)
# matches: is closed. Additional reporting by Jane Doe in Niamey.
# matches: est fermé. (Reportage de Jeanne Dupont ; édité par Jean Petit)
# not: The office is open (reporting by phone)
_DESK_NOTE = re.compile(
    r"[.!?\"”’»)]\s+[*_]{0,2}[(\[]?(?=(?:(?:additional |further |other )?(?:reporting|writing|editing)"
    r"(?: and (?:reporting|writing|editing))?|written|edited|compiled) by\s"
    r"|(?:reportage|rédaction|avec la contribution) (?:de|par)\s|(?:édité|rédigé) par\s"
    r"|(?:reporte|reportería|información|redacción|edición) (?:de|por)\s|(?:editado|escrito) por\s)",
    re.I,
)
# matches: Jean-Luc
_NOTE_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NOTE = 400
"""Characters at the end of a paragraph that hold the names of the desk's people."""
_ABOVE = 12
"""Parts at the top among which a dateline of its own line may stand."""


def cut_dateline(parts: Parts, context: Context) -> Parts:
    """The parts with the dateline cut from the head of the first paragraph, or of the second behind an introduction."""
    above = next(filter(None, map(_read_line_above, parts[:_ABOVE])), None)
    for position, index in enumerate(open_indices(parts, headline_index(parts) + 1, 2)):
        unit = parts[index].unit
        found = find_dateline(unit.source, context) if unit.kind in ("text", "quotation") else None
        if found is None or (above and (above.place != found.dateline.place or not found.dateline.agency)):
            continue
        if found.end < len(unit.source) and (position == 0 or found.stamp or found.dateline.agency):
            head, rest = cut_unit(unit, found.end)
            finding = Finding(
                "dateline", "dateline", dateline=found.dateline, stamp=found.stamp, impossible=found.impossible
            )
            return replace(parts, index, Part(head, finding), Part(rest))
    return parts


def _read_line_above(part: Part) -> Dateline | None:
    """The dateline on a line of its own; the text may have it once more, with its agency."""
    told = part.finding is not None and part.finding.rule != PLACE_LINE
    return part.finding.dateline if part.finding and told else None


def cut_credit(parts: Parts, index: int, context: Context) -> Parts:
    """The parts with an agency cut from the end of the last paragraph: `… is still there. (SWS)`."""
    unit = parts[index].unit
    match = _CREDIT_BEHIND.search(unit.source, max(0, len(unit.source) - 60))
    named = name_outlet(match[1] or match[2], context) if match else None
    if match is None:
        ends = context.lexicon.desk.cues["end"]
        match = _AGENCY_BEHIND.search(unit.source, max(0, len(unit.source) - 16))
        is_agency = match and fold(match[1]) not in ends and context.lexicon.desk.agency(match[1])
        named = name_outlet(match[1], context) if match and is_agency else None
    if match is None or named is None:
        return parts
    rest, credit = cut_unit(unit, match.start())
    finding = Finding("source", "behind-the-text", source=named.name, weight=Weight.LAST_LINE)
    return replace(parts, index, Part(rest), Part(credit, finding))


def cut_desk_notes(parts: Parts, context: Context) -> Parts:
    """The parts with `(Reporting by Jane Doe; editing by John Roe)` cut from the ends of paragraphs."""
    cut: list[Part] = []
    for part in parts:
        at = _find_desk_note(part.unit.source, context) if part.open else 0
        initials = _INITIALS_BEHIND.search(part.unit.source, max(0, len(part.unit.source) - 16)) if part.open else None
        if at:
            rest, note = cut_unit(part.unit, at)
            cut += Part(rest), Part(note, Finding("notice", "desk-note"))
        elif initials:
            rest, note = cut_unit(part.unit, initials.start())
            cut += Part(rest), Part(note, Finding("notice", "initials"))
        else:
            cut.append(part)
    return tuple(cut)


def _find_desk_note(source: str, context: Context) -> int:
    """Where the note begins that names the desk's people behind the last sentence; 0 if there is none."""
    start = max(0, len(source) - _NOTE)
    end = source[start:]
    small, particles = (context.lexicon.desk.words[kind] for kind in ("desk-note", "particle"))
    for match in _DESK_NOTE.finditer(end):
        words = _NOTE_WORD.findall(end[match.end() :])
        named = [word for word in words if fold(word) not in small]
        if named and all(word[0].isupper() or fold(word) in particles for word in named):
            return start + match.start() + 1
    return 0


def cut_end_mark(parts: Parts, context: Context) -> Parts:
    """The parts with `ENDS`, `.../` and the like cut from the end of the last paragraph."""
    last = next((index for index in range(len(parts) - 1, -1, -1) if parts[index].open), None)
    if last is None or len(parts[last].unit.source) < 12:
        return parts
    source = parts[last].unit.source
    mark = context.lexicon.desk.cues["end"].end(source[-16:].lower())
    if mark is None or not _is_end(source, mark):
        return parts
    rest, end = cut_unit(parts[last].unit, len(source) - len(mark))
    return replace(parts, last, Part(rest), Part(end, Finding("notice", "end-mark")))


def _is_end(source: str, phrase: str) -> bool:
    """Whether the mark behind the text ends it; a word must be in capitals and follow a full sentence."""
    end = source[-len(phrase) :]
    before = source[: -len(phrase)]
    if phrase[0].isalpha():
        return (end.isupper() or end == "Enditem") and before[-1].isspace() and ends_sentence(before)
    if phrase.lstrip("./…") == "" and phrase not in ("//", "///"):
        return phrase[0] != "." or before[-1] not in ":/"
    return before[-1].isspace() or ends_sentence(before)


def cut_stray_stop(part: Part) -> tuple[Part, ...]:
    """The part without a stop that stands alone behind its last one."""
    if not part.finding or part.finding.role not in ("paragraph", "quotation", "list-item"):
        return (part,)
    if not part.unit.source.endswith(" ."):
        return (part,)
    match = _STRAY_STOP.search(part.unit.source, max(0, len(part.unit.source) - 12))
    if match is None:
        return (part,)
    rest, stop = cut_unit(part.unit, match.start())
    return Part(rest, part.finding), Part(stop, Finding("rule", "stray-stop"))
