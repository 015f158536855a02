"""What the rules know of sentences: abbreviations, verbs of saying, words and endings that tell a tense."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
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

    def reader(self, language: str) -> Callable[[str], frozenset[str]]:
        """What gives all kinds that a word is of, in any language, and what tells its tense in this one."""
        return _make_reader(self, language)

    def kinds_of(self, words: Iterable[str], language: str = "") -> frozenset[str]:
        """All kinds that one of the words is of, in any language, and what tells their tenses in this one."""
        return _NONE.union(*map(_make_reader(self, language), words))

    def tense_of(self, word: str, language: str) -> Tense:
        """The tense that a word tells of its clause; empty if it tells none."""
        return tense_in(_make_reader(self, language)(word))

    def section(self, language: str) -> Mapping[str, frozenset[str]]:
        """The words of a language; the English ones for a language that has none."""
        return self.sections.get(language, self.sections["en"])


_NONE: frozenset[str] = frozenset()


_PAST, _FUTURE = "tells past", "tells future"
"""What tells a tense in one language, among the kinds of words."""


def tense_in(kinds: frozenset[str]) -> Tense:
    """The tense that words of these kinds tell; the future wins over a past beside it ("said it will")."""
    return "future" if _FUTURE in kinds else "past" if _PAST in kinds else ""


@lru_cache(maxsize=8)
def _make_reader(grammar: Grammar, language: str) -> Callable[[str], frozenset[str]]:
    """What tells all that is known of a word; it remembers, since the same words come again and again."""
    section = grammar.section(language)
    told: Mapping[Tense, frozenset[str]] = {"": _NONE, "past": frozenset((_PAST,)), "future": frozenset((_FUTURE,))}

    @lru_cache(maxsize=1 << 15)
    def read(word: str) -> frozenset[str]:
        folded = fold(word)
        kinds = frozenset(kind for kind, words in grammar.all_words.items() if folded in words)
        return kinds | told[_tell_tense(word, folded, section)]

    return read


@lru_cache(maxsize=1 << 15)
def _fold_word(word: str) -> str:
    """The folded word, remembered: the same words come again and again."""
    return fold(word)


def _tell_tense(word: str, folded: str, section: Mapping[str, frozenset[str]]) -> Tense:
    """The tense that a word tells by the tables of its language."""
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
