"""Forms of names: which spellings may be one name, and which names are borne by so many that they tell little."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from newsgen.lexicon.folding import fold

Groups = Mapping[str, frozenset[int]]
"""Folded word → the groups that list it."""


@dataclass(frozen=True, slots=True, eq=False)
class NameForms:
    """What is known of the spellings of names. All look-ups take folded words."""

    given: Groups
    """Spellings of one given name: `khalid`, `khaled`."""
    kin: Groups
    """A given name in another language, or its short form: `vladimir`, `volodymyr`; `william`, `bill`."""
    families: Groups
    """Spellings of one family name that no rule brings together: `diallo`, `jallow`."""
    family_before: frozenset[str]
    """Words behind which given names follow, with the family name before them: `thi`."""
    common_families: frozenset[str]
    """Family names of very many people."""
    common_given: frozenset[str]
    """Given names of very many people."""

    def is_common(self, given: Iterable[str], family: str) -> bool:
        """Whether many people bear the name: a frequent family name, and no given name that is not frequent."""
        return family in self.common_families and all(len(word) == 1 or word in self.common_given for word in given)


def share_group(groups: Groups, left: str, right: str) -> bool:
    """Whether one group lists both words."""
    ours = groups.get(left)
    return ours is not None and not ours.isdisjoint(groups.get(right, ()))


def read_forms(section: Mapping[str, Any]) -> NameForms:
    """The forms from what `name_forms.yaml` holds; a list that is not there is empty."""
    return NameForms(
        given=_group(section.get("given-forms", ())),
        kin=_group(section.get("given-kin", ())),
        families=_group(section.get("family-forms", ())),
        family_before=_words(section, "family-before"),
        common_families=_words(section, "common-families"),
        common_given=_words(section, "common-given"),
    )


def _group(lines: Iterable[str]) -> Groups:
    found: dict[str, set[int]] = {}
    for place, line in enumerate(lines):
        for word in line.split():
            found.setdefault(fold(word), set()).add(place)
    return {word: frozenset(places) for word, places in found.items()}


def _words(section: Mapping[str, str], key: str) -> frozenset[str]:
    return frozenset(map(fold, section.get(key, "").split()))
