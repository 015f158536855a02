"""Cities, capitals, states and provinces; read by `generate` alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from newsgen.data.countries import capital_of, english_name
from newsgen.data.given import given_names
from newsgen.data.sources import corrections, places, plain, zone_cities
from newsgen.lexicon.gazetteer import Entry, place_key

TEXT_CITY = 150_000
"""Inhabitants from which a city's name in running text names its country."""
TOWN = 1_000
"""Inhabitants that a hand-kept town is taken to have."""
METROPOLIS = 1_000_000
"""Inhabitants from which a city outweighs the persons of its name: Houston, but not George in South Africa."""
DOMINANCE = 4
"""How many times larger a city must be than the largest of its name elsewhere, to be meant by the bare name."""


def capitals(code: str) -> Iterator[Entry]:
    """The capital in three languages, and the seats of government that the hand-kept list adds."""
    listed = corrections()["capitals"].get(code)
    own = capital_of(code)
    for name in (own, *(listed or ()), *exonyms(own)):
        if name and name not in (english_name(code), code):
            yield Entry(name, code, "capital")


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
        if name in refused or len(name) < 4 or city["population"] < TEXT_CITY or not is_dominant(city):
            continue
        if is_well_known(name, city["countrycode"]) or place_key(name) not in given_names(corrections()):
            yield Entry(name, city["countrycode"], "city")
            yield from (Entry(other, city["countrycode"], "city") for other in exonyms(name))
    for code, listed in corrections()["cities"].items():
        yield from (Entry(name, code, "city") for name in listed)


def is_dominant(city: Mapping[str, Any]) -> bool:
    """Whether no other country has a city of this name that could as well be meant."""
    others = [people for code, people in inhabitants()[place_key(city["name"])].items() if code != city["countrycode"]]
    return bool(city["population"] >= DOMINANCE * max(others, default=0))


def is_well_known(city: str, code: str) -> bool:
    """Whether a city is named more often than the persons and things of its name."""
    return city in listed_cities() or inhabitants()[place_key(city)].get(code, 0) >= METROPOLIS


@cache
def listed_cities() -> frozenset[str]:
    """The cities that the hand-kept list names: well enough known to need less evidence."""
    return frozenset(name for listed in corrections()["cities"].values() for name in listed)


def regions() -> Iterator[Entry]:
    """The states of the United States and the provinces of Canada."""
    yield from (Entry(state["name"], "US", "region") for state in places().get_us_states().values())
    for code, listed in corrections()["provinces"].items():
        yield from (Entry(name, code, "region") for name in listed)


def dateline_places() -> dict[str, str]:
    """For each key place name: the countries that have one, each with its inhabitants in thousands, largest first."""
    known: dict[str, dict[str, int]] = {name: dict(counts) for name, counts in inhabitants().items()}
    for code, listed in corrections()["cities"].items():
        for name in listed:
            known.setdefault(place_key(name), {}).setdefault(code, TEXT_CITY)
    for code, listed in corrections()["towns"].items():
        for name in listed:
            known.setdefault(place_key(name), {}).setdefault(code, TOWN)
    for english, others in zone_cities().items():
        for name in others:
            for code, people in inhabitants().get(place_key(english), {}).items():
                known.setdefault(place_key(name), {}).setdefault(code, people)
    return {name: rank(known[name]) for name in sorted(known)}


def rank(counts: Mapping[str, int]) -> str:
    """`LY1150 LB229`: countries by inhabitants of their place of one name."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return " ".join(f"{code}{people // 1000}" for code, people in ordered)
