"""What shows that a candidate is a person: its title, its own words, and the rules for what stands beside it."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from newsgen.annotate.people.candidates import Candidate, opens_sentence
from newsgen.annotate.people.ground import Ground, word_before
from newsgen.annotate.people.kinship import find_kin_of_single
from newsgen.annotate.people.rules import (
    ACTING_RULES,
    ALIVE_RULES,
    PERSONAL_RULES,
    SINGLE_RULES,
    STRONG_RULES,
    WEAK_RULES,
    Rule,
    follows_the,
    match_rule,
    may_be_question,
)
from newsgen.annotate.people.ties import office_before
from newsgen.annotate.people.trades import role_before
from newsgen.annotate.people.words import Word
from newsgen.lexicon.names import Names, fold

# matches:  analyst Rick May
_NOUN_AFTER = re.compile(r" ([^\W\d_]+)")
# matches: , was received
# matches: .
_COMMA = re.compile(r"[,.)]")
# matches:  administration
# matches:  murder case
_AFFAIR = re.compile(
    r" (?:\w+ )?(?:government|administration|regime|presidency|era|cabinet|campaign|case|affair|trial|murder|coup)\b"
)
# matches: Min-jae
# matches: So-young
# not: Hi-tech
_SYLLABLES = re.compile(
    r"^[A-Z]h?[hwy]?[aeiou]{1,3}(?:ng|[nmkglb])?-(?:ch|sh|[ghkmbp]y|[gkdtnrlmbpsjhyw])?[aeiou]{1,3}(?:ng|[nmkglb])?$"
)
# matches: Haibin
# matches: Wenbo
# not: Kevin-li
# not: Stephen
_PINYIN = re.compile(
    r"^(?:[ZCS]h|[B-DF-HJ-NP-TW-Z])[aeiou]{1,3}(?:ng?)?(?:[zcs]h|[b-df-hj-np-tw-z])[aeiou]{1,3}(?:ng?)?$"
)
# matches: the surgeon
# matches: La diputada
# not: a surgeon
_TRADE_BEFORE = re.compile(r"\b(?i:the |la |le |el |l['’])([^\W\d_]{4,20}) ?$")
# matches:  before he
# matches: ,
# matches: .
# not:  Group
# not:  -led
_ACTED = re.compile(r" [a-zà-ÿ]|[,.;:)]")
# matches: , said
# matches: , left
# not: , Garba
_GOES_ON = re.compile(
    r", (?:said|says|told|left|arrived|died|was|is|has|had|did|will|a|est|était|dit|dijo|ha|fue|es)\b"
)
# matches: in
# matches: near
# not: within
_IN = re.compile(r"\b(?i:in|near|en) ?$")
_TRADE_BACK = 28
_MOST_WORDS = 4


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
    if _IN.search(ground.text, max(0, candidate.start - 6), candidate.start):
        return None  # `born in Golden Meadow, the son of a trapper`
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


def _office_evidence(candidate: Candidate, ground: Ground) -> str | None:
    """`office-before` for `the minister of Chad, X Y,`, `role-before` for `the spokesperson, X Y,`; else None."""
    if not ground.text.startswith(", ", candidate.start - 2):
        return None
    if _COMMA.match(ground.text, candidate.end) and next(office_before(candidate, ground), None):
        return "office-before"
    return "role-before" if role_before(candidate, ground) else None


def _office_of_single(candidate: Candidate, ground: Ground) -> str | None:
    """`office-before` for a single name where the office tells its country, `the German chancellor, Scholz,`, or the
    bearer speaks or acts: `the governor, Scholz, said`; `role-before` for a rank or a trade whose bearer does."""
    word = candidate.words[0]
    if word.shouted or word.idle or word.folded in ground.names.barred:
        return None
    if not _COMMA.match(ground.text, candidate.end) or not ground.text.startswith(", ", candidate.start - 2):
        return None
    ties = [tie for tie in office_before(candidate, ground) if tie.office]
    told = any(tie.countries for tie in ties) or (ties and _first_that_applies(ACTING_RULES, candidate, ground))
    if told:
        return "office-before"
    return "role-before" if _is_told_of_one(candidate, ground) else None


def _is_told_of_one(candidate: Candidate, ground: Ground) -> bool:
    """Whether a rank or trade of persons stands before, and the clause goes on: `the navy commander, Garba, said`."""
    if candidate.start in ground.places or _GOES_ON.match(ground.text, candidate.end) is None:
        return False
    if (role := role_before(candidate, ground)) is None:
        return False
    return fold(ground.text[slice(*role)]) not in ground.names.firm_roles


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
        or may_be_question(words[0], ground.names)
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
    before = fold(word_before(ground.text, candidate.start))
    return _leads_role(candidate, ground) or before in ground.names.barred


def _leads_role(candidate: Candidate, ground: Ground) -> bool:
    """Whether the word behind is a role of somebody's at what is called so: `Marlow analyst`."""
    after = _NOUN_AFTER.match(ground.text, candidate.end)
    return after is not None and fold(after[1]) in ground.names.roles


