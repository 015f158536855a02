"""Which names are worth comparing: pairs that share a key, without squaring the cost of a frequent family name.

Each name stands on the shelf of its family name, loosely read. Where several do, each meets those that have the
beginning of one of its given names: this finds all spellings but those with a misprint in the family name; and those
that have its title, for the same one may be meant by another given name. Beside the shelves, names stand under keys:
their first given name together with the family name less one letter, for misprints; of a name of two words both, for
some write the family name first; and what the two systems of writing Chinese have in common.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

from newsgen.lexicon.forms import NameForms
from newsgen.resolve.namings import Name
from newsgen.resolve.spelling import (
    MISPRINT_FROM,
    find_skeleton,
    read_family_loosely,
    read_loosely,
    read_slavic,
    read_syllables,
)

Key: TypeAlias = str | tuple[str, ...]

_BEGINNING = 2
"""Letters of a given name in a key."""
_SHORT_FORM, _CUT = (4, 5), 3
"""Letters of a given name that may be the end of a longer one (`Seun`, `Oluwaseun`), and of what is left out."""
_SKELETON_FROM = 5
"""Letters of a family name of which the consonants alone are a key."""
_LARGE = 40
"""Names under one key up to which all pairs are compared."""
_NEIGHBOURS = 20
"""With more, each is compared with this many that follow it in the order of their letters."""


def pair_names(names: Sequence[Name], forms: NameForms) -> list[tuple[int, int]]:
    """The pairs of positions to compare, the smaller first; sorted, so that what is at hand is compared at once."""
    shelves: dict[str, list[int]] = {}
    others: dict[Key, list[int]] = {}
    for index, name in enumerate(names):
        for family in _find_families(name, forms):
            shelves.setdefault(family, []).append(index)
        for key in _find_other_keys(name):
            others.setdefault(key, []).append(index)
    pairs = _pair_shelves(shelves, names, forms)
    for block in others.values():
        pairs.update(_pair_block(block))
    return sorted(pairs)


def _pair_shelves(
    shelves: Mapping[str, Sequence[int]], names: Sequence[Name], forms: NameForms
) -> set[tuple[int, int]]:
    """The pairs under one family name that share a given name's beginning or a title as well."""
    traits: dict[int, frozenset[Key]] = {}
    pairs: set[tuple[int, int]] = set()
    for shelf in shelves.values():
        if len(shelf) == 1:  # as most: nobody else is called so
            continue
        blocks: dict[Key, list[int]] = {}
        for index in shelf:
            if index not in traits:
                traits[index] = _find_traits(names[index], forms)
            for trait in traits[index]:
                blocks.setdefault(trait, []).append(index)
        for block in blocks.values():
            pairs.update(_pair_block(block))
    return pairs


def _find_traits(name: Name, forms: NameForms) -> frozenset[Key]:
    """What two people of one family name must share to be compared; one with initials only meets others of the kind."""
    if name.is_initialled:
        return frozenset(_find_beginnings(name.given[0], forms))
    beginnings = (_find_beginnings(given, forms) for given in name.given if len(given) > 1)
    titles = (tuple(sorted(title.stems)) for title in name.titles if title.kind != "courtesy")
    return frozenset().union(*beginnings, titles)


def _find_other_keys(name: Name) -> set[Key]:
    """The keys that find what is not spelt under one family name."""
    if name.is_initialled:
        return set()
    keys: set[Key] = {
        ("joined", name.letters),
        ("syllables", read_syllables("".join((name.family, *name.given)))),
    }
    if len(name.given) == 1:
        keys.add(("words", *sorted((*name.given, name.family))))
    if len(name.family) >= MISPRINT_FROM:
        keys.update(_misprint_keys(name))
    return keys


def _find_families(name: Name, forms: NameForms) -> frozenset[str]:
    """How the family name may be read, its first and last word too, and what may be one in a longer name."""
    families = _read_family(name.family, forms)
    if name.joined:
        families |= read_family_loosely(name.joined)
    return families | read_family_loosely(name.given[-1]) if len(name.given) > 1 else families


@lru_cache(maxsize=1 << 16)
def _read_family(family: str, forms: NameForms) -> frozenset[str]:
    """The readings of a family name alone."""
    words = family.split()
    groups = {f"#{group}" for group in forms.families.get(family, ())}
    bones = _find_bones(family) if len(family) >= _SKELETON_FROM else set()
    bones |= {"%" + "".join(sorted(family))} if len(family) < MISPRINT_FROM else set()
    ends = (words[0], words[-1]) if len(words) > 1 else ()
    return read_family_loosely(family).union(*map(read_family_loosely, ends), groups, bones)


def _find_bones(family: str) -> set[str]:
    """The consonants of a family name, and how its Slavic spellings meet, if it has them."""
    return {sign + read for sign, read in (("-", find_skeleton(family)), ("_", read_slavic(family))) if read}


@lru_cache(maxsize=1 << 16)
def _find_beginnings(given: str, forms: NameForms) -> set[str]:
    """How a given name begins, and the groups of forms that it is in."""
    groups = {f"#{group}" for group in forms.given.get(given, ())} | {f"~{group}" for group in forms.kin.get(given, ())}
    is_short = len(given) in _SHORT_FORM
    ends = {given} if is_short else {given[-size:] for size in _SHORT_FORM if len(given) >= size + _CUT}
    return {loose[:_BEGINNING] for loose in read_loosely(given)} | groups | {f"-{end}" for end in ends}


def _misprint_keys(name: Name) -> Iterator[Key]:
    """Two words a letter apart share one of the forms that lack one letter."""
    given = next(word for word in name.given if len(word) > 1)
    for place in range(len(name.family)):
        yield ("misprint", name.family[:place] + name.family[place + 1 :], given)


def _pair_block(block: Sequence[int]) -> Iterable[tuple[int, int]]:
    """All pairs of a block; of a large one those of near neighbours, for the positions are in the order of letters."""
    if len(block) <= _LARGE:
        return combinations(block, 2)
    return ((left, right) for place, left in enumerate(block) for right in block[place + 1 : place + 1 + _NEIGHBOURS])
