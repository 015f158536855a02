"""Apart: which full names of one article are of two persons, though one may look like a form of the other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Ground, Key
from newsgen.annotate.people.grouping import abbreviates, has_own_words, is_respelled
from newsgen.annotate.people.introductions import find_introductions
from newsgen.annotate.people.strangers import Stranger, find_strangers
from newsgen.lexicon.forms import share_group
from newsgen.lexicon.names import Names

# matches: left.
# matches: left." Then
# not: George W. Bush
SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[JS]r)[.!?][\"”’»)]* |\n\n|[.!?][\"”’»)]*\n|[.!?]$")

# matches: Jane Doe and
# matches: Jane Doe, et
# matches: Jane Doe and his father,
# not: Jane Doe, later
_AND = re.compile(r"\.?,? (?:and|y|et|&)(?: (?:his|her|son|sa|su) [\w-]{3,12},?(?: the late| former)?)? ?")
# matches: , as the driver Jane Doe is known
# matches:  (born
# matches: , dite
# not: , a driver and
_ALIAS = re.compile(
    r"\b(?:known|called|born|alias|aka|nicknamed|renamed|formerly|name|dite?|née?|surnommée?|connue?|nacid[oa]"
    r"|apodad[oa]|conocid[oa]|llamad[oa])\b|[(/]"
)
# matches: ou
_VOWELS = re.compile(r"[aeiouyhw]+")
# matches: mm
_DOUBLED = re.compile(r"(.)\1+")

_FURTHEST = 300
_BEHIND = 40
_MOST_COMPARED = 6


@dataclass(frozen=True, slots=True)
class Partings:
    """The full names of an article as they stand in it."""

    ground: Ground
    written: Mapping[Key, Sequence[Candidate]]
    """Where each name stands, in order."""
    joined: frozenset[frozenset[Key]]
    """Pairs that the text joins by "and", as it does only with the names of two persons."""
    strangers: Mapping[Key, Stranger]
    """The names that the text tells from others of the kind, each where it first does."""

    def keep(self, short: Key, long: Key) -> bool:
        """Whether the names, one of which may be a form or a misprint of the other, are of two persons here."""
        if frozenset((short, long)) in self.joined or self._is_denied(short, long) or self._is_denied(long, short):
            return True
        if abbreviates(short, long):
            return has_own_words(short, long) and not self._is_alias(short, long)
        respelled = is_respelled(short, long) and not _sound_alike(short, long, self.ground.names)
        if respelled and (self._are_other_names(short, long) or self._are_both_usual(short, long)):
            return True
        if respelled and short[0] == long[0] and short[0] in self.ground.names.family_first:
            return True  # `Li Wen` and `Li Wei`: a letter more is another syllable
        if is_respelled(short, long) and self._is_brought_in_later(short, long):
            return True
        return self._share_sentence(short, long) or self._are_introduced_apart(short, long, respelled=respelled)

    def _is_denied(self, key: Key, other: Key) -> bool:
        """Whether the text says of the one that it is not the other, named before; a fuller name may be named later."""
        stranger = self.strangers.get(key)
        return stranger is not None and (len(key) < len(other) or self.written[other][0].start < stranger.end)

    def _is_alias(self, short: Key, long: Key) -> bool:
        """Whether the text says that the one is another name of the other: `J. K. Marlow, born Jane Marlow`."""
        return any(
            _tells_alias(left, right, self.ground.text)
            for one in self.written[short][:_MOST_COMPARED]
            for other in self.written[long][:_MOST_COMPARED]
            for left, right in (sorted((one, other)),)
        )

    def _are_other_names(self, short: Key, long: Key) -> bool:
        """Whether they differ in a word that is a given name in both: `Karla` and `Karlo`, no misprint of it."""
        given = self.ground.names.given
        return any(a != b and a in given and b in given for a, b in zip(short[:-1], long[:-1], strict=True))

    def _is_brought_in_later(self, short: Key, long: Key) -> bool:
        """Whether the text brings in the one that stands behind, by a given name not known as a form of the other's."""
        first, later = sorted((short, long), key=lambda key: self.written[key][0].start)
        unlike = [(a, b) for a, b in zip(short[:-1], long[:-1], strict=True) if a != b]
        forms = self.ground.names.forms.given
        if not self._are_other_names(short, long) or any(share_group(forms, a, b) for a, b in unlike):
            return False
        told = frozenset().union(*find_introductions(self.written[later][0], self.ground))
        return bool(told) and told.isdisjoint(self.roles(first))

    def _are_both_usual(self, short: Key, long: Key) -> bool:
        """Whether the text writes both more than once, as it does no misprint."""
        return min(len(self.written[short]), len(self.written[long])) > 1

    def _share_sentence(self, short: Key, long: Key) -> bool:
        """Whether both stand in one sentence that does not say that the one is another name of the other."""
        return any(
            _is_one_sentence(left, right, self.ground.text)
            for one in self.written[short][:_MOST_COMPARED]
            for other in self.written[long][:_MOST_COMPARED]
            for left, right in (sorted((one, other)),)
        )

    def _are_introduced_apart(self, short: Key, long: Key, *, respelled: bool) -> bool:
        """Whether the text says of each who it is, and says different things."""
        if not (self._told(short) and self._told(long)):
            return False
        one, other = self.roles(short), self.roles(long)
        return one.isdisjoint(other) and (respelled or bool(one and other))

    def roles(self, key: Key) -> frozenset[str]:
        """The words that tell what the bearer of the name is."""
        return frozenset().union(*self._told(key))

    def _told(self, key: Key) -> list[frozenset[str]]:
        """The same for each place that brings somebody in by the name."""
        places = self.written[key][:_MOST_COMPARED]
        return [words for place in places for words in find_introductions(place, self.ground)]


