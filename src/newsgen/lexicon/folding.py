"""The form under which words are compared: small letters, no accents, plain apostrophes."""

import re
import unicodedata
from functools import lru_cache

# matches: é
# matches: “À
# not: e
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """The text in small letters without accents; its length may differ."""
    if text.isascii():
        return text.lower()
    return _BEYOND_ASCII.sub(_without_accents, text.casefold().replace("’", "'"))


def _without_accents(found: re.Match[str]) -> str:
    """The letters without their accents."""
    return _decompose(found[0])


@lru_cache(maxsize=1 << 12)
def _decompose(letters: str) -> str:
    """The letters without their accents, remembered: a language has few of them."""
    parts = unicodedata.normalize("NFKD", letters)
    return "".join(part for part in parts if not unicodedata.combining(part))
