"""Rules that take a phrase for part of something else than a country, by the words around it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from newsgen.annotate.countries.candidates import LOCAL, Candidate
from newsgen.lexicon import Lexicon
from newsgen.lexicon.gazetteer import Cues
from newsgen.records.article import Article

NOMINAL = ("name", "former-name", "capital", "city", "region")
"""Kinds of phrases that a person can be called by."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules know beside the candidate."""

    lexicon: Lexicon
    language: str
    """Of the article."""
    title_case_end: int
    """End of the headline if its words are capitalised as in a title, or all of it is in capitals; else 0."""
    cues: Cues
    """Words that show what a phrase belongs to, by purpose."""
    hits: frozenset[str]
    """The surfaces of all candidates: two in a row name two places, not a person."""


Rule = Callable[[Candidate, Scene], bool]


def is_of_an_outlet(candidate: Candidate, scene: Scene) -> bool:
    """`The Washington Post`, `Moscow Times`; `Voice of America`, `Radio Habana Cuba`."""
    if candidate.run_behind and candidate.run_behind[0].partition("-")[0].rstrip(".") in scene.cues["outlet"]:
        return True
    if candidate.start < scene.title_case_end and len(candidate.run_before) > 2:
        return False
    return any(word in scene.cues["outlet-of"] for word in candidate.run_before)


def is_of_a_company(candidate: Candidate, scene: Scene) -> bool:
    """`Canadian Pacific Ltd`, `Oman Air`, `Air France`; `Bank of Nova Scotia`, but `Bank of Japan` is Japan's."""
    if candidate.before in scene.cues["company-of"] or candidate.run_behind == ("Air",):
        return True
    if candidate.run_before[:2] == ("of", "Bank") and candidate.kind in ("city", "region"):
        return True
    reach = 1 if candidate.start < scene.title_case_end else len(candidate.run_behind)
    return any(word.rstrip(".") in scene.cues["company"] for word in candidate.run_behind[:reach])


def is_of_a_club(candidate: Candidate, scene: Scene) -> bool:
    """`Manchester United`, `FC Porto`; `el jugador del Liverpool`: Spanish puts an article before clubs, not towns."""
    if candidate.kind not in ("capital", "city"):
        return False
    if scene.language == "es" and candidate.before in ("el", "del", "al"):
        return True
    return candidate.next in scene.cues["club"] or candidate.before in scene.cues["club-of"]


def is_of_a_treaty(candidate: Candidate, scene: Scene) -> bool:
    """`Athens Convention`, `the Lisbon fishing accord`: an agreement named after the place where it was signed."""
    if candidate.kind not in ("capital", "city"):
        return False
    return candidate.next in scene.cues["treaty"] or (
        candidate.next not in scene.cues["behind-dish"] and candidate.tail in scene.cues["treaty"]
    )


def is_money(candidate: Candidate, scene: Scene) -> bool:
    """`200 million Swiss francs`, `US$3 million`, but `the Canadian dollar fell`: a measure and no country."""
    if _AMOUNT.match(candidate.text, candidate.end):
        return True
    if candidate.next.lower() not in scene.cues["currency"]:
        return False
    before = candidate.before
    return before[-1:].isdigit() or before.lower() in scene.cues["amount"]


# matches: $3 million
# matches:  $3m
# not:  $ sign
_AMOUNT = re.compile(r" ?[$€£¥] ?\d")


def is_in_a_compound(candidate: Candidate, scene: Scene) -> bool:
    """`Harrow-Lyons`: a town joined to a name that is no place; but `Paris-Lyons`, `post-Moscow`."""
    return candidate.kind == "city" and candidate.prefix[:1].isupper() and candidate.prefix not in scene.hits


def is_an_acronym(candidate: Candidate, scene: Scene) -> bool:
    """`GAO`, in a line that is not all in capitals: initials that look like a city's name."""
    entry = candidate.entries[0]
    if entry.kind != "city" or candidate.in_capitals or not candidate.surface.isupper() or entry.phrase.isupper():
        return False
    return len(candidate.surface) < 6 or candidate.bracketed


def is_of_a_continent(candidate: Candidate, scene: Scene) -> bool:
    """`Latin Americans`, `afro-américain`: more than a country."""
    return (candidate.prefix or candidate.before) in scene.cues["continent"]


