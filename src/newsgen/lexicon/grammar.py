"""What the rules know of sentences: abbreviations, verbs of saying, words and endings that tell a tense."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Literal

import yaml

from newsgen.lexicon.folding import fold

Tense = Literal["past", "future", ""]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Look-up of words by what they do in a sentence; each language's words, and all languages' together."""

    sections: Mapping[str, Mapping[str, frozenset[str]]]
    """Folded words by kind, by language."""
    all_words: Mapping[str, frozenset[str]]
    """Folded words by kind, of all languages."""

    def has(self, kind: str, word: str) -> bool:
        """Whether the word is of the kind in any language."""
        return _fold_word(word) in self.all_words[kind]

    def kinds_of(self, words: Iterable[str]) -> frozenset[str]:
        """All kinds that one of the words is of, in any language."""
        return _NONE.union(*map(_kinds_of, repeat(self), words))

    def tense_of(self, word: str, language: str) -> Tense:
        """The tense that a word tells of its clause; empty if it tells none."""
        return _tense_of(self, word, language)

    def tenses_of(self, words: Iterable[str], language: str) -> set[Tense]:
        """The tenses that the words tell."""
        return set(map(_tense_of, repeat(self), words, repeat(language)))

    def section(self, language: str) -> Mapping[str, frozenset[str]]:
        """The words of a language; the English ones for a language that has none."""
        return self.sections.get(language, self.sections["en"])


_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 15)
def _kinds_of(grammar: Grammar, word: str) -> frozenset[str]:
    """Of one word, remembered."""
    folded = fold(word)
    return frozenset(kind for kind, words in grammar.all_words.items() if folded in words)


@lru_cache(maxsize=1 << 15)
def _fold_word(word: str) -> str:
    """The folded word, remembered: the same words come again and again."""
    return fold(word)


@lru_cache(maxsize=1 << 15)
def _tense_of(grammar: Grammar, word: str, language: str) -> Tense:
    """Of one word, remembered likewise."""
    section = grammar.section(language)
    folded = fold(word)
    if folded in section["future"]:
        return "future"
    if folded in section["past"]:
        return "past"
    # A capital inside a sentence makes a name: "United", "Mohamed".
    if folded in section["neither"] or word[:1].isupper():
        return ""
    if _ends_in(word, section.get("future-endings")):
        return "future"
    return "past" if _ends_in(word, section["past-endings"]) else ""


def _ends_in(word: str, endings: frozenset[str] | None) -> bool:
    """Whether the word ends in one of them and is more than the ending."""
    return bool(endings) and any(word.endswith(ending) and len(word) > len(ending) + 1 for ending in endings or ())


def read_grammar(data: Mapping[str, bytes]) -> Grammar:
    """The grammar that `grammar.yaml` describes."""
    # The base loader leaves every scalar the string that was written: `no` stays a word.
    raw = yaml.load(data["grammar.yaml"], Loader=yaml.CBaseLoader)  # noqa: S506 - makes only strings
    sections = {
        language: {kind: _read_words(kind, words) for kind, words in kinds.items()} for language, kinds in raw.items()
    }
    kinds = sorted({kind for section in sections.values() for kind in section})
    empty: frozenset[str] = frozenset()
    joined = {kind: empty.union(*(s.get(kind, empty) for s in sections.values())) for kind in kinds}
    return Grammar(sections=sections, all_words=joined)


def _read_words(kind: str, words: str) -> frozenset[str]:
    """The words of one kind; endings keep their accents, on which they depend."""
    return frozenset(words.split() if kind.endswith("-endings") else map(fold, words.split()))
