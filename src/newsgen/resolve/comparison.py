"""Two full names side by side: the same person, perhaps, or not; with the evidence.

A merge needs a family name that aligns *and* a second kind of evidence. The points say how much each kind weighs;
what they rest on are the two names and the articles that write them, never the rest of the archive, so that an
article about other people changes no verdict.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from newsgen.lexicon.forms import share_group
from newsgen.lexicon.names import Names
from newsgen.records import Record
from newsgen.records.entities import Link
from newsgen.records.reasons import Reason, because
from newsgen.resolve.circumstances import (
    MOST_COMPANY,
    MOST_DEEDS,
    Circumstances,
    act_as_one,
    compare_company,
    compare_deeds,
    compare_posts,
    compare_roles,
    compare_work,
    count_most,
    has_namesake_beside,
    has_rival_of_name,
    live_apart,
    share_country,
    share_role,
    stand_alone_in_story,
    work_alike,
    work_apart,
)
from newsgen.resolve.families import grade_families, is_continued, is_turned_round, name_rule, weigh_families
from newsgen.resolve.givens import PARTLY, align_names, may_align
from newsgen.resolve.namings import Name
from newsgen.resolve.roles import Evidence, differ_in_office, share_post, share_title

Verdict = Literal["same", "undecided", "different"]

SAME = 85
"""Points from which two names are one person."""
UNDECIDED = 60
"""Points from which the two are shown to the editor as perhaps one person."""

_TURNED, _TURNED_STRANGE = 65, 70
"""Points of two names in the other order: with an office they are one person, or a country if both are rare words."""
_CONTINUED, _CONTINUED_FULL, _BY_GIVEN = 70, 75, -15
"""Points of a name that the other takes up and goes on; of three words; if it ends in a given name."""
_COMMON = -20
"""Points of a name that very many bear."""
_ONE_SUFFIX = -25
"""Points of a `Jr` behind one of two names."""
_SAME_NAME = because("reason.same-name")
_DIVIDED, _TURNED_ROUND = because("reason.same-divided"), because("reason.same-turned")
_FREQUENT, _OTHER_TRADES = because("against.frequent"), because("against.other-trades")


class Comparison(Record):
    """What two names have in common."""

    verdict: Verdict
    points: int
    rule: str
    """What was to be overcome: `transliteration`, `misprint`, `initials`, …"""
    evidence: tuple[Reason, ...]

    def link(self, left: str, right: str) -> Link:
        """The comparison as a link between two spellings."""
        return Link(left=left, right=right, rule=self.rule, evidence=self.evidence)


_OTHER_NAME = Comparison(verdict="different", points=0, rule="other-name", evidence=())


def compare_names(left: Name, right: Name, around: Circumstances) -> Comparison:
    """The verdict on two full names."""
    if left.key == right.key:
        return _compare_namesakes(left, right, around)
    if left.letters == right.letters:
        return _compare_divided(left, right, around)
    if is_turned_round(left, right):
        return _compare_turned(left, right, around)
    if not may_align(left, right):
        return _compare_by_family(left, right, around) if _may_bear_both(left, right, around) else _OTHER_NAME
    if is_continued(left, right):
        return _compare_continued(left, right, around)
    return _compare_by_family(left, right, around)


def _compare_by_family(left: Name, right: Name, around: Circumstances) -> Comparison:
    """The verdict by how the family names agree, and then the given names."""
    family = grade_families(left, right, around.names)
    if family == "different":
        return _OTHER_NAME
    if family == "vowels" and not share_country(left, right):
        return _OTHER_NAME
    given = align_names(left, right, around.names)
    if not given.points and not _may_bear_both(left, right, around):
        return _OTHER_NAME
    aligned = weigh_families(left, right, family)
    if aligned.points + given.points + count_most(left, right) < UNDECIDED or differ_beside_spelling(left, right):
        return _OTHER_NAME
    found = (aligned, Evidence(points=given.points, reason=given.reason))
    return _conclude(left, right, found, given.rule, name_rule(family, given), around)


def _may_bear_both(left: Name, right: Name, around: Circumstances) -> bool:
    """Whether one person may be called by two given names: with one title in one country.

    Of a frequent family name every country has several presidents, of firms, of clubs: there both articles must tie
    their own to the country.
    """
    if not left.titles or not right.titles or not share_country(left, right):
        return False
    is_frequent = left.family in around.names.forms.common_families and left.countries.isdisjoint(right.countries)
    return not is_frequent and share_role(left, right) and not _are_relatives(left, right, around)


def _are_relatives(left: Name, right: Name, around: Circumstances) -> bool:
    """Whether two of one family have had the office: they have well-known names, or one name and other initials.

    Unless others are named beside both, as there are beside one person whose two names are never written together.
    """
    if left.family != right.family or any(title.kind == "rank" for title in left.titles):
        return False
    is_known = [len(name.given) == 1 and around.names.is_given_name(name.given[0]) for name in (left, right)]
    if left.given[0] != right.given[0]:
        may_be_forms = share_group(around.names.forms.kin, left.given[0], right.given[0])
        if may_be_forms or not all(is_known):
            return False
    return not compare_company(left, right, around)


def _compare_namesakes(left: Name, right: Name, around: Circumstances) -> Comparison:
    """The verdict on one name that articles were found to write for two people: the editor may know better."""
    found = [item.reason for item in compare_roles(left, right, around)]
    if work_apart(left, right, around):
        found.append(_OTHER_TRADES)
    return Comparison(verdict="undecided", points=UNDECIDED, rule="namesakes", evidence=(_SAME_NAME, *found))


def _compare_divided(left: Name, right: Name, around: Circumstances) -> Comparison:
    """The verdict on the same letters, divided into words otherwise: `Zhou Hai-bin`, `Zhou Haibin`."""
    if differ_beside_spelling(left, right):
        return _OTHER_NAME
    divided = Evidence(points=SAME, reason=_DIVIDED)
    return _conclude(left, right, (divided,), "same-name", "same-name", around)


def _compare_turned(left: Name, right: Name, around: Circumstances) -> Comparison:
    """The verdict on two names of the same two words; where both are given names, `Thomas James` may be another."""
    if differ_beside_spelling(left, right):
        return _OTHER_NAME
    known = sum(map(around.names.is_given_name, (left.family, right.family)))
    points = (_TURNED_STRANGE, SAME, _TURNED)[known]
    turned = Evidence(points=points, reason=_TURNED_ROUND)
    return _conclude(left, right, (turned,), "name-order", "name-order", around)


def _compare_continued(left: Name, right: Name, around: Circumstances) -> Comparison:
    """The verdict on a name and a longer one that begins with it: `Mohamed Ali Hassan` may be another."""
    if differ_beside_spelling(left, right):
        return _OTHER_NAME
    short, long = sorted((left, right), key=lambda name: len(name.given))
    points = _CONTINUED if len(short.given) == 1 else _CONTINUED_FULL
    if around.names.is_given_name(short.family) and short.family not in around.names.forms.common_families:
        points += _BY_GIVEN
    continued = Evidence(points=points, reason=because("reason.same-continued", name=long.written[1]))
    return _conclude(left, right, (continued,), "second-family-name", "second-family-name", around)


def _conclude(
    left: Name, right: Name, found: tuple[Evidence, ...], given: str, rule: str, around: Circumstances
) -> Comparison:
    """The verdict that the names (`found`) and all that is said of their bearers come to."""
    evidence = [*found, *_weigh_names(left, right), *compare_posts(left, right, around)]
    if _add_up(evidence) + MOST_COMPANY < UNDECIDED:
        return _OTHER_NAME
    evidence += compare_company(left, right, around)
    if _add_up(evidence) + MOST_DEEDS < UNDECIDED:
        return _OTHER_NAME
    evidence += compare_deeds(left, right, around)
    if _add_up(evidence) < UNDECIDED:
        return _OTHER_NAME
    if rule != "misprint":  # of a club or a college, many have names a letter apart
        evidence += compare_work(left, right, around)
    points = _add_up(evidence)
    reasons = tuple([item.reason for item in evidence])
    return Comparison(verdict=_judge(points, given, left, right, around), points=points, rule=rule, evidence=reasons)


def _add_up(evidence: Iterable[Evidence]) -> int:
    return sum([item.points for item in evidence])


def _weigh_names(left: Name, right: Name) -> Iterator[Evidence]:
    """What speaks against one person however well the names agree."""
    if (left.is_common or right.is_common) and not is_turned_round(left, right):
        yield Evidence(points=_COMMON, reason=_FREQUENT)
    if bool(left.suffix) != bool(right.suffix):
        suffix = left.suffix or right.suffix
        yield Evidence(points=_ONE_SUFFIX, reason=because("against.one-suffix", suffix=suffix.title()))


def exclude(left: Name, right: Name, around: Circumstances) -> bool:
    """Whether two names contradict each other, however much speaks for a third that is like both."""
    if differ_beside_spelling(left, right):
        return True
    if left.letters == right.letters:
        return False
    if is_turned_round(left, right) or is_continued(left, right):
        return False
    if max(len(left.given), len(right.given)) == 1 and grade_families(left, right, around.names) == "different":
        return True
    return not align_names(left, right, around.names).points


def explain_both(full: Name, left: Name, right: Name, names: Names) -> bool:
    """Whether two names that share no given name are parts of a full one: `Ali Zeine`, `Lamine Zeine`."""
    if len(full.given) < 2 or differ_beside_spelling(left, right):
        return False
    return all(
        len(part.given) < len(full.given) and align_names(part, full, names).points >= PARTLY for part in (left, right)
    )


def differ_beside_spelling(left: Name, right: Name) -> bool:
    """Whether one article names both, or their titles or a `Jr` show two people, or all that is said of one name."""
    return (
        left.key == right.key
        or not left.articles.isdisjoint(right.articles)
        or bool(left.suffix and right.suffix and left.suffix != right.suffix)
        or differ_in_office(left.titles, right.titles, left.countries, right.countries)
    )


def _judge(points: int, given: str, left: Name, right: Name, around: Circumstances) -> Verdict:
    """The verdict, by the points and by how the given names agree."""
    if points < UNDECIDED:
        return "different"
    if points < SAME or (bool(left.suffix) != bool(right.suffix) and has_rival_of_name(left, right, around)):
        return "undecided"
    if len(left.given) != len(right.given) and _may_mean_another(left, right, around):
        return "undecided"
    is_one = _is_borne_out(given, left, right, around) and not live_apart(left, right, around)
    return "same" if is_one else "undecided"


def _may_mean_another(left: Name, right: Name, around: Circumstances) -> bool:
    """Whether the shorter name may mean another, whom an article names beside the longer: one of two sisters."""
    if share_title(left.titles, right.titles) or (left.suffix and right.suffix):
        return False
    short, long = sorted((left, right), key=lambda name: len(name.given))
    return any(
        rival.key not in (short.key, long.key) and rival.family == short.family and rival.given[0] == short.given[0]
        for article in long.articles
        for rival in around.companions.full_in(article)
    )


def _is_borne_out(given: str, left: Name, right: Name, around: Circumstances) -> bool:
    """Whether enough is said of both for given names that agree no more than so."""
    if given == "given-names":
        return share_post(left.titles, right.titles) or stand_alone_in_story(left, right, around)
    if given == "name-order":
        families = (left.family, right.family)
        return not (all(map(around.names.is_given_name, families)) and work_apart(left, right, around))
    if given == "other-form":
        return (
            act_as_one(left, right, around)
            or stand_alone_in_story(left, right, around)
            or (work_alike(left, right, around) and not has_namesake_beside(left, right, around))
        )
    return given != "other-given-names" or act_as_one(left, right, around)
