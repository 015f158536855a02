"""The desk: the words of the news trade, as clippings use them around an article.

Lines are compared folded: without case, accents and typographic quotation marks, blanks collapsed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from newsgen.lexicon.folding import fold as fold_characters
from newsgen.lexicon.scripts import Scripts, read_scripts

# matches: Radio Habana
_NAME_WORD = re.compile(r"\w+")

_PLAIN = str.maketrans(dict(zip("‘’ʼ`´“”„«»‐‑\u00a0\u202f\u2009", "'''''\"\"\"\"\"--   ", strict=True)))

_WORDS_ONLY = {**dict.fromkeys(map(ord, '0123456789.,;:!?¿¡()[]{}<>"“”«»„…—–-‐‑/|•·*_#@&+=%$€£'), " "), ord("’"): "'"}
"""All that parts words, as blanks; an apostrophe is within one."""

_SAMPLE = 900
"""Characters that tell a text's language."""
_ENOUGH = 3
"""Frequent words below which a text is too short to tell …"""
_KINDS = 3
"""… and different ones: mark-up has the same again and again."""
_SHARE = 12
"""One word of so many, at least, is a frequent one in any text that is not mostly mark-up."""


@lru_cache(maxsize=1 << 12)
def fold(text: str) -> str:
    """The text without case, accents and typographic marks; runs of blanks are one."""
    plain = text if text.isascii() else text.translate(_PLAIN)
    return " ".join(fold_characters(plain).split())


_FIRST = 4
"""Characters by which phrases are looked up."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Folded phrases of one kind, ready for a look-up."""

    phrases: frozenset[str]
    """All of them."""
    ordered: tuple[str, ...]
    """All of them, longest first."""
    by_first: Mapping[str, tuple[str, ...]]
    """Those with the same first characters, longest first, then shorter ones with which these characters begin."""
    short: tuple[str, ...]
    """Those that are shorter, longest first."""

    def start(self, folded: str) -> str | None:
        """The longest phrase that the line begins with, and that ends where a word ends."""
        phrases = self.by_first.get(folded[:_FIRST], self.short)
        if not folded.startswith(phrases):
            return None
        ending = (p for p in phrases if folded.startswith(p) and _ends_word(folded, len(p)))
        return next(ending, None)

    def end(self, folded: str) -> str | None:
        """The longest phrase that the line ends with."""
        if not folded.endswith(self.ordered):
            return None
        return next(phrase for phrase in self.ordered if folded.endswith(phrase))

    def within(self, folded: str) -> bool:
        """Whether any phrase stands anywhere in the line."""
        for phrase in self.ordered:  # noqa: SIM110  # half the time of any(), on every short line
            if phrase in folded:
                return True
        return False

    def __contains__(self, folded: object) -> bool:
        return folded in self.phrases


@dataclass(frozen=True, slots=True)
class Desk:
    """Outlets, agencies, cues of lines, frequent words. What is looked up in cues must be folded."""

    agencies: Mapping[str, str]
    """Folded initials or name → name shown."""
    outlets: frozenset[str]
    """Folded names of well-known outlets."""
    words: Mapping[str, frozenset[str]]
    """Folded words by kind: `outlet`, `place`, `name`, …; see `data/desk.yaml`."""
    sections: frozenset[str]
    """Folded names of a paper's sections and kinds of text."""
    cues: Mapping[str, Cues]
    """By kind: `byline.start`, `notice.whole`, …; see `data/desk.yaml`."""
    languages: tuple[str, ...]
    """Those with frequent words, in the order of the data file."""
    mail: Mapping[str, str]
    """Folded name of a line in a mail's head → its kind: `subject`, `from`, `date`, …"""
    frequent: Mapping[str, tuple[str, ...]]
    """Frequent word, in small letters → languages that have it."""
    scripts: Scripts
    """What the script of a text tells of its language."""
    exports: Mapping[str, Mapping[str, str]]
    """How databases mark the parts of an article: `codes`, `labels`, `sure`, `alone`; each mark → its kind."""

    def agency(self, text: str) -> str | None:
        """The shown name of the agency that the text means: `AFP` gives `Agence France-Presse`."""
        return self.agencies.get(fold(text))

    def is_outlet_name(self, text: str) -> bool:
        """Whether the text, a few words, is surely the name of an outlet or agency."""
        folded = fold(text)
        if folded in self.outlets or folded in self.agencies:
            return True
        words = _NAME_WORD.findall(text)
        proper = [word for word in words if fold(word) not in self.words["outlet-companion"]]
        return (
            2 <= len(words) <= 7
            and not self._names_section(words)
            and all(not word[0].islower() for word in proper)
            and any(fold(word) in self.words["outlet"] for word in proper)
        )

    def _names_section(self, words: Sequence[str]) -> bool:
        """Whether the words are a section's name or a button's, though one of them is an outlet's: "Local News"."""
        return all(
            word in self.words["outlet-or-section"] or word in self.words["section-companion"] or word in self.sections
            for word in map(fold, words)
        ) and not any(
            word in self.words["outlet"] and word not in self.words["outlet-or-section"] for word in map(fold, words)
        )

    def language_of(self, text: str, default: str) -> str:
        """ISO 639 code of the language whose frequent words the text has most of; `default` if it has few.

        What is in another script than the Latin is in the language that this tells, or in one not known: `und`.
        """
        return self.scripts.language_of(text[:_SAMPLE]) or self._count_frequent(text[:_SAMPLE], default)

    def _count_frequent(self, text: str, default: str) -> str:
        """The language whose frequent words a text in Latin letters has most of; `default` if it has few."""
        plain = text.translate(_WORDS_ONLY)
        words, folded = plain.split(), plain.casefold().split()
        found: dict[str, list[str]] = {}
        for place, languages in enumerate(map(self.frequent.get, folded)):
            if languages and not (folded[place] in self.words["particle"] and self._leads_to_name(words, place + 1)):
                for language in languages:
                    found.setdefault(language, []).append(folded[place])
        # Of equals, the default, then the first in the data file.
        order = {language: -place for place, language in enumerate(dict.fromkeys((default, *self.languages)))}
        best = max(found, key=lambda language: (len(found[language]), order[language]), default=default)
        return best if _is_enough(found.get(best, ()), len(words)) else default

    def _leads_to_name(self, words: Sequence[str], place: int) -> bool:
        """Whether a name begins at the place, behind any small words that belong to it: "von der Leyen"."""
        for word in words[place:]:
            if word[0].isupper() and not word.isupper():
                return True
            if word.casefold() not in self.words["particle"]:
                return False
        return False


