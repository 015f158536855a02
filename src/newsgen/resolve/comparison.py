"""Two full names side by side: the same person, perhaps, or not; with the evidence in words.

A merge needs a family name that aligns *and* a second kind of evidence. The points say how much each kind weighs;
what they rest on are the two names and the articles that write them, never the rest of the archive, so that an
article about other people changes no verdict.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from newsgen.lexicon.gazetteer import Gazetteer
from newsgen.lexicon.names import Names
from newsgen.records import Record
from newsgen.records.archive import Link
from newsgen.resolve.companions import Companions
from newsgen.resolve.namings import Name
from newsgen.resolve.occasions import Occasions
from newsgen.resolve.roles import (
    COMPANIONS,
    COUNTRY,
    OCCASION,
    OFFICE,
    Evidence,
    compare_companions,
    compare_countries,
    compare_occasions,
    compare_titles,
    differ_in_office,
)
from newsgen.resolve.spelling import Grade, compare_families, compare_words

Verdict = Literal["same", "undecided", "different"]

SAME = 85
"""Points from which two names are one person."""
UNDECIDED = 60
"""Points from which the two are shown to the editor as perhaps one person."""

_PARTLY = 25
"""Points of given names of which one is the second or third of the other's."""
_TURNED = 65
"""Points of two given names in the other order: with an office they are one person."""
_LONG_GIVEN = 8
"""Letters from which two known given names may be two spellings of one."""
_LONG, _LONG_MISPRINT = 9, 5
"""Letters from which few family names are a misprint apart from another, and what that adds."""

_FAMILY: Mapping[Grade, tuple[int, str]] = {
    "equal": (45, "same family name"),
    "transliterated": (45, "family name {0}/{1}: one name in two transliterations"),
    "near": (35, "family name {0}/{1}: likely one name in two transliterations"),
    "part": (35, "family name {0} is part of {1}"),
    "misprint": (20, "family name {0}/{1}: a misprint apart"),
}
"""Points and words for each way in which family names align."""


class Comparison(Record):
    """What two names have in common."""

    verdict: Verdict
    points: int
    rule: str
    """What was to be overcome: `transliteration`, `misprint`, `initials`, …"""
    evidence: tuple[str, ...]

    def link(self, left: str, right: str) -> Link:
        """The comparison as a link between two spellings."""
        return Link(left=left, right=right, rule=self.rule, evidence=self.evidence)


_OTHER_NAME = Comparison(verdict="different", points=0, rule="other-name", evidence=())


class GivenNames(Record):
    """How the given names of two people align."""

    points: int
    rule: str
    words: str


_OTHER_GIVEN = GivenNames(points=0, rule="other-given-names", words="different given names")


class Circumstances(Record):
    """What the comparison may look at beside the two names."""

    names: Names
    gazetteer: Gazetteer
    companions: Companions
    occasions: Occasions
    home: tuple[frozenset[str], ...]
    """Countries that each article is about."""


def compare_names(left: Name, right: Name, around: Circumstances) -> Comparison:
    """The verdict on two full names."""
    if is_turned_round(left, right):
        return _compare_turned(left, right, around)
    family = compare_families(left.family, right.family)
    if family == "different":
        return _OTHER_NAME
    given = align_names(left, right, around.names)
    points, words = _FAMILY[family]
    if family == "misprint" and min(len(left.family), len(right.family)) >= _LONG:
        points += _LONG_MISPRINT
    if points + given.points + _most_roles(left, right) < UNDECIDED or _differ_beside_spelling(left, right):
        return _OTHER_NAME
    if not given.points and not _share_role(left, right):
        return _OTHER_NAME
    aligned = Evidence(points=points, words=words.format(*(name.written[1] for name in _by_length(left, right))))
    evidence = [aligned, Evidence(points=given.points, words=given.words), *_compare_roles(left, right, around)]
    return _conclude(evidence, given, _name_rule(family, given))


def is_turned_round(left: Name, right: Name) -> bool:
    """Whether the one writes the family name first, the other last: `Orbán Viktor`, `Viktor Orbán`."""
    return (
        len(left.given) == len(right.given) == 1
        and left.given[0] == right.family
        and right.given[0] == left.family
        and left.key != right.key
    )


def _compare_turned(left: Name, right: Name, around: Circumstances) -> Comparison:
    """The verdict on two names of the same two words; where both are given names, `Thomas James` may be another."""
    if _differ_beside_spelling(left, right):
        return _OTHER_NAME
    known = sum(map(around.names.is_given_name, (left.family, right.family)))
    points = SAME if known == 1 else _TURNED
    given = GivenNames(points=points, rule="name-order", words="the same two names, in the other order")
    evidence = [Evidence(points=points, words=given.words), *_compare_roles(left, right, around)]
    return _conclude(evidence, given, given.rule)


def _conclude(evidence: Sequence[Evidence], given: GivenNames, rule: str) -> Comparison:
    total = sum(item.points for item in evidence)
    words = tuple(item.words for item in evidence if item.words)
    return Comparison(verdict=_judge(total, given), points=total, rule=rule, evidence=words)


def exclude(left: Name, right: Name, names: Names) -> bool:
    """Whether two names contradict each other, however much speaks for a third that is like both."""
    if is_turned_round(left, right):
        return _differ_beside_spelling(left, right)
    return _differ_beside_spelling(left, right) or not align_names(left, right, names).points


def explain_both(full: Name, left: Name, right: Name, names: Names) -> bool:
    """Whether two names that share no given name are parts of a full one: `Ali Zeine`, `Lamine Zeine`."""
    if len(full.given) < 2 or _differ_beside_spelling(left, right):
        return False
    return all(
        len(part.given) < len(full.given) and align_names(part, full, names).points >= _PARTLY for part in (left, right)
    )


