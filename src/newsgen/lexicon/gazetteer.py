"""The gazetteer: countries, and all the phrases that name or stand for one.

Its data, `gazetteer.json`, is made by `newsgen.data.generate`. The scan finds phrases in one pass over the text
(Aho–Corasick) and keeps, of those that stand between word borders in a form that is really written so, the longest:
so the "Niger" of "Nigeria" and the "US" of "tell us" cannot slip through.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from newsgen.lexicon.folding import fold
from newsgen.lexicon.written import level, list_spellings, write_in_capitals
from newsgen.records import Record

# matches: Tripoli, Lebanon
# matches: Niamey (Niger)
# matches: LONDON/PARIS
_PLACE_BORDER = re.compile(r"[,/()]+")

_JOINING_BEFORE = frozenset("_@/\\")
_NO_WORDS: frozenset[str] = frozenset()

Kind = Literal["name", "official-name", "former-name", "demonym", "capital", "city", "region", "metonym", "decoy"]
"""How a phrase means its country; a `decoy` holds a country's word and means none."""

_NAMES: tuple[Kind, ...] = ("name", "official-name", "former-name")
"""Of these kinds are names of the country itself."""
_DOUBTFUL = 1
"""Weight of a phrase that more often means something else."""


class CountryInfo(Record):
    """A country."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """In English, as a newspaper writes it."""
    official: str = ""
    """`Republic of Mali`; empty where it is not known."""
    capital: str = ""
    region: str = ""
    """`Africa`."""
    subregion: str = ""
    """`Sub-Saharan Africa`."""
    latitude: float | None = None
    longitude: float | None = None
    neighbours: tuple[str, ...] = ()
    """Codes of the countries that share a land border, sorted."""


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A phrase with one meaning."""

    phrase: str
    """As it is written in running text."""
    code: str
    """ISO 3166-1 alpha-2; empty for a decoy."""
    kind: Kind
    weight: int = 3
    """3: means nothing else; 2: may be part of a person's name; 1: more often means something else."""
    language: str = ""
    """The only language in whose texts the phrase has this meaning; empty if it has it everywhere."""


class Hit(msgspec.Struct, frozen=True):
    """A phrase found in a text."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    """All that it may mean, heaviest first."""


class GazetteerData(Record):
    """What `gazetteer.json` holds."""

    countries: tuple[CountryInfo, ...] = ()
    phrases: tuple[Entry, ...] = ()
    places: Mapping[str, str] = MappingProxyType({})
    """By folded name: `LY1150 LB229`, the countries with such a place and its inhabitants in thousands."""
    qualifiers: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """By country: what stands behind a place in a dateline."""
    cues: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Words beside which a country's name belongs to something else."""


class Cues(dict[str, frozenset[str]]):
    """Words by purpose; none for a purpose that nobody has heard of."""

    def __missing__(self, purpose: str) -> frozenset[str]:
        return _NO_WORDS


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-ups over countries and places."""

    countries: Mapping[str, CountryInfo]
    """By code, in the order of codes."""
    cues: Cues
    """Words beside which a country's name belongs to something else, by purpose; in capitals, too."""
    _forms: Mapping[str, tuple[Entry, ...]]
    """By each spelling that counts."""
    _called: Mapping[str, tuple[str, ...]]
    """By code, what the country is usually called."""
    _automaton: AhoCorasick
    """Finds the capitals-only form of every spelling."""
    _places: Mapping[str, str]
    """By key: `LY1150 LB229`."""
    _names: Mapping[str, tuple[str, ...]]
    """Codes by key of the name of a country."""
    _regions: Mapping[str, tuple[str, ...]]
    """Codes by key of the name of a state, province or region."""
    _known_cities: Mapping[str, tuple[str, ...]]
    """Codes by key of the name of a capital, or of a city that its bare name means."""
    _abbreviations: Mapping[str, str]
    """Code by key of what stands behind a place for a state or province: `calif`."""

    def scan(self, text: str) -> tuple[Hit, ...]:
        """All phrases in the text between word borders: from the left, the longest at each place; disjoint."""
        plain = level(text)
        found = []
        for _, start, end in self._automaton.find_matches_as_indexes(write_in_capitals(plain), overlapping=True):
            entries = self._forms.get(plain[start:end])
            if entries and _stands_alone(plain, start, end):
                found.append(Hit(start, end, entries))
        return tuple(_disjoint(found))

    def country_of_place(self, place: str) -> str | None:
        """The code for a dateline's place: `Niamey`, `Tripoli, Lebanon`, `LONDON, Ont.`; None if nobody knows it.

        A qualifier decides; without one a country or its capital is meant, or else the largest place of the name.
        """
        first, *qualifiers = [place_key(part) for part in _PLACE_BORDER.split(place)]
        for qualifier in reversed(qualifiers):
            if code := self._abbreviations.get(qualifier) or self._settle(first, self._codes_of(qualifier)):
                return code
        return self._settle(first, self._codes_of(first)) or self._largest(first)

    def country_by_qualifier(self, place: str, qualifier: str) -> str | None:
        """The code of `N.H.` behind any place, or of `Lebanon` behind a place that the country has; else None."""
        key = place_key(qualifier)
        if qualifier.endswith("."):
            return self._abbreviations.get(key)
        known = {word[:2] for word in self._places.get(place_key(place), "").split()}
        return next((code for code in self._codes_of(key) if code in known), None)

    def meanings(self, phrase: str) -> tuple[Entry, ...]:
        """All that a phrase of the gazetteer may mean, heaviest first; none if it holds no such phrase."""
        return self._forms.get(phrase, ())

    def rivals(self, place: str, code: str) -> frozenset[str]:
        """The other countries with a place of the name, unless the bare name is known to mean the one of `code`."""
        key = place_key(place)
        if code in self._known_cities.get(key, ()) or "," in place:
            return frozenset()
        return frozenset(word[:2] for word in self._places.get(key, "").split()) - {code}

    def is_region(self, name: str) -> bool:
        """Whether it is the name of a state, province or region."""
        return place_key(name) in self._regions

    def code_of(self, name_or_code: str) -> str | None:
        """The code that a user's `NE`, `ne`, `Niger` or `République du Niger` means; None if it means no country."""
        if name_or_code.upper() in self.countries:
            return name_or_code.upper()
        entries = self._forms.get(name_or_code.strip()) or self._forms.get(name_or_code.strip().upper()) or ()
        countries = (entry for entry in entries if entry.kind in _NAMES)
        return next((entry.code for entry in countries), None)

    def name_of(self, code: str) -> str:
        """What the country is called in English; a code that is no country's, as it is."""
        info = self.countries.get(code)
        return info.name if info else code

    def names_of(self, code: str) -> tuple[str, ...]:
        """What the country is called in any language, the shortest first: `US`, `USA`, `America`, `États-Unis`.

        Abbreviations, official and former names are among them; what more often means something else is not.
        """
        return self._called.get(code, ())

    def _codes_of(self, key: str) -> tuple[str, ...]:
        """The countries that the key of a name means, then those with a state, province or region of the name."""
        return *self._names.get(key, ()), *self._regions.get(key, ())

    def _settle(self, place: str, codes: tuple[str, ...]) -> str | None:
        """Of several countries the one with the largest place of the name: Georgia is another in "Atlanta, Georgia"."""
        if len(codes) < 2:
            return codes[0] if codes else None
        ranked = (word[:2] for word in self._places.get(place, "").split())
        return next((code for code in ranked if code in codes), codes[0])

    def _largest(self, place: str) -> str | None:
        """The country of the largest place of the name; one that the bare name means counts as ten times as large."""
        sizes = {word[:2]: int(word[2:]) for word in self._places.get(place, "").split()}
        for code in self._known_cities.get(place, ()):
            sizes[code] = 10 * max(sizes.get(code, 0), 1)
        return max(sizes, key=lambda code: (sizes[code], code), default=None)


