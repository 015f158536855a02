"""The family names of two people side by side, and whether one writes the words of the other in another order."""

from collections.abc import Mapping

from newsgen.lexicon.forms import share_group
from newsgen.lexicon.names import Names
from newsgen.records.reasons import because
from newsgen.resolve.givens import GivenNames
from newsgen.resolve.namings import Name
from newsgen.resolve.roles import Evidence
from newsgen.resolve.spelling import (
    MISPRINT_FROM,
    Grade,
    are_swapped,
    compare_families,
    compare_far_families,
    compare_words,
)

_LONG, _LONG_MISPRINT, _SWAPPED = 9, 5, 10
"""Letters from which few family names are a misprint apart from another, and what that adds; and what it adds that two
letters of a long one are swapped, as hardly ever in another name."""

_FAMILY: Mapping[Grade, int] = {
    "equal": 45,
    "transliterated": 45,
    "near": 35,
    "form": 35,
    "slavic": 35,
    "far": 30,
    "part": 35,
    "vowels": 10,
    "misprint": 20,
}
"""Points for each way in which family names align."""

_ARTICLES = ("al", "el")
"""How the article of Arabic names is written."""
_SAME_FAMILY = because("reason.same-family")

_LETTERS = ("equal", "transliterated")
"""Ways in which words agree that leave little doubt."""


def grade_families(left: Name, right: Name, names: Names) -> Grade:
    """How the family names agree, by their letters or as forms that are known."""
    grade = _compare_with_particles(left, right)
    if grade not in ("different", "misprint"):
        return grade
    if share_group(names.forms.families, left.family, right.family):
        return "form"
    known = [name.family in names.forms.common_families or names.is_given_name(name.family) for name in (left, right)]
    far = "different" if all(known) else compare_far_families(left.family, right.family)
    if far == "vowels" and _have_article(left) and _have_article(right):
        return "far"  # Arabic writes few vowels
    return grade if grade == "misprint" and far not in ("slavic", "far") else far


def _compare_with_particles(left: Name, right: Name) -> Grade:
    """How the family names agree by their letters, where one may write a particle as part of the word: `Altayeb`."""
    grade = compare_families(left.family, right.family)
    if grade != "different" or bool(left.joined) == bool(right.joined):
        return grade
    joined = compare_families(left.joined or left.family, right.joined or right.family)
    return joined if joined in (*_LETTERS, "near") else grade


def _have_article(name: Name) -> bool:
    return name.joined.startswith(_ARTICLES)


def is_turned_round(left: Name, right: Name) -> bool:
    """Whether the one writes the family name first, the other last: `Orbán Viktor`, `Viktor Orbán`."""
    return (
        left.given[0] == right.family
        and len(left.given) == len(right.given) == 1
        and right.given[0] == left.family
        and left.key != right.key
    )


def is_continued(left: Name, right: Name) -> bool:
    """Whether the one has all words of the other, and one behind them: `Hugo Chávez`, `Hugo Chávez Frías`."""
    short, long = sorted((left, right), key=lambda name: len(name.given))
    if len(short.given) == len(long.given) or not short.given[0]:
        return False
    if compare_words(short.family, long.given[-1]) not in _LETTERS:
        return False
    given = map(compare_words, short.given, long.given[:-1])
    return (len(short.given) == 1 or len(long.given) - len(short.given) == 1) and all(
        grade in (*_LETTERS, "near") for grade in given
    )


def weigh_families(left: Name, right: Name, family: Grade) -> Evidence:
    """What it says that the family names agree so."""
    points = _FAMILY[family]
    if family == "equal":
        return Evidence(points=points, reason=_SAME_FAMILY)
    if family == "misprint" and min(len(left.family), len(right.family)) >= _LONG:
        points += _LONG_MISPRINT
    if family == "misprint" and min(len(left.family), len(right.family)) >= MISPRINT_FROM:
        points += _SWAPPED * are_swapped(left.family, right.family)
    short, long = _by_length(left, right)
    reason = because(f"reason.family-{family}", left=short.written[1], right=long.written[1])
    return Evidence(points=points, reason=reason)


def name_rule(family: Grade, given: GivenNames) -> str:
    """The rule that a reader is told: what stood between the two spellings."""
    if family == "misprint":
        return "misprint"
    if family in ("transliterated", "near", "form", "slavic", "far", "vowels"):
        return "transliteration"
    return "part-of-family-name" if family == "part" else given.rule


def _by_length(left: Name, right: Name) -> list[Name]:
    return sorted((left, right), key=lambda name: (len(name.family), name.family))
