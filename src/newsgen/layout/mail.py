"""The head of a mail: what `Subject:`, `From:`, `Date:` and the lines around them tell of the article in it."""

import re
from collections.abc import Callable, Mapping

from newsgen.layout.bylines import is_name, read_byline
from newsgen.layout.core import is_core
from newsgen.layout.findings import Finding, Part, Parts, Weight, with_roles
from newsgen.layout.mailheads import LINE, find_inner_head, find_lines, list_above, unquote_from
from newsgen.layout.outlets import Context, name_outlet
from newsgen.layout.signs import ends_sentence, may_be_headline
from newsgen.layout.stamps import read_stamp
from newsgen.layout.units import Unit, cut_unit
from newsgen.lexicon.desk import fold

_REACH = 16
"""Parts below a mail's head among which that of an article stands."""

# matches: Fwd: Re: River rises
# matches: [desk] TR : Crue
_ANSWER = re.compile(r"^(?:(?:re|fwd?|tr|rv|wg|aw|sv|vs)\s?(?:\[\d+\])?:\s*|\[[^\[\]]{1,30}\]\s*)+", re.I)
# matches: Jane Doe <jane@example.org>
# matches: jane@example.org
# matches: Jane Doe ‹jane@example.org›
_ADDRESS = re.compile(r"[<‹(\[]?(?:mailto:)?[^\s<>‹›()\[\]@]+@[^\s<>‹›()\[\]@]+[>›)\]]?")
_INITIALS = 3
"""Letters of a name that may stand in any address."""


_HEAD = Finding("notice", "mail-head")


def read_mail(parts: Parts, context: Context, given: str | None) -> Parts:
    """The parts with the lines of a mail's head named, if they begin with one; `given` is a headline already known."""
    inner = find_inner_head(parts, context)
    if inner:
        parts = unquote_from(inner, with_roles(parts, dict.fromkeys(list_above(parts, inner), _HEAD)))
    lines = find_lines(parts, inner, context)
    if "subject" not in lines.values() or len(set(lines.values())) < 2:
        return parts
    senders = _list_senders(parts, lines)
    own = _find_own_head(parts, max(lines) + 1, context) if _is_person(parts, lines, context) else None
    if own is not None:
        return _name_signature(with_roles(parts, dict.fromkeys((*lines, *own), _HEAD)))
    kinds = set(lines.values())
    read: list[Part] = []
    for index, part in enumerate(parts):
        kind = lines.get(index)
        if kind == "subject":
            read.extend(_cut_subject(part.unit, given, senders))
        elif kind:
            reader = _READERS.get("date" if kind == "sent" and "date" not in kinds else kind, _note)
            read.append(Part(part.unit, reader(part.unit, context)))
        else:
            read.append(part)
    return _name_signature(tuple(read))


def _is_person(parts: Parts, lines: Mapping[int, str], context: Context) -> bool:
    """Whether the mail is from somebody, and not from an outlet."""
    names = (_name_sender(parts[index].unit) for index, kind in lines.items() if kind == "from")
    return any(is_name(name, context) and not name.startswith("The ") for name in names)


def _find_own_head(parts: Parts, start: int, context: Context) -> tuple[int, ...] | None:
    """The lines of a remark above an article that has headline and byline of its own; None if it has not."""
    above: list[int] = []
    for index in range(start, min(start + _REACH, len(parts))):
        unit = parts[index].unit
        if not unit.text:
            continue
        if is_core(unit, context):
            break
        if above and read_byline(unit.text, unit.folded, context):
            headline = next((place for place in above if _may_head(parts[place].unit, context)), None)
            if headline is None:
                return None
            return tuple(place for place in above if place < headline and not _is_short(parts[place].unit))
        above.append(index)
    return None


def _is_short(unit: Unit) -> bool:
    """Whether the line may be an outlet's name or section: no more than a few words."""
    return unit.text.count(" ") < _HEADED + 1 and not ends_sentence(unit.text)


