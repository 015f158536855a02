"""Doubts: what a sentence only denies, asks, judges or had in store, each with the words that say so."""

import re

from newsgen.annotate.clauses import relative_at
from newsgen.annotate.reports.context import Told
from newsgen.annotate.reports.timing import is_ahead, match_due
from newsgen.annotate.sentences import Span
from newsgen.edtf import precision
from newsgen.lexicon.cued import Cued

# matches: denied killing
# matches: denied reports that
# matches: a nié avoir
# matches: negó haber
# not: denied on Monday that
# not: denied the charges
_DISOWNING = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|ni(?:é|e|ent|ait)|dément(?:i|ent|ait)?|neg(?:ó|aron)|niegan?|desm(?:i(?:ntió|ntieron)"
    r"|ienten?))\s(?:(?!(?:on|in|le|el|en|lundi|mardi) )[^\W\d_]+\s){0,3}?"
    r"(?:that|que|qu[’']|having|(?!during|according|morning|evening|meeting)[^\W\d_]+ing|avoir|être|haber|ser)\b",
    re.IGNORECASE,
)

# matches: It is not true that
# matches: Il est faux que
# matches: No es cierto que
_UNTRUE_THAT = re.compile(
    r"\b(?:(?:not|isn[’']t|pas|no es) (?:true|vrai|cierto|verdad)|untrue|false|a lie|faux|falso|mentira)"
    r" (?:that|que?\b)",
    re.IGNORECASE,
)
_DISOWNINGS = (
    Cued("den nie nié nia dém neg desm", _DISOWNING),
    Cued("true vrai cierto verdad false lie faux falso mentira", _UNTRUE_THAT),
)

# matches:  is false
# matches:  were completely untrue
# matches:  sont infondées
_IS_UNTRUE = re.compile(
    r"[^.;:!?\n]{0,40}?\s(?:is|are|was|were|est|sont|était|étaient|es|son|era|eran)\s(?:[^\W\d_]+\s)?"
    r"(?:false|untrue|unfounded|baseless|fabricated|not true|a lie|lies|faux|fausses?|infondé\w*|fals[oa]s?|mentira)\b",
    re.IGNORECASE,
)

# matches: ?
# matches:  or on Tuesday, he asked?
# not: . So they left.
_ASKED = re.compile(r"[^.!?…\n]*\?")

# matches: In my view
# matches: I still think
# matches: Selon moi
# matches: Creo que
# not: I know
_VIEW = re.compile(
    r"\b(?:[Ii]n (?:my|our) (?:own |humble )?(?:view|opinion|judge?ment)|[Tt]o my mind"
    r"|I (?:[a-z]+ )?(?:think|believe|feel|suspect|doubt|imagine|guess|suppose)"
    r"|[Ss]elon moi|[Dd][’']après moi|[Àà] mon (?:avis|sens)|[Jj]e (?:crois|pense|trouve|estime|considère)"
    r"|[Aa] mi (?:juicio|entender|parecer|modo de ver)|[Ee]n mi opinión|(?:[Cc]reo|[Pp]ienso|[Mm]e parece) que)\b"
)
_VIEWS = Cued(
    "view opinion judgment judgement mind think believe feel suspect doubt imagine guess suppose moi avis sens"
    " je juicio entender parece modo opinión creo pienso",
    _VIEW,
)

# matches: according to pictures shown on
# matches: selon un rapport de
# matches: según una carta de
_SOURCE = re.compile(
    r"\b(?:according to|selon|d[’']après|según|de acuerdo con)(?: [^\W\d][\w’'-]*){1,8}\s*$", re.IGNORECASE
)
_SOURCES = Cued("according selon après según acuerdo", _SOURCE)

# matches: Our reporter spoke to
# matches: Notre correspondante a visité
_OWN_WORK = re.compile(
    r"(?:Our|Notre|Nuestr[oa])\s(?:own )?"
    r"(?:reporters?|correspondents?|photographers?|envoyée? spéciale?|correspondante?"
    r"|journaliste|corresponsal|enviad[oa]|periodista)\s(?:a |ha )?"
    r"(?:spoke|talked|met|visited|saw|travelled|traveled|went|asked|watched|parlé|rencontré|visité|vu|interrogé"
    r"|habló|visitó|vio|entrevistó)\b"
)

# matches: On Saturday it was made on foot
# matches: It rained
# matches: Lundi, c’était
# not: Italy voted
_BARE_SUBJECT = re.compile(
    r"(?:(?:(?:On|In|At|By|Last|This|Le|En|El) )?[^\s,.;]{3,12}(?: \d{1,2})?,? )?"
    r"(?:it|this|that|c[’'](?:est|était)|ce fut|esto|eso)\b",
    re.IGNORECASE,
)

# matches:  but
# matches: , and
_BREAK = re.compile(r"[;:]|,? (?:and|but|et|mais|y|pero)\b")

# matches: He criticised the
# matches: his
# not: in
_DETERMINED = re.compile(r"(?:\b(?:the|this|that|its|his|her|their|a)|[’']s)\s*$", re.IGNORECASE)

# matches:  law
# not: , as
_NOUN_BEHIND = re.compile(r"\s([a-z]{3,})")

