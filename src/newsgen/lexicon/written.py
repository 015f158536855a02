"""How a phrase may be written, and a text made level so that it is found: capitals, accents, blanks, apostrophes."""

import re
import unicodedata

# matches: Democratic Republic of the Congo
# not: Burkina Faso
_SMALL_WORD = re.compile(r"(?<= )(?:of|the|and|de|du|des|del|la)(?= )")

_PLAIN_SIGNS = {"\u00a0": " ", "\u202f": " ", "’": "'", "\u2010": "-", "\u2011": "-"}


def list_spellings(phrase: str) -> set[str]:
    """The phrase as it is, capitalised, as in a headline, in capitals; and each of these without accents."""
    forms = {phrase, phrase.upper()}
    if phrase[0].islower():
        forms.add(phrase[0].upper() + phrase[1:])
    if " " in phrase:
        forms.add(_SMALL_WORD.sub(lambda word: word[0].title(), phrase))
    if not phrase.isascii():
        forms |= {_without_accents(form) for form in forms}
    return forms


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def level(text: str) -> str:
    """The text, as long as before, with plain blanks, apostrophes and hyphens; a paragraph's end stays two blanks."""
    plain = text.replace("\n", " ")
    if not plain.isascii():
        for sign, level in _PLAIN_SIGNS.items():
            plain = plain.replace(sign, level)
    return plain


def write_in_capitals(text: str) -> str:
    """The text in capitals, as long as before."""
    capitals = text.upper()
    if len(capitals) == len(text):
        return capitals
    return "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in text)
