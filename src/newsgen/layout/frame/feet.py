"""The foot of a frame: outlets that ask their readers for something, say who pays for them, or hold the rights."""

import re
from collections.abc import Iterator, Sequence

from newsgen.layout.frame.names import LONGEST, may_be_framed
from newsgen.layout.outlets import Context, trim_name
from newsgen.layout.units import Unit

FOOT = 5
"""Lines at the end that may tell the outlet."""

# matches: Subscribe to La Revue des Nations
# matches: Get the best of Valley Dispatch in your inbox
# matches: Follow Valley Sport on Instagram
# matches: Abonnez-vous à La Revue des Vallées
# not: Following the river to the sea
_APPEAL = re.compile(
    r"^(?:follow|support|join|subscribe to|sign up (?:for|to)"
    r"|(?:get|read) (?:the (?:best|latest|rest) (?:of|from)|more from)"
    r"|more from|stay informed with|thank you for reading|thanks for reading|abonnez-vous à|suivez|soutenez"
    r"|s['’]abonner à|suscríbase a|suscríbete a|siga a|sigue a|apoye a|apoya a)\s+(\S.{2,80})$",
    re.I,
)
# matches: Valley Dispatch is supported by readers
# matches: Valley Review is published with the support of its readers.
# not: Valley Review is closed.
_LIVES_ON = re.compile(
    r"^(.{4,50}?)\s(?:is|est|es)\s(?:(?:made possible|supported|published|funded|financed|owned|produced|edited)\b"
    r"|(?:publié|financé|soutenu|édité|publicad|financiad|editad)\w*\b|an?\s(?:reader|member|listener)-)",
    re.I,
)
# matches: Valley Letter, 12 Mill Road
_AT_ADDRESS = re.compile(r"^([^\d,]{4,50}),\s\d{1,4}\s[^\W\d_][\w'’-]*(?:\s[^\W\d_][\w'’-]*){1,3}(?:,.*)?$")
# matches: Copyright Valley Ledger. All rights reserved.
# matches: © AFP et La Gazette de la Vallée, 2024
_COPYRIGHT = re.compile(r"^\W*(?:©|\(c\)|copyright)\W*(?:\d{4}\s)?([^.,|©\d]{3,60})", re.I)
# matches: Gol Valle © 2024 Todos los derechos
_BEHIND = re.compile(r"^([^©\d.!?]{3,60}?)\s*(?:©|\(c\))\s?(?:19|20)\d\d\b", re.I)
# matches: Valley Sport
# matches: La Revue des Nations
_PROPER = re.compile(
    r"(?:(?:The|Le|La|Les|El|Los|Las)\s|L['’])?[^\W\d_a-zß-ÿ][\w'’.&-]*"
    r"(?:\s(?:(?:of|the|de|du|des|del|la|le|les|los|las|and|et|y|&)\s){0,2}[^\W\d_a-zß-ÿ][\w'’&-]*){0,5}"
)


def read_feet(lines: Sequence[Unit], context: Context) -> Iterator[str]:
    """Names of outlets that ask their readers for something at the end, or say who pays for them."""
    for unit in lines[-FOOT:]:
        if len(unit.text) <= LONGEST:
            yield from _read_foot(unit.text, context)


def tells_outlet(text: str, context: Context) -> bool:
    """Whether the line tells who publishes: its readers, its supporters, its address or its rights."""
    return any(_read_foot(text, context)) or any(pattern.match(text) for pattern in (_COPYRIGHT, _BEHIND))


def _read_foot(text: str, context: Context) -> Iterator[str]:
    appeal = _APPEAL.match(text)
    named = _PROPER.match(appeal[1]) if appeal else None
    if named:
        yield from _check(named.group(), context)
    for pattern in (_LIVES_ON, _AT_ADDRESS):
        match = pattern.match(text)
        if match:
            yield from _check(match[1], context)


def _check(name: str, context: Context) -> Iterator[str]:
    """The name, if it is one of several words that may be an outlet's and no agency's."""
    name = trim_name(name)
    if " " in name and may_be_framed(name, context) and context.lexicon.desk.agency(name) is None:
        yield name
