"""Clauses: where a sentence parts, and what the words of a part say of tense and denial."""

import re
from collections.abc import Callable, Collection, Iterator

from newsgen.annotate.sentences import Span
from newsgen.lexicon import Lexicon
from newsgen.lexicon.grammar import Tense

# matches: , and formed a government
# matches: ; then they left
# matches: the coup that occurred in Niger
# matches: le coup, dont le président
_CLAUSE = re.compile(
    r"[;:,\s](?:(?<=[;:])\s"
    r"|(?<=,)\s(?:and|but|then|so|as|et|mais|y|pero|puis|alors)\s"
    r"|(?P<aside>(?<=,)\s(?:which|who|qui|dont))\s"
    r"|(?P<relative>(?<=\s)(?:which|who|that|qui|que|quien))\s"
    r"|(?:(?<=,)\s|(?<=\s))(?:that|because|although|whereas|que|dont|où|donde|quien|cual)\s"
    r"|(?P<verbal>(?:(?<=,)\s|(?<=\s))(?:while|when|where|tandis|quand|lorsque|lorsqu|mientras|cuando))[\s’']"
    r"|(?P<loose>(?:(?<=,)\s|(?<=\s))(?:after|before|since|après|avant|después|antes))[\s’'])",
    re.IGNORECASE,
)
"""`aside`, `verbal` and `loose` ones end at a comma: behind their verb, but for the loose ones, which may have none.
It begins with what a search can skip to."""

# matches: l’opération
_WORD = re.compile(r"\w+")

# matches: since the
# matches: depuis le
# matches: until
_LASTING = re.compile(
    r"\b(?:since|until|till|depuis|jusqu[’']à|jusqu[’']en|desde|hasta)(?:\s(?:the|le|la|el|about))?\s*$",
    re.IGNORECASE,
)

_LASTING_REACH = 24
"""Characters in front of a date that hold `since` or the like."""

_NOUN_REACH = 40
"""Characters in front of and behind a date within which a noun may carry it."""

# matches: since the military coup of
# matches: le putsch du
_HANGS_ON = re.compile(r"(\w+(?:[ -]\w+)?) (?:of|de|du|del|des)(?: (?:the|le|el))?\s*$")

_HANGING = (" of", " de", " du", " del", " des", " the", " le", " el")
"""All that a text can end with in which `_HANGS_ON` is found, blanks aside."""

_OF = (" of ", " de ", " du ", " del ")
"""One of these stands in all that `_HANGS_BEHIND_NAME` is found in."""

# matches: the overthrow of Amina Keita in
_HANGS_BEHIND_NAME = re.compile(r"(\w+) (?:of|de|du|del)(?: [A-ZÀ-Þ][\w-]*){1,3}\s(?:in|on|en|le|el)?\s*$")

# matches: since the
# matches: Niger’s
_STANDS_BEFORE = re.compile(r"(?:\bthe|[’']s)\s*$", re.IGNORECASE)

# matches: military coup
_NEXT_WORDS = re.compile(r" \w+(?: \w+)?")


def list_borders(text: str, sentence: Span, lexicon: Lexicon, language: str) -> list[int]:
    """Where the sentence's clauses part: before their first words, and at the comma that ends one inside another."""
    borders = set()
    for found in _CLAUSE.finditer(text, *sentence):
        borders.add(found.start())
        commas = _list_commas(text, found.end(), sentence[1])
        if found["loose"]:
            borders.update(next(([comma] for comma in commas), []))
        elif found["verbal"] or found["aside"]:
            told = (comma for comma in commas if tense_of_clause(text[found.end() : comma], lexicon, language))
            borders.update(next(([comma] for comma in told), []))
    return sorted(borders)


_FEW_COMMAS = 4
"""So many commas are looked at for the end of a clause."""


def _list_commas(text: str, start: int, end: int) -> Iterator[int]:
    """Where the next few commas stand."""
    for _ in range(_FEW_COMMAS):
        start = text.find(",", start, end) + 1
        if not start:
            return
        yield start - 1


def goes_on(text: str, start: int) -> bool:
    """Whether the clause begins with no word of its own: what stands behind the end of one inside it."""
    return _CLAUSE.match(text, start) is None


def relative_at(text: str, start: int) -> int:
    """Where the words of a clause begin behind "that" or "who" without a comma; 0 if it is another one."""
    opening = _CLAUSE.match(text, start)
    return opening.end() if opening and opening["relative"] else 0


def list_words(words: str) -> list[str]:
    """The words of a stretch of text."""
    return _WORD.findall(words)


def tense_of_clause(words: str, lexicon: Lexicon, language: str) -> Tense:
    """The tense of a clause by its telling words; the future wins over a past beside it ("said it will")."""
    tenses = lexicon.grammar.tenses_of(list_words(words), language)
    return "future" if "future" in tenses else "past" if "past" in tenses else ""


def is_since_or_until(text: str, start: int, date: int) -> bool:
    """Whether the words in front of a date make it the beginning or end of what lasts: "since July"."""
    return bool(_LASTING.search(text, max(start, date - _LASTING_REACH), date))


def find_carrying_noun(text: str, date: Span, clause: Span, topics: Callable[[str], Collection[str]]) -> str:
    """The words of a happening that the date hangs on: "the coup of July 2023", "the July 26 coup"; else none.

    `topics` gives the kinds of happening that words tell.
    """
    before = text[max(date[0] - _NOUN_REACH, clause[0]) : date[0]]
    hanging = before.rstrip().endswith(_HANGING) and _HANGS_ON.search(before)
    hanging = hanging or (any(of in before for of in _OF) and _HANGS_BEHIND_NAME.search(before))
    if hanging and topics(hanging[1]):
        return hanging[1]
    if not _STANDS_BEFORE.search(before):
        return ""
    behind = _NEXT_WORDS.match(text, date[1], min(date[1] + _NOUN_REACH, clause[1]))
    return behind[0] if behind and topics(behind[0]) else ""