def find_partings(full: Sequence[Candidate], ground: Ground) -> Partings:
    """What keeps the full names of an article apart; the candidates in order of the text."""
    written: dict[Key, list[Candidate]] = defaultdict(list)
    for candidate in full:
        written[candidate.key].append(candidate)
    strangers: dict[Key, Stranger] = {}
    for stranger in find_strangers(full, ground.text):
        strangers.setdefault(stranger.candidate.key, stranger)
    return Partings(ground, written, frozenset(_joined_by_and(full, ground.text)), strangers)


def _joined_by_and(full: Iterable[Candidate], text: str) -> Iterator[frozenset[Key]]:
    """The pairs of names with "and" between them."""
    for left, right in pairwise(full):
        start = right.title.start if right.title and right.title.kinds else right.start
        if _AND.fullmatch(text, left.end, start):
            yield frozenset((left.key, right.key))


def _is_one_sentence(left: Candidate, right: Candidate, text: str) -> bool:
    """Whether the two stand in one sentence that tells of no second name."""
    return _stand_together(left, right, text) and _ALIAS.search(text, left.end, right.end + _BEHIND) is None


def _tells_alias(left: Candidate, right: Candidate, text: str) -> bool:
    """Whether the sentence in which both stand does."""
    return _stand_together(left, right, text) and _ALIAS.search(text, left.end, right.end + _BEHIND) is not None


def _stand_together(left: Candidate, right: Candidate, text: str) -> bool:
    """Whether the two stand in one sentence."""
    return right.start - left.end <= _FURTHEST and not SENTENCE_END.search(text, left.end, right.start)


def _sound_alike(short: Key, long: Key, names: Names) -> bool:
    """Whether the words in which the names differ are spellings of one name: `Sergei` and `Sergey`."""
    unlike = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
    if any(_are_of_two_genders(a, b, names) for a, b in unlike):
        return False
    return all(share_group(names.forms.given, a, b) or _skeleton(a) == _skeleton(b) for a, b in unlike)


def _are_of_two_genders(left: str, right: str, names: Names) -> bool:
    """Whether the one is a woman's name and the other a man's: `Jeanne` and `Jean`, `Maria` and `Mario`."""
    genders = {names.genders.get(left), names.genders.get(right)}
    return genders == {"male", "female"} or {left[-1], right[-1]} == {"a", "o"}


def _skeleton(word: str) -> str:
    """The consonants of a word, none twice in a row."""
    return _DOUBLED.sub(r"\1", word[:1] + _VOWELS.sub("", word[1:]))
