"""The form under which words are compared: small letters, no accents, plain apostrophes."""

import unicodedata


def fold(text: str) -> str:
    """The text in small letters without accents; its length may differ."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(part for part in parts if not unicodedata.combining(part))
