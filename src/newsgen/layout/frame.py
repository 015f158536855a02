"""The frame of a clipping: names that its first lines, bylines and last lines tell to be the outlet's.

No list knows every outlet, but the place of a name tells much: on top beside a date, a section or a motto; between the
writer's name and the date; behind `Subscribe to`; and in two such places at once. What is learnt here the other rules
take for an outlet's name wherever a line consists of it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from newsgen.layout.bylines import is_known_name, is_name
from newsgen.layout.core import is_core, list_stems
from newsgen.layout.dateline import find_dateline
from newsgen.layout.findings import Finding, Parts, Weight, with_roles
from newsgen.layout.masthead import is_proper, may_be_outlet, says_name
from newsgen.layout.notices import read_notice
from newsgen.layout.outlets import Context, name_outlet, trim_name
from newsgen.layout.signs import ends_sentence, is_prose, may_be_headline
from newsgen.layout.stamps import MAX_STAMP, Stamp, find_stamp, has_digit, read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

_HEAD = 8
"""Lines on top that may tell the outlet."""
_FOOT = 5
"""Lines at the end that may."""
_LINE = 160
"""Characters of the longest of them."""
_BESIDE = 8
"""Words of the longest motto."""
_TITLE = 4
"""Words of the longest name that tells itself by its look."""
_CAPITALS = 3
"""Words with capitals in a name that has small ones too."""
_HEADED = 5
"""Words of the shortest headline below such a name."""
_HALF = 0.5
"""The share of its words that such a name may have in common with the text."""
_PARAGRAPHS = 6
"""From which the words of the text are taken."""

# matches: VALLEY SPORT | 19.09.2024
# matches: The Valley Courier :: Home :: News
# matches: VALLEY DISPATCH ☰ Menu
# matches: Valley Observer » Isles »
# matches: The Valley Letter — your Friday dose of science
# not: Valley-Observer
_PIECES = re.compile(r"\s*(?:\||»|::|☰|•|·|▾|›|>(?=\s|$))\s*|\s+[—–-]+\s+|\s{2,}")
# matches: Valley Ledger. Tuesday, February 11, 2025
# matches: Valley Sport, 8 January 2024
# matches: Valley Newswire 2024-06-06 17:22 GMT
_THEN_DATE = re.compile(r"[.,:]\s+|\s+(?=\d{4}-\d\d-\d\d)")
# matches: Valley Bulletin <bulletin@valley.example>
_SENDER = re.compile(r"^\W*([^<>@]{3,60}?)\W?\s*<[^<>@\s]{1,60}@[^<>\s]{1,60}>$")
# matches: No. 41
# matches: N° 57
_NUMBERED = re.compile(r"^(?:no|n[°º]|nr|vol|issue|edition|número|numéro)\.?\s?\d+", re.I)
# matches: Weekly Digest  No. 57
_NUMBER_BEHIND = re.compile(r",?\s+(?:No\.|N[°º]|Nr\.|Vol\.|Issue|#)\s?\d+.*$")
# matches: Le Fil du Patrimoine
# matches: The Explainer Room
# matches: La Gazette de l'Aïr
_ARTICLE = re.compile(r"^(?:The|Le|La|Les|El|Los|Las|L['’]|Il|Der|Die|Das)\b")
# matches: By Jane Doe for Valley Running Today
# matches: Jane Doe for Valley Running
_FOR = re.compile(r"^(?:by\s)?(.{5,40}?)\s(?:for|pour|para)\s(?!The\s)([^,|]{5,50})$", re.I)
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
# matches: ValleyToday
_JOINT = re.compile(r"[a-z][A-Z]")
# matches: Valley Sport
# matches: La Revue des Nations
_PROPER = re.compile(
    r"(?:(?:The|Le|La|Les|El|Los|Las)\s|L['’])?[^\W\d_a-zß-ÿ][\w'’.&-]*"
    r"(?:\s(?:(?:of|the|de|du|des|del|la|le|les|los|las|and|et|y|&)\s){0,2}[^\W\d_a-zß-ÿ][\w'’&-]*){0,5}"
)


def find_outlets(parts: Parts, context: Context) -> tuple[str, ...]:
    """The names that the frame tells to be outlets, no declared ones; a name in capitals as other lines write it."""
    lines = [part.unit for part in parts if part.unit.text]
    if len(lines) < 2:
        return ()
    found = dict.fromkeys((*_read_top(lines, context), *_read_bylines(lines, context), *_read_feet(lines, context)))
    return tuple(_spell(name, lines) for name in found if not _is_part(name, context))


def _is_part(name: str, context: Context) -> bool:
    """Whether the name is declared, or more than that of an outlet which is known: `CNN World`."""
    named = name_outlet(name, context)
    return named is not None and (named.declared or fold(named.name) != fold(name))


def name_top(parts: Parts, context: Context, given: str | None) -> Parts:
    """The parts with the top line named, where an outlet stands there beside date, motto, section or menu."""
    if given is not None or not context.framed:
        return parts
    top = _find_top([part.unit for part in parts], context)
    index = next((place for place, part in enumerate(parts) if part.unit is top), -1)
    if index < 0 or parts[index].finding or context.told(parts[index].unit.text):
        return parts
    name, beside = _cut_top(parts[index].unit, context)
    told = context.told(name) or context.declared(name)
    if not told or not beside:
        return parts
    stamp = _find_date(beside, context)
    finding = Finding("source", "top-line", source=told, weight=Weight.FIRST_LINE, stamp=stamp)
    return with_roles(parts, {index: finding})


def _find_top(lines: Sequence[Unit], context: Context) -> Unit | None:
    """The first line that is more than a button."""
    for unit in islice((unit for unit in lines if unit.text), 4):
        if read_notice(unit, context) is None:
            return unit
    return None


def _cut_top(unit: Unit, context: Context) -> tuple[str, list[str]]:
    """The first piece of a line, or the second behind a section, and the others; else the words before its date."""
    source = unit.source.strip(" \ufeff*_#")
    sender = _SENDER.match(source)
    if sender:
        return sender[1].strip(' "'), ["mail"]
    pieces = [piece for piece in map(str.strip, _PIECES.split(source)) if piece] or [source]
    sections = context.lexicon.desk.sections
    if len(pieces) > 1 and fold(pieces[0]) in sections:
        pieces = [pieces[1], pieces[0], *pieces[2:]]
    if len(pieces) == 1:
        name, beside = _cut_date(pieces[0], context)
        return name, [beside] if beside else []
    name = _NUMBER_BEHIND.sub("", pieces[0])
    return name, pieces[1:]


def _cut_date(text: str, context: Context) -> tuple[str, str]:
    """What stands before a date that a line ends with, and the date: `Valley Sport, 8 January 2024`."""
    if not has_digit(text) or len(text) > MAX_STAMP:
        return text, ""
    for match in _THEN_DATE.finditer(text):
        rest = text[match.end() :]
        if read_stamp(rest, context.lexicon) or (find_stamp(rest, context.lexicon) and rest.count(" ") < _BESIDE):
            return text[: match.start()], rest
    return text, ""


def _find_date(pieces: Sequence[str], context: Context) -> Stamp | None:
    stamps = (read_stamp(piece, context.lexicon) or find_stamp(piece, context.lexicon) for piece in pieces)
    return next(filter(None, stamps), None)


def _read_top(lines: Sequence[Unit], context: Context) -> Iterator[str]:
    """The name in the top line, if what stands beside it, below it or elsewhere tells that it is an outlet's."""
    top = _find_top(lines, context)
    if top is None or len(top.text) > _LINE or top.kind == "heading" or ends_sentence(top.text):
        return
    name, beside = _cut_top(top, context)
    name = trim_name(name)
    if not _may_be_framed(name, context):
        return
    others = [unit for unit in lines if unit is not top]
    if not _leads_to_headline(others, context):
        return
    if _is_said_again(name, others, context):
        yield name
    elif (" " in name or _JOINT.search(name)) and beside and all(_is_beside(piece, context) for piece in beside):
        is_dated = len(beside) == 1 and not _PIECES.search(top.source.strip())
        if not is_dated or _find_own_dateline(others, context):
            yield name
    elif not beside and _heads(name, others, context):
        yield name


