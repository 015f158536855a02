"""Hanging: dates that belong to a thing named in front of them, and date what was done then, whatever the clause tells.

"The withdrawal must end by 15 September, under the plan agreed on 19 May" tells that the plan was agreed on that day;
"the president, held since 26 July", that he was seized then; "the alliance goes back to 16 September", that it began.
Of a month "held since July" tells only how long.
"""

import re

from newsgen.annotate.reports.context import Context
from newsgen.annotate.sentences import Span
from newsgen.edtf import precision
from newsgen.lexicon.cued import Ended
from newsgen.records.reading import DateMention

# matches: the joint statement published on
# matches: un plan convenu en
# matches: the deadline set by the bloc on
# not: soldiers left on
_DONE_TO_THING = re.compile(
    r"\b(?:(?:the|an?|its|his|her|their|this|un|une|le|la|du|au|son|sa|leur|ce|cette|el|su)\s|l[’'])"
    r"((?:[^\W\d_]+ ){1,2}?([^\W\d_]{3,}))"
    r"(?: (?:by|par|por)(?: [^\W\d_]+){1,4}?)?,?(?: (?:on|in|last|le|en|el))?\s*$"
)

# matches: Washington’s decision on
# matches: His arrest on
# matches: the signing on
# not: a decision on
_THING_ON = re.compile(
    r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|[’']s) ((?:[^\W\d_]+ )?[^\W\d_]{4,}) (?:on|in)\s*$"
)
_THINGS = Ended("on in", _THING_ON)

# matches: a prisoner in his own house since
# matches: retenu depuis le
# matches: detenido en su casa desde el
# not: in office since
_CAPTIVE = re.compile(
    r"\b(held|detained|imprisoned|jailed|prisoner|captive|hostage|in custody|under house arrest|locked up"
    r"|shut (?:up )?in|retenue?|détenue?|séquestrée?|emprisonnée?|prisonni(?:er|ère)|captive?|retenid[oa]"
    r"|detenid[oa]|secuestrad[oa]|pres[oa]|encarcelad[oa]|cautiv[oa])\b"
    r"(?:(?! (?:and|but|et|mais|y|pero) )[^.;:,\n]){0,50}?"
    r"\s(?:since|depuis|desde)(?: (?:the|le|la|l[’']|el|about))?\s*$"
)
_CAPTIVES = Ended("since depuis desde the le la l' l’ el about", _CAPTIVE)

# matches: Sanctions go back to
# matches: The alliance dates from
# matches: Le divorce remonte au
# matches: La alianza data del
_BEGAN = re.compile(
    r"\b(?:go(?:es)? back|dates?(?: back)?|stems?|remonte(?:nt)?|date(?:nt)?|se remontan?|datan?)"
    r" (?:to|from|à|au|de|du|del|al?)(?: (?:the|la|le|el))?\s*$"
)
_BEGINNINGS = Ended("to from à au de du del a al the la le el", _BEGAN)

SPEECH = frozenset({"announcement", "statement"})
"""Topics that tell how something became known."""

_DECISION = ("announcement", "decision", "order")
"""Things that are done on a day, whatever they are about."""

_DAY = len("2024-05-15")

_REACH = 100
"""Characters in front of a date in which such words stand."""


def find_done(date: DateMention, clause: Span, context: Context) -> str:
    """What was done to a thing named in front of the date, if it is a happening: "statement published"; else none."""
    if precision(date.value or "") == "year":
        return ""
    found = _DONE_TO_THING.search(context.text, max(clause[0], date.start - _REACH), date.start)
    if found is None:
        return ""
    if context.lexicon.grammar.tense_of(found[2], context.language) != "past":
        return ""
    topics = frozenset(context.clauses.find_topics(found[1]))
    if not topics or (topics <= SPEECH and context.lexicon.grammar.has("saying", found[2])):
        return ""
    is_doubted = context.clauses.read(clause).kinds.intersection(("denying", "if"))
    return "" if is_doubted else found[1]


def find_beginning(date: DateMention, clause: Span, context: Context) -> Span | None:
    """The words by which what lasts, or a thing, began with the date; None if there are none."""
    if precision(date.value or "") not in ("day", "month") and not (date.value or "").startswith("XXXX-"):
        return None
    text, start = context.text, max(clause[0], date.start - _REACH)
    found = _BEGINNINGS.search(text, start, date.start)
    if found is None and len(date.value or "") == _DAY:
        found = _CAPTIVES.search(text, start, date.start)
    return found.span() if found else None


def find_thing_on(date: DateMention, clause: Span, context: Context) -> str:
    """The happening that stands right in front of a day: "his arrest on", a decision with what it is; else none."""
    found = _THINGS.search(context.text, max(clause[0], date.start - _REACH), date.start)
    if found is None or context.lexicon.grammar.has("headline", found[1].split()[-1]):
        return ""
    if found[1].endswith(_DECISION):
        return context.text[found.start(1) : clause[1]]
    return found[1] if context.clauses.find_topics(found[1]) else ""
