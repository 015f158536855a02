"""Where the head of a mail stands: on top, or below what somebody wrote who passed the mail on."""

import re
from collections.abc import Mapping

from newsgen.layout.findings import Part, Parts
from newsgen.layout.outlets import Context
from newsgen.lexicon.desk import fold

_REACH = 16
"""Parts among which the lines of a head stand."""
_INNER = 60
"""Parts on top among which an inner head begins."""
_REMARK = 600
"""Characters of the longest remark above a mail that is passed on."""
_MAX_LINE = 400

# matches: Subject: River rises
# matches: Reply-To: desk@example.org
# matches: Objet : Crue du fleuve
# not: NIAMEY (AFP): soldiers
LINE = re.compile(r"^\W{0,3}([^\W\d_][\w-]{0,19})\*{0,2} ?:\*{0,2}\s*")
# matches: ---------- Forwarded message ---------
# matches: Begin forwarded message:
# matches: -----Original Message-----
# matches: ---------- Message transféré ---------
# matches: ---------- Mensaje reenviado ---------
# matches: Début du message réexpédié :
# matches: Inicio del mensaje reenviado:
# not: Forwarded message from the valley
_FORWARDED = re.compile(
    r"^\W*(?:(?:begin )?(?:forwarded|original) message"
    r"|(?:début du )?message (?:transféré|réexpédié|d['’]origine|original)"
    r"|(?:inicio del )?mensaje (?:reenviado|original)"
    r"|weitergeleitete nachricht|mensagem encaminhada)\W*$",
    re.I,
)


def find_lines(parts: Parts, start: int, context: Context) -> dict[int, str]:
    """Index → kind of line, for the lines from `start` on that a mail's head may consist of."""
    found: dict[int, str] = {}
    for index, part in enumerate(parts[start : start + _REACH], start):
        unit = part.unit
        if unit.kind in ("rule", "blank"):
            if found and unit.kind == "blank" and "subject" in found.values():
                break
            continue
        if _is_mark(part):
            found[index] = "forwarded"
            continue
        if unit.kind == "text" and not found and unit.folded in context.lexicon.desk.cues["notice.whole"]:
            found[index] = "button"
            continue
        match = LINE.match(unit.source) if len(unit.source) <= _MAX_LINE else None
        kind = context.lexicon.desk.mail.get(fold(match[1])) if match else None
        if match is None or (kind is None and "-" not in match[1]):
            break
        if kind in found.values():
            break
        found[index] = kind or "other"
    return found


def find_inner_head(parts: Parts, context: Context) -> int:
    """Where the head of a mail begins that another one, or a remark, passes on; 0 if none does."""
    starts = [
        index
        for index, part in enumerate(parts[:_INNER])
        if index and (_is_mark(part) or _is_sender(part, context)) and _is_head(find_lines(parts, index, context))
    ]
    return next((start for start in reversed(starts) if _is_only_remark(parts, start, context)), 0)


def _is_mark(part: Part) -> bool:
    return part.unit.kind in ("text", "quotation") and _FORWARDED.match(part.unit.text) is not None


def _is_sender(part: Part, context: Context) -> bool:
    """Whether the line is a head's first one, with an address in it; one may stand on top of all."""
    match = LINE.match(part.unit.source) if len(part.unit.source) <= _MAX_LINE else None
    return match is not None and "@" in part.unit.source and context.lexicon.desk.mail.get(fold(match[1])) == "from"


def _is_head(lines: Mapping[int, str]) -> bool:
    return {"from", "subject"} <= set(lines.values())


def _is_only_remark(parts: Parts, start: int, context: Context) -> bool:
    """Whether what stands above the inner head is short, beside the lines of a head of its own."""
    if not list_above(parts, start):
        return False
    outer = find_lines(parts, 0, context)
    if start in outer:
        return False
    above = sum(len(part.unit.text) for index, part in enumerate(parts[:start]) if index not in outer)
    below = sum(len(part.unit.text) for part in parts[start:])
    return above <= _REMARK and 2 * above < below


def list_above(parts: Parts, start: int) -> tuple[int, ...]:
    """The parts with words above the inner head that nothing is known of."""
    return tuple(index for index, part in enumerate(parts[:start]) if part.open and part.unit.text)


def unquote_from(start: int, parts: Parts) -> Parts:
    """The parts, the quoted mail from `start` on as text of its own."""
    if all(part.unit.kind != "quotation" for part in parts[start : start + 2]):
        return parts
    return parts[:start] + tuple(
        Part(part.unit._replace(kind="text"), part.finding) if part.unit.kind == "quotation" else part
        for part in parts[start:]
    )