def _may_head(unit: Unit, context: Context) -> bool:
    return unit.text.count(" ") >= _HEADED and not ends_sentence(unit.text) and may_be_headline(unit, context)


_HEADED = 3
"""Blanks in the shortest headline of an article that a mail passes on."""


def _name_signature(parts: Parts) -> Parts:
    """The parts with what stands below the line `--` named, a few lines at the end of a mail."""
    lines = [index for index, part in enumerate(parts) if part.unit.source or part.unit.kind == "rule"]
    for place, index in enumerate(lines[-_SIGNED:], max(0, len(lines) - _SIGNED)):
        below = lines[place + 1 :]
        is_dashes = any(line.text in ("--", "-- ") for line in parts[index].unit.lines)
        if is_dashes and not any(len(parts[later].unit.text) > _SIGNATURE for later in below):
            signed = [later for later in (index, *below) if parts[later].finding is None]
            return with_roles(parts, dict.fromkeys(signed, Finding("notice", "mail-signature")))
    return parts


_SIGNED = 8
"""Lines of the longest signature."""
_SIGNATURE = 90
"""Characters of the longest of them."""


def _list_senders(parts: Parts, lines: Mapping[int, str]) -> frozenset[str]:
    """Who the mail is from, folded."""
    return frozenset(fold(_name_sender(parts[index].unit)) for index, kind in lines.items() if kind == "from")


# matches: The Valley Letter: River rises
# matches: The Valley Letter | River rises
# matches: [The Valley Letter] River rises
_SENDER = re.compile(r"^\[?([^\[\]:|]{2,50}?)\s?[\]:|]\s*(?=\S)|^(\S[^:|]{1,49}?)\s[-–—]\s+(?=\S)")


def _cut_subject(unit: Unit, given: str | None, senders: frozenset[str]) -> tuple[Part, ...]:
    """The subject's label with the name of a sender behind it, and the subject as headline."""
    match = LINE.match(unit.source)
    assert match is not None
    answer = _ANSWER.match(unit.source[match.end() :])
    offset = match.end() + (answer.end() if answer else 0)
    sender = _SENDER.match(unit.source[offset:])
    if sender and fold(sender[1] or sender[2]) in senders:
        offset += sender.end()
    if offset >= len(unit.source):
        return (Part(unit, Finding("notice", "mail-head")),)
    label, subject = cut_unit(unit, offset)
    finding = Finding("headline" if given is None else "repeated-headline", "mail-subject")
    return Part(label, Finding("notice", "mail-head", "")), Part(subject, finding)


def _note(_unit: Unit, _context: Context) -> Finding:
    return Finding("notice", "mail-head")


def _read_sender(unit: Unit, context: Context) -> Finding:
    """The writer, or the outlet that sent it."""
    name = _name_sender(unit)
    named = name_outlet(name, context)
    if named or _owns_address(name, unit.source):
        return Finding("source", "mail-sender", source=named.name if named else name, weight=Weight.FIRST_LINE)
    if is_name(name, context):
        return Finding("byline", "mail-sender", byline=name)
    return _note(unit, context)


def _name_sender(unit: Unit) -> str:
    """The sender without the address."""
    return _ADDRESS.sub("", _value(unit)).strip(" \"'<>‹›,;")


def _owns_address(name: str, source: str) -> bool:
    """Whether the address goes by the name: `Valley Policy <letters@e.valleypolicy.example>`."""
    letters = "".join(filter(str.isalnum, fold(name)))
    host = source.rpartition("@")[2].casefold().replace("-", "")
    return len(letters) > _INITIALS and letters in host.split(".")


def _read_date(unit: Unit, context: Context) -> Finding:
    stamp = read_stamp(_value(unit), context.lexicon)
    return Finding("published", "mail-date", stamp=stamp) if stamp else _note(unit, context)


def _value(unit: Unit) -> str:
    """What stands behind the line's name."""
    return LINE.sub("", unit.source, count=1).strip()


_READERS: dict[str, Callable[[Unit, Context], Finding]] = {"from": _read_sender, "date": _read_date}
