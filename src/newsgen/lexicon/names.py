"""Names: given names, titles, and the words that show that a run of capitals is no person."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, get_args

import yaml

from newsgen.lexicon import folding
from newsgen.lexicon.forms import NameForms, read_forms

TitleKind = Literal["courtesy", "rank", "office", "royal", "modifier", "status", "portfolio"]
Gender = Literal["male", "female"]

_TITLE_KINDS: tuple[TitleKind, ...] = get_args(TitleKind)
_GENDERS: Mapping[str, Gender] = {"m": "male", "f": "female"}
_SHORTEST_WITH_PLURAL = 4
_SHORTEST_FAMILY = 7
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The word without case, accents and final dot, with a plain apostrophe."""
    return folding.fold(word.translate(_APOSTROPHES).rstrip("."))


@lru_cache(maxsize=1 << 16)
def _accented(word: str) -> str:
    """The word without case and final dot, its accents kept."""
    return word.translate(_APOSTROPHES).rstrip(".").casefold()


@dataclass(frozen=True, slots=True)
class TitleWord:
    """One word of a title."""

    shown: str
    """In normal spelling within a title: `General` for `Gen.`, `ministre` of `Premier ministre`."""
    kinds: frozenset[TitleKind]
    """What it may be: `deputy` is an office and a modifier."""
    gender: Gender | None
    """Where the word tells it."""


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """What is known of persons' names. All look-ups take a word in any case, with or without accents."""

    given: frozenset[str]
    """Folded given names."""
    genders: Mapping[str, Gender]
    """Of the given names that tell it."""
    titles: Mapping[str, TitleWord]
    """By word as listed, with its accents and without: `general` is a title in French too, `près` is none."""
    courtesy_of_language: Mapping[str, frozenset[str]]
    """Courtesies that are common in one language and something else in others."""
    roles: frozenset[str]
    """Trades and other nouns that a person's name follows: `spokesman`, `striker`."""
    personal_roles: frozenset[str]
    """Roles that no firm or club has: `spokesman`."""
    firm_roles: frozenset[str]
    """Roles that firms and clubs have as well: `dealer`, `rival`."""
    stage_roles: frozenset[str]
    """Roles of those who are often known by one name: `singer`, `striker`."""
    particles: frozenset[str]
    articles: frozenset[str]
    """Particles that also open the names of papers and clubs: `Le Monde`."""
    joined_particles: frozenset[str]
    abbreviated: frozenset[str]
    """Parts of names written with a dot: `St.`."""
    suffixes: frozenset[str]
    """`Jr`, `III`."""
    family_first: frozenset[str]
    """Family names of languages that put them first: `Xi`, `Nguyen`."""
    families: frozenset[str]
    """Family names that are hardly anything else: a word before one is a given name, known or not: `Traoré`."""
    family_endings: tuple[str, ...]
    """Ends of words that only family names have: `-shvili`, `-dóttir`."""
    speech: frozenset[str]
    deeds: frozenset[str]
    verbs: frozenset[str]
    """Of speech and deeds."""
    barred: frozenset[str]
    """Words of organisations, places and things: no person has them in the name."""
    firms: frozenset[str]
    """Words that end the names of firms: what stands before them is a firm's name without them too."""
    days: frozenset[str]
    """Days and months."""
    idle: frozenset[str]
    """All words that are no name where they stand alone."""
    starters: frozenset[str]
    """Words that start sentences and no names."""
    starters_of_language: Mapping[str, frozenset[str]]
    """Those of the starters that are family names too, by the language in which they are small words."""
    also_families: frozenset[str]
    """Words of the other lists that are family names behind a given name: `May`, `Gates`."""
    also_given: frozenset[str]
    """Words of the other lists that are given names before a family name: `Bill`, `Mark`."""
    bearers: frozenset[str]
    """Words before the name of a ship, a street and the like, which may be a person's: `carrier`, `USS`, `calle`."""
    called_after: frozenset[str]
    """Words behind a person's name that make a thing of it: `airport`, `prize`."""
    place_openers: frozenset[str]
    """Words that open the names of places: `San`, `Fort`."""
    namesakes: frozenset[tuple[str, ...]]
    """Folded words of companies and the like that bear a person's name."""
    forms: NameForms
    """Spellings of one name, and names of very many people."""

    def is_given_name(self, word: str) -> bool:
        """Whether the word is a known given name; of a hyphenated one (`Jean-Luc`), each part."""
        folded = fold(word)
        if folded in self.given:
            return True
        return "-" in folded and all(part in self.given for part in folded.split("-"))

    def is_telling_family(self, folded: str) -> bool:
        """Whether the folded word is a family name by itself, or by its end."""
        return folded in self.families or (len(folded) >= _SHORTEST_FAMILY and folded.endswith(self.family_endings))

    def is_title(self, word: str) -> bool:
        """Whether the word may stand in a title before a name: `Gen.`, `president`, `Deputy`."""
        return self.title_word(word) is not None

    def title_word(self, word: str) -> TitleWord | None:
        """What is known of the word as part of a title."""
        return self.titles.get(_accented(word)) or (self._compound_title(word) if "-" in word else None)

    def plural_title(self, word: str) -> TitleWord | None:
        """The title of several: `Presidents`, `Secretaries`."""
        written = _accented(word)
        if not written.endswith("s"):
            return None
        title = self.titles.get(written[:-1]) or self.titles.get(written.removesuffix("ies") + "y")
        return title if title and title.kinds & {"rank", "office", "royal"} else None

    def is_courtesy_in(self, word: str, language: str) -> bool:
        """Whether the word, if it is a courtesy at all, is one in that language: `M.` is none in English."""
        folded = fold(word)
        return all(folded not in words for name, words in self.courtesy_of_language.items() if name != language)

    def _compound_title(self, word: str) -> TitleWord | None:
        """`Major-General`, `Vice-President`: as the last part; not `état-major`."""
        head, _, last = word.rpartition("-")
        title = self.titles.get(fold(last))
        heads = [self.titles.get(fold(part)) for part in head.split("-")]
        if title is None or not all(part and part.kinds != {"portfolio"} for part in heads):
            return None
        shown = "-".join(self.titles[fold(part)].shown for part in word.split("-"))
        return TitleWord(shown, title.kinds, title.gender)


