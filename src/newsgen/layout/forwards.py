"""What people write around an article when they pass it on: `Forwarded from Valley Wire`, `Jane 3:42 PM`, a remark."""

import re
from collections.abc import Sequence

from newsgen.layout.bylines import is_known_name
from newsgen.layout.findings import Finding, Part, Parts, Weight, with_roles
from newsgen.layout.outlets import Context
from newsgen.layout.signs import ends_sentence, is_prose
from newsgen.layout.units import SHORT, Unit, cut_unit
from newsgen.lexicon.desk import fold

_TOP = 6
"""Lines on top that may be such."""
_END = 6
"""Lines at the end that may be."""
_REMARK = 90
"""Characters of the longest remark."""

# matches: Forwarded from Valley Wire 🇰🇿
# matches: Reenviado de Valle Ahora
# matches: Transféré de Vallée Info
# matches: Forwarded message from: Valley Wire
# not: Forwarded from the valley to the sea, the letters were lost
_FORWARDED = re.compile(
    r"^\W{0,3}(?:forwarded (?:message )?from|(?:mensaje )?reenviado de|(?:message )?transféré (?:de|par|depuis)"
    r"|encaminhad[oa] de|weitergeleitet (?:von|aus))\s?:?\s+([^.!?,;]{2,60})$",
    re.I,
)
# matches: Forwarded
# matches: Forwarded many times
# matches: Transféré plusieurs fois
# matches: ↪ Reenviado muchas veces
_MARK = re.compile(
    r"^\W{0,3}(?:forwarded(?: many times| message)?|transféré(?: plusieurs fois)?|message transféré"
    r"|reenviado(?: muchas veces)?|mensaje reenviado|encaminhada?)\W{0,2}$",
    re.I,
)
# matches: Jane 3:42 PM
# matches: Jane Doe  [14:05]
# matches: Jane Doe, [12.03.2024 14:05]
# matches: Jane Doe — Today at 3:42 PM
# matches: Jeanne à 14:05
# not: Weather 2024
# not: London 12/03/2024 14:05
_CHAT = re.compile(
    r"^([^\W\d_][\w.'’-]{1,20}(?:\s[^\W\d_][\w.'’-]{1,20}){0,2})(?:\s+app)?,?\s{1,4}(?:[—–-]\s)?"
    r"(?:\[\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s"
    r"|[\[(]?(?:(?:today|yesterday|hier|aujourd'hui|hoy|ayer)\s)?(?:at\s|à\s|a las\s)?)"
    r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?[\])]?$",
    re.I,
)
# matches: [12/03/2024, 14:05:22] Jane Doe: River rises
# matches: 12/03/24, 14:05 - Jane: River rises
# matches: [3:42 PM, 3/12/2024] +221 77 000 00 00: River rises
_PREFIX = re.compile(
    r"^\u200e?(?:\[[\d/.,: -]{4,20}\s?(?:[ap]\.?\s?m\.?)?(?:,\s[\d/.-]{6,10})?\]\s"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s\d{1,2}:\d\d(?:\s?[ap]m)?\s-\s)"
    r"[^:]{2,40}:\s+(?=\S)",
    re.I,
)
# matches: #clips-aviation
_CHANNEL = re.compile(r"^#[^\W\d][\w-]{1,40}$")
# matches: 2 replies
# matches: 1 réponse
_REPLIES = re.compile(r"^\d{1,4} (?:repl(?:y|ies)|réponses?|respuestas?)$", re.I)
# matches: 🇰🇿
_EMOJI = re.compile(r"[^\x00-\u20ff]+|[\u200d-\u200f\ufe0f]")


def read_forward(parts: Parts, context: Context, given: str | None) -> Parts:
    """The parts with what passes the article on named; the headline that front matter gives changes nothing."""
    del given
    parts = _cut_sign(_cut_prefix(parts), context)
    lines = [index for index, part in enumerate(parts) if part.unit.text]
    found: dict[int, Finding | None] = {}
    for index in lines[:_TOP]:
        if parts[index].open:
            finding = _read_top(parts, index, context, after_chat=_is_chat_line(found.get(index - 1)))
            if finding is None:
                break
            found[index] = finding
    found |= _read_end(parts, lines[-_END:])
    return with_roles(parts, found)


