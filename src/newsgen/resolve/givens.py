"""Given names side by side: whether the words of the shorter row stand in the longer one, and how they agree."""

from collections.abc import Sequence

from newsgen.lexicon.forms import share_group
from newsgen.lexicon.names import Names
from newsgen.records import Record
from newsgen.records.reasons import Reason, because
from newsgen.resolve.namings import Name
from newsgen.resolve.spelling import Grade, compare_words, differ_in_vowels, read_loosely, read_syllables

PARTLY = 25
"""Points of given names of which the first is left out, as father and son may share the second."""
FULL, TWICE, FORM, LIKELY, KIN = 40, 50, 35, 30, 20
"""Points of one given name, of two and more; of known spellings of one, of likely ones, of one in two languages."""
_MUTE_FROM, _END_FROM, _CUT_FROM = 4, 4, 3
"""Letters before a mute e; of the end of a name that is a name; of what is left out before it."""
_LONG = 8
"""Letters from which two known given names may be two spellings of one."""


class GivenNames(Record):
    """How the given names of two people align."""

    points: int
    rule: str
    reason: Reason


Graded = tuple[int, str, str]
"""Points, rule, and the key of the reason."""

_OTHER = GivenNames(points=0, rule="other-given-names", reason=because("against.other-givens"))
_SAME_INITIALS = GivenNames(points=20, rule="initials", reason=because("reason.same-initials"))
_SAME = GivenNames(points=FULL, rule="same-name", reason=because("reason.same-given"))
_SAME_TWICE = GivenNames(points=TWICE, rule="same-name", reason=because("reason.same-givens"))
_HALF = (PARTLY, "given-names", "reason.given-partly")


def may_align(left: Name, right: Name) -> bool:
    """Whether each given name of the shorter row may be one of the longer; most pairs need no closer look."""
    short, long = (right, left) if len(right.given) < len(left.given) else (left, right)
    sounds = long.sounds
    for opening in short.openings:  # noqa: SIM110 - asked of every pair: twice as fast as all()
        if opening.isdisjoint(sounds):
            return False
    return True


def align_names(left: Name, right: Name, names: Names) -> GivenNames:
    """How the given names align."""
    is_right_shorter = (len(right.given), right.key) < (len(left.given), left.key)
    short, long = (right, left) if is_right_shorter else (left, right)
    if short.given == long.given or "".join(short.given) == "".join(long.given):
        return _same(short.given)
    if _are_one_in_chinese(short, long, names):
        return _show(short, long, (FORM, "transliteration", "reason.given-chinese"))
    if _is_nickname(short, long, names):
        reason = because("reason.given-nickname", left=short.written[0], right=long.written[0], name=long.text)
        return GivenNames(points=FULL, rule="nickname", reason=reason)
    places = _match_words(short.given, long.given, names)
    if places is None:
        return _OTHER
    return _show(short, long, _HALF if _is_half(short, long) else _grade(short.given, places))


def _show(short: Name, long: Name, graded: Graded) -> GivenNames:
    """The grade with both rows of names."""
    points, rule, key = graded
    reason = because(key, left=short.written[0], right=long.written[0])
    return GivenNames(points=points, rule=rule, reason=reason)


def _same(words: Sequence[str]) -> GivenNames:
    if all(len(word) == 1 for word in words):
        return _SAME_INITIALS
    return _SAME_TWICE if sum(len(word) > 1 for word in words) > 1 else _SAME


def _are_one_in_chinese(left: Name, right: Name, names: Names) -> bool:
    """Whether two given names are one, `Tse-tung` in the older system: of the two, only that has a hyphen."""
    if left.family not in names.family_first and right.family not in names.family_first:
        return False
    hyphens = {"-" in name.written[0] for name in (left, right)}
    return len(hyphens) > 1 and read_syllables("".join(left.given)) == read_syllables("".join(right.given))


