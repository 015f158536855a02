"""Refusals: why a dated clause tells no happening, each with the words that say so.

Rules as data: a name and a function that gives the span of the words, or None where the rule does not hold. The first
that holds counts. Of a date that hangs on a happening ("the coup of July 2023") only a view is asked.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from newsgen.annotate.clauses import is_since_or_until, relative_at
from newsgen.annotate.reports.context import Told
from newsgen.annotate.reports.doubts import (
    find_asking,
    find_attribute,
    find_disowning,
    find_due,
    find_own_work,
    find_source,
    find_unsaid,
    find_vague,
    find_view,
)
from newsgen.annotate.reports.states import find_before, find_mood, find_standing, find_time_itself
from newsgen.annotate.reports.timing import is_ahead
from newsgen.annotate.sentences import Span
from newsgen.edtf import precision

# matches: did not sign
# matches: nobody could say
# matches: n’a pas
# matches: N’étant pas élu
# matches: would have been
# not: from N’Djamena to N'Guigmi
# not: N'djamena, rock 'n' roll
_DENIAL = re.compile(
    r"\b(?:not|never|nobody|no one|ne|ni|nadie)\b|n[’']t\b|\b(?:w|c|sh)ould have\b"
    # A vowel or a silent h follows an elision, in a name a capital or a consonant does.
    r"|\bn[’'](?-i:[aeiouyhàâæéèêëîïôöœùû])",
    re.IGNORECASE,
)

# matches:  but was not let in
# matches: , mais ne
_BUT = re.compile(r"\s(?:but|mais|pero)\s")

# matches:  was elected
# matches:  est devenu
# not:  been elected
_GOES_ON = re.compile(r"\s(?:was|were|is|are|has|have|a|ont|est|sont|était|fue|fueron|ha|han|es|son)\s")

# matches: Whether they will meet was open
# matches: It was not known where
# matches: On ignorait si
# matches: No se sabía dónde
# not: It was not known then
_QUESTION = re.compile(
    r"Whether\b|(?:It (?:was|is|remained|remains) (?:still |also )?"
    r"(?:not (?:immediately |yet )?(?:known|clear)|un(?:known|clear))"
    r"|(?:Nobody|No one) (?:knew|knows)|On ignor(?:e|ait)|On ne sa(?:it|vait) pas|Il n[’']était pas clair"
    r"|No se sab(?:e|ía)|Se desconoc(?:e|ía)|No estaba claro)"
    r" (?:where|whether|who|how|what|why|if|when|où|si|qui|comment|pourquoi|quand|dónde|quién|cómo|por qué|cuándo)\b"
)

# matches: it took until
# matches: it took the court until
_TOOK_UNTIL = re.compile(r"\b(?:took|taken) (?:(?:the )?[^\W\d]+ ){0,2}(?:until|till)(?: the)?\s*$")

# matches:  since Bazoum took the oath
_ANNIVERSARY = re.compile(r"\s(?:since|que|desde que)\s")

# matches: Cela fait deux ans
# matches: Hace dos años
# not: Los tres anunciaron
_COUNTED = re.compile(
    r"\b(?:fait|fera|faisait|il y (?:a|aura)|hace|hará|hacía|years?|months?|weeks?|days?)\b", re.IGNORECASE
)

# matches: if the council agrees
# matches: unless it rains
_IF = re.compile(r"\b(?:if|unless|provided that|in case)\b", re.IGNORECASE)

# matches: Si le conseil est d’accord
# matches: demain, s’il pleut
# not: le pont est si long
_SI = re.compile(r"\b(?:Si|À moins que|A menos que)\b|(?<=, )(?:si|à moins que|a menos que)\b|\b[Ss][’'](?=ils? )")

# matches: every year in
# matches: each
# matches: chaque année en
# not: ten of them each on
_EACH = re.compile(
    r"\b(?:every|each|chaque|tous les|toutes les|cada|todos los|todas las)(?! (?:on|in|at|le|en|el)\b)"
    r"(?: [^\W\d]+)?(?: \w{1,3})?\s*$",
    re.IGNORECASE,
)

# matches:  every year
# matches: , chaque année
_EACH_BEHIND = re.compile(r",?\s(?:every|each|chaque|cada|tous les|todos los) \w")

# matches: They believe that
_HELD = re.compile(r"(\w+)\s*$")

# matches:  elections by
# not:  for
_ASKED_FOR = re.compile(r"(?!\W*(?:for|to|on|in|pour|para|a|à)\W*$)\W*\w{3,}")

# matches: should
_WORD = re.compile(r"\w+")

_LOOK_BACK = 24
"""Characters in front of a date in which words stand that belong to it."""


class Refusal(NamedTuple):
    """Why a clause tells no happening."""

    name: str
    find: Callable[[Told], Span | None]


def find_refusal(told: Told, *, carried: bool) -> tuple[str, Span] | None:
    """The first rule that holds, with the words that say so; `carried` if the date hangs on a happening."""
    for rule in (_VIEW,) if carried else REFUSALS:
        words = rule.find(told)
        if words is not None:
            return rule.name, words
    return None


def _find_no_verb(told: Told) -> Span | None:
    """No word tells a tense, nor does the present of headlines tell of a day: "Minister dies on Monday"."""
    now = "headline" in told.clause.kinds and precision(told.date.value or "") == "day"
    return None if told.tense or now else told.clause.span


def _find_denial(told: Told) -> Span | None:
    """That it did not happen; what goes on behind a relative clause, or behind "but", does not count."""
    if "denying" not in told.clause.kinds:
        return find_disowning(told)
    text, (start, end) = told.context.text, told.clause.span
    words = relative_at(text, start)
    if words and told.context.clauses.read((words, told.date.start)).tense:
        end = told.date.start
    but = _BUT.search(text, told.date.end, end)
    if but and told.context.clauses.read((start, but.start())).tense:
        end = but.start()
    denial = _DENIAL.search(text, start, end)
    if denial and words and _GOES_ON.search(text, denial.end(), told.date.start):  # "who never served was elected"
        denial = None
    return _span(denial) or find_disowning(told)


def _find_question(told: Told) -> Span | None:
    return _span(_QUESTION.match(told.context.text, told.sentence[0])) or find_asking(told)


def _find_lasting(told: Told) -> Span | None:
    """That something lasts since or until then: "until July", "two years on Sunday since"."""
    text, start, date = told.context.text, told.clause.span[0], told.date
    if text.startswith(" to ", date.end) and _TOOK_UNTIL.search(text, start, date.start):
        return None
    if "lasting" in told.clause.kinds and is_since_or_until(text, start, date.start):
        return max(start, date.start - _LOOK_BACK), date.start
    anniversary = _ANNIVERSARY.match(text, date.end, told.sentence[1])
    return anniversary.span() if anniversary and _COUNTED.search(text, told.sentence[0], date.end) else None


def _find_condition(told: Told) -> Span | None:
    """ "If they leave by May": the date's own words, or what is to come if they come true."""
    if "if" not in _kinds_of_sentence(told):
        return None
    text, date = told.context.text, told.date
    word = (_SI if told.context.language in ("fr", "es") else _IF).search(text, told.sentence[0], date.start)
    if word is None:
        return None
    return word.span() if is_ahead(told) or "," not in text[word.end() : date.start] else None


