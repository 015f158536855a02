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
_CAPITALISED = re.compile(r"(?<![\w'’-])(?:[a-z]{1,4}['’-])?[^\W\d_a-z]\w*(?:['’-]\w+|\.[^\W\d_]\w*)*")
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

_POSSESSIVES = ("'s", "’s", "'S", "’S")
_LONGEST_NAME_WORD = 40
_LONGEST_INITIALS = 8
_LONGEST_GAP = 18
_LONGEST_RUN = 16
_AND_OF_NAMES = frozenset((" y ", " e "))
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


Run = tuple[Word, ...]
"""Words with nothing between them but blanks, a dot after an initial, and particles, which are words of the run."""


def find_runs(text: str, names: Names) -> Iterator[Run]:
    """All runs of capitalised words, in order, none longer than a name with its titles may be."""
    run: list[Word] = []
    for word in _capitalised_words(text, names):
        joint = _particles_between(text, run[-1], word, names) if run else None
        if joint is None or len(run) >= _LONGEST_RUN:
            if run:
                yield tuple(run)
            run = []
        run.extend(joint or ())
        run.append(_without_elision(word) if len(run) == 0 else word)
    if run:
        yield tuple(run)


def _capitalised_words(text: str, names: Names) -> Iterator[Word]:
    """The capitalised words of the text; those that are no part of a name (`Moscow-based`) are left out."""
    for match in _CAPITALISED.finditer(text):
        look = _look_at(match[0], names)
        if look is not None:
            start = match.start()
            yield Word(start, start + len(look.text), *look)


class _Look(NamedTuple):
    """What a word is wherever it stands: `Word` without its place."""

    text: str
    folded: str
    possessive: bool
    initial: bool
    shouted: bool


@lru_cache(maxsize=1 << 14)
def _look_at(written: str, names: Names) -> _Look | None:
    """The look of a capitalised word, remembered; None if it can be no part of a name."""
    if len(written) > _LONGEST_NAME_WORD:
        return None
    possessive = written.endswith(_POSSESSIVES)
    bare = written[:-2] if possessive else written
    return _describe(bare, possessive=possessive) if bare and _may_be_name(bare, names) else None


def _describe(text: str, *, possessive: bool) -> _Look:
    """The look of a word without its possessive."""
    size = len(text)
    initial = size == 1 or (size < _LONGEST_INITIALS and text[1] == "." and not text[1::2].strip("."))
    return _Look(text, fold(text), possessive, initial, size > 1 and text.isupper())


def make_word(start: int, text: str, *, possessive: bool = False) -> Word:
    """The word that is written at the offset."""
    return Word(start, start + len(text), *_describe(text, possessive=possessive))


def _may_be_name(written: str, names: Names) -> bool:
    """Whether the word is capitalised as names are, a particle in front of it aside."""
    if "-" in written and _COMPOUND.search(written) and not _has_particle(written, names):
        return False
    return written[0].isupper() or _has_particle(written, names)


def _has_particle(written: str, names: Names) -> bool:
    """Whether the word opens with a particle: `al-Bashir`, `d'Estaing`."""
    match = _PARTICLE.match(written)
    return match is not None and fold(match[1]) in names.joined_particles and match[2].isupper()


def _without_elision(word: Word) -> Word:
    """The word without a French article or preposition before it: `Union` of `L'Union`."""
    match = _ELISION.match(word.text)
    if match is None or not word.text[match.end()].isupper() or word.text[0] in "DN":
        return word
    rest = word.text[match.end() :]
    return make_word(word.start + match.end(), rest, possessive=word.possessive)


def _particles_between(text: str, left: Word, right: Word, names: Names) -> tuple[Word, ...] | None:
    """The particles between two words of one run, mostly none; None if the words are parted."""
    gap = text[left.end : right.start] if right.start - left.end <= _LONGEST_GAP else ""
    if left.possessive or not gap:
        return None
    if gap in _BLANKS or (gap == ", " and right.folded in names.suffixes):
        return ()
    if gap[0] == ".":
        dotted = left.initial or left.folded in names.titles or left.folded in names.abbreviated
        return () if dotted and gap[1:] in _DOT_ENDS else None
    if gap[0] not in " \u00a0" or gap[-1] not in " \u00a0" or "\n" in gap:
        return None
    if gap in _AND_OF_NAMES and names.is_given_name(right.text):
        return None
    return _particles(gap, left.end, names)


_DOT_ENDS = frozenset(("", *_BLANKS))


def _particles(gap: str, offset: int, names: Names) -> tuple[Word, ...] | None:
    """The words of the gap if all are particles."""
    found = []
    at = 0
    for part in gap.split():
        if part not in names.particles:
            return None
        at = gap.index(part, at)
        found.append(make_word(offset + at, part))
        at += len(part)
    return tuple(found)
