"""Who wrote an article: the names of a byline, as far as they are plainly those of persons."""

import re

from newsgen.lexicon import Lexicon, desk
from newsgen.lexicon.desk import Desk
from newsgen.lexicon.names import fold
from newsgen.records.citation import Author

# matches: Jane Doe and John Roe
# matches: Jeanne Dupont et Jean Martin
# matches: Jane Doe, John Roe & Ann Smith
# not: Sandra Dee
_BETWEEN = re.compile(r"\s*[;,]\s*(?:and|et|y|und|&)\s+|\s+(?:and|et|y|und|&)\s+|\s*[;,]\s*")

# matches: O'Neill
# matches: J.-P.
# not: 2024
_NAME_WORD = re.compile(r"^[^\W\d_]+(?:['’.-]+[^\W\d_]+)*\.?$")

_MOST_WORDS = 6


def list_authors(byline: str, lexicon: Lexicon) -> tuple[Author, ...]:
    """The writers whom a byline names.

    What stands behind a name and is none, such as an office, is left out. A byline without a person's name, such as
    that of a desk, is one author as it stands.
    """
    parts = [part for part in _BETWEEN.split(byline) if part]
    named = [part for part in parts if _is_person(part, lexicon)]
    if not named or named[0] != parts[0]:
        return (Author(family=byline),) if byline else ()
    return tuple(_part_name(part, lexicon) for part in named)


def _is_person(text: str, lexicon: Lexicon) -> bool:
    """Whether the words are a person's name, given names and all."""
    words, names = text.split(), lexicon.names
    if not 2 <= len(words) <= _MOST_WORDS or not all(map(_NAME_WORD.match, words)):
        return False
    proper = [word for word in words if fold(word) not in names.particles]
    if len(proper) < 2 or any(word[0].islower() for word in proper) or words[0] not in proper:
        return False
    if _is_desk(text, lexicon.desk):
        return False
    return names.is_given_name(words[0]) or not any(fold(word) in names.barred for word in words)


def _is_desk(text: str, trade: Desk) -> bool:
    """Whether the words are an office, a newsroom or an outlet."""
    folded = desk.fold(text)
    is_office = folded in trade.cues["byline.role"] or folded.rpartition(" ")[2] in trade.cues["byline.desk"]
    return is_office or trade.is_outlet_name(text)


def _part_name(text: str, lexicon: Lexicon) -> Author:
    """A person's family name and the others: it is the last, with the particles before it.

    It is the first where it is known to stand there, as `Zhang` does. A name that begins with a word that is as common
    a given name, as `Kim` is, is not parted.
    """
    words, names = text.split(), lexicon.names
    if fold(words[0]) in names.family_first:
        is_open = names.is_given_name(words[0])
        return Author(family=text) if is_open else Author(family=words[0], given=" ".join(words[1:]))
    last = len(words) - 1
    while last > 1 and fold(words[last]) in names.suffixes:
        last -= 1
    first = last
    while first > 1 and fold(words[first - 1]) in names.particles:
        first -= 1
    suffix = words[last + 1 :]
    return Author(family=" ".join(words[first : last + 1]), given=" ".join([*words[:first], *suffix]))
