"""Kinds of happening, and of trades: which words of a text tell that it speaks of a coup, of a visit, of a cyclist."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

import yaml
from ahocorasick_rs import AhoCorasick

from newsgen.lexicon.folding import fold

GAP = " … "
"""Stands in a phrase where some words may come between."""

REACH = 60
"""How many characters may stand in a gap."""


class Part(NamedTuple):
    """A stretch of words of a phrase, without gap."""

    topic: str
    phrase: int
    """Number of the phrase."""
    place: int
    """Its place among the phrase's parts."""
    last: bool
    """Whether no other part follows."""
    stem: bool
    """Whether a word may go on behind it."""


class Vocabulary(NamedTuple):
    """The phrases of one language, or of all."""

    parts: tuple[tuple[Part, ...], ...]
    """What each text of the automaton is a part of."""
    automaton: AhoCorasick
    """Finds the texts of all parts in one pass."""

    def find_parts(self, text: str) -> Iterator[tuple[Part, int, int]]:
        """Each part that stands in the text between word borders, with its span, by where it begins."""
        hits = self.automaton.find_matches_as_indexes(text, overlapping=True)
        for index, start, end in sorted(hits, key=_BY_PLACE):
            if start and text[start - 1].isalnum():
                continue
            goes_on = end < len(text) and text[end].isalnum()
            for part in self.parts[index]:
                if part.stem or not goes_on:
                    yield part, start, end


_BY_PLACE = itemgetter(1, 2)
"""Sorts what the automaton finds."""


@dataclass(frozen=True, slots=True)
class Topics:
    """Look-up of the kinds of happening that a sentence tells."""

    names: tuple[str, ...]
    """All topics, sorted."""
    vocabularies: Mapping[str, Vocabulary]
    """By language; that of all languages under the empty string."""

    def topics_of(self, sentence: str, language: str = "") -> tuple[str, ...]:
        """The topics whose words stand in the sentence, sorted; case and accents do not count.

        A language that has no phrases, or none, is read with those of all: "département" tells no English departure.
        """
        if not sentence:
            return ()
        return tuple(sorted({topic for topic, _, _ in self.find_phrases(fold(sentence), language)}))

    def find_phrases(self, text: str, language: str) -> Iterator[tuple[str, int, int]]:
        """(topic, start, end) of each phrase in a folded text, in the order of their ends."""
        reached: dict[tuple[int, int], tuple[int, int]] = {}
        vocabulary = self.vocabularies.get(language) or self.vocabularies[""]
        for part, start, end in vocabulary.find_parts(text):
            before = reached.get((part.phrase, part.place - 1)) if part.place else (start, start)
            if before is None or not 0 <= start - before[1] <= REACH:
                continue
            if part.last:
                yield part.topic, before[0], end
            else:
                reached[part.phrase, part.place] = (before[0], end)


def read_topics(data: Mapping[str, bytes], file: str = "topics.yaml") -> Topics:
    """The topics, or trades, that the file describes."""
    # The base loader leaves every scalar the string that was written.
    sections = yaml.load(data[file], Loader=yaml.CBaseLoader)  # noqa: S506 - makes only strings
    phrases = list(_list_phrases(sections))
    languages = dict.fromkeys(language for _, language, _ in phrases)
    vocabularies = {"": _gather(phrases)}
    for language in languages:
        vocabularies[language] = _gather([phrase for phrase in phrases if phrase[1] == language])
    return Topics(names=tuple(sorted(sections)), vocabularies=vocabularies)


def _gather(phrases: Sequence[tuple[str, str, str]]) -> Vocabulary:
    """The vocabulary of some phrases."""
    texts: dict[str, list[Part]] = {}
    for number, (topic, _, words) in enumerate(phrases):
        parts = words.split(GAP)
        for place, part in enumerate(parts):
            known = Part(topic, number, place, last=place == len(parts) - 1, stem=part.endswith("*"))
            texts.setdefault(fold(part.removesuffix("*")), []).append(known)
    return Vocabulary(tuple(tuple(parts) for parts in texts.values()), AhoCorasick(list(texts)))


def _list_phrases(sections: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, str]]:
    """(topic, language, words) of all phrases."""
    for topic, languages in sections.items():
        for language, phrases in languages.items():
            for phrase in phrases.split(","):
                yield topic, language, " ".join(phrase.split()).replace("* ", "*" + GAP).replace(GAP + "… ", GAP)
