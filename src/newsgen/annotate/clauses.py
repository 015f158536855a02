"""Clauses: where a sentence parts, and what the words of a part say of tense and denial."""

import re

from newsgen.annotate.sentences import Span
from newsgen.lexicon import Lexicon
from newsgen.lexicon.grammar import Tense

# matches: , and formed a government
# matches: ; then they left
# matches: the coup that occurred in Niger
# matches: le coup, dont le président
_CLAUSE = re.compile(
    r"[;:]\s"
    r"|,\s(?:and|but|then|so|as|et|mais|y|pero|puis|alors)\s"
    r"|,?\s(?:which|who|that|because|although|whereas|qui|que|dont|où|donde|quien|cual)\s"
    r"|,?\s(?P<subordinate>while|after|before|when|where|since|tandis|après|avant|quand|lorsque|lorsqu|mientras|después"
    r"|antes|cuando)[\s’']",
    re.IGNORECASE,
)

# matches: l’opération
_WORD = re.compile(r"\w+")

# matches: since the
# matches: depuis le
# matches: until
_LASTING = re.compile(
    r"\b(?:since|until|till|depuis|jusqu[’']à|jusqu[’']en|desde|hasta)(?:\s(?:the|le|la|el|about))?\s*$",
    re.IGNORECASE,
)

_NOUN_REACH = 40
"""Characters in front of and behind a date within which a noun may carry it."""

# matches: since the military coup of
# matches: le putsch du
_HANGS_ON = re.compile(r"(\w+(?:[ -]\w+)?) (?:of|de|du|del|des)(?: (?:the|le|el))?\s*$")

# matches: since the
# matches: Niger’s
_STANDS_BEFORE = re.compile(r"(?:\bthe|[’']s)\s*$", re.IGNORECASE)

# matches: military coup
_NEXT_WORDS = re.compile(r" \w+(?: \w+)?")


def list_borders(text: str, sentence: Span) -> list[int]:
    """Where the sentence's clauses part: before their first words, and at the comma that ends a subordinate one."""
    borders = set()
    for found in _CLAUSE.finditer(text, *sentence):
        borders.add(found.start())
        comma = text.find(",", found.end(), sentence[1]) if found["subordinate"] else -1
        if comma > 0:
            borders.add(comma)
    return sorted(borders)


def list_words(words: str) -> list[str]:
    """The words of a stretch of text."""
    return _WORD.findall(words)


def tense_of_clause(words: str, lexicon: Lexicon, language: str) -> Tense:
    """The tense of a clause by its telling words; the future wins over a past beside it ("said it will")."""
    tenses = {lexicon.grammar.tense_of(word, language) for word in list_words(words)}
    return "future" if "future" in tenses else "past" if "past" in tenses else ""


def is_since_or_until(text: str, start: int, date: int) -> bool:
    """Whether the words in front of a date make it the beginning or end of what lasts: "since July"."""
    return bool(_LASTING.search(text, start, date))


def find_carrying_noun(text: str, date: Span, clause: Span, lexicon: Lexicon) -> str:
    """The words of a happening that the date hangs on: "the coup of July 2023", "the July 26 coup"; else none."""
    before = text[max(date[0] - _NOUN_REACH, clause[0]) : date[0]]
    hanging = _HANGS_ON.search(before)
    if hanging and lexicon.topics.topics_of(hanging[1]):
        return hanging[1]
    if not _STANDS_BEFORE.search(before):
        return ""
    behind = _NEXT_WORDS.match(text, date[1], min(date[1] + _NOUN_REACH, clause[1]))
    return behind[0] if behind and lexicon.topics.topics_of(behind[0]) else ""
