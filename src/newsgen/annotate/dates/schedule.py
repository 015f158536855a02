"""Schedules: the present tense that tells what is to come: "is to open on 1 July", "expire le 31 décembre"."""

import re
from collections.abc import Mapping

from newsgen.annotate.sentences import Span

# matches: Work is to begin on
# matches: a bridge set to open in
# not: it was set to open
# matches: Firms have until
# matches: It should leave in
# not: It should have left in
# matches: The line starts pumping in
# not: Housing starts in
# matches: Evening classes begin on
# not: The city made a start in
# matches: The vote is on
_ENGLISH = re.compile(
    r"(?:\b(?:is|are)|[’'](?:s|re))(?: (?:now|also|still|all|both|not))? (?:to (?!blame\b|date\b)[a-z]"
    r"|(?:set|ready|poised|bound|fixed|listed|booked|billed|timed|obliged|required|supposed|meant|likely)"
    r" (?:to|for|on)\b)"
    r"|(?<!was )(?<!were )(?<!had )(?<!been )\bset (?:to [a-z]|for\b)"
    r"|\b(?:has|have) (?:until|till|to)\b"
    r"|\b(?:should|must|can|cannot|needs? to) (?!have\b)[a-z]"
    r"|(?<!ousing )\b(?:begins|starts|opens|reopens|closes|expires|ends|resumes|lapses|convenes|meets|departs|returns"
    r"|retires|takes (?:effect|office|over|place)|(?:comes|enters|goes) into (?:force|effect|service)|goes on [a-z]+"
    r"|kicks off|falls due|runs out)\b"
    r"|\b\w{4,}s (?:begin|start|open|reopen|close|expire|end|resume|lapse|take (?:effect|office|place)"
    r"|(?:come|enter|go) into (?:force|effect|service)|kick off|fall due|run out)\b"
    r"|\b(?:is|are)(?: (?:on|for|from))?\s*$",
    re.IGNORECASE,
)

# matches: Le traité expire le
# matches: L’exposition s’ouvre le
# matches: Le procès est fixé au
# matches: Le vote a lieu le
# not: Le vote a eu lieu le
# matches: Les entreprises ont jusqu’au
# matches: Le texte devra paraître le
# matches: La date limite est le
_FRENCH = re.compile(
    r"\b(?:expire(?:nt)?|(?:commence|débute|démarre)(?:nt)?|(?:s[’'])?(?:ouvre|rouvre|ferme|clôt)(?:nt)?|reprend|reprennent|s[’']achève(?:nt)?"
    r"|se termin(?:e|ent)|pren(?:d|nent) (?:fin|effet)|entre(?:nt)? en (?:vigueur|service)|se tien(?:t|nent)"
    r"|se réuni(?:t|ssent)|arrive(?:nt)? à échéance|(?:a|ont) lieu|(?:a|ont) jusqu"
    r"|(?:doi(?:t|vent)|devr(?:a|ont)) (?!avoir)"
    r"|(?:est|sont) (?:fixé|programmé|convoqué|appelé|censé|attendu|prévu)e?s?"
    r"|(?:est|sont)(?: pour)?(?: le)?\s*$)",
    re.IGNORECASE,
)

# matches: El plazo vence el
# matches: El metro debe abrir el
# matches: La cumbre está programada para
# matches: La fecha límite es el
_SPANISH = re.compile(
    r"\b(?:vencen?|expiran?|caducan?|comienzan?|empiezan?|arrancan?|abren?|reabren?|cierran?|terminan?|concluyen?"
    r"|finalizan?|se (?:inaugura|celebra|reúne|inicia)n?|tienen? (?:lugar|que|plazo|hasta)"
    r"|entran? en (?:vigor|servicio)"
    r"|deben? (?!haber)|están? (?:previst|programad|convocad|fijad|citad)[oa]s?|(?:es|son)(?: para)?(?: el)?\s*$)",
    re.IGNORECASE,
)

_APPOINTED: Mapping[str, re.Pattern[str]] = {"fr": _FRENCH, "es": _SPANISH}
"""By language; English for every other one."""

# matches: to be gone no later than
# matches: d’ici au
# matches: a más tardar el
_TERM = re.compile(
    r"\b(?:no later than|d[’']ici(?: au| le| la)?|au plus tard(?: le)?|a más tardar(?: el)?)\s*$", re.IGNORECASE
)

# matches: Trains run from
# matches: à partir du
# matches: a partir del
_ONWARDS = re.compile(r"\b(?:from|starting(?: on)?|à (?:partir|compter) du|dès le|a partir del?)\s*$", re.IGNORECASE)

# matches: the coup of
# matches: the minister in office since
# not: à partir du
# not: antes del
_OF_NOUN = re.compile(
    r"(?:\b(?:of|since|depuis|desde|lors)|(?<!partir )(?<!compter )(?<!antes )\b(?:de|du|del))"
    r"(?: (?:the|le|la|el))?\s*$",
    re.IGNORECASE,
)

# matches: On
# matches: The ministry said that, in
# matches: À partir du
# not: The law of
_FRONTED = re.compile(
    r"(?:^|[,;:—–“(]) ?(?:(?:on|in|at|from|by|before|le|el|en|dès|à partir|a partir|du|del|de) ?){0,3}$", re.IGNORECASE
)

_REACH = 90
"""Characters between such words and the date."""


def find_appointment_before(text: str, span: Span, language: str) -> int:
    """Where the nearest words end that appoint something for the date at the span's end; -1 if none do."""
    start, date = max(span[0], span[1] - _REACH), span[1]
    words = text[start:date]
    if hangs_on_noun(text, span):
        return -1
    ends = [found.end() for found in _APPOINTED.get(language, _ENGLISH).finditer(words)]
    return start + ends[-1] if ends else -1


def find_appointment_behind(text: str, date: Span, sentence: Span, language: str) -> int:
    """Where the words begin that appoint something for a date in front of its clause; -1 if none do."""
    if not _FRONTED.search(text[max(sentence[0], date[0] - _REACH) : date[0]].lstrip("\n")):
        return -1
    found = _APPOINTED.get(language, _ENGLISH).search(text, date[1], min(date[1] + _REACH, sentence[1]))
    return found.start() if found else -1


def appoints(text: str, date: Span, clause: Span, language: str) -> bool:
    """Whether the clause has such words for the date."""
    before = find_appointment_before(text, (clause[0], date[0]), language)
    return max(before, find_appointment_behind(text, date, clause, language)) >= 0


def hangs_on_noun(text: str, span: Span) -> bool:
    """Whether the date at the span's end hangs on a noun, or tells since when: "the coup of", "in office since"."""
    return _OF_NOUN.search(text, max(span[0], span[1] - _REACH), span[1]) is not None


def is_term(text: str, date: int) -> bool:
    """Whether the words right in front of the date set it as a term: "no later than", "d’ici au"."""
    return _TERM.search(text, max(date - _REACH, 0), date) is not None


def is_onwards(text: str, date: Span) -> bool:
    """Whether something holds from that day on; "from July" as often tells what a number rose from."""
    from_day = any(sign.isdigit() for sign in text[slice(*date)])
    return from_day and _ONWARDS.search(text, max(date[0] - _REACH, 0), date[0]) is not None