def _is_enough(frequent: Sequence[str], words: int) -> bool:
    """Whether the frequent words of a language that a text has, among so many words, tell that it is in it."""
    return len(frequent) >= _ENOUGH and len({*frequent}) >= _KINDS and len(frequent) * _SHARE >= words


def read_desk(data: Mapping[str, bytes]) -> Desk:
    """The desk from the data files, by file name."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: dict[str, Any] = yaml.load(data["desk.yaml"], loader)  # noqa: S506  # one of the two safe loaders
    return Desk(
        agencies={fold(form): name for name, forms in table["agencies"].items() for form in _entries(forms)},
        outlets=frozenset(fold(name) for names in table["outlets"] for name in _entries(names)),
        words={kind: frozenset(map(fold, words.split())) for kind, words in table["words"].items()},
        sections=frozenset(map(fold, _entries(table["sections"]))),
        cues=dict(_read_cues(table)),
        languages=tuple(table["frequent"]),
        mail={fold(name): kind for kind, names in table["mail"].items() for name in _entries(names)},
        frequent=_by_word(table["frequent"]),
        scripts=read_scripts(table["scripts"]),
        exports=_read_exports(yaml.load(data["exports.yaml"], loader)),  # noqa: S506  # as above
    )


def _read_exports(table: Mapping[str, Any]) -> dict[str, Mapping[str, str]]:
    """The marks of each sort, folded; codes as they are."""
    kinds = {sort: table[sort] for sort in ("codes", "labels", "alone")} | {"sure": {"sure": table["sure"]}}
    return {
        sort: {
            entry if sort == "codes" else fold(entry): kind for kind, text in marks.items() for entry in _entries(text)
        }
        for sort, marks in kinds.items()
    }


def _read_cues(table: Mapping[str, Any]) -> Iterable[tuple[str, Cues]]:
    """(kind, cues) of all lists of cues; a list below a key is `key.list`, all that begin a line are `opener`."""
    openers: list[str] = []
    for kind in ("byline", "stamp", "source", "caption", "notice"):
        for part, text in table[kind].items():
            phrases = text.split() if part == "filler" else _entries(text)
            openers += phrases if part in _OPENING else ()
            yield f"{kind}.{part}", _cues(phrases)
    for kind in ("link", "missing-image", "end", "more"):
        yield kind, _cues(_entries(table[kind]))
    yield "opener", _cues((*openers, *_entries(table["missing-image"]), *_entries(table["copyright"])))


_OPENING = frozenset(("start", "shown", "final", "published", "updated", "buttons"))
"""Lists of cues that stand at the head of a line."""


def _cues(phrases: Iterable[str]) -> Cues:
    folded = frozenset(map(fold, phrases))
    ordered = tuple(sorted(folded, key=lambda phrase: (-len(phrase), phrase)))
    short = tuple(phrase for phrase in ordered if len(phrase) < _FIRST)
    by_first: dict[str, tuple[str, ...]] = {}
    for phrase in ordered:
        if len(phrase) >= _FIRST:
            by_first[phrase[:_FIRST]] = (*by_first.get(phrase[:_FIRST], ()), phrase)
    for first in by_first:
        by_first[first] += tuple(phrase for phrase in short if first.startswith(phrase))
    return Cues(folded, ordered, by_first, short)


def _entries(text: str) -> list[str]:
    return [entry.strip() for entry in text.split(" | ")]


def _ends_word(text: str, end: int) -> bool:
    """Whether no word runs across the place; always true behind a stop, colon or bracket."""
    return end >= len(text) or not (text[end].isalnum() and text[end - 1].isalnum())


def _by_word(frequent: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    languages: dict[str, tuple[str, ...]] = {}
    for language in sorted(frequent):
        for word in dict.fromkeys(frequent[language].split()):
            languages[word] = (*languages.get(word, ()), language)
    return languages
