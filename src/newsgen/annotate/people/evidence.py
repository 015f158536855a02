"""What shows that a candidate is a person: rules, each a name, a place to look, a pattern and a production."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Ground, word_before
from newsgen.annotate.people.kinship import is_kin
from newsgen.annotate.people.ties import office_before
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
# matches:  analyst Rick May
_NOUN_AFTER = re.compile(r" ([^\W\d_]+)")
# matches: Niger's
_COUNTRY_BEFORE = re.compile(r"['’]s? ?$")
# matches: , was received
# matches: .
_COMMA = re.compile(r"[,.)]")
# matches: on the
# not: bathe
_THE = re.compile(r"\b[Tt]he ?$")

# matches: The coast guard's spokesperson,
# matches: la coordinadora,
# not: He thanked the spokesperson,
_ROLE_BEFORE = re.compile(
    r"(?:^|[,.;:\n\"“”«] ?|\bby )(?i:(?:the|a|le|la|el|his|her|its|their|son|sa|su) (?:[\w'’-]{1,20} ){0,5}|l['’])"
    r"([^\W\d_]{3,20}), ?$"
)

# matches:  administration
# matches:  murder case
_AFFAIR = re.compile(
    r" (?:\w+ )?(?:government|administration|regime|presidency|era|cabinet|campaign|case|affair|trial|murder|coup)\b"
)

# matches:  administration
_ADMINISTRATION = re.compile(r" (?:administration|presidency)\b")

_TRADES_OF_FIRMS = frozenset(
    (
        "broker",
        "dealer",
        "publisher",
        "owner",
        "adviser",
        "advisor",
        "producer",
        "banker",
        "designer",
        "rival",
        "trader",
    )
)
_INFINITIVES = frozenset(("say", "beat", "hit"))
_LOOK_BACK = 24
_ROLE_BACK = 90
_MOST_WORDS = 4


class Rule(NamedTuple):
    """One kind of evidence."""

    name: str
    side: Literal["before", "after"]
    """Where the pattern is tried: right before the name, or right behind it."""
    pattern: re.Pattern[str]
    production: Callable[[re.Match[str], Candidate, Ground], bool]
    """Whether the match is evidence after all."""


def find_evidence(candidate: Candidate, ground: Ground) -> str | None:
    """The name of the rule that shows that a name of several words is a person's, or None."""
    if is_namesake(candidate, ground):
        return _evidence_against_namesake(candidate, ground)
    if candidate.title is not None:
        return "title"
    if follows_article(candidate, ground):
        return None
    if rule := _own_evidence(candidate, ground):
        return rule
    return _first_that_applies(STRONG_RULES, candidate, ground) or _office_evidence(candidate, ground)


def is_namesake(candidate: Candidate, ground: Ground) -> bool:
    """Whether a firm or the like is widely known by the name: `Ralph Lauren`."""
    return candidate.key in ground.names.namesakes


def _evidence_against_namesake(candidate: Candidate, ground: Ground) -> str | None:
    """The rule by which a firm's name is a person's here: a title, an age, a trade of persons or a life; or None."""
    if candidate.title is not None and (candidate.title.kinds or candidate.title.shown):
        return "title"
    if follows_article(candidate, ground):
        return None
    return _first_that_applies(PERSONAL_RULES, candidate, ground)


def role_before(candidate: Candidate, ground: Ground) -> re.Match[str] | None:
    """The trade in front of a comma before the name: `the fleet's spokesperson, X Y,`."""
    match = _ROLE_BEFORE.search(ground.text, max(0, candidate.start - _ROLE_BACK), candidate.start)
    return match if match is not None and fold(match[1]) in ground.names.roles else None


def _office_evidence(candidate: Candidate, ground: Ground) -> str | None:
    """`office-before` for `the minister of Chad, X Y,`, `role-before` for `the spokesperson, X Y,`; else None."""
    if not _COMMA.match(ground.text, candidate.end) or not ground.text.startswith(", ", candidate.start - 2):
        return None
    if next(office_before(candidate, ground), None):
        return "office-before"
    return "role-before" if role_before(candidate, ground) else None


