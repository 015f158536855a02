"""What the people of a country are called, in all forms of three languages; read by `generate` alone."""

import unicodedata
from collections.abc import Iterator

from newsgen.data.sources import corrections
from newsgen.lexicon.gazetteer import Entry

FRENCH_FEMININE = {
    "ien": "ienne", "éen": "éenne", "iote": "iote", "turc": "turque", "grec": "grecque", "letton": "lettonne",
    "el": "elle", "i": "ie", "ol": "ole", "an": "ane", "ain": "aine", "in": "ine", "ais": "aise", "ois": "oise",
    "and": "ande", "kazakh": "kazakhe", "ouzbek": "ouzbèke", "tadjik": "tadjike", "ar": "are", "kanak": "kanake",
    "pou": "poue",
}  # fmt: skip
"""Endings of masculine and feminine; the longest that fits holds, any other form has no feminine of its own."""
SAME_PLURAL = ("ese", "ish", "ch", "sh", "ss", "x", "ois", "ais", "Lao", "tho", "wana", "Vanuatu")
"""Endings of English demonyms that have no plural of their own."""


def inflect_english(word: str) -> Iterator[str]:
    """The demonym and its plural: Malian, Malians; Frenchman, Frenchmen; Japanese."""
    yield word
    if word.endswith(("man", "woman")) and not word.startswith(("Ger", "Om")):
        yield word[:-2] + "en"
    elif not word.endswith(SAME_PLURAL):
        yield word + "s"


def inflect_french(word: str) -> Iterator[str]:
    """The four forms of a French demonym: malien, malienne, maliens, maliennes."""
    fitting = [(old, new) for old, new in FRENCH_FEMININE.items() if word.endswith(old)]
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
    elif word.endswith(("a", "e", "é")):
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
