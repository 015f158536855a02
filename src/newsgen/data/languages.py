"""How languages write dates, lists and numbers, and what they call countries; by CLDR, read by `generate` alone."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from babel import Locale

from newsgen.data.sources import codes

WRITTEN = (
    *("am", "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl"),
    *("ha", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ka", "ko", "lt", "lv", "mk", "ms", "nb", "nl", "pl"),
    *("pt", "ro", "ru", "sk", "sl", "so", "sq", "sr", "sv", "sw", "tr", "uk", "ur", "vi", "zh"),
)
"""Languages whose conventions come with newsgen: for any of these a site can bring words of its own."""

VARIANTS = {"en": "en_GB"}
"""Languages of which another country's forms are taken: the day stands before the month."""

COUNTED = 200
"""Numbers for which the plural is listed; a larger one has that of its last two digits."""

MONTHS = range(1, 13)

SHORT_MONTHS = {"en": ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec"]}
"""Short names that are not those of CLDR."""

NO_LANGUAGES = frozenset({"mis", "mul", "und", "zxx"})
"""Codes for texts of several languages, of none, or of one that nobody knows."""

GROUPED_FROM = {"es": 10_000, "pl": 10_000, "bg": 10_000}
"""Languages that write a number of four digits in one."""

# matches: d
# matches: MMMM
# matches: 'de'
# not: X
TOKEN = re.compile(r"'[^']*'|MMMM|LLLL|[dMy]")
FIELDS = {"d": "{day}", "MMMM": "{month}", "LLLL": "{alone}", "M": "{number}", "y": "{year}"}


def list_conventions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each language's code with its conventions."""
    for code in WRITTEN:
        yield code, describe_language(code, Locale.parse(VARIANTS.get(code, code)))


def describe_language(code: str, locale: Locale) -> dict[str, Any]:
    """The conventions of a language."""
    lists, symbols = locale.list_patterns["standard"], locale.number_symbols["latn"]
    skeletons = locale.datetime_skeletons
    return {
        "language": code,
        "direction": locale.text_direction,
        "plurals": dict(list_plurals(locale)),
        "months": [locale.months["format"]["wide"][month] for month in MONTHS],
        "months_alone": [locale.months["stand-alone"]["wide"][month] for month in MONTHS],
        "months_short": SHORT_MONTHS.get(code) or shorten_months(locale.months["format"]["abbreviated"]),
        "day": make_pattern(locale.date_formats["long"].pattern),
        "day_of_year": make_pattern(skeletons["MMMMd"].pattern),
        "month": make_pattern(skeletons["yMMMM"].pattern),
        "pair": lists["2"],
        "list_middle": lists["middle"],
        "list_end": lists["end"],
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "grouped_from": GROUPED_FROM.get(code, 1000),
        "countries": list_countries(code, locale),
    }


def shorten_months(names: Mapping[int, str]) -> list[str]:
    """The short names without their points."""
    return [names[month].rstrip(".") for month in MONTHS]


def list_plurals(locale: Locale) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Each form but `other`, with the ranges of the numbers below `COUNTED` that have it."""
    for category in sorted(locale.plural_form.tags):
        numbers = [number for number in range(COUNTED) if locale.plural_form(number) == category]
        runs = (list(run) for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]))
        ranges = [(run[0][1], run[-1][1]) for run in runs]
        if ranges:
            yield category, ranges


def make_pattern(pattern: str) -> str:
    """A pattern of CLDR with named fields: `d 'de' MMMM` → `{day} de {month}`."""
    return TOKEN.sub(lambda found: FIELDS.get(found.group()) or found.group().strip("'"), pattern)


def list_countries(code: str, locale: Locale) -> dict[str, str]:
    """The names of countries; English ones stand in the gazetteer."""
    return {} if code == "en" else {country: locale.territories.get(country, "") for country in codes()}


def list_names() -> dict[str, list[str]]:
    """English and own name of each language that CLDR knows, by code."""
    english = Locale("en")
    return {
        code: list(dict.fromkeys(filter(None, (name, own_name(code)))))
        for code, name in sorted(english.languages.items())
        if "_" not in code and len(code) <= len("eng") and code not in NO_LANGUAGES
    }


def own_name(code: str) -> str:
    """What a language calls itself, if CLDR says."""
    try:
        return Locale.parse(code).get_language_name(code) or ""
    except Exception:
        return ""
