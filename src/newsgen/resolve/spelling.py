"""How alike two spellings are: family names by degrees, given names word by word.

`james baker` and `james barker` are one letter apart and two people; `tiani` and `tchiani` are two letters apart and
one. So letters are not counted first: spellings are brought to the form that they share when they write one name of
another language or alphabet, in a strict way and in a loose one, and only long words may also differ by a misprint.
"""

import re
from functools import lru_cache
from itertools import product
from typing import Literal

from rapidfuzz.distance import OSA

Grade = Literal[
    "equal",
    "transliterated",
    "near",
    "slavic",
    "far",
    "part",
    "misprint",
    "vowels",
    "initial",
    "form",
    "kin",
    "different",
]
"""How two words or family names agree.

`near` is a looser transliteration, `far` a looser one yet, `slavic` what Russian and Ukrainian write otherwise, a
`form` a spelling that is known; with `vowels` only vowels inside the words differ; `kin` are forms of one given name
in two languages.
"""

_STRICT = (
    ("gue", "ge"),
    ("gui", "gi"),
    ("tsch", "ch"),
    ("tch", "ch"),
    ("tsh", "ch"),
    ("tz", "ts"),
    ("dzh", "j"),
    ("dj", "j"),
    ("zh", "j"),
    ("ph", "f"),
    ("ck", "k"),
    ("x", "ks"),
    ("ou", "u"),
    ("oo", "u"),
    ("iy", "i"),
    ("yi", "i"),
    ("yy", "i"),
    ("ij", "i"),
)
"""What the same sound is written with, in order; few different names of one language meet here."""

_ENDS = (("vych", "vich"), ("off", "ov"), ("eff", "ev"), ("ow", "ov"), ("ej", "ei"), ("ie", "i"), ("y", "i"))
_BEGINNINGS = (("ye", "e"), ("yo", "o"))

_LOOSE = (
    ("oye", "oe"),
    ("aye", "ae"),
    ("y", "i"),
    ("eok", "uk"),
    ("eol", "ul"),
    ("eong", "ung"),
    ("ue", "u"),
    ("oe", "o"),
    ("gj", "j"),
    ("aei", "e"),
    ("ei", "e"),
    ("ai", "e"),
    ("ae", "e"),
    ("ce", "se"),
    ("ci", "si"),
    ("ca", "ka"),
    ("co", "ko"),
    ("cu", "ku"),
    ("sch", "sh"),
    ("dh", "d"),
    ("th", "t"),
    ("gh", "g"),
    ("bh", "b"),
    ("w", "v"),
    ("z", "s"),
)
"""Further ways, which also bring some different names together: they need more evidence beside them."""

_MUTE_ENDS = ("ah", "eh", "uh", "oh")
_INNER_VOWELS = str.maketrans("eo", "au")

_AFFRICATES = (("tsch", "č"), ("tch", "č"))
"""Set apart before `ch` is read the French way."""
_ALTERNATIVES = (
    ("ch", ("ch", "sh")),
    ("č", ("ch", "t")),
    ("q", ("k", "g")),
    ("kh", ("k", "h")),
    ("ge", ("ge", "je")),
    ("gi", ("gi", "ji")),
    ("ei", ("ei", "i")),
)
"""Sounds that some languages write like one letter and others like another; each reading is kept."""

_MOST_READINGS = 8
MISPRINT_FROM = 7
"""Letters from which a family name may have a misprint."""
_GIVEN_MISPRINT_FROM = 5
_SWAPPED_FROM = 4
"""Letters from which two of them may have been swapped."""

_SYLLABLES = (
    ("hs", "x"),
    ("tz", "z"),
    ("ts", "z"),
    ("zh", "j"),
    ("ch", "j"),
    ("q", "j"),
    ("c", "z"),
    ("t", "d"),
    ("p", "b"),
    ("k", "g"),
    ("r", "j"),
    ("ung", "ong"),
    ("ien", "ian"),
    ("szu", "si"),
)
"""How the older system of writing Chinese and the newer one meet, in order: `tsetung`, `zedong`."""
_SLAVIC_ENDS = ("ov", "ova", "ev", "eva", "in", "ina", "ki", "ska", "skaia", "ko", "uk", "ich", "ets", "iv")
_VOWELS = "aeiou"
_FEWEST_CONSONANTS = 3

# matches: shihhsiung
# not: shihong
_MUTE_H = re.compile(r"(?<=[ie])h(?![aeiou])")
"""What the older system of writing Chinese has behind vowels."""
# matches: yeferson
# not: yves
_Y_BEFORE_VOWEL = re.compile(r"y[aeiou]")
_SLAVIC = (("kh", "x"), ("sh", "š"), ("ch", "č"), ("h", "g"), ("ie", "e"), ("io", "o"), ("y", "i"), ("ii", "i"))
"""Where Ukrainian and Russian spellings of one name meet, in order: `syniehubov`, `sinegubov`."""
# matches: gaddafi
_DOUBLED = re.compile(r"(.)\1")


@lru_cache(maxsize=1 << 16)
def transliterate(word: str) -> str:
    """The strict common form of a folded word: `zelenskyy`, `zelenskiy` and `zelensky` give `zelenski`."""
    for old, new in _BEGINNINGS:
        if word.startswith(old) and len(word) > len(old):
            word = new + word[len(old) :]
    for old, new in _STRICT:
        word = word.replace(old, new)
    for old, new in _ENDS:
        if word.endswith(old) and len(word) > len(old) + 1:
            word = word[: -len(old)] + new
            break
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=1 << 16)
def read_loosely(word: str) -> frozenset[str]:
    """The loose common forms of a folded word: `tchiani` has one in common with `tiani`."""
    for old, new in _AFFRICATES:
        word = word.replace(old, new)
    # What is written `dh` is Arabic, and there the sound of `q` begins words as `g` or as `k`: `gadhafi`, `kadhafi`.
    readings = {word, "q" + word[1:]} if "dh" in word and word[0] in "gk" else {word}
    # `Yeferson` is how Spanish hears `Jefferson`, `Jusuf` how German writes `Yusuf`.
    readings |= {"j" + word[1:]} if _Y_BEFORE_VOWEL.match(word) else set()
    for old, choices in _ALTERNATIVES:
        if old in " ".join(readings):
            readings = {reading.replace(old, choice) for reading in readings for choice in choices}
    return frozenset(map(_loosen, readings))


