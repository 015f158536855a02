"""Witnesses: the very words that decided, for each rule by which a span was taken for a person's name."""

from collections.abc import Callable, Iterator, Mapping

from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Ground
from newsgen.annotate.people.kinship import find_kin_of_single
from newsgen.annotate.people.rules import (
    ALIVE_RULES,
    PERSONAL_RULES,
    SINGLE_RULES,
    STRONG_RULES,
    WEAK_RULES,
    Rule,
    match_rule,
)
from newsgen.annotate.people.ties import office_before
from newsgen.annotate.people.titles import Title
from newsgen.annotate.people.trades import role_before
from newsgen.annotate.people.words import Word
from newsgen.records.explanation import Evidence

PATTERN_RULES: Mapping[str, Rule] = {
    rule.name: rule for rule in (*PERSONAL_RULES, *STRONG_RULES, *WEAK_RULES, *SINGLE_RULES)
}
_LOOK_BACK = 60

_SAYS: Mapping[str, str] = {
    "quoted-speaker": "“{}” behind the quotation: who is named next is its speaker",
    "age": "“{}” behind the name is an age",
    "life": "“{}” behind the name is of a person's life",
    "who": "“{}” behind the name speaks of a person",
    "apposition": "“{}” behind the name holds an office or a trade",
    "called": "“{}” before the name tells how somebody is called",
    "given-word": "“{}” behind the name is what persons do, not what a question asks",
    "country-in-brackets": "a country in brackets behind the name, as in lists of athletes",
    "family-last": "the possessive of a country whose family names mostly stand first is before the name",
    "administration": "“{}” behind the name: administrations are called after their heads",
    "of-country": "the possessive of a country stands before the name",
    "said-before": "“{}” before the name is a verb of speech",
    "said-after": "“{}” behind the name is a verb of speech",
    "deed": "“{}” behind the name is what persons do",
}
_TITLE_KINDS = {"courtesy": "a form of address", "rank": "a rank", "office": "an office", "royal": "a rank or honour"}


def tell_own_words(rule: str, candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """The evidence of a rule in the name itself or right beside it; nothing if the rule looks elsewhere."""
    if tell := _OWN.get(rule):
        yield from tell(candidate, ground)
    if rule in PATTERN_RULES:
        yield from _tell_match(PATTERN_RULES[rule], candidate, ground)


def tell_deeds(candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """The evidence that the name acts as a person's."""
    for rule in ALIVE_RULES:
        yield from _tell_match(rule, candidate, ground)


def _tell_match(rule: Rule, candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """What a rule's pattern found beside the name."""
    match = match_rule(rule, candidate, ground)
    if match is None:
        return
    start, end = match.span(1) if match.re.groups else match.span()
    words = ground.text[start:end]
    start, end = end - len(words.lstrip(" ,(")), start + len(words.rstrip(" ,("))
    says = _SAYS[rule.name].format(ground.text[start:end])
    yield Evidence(says=says, start=start, end=end) if start < end else Evidence(says=says)


def _tell_given_name(candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """The given name that the list holds."""
    word = _first_of_name(candidate, ground)
    yield Evidence(says=f"“{word.text}” is in the list of given names", start=word.start, end=word.end)


def _tell_initials(candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """The initials in the name."""
    for word in candidate.words:
        if word.initial:
            yield Evidence(says=f"“{word.text}” is an initial", start=word.start, end=word.end)


def _tell_family_first(candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """The family name that opens the name."""
    word = _first_of_name(candidate, ground)
    says = f"“{word.text}” is in the list of family names that stand first"
    yield Evidence(says=says, start=word.start, end=word.end)


def _first_of_name(candidate: Candidate, ground: Ground) -> Word:
    """The first word that is no particle."""
    words = candidate.words
    return next((word for word in words if word.text not in ground.names.particles), words[0])


def _tell_title(candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """The title or trade in front of the name."""
    title = candidate.title
    if title is None:
        return
    if title.kinds and title.start < candidate.start:
        words = ground.text[title.start : candidate.start].rstrip()
        start = title.start
    else:
        words, start = _words_of(title, candidate, ground)
    kind = next((says for kind, says in _TITLE_KINDS.items() if kind in title.kinds), None)
    if kind is None:
        kind = "an office" if title.shown else "what persons are"
    yield Evidence(says=f"“{words}” before the name is {kind}", start=start, end=start + len(words))


def _tell_kin(candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """The word of kin in front of a given name."""
    if match := find_kin_of_single(candidate, ground):
        start, end = match.span("kin")
        yield Evidence(says=f"“{match['kin']}” before the name is what persons are", start=start, end=end)


def _words_of(title: Title, candidate: Candidate, ground: Ground) -> tuple[str, int]:
    """The words of a title that is no part of the mention, and where they begin."""
    floor = max(0, candidate.start - _LOOK_BACK)
    before = ground.text[floor : candidate.start].rstrip()
    last = (title.shown or before).split()[-1]
    at = before.casefold().rfind(last.casefold())
    if at < 0:
        at, last = before.rfind(" ") + 1, before.split()[-1]
    return before[at : at + len(last)], floor + at


def _tell_office_before(candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """The office in front of the comma before the name."""
    for tie in office_before(candidate, ground):
        if tie.office:
            yield Evidence(says=f"the office “{tie.office}” stands before the comma in front of the name")


def _tell_role_before(candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """The trade in front of the comma before the name."""
    if span := role_before(candidate, ground):
        start, end = span
        yield Evidence(says=f"“{ground.text[start:end]}” before the comma is what persons are", start=start, end=end)


def _tell_family_name(candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """The family name that closes the name."""
    word = candidate.words[-1]
    yield Evidence(says=f"“{word.text}” is hardly anything but a family name", start=word.start, end=word.end)


def _tell_family_last(candidate: Candidate, ground: Ground) -> Iterator[Evidence]:
    """The family name that closes the name, though its language puts it first."""
    word = candidate.words[-1]
    says = f"“{word.text}” is in the list of family names that stand first, and here it stands last"
    yield Evidence(says=says, start=word.start, end=word.end)


_OWN: Mapping[str, Callable[[Candidate, Ground], Iterator[Evidence]]] = {
    "title": _tell_title,
    "stage-name": _tell_title,
    "kin": _tell_kin,
    "trade": _tell_title,
    "given-name": _tell_given_name,
    "initials": _tell_initials,
    "family-first": _tell_family_first,
    "family-name": _tell_family_name,
    "family-last": _tell_family_last,
    "office-before": _tell_office_before,
    "role-before": _tell_role_before,
}
