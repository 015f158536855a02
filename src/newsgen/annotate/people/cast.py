"""The cast of an article: its persons, and by which words the text calls each of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsgen.annotate.people.apart import SENTENCE_END, Partings
from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.ground import Ground, Key
from newsgen.annotate.people.introductions import find_introductions
from newsgen.annotate.people.kinship import Kin, find_contrast
from newsgen.annotate.people.strangers import Stranger
from newsgen.lexicon.names import Gender, Names

# matches:  spoke at length. He left
# matches:  a parlé. Elle
# not: spoke. Jane left.
_PRONOUN_NEXT = re.compile(r"[^.!?\n]{1,200}[.!?][\"”’»)]? (He|She|Il|Elle|Él|Ella)\b")
_HE = ("He", "Il", "Él")

_FURTHEST_PARAGRAPH = 1
"""How many paragraphs back the text may have spoken of someone for a name alone to mean that one."""
_FURTHEST = 2_000
"""The same in characters."""
_NEAR = 150


@dataclass(slots=True)
class Figure:
    """One person, as far as the text has told."""

    genders: set[Gender] = field(default_factory=set)
    """That titles have told."""
    likely: Gender | None = None
    """That the given name tells, as far as one list of names may."""
    royal: bool = False
    offices: set[str] = field(default_factory=set)
    """Titles written before the full name, in normal spelling."""
    first_seen: int = -1
    """Where the first mention by full name begins."""
    last_seen: int = -1
    """Where the latest mention begins."""
    called_short: int = -1
    """Where the first mention by this one's family name alone begins."""

    keys: list[Key] = field(default_factory=list)
    """The full names, as folded words."""
    kin: Kin | None = None
    """If the text brings this one in as the kin of somebody named before."""
    stranger_until: int = -1
    """Where the sentence ends that tells this one from others of the name, if one does: it names those besides."""

    def may_be(self, candidate: Candidate) -> bool:
        """Whether the title and place of a mention allow that it means this person."""
        if len(candidate.key) == 1 and candidate.start < (self.first_seen if self.kin else self.stranger_until):
            return False
        title = candidate.title
        if title is None:
            return True
        if "royal" in title.kinds and not self.royal:
            return False
        return title.gender is None or not self.genders or title.gender in self.genders

    def note(self, candidate: Candidate) -> None:
        """Takes in what a mention tells."""
        self.last_seen = candidate.start
        if self.called_short < 0 and len(candidate.key) == 1:
            self.called_short = candidate.start
        if candidate.title is not None:
            self.royal |= "royal" in candidate.title.kinds
            if len(candidate.key) > 1:
                self.offices.add(candidate.title.shown)
            if candidate.title.gender:
                self.genders.add(candidate.title.gender)


