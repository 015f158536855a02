"""The language of the site: the words of its pages, and how it writes dates, lists and numbers.

The words stand in catalogues, `templates/messages/<language>.yaml`: those that come with newsgen, the site's own laid
over them text by text. How a language writes dates and the like is known from CLDR (`newsgen/data/languages/`).
"""

from newsgen.language.catalogue import Message
from newsgen.language.choosing import Language, choose_language
from newsgen.language.conventions import Conventions
from newsgen.language.reasons import list_reasons, tell_reason
from newsgen.language.words import Words, capitalise

__all__ = [
    "Conventions",
    "Language",
    "Message",
    "Words",
    "capitalise",
    "choose_language",
    "list_reasons",
    "tell_reason",
]