def is_a_language(candidate: Candidate, scene: Scene) -> bool:
    """`spoke Russian`, `French-language`, `in Arabic`: the tongue and not the people."""
    if candidate.kind != "demonym":
        return False
    if (
        candidate.surface in scene.cues["tongue"]
        and (candidate.suffix or candidate.next).lower() in scene.cues["spoken"]
    ):
        return True
    ends_a_phrase = not candidate.next and not candidate.suffix
    return candidate.before in scene.cues["speaking"] or (candidate.before in ("in", "en") and ends_a_phrase)


def is_a_dish(candidate: Candidate, scene: Scene) -> bool:
    """`Turkey sandwiches`, `Turkish coffee`, `Chinese food`, but `Chinese food exports`: served anywhere."""
    if f"{candidate.surface} {candidate.next}" in scene.cues["pair"] or candidate.next.lower() in scene.cues["dish"]:
        return True
    ends_a_phrase = not candidate.tail or candidate.tail in scene.cues["behind-dish"]
    return candidate.kind == "demonym" and candidate.next.lower() == "food" and ends_a_phrase


def is_in_a_persons_name(candidate: Candidate, scene: Scene) -> bool:
    """`Michael Jordan`, `Mr. Jordan`, `Chad Smith`, `Omar al-Iraqi`."""
    return is_a_family_name(candidate, scene) or is_a_given_name(candidate, scene)


def is_a_family_name(candidate: Candidate, scene: Scene) -> bool:
    """`Michael Jordan`, `J. Holland`, `Mrs London`, `Miguel de la Madrid`, `al-Masri`."""
    if candidate.before.rstrip(".") in scene.cues["courtesy"]:
        return True
    if candidate.prefix in ("al", "Al", "el", "El", "bin", "ibn"):
        return True
    kind, before = candidate.kind, candidate.before
    if before in ("de", "la") and (kind in ("capital", "city") or scene.language == "en"):
        before = next((word for word in candidate.run_before if word not in ("de", "la")), "")
        return bool(before) and scene.lexicon.names.is_given_name(before)
    if not before[:1].isupper() or before in scene.hits or (candidate.weight > 2 and kind not in ("capital", "city")):
        return False
    if is_given_name(before, scene) or (kind == "city" and before.lower() in scene.lexicon.names.family_first):
        return True
    titled = candidate.weight < 3 and candidate.start >= scene.title_case_end and is_followed_by_names(before, scene)
    return titled or (kind in ("capital", "city") and is_introduced(candidate, scene))


# matches: , correspondent in
# matches: , a VOA correspondent,
# matches: , the Valley Radio correspondent.
# not: , a correspondent said
_INTRODUCED = re.compile(
    r",(?: an?| the)?(?: [A-Z][\w.]{1,20}){0,3} (?P<role>[a-z]+)(?=[,.;]| (?:in|for|at|from|of|with|who)\b)"
)


def is_introduced(candidate: Candidate, scene: Scene) -> bool:
    """`Orfeu Lisboa, VOA correspondent`: two names, unknown as such, with what somebody is before or behind them."""
    if candidate.before.lower() in scene.lexicon.names.barred or is_no_family_name(candidate.before, scene):
        return False
    if len(candidate.run_before) > 1 and is_occupation(candidate.run_before[1], scene):
        return True
    told = _INTRODUCED.match(candidate.text, candidate.end)
    return told is not None and is_occupation(told["role"], scene)


def is_occupation(word: str, scene: Scene) -> bool:
    """Whether the word tells what somebody is: `mayor`, `correspondent`, `singer`."""
    lower = word.lower()
    lexicon = scene.lexicon
    return lexicon.names.is_title(word) or lower in scene.cues["role"] or lower in lexicon.desk.cues["byline.role"]


def is_given_name(word: str, scene: Scene) -> bool:
    """Whether the word is a given name and no month."""
    return scene.lexicon.names.is_given_name(word) and scene.lexicon.calendar.month(word) is None


def is_followed_by_names(word: str, scene: Scene) -> bool:
    """Whether a name must follow the word: `J.`, `Mr.`, `Gen.`; an office may stand alone before a country."""
    if len(word) == 2 and word.endswith("."):
        return True
    title = scene.lexicon.names.title_word(word)
    return title is not None and bool(title.kinds & {"courtesy", "rank"})