def _leads_to_headline(others: Sequence[Unit], context: Context) -> bool:
    """Whether another line than the top one can be the headline: without one the top line is it."""
    below = (unit for unit in others[:_HEAD] if not _is_kicker(unit, context))
    first = next((unit for unit in below if read_stamp(unit.text, context.lexicon) is None), None)
    return first is not None and may_be_headline(first, context) and not is_prose(first, context)


def _may_be_framed(name: str, context: Context) -> bool:
    """Whether the words have the form of an outlet's name."""
    desk = context.lexicon.desk
    plain = desk.words["section-companion"] | desk.words["outlet-or-section"] | desk.sections
    if not name or name[0].islower() or not _is_titled(name, context) or plain.issuperset(fold(name).split()):
        return False
    if fold(name.partition(" ")[0]) in desk.words["crumb"]:
        return False
    # "El" is a given name too, but not with a small word behind it.
    return may_be_outlet(name, context) or (_ARTICLE.match(name) is not None and any(map(str.islower, name.split())))


def _is_titled(name: str, context: Context) -> bool:
    """Whether the words have capitals as names do; behind an article one may be small: `Le Petit Écho lyonnais`."""
    if is_proper(name, context):
        return True
    capitals = sum(word[0].isupper() for word in name.split())
    return _ARTICLE.match(name) is not None and capitals >= _CAPITALS and name.count(" ") <= _TITLE


