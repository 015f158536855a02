"""The words of what is told on the command line, which is English whatever the site's language is."""

from functools import cache

from newsgen.language import Words, choose_language
from newsgen.theme import load_catalogues


@cache
def english() -> Words:
    """Dates and numbers in English."""
    language, _ = choose_language("en", load_catalogues(None))
    return Words(language)
