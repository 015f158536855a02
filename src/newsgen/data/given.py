"""Given and family names of many languages, from Faker's lists; read by `generate` alone."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from faker.providers import lorem, person
from slugify import slugify

from newsgen.lexicon.folding import fold

UNROMANISED_LOCALES = ("ar_", "fa_", "he_", "hi_", "th_", "ta_", "gu_", "bn_", "mr_", "ne_", "or_", "si_", "ko_")
"""Their scripts cannot be written in Latin letters sign by sign: nobody would know the names again."""
TELLING_LOCALES = ("en_GB", "en_IE", "en_NZ", "en_US", "es_ES", "es_MX", "fr_FR", "fr_CH", "de_DE", "it_IT", "pt_PT")
"""Their lists are short and hold only frequent names; in these even a common word is a given name: Grace, Mark."""


def given_names(corrections: Mapping[str, Any]) -> Mapping[str, str]:
    """Folded given names without the words that mostly mean something else; each with `m` or `f` where it tells the
    bearer's gender, else with nothing."""
    kinds = ("given_names", "womens_names", "not_given_names")
    return _given_names(*(frozenset(map(fold, corrections[kind])) for kind in kinds))


@cache
def _given_names(added: frozenset[str], womens: frozenset[str], refused: frozenset[str]) -> Mapping[str, str]:
    found = _listed_given("first_") | added | womens
    male, female = _listed_given("first_names_male") - womens, _listed_given("first_names_female") | womens
    genders = dict.fromkeys(male - female, "m") | dict.fromkeys(female - male, "f")
    return {name: genders.get(name, "") for name in sorted(found - refused)}


@cache
def _listed_given(prefix: str) -> frozenset[str]:
    """Folded given names of all locales, from the lists that begin with the prefix."""
    found: set[str] = set()
    for locale in sorted(module.name for module in pkgutil.iter_modules(person.__path__)):
        words = set(_cleaned(_listed(locale, prefix)))
        found |= words if locale in TELLING_LOCALES else words - common_words()
    return frozenset(found)


@cache
def family_names() -> frozenset[str]:
    """Folded family names of the languages in which places give people their names."""
    return frozenset(word for locale in TELLING_LOCALES for word in _cleaned(_listed(locale, "last_names")))


@cache
def common_words() -> frozenset[str]:
    """Folded frequent words of English, French and Spanish."""
    modules = (importlib.import_module(f"{lorem.__name__}.{locale}") for locale in ("en_US", "fr_FR", "es_ES"))
    return frozenset(fold(word) for module in modules for word in module.Provider.word_list)


def _listed(locale: str, prefix: str) -> Iterator[str]:
    """Names of a locale in Latin letters, from all its lists that begin with the prefix."""
    if locale.startswith(UNROMANISED_LOCALES):
        return
    provider = importlib.import_module(f"{person.__name__}.{locale}").Provider
    for attribute in sorted(dir(provider)):
        names = getattr(provider, attribute)
        if attribute.startswith(prefix) and isinstance(names, (tuple, list, dict)):
            yield from (name if isinstance(name, str) else name[-1] for name in names)


def _cleaned(names: Iterator[str]) -> Iterator[str]:
    """Single words of two letters and more, folded; ideographs are left out, alphabets are romanised."""
    for name in names:
        word = fold(name.strip().replace("’", "'"))
        if not word.isascii():
            word = "" if max(word) >= "\u0e00" and not "\u10a0" <= max(word) <= "\u10ff" else slugify(word)
        if len(word) > 1 and word.replace("-", "").replace("'", "").isalpha():
            yield word