def _office_of_country(candidate: Candidate, ground: Ground) -> str | None:
    """`office-before` for a single name where the office tells its country: `the German chancellor, Scholz,`."""
    word = candidate.words[0]
    if word.shouted or word.idle or word.folded in ground.names.barred:
        return None
    if not _COMMA.match(ground.text, candidate.end) or not ground.text.startswith(", ", candidate.start - 2):
        return None
    return "office-before" if any(tie.countries for tie in office_before(candidate, ground)) else None


def find_weak_evidence(candidate: Candidate, ground: Ground) -> str | None:
    """The name of the rule that makes it likely that a name of several words is a person's, or None."""
    if follows_article(candidate, ground):
        return None
    return _first_that_applies(WEAK_RULES, candidate, ground)


def find_doubtful_evidence(candidate: Candidate, ground: Ground) -> str | None:
    """The name of the rule by which a name of several words acts as a person once, though nothing else says so."""
    words = candidate.words
    if (
        is_namesake(candidate, ground)
        or _may_be_question(words[0], ground.names)
        or words[0].shouted
        or _opens_with_article(words, ground.names)
        or _is_called_thing(candidate, ground)
    ):
        return None
    if follows_article(candidate, ground):
        return None
    return _first_that_applies(ACTING_RULES, candidate, ground)


def _is_called_thing(candidate: Candidate, ground: Ground) -> bool:
    """Whether the word before or behind makes it a paper's or firm's name: `the daily X`, `X analyst Y Z`."""
    after = _NOUN_AFTER.match(ground.text, candidate.end)
    named = after is not None and fold(after[1]) in ground.names.roles
    return named or fold(word_before(ground.text, candidate.start)) in ground.names.barred


def acts_as_person(candidate: Candidate, ground: Ground) -> bool:
    """Whether a single word speaks or does what persons do."""
    return candidate.title is not None or any(match_rule(rule, candidate, ground) for rule in ACTING_RULES)


def _first_that_applies(rules: tuple[Rule, ...], candidate: Candidate, ground: Ground) -> str | None:
    """The name of the first rule that applies."""
    return next((rule.name for rule in rules if match_rule(rule, candidate, ground)), None)


def find_title_evidence(candidate: Candidate, ground: Ground) -> str | None:
    """The name of the rule by which a single word is a name for what stands beside it, or None.

    `Colonel Abdramane`, `King Charles`; `singer Rihanna`; `the Biden administration`.
    """
    if candidate.start in ground.places:
        return None
    if candidate.title is None:
        return _first_that_applies(SINGLE_RULES, candidate, ground) or _office_of_country(candidate, ground)
    if candidate.title.kinds:
        return "title"
    before = fold(word_before(ground.text, candidate.start))
    if is_kin(before) and ground.names.is_given_name(candidate.words[0].text):
        return "kin"
    is_stage_name = before in ground.names.stage_roles
    return "stage-name" if is_stage_name and not candidate.words[0].shouted else None


def follows_article(candidate: Candidate, ground: Ground) -> bool:
    """Whether "the" stands before the name, for something called so: `the Tower`, but `the Smith government`."""
    if not _THE.search(ground.text, max(0, candidate.start - 5), candidate.start):
        return False
    return _AFFAIR.match(ground.text, candidate.end) is None


def _own_evidence(candidate: Candidate, ground: Ground) -> str | None:
    """The name of the rule by which the name's own words show that it is a person's, or None."""
    words = [word for word in candidate.words if word.text not in ground.names.particles]
    if _opens_with_article(words, ground.names):
        return None
    return next((name for name, holds in OWN_RULES if holds(words, ground)), None)


def _has_given_name(words: Sequence[Word], ground: Ground) -> bool:
    """`Antony Blinken`."""
    return ground.names.is_given_name(words[0].text)


def _has_initials(words: Sequence[Word], ground: Ground) -> bool:
    """`J. Smith`, `J.R.R. Tolkien`, `Gopal K. Nair`; not `N. Korea`."""
    first, last = words[0], words[-1]
    if last.initial or last.start in ground.country_starts:
        return False
    dotted = first.initial and (len(first.text) > 1 or ground.text.startswith(".", first.end))
    return dotted or (len(words) > 2 and words[1].initial)