# matches: the law of
# matches: la loi de
_NOUN_BEFORE = re.compile(r"\b([^\W\d_]+) (?:of|de|du|del)\s*$")

_LOOK_BACK = 24
"""Characters in front of a date in which the noun stands that it belongs to."""
_SOURCE_REACH = 90
"""Characters in front of a date in which the words stand that say where something is known from."""


def find_disowning(told: Told) -> Span | None:
    """ "He denied leaving on Monday", "it is not true that he left on Monday", "the report that he left … is false"."""
    text, (start, end), date = told.context.text, told.sentence, told.date
    for words in _DISOWNINGS:
        found = words.search(text, start, date.start)
        if found and not _BREAK.search(text, found.end(), date.start):
            return found.span()
    untrue = _IS_UNTRUE.match(text, date.end, end) if relative_at(text, told.clause.span[0]) else None
    return untrue.span() if untrue else None


def find_asking(told: Told) -> Span | None:
    """The question mark that the date's sentence ends in: "Was he killed on Monday?"."""
    asked = _ASKED.match(told.context.text, told.date.end, told.sentence[1])
    return (asked.end() - 1, asked.end()) if asked else None


def find_view(told: Told) -> Span | None:
    """The words by which a writer or speaker gives a view: "I think the coup of July 2023 was a mistake"."""
    text, date = told.context.text, told.date
    view = _VIEWS.search(text, told.sentence[0], date.start)
    return view.span() if view and not _BREAK.search(text, view.end(), date.start) else None


def find_due(told: Told) -> Span | None:
    """The words by which something past was only to be: "he was due to leave on 3 April"."""
    text, start, date = told.context.text, told.clause.span[0], told.date
    due = match_due(told)
    if due is None or is_ahead(told):
        return None
    if told.context.clauses.read((start, due.start())).tense == "past":  # "he betrayed the man he was to guard"
        return None
    if due.end() <= date.start:
        return None if _BREAK.search(text, due.end(), date.start) else due.span()
    return None if told.context.clauses.read((start, date.start)).tense else due.span()


def find_attribute(told: Told) -> Span | None:
    """The thing that a year or month belongs to, which is no happening: "the 2021 law", "the law of 2021"."""
    text, date, grammar = told.context.text, told.date, told.context.lexicon.grammar
    if precision(date.value or "") not in ("year", "month"):
        return None
    before = max(date.start - _LOOK_BACK, told.sentence[0])
    behind = _NOUN_BEHIND.match(text, date.end, told.sentence[1])
    if behind and any(char.isdigit() for char in date.surface) and _DETERMINED.search(text, before, date.start):
        return None if grammar.tense_of(behind[1], told.context.language) else (date.start, behind.end())
    noun = _NOUN_BEFORE.search(text, before, date.start)
    return (noun.start(), date.end) if noun and grammar.has("law", noun[1]) else None


def find_source(told: Told) -> Span | None:
    """Words that say where something is known from, if the date is theirs: "it rose, according to a letter this month".

    A single day still tells when it became known.
    """
    context, (start, _), date = told.context, told.clause.span, told.date
    words = _SOURCES.search(context.text, max(start, date.start - _SOURCE_REACH), date.start)
    if words is None or not context.clauses.read((start, words.start())).tense:
        return None
    is_day = precision(date.value or "") == "day"
    others = any(told.sentence[0] <= other.start < words.start() for other in context.dates)
    return words.span() if others or not is_day else None


def find_own_work(told: Told) -> Span | None:
    """The words by which a paper tells how it came to its article: "our reporter spoke to workers last week"."""
    work = _OWN_WORK.match(told.context.text, *told.sentence)
    return work.span() if work and told.clause.span[0] <= work.start() else None


def find_unsaid(told: Told) -> Span | None:
    """A bare "it" of which a sentence says nothing that is known to happen: "on Saturday it was made on foot"."""
    context, sentence = told.context, told.sentence
    subject = _BARE_SUBJECT.match(context.text, *sentence)
    if subject is None or context.people.within(sentence) or context.countries.within(sentence):
        return None
    return None if context.clauses.find_topics(context.text[slice(*sentence)]) else subject.span()


def find_whole(told: Told) -> Span | None:
    """The sentence with the next one, if that tells what happened: "On Saturday it went on foot. Crowds marched …"."""
    context, end = told.context, told.sentence[1]
    following = context.doers.sentence_at(end + 1)
    if following[0] < end or "\n\n" in context.text[end : following[0]]:
        return None
    if any(following[0] <= date.start < following[1] for date in context.dates):
        return None
    tells = context.clauses.read(following).tense and context.clauses.find_topics(context.text[slice(*following)])
    return (told.sentence[0], following[1]) if tells else None


def find_vague(told: Told) -> Span | None:
    """A season of which nothing is told that is known to happen, and nobody named: "the turn came this spring"."""
    context, (start, end) = told.context, told.sentence
    if precision(told.date.value or "") != "season" or context.people.within(told.sentence):
        return None
    if context.clauses.find_topics(context.text[start:end]):
        return None
    return told.date.start, told.date.end