def _is_beside(piece: str, context: Context) -> bool:
    """Whether the piece may stand beside an outlet on top: a date, section, number, button or motto."""
    folded = fold(piece)
    desk = context.lexicon.desk
    return (
        folded in desk.sections
        or folded in desk.words["crumb"]
        or folded in desk.cues["notice.whole"]
        or _NUMBERED.search(piece) is not None
        or find_stamp(piece, context.lexicon) is not None
        or read_stamp(piece, context.lexicon) is not None
        or (piece[0].islower() and piece.count(" ") < _BESIDE)
        or context.lexicon.gazetteer.country_of_place(piece) is not None
        or piece.isalpha()
    )


def _is_said_again(name: str, others: Sequence[Unit], context: Context) -> bool:
    """Whether a line other than the first one below, which may be the headline, says the name, and is no text."""
    beside = [unit for unit in others[1:_HEAD] if not is_core(unit, context)]
    foot = [unit for unit in others[-_FOOT:] if len(unit.text) <= _LINE and _is_frame(unit, name, context)]
    return any(says_name(name, unit) and not is_prose(unit, context) for unit in beside) or any(
        says_name(name, unit) for unit in foot
    )


def _is_frame(unit: Unit, name: str, context: Context) -> bool:
    """Whether the line may speak of the outlet: no sentence, or one that tells its readers or rights."""
    if not is_core(unit, context):
        return True
    return any(_read_foot(unit.text, context)) or any(pattern.match(unit.text) for pattern in (_COPYRIGHT, _BEHIND))


def _heads(name: str, others: Sequence[Unit], context: Context) -> bool:
    """Whether the name alone on top stands over a headline: with a date between, or by its look."""
    if len(others) < 2 or " " not in name:
        return False
    below = [unit for unit in others[:_HEAD] if not _is_kicker(unit, context)]
    if len(below) < 2:
        return False
    first, second = below[:2]
    topics = _list_topics(others, context)
    if read_stamp(first.text, context.lexicon):
        return _is_headline(second, topics, context) and not list_stems(name, context) <= topics
    if name.isupper() and not _ARTICLE.match(name.title()):
        return False
    words = name.split()
    is_titled = all(word[0].isupper() for word in words) and len(words) <= _TITLE
    if not (is_titled or _ARTICLE.match(name)) or not _is_headline(first, topics, context):
        return False
    stems = list_stems(name, context)
    return len(stems & topics) <= len(stems) * _HALF and not stems <= topics


def _is_kicker(unit: Unit, context: Context) -> bool:
    """Whether the line between name and headline is a section, a button or a motto."""
    is_motto = unit.text[0].islower() and unit.text.count(" ") < _BESIDE
    is_section = unit.folded in context.lexicon.desk.sections
    return is_section or is_motto or read_notice(unit, context) is not None


