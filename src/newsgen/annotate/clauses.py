"""Clauses: where a sentence parts, and what the words of a part say of tense and denial."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from newsgen.annotate.sentences import Span
from newsgen.lexicon import Lexicon
from newsgen.lexicon.cued import Ended
from newsgen.lexicon.grammar import Tense, tense_in
from newsgen.lexicon.phrases import compile_words

_JOINING = compile_words(["and", "but", "then", "so", "as", "et", "mais", "y", "pero", "puis", "alors"])
_ASIDE = compile_words(["which", "who", "qui", "dont"])
_RELATIVE = compile_words(["which", "who", "that", "qui", "que", "quien"])
_SUBORDINATE = compile_words(["because", "although", "whereas", "dont", "où", "donde", "cual"])
_BEHIND_COMMA = compile_words(["that", "because", "although", "whereas", "que", "où", "donde", "quien", "cual"])
_VERBAL = compile_words(["while", "when", "where", "tandis", "quand", "lorsque", "lorsqu", "mientras", "cuando"])
_LOOSE = compile_words(["after", "before", "since", "après", "avant", "después", "antes"])

# matches: , and formed a government
# matches: ; then they left
# matches: the coup that occurred in Niger
# matches: le coup, dont le président
_CLAUSE = re.compile(
    r"[;:,\s](?:(?<=[;:])\s"
    rf"|(?:(?<=,)\s|(?<=\s))(?:(?P<verbal>{_VERBAL})|(?P<loose>{_LOOSE}))[\s’']"
    rf"|(?<=,)\s(?:{_JOINING}|(?P<aside>{_ASIDE})|{_BEHIND_COMMA})\s"
    rf"|(?<=\s)(?:(?P<relative>{_RELATIVE})|{_SUBORDINATE})\s)"
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
_SINCE_OR_UNTIL = Ended("since until till depuis à en desde hasta the le la el about", _LASTING)

_LASTING_REACH = 24
"""Characters in front of a date that hold `since` or the like."""

_NOUN_REACH = 40
"""Characters in front of and behind a date within which a noun may carry it."""

# matches: since the military coup of
# matches: le putsch du
# matches: le coup d’État du
# matches: el golpe de Estado del
_HANGS_ON = re.compile(r"(\w+(?: d(?:e |[’'])\w+|[ -]\w+)?) (?:of|de|du|del|des)(?: (?:the|le|el))?\s*$")

_HANGING = (" of", " de", " du", " del", " des", " the", " le", " el")
"""All that a text can end with in which `_HANGS_ON` is found, blanks aside."""

_OF = (" of ", " de ", " du ", " del ")
"""One of these stands in all that `_HANGS_BEHIND_NAME` is found in."""

# matches: the overthrow of Amina Keita in
_HANGS_BEHIND_NAME = re.compile(r"(\w+) (?:of|de|du|del)(?: [A-ZÀ-Þ][\w-]*){1,3}\s(?:in|on|en|le|el)?\s*$")

# matches:  after a telephone call
# matches: following talks
# matches:  après une rencontre
# not: until the talks
_LEADING = re.compile(
    r"\s?(?:after|following|before|après|avant|tras|después de)\s"
    r"(?:(?:a|an|the|his|her|its|their|un|une|le|la|son|sa|leur|el|su)\s|l[’'])?([^\W\d_]+(?:\s[^\W\d_]+)?)\b",
    re.IGNORECASE,
)

# matches: since the
# matches: Niger’s
_STANDS_BEFORE = re.compile(r"(?:\bthe|[’']s)\s*$", re.IGNORECASE)
_OWNERS = Ended("the 's ’s", _STANDS_BEFORE)

# matches: military coup
_NEXT_WORDS = re.compile(r" \w+(?: \w+)?")


class Clause(NamedTuple):
    """A part of a sentence with what its words tell."""

    span: Span
    tense: Tense
    """Of its telling words; the future wins over a past beside it ("said it will")."""
    kinds: frozenset[str]
    """Kinds of the grammar that its words are of."""


class Clauses:
    """The clauses of a text: each sentence is parted once and each stretch of words read once, whoever asks."""

    def __init__(self, text: str, language: str, lexicon: Lexicon) -> None:
        self.text = text
        self.language = language
        self.lexicon = lexicon
        self._borders: dict[Span, list[int]] = {}
        self._read: dict[Span, Clause] = {}
        self._topics: dict[str, tuple[str, ...]] = {}

    def list_borders(self, sentence: Span) -> list[int]:
        """Where the sentence's clauses begin, and where its last one ends."""
        borders = self._borders.get(sentence)
        if borders is None:
            inner = {
                border for found in _CLAUSE.finditer(self.text, *sentence) for border in self._part(found, sentence)
            }
            borders = self._borders[sentence] = [sentence[0], *sorted(inner), sentence[1]]
        return borders

    def find(self, sentence: Span, place: int) -> Span:
        """The clause of the sentence that the place is in."""
        borders = self.list_borders(sentence)
        at = min(max(bisect_right(borders, place) - 1, 0), len(borders) - 2)
        return borders[at], borders[at + 1]

    def read(self, span: Span) -> Clause:
        """The stretch of the text as a clause."""
        clause = self._read.get(span)
        if clause is None:
            words = list_words(self.text[span[0] : span[1]])
            kinds = self.lexicon.grammar.kinds_of(words, self.language)
            clause = self._read[span] = Clause(span, tense_in(kinds), kinds)
        return clause

    def find_topics(self, words: str) -> tuple[str, ...]:
        """The kinds of happening that words of the text's language tell."""
        topics = self._topics.get(words)
        if topics is None:
            topics = self._topics[words] = self.lexicon.topics.topics_of(words, self.language)
        return topics

    def find_carrying_noun(self, date: Span, clause: Span) -> str:
        """The words of a happening that the date hangs on: "the coup of July 2023", "the July 26 coup"; else none."""
        before = self.text[max(date[0] - _NOUN_REACH, clause[0]) : date[0]]
        hanging = before.rstrip().endswith(_HANGING) and _HANGS_ON.search(before)
        hanging = hanging or (any(of in before for of in _OF) and _HANGS_BEHIND_NAME.search(before))
        if hanging and self.find_topics(hanging[1]):
            return hanging[1]
        if not _OWNERS.search(before, 0, len(before)):
            return ""
        behind = _NEXT_WORDS.match(self.text, date[1], min(date[1] + _NOUN_REACH, clause[1]))
        return behind[0] if behind and self.find_topics(behind[0]) else ""

    def find_leading_noun(self, clause: Span) -> str:
        """The words of a happening that a clause without a verb begins with: "after a telephone call with Paris"."""
        leading = _LEADING.match(self.text, *clause)
        return leading[1] if leading and self.find_topics(leading[1]) else ""

    def _part(self, opening: re.Match[str], sentence: Span) -> Iterator[int]:
        """Where a clause begins, and the comma that ends it if it stands inside another one."""
        yield opening.start()
        kind = opening.lastgroup
        if kind is None or kind == "relative":
            return
        for comma in _list_commas(self.text, opening.end(), sentence[1]):
            if kind == "loose" or self.read((opening.end(), comma)).tense:
                yield comma
                return


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


def is_since_or_until(text: str, start: int, date: int) -> bool:
    """Whether the words in front of a date make it the beginning or end of what lasts: "since July"."""
    return bool(_SINCE_OR_UNTIL.search(text, max(start, date - _LASTING_REACH), date))