def _has_family_first(words: Sequence[Word], ground: Ground) -> bool:
    """`Xi Jinping`."""
    return words[0].folded in ground.names.family_first and len(words) in (2, 3)


def _has_telling_family(words: Sequence[Word], ground: Ground) -> bool:
    """`Zebret Traoré`, `Xorda Berishvili`: a family name of few other uses, or one that ends as its people's do."""
    first, last = words[0], words[-1]
    if not 2 <= len(words) <= _MOST_WORDS or first.shouted or first.folded in ground.names.idle:
        return False
    if any(right.start - left.end > 2 for left, right in pairwise(words)):
        return False  # `Sacking of Zebret Traoré`, in French
    if last.start in ground.places or not ground.names.is_telling_family(last.folded):
        return False
    return not ground.names.is_telling_family(first.folded)


def _opens_with_article(words: Sequence[Word], names: Names) -> bool:
    """Whether it is one word behind a capital article, as papers are called: `Le Monde`, `El Watan`."""
    return len(words) == 2 and words[0].folded in names.articles


def match_rule(rule: Rule, candidate: Candidate, ground: Ground) -> re.Match[str] | None:
    """What the rule's pattern matches beside the name if its production holds."""
    if rule.side == "after":
        match = rule.pattern.match(ground.text, candidate.end)
    else:
        match = rule.pattern.search(ground.text, max(0, candidate.start - _LOOK_BACK), candidate.start)
    return match if match is not None and rule.production(match, candidate, ground) else None


def _always(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """The match says it all."""
    return True


def _names_office(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether the apposition names an office or a trade."""
    return any(_is_office(word, ground) for word in match[1].split())


def _names_personal_office(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether the apposition names an office or a trade that no firm has: not `, the broker,`."""
    return _names_office(match, candidate, ground) and _TRADES_OF_FIRMS.isdisjoint(match[1].split())


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
    the = _THE.search(ground.text, max(0, candidate.start - 5), candidate.start)
    return the is not None and not word.shouted and word.folded not in ground.names.barred


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
    if not _may_be_question(candidate.words[0], names):
        return False
    return fold(match[1]) in names.verbs and fold(match[1]) not in _INFINITIVES


def _may_be_question(word: Word, names: Names) -> bool:
    """Whether the given name is a month or a verb too: `Will Arsenal win`."""
    return word.folded in names.also_given and (word.folded in names.days or word.folded in names.starters)


def _is_of_country(match: re.Match[str], candidate: Candidate, ground: Ground) -> bool:
    """Whether it is a country whose the name is: `India's Leander Paes`."""
    return candidate.start in ground.countries


OWN_RULES: tuple[tuple[str, Callable[[Sequence[Word], Ground], bool]], ...] = (
    ("given-name", _has_given_name),
    ("initials", _has_initials),
    ("family-first", _has_family_first),
    ("family-name", _has_telling_family),
)

SINGLE_RULES = (Rule("administration", "after", _ADMINISTRATION, _is_led),)

STRONG_RULES = (
    Rule("quoted-speaker", "before", _QUOTE_BEFORE, _is_quoted),
    Rule("age", "after", _AGE, _always),
    Rule("who", "after", _WHO, _always),
    Rule("apposition", "after", _APPOSITION, _names_office),
    Rule("given-word", "after", _VERB_AFTER, _opens_with_given_word),
    Rule("country-in-brackets", "after", _BRACKET, _is_country),
)

# What firms have no part in, for a name that is a firm's as well.
PERSONAL_RULES = (
    Rule("age", "after", _AGE, _always),
    Rule("apposition", "after", _APPOSITION, _names_personal_office),
    Rule("life", "after", _LIFE, _always),
)

# These hold for firms and papers too, so the article must also call the person by the last word alone.
ACTING_RULES = (
    Rule("said-before", "before", _VERB_BEFORE, _is_speech),
    Rule("said-after", "after", _VERB_AFTER, _is_speech),
    Rule("deed", "after", _VERB_AFTER, _is_deed),
)

WEAK_RULES = (Rule("of-country", "before", _COUNTRY_BEFORE, _is_of_country), *ACTING_RULES)
