"""Runs of capitalised words: where in a text a name may stand."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsgen.lexicon.names import Names, fold

# matches: Blinken
# matches: al-Bashir
# matches: O’Brien
# matches: J.R.R.
# not: leaving
_CAPITALISED = re.compile(r"(?<![\w'’-])(?:[^\W\d_a-z]|[a-z]{1,4}['’-][^\W\d_a-z])\w*(?:['’-]\w+|\.[^\W\d_]\w*)*")
# matches: L'Union
# matches: d'Algérie
_ELISION = re.compile(r"^(?:l|d|qu|s|n|j|c|m|t)['’](?=\w)", re.IGNORECASE)
# matches: al-Bashir
# matches: d'Estaing
# not: Smith
_PARTICLE = re.compile(r"([^\W\d_]{1,5})['’-](\w)")
# matches: Moscow-based
# matches: Saudi-led
# matches: mid-March
# not: Yunus-bek
# not: Jong-un
_COMPOUND = re.compile(
    r"-(?:[a-z]*(?:ed|ing|ers?)|run|born|style|like|made|held|bound|wide|era|rich|linked|old|year|day|day-old"
    r"|general|elect|designate|in-chief|level|funded|wing|speaking|free|friendly|only|type|class|man|member)$"
    r"|^(?:[a-z]+|Ex|Pro|Anti|Non|Pre|Post|Mid|Inter|Anglo|Franco|Russo|Sino|Afro)-"
)
# matches:  "Hands of Stone" Duran
# matches:  (Leo) Nichols
# not:  (Sweden) 6-4
_NICKNAME = re.compile(
    r""" (?:"[^"\n]{2,24}"|“[^”\n]{2,24}”|‘[^’\n]{2,24}’|'[^'\n]{2,24}'|« ?[^»\n]{2,24}»"""
    r"""|\(([^\W\d_][\w.-]{1,11})\)) (?=[^\W\d_a-z])"""
)
# matches: T.O'Gorman
# matches: J.R.Smith
# not: U.N
_JOINED_INITIALS = re.compile(r"^(?:[^\W\d_]\.)+(?=[^\W\d_][\w'’-])")

# matches:  fils,
# matches:  padre dijo
# not:  père de
_GENERATION = re.compile(r" (père|fils|padre|hijo)\b(?! (?:de|du|des|del|et|y|ou|d['’]\w+)\b)")

_POSSESSIVES = ("'s", "’s", "'S", "’S")
_APOSTROPHES = frozenset("'’")
_ARTICLES = frozenset("LCJS")
_LONGEST_NAME_WORD = 40
_LONGEST_INITIALS = 8
_LONGEST_GAP = 18
_LONGEST_RUN = 16
_AND_OF_NAMES = (" y ", " e ")
_NICKNAME_OPENINGS = frozenset((' "', " “", " ‘", " '", " «", " ("))
_BLANKS = frozenset((" ", "\u00a0", "\u202f", "  "))


class Word(NamedTuple):
    """A word that may be part of a name."""

    start: int
    end: int
    """Behind the word; its possessive 's is left out."""
    text: str
    folded: str
    possessive: bool
    """Whether an 's follows."""
    initial: bool
    """Whether it is one letter, or letters with dots between: `W`, `J.R`."""
    shouted: bool
    """Whether it is written in capitals: `NATO`, `BAZOUM`."""
    idle: bool
    """Whether it is no name where it stands alone."""


Run = tuple[Word, ...]
"""Words with nothing between them but blanks, a dot after an initial, and particles, which are words of the run."""


def find_runs(text: str, names: Names) -> Iterator[Run]:
    """The runs of capitalised words that may hold a name, in order, none longer than a name with its titles may be."""
    run: list[Word] = []
    for match in _CAPITALISED.finditer(text):
        look, start = _look_at(match[0], names), match.start()
        if look is None:
            continue  # no part of a name: `Moscow-based`
        word = Word(start, start + len(look.text), *look)
        joint = _joint(text, run, word, names) if run else None
        if joint is None and run and text[run[-1].end : run[-1].end + 2] in _NICKNAME_OPENINGS:
            nickname_end = _end_of_nickname(text, run, names)
            if start < nickname_end:
                continue
            joint = () if start == nickname_end else None
        if joint is None or len(run) >= _LONGEST_RUN:
            if run and not _is_idle(run):
                yield _with_generation(text, run, names)
            run = [word] if look.text.isalpha() else _apart(_without_elision(word, names), names)
        else:
            run += (*joint, *_apart(word, names))
    if run and not _is_idle(run):
        yield _with_generation(text, run, names)


def _with_generation(text: str, run: list[Word], names: Names) -> Run:
    """The run with the small word behind a full name that tells father from son: `Alain Marlow fils`."""
    match = _GENERATION.match(text, run[-1].end) if len(run) > 1 else None
    return (*run, make_word(match.start(1), match[1], names)) if match else tuple(run)


def _is_idle(run: list[Word]) -> bool:
    """Whether the run is certainly no name; most that are one word are none."""
    return len(run) == 1 and run[0].idle


class _Look(NamedTuple):
    """What a word is wherever it stands: `Word` without its place."""

    text: str
    folded: str
    possessive: bool
    initial: bool
    shouted: bool
    idle: bool


