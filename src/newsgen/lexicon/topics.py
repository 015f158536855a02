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
    phrases: tuple[tuple[str, int], ...]
    """(topic, number of parts) of each phrase."""
    parts: tuple[tuple[Part, ...], ...]
    """What each text of the automaton is a part of."""
    automaton: AhoCorasick
    """Finds the texts of all parts in one pass."""

    def topics_of(self, sentence: str) -> tuple[str, ...]:
        """The topics whose words stand in the sentence, sorted; case and accents do not count."""
        text = fold(sentence)
        found: set[str] = set()
        reached: dict[tuple[int, int], int] = {}
        for part, start, end in self._find_parts(text):
            topic, size = self.phrases[part.phrase]
            before = reached.get((part.phrase, part.place - 1)) if part.place else start
            if before is None or not 0 <= start - before <= REACH:
                continue
            reached[part.phrase, part.place] = end
            if part.place == size - 1:
                found.add(topic)
        return tuple(sorted(found))

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
    phrases: list[tuple[str, int]] = []
    texts: dict[str, list[Part]] = {}
    for topic, phrase in _list_phrases(sections):
        parts = phrase.split(GAP)
        for place, part in enumerate(parts):
            stem = part.endswith("*")
            texts.setdefault(fold(part.removesuffix("*")), []).append(Part(len(phrases), place, stem))
        phrases.append((topic, len(parts)))
    return Topics(
        names=tuple(sorted(sections)),
        phrases=tuple(phrases),
        parts=tuple(tuple(parts) for parts in texts.values()),
        automaton=AhoCorasick(list(texts)),
    )


def _list_phrases(sections: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Each topic's phrases, over all languages."""
    for topic, languages in sections.items():
        for phrases in languages.values():
            for phrase in phrases.split(","):
                yield topic, " ".join(phrase.split()).replace("* ", "*" + GAP).replace(GAP + "… ", GAP)