def is_a_given_name(candidate: Candidate, scene: Scene) -> bool:
    """`Chad Smith`, `Mayor London Breed`: the first of two or three capitalised words, and no institution."""
    if candidate.kind not in NOMINAL or candidate.surface.isupper() or candidate.before.lower() == "the":
        return False
    names = tuple(takewhile(starts_with_capital, candidate.run_behind))
    if candidate.start < scene.title_case_end or not 1 <= len(names) <= 2:
        return False
    known = scene.lexicon.names
    called = candidate.weight < 3 and known.is_given_name(candidate.surface)
    titled = bool(candidate.before[:1].isupper()) and known.is_title(candidate.before)
    told = len(names) == 1 and candidate.run_behind[0].isalpha() and is_told_as_a_person(candidate, names[0], scene)
    suffixed = len(names) == 2 and names[1].startswith(("Jr", "Sr"))
    return (called or titled or told or suffixed) and not any(is_no_family_name(word, scene) for word in names)


# matches: , 48, said
# matches:  is the mayor
# matches: , an actress
# matches:  wrote
# matches:  Jr.
_PERSONAL = re.compile(r", \d{2},| [JS]r\b|(?: is| was|,)(?: an?| the)? (?P<role>[a-z]+)| (?P<verb>[a-z]+)")


def is_told_as_a_person(candidate: Candidate, name: str, scene: Scene) -> bool:
    """`Kenya Barris wrote`, `London Breed is mayor`: what follows the two words is said of persons alone."""
    told = _PERSONAL.match(candidate.text, candidate.end + 1 + len(name))
    if told is None:
        return False
    if told["verb"]:
        return told["verb"] in scene.cues["personal"]
    role = told["role"]
    return role is None or role in scene.cues["role"] or scene.lexicon.names.is_title(role)


def starts_with_capital(word: str) -> bool:
    """Whether the word can belong to a name."""
    return word[0].isupper()


def is_no_family_name(word: str, scene: Scene) -> bool:
    """Whether a capitalised word cannot be the family name of somebody called after a place."""
    word = word.strip(".'’").removesuffix("'s").removesuffix("’s")
    names = scene.lexicon.names
    if not word[:1].isupper() or word.isupper() or word in scene.hits:
        return True
    known = names.is_title(word) or word.lower() in names.barred
    return known or scene.lexicon.calendar.month(word) is not None or scene.lexicon.calendar.weekday(word) is not None


FIRMS = ("company", "compound")
"""Rules that tell a firm called after a place, which may go by the place alone from there on."""

REFUSALS: tuple[tuple[str, Rule], ...] = (
    ("outlet", is_of_an_outlet),
    ("company", is_of_a_company),
    ("club", is_of_a_club),
    ("compound", is_in_a_compound),
    ("treaty", is_of_a_treaty),
    ("money", is_money),
    ("acronym", is_an_acronym),
    ("continent", is_of_a_continent),
    ("language", is_a_language),
    ("dish", is_a_dish),
    ("person", is_in_a_persons_name),
)
"""In this order; the first that fits takes the candidate out."""


def refuse(
    candidates: Sequence[Candidate], article: Article, lexicon: Lexicon
) -> tuple[tuple[Candidate, ...], frozenset[str]]:
    """The candidates that no rule refuses, and the surfaces, in capitals, that name a person or a firm here."""
    scene = Scene(
        lexicon=lexicon,
        language=article.language,
        title_case_end=len(article.headline) if is_title_case(article.headline) else 0,
        cues=lexicon.gazetteer.cues,
        hits=frozenset(candidate.surface for candidate in candidates),
    )
    kept, names = [], set()
    for candidate in candidates:
        reason = find_reason(candidate, scene)
        if reason is None:
            kept.append(candidate)
        elif reason == "person" or (reason in FIRMS and candidate.kind in LOCAL):
            names.add(candidate.surface.upper())
    return tuple(kept), frozenset(names)


def find_reason(candidate: Candidate, scene: Scene) -> str | None:
    """The name of the first rule that refuses the candidate."""
    for name, fits in REFUSALS:
        if fits(candidate, scene):
            return name
    return None


def is_title_case(headline: str) -> bool:
    """Whether the headline's longer words are capitalised, so that capitals tell nothing in it."""
    words = [word for word in headline.split() if len(word) > 3 and word[0].isalpha()]
    capitalised = sum(word[0].isupper() for word in words)
    return len(words) > 2 and capitalised >= 0.8 * len(words)
