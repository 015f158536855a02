"""What stands beside a name and shows a person: rules, each a name, a place to look, a pattern and a production."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Ground
from newsgen.annotate.people.words import Word
from newsgen.lexicon.names import Names, fold

# matches: , 34, a farmer
_AGE = re.compile(r", (?:aged )?\d{1,2}[,;.]")
# matches: , who said
# matches: , qui a
_WHO = re.compile(r", (?:who|whose|whom|qui|quien)\b")
# matches: , the minister of defence,
# matches: , a former spokesman
# matches: , ministre de la Défense
_APPOSITION = re.compile(r",((?: [\w'’-]{1,30}){1,5})")
# matches:  was born
# matches:  died
# not:  was founded
_LIFE = re.compile(
    r" (?:(?:was|were|is|has been|had been) (?:\w+ly )?(?:born|shot|arrested|jailed|injured|wounded|buried|married"
    r"|murdered|stabbed|detained|cremated)"
    r"|died|smiled|laughed|wept|married|shrugged|nodded|est né|est mort|nació|murió)\b"
)
# matches: a man named
# matches: un certain
# matches: identificado como
# not: a ship named
_CALLED = re.compile(
    r"\b(?:(?:man|woman|boy|girl) (?:named|called)|(?:homme|femme) (?:nommée?|appelée?)|(?:hombre|mujer) llamad[oa]"
    r"|un certain|une certaine|un tal|una tal|identified as|identificad[oa] como|identifiée? comme) ?$"
)
# matches:  (Sweden)
_BRACKET = re.compile(r" \((?=[A-Z])")
# matches:  told reporters
# matches: , said
_VERB_AFTER = re.compile(r",? (?:also |then |later |has |had |a )?([^\W\d_]+)")
# matches: " said
# matches: añadió
_VERB_BEFORE = re.compile(r"([^\W\d_]+) ?$")
# matches: ," said
# not: it said
_QUOTE_BEFORE = re.compile(r"[,!?][\"”’'»] ?([^\W\d_]+) ?$")
# matches: .
# matches:  of Lipper Analytical
# not:  analyst
_SPEAKER_AFTER = re.compile(r"[,.;]| (?:of|from|at|in|on|who|after|before|de|du|del)\b")
# matches: Niger's
_COUNTRY_BEFORE = re.compile(r"['’]s? ?$")
# matches: on the
# not: bathe
_THE = re.compile(r"\b[Tt]he ?$")
# matches:  administration
_ADMINISTRATION = re.compile(r" (?:administration|presidency)\b")
_INFINITIVES = frozenset(("say", "beat", "hit"))
_LOOK_BACK = 24


class Rule(NamedTuple):
    """One kind of evidence."""

    name: str
    side: Literal["before", "after"]
    """Where the pattern is tried: right before the name, or right behind it."""
    pattern: re.Pattern[str]
    production: Callable[[re.Match[str], Candidate, Ground], bool]
    """Whether the match is evidence after all."""


def match_rule(rule: Rule, candidate: Candidate, ground: Ground) -> re.Match[str] | None:
    """What the rule's pattern matches beside the name if its production holds."""
    if rule.side == "after":
        match = rule.pattern.match(ground.text, candidate.end)
    else:
        match = rule.pattern.search(ground.text, max(0, candidate.start - _LOOK_BACK), candidate.start)
    return match if match is not None and rule.production(match, candidate, ground) else None


def follows_the(candidate: Candidate, ground: Ground) -> bool:
    """Whether "the" stands right before the name."""
    return _THE.search(ground.text, max(0, candidate.start - 5), candidate.start) is not None


def _always(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """The match says it all."""
    return True


def _names_office(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether the apposition names an office or a trade."""
    return any(_is_office(word, ground) for word in match[1].split())


def _names_personal_office(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether the apposition names an office or a trade that no firm has: not `, the broker,`."""
    return _names_office(match, candidate, ground) and ground.names.firm_roles.isdisjoint(match[1].split())


def _is_office(word: str, ground: Ground) -> bool:
    """Whether the word is an office or a trade."""
    title = ground.names.title_word(word)
    return fold(word) in ground.names.roles or bool(title and title.kinds & {"rank", "office", "royal"})


def _is_quoted(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether the speaker of what is quoted comes next and the sentence ends or goes on to tell whose he is."""
    return _is_speech(match, candidate, ground) and _SPEAKER_AFTER.match(ground.text, candidate.end) is not None


def _is_led(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether "the" stands before the word and it may be a name."""
    word = candidate.words[0]
    return follows_the(candidate, ground) and not word.shouted and word.folded not in ground.names.barred


def _is_country(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether the bracket holds a country."""
    return match.end() in ground.country_starts


def _is_speech(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether the word is a verb of speech."""
    return fold(match[1]) in ground.names.speech


def _is_deed(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether the word tells what persons do."""
    return fold(match[1]) in ground.names.deeds


def _opens_with_given_word(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether the name opens with a month or verb that is a given name too, and acts, which no question does."""
    names = ground.names
    if not may_be_question(candidate.words[0], names):
        return False
    return fold(match[1]) in names.verbs and fold(match[1]) not in _INFINITIVES


def may_be_question(word: Word, names: Names) -> bool:
    """Whether the given name is a month or a verb too: `Will Arsenal win`."""
    return word.folded in names.also_given and (word.folded in names.days or word.folded in names.starters)


def _is_of_country(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether it is a country whose the name is: `India's Leander Paes`."""
    return candidate.start in ground.countries


def _is_of_country_by_family(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether it is a country's and closes with a family name of languages that put it first: `China's Li Gong`."""
    return _is_of_country(match, candidate, ground) and candidate.words[-1].folded in ground.names.family_first


SINGLE_RULES = (Rule("administration", "after", _ADMINISTRATION, _is_led),)
_AGED = Rule("age", "after", _AGE, _always)
_BROUGHT_IN = Rule("who", "after", _WHO, _always)
STRONG_RULES = (
    Rule("quoted-speaker", "before", _QUOTE_BEFORE, _is_quoted),
    _AGED,
    _BROUGHT_IN,
    Rule("apposition", "after", _APPOSITION, _names_office),
    Rule("called", "before", _CALLED, _always),
    Rule("given-word", "after", _VERB_AFTER, _opens_with_given_word),
    Rule("country-in-brackets", "after", _BRACKET, _is_country),
    Rule("family-last", "before", _COUNTRY_BEFORE, _is_of_country_by_family),
)
# What firms have no part in, for a name that is a firm's as well.
PERSONAL_RULES = (
    _AGED,
    Rule("apposition", "after", _APPOSITION, _names_personal_office),
    Rule("life", "after", _LIFE, _always),
)
# These hold for firms and papers too, so the article must also call the person by the last word alone.
ACTING_RULES = (
    Rule("said-before", "before", _VERB_BEFORE, _is_speech),
    Rule("said-after", "after", _VERB_AFTER, _is_speech),
    Rule("deed", "after", _VERB_AFTER, _is_deed),
)
# By which a family name alone shows that the full name is a person's.
ALIVE_RULES = (*ACTING_RULES, _BROUGHT_IN, _AGED)
WEAK_RULES = (Rule("of-country", "before", _COUNTRY_BEFORE, _is_of_country), *ACTING_RULES)
