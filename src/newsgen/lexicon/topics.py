"""Kinds of happening: which words of a sentence tell that it speaks of a coup, a visit, a withdrawal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import yaml
from ahocorasick_rs import AhoCorasick

from newsgen.lexicon.folding import fold

GAP = " … "
"""Stands in a phrase where some words may come between."""

REACH = 60
"""How many characters may stand in a gap."""


class Phrase(NamedTuple):
    """Words that tell a topic."""

    topic: str
    language: str
    size: int
    """Number of its parts."""


class Part(NamedTuple):
    """A stretch of words of a phrase, without gap."""

    phrase: int
    """Index into `Topics.phrases`."""
    place: int
    """Its place among the phrase's parts."""
    stem: bool
    """Whether a word may go on behind it."""


@dataclass(frozen=True, slots=True)
class Topics:
    """Look-up of the kinds of happening that a sentence tells."""

    names: tuple[str, ...]
    """All topics, sorted."""
    phrases: tuple[Phrase, ...]
    """All phrases of all languages."""
    languages: frozenset[str]
    """Those that phrases are listed in."""
    parts: tuple[tuple[Part, ...], ...]
    """What each text of the automaton is a part of."""
    automaton: AhoCorasick
    """Finds the texts of all parts in one pass."""

    def topics_of(self, sentence: str, language: str = "") -> tuple[str, ...]:
        """The topics whose words stand in the sentence, sorted; case and accents do not count.

        A language that has no phrases, or none, is read with those of all: "département" tells no English departure.
        """
        if not sentence:
            return ()
        return tuple(sorted({topic for topic, _, _ in self.find_phrases(fold(sentence), language)}))

    def find_phrases(self, text: str, language: str) -> Iterator[tuple[str, int, int]]:
        """(topic, start, end) of each phrase in a folded text, in the order of their ends."""
        anywhere = language not in self.languages
        reached: dict[tuple[int, int], tuple[int, int]] = {}
        for part, start, end in self._find_parts(text):
            phrase = self.phrases[part.phrase]
            before = reached.get((part.phrase, part.place - 1)) if part.place else (start, start)
            if not (anywhere or phrase.language == language) or before is None or not 0 <= start - before[1] <= REACH:
                continue
            reached[part.phrase, part.place] = (before[0], end)
            if part.place == phrase.size - 1:
                yield phrase.topic, before[0], end

    def _find_parts(self, text: str) -> Iterator[tuple[Part, int, int]]:
        """Each part that stands in the text between word borders, with its span, by where it begins."""
        hits = self.automaton.find_matches_as_indexes(text, overlapping=True)
        for index, start, end in sorted(hits, key=lambda hit: (hit[1], hit[2])):
            if start and text[start - 1].isalnum():
                continue
            goes_on = end < len(text) and text[end].isalnum()
            for part in self.parts[index]:
                if part.stem or not goes_on:
                    yield part, start, end


def read_topics(data: Mapping[str, bytes]) -> Topics:
    """The topics that `topics.yaml` describes."""
    # The base loader leaves every scalar the string that was written.
    sections = yaml.load(data["topics.yaml"], Loader=yaml.CBaseLoader)  # noqa: S506 - makes only strings
    phrases: list[Phrase] = []
    texts: dict[str, list[Part]] = {}
    for topic, language, words in _list_phrases(sections):
        parts = words.split(GAP)
        for place, part in enumerate(parts):
            stem = part.endswith("*")
            texts.setdefault(fold(part.removesuffix("*")), []).append(Part(len(phrases), place, stem))
        phrases.append(Phrase(topic, language, len(parts)))
    return Topics(
        names=tuple(sorted(sections)),
        phrases=tuple(phrases),
        languages=frozenset(phrase.language for phrase in phrases),
        parts=tuple(tuple(parts) for parts in texts.values()),
        automaton=AhoCorasick(list(texts)),
    )


def _list_phrases(sections: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, str]]:
    """(topic, language, words) of all phrases."""
    for topic, languages in sections.items():
        for language, phrases in languages.items():
            for phrase in phrases.split(","):
                yield topic, language, " ".join(phrase.split()).replace("* ", "*" + GAP).replace(GAP + "… ", GAP)