def read_names(data: Mapping[str, bytes]) -> Names:
    """The names from the data files, by file name; a list that is not there is empty."""
    titles = _read_yaml(data, "titles.yaml")
    cues = _read_yaml(data, "name_cues.yaml")
    others = _read_yaml(data, "not_names.yaml")
    title_words = _title_words(titles)
    also_families = _words(others, "also-families")
    barred = _words(others, "organisations", "firms", "places", "things")
    barred |= {f"{word}s" for word in barred if len(word) >= _SHORTEST_WITH_PLURAL}
    days, starters = _words(others, "days"), _words(others, "starters")
    given = json.loads(data.get("given_names.json", b"{}"))
    return Names(
        given=frozenset(given.keys() | _words(cues, "given")),
        genders={name: _GENDERS[letter] for name, letter in given.items() if letter},
        titles=title_words,
        courtesy_of_language=_words_of_language(cues, "courtesy-of-language"),
        roles=_words(titles, "role", "stage-role"),
        personal_roles=_words(titles, "personal-role"),
        firm_roles=_words(titles, "firm-role"),
        stage_roles=_words(titles, "stage-role"),
        particles=_words(cues, "particles"),
        articles=_words(cues, "articles"),
        joined_particles=_words(cues, "joined-particles"),
        abbreviated=_words(cues, "abbreviated"),
        suffixes=_words(cues, "suffixes"),
        family_first=_words(cues, "family-first"),
        families=_words(cues, "families"),
        family_endings=tuple(sorted(_words(cues, "family-endings"))),
        speech=_words(cues, "speech"),
        deeds=_words(cues, "deeds"),
        verbs=_words(cues, "speech", "deeds"),
        barred=barred,
        firms=_words(others, "firms"),
        days=days,
        starters=starters,
        idle=(barred | days | starters | _words(titles, "role", "stage-role") | title_words.keys())
        - also_families
        - (barred & _words(cues, "family-first")),
        starters_of_language=_words_of_language(others, "starters-of-language"),
        also_families=also_families,
        also_given=_words(others, "also-given"),
        bearers=_words(others, "bearers"),
        called_after=_words(others, "called-after"),
        place_openers=_words(others, "place-openers"),
        namesakes=frozenset(tuple(map(fold, phrase.split())) for phrase in others.get("namesakes", ())),
        forms=read_forms(_read_yaml(data, "name_forms.yaml")),
    )


def _read_yaml(data: Mapping[str, bytes], name: str) -> dict[str, Any]:
    """The mapping in the file; empty if the file is not there."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(data.get(name, b""), loader) or {}  # noqa: S506  # one of the two safe loaders


def _words_of_language(section: Mapping[str, Any], key: str) -> dict[str, frozenset[str]]:
    """The folded words under the key, by language."""
    return {language: frozenset(map(fold, words.split())) for language, words in section.get(key, {}).items()}


def _words(section: Mapping[str, str], *keys: str) -> frozenset[str]:
    """The folded words under the keys."""
    return frozenset(fold(word) for key in keys for word in section.get(key, "").split())


def _title_words(section: Mapping[str, Any]) -> dict[str, TitleWord]:
    """Each written word of a title with all that it may be; shown as listed, or as the first without accents."""
    found: dict[str, TitleWord] = {}
    listed = [*_listed_titles(section)]
    exact = ((_accented(written), new) for written, new in listed)
    plain = ((fold(written), new) for written, new in listed if fold(written) != _accented(written))
    for word, new in (*exact, *plain):
        old = found.get(word, new)
        found[word] = TitleWord(old.shown, old.kinds | new.kinds, old.gender or new.gender)
    return found


def _listed_titles(section: Mapping[str, Any]) -> Iterator[tuple[str, TitleWord]]:
    """(word, what it is) in the order of the file."""
    for kind in _TITLE_KINDS:
        for gender, key in _keys_of(kind):
            for shown, written in section.get(key, {}).items():
                for word in written.split(","):
                    yield word.strip(), TitleWord(shown, frozenset({kind}), gender)


def _keys_of(kind: TitleKind) -> Iterable[tuple[Gender | None, str]]:
    """The keys under which titles of a kind are listed, with the gender that each tells."""
    return ((None, kind), ("male", f"{kind}-male"), ("female", f"{kind}-female"))