@dataclass(slots=True)
class Cast:
    """All persons of an article, numbered."""

    ground: Ground
    partings: Partings
    """What the text says of each full name."""
    numbers: dict[Key, int]
    """By full name as written."""
    figures: list[Figure]
    by_family: dict[Key, list[int]] = field(default_factory=dict)
    """By each shorter form that ends the name, or stands in the middle of it."""
    openers: frozenset[str] = frozenset()
    """First words of full names and shorter forms."""
    by_given: dict[str, list[int]] = field(default_factory=dict)
    by_middle: dict[str, list[int]] = field(default_factory=dict)
    """By the words between: `Lula` of `Luiz Lula da Silva`, `Sánchez` of `Pedro Sánchez Castejón`."""
    by_paternal: dict[str, list[int]] = field(default_factory=dict)
    """By the first of two family names, which later mentions call as often: `Pedro Sánchez Castejón`."""
    doubles: dict[Key, tuple[int, int]] = field(default_factory=dict)
    """Of full names that two bear: where the text brings in the second, and the number of that one."""

    def bearers(self, candidate: Candidate) -> list[int]:
        """The numbers of all persons whom a mention may mean by its words and title."""
        key = candidate.key
        if len(key) > 1 and key in self.numbers:
            return self._of_full_name(candidate)
        fitting = self._fitting(self.by_family.get(key, ()), candidate)
        if not fitting and len(key) == 1:
            known = self.by_given.get(key[0]) or self.by_middle.get(key[0]) or []
            fitting = self._fitting(known, candidate)
        elif len(key) == 1 and key[0] in self.by_middle and find_contrast(candidate, self.ground.text):
            fitting = [*fitting, *self._fitting(self.by_middle[key[0]], candidate)]
        elif len(key) == 1:
            paternal = self._fitting(self.by_paternal.get(key[0], ()), candidate)
            fitting = [*fitting, *(n for n in paternal if n not in fitting)]
        return fitting

    def _of_full_name(self, candidate: Candidate) -> list[int]:
        """The number of the one who has the whole name; of both if two have it, and the text has told of both."""
        first = self.numbers[candidate.key]
        start, second = self.doubles.get(candidate.key, (candidate.end, first))
        if candidate.start < start or first == second:
            return [first]
        return [second] if candidate.start == start else [first, second]

    def double(self, stranger: Stranger) -> None:
        """Makes a second person of a full name that the text has used of another before."""
        key, start = stranger.candidate.key, stranger.candidate.start
        number = len(self.figures)
        self.figures.append(Figure(first_seen=start, keys=[key], stranger_until=stranger.end))
        self.doubles[key] = start, number
        for form in short_forms(key, self.ground.names):
            if form in self.by_family:
                self.by_family[form].append(number)

    def admit(self, candidate: Candidate) -> None:
        """Makes a person of a single name with a title, unless it fits one who is known by a full name."""
        if not self.bearers(candidate):
            self.figures.append(Figure())
            self.figures[-1].note(candidate)
            self.by_family.setdefault(candidate.key, []).append(len(self.figures) - 1)

    def _fitting(self, numbers: Iterable[int], candidate: Candidate) -> list[int]:
        """Those of the persons whom the title before a mention allows, and of several those whose given names do."""
        allowed = [n for n in numbers if self.figures[n].may_be(candidate) and not self._is_contrasted(n, candidate)]
        gender = _gender_of(candidate)
        if gender is None:
            return allowed
        agreed = [n for n in allowed if self.figures[n].likely in (None, gender) or gender in self.figures[n].genders]
        return agreed or (allowed if len(allowed) > 1 else [])

    def _is_contrasted(self, number: int, candidate: Candidate) -> bool:
        """Whether the text names the person right behind by the full name, and as something else: `The deputy Marlow
        came; the lawyer Jane Marlow left`."""
        figure = self.figures[number]
        if len(candidate.key) > 1 or not 0 < figure.first_seen - candidate.start < _NEAR:
            return False
        told = frozenset().union(*find_introductions(candidate, self.ground))
        roles = frozenset().union(*map(self.partings.roles, figure.keys))
        return bool(told and roles) and told.isdisjoint(roles)

    def choose(self, bearers: Sequence[int], candidate: Candidate) -> int | None:
        """The bearer whom a mention means: of several, the one of that office, the one whom the text has come to call
        so before the others came up, the only one whose given name agrees with the title, or the one of whom it has
        just spoken; None if nothing tells."""
        if len(bearers) == 1:
            return bearers[0]
        if candidate.title is not None and candidate.title.shown:
            in_office = [n for n in bearers if candidate.title.shown in self.figures[n].offices]
            if len(in_office) == 1:
                return in_office[0]
        in_role = self._of_role(bearers, candidate)
        if len(in_role) == 1:
            return in_role[0]
        seen = sorted((n for n in bearers if self.figures[n].last_seen >= 0), key=lambda n: self.figures[n].last_seen)
        if len(candidate.key) == 1 and (contrast := find_contrast(candidate, self.ground.text)):
            return self._choose_contrasted(seen, contrast)
        return self._choose_seen(seen, candidate) if len(seen) > 1 else next(iter(seen), None)

    def _of_role(self, bearers: Sequence[int], candidate: Candidate) -> list[int]:
        """Those of the bearers of whom the text says what it says beside the mention: `Harlow, the nurse,`."""
        told = frozenset().union(*find_introductions(candidate, self.ground))
        if not told:
            return []
        return [n for n in bearers if any(told & self.partings.roles(key) for key in self.figures[n].keys)]

    def _choose_seen(self, seen: Sequence[int], candidate: Candidate) -> int | None:
        """The one of several bearers named so far, in order of their latest mentions."""
        established = self._established(seen)
        if established is not None:
            return established
        if pronoun := _gender_behind(candidate, self.ground.text):
            seen = [n for n in seen if self.figures[n].likely in (None, pronoun)]
            if len(seen) < 2:
                return seen[0] if seen else None
        if gender := _gender_of(candidate):
            of_gender = [n for n in seen if self.figures[n].likely == gender]
            if len(of_gender) < 2:
                return of_gender[0] if of_gender else None
        if candidate.key[0] in self.ground.names.family_first:
            return None  # so many are called `Kim` that the one named last is a guess
        if self.figures[seen[-1]].stranger_until >= 0:
            return None  # told from the others once, and by the full name
        return seen[-1] if self._is_latest(seen[-1], seen[-2], candidate) else None

    def _choose_contrasted(self, seen: Sequence[int], contrast: Kin) -> int | None:
        """The one of several bearers whom `the elder`, `the younger` or `the other` means."""
        if contrast == "other":
            return seen[0] if len(seen) == 2 else None
        told = [n for n in seen if self.figures[n].kin == contrast]
        rest = [n for n in seen if self.figures[n].kin != ("younger" if contrast == "elder" else "elder")]
        return told[0] if len(told) == 1 else rest[0] if len(rest) == 1 else None

    def _established(self, seen: Sequence[int]) -> int | None:
        """The one called by the family name alone before any other was named."""
        figures = self.figures
        first = min(seen, key=lambda n: figures[n].first_seen)
        others = [figures[n].first_seen for n in seen if n != first]
        return first if 0 <= figures[first].called_short < min(others) else None

    def _is_latest(self, latest: int, earlier: int, candidate: Candidate) -> bool:
        """Whether the text has spoken of the one in a sentence of its own since the other, and not long ago."""
        since, last_seen = self.figures[earlier].last_seen, self.figures[latest].last_seen
        far = candidate.start - last_seen > _FURTHEST
        if far or self.ground.text.count("\n\n", last_seen, candidate.start) > _FURTHEST_PARAGRAPH:
            return False
        return last_seen - since > _FURTHEST or SENTENCE_END.search(self.ground.text, since, last_seen) is not None


def _gender_of(candidate: Candidate) -> Gender | None:
    """What the title before a mention tells."""
    return candidate.title.gender if candidate.title is not None else None


def short_forms(key: Key, names: Names) -> list[Key]:
    """The forms by which later mentions may call the person, the given name aside: `zeine`, `lamine zeine`."""
    bare = key[:-1] if key[-1] in names.suffixes and len(key) > 2 else key
    forms = [bare[n:] for n in range(1, len(bare))]
    forms.extend(key[n:] for n in range(1, len(key) - 1) if bare != key)
    head, mark, rest = bare[-1].partition("-")
    if mark and head in names.joined_particles:
        forms.append((rest,))
    return [form for form in forms if form[0] not in names.suffixes]


def _gender_behind(candidate: Candidate, text: str) -> Gender | None:
    """What the pronoun tells that opens the second sentence of a paragraph which the mention opens."""
    if not text.endswith("\n", 0, candidate.start):
        return None
    pronoun = _PRONOUN_NEXT.match(text, candidate.end)
    return None if pronoun is None else "male" if pronoun[1] in _HE else "female"