@lru_cache(maxsize=1 << 14)
def _look_at(written: str, names: Names) -> _Look | None:
    """The look of a capitalised word, remembered; None if it can be no part of a name."""
    if len(written) > _LONGEST_NAME_WORD:
        return None
    possessive = written.endswith(_POSSESSIVES)
    bare = written[:-2] if possessive else written
    return _describe(bare, names, possessive=possessive) if bare and _may_be_name(bare, names) else None


def _describe(text: str, names: Names, *, possessive: bool = False) -> _Look:
    """The look of a word without its possessive."""
    size = len(text)
    initial = size == 1 or (size < _LONGEST_INITIALS and text[1] == "." and not text[1::2].strip("."))
    folded = fold(text)
    return _Look(text, folded, possessive, initial, size > 1 and text.isupper(), folded in names.idle)


def make_word(start: int, text: str, names: Names, *, possessive: bool = False) -> Word:
    """The word that is written at the offset."""
    return Word(start, start + len(text), *_describe(text, names, possessive=possessive))


def _may_be_name(written: str, names: Names) -> bool:
    """Whether the word is capitalised as names are, a particle in front of it aside."""
    if "-" in written and _COMPOUND.search(written) and not _has_particle(written, names):
        return False
    if written[1:2] in _APOSTROPHES and written[0] in _ARTICLES and written[2:3].islower():
        return False  # `L'analyste`
    return written[0].isupper() or _has_particle(written, names)


def _has_particle(written: str, names: Names) -> bool:
    """Whether the word opens with a particle: `al-Bashir`, `d'Estaing`."""
    match = _PARTICLE.match(written)
    return match is not None and fold(match[1]) in names.joined_particles and match[2].isupper()


def _without_elision(word: Word, names: Names) -> Word:
    """The word without a French article or preposition before it: `Union` of `L'Union`."""
    match = _ELISION.match(word.text)
    if match is None or not word.text[match.end()].isupper() or word.text[0] in "DN":
        return word
    rest = word.text[match.end() :]
    return make_word(word.start + match.end(), rest, names, possessive=word.possessive)


def _apart(word: Word, names: Names) -> list[Word]:
    """The word, parted from initials written without a blank: `T.` and `O'Gorman` of `T.O'Gorman`."""
    match = None if word.initial or "." not in word.text else _JOINED_INITIALS.match(word.text)
    if match is None:
        return [word]
    rest = make_word(word.start + match.end(), word.text[match.end() :], names, possessive=word.possessive)
    return [make_word(word.start, match[0].removesuffix("."), names), rest]


def _end_of_nickname(text: str, run: list[Word], names: Names) -> int:
    """Where the name goes on behind a nickname: at `Duran` of `Roberto "Manos" Duran`; 0 if there is none."""
    match = None if run[-1].possessive else _NICKNAME.match(text, run[-1].end)
    if match is None or not any(word.initial or names.is_given_name(word.text) for word in run):
        return 0
    bracketed = match[1]
    if bracketed is None or names.is_given_name(bracketed):
        return match.end()
    initials = "." in bracketed and fold(bracketed) not in names.barred and bracketed.isupper()
    return match.end() if initials else 0


def _joint(text: str, run: list[Word], right: Word, names: Names) -> tuple[Word, ...] | None:
    """The particles between the run and the next word of it, mostly none; None if they are parted."""
    left = run[-1]
    if right.start - left.end > _LONGEST_GAP or left.possessive:
        return None
    gap = text[left.end : right.start]
    if gap in _BLANKS or (gap == ", " and _is_suffix(text, right, names)):
        return ()
    if gap[:1] == ".":
        return _joint_behind_dot(left, gap[1:], names)
    if gap[:1] not in _BLANKS or gap[-1] not in _BLANKS or "\n" in gap:
        return None
    if gap.startswith(_AND_OF_NAMES) and not _joins_families(run, right, names):
        return None
    return _particles(gap, left.end, names)


def _joint_behind_dot(left: Word, gap: str, names: Names) -> tuple[Word, ...] | None:
    """The same behind the dot of an initial or abbreviation, with what stands between dot and next word."""
    if left.initial and gap[:1] in _BLANKS and gap.strip():
        return _particles(gap, left.end + 1, names)
    dotted = left.initial or left.folded in names.titles or left.folded in names.abbreviated
    return () if dotted and gap in _DOT_ENDS else None


def _joins_families(run: list[Word], right: Word, names: Names) -> bool:
    """Whether "y" joins the two family names of one person: `José Ortega y Gasset`, but `Petro y Sarabia`."""
    behind_given = any(names.is_given_name(word.text) for word in run[:-1])
    return behind_given and not names.is_given_name(right.text)


def _is_suffix(text: str, word: Word, names: Names) -> bool:
    """Whether the word behind a comma belongs to the name before: `, Jr.`, but not `, Senior Adviser`."""
    return word.folded in names.suffixes and not text[word.end + 1 : word.end + 2].isupper()


_DOT_ENDS = frozenset(("", *_BLANKS))


def _particles(gap: str, offset: int, names: Names) -> tuple[Word, ...] | None:
    """The words of the gap if all are particles."""
    if not _holds_particles(gap, names):
        return None
    found = []
    at = 0
    for part in gap.split():
        at = gap.index(part, at)
        found.append(make_word(offset + at, part, names))
        at += len(part)
    return tuple(found)


@lru_cache(maxsize=1 << 12)
def _holds_particles(gap: str, names: Names) -> bool:
    """Whether all words of the gap are particles, remembered: most gaps are one of a few small words."""
    return names.particles.issuperset(gap.split())
