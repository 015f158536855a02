"""What countries are called, and what else is said of them; read by `generate` alone."""

import re
from collections.abc import Iterator

from newsgen.data.sources import cldr_name, codes, corrections, places, plain, sheets
from newsgen.lexicon.gazetteer import CountryInfo, Entry, Kind

LANGUAGES = ("en", "fr", "es")
STATEHOOD = (
    "Republic",
    "Kingdom",
    "State of",
    "Commonwealth of",
    "Principality",
    "Sultanate",
    "Federation",
    "Union of",
)
"""Words that show an official name among the spellings of a fact sheet."""
LISTED: tuple[tuple[str, Kind], ...] = (("also", "name"), ("was", "former-name"), ("by", "metonym"), ("in", "region"))
"""Keys of the hand-kept list, and what the phrases under them are."""

# matches: Myanmar (Burma)
IN_BRACKETS = re.compile(r"^([^()]+) \(([^()]+)\)$")
# matches: R.A.S. chinoise de Hong Kong
# matches: Congo - Kinshasa
NOT_AS_WRITTEN = re.compile(r"R\.A\.S\.|\bRAE\b|\bSAR\b| - |R\.A\.E\.|EE\. UU\.|\(partie")


def spellings(name: str) -> Iterator[str]:
    """A name of the sources as running text writes it: without brackets, with "and", with and without "Saint"."""
    if NOT_AS_WRITTEN.search(name):
        return
    if bracketed := IN_BRACKETS.match(name):
        yield from bracketed.groups()
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
    for key, kind in LISTED:
        yield from (Entry(name, code, kind) for name in mine.get(key, ()))
    for language in LANGUAGES:
        yield from (Entry(name, code, "name", language=language) for name in mine.get(f"{language}-names", ()))
        refused = set(corrections()["not_names"].get(language, ()))
        for name in spellings(cldr_name(code, language)):
            if name and name not in refused:
                yield Entry(name, code, "name")
    yield from (Entry(name, code, "official-name") for name in official_names(code))


def english_name(code: str) -> str:
    """The name as a newspaper writes it."""
    name: str = corrections()["countries"].get(code, {}).get("name") or cldr_name(code, "en")
    return name.replace(" & ", " and ")


def official_names(code: str) -> list[str]:
    """`Republic of Mali` and the like, as far as the fact sheet knows them."""
    found = sheets().get(code, {}).get("altSpellings", ())
    formal = (plain(name) for name in found if any(word in name for word in STATEHOOD))
    return [name for name in formal if "," not in name and name.isascii()]


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