def acts_as_person(candidate: Candidate, ground: Ground) -> bool:
    """Whether a single word speaks, does what persons do, or has an age or a "who" behind it."""
    return candidate.title is not None or any(match_rule(rule, candidate, ground) for rule in ALIVE_RULES)


def _first_that_applies(rules: tuple[Rule, ...], candidate: Candidate, ground: Ground) -> str | None:
    """The name of the first rule that applies."""
    return next((rule.name for rule in rules if match_rule(rule, candidate, ground)), None)


def find_title_evidence(candidate: Candidate, ground: Ground) -> str | None:
    """The name of the rule by which a single word is a name for what stands beside it, or None.

    `Colonel Abdramane`, `King Charles`; `singer Rihanna`; `the Biden administration`.
    """
    if candidate.start in ground.places and not _bears_rank(candidate, ground):
        return None
    if find_kin_of_single(candidate, ground):
        return "kin"
    if candidate.title is None:
        return _first_that_applies(SINGLE_RULES, candidate, ground) or _office_of_single(candidate, ground)
    if candidate.title.kinds or _follows_described_office(candidate, ground):
        return "title"
    before = fold(word_before(ground.text, candidate.start))
    if _is_led_by_trade(candidate, ground) or (
        before in ground.names.personal_roles and _may_follow(candidate, ground)
    ):
        return "trade"
    is_stage_name = before in ground.names.stage_roles
    return "stage-name" if is_stage_name and not candidate.words[0].shouted else None


def _follows_described_office(candidate: Candidate, ground: Ground) -> bool:
    """Whether an office of several words stands before: `Secretary of State Winslow`, `ministre de la Santé Garba`."""
    return candidate.title is not None and " " in candidate.title.shown and _may_follow(candidate, ground)


def _may_follow(candidate: Candidate, ground: Ground) -> bool:
    """Whether a single word may be the name of the one whose office or role stands before: `army chief Garba said`."""
    word = candidate.words[0]
    if word.shouted or word.idle or candidate.start in ground.places or _leads_role(candidate, ground):
        return False
    return _ACTED.match(ground.text, candidate.end) is not None


def _is_led_by_trade(candidate: Candidate, ground: Ground) -> bool:
    """Whether an article and a trade of persons stand before: `the surgeon Bondarenko`, `la diputada Mamani`."""
    word, names = candidate.words[0], ground.names
    match = _TRADE_BEFORE.search(ground.text, max(0, candidate.start - _TRADE_BACK), candidate.start)
    if match is None or word.shouted or word.idle or candidate.start in ground.places:
        return False
    trade = fold(match[1])
    if trade not in names.roles or trade in names.firm_roles:
        return False
    return _ACTED.match(ground.text, candidate.end) is not None and not _leads_role(candidate, ground)


def _bears_rank(candidate: Candidate, ground: Ground) -> bool:
    """Whether a rank before a town's name, which no country has, makes it a person's: `General Preston`."""
    title = candidate.title
    return title is not None and "rank" in title.kinds and candidate.start not in ground.country_starts


def follows_article(candidate: Candidate, ground: Ground) -> bool:
    """Whether "the" stands before the name, for something called so: `the Tower`, but `the Smith government`."""
    if not follows_the(candidate, ground):
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
    names = ground.names
    many = len(words) == _MOST_WORDS and words[1].folded in names.forms.family_before  # `Vo Thi Lan Anh`
    return words[0].folded in names.family_first and (many or len(words) in (2, 3))


def _has_telling_family(words: Sequence[Word], ground: Ground) -> bool:
    """`Zebret Traoré`, `Xorda Berishvili`: a family name of few other uses, or one that ends as its people's do."""
    first, last = words[0], words[-1]
    if not 2 <= len(words) <= _MOST_WORDS or first.shouted or first.folded in ground.names.idle:
        return False
    if len(words) > 2 and ground.names.is_given_name(words[1].text) and opens_sentence(ground.text, first.start):
        return False  # `Ask Zebret Ali Traoré`
    if any(right.start - left.end > 2 for left, right in pairwise(words)):
        return False  # `Sacking of Zebret Traoré`, in French
    if last.start in ground.places or not ground.names.is_telling_family(last.folded):
        return False
    return not ground.names.is_telling_family(first.folded)


def _has_syllables(words: Sequence[Word], ground: Ground) -> bool:
    """`Min-jae Cho`, `Haibin Zhou`."""
    if len(words) != 2 or words[1].folded not in ground.names.family_first:
        return False
    if words[0].idle or words[0].start in ground.places:
        return False
    return bool(_SYLLABLES.match(words[0].text) or _PINYIN.match(words[0].text))


def _opens_with_article(words: Sequence[Word], names: Names) -> bool:
    """Whether it is one word behind a capital article, as papers are called: `Le Monde`, `El Watan`."""
    return len(words) == 2 and words[0].folded in names.articles


OWN_RULES: tuple[tuple[str, Callable[[Sequence[Word], Ground], bool]], ...] = (
    ("given-name", _has_given_name),
    ("initials", _has_initials),
    ("family-first", _has_family_first),
    ("family-name", _has_telling_family),
    ("family-last", _has_syllables),
)