def _is_chat_line(finding: Finding | None) -> bool:
    return finding is not None and finding.rule == "chat-line"


def _read_top(parts: Parts, index: int, context: Context, *, after_chat: bool) -> Finding | None:
    """What a line above the article says of its being passed on."""
    unit = parts[index].unit
    forwarded = _FORWARDED.match(unit.text)
    if forwarded:
        return _read_channel(_EMOJI.sub("", forwarded[1]).strip(" .:@"), parts[index + 1 :], context)
    if _MARK.match(unit.text):
        return Finding("notice", "forwarded")
    if _CHAT.match(unit.text) or _CHANNEL.match(unit.text):
        return Finding("notice", "chat-line")
    return Finding("notice", "chat-remark") if after_chat and _is_remark(unit) else None


def _is_remark(unit: Unit) -> bool:
    return unit.text[0].islower() and len(unit.text) <= _REMARK


def _read_channel(name: str, below: Parts, context: Context) -> Finding:
    """The channel as outlet, unless it is a person; an account of that name below tells that it is none."""
    letters = "".join(filter(str.isalnum, fold(name)))
    is_account = any(letters in part.unit.source.casefold() for part in below)
    if not name[:1].isupper() or (is_known_name(name, context) and not is_account):
        return Finding("notice", "forwarded")
    return Finding("source", "forwarded", source=name, weight=Weight.FIRST_LINE)


def _read_end(parts: Parts, last: Sequence[int]) -> dict[int, Finding | None]:
    """Answers below the article, from the line on that counts or begins them."""
    for place, index in enumerate(last):
        text = parts[index].unit.text
        if _REPLIES.match(text) or (not ends_sentence(text) and _CHAT.match(text)):
            if any(len(parts[later].unit.text) > _REMARK for later in last[place:]):
                continue
            return {later: Finding("notice", "chat-line") for later in last[place:] if parts[later].open}
    return {}


def _cut_prefix(parts: Parts) -> Parts:
    """The parts with who sent the first message, and when, cut from its head: `[12/03/2024, 14:05] Jane: River`."""
    first = next((index for index, part in enumerate(parts) if part.unit.text), -1)
    match = _PREFIX.match(parts[first].unit.source) if first >= 0 and parts[first].open else None
    if match is None:
        return parts
    head, rest = cut_unit(parts[first].unit, match.end())
    return (*parts[:first], Part(head, Finding("notice", "chat-line")), Part(rest), *parts[first + 1 :])


def _cut_sign(parts: Parts, context: Context) -> Parts:
    """The parts with a coloured sign cut from the head of a message's first line: `🔴 *River rises*`."""
    for index, part in enumerate(parts[: 2 * _TOP]):
        match = _SIGN.match(part.unit.source) if part.open else None
        if match and part.unit.kind == "text" and len(part.unit.text) <= SHORT:
            head, rest = cut_unit(part.unit, match.end())
            return (*parts[:index], Part(head, Finding("notice", "chat-line", "")), Part(rest), *parts[index + 1 :])
        if part.open and is_prose(part.unit, context):
            break
    return parts


# matches: 🔴 River rises
# matches: ⚡️ River rises
# not: 🔴
_SIGN = re.compile(r"[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff\ufe0f\u200d]{1,6}\s+(?=[^\s\d])")


def find_passed_on(lines: Sequence[Unit]) -> int:
    """How many lines on top only say who passed the article on, and what they said of it."""
    for count, unit in enumerate(lines):
        is_told = any(pattern.match(unit.text) for pattern in _LINES)
        if not is_told and not (count and _CHAT.match(lines[count - 1].text) and _is_remark(unit)):
            return count
    return 0


_LINES = (_FORWARDED, _MARK, _CHAT, _CHANNEL)