def _is_half(short: Name, long: Name) -> bool:
    """Whether the one has the first half of the other's double name: `Jean` is not `Jean-Paul`."""
    first = long.written[0].split(maxsplit=1)[0].lower() if long.written[0] else ""
    return len(short.given) == 1 < len(long.given) and "-" in first and len(short.given[0]) > 1


def _is_nickname(short: Name, long: Name, names: Names) -> bool:
    """Whether the longer name tells the short form too: `William "Bill" Clinton`."""
    if len(short.given) > 1 or short.given[0] in long.given[:1]:
        return False
    return short.given[0] in long.key.split() and share_group(names.forms.kin, short.given[0], long.given[0])


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
    if grade in ("equal", "transliterated", "initial"):
        return grade
    if share_group(names.forms.given, left, right):
        return "form"
    if grade != "near" and (
        share_group(names.forms.kin, left, right) or (grade == "different" and _is_end(left, right))
    ):
        return "kin"
    if grade == "misprint" and _differ_in_gender(left, right):
        return "different"
    if names.is_given_name(left) and names.is_given_name(right):
        return _grade_known(left, right, grade)
    return "near" if _differ_in_mute_e(left, right) else grade


def _grade_known(left: str, right: str, grade: Grade) -> Grade:
    """How two known given names agree that are not the same in letters."""
    if grade == "near":
        return "different" if differ_in_vowels(left, right) else grade
    is_long = min(len(left), len(right)) >= _LONG and left[-1] == right[-1]
    return grade if is_long else "different"


def _differ_in_gender(left: str, right: str) -> bool:
    """Whether an a at the end makes a woman's name of a man's: `Milan`, `Milana`; `Marcelo`, `Marcela`."""
    short, long = sorted((left, right), key=len)
    stem, end = short.removesuffix("o"), "a"
    return long in (short + end, stem + end) or short == long.removesuffix("o") + end


def _differ_in_mute_e(left: str, right: str) -> bool:
    """Whether only one has an e at the end: `Lamin`, `Lamine`; of known names (`Michel`, `Michele`) it makes two."""
    short, long = sorted((left, right), key=len)
    return len(short) >= _MUTE_FROM and long[-1] == "e" and not read_loosely(short).isdisjoint(read_loosely(long[:-1]))


def _is_end(left: str, right: str) -> bool:
    """Whether the one is the end of a much longer one, as which it is called: `Seun`, `Oluwaseun`."""
    short, long = sorted((left, right), key=len)
    return len(short) >= _END_FROM and len(long) - len(short) >= _CUT_FROM and long.endswith(short)


def _grade(short: Sequence[str], places: Sequence[tuple[int, Grade]]) -> Graded:
    grades = [grade for _, grade in places]
    full = sum(grade in ("equal", "transliterated") and len(short[i]) > 1 for i, grade in enumerate(grades))
    if not full:
        return _grade_weakly(short, grades)
    if places[0][0] != 0:
        return _HALF
    if "misprint" in grades:
        return FULL, "misprint", "reason.given-misprint"
    if {"near", "form", "transliterated", "kin"}.intersection(grades):
        return TWICE if full > 1 else FULL, "transliteration", "reason.given-transliterated"
    if "initial" in grades:
        return FULL, "initials", "reason.given-initials"
    return TWICE if full > 1 else FULL, "middle-name", "reason.given-fewer"


def _grade_weakly(short: Sequence[str], grades: Sequence[Grade]) -> Graded:
    """Where no given name is the same in both."""
    if "near" in grades or "form" in grades:
        return LIKELY if "near" in grades else FORM, "transliteration", "reason.given-transliterated"
    if "kin" in grades:
        return KIN, "other-form", "reason.given-forms"
    if "misprint" in grades:
        return 25 if max(map(len, short)) >= _LONG else 20, "misprint", "reason.given-misprint"
    return 20, "initials", "reason.given-only-initials"