def _list_topics(lines: Sequence[Unit], context: Context) -> frozenset[str]:
    """What the first paragraphs are about."""
    core = islice((unit.text for unit in lines if is_core(unit, context)), _PARAGRAPHS)
    return list_stems(" ".join(core), context)


def _is_headline(unit: Unit, topics: frozenset[str], context: Context) -> bool:
    """Whether the line says at some length what the text says, and no sentence."""
    return (
        may_be_headline(unit, context)
        and not (ends_sentence(unit.text) and unit.text[-1] == ".")
        and unit.text.count(" ") >= _HEADED - 1
        and not list_stems(unit.text, context).isdisjoint(topics)
        and fold(unit.text).partition(" ")[0] not in context.lexicon.desk.cues["byline.start"]
    )


def _find_own_dateline(lines: Sequence[Unit], context: Context) -> bool:
    """Whether a paragraph begins with a dateline, so that another line with a name and a date is none."""
    paragraphs = islice((unit for unit in lines if is_core(unit, context)), 2)
    return any(find_dateline(unit.source, context) is not None for unit in paragraphs)


def _read_bylines(lines: Sequence[Unit], context: Context) -> Iterator[str]:
    """Names that stand behind a writer's, or beside a date below the headline."""
    for place, unit in enumerate(lines[: min(_HEAD, len(lines) - 1)]):
        if len(unit.text) > _LINE or is_core(unit, context):
            break
        employer = _FOR.match(unit.text)
        pieces = [piece.strip() for piece in _PIECES.split(unit.source.strip()) if piece.strip()]
        if employer and is_name(employer[1], context) and _may_be_framed(trim_name(employer[2]), context):
            yield trim_name(employer[2])
        elif len(pieces) == 3 and is_name(pieces[0], context) and read_stamp(pieces[2], context.lexicon):
            if _may_employ(pieces[1], context):
                yield pieces[1]
        elif place and _stands_over_byline(unit, lines[place + 1], lines[0], context):
            yield trim_name(unit.text)
        elif place:
            yield from _read_dated(unit, lines, place, context)


def _stands_over_byline(unit: Unit, below: Unit, first: Unit, context: Context) -> bool:
    """Whether the line is a name with an article directly above `By Jane Doe`, and the headline above it."""
    is_signed = context.lexicon.desk.cues["byline.start"].start(below.folded) is not None
    name = trim_name(unit.text)
    return (
        is_signed
        and len(below.text) <= _LINE
        and " " in name
        and _ARTICLE.match(name) is not None
        and first.text.count(" ") >= _HEADED - 1
        and _may_be_framed(name, context)
    )


def _may_employ(name: str, context: Context) -> bool:
    """Whether the words behind a writer's name are an outlet's, and no second writer, office or place."""
    roles = context.lexicon.desk.cues["byline.role"]
    return " " in name and _may_be_framed(name, context) and fold(name) not in roles


def _read_dated(unit: Unit, lines: Sequence[Unit], place: int, context: Context) -> Iterator[str]:
    """`Valley Sport, 8 January 2024` where the text has a dateline of its own, or another line says the name too."""
    name, date = _cut_date(unit.text, context)
    if not date or not _may_be_framed(name, context) or is_known_name(name, context):
        return
    others = [*lines[:place], *lines[place + 1 :]]
    if (" " in name and _find_own_dateline(others, context)) or _is_said_again(name, others, context):
        yield name


def _read_feet(lines: Sequence[Unit], context: Context) -> Iterator[str]:
    """Names of outlets that ask their readers for something at the end, or say who pays for them."""
    for unit in lines[-_FOOT:]:
        if len(unit.text) <= _LINE:
            yield from _read_foot(unit.text, context)


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
    if " " in name and _may_be_framed(name, context) and context.lexicon.desk.agency(name) is None:
        yield name


def _spell(name: str, lines: Sequence[Unit]) -> str:
    """The name as a line writes it that has not only capitals."""
    if not name.isupper():
        return name
    words = re.compile(r"(?<!\w)" + re.escape(name) + r"(?!\w)", re.I)
    said = (match.group() for unit in lines if (match := words.search(unit.text)))
    return next((found for found in said if not found.isupper() and found[0].isupper()), name)