def align_names(left: Name, right: Name, names: Names) -> GivenNames:
    """How the given names align: the shorter row's must all stand in the longer one, in order."""
    short, long = sorted((left, right), key=lambda name: (len(name.given), name.key))
    if "".join(short.given) == "".join(long.given):
        return _same_given(short.given)
    places = _match_words(short.given, long.given, names)
    if places is None:
        return _OTHER_GIVEN
    return _grade_given(short.given, places, f"{short.written[0]}/{long.written[0]}")


def _differ_beside_spelling(left: Name, right: Name) -> bool:
    """Whether one article names both, or their titles or a `Jr` show two people."""
    return (
        not left.articles.isdisjoint(right.articles)
        or bool(left.suffix and right.suffix and left.suffix != right.suffix)
        or differ_in_office(left.titles, right.titles, left.countries, right.countries)
    )


def _compare_roles(left: Name, right: Name, around: Circumstances) -> list[Evidence]:
    found = (
        compare_titles(left.titles, right.titles),
        compare_countries(left.countries, right.countries, around.gazetteer),
        compare_companions(around.companions.beside(left), around.companions.beside(right)),
        compare_occasions(around.occasions.of(left), around.occasions.of(right)),
    )
    return [item for item in found if item is not None]


def _most_roles(left: Name, right: Name) -> int:
    """What all but the names can add at most."""
    return (
        COMPANIONS
        + OCCASION
        + OFFICE * bool(left.titles and right.titles)
        + COUNTRY * bool(left.countries and right.countries)
    )


def _share_role(left: Name, right: Name) -> bool:
    """Whether both have one title in one country, as Bill and William may, or father and son: a person must tell."""
    if left.is_initialled or right.is_initialled:
        return False
    return not left.countries.isdisjoint(right.countries) and compare_titles(left.titles, right.titles) is not None


def _judge(points: int, given: GivenNames) -> Verdict:
    if given.points and points >= SAME:
        return "same"
    return "undecided" if points >= UNDECIDED else "different"


def _match_words(short: Sequence[str], long: Sequence[str], names: Names) -> list[tuple[int, Grade]] | None:
    """For each word of the short row its place in the long one, and how it agrees; None if one has none."""
    places: list[tuple[int, Grade]] = []
    place = 0
    for index, word in enumerate(short):
        while place < len(long):
            grade = _grade_word(word, long[place], names)
            # An initial counts only in its own place: `George W.` is not `George H. W.`.
            is_initial = min(len(word), len(long[place])) == 1
            if grade != "different" and (place == index or not is_initial):
                break
            place += 1
        else:
            return None
        places.append((place, grade))
        place += 1
    return places


def _grade_word(left: str, right: str, names: Names) -> Grade:
    """How two words agree; two known given names a letter apart are two names: `Maria`, `Mario`.

    But not long ones that end alike: `Abdourahamane`, `Abdourahmane`; `Christian` and `Christina` do not.
    """
    grade = compare_words(left, right)
    if grade != "misprint" or not (names.is_given_name(left) and names.is_given_name(right)):
        return grade
    return "misprint" if min(len(left), len(right)) >= _LONG_GIVEN and left[-1] == right[-1] else "different"


def _same_given(words: Sequence[str]) -> GivenNames:
    if all(len(word) == 1 for word in words):
        return GivenNames(points=20, rule="initials", words="same initials")
    many = sum(len(word) > 1 for word in words) > 1
    return GivenNames(points=50 if many else 40, rule="same-name", words=f"same given {_plural(many)}")


def _grade_given(short: Sequence[str], places: Sequence[tuple[int, Grade]], shown: str) -> GivenNames:
    grades = [grade for _, grade in places]
    full = sum(grade in ("equal", "transliterated") and len(short[i]) > 1 for i, grade in enumerate(grades))
    if not full:
        return _grade_weakly(short, grades, shown)
    if places[0][0] != 0 and full < 2:
        return GivenNames(points=_PARTLY, rule="given-names", words=f"given names {shown} partly agree")
    if "misprint" in grades:
        return GivenNames(points=40, rule="misprint", words=f"given names {shown}: a misprint apart")
    if "near" in grades or "transliterated" in grades:
        words = f"given names {shown}: likely one name in two transliterations"
        return GivenNames(points=40, rule="transliteration", words=words)
    if "initial" in grades:
        return GivenNames(points=40, rule="initials", words=f"given names {shown} agree, one with initials")
    words = f"given names {shown} agree, some left out"
    return GivenNames(points=50 if full > 1 else 40, rule="middle-name", words=words)


def _grade_weakly(short: Sequence[str], grades: Sequence[Grade], shown: str) -> GivenNames:
    """Where no given name is the same in both."""
    if "near" in grades:
        words = f"given names {shown}: likely one name in two transliterations"
        return GivenNames(points=30, rule="transliteration", words=words)
    if "misprint" in grades:
        points = 25 if max(map(len, short)) >= _LONG_GIVEN else 20
        return GivenNames(points=points, rule="misprint", words=f"given names {shown}: a misprint apart")
    return GivenNames(points=20, rule="initials", words=f"given names {shown}: only initials agree")


def _name_rule(family: Grade, given: GivenNames) -> str:
    """The rule that a reader is told: what stood between the two spellings."""
    if family == "misprint":
        return "misprint"
    if family in ("transliterated", "near"):
        return "transliteration"
    return "part-of-family-name" if family == "part" else given.rule


def _plural(many: bool) -> str:
    return "names" if many else "name"


def _by_length(left: Name, right: Name) -> list[Name]:
    return sorted((left, right), key=lambda name: (len(name.family), name.family))
