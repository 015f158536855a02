"""Mere family names, `Mr Zeine`: they join a person named in full in another article where exactly one fits."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from newsgen.lexicon.names import Names
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.entities import Link
from newsgen.records.reasons import Reason, because
from newsgen.resolve.circumstances import Circumstances
from newsgen.resolve.groups import Group
from newsgen.resolve.judgements import Mark, contradict
from newsgen.resolve.namings import Naming, order_titles
from newsgen.resolve.roles import (
    Evidence,
    compare_companions,
    compare_countries,
    compare_homes,
    compare_offices,
    compare_titles,
    differ_in_office,
)
from newsgen.resolve.spelling import read_family_loosely
from newsgen.resolve.titles import Title, agree

_FITS = 10
"""Points of agreement that a family name needs beside itself."""
_FITS_IF_NEAR = 25
"""If it is spelt otherwise."""
_MOST_CANDIDATES = 60
_MOST_DOUBTS = 5
"""Candidates up to which the open question is put to the editor."""

_SAME_FAMILY, _ALONE = because("reason.same-family"), because("reason.alone")


class Candidate(Record, dict=True, gc=True):
    """A person named in full somewhere, as far as a family name can be compared with them."""

    place: int
    """Of the group."""
    group: Group
    around: Circumstances

    @cached_property
    def articles(self) -> frozenset[int]:
        """Those that name the person in full."""
        return frozenset().union(*(name.articles for name in self.group.names))

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """All titles in those."""
        return order_titles(title for name in self.group.names for title in name.titles)

    @cached_property
    def countries(self) -> frozenset[str]:
        """Countries that those tie to the person."""
        return frozenset().union(*(name.countries for name in self.group.names))

    @cached_property
    def home(self) -> frozenset[str]:
        """Countries that those are about."""
        return frozenset().union(*(self.around.home[article] for article in self.articles))

    @cached_property
    def firsts(self) -> dict[frozenset[str], int]:
        """Countries → the first of those that are about just these: few sets, however many articles there are."""
        found: dict[frozenset[str], int] = {}
        for article in sorted(self.articles):
            found.setdefault(self.around.home[article], article)
        return found

    @cached_property
    def companions(self) -> dict[str, str]:
        """All who are named in full beside the person."""
        named = (self.around.companions.beside(name) for name in self.group.names)
        return {key: text for beside in named for key, text in beside.items()}


class Match(Record, gc=True):
    """What speaks for a candidate, before it is known whether anybody asks for it."""

    candidate: Candidate
    points: int
    evidence: tuple[Evidence, ...]
    in_office: bool
    """Whether an office agrees."""
    in_rank: bool
    """Whether an office or a rank agrees."""


class Fit(Record):
    """A candidate that fits."""

    place: int
    """Of the candidate's group."""
    points: int
    link: Link


class Placing(Record):
    """Where a mere family name belongs."""

    target: Fit | None = None
    """The one that fits."""
    open: tuple[Fit, ...] = ()
    """Those that may be meant, if none surely is."""


class Surnames:
    """Look-up of the people whom a mere family name may mean."""

    def __init__(self, groups: Sequence[Group], around: Circumstances) -> None:
        self._around = around
        self._exact: dict[str, list[Candidate]] = {}
        self._near: dict[str, list[Candidate]] = {}
        for place, group in enumerate(groups):
            if group.names:
                self._shelve(Candidate(place=place, group=group, around=around))

    def place(self, naming: Naming, mark: Mark) -> Placing:
        """Where the naming belongs: one candidate alone fits, or one alone holds the office."""
        candidates, enough = self._find(fold_family(naming.local.family, self._around.names))
        if len(candidates) > _MOST_CANDIDATES:
            return Placing()
        found = (_match(naming, mark, candidate, enough=enough) for candidate in candidates)
        matches = [match for match in found if match]
        in_office, in_rank = [match for match in matches if match.in_office], [m for m in matches if m.in_rank]
        for chosen in (in_office, in_rank, matches):
            if len(chosen) == 1:
                return Placing(target=_fit(naming, chosen[0], _ALONE))
        if len(matches) > _MOST_DOUBTS:
            return Placing()
        ordered = sorted(matches, key=lambda match: (-match.points, match.candidate.place))
        return Placing(open=tuple(_fit(naming, match) for match in ordered))

    def _shelve(self, candidate: Candidate) -> None:
        families = {word for name in candidate.group.names for word in (name.family, name.family.split()[-1])}
        for family in families:
            self._exact.setdefault(family, []).append(candidate)
        for loose in {loose for family in families for loose in read_family_loosely(family)}:
            self._near.setdefault(loose, []).append(candidate)

    def _find(self, family: str) -> tuple[Sequence[Candidate], int]:
        """Those of the family name, or else of one that is likely the same; and the points that they need."""
        if family in self._exact:
            return self._exact[family], _FITS
        near = {
            candidate.place: candidate
            for loose in read_family_loosely(family)
            for candidate in self._near.get(loose, ())
        }
        return [near[place] for place in sorted(near)], _FITS_IF_NEAR


def fold_family(family: str, names: Names) -> str:
    """The folded family name without particles."""
    words = fold_name(family).split()
    return " ".join(word for word in words if word not in names.particles) or " ".join(words)


def _match(naming: Naming, mark: Mark, candidate: Candidate, *, enough: int) -> Match | None:
    """What speaks for the candidate; None if it is not enough, or something shows that another person is meant."""
    if (
        naming.article in candidate.articles
        or contradict(mark, candidate.group.mark)
        or differ_in_office(naming.titles, candidate.titles, naming.local.countries, candidate.countries)
    ):
        return None
    evidence = tuple(_weigh(naming, candidate, candidate.around))
    points = sum([item.points for item in evidence])
    if points < enough:
        return None
    agreed = {title.kind for title in naming.titles for other in candidate.titles if agree(title, other)}
    return Match(
        candidate=candidate, points=points, evidence=evidence, in_office="office" in agreed, in_rank=bool(agreed)
    )


def _fit(naming: Naming, match: Match, *further: Reason) -> Fit:
    """The candidate, with what speaks for it, and what else does."""
    candidate = match.candidate
    return Fit(
        place=candidate.place,
        points=match.points,
        link=Link(
            left=naming.local.name,
            right=candidate.group.names[0].text,
            rule="family-name",
            evidence=(_SAME_FAMILY, *(item.reason for item in match.evidence), *further),
            compared=(naming.article, _find_like(naming.article, candidate)),
        ),
    )


def _find_like(article: int, candidate: Candidate) -> int:
    """The first article that names the candidate in full and is about the same countries, as far as there is one."""
    home = candidate.around.home[article]
    _, first = min((-len(home & other), first) for other, first in candidate.firsts.items())
    return first


def _weigh(naming: Naming, candidate: Candidate, around: Circumstances) -> Iterator[Evidence]:
    found = (
        compare_titles(naming.titles, candidate.titles) or compare_offices(naming.titles, candidate.titles),
        compare_countries(naming.local.countries, candidate.countries),
        compare_companions(around.companions.in_article(naming.article), candidate.companions),
        _compare_home(around.home[naming.article], candidate),
    )
    return (item for item in found if item is not None)


def _compare_home(home: frozenset[str], candidate: Candidate) -> Evidence | None:
    """What it says that the article is about a country of the candidate."""
    return compare_homes(home, candidate.countries or candidate.home)