def read_gazetteer(data: Mapping[str, bytes]) -> Gazetteer:
    """The gazetteer from the data files, by file name; empty if its file is not there."""
    content = msgspec.json.decode(data.get("gazetteer.json", b"{}"), type=GazetteerData)
    forms = _spell_out(content.phrases)
    return Gazetteer(
        countries={country.code: country for country in content.countries},
        cues=Cues((purpose, frozenset(_add_capitals(words))) for purpose, words in content.cues.items()),
        _forms=forms,
        _called=_list_names(content.phrases),
        _automaton=AhoCorasick(
            list({form.upper(): None for form in forms}),
            matchkind=MatchKind.Standard,
            implementation=Implementation.ContiguousNFA,
        ),
        _places=content.places,
        _names=_key_by_place(content.phrases, _NAMES),
        _regions=_key_by_place(content.phrases, ("region",)),
        _known_cities=_key_by_place(content.phrases, ("capital", "city")),
        _abbreviations={place_key(word): code for code, words in content.qualifiers.items() for word in words},
    )


def _add_capitals(words: Iterable[str]) -> Iterator[str]:
    """The words, and in capitals those that have a usual form with small letters: `Post`, `POST`, but only `of`."""
    for word in words:
        yield word
        if word.istitle():
            yield word.upper()


def place_key(place: str) -> str:
    """The form under which places are looked up: folded, without dots, single blanks."""
    return " ".join(fold(place).replace(".", "").split())


def _key_by_place(phrases: Iterable[Entry], kinds: tuple[Kind, ...]) -> dict[str, tuple[str, ...]]:
    """The codes of each place that phrases of these kinds name."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in phrases:
        if entry.kind in kinds:
            key = place_key(entry.phrase)
            found[key] = (*(code for code in found.get(key, ()) if code != entry.code), entry.code)
    return found


def _list_names(phrases: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """For each country its names, the shortest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in phrases:
        if entry.kind in _NAMES and entry.weight > _DOUBTFUL:
            found[entry.code].append(entry.phrase)
    return {code: tuple(sorted(names, key=lambda name: (len(name), name))) for code, names in found.items()}


def _spell_out(phrases: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """For each spelling that counts, what it may mean: heaviest first, then in the order of the file."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in phrases:
        alone = (entry,)
        for form in list_spellings(entry.phrase):
            known = found.setdefault(form, alone)
            if known is not alone and all(other.code != entry.code for other in known):
                found[form] = tuple(sorted((*known, entry), key=_heaviest_first))
    return found


def _heaviest_first(entry: Entry) -> tuple[int, bool]:
    return (-entry.weight, entry.kind == "region")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the stretch is no part of a longer word, of an address (`niger.example`) or of longer initials."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before.isalnum() or before in _JOINING_BEFORE or unicodedata.combining(after[:1] or " "):
        return False
    if text[end - 1] == ".":
        return not (after[:1].isalpha() and after[1:] == ".")
    return not (after[:1].isalnum() or after[:1] == "_" or (after[:1] == "." and after[1:].islower()))


def _disjoint(hits: list[Hit]) -> Iterator[Hit]:
    """From the left, the longest at each place."""
    reached = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= reached:
            reached = hit.end
            yield hit