@lru_cache(maxsize=1 << 16)
def _loosen(word: str) -> str:
    word = transliterate(word)
    for old, new in _LOOSE:
        word = word.replace(old, new)
    if len(word) > 3 and (word[-1] == "e" or word.endswith(_MUTE_ENDS)):
        word = word[:-1]
    return _DOUBLED.sub(r"\1", word[:1].replace("o", "u") + word[1:].translate(_INNER_VOWELS))


@lru_cache(maxsize=1 << 16)
def read_family_loosely(family: str) -> frozenset[str]:
    """The loose forms of a family name of any number of words, as keys to look it up by."""
    if " " not in family:
        readings = read_loosely(family)
    else:
        readings = frozenset("".join(reading) for reading in product(*map(read_loosely, family.split())))
    return readings if len(readings) <= _MOST_READINGS else frozenset(sorted(readings)[:_MOST_READINGS])


def compare_families(left: str, right: str) -> Grade:
    """How two folded family names, without particles, agree."""
    if left == right or left.replace(" ", "") == right.replace(" ", ""):
        return "equal"
    if _transliterate_all(left) == _transliterate_all(right):
        return "transliterated"
    if not read_family_loosely(left).isdisjoint(read_family_loosely(right)):
        return "near"
    if _is_part(left.split(), right.split()):
        return "part"
    if _is_misprint(left, right, MISPRINT_FROM) or (len(left) >= _SWAPPED_FROM and are_swapped(left, right)):
        return "misprint"
    return "different"


def compare_far_families(left: str, right: str) -> Grade:
    """How two folded family names agree that `compare_families` calls different: by `s` and `sh`, or but for vowels."""
    if read_slavic(left) == read_slavic(right) != "":
        return "slavic"
    if "sh" in left + right and transliterate(left.replace("sh", "s")) == transliterate(right.replace("sh", "s")):
        return "far"
    return "vowels" if left[:1] == right[:1] and find_skeleton(left) == find_skeleton(right) != "" else "different"


@lru_cache(maxsize=1 << 16)
def read_slavic(family: str) -> str:
    """What Ukrainian and Russian spellings of a family name share; empty if it does not end like a Slavic one."""
    word = transliterate(family)
    if not word.endswith(_SLAVIC_ENDS):
        return ""
    for old, new in _SLAVIC:
        word = word.replace(old, new)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=1 << 16)
def find_skeleton(family: str) -> str:
    """The consonants of a folded family name, loosely read and `sh` as `s`; empty if there are few."""
    letters = "".join(_loosen(word.replace("sh", "s")) for word in family.split())
    bones = letters[:1] + "".join(letter for letter in letters[1:] if letter not in _VOWELS)
    return _DOUBLED.sub(r"\1", bones) if len(bones) >= _FEWEST_CONSONANTS else ""


@lru_cache(maxsize=1 << 16)
def read_syllables(word: str) -> str:
    """What Chinese syllables have in common in both systems of writing them with Latin letters."""
    word = _MUTE_H.sub("", word)
    for old, new in _SYLLABLES:
        word = word.replace(old, new)
    return word


def differ_in_vowels(left: str, right: str) -> bool:
    """Whether two words of one length differ in nothing but plain vowels: `takeshi`, `takashi`."""
    pairs = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
    return len(left) == len(right) and all(a in _VOWELS and b in _VOWELS for a, b in pairs)


def compare_words(left: str, right: str) -> Grade:
    """How two folded given names agree."""
    if left == right:
        return "equal"
    if len(left) == 1 or len(right) == 1:
        return "initial" if left[0] == right[0] else "different"
    # A final e that is mute in `Eltsine` makes a woman's name of `Michel`.
    if (left[-1] == "e") == (right[-1] == "e") and not read_loosely(left).isdisjoint(read_loosely(right)):
        return "transliterated" if transliterate(left) == transliterate(right) else "near"
    if transliterate(left) == transliterate(right):
        return "transliterated"
    return "misprint" if _is_misprint(left, right, _GIVEN_MISPRINT_FROM) else "different"


def _transliterate_all(text: str) -> str:
    return "".join(transliterate(word) for word in text.split())


def _is_part(left: list[str], right: list[str]) -> bool:
    """Whether one family name begins or ends the other: `López` and `López Obrador`."""
    short, long = sorted((left, right), key=len)
    return len(short) < len(long) and short in (long[: len(short)], long[-len(short) :])


def are_swapped(left: str, right: str) -> bool:
    """Whether two neighbouring letters of the one are swapped in the other: `Arce`, `Acre`."""
    return left[:1] == right[:1] and sorted(left) == sorted(right) and OSA.distance(left, right, score_cutoff=1) <= 1


def _is_misprint(left: str, right: str, shortest: int) -> bool:
    """Whether two long words of the same beginning are one misprint apart: a letter more, less, other or swapped."""
    if left[0] != right[0] or min(len(left), len(right)) < shortest or abs(len(left) - len(right)) > 1:
        return False
    return OSA.distance(left, right, score_cutoff=1) <= 1