def _find_opinion(told: Told) -> Span | None:
    """ "The troops should leave by May", "they believe that he fled in May"."""
    if "opinion" not in _kinds_of_sentence(told):
        return None
    text, (start, _) = told.context.text, told.clause.span
    before = _HELD.search(text, max(start - _LOOK_BACK, told.sentence[0]), start)
    if before and told.context.lexicon.grammar.has("opinion", before[1]):
        return before.span(1)
    return _last_of("opinion", told) if "opinion" in told.clause.kinds else None


def _find_wish(told: Told) -> Span | None:
    """ "He hopes to visit in June": of what is past it is no wish any more."""
    return _last_of("wish", told) if "wish" in told.clause.kinds and is_ahead(told) else None


def _find_demand(told: Told) -> Span | None:
    """ "She called for elections by May", but not "the vote, called for May"."""
    if "demand" not in told.clause.kinds or not is_ahead(told):
        return None
    words = _last_of("demand", told)
    return words if words and _ASKED_FOR.match(told.context.text, words[1], told.date.start) else None


def _find_habit(told: Told) -> Span | None:
    """ "The farmers sow in May every year", "they usually leave in June"."""
    text, date, each = told.context.text, told.date, None
    if "each" in _kinds_of_sentence(told):
        each = _EACH.search(text, max(date.start - _LOOK_BACK, told.sentence[0]), date.start)
        each = each or _EACH_BEHIND.match(text, date.end)
    return _span(each) or (_last_of("habit", told, all_over=True) if "habit" in told.clause.kinds else None)


def _kinds_of_sentence(told: Told) -> frozenset[str]:
    """The kinds of all words of the sentence."""
    return told.context.clauses.read(told.sentence).kinds


def _last_of(kind: str, told: Told, *, all_over: bool = False) -> Span | None:
    """The last word of the kind in the clause that the date hangs on: no verb of another kind comes between them.

    Words in capitals do not count: "May".
    """
    start, end = told.clause.span
    grammar, language = told.context.lexicon.grammar, told.context.language
    found: Span | None = None
    for word in _WORD.finditer(told.context.text, start, end if all_over else max(told.date.start, start)):
        if grammar.has(kind, word[0]) and word[0].islower():
            found = word.span()
        elif (found and kind == "demand" and grammar.tense_of(word[0], language)) or (found and word[0] in _ANDS):
            found = None
    return found


_ANDS = ("and", "but", "et", "mais", "y", "pero")
"""Behind them another verb begins."""


def _span(found: re.Match[str] | None) -> Span | None:
    """The span of what was found."""
    return found.span() if found else None


_VIEW = Refusal("view", find_view)

REFUSALS: tuple[Refusal, ...] = (
    Refusal("no-verb", _find_no_verb),
    Refusal("time-itself", find_time_itself),
    Refusal("standing", find_standing),
    Refusal("mood", find_mood),
    Refusal("before", find_before),
    Refusal("denied", _find_denial),
    Refusal("question", _find_question),
    Refusal("lasting", _find_lasting),
    Refusal("condition", _find_condition),
    _VIEW,
    Refusal("attribute", find_attribute),
    Refusal("source", find_source),
    Refusal("own-work", find_own_work),
    Refusal("unsaid", find_unsaid),
    Refusal("vague", find_vague),
    Refusal("due", find_due),
    Refusal("opinion", _find_opinion),
    Refusal("wish", _find_wish),
    Refusal("demand", _find_demand),
    Refusal("habit", _find_habit),
)
"""In the order in which they are asked."""
