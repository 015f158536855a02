"""Doers: who does what the sentences of a text tell, and whom "he" and "she" stand for.

A doer is a person whose sentence begins with the name, whose name a verb follows ("Then Zola left"), or who stands
behind "by" or "said". A pronoun stands for the doer of the nearest sentence before it that has one whom it can mean: a
title or a given name that only men or only women bear rules the others out. Two such doers leave it open.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newsgen.annotate.material import Material
from newsgen.annotate.sentences import Span
from newsgen.lexicon.folding import fold
from newsgen.lexicon.names import Gender, Names
from newsgen.records.reading import LocalPerson, PersonMention, Reading

# matches: , who leads the council, also
# matches: , porte-parole du conseil, l’a
_APPOSITION = re.compile(r",[^,]++(?:,[^,]++){0,2},\s(?:(?:has|had|also|then|later|(?:l[’'])?a(?:vait)?|ha|había)\s)?")

# matches:  said
# matches: , the mayor of the port, later said
# matches:  s’est rendu
_VERB_BEHIND = re.compile(
    r"(?:,[^,.;:\n]{1,80},)?\s(?:(?:also|then|later|never|once|again|ne|se|le|la|lo|y)\s|[nslm][’'])?(\w+)"
)

# matches: ,” said
_WORD_BEFORE = re.compile(r"(\w+)\s*$")

# matches: déclaré le ministre des mines
# matches: said the mayor
_VERB_BEFORE_OFFICE = re.compile(r"\b(\w+)\s(?:the|le|la|el)(?:\s(?!(?:the|le|la|el)\b)[^\W\d_]+){0,4}\s*$")

# matches: made public by
# matches: lu par le
_BY = re.compile(r"\b(?:by|par|por)(?: (?:the|le|la|el))?\s*$")

# matches: the men who overthrew
# matches: ceux qui ont
# not: and then
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|qui|que|dont|quien|quienes|cuy[oa]s?)\b")

# matches: talks with
# matches: the aide of the
# matches: l’épouse de
_OBJECT = re.compile(
    r"\b(?:of|to|for|with|from|against|about|de|du|d|à|avec|contre|con|del|al|para|por|by|par)"
    r"(?: (?:the|le|la|el)|[’'])?\s*$",
    re.IGNORECASE,
)

# matches: ’s spokesman
# not: said
POSSESSIVE = re.compile(r"[’']s?\b")

_ARTICLE = 4
"""Characters in front of a name that begins its sentence: "The", "Le"."""
_LOOK_BEFORE = 24
"""Characters in front of a name in which such words stand."""
_LOOK_BEFORE_OFFICE = 60
"""Characters in front of a name in which a verb and an office stand: "said the mayor of the port"."""
_FAR = 2000
"""Characters of a sentence that are looked at; one of that length is none."""
_SENTENCES_BACK = 20
"""So far back a pronoun may reach, over sentences that name nobody."""

PRONOUNS: dict[str, Gender] = {
    "he": "male",
    "she": "female",
    "il": "male",
    "elle": "female",
    "él": "male",
    "ella": "female",
}
"""As written, in small letters: Spanish "el" is an article."""


class Doers:
    """Who does what in one text; words between quotation marks name no doer."""

    def __init__(self, reading: Reading, material: Material, *, quoted: Sequence[Span] = ()) -> None:
        self._text = reading.article.text
        self._language = reading.article.language
        self._people = reading.people
        self._mentions = reading.person_mentions
        self._mentioned = [mention.start for mention in reading.person_mentions]
        self._sentences = material.sentences
        self._starts = [start for start, _ in material.sentences]
        self._grammar, self._names = material.lexicon.grammar, material.lexicon.names
        self._quoted = quoted
        self._genders: dict[int, Gender | None] = {}

    def sentence_at(self, place: int) -> Span:
        """The sentence that the place is in."""
        return self._sentences[self._number_of(place)]

    def find_subject(self, verb: int) -> PersonMention | None:
        """The person whom the sentence begins with, if nothing but an apposition stands between name and verb."""
        start = self.sentence_at(verb)[0]
        mention = next(iter(self.list_named((start, verb))), None)
        if mention is None or mention.start > start + _ARTICLE or mention.end >= verb:
            return None
        return mention if _APPOSITION.fullmatch(self._text, mention.end, verb) else None

    def find_only_doer(self, verb: int) -> PersonMention | None:
        """The person of whom alone the sentence tells something in front of the place."""
        start = self.sentence_at(verb)[0]
        named = self.list_named((max(start, verb - _FAR), verb))
        doers = [mention for mention in named if self._is_doer(mention, start)]
        return doers[0] if len({mention.person for mention in doers}) == 1 else None

    def find_antecedent(self, place: int, gender: Gender, *, strictly: bool) -> PersonMention | None:
        """Where the person is named for whom a pronoun at the place stands.

        Strictly: in the same paragraph, and nobody else is named there since whom the pronoun could mean. But a
        sentence that begins with the pronoun goes on with whom the one before it began with, if others are only named
        within "who".
        """
        number = self._number_of(place)
        for back in range(min(_SENTENCES_BACK, number) + 1):
            start, end = self._sentences[number - back]
            start = max(start, end - _FAR if back else place - _FAR)
            if strictly and "\n\n" in self._text[start:place]:
                return None
            named = [m for m in self.list_named((start, min(end, place))) if self._may_be(m.person, gender)]
            doers = [mention for mention in named if self._is_doer(mention, start)]
            if doers or (named and strictly):
                opens = strictly and back == 1 and place == self._starts[number]
                if opens and doers and self._begins_with(doers[0], named, start):
                    return doers[0]
                asked = {mention.person for mention in (named if strictly else doers)}
                return self._choose(doers[0], named, gender) if doers and len(asked) == 1 else None
        return None

    def find_bearer(self, rank: str, place: int) -> PersonMention | None:
        """Where the only person of that rank is named in front of the place; None where there are several."""
        before = self._mentions[: bisect_left(self._mentioned, place)]
        bearers = {mention.person: mention for mention in before if self._bears(mention.person, rank)}
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _bears(self, person: int, rank: str) -> bool:
        """Whether a title of the person holds the rank."""
        return any(fold(rank) in fold(title).split() for title in self._people[person].titles)

    def list_named(self, span: Span) -> Iterator[PersonMention]:
        """The mentions in a stretch of text, those between quotation marks left out."""
        at, end = (bisect_left(self._mentioned, place) for place in span)
        return (mention for mention in self._mentions[at:end] if not self._is_quoted(mention.start))

    def is_object(self, mention: PersonMention) -> bool:
        """Whether the words around the name make it part of another phrase: "talks with Zola", "Zola's aide"."""
        before = max(mention.start - _LOOK_BEFORE, 0)
        owns = POSSESSIVE.match(self._text, mention.end)
        return owns is not None or _OBJECT.search(self._text, before, mention.start) is not None

    def _begins_with(self, doer: PersonMention, named: Sequence[PersonMention], start: int) -> bool:
        """Whether the sentence begins with the doer, and names others only within a relative clause."""
        others = [mention.start for mention in named if mention.person != doer.person]
        if doer.start > start + _ARTICLE or not others:
            return False
        return _RELATIVE.search(self._text, doer.end, min(others)) is not None

    def _choose(self, doer: PersonMention, named: Sequence[PersonMention], gender: Gender) -> PersonMention | None:
        """The doer, or the only one who surely has the gender; nobody where two may be meant."""
        sure = {mention.person: mention for mention in named if self._tell_gender(mention.person) == gender}
        if not sure.keys() - {doer.person}:
            return doer
        return next(iter(sure.values())) if len(sure) == 1 else None

    def _is_doer(self, mention: PersonMention, start: int) -> bool:
        """Whether the sentence from `start` tells what the person does."""
        if POSSESSIVE.match(self._text, mention.end):
            return False
        if mention.start <= start + _ARTICLE:
            return True
        if _BY.search(self._text, max(mention.start - _LOOK_BEFORE, start), mention.start):
            return True
        before = _WORD_BEFORE.search(self._text, max(mention.start - _LOOK_BEFORE, start), mention.start)
        said = before and self._is_said_by(before[1])
        far = max(mention.start - _LOOK_BEFORE_OFFICE, start)
        office = None if said else _VERB_BEFORE_OFFICE.search(self._text, far, mention.start)
        if said or (office and self._is_said_by(office[1]) and not self.is_object(mention)):
            return True
        verb = _VERB_BEHIND.match(self._text, mention.end)
        return verb is not None and not self.is_object(mention) and self._is_finite(verb[1])

    def _is_said_by(self, word: str) -> bool:
        """Whether the word is a verb of saying whose subject may stand behind it."""
        return self._grammar.has("saying", word) and not self._grammar.has("saying-to", word)

    def _is_finite(self, word: str) -> bool:
        """Whether the word is a verb that tells a tense."""
        return self._grammar.has("saying", word) or bool(self._grammar.tense_of(word, self._language))

    def _may_be(self, person: int, gender: Gender) -> bool:
        """Whether nothing is known of the person that rules the gender out."""
        return self._tell_gender(person) in (gender, None)

    def _tell_gender(self, person: int) -> Gender | None:
        """The person's gender, told once."""
        if person not in self._genders:
            self._genders[person] = tell_gender(self._people[person], self._names)
        return self._genders[person]

    def _is_quoted(self, place: int) -> bool:
        """Whether it stands between quotation marks."""
        at = bisect_right(self._quoted, place, key=_begin_of) - 1
        return at >= 0 and place < self._quoted[at][1]

    def _number_of(self, place: int) -> int:
        """Which sentence the place is in."""
        return max(bisect_right(self._starts, place) - 1, 0)


def tell_gender(person: LocalPerson, names: Names) -> Gender | None:
    """A person's gender where a title or the given name tells it beyond doubt."""
    words = [word for form in person.forms for word in form.split()[:2]]
    for title in map(names.title_word, words):
        if title and title.gender:
            return title.gender
    return names.genders.get(fold(person.given[0])) if person.given else None


def _begin_of(span: Span) -> int:
    """Where the span begins."""
    return span[0]
