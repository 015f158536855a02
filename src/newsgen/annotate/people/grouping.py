"""Grouping: which full names of one article are forms of one another."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from rapidfuzz.distance import OSA

from newsgen.annotate.people.ground import Key

_SHORTEST_MISPRINT = 4
_LONG_WORD = 6
_MOST_COMPARED = 50


_GENERATIONS = frozenset(("jr", "sr", "junior", "senior", "ii", "iii", "iv"))


def _of_two_names(short: Key, long: Key, all_names: Collection[Key]) -> bool:
    """Whether the text calls the bearer of the longer name by the first word and the family name: not by this one."""
    return short[0] in long[1:] and short[0] != long[0] and (long[0], short[-1]) in all_names


def group_names(
    keys: Iterable[Key], kin: Collection[Key] = (), apart: Collection[frozenset[Key]] = ()
) -> dict[Key, int]:
    """The number of the person for each spelling; shorter forms and misprints go with the fullest name.

    A name of `kin` is that of somebody's father, sister and so on: no shorter form of the one whose kin that is.
    Of two names that are `apart`, neither is a form of the other.
    """
    numbers: dict[Key, int] = {}
    order = {key: n for n, key in enumerate(dict.fromkeys(keys))}
    by_word: dict[str, list[Key]] = defaultdict(list)
    count = 0
    for key in sorted(order, key=lambda key: (-len(key), order[key])):
        near = dict.fromkeys((*by_word[key[-1]][:_MOST_COMPARED], *by_word[key[0]][:_MOST_COMPARED]))
        forms = (known for known in near if is_form_of(key, known) and not _of_two_names(key, known, order))
        forms = (known for known in forms if frozenset((key, known)) not in apart)
        match = next((known for known in forms if not (key in kin and _are_of_family(key, known))), None)
        numbers[key] = numbers[match] if match else count
        count += match is None
        for word in dict.fromkeys(key):
            by_word[word].append(key)
    return numbers


def is_form_of(short: Key, long: Key) -> bool:
    """Whether a name is a shorter form, an abbreviation or a misprint of another that has as many words or more."""
    if _joined(short) == _joined(long):
        return True
    if _has_generation(short) != _has_generation(long) and short[: len(long) - 1] == long[:-1]:
        return False
    if len(short) == len(long):
        return _differs_by_misprint(short, long) or _agrees_by_initials(short, long)
    if short[-1] != long[-1]:
        if short[0] == long[0] and _is_in_order(short, long):
            return True
        return any(long[n : n + len(short)] == short for n in range(len(long) - len(short)))
    return _is_in_order(short, long) or _agrees_by_initials(short, (*long[: len(short) - 1], long[-1]))


def _are_of_family(short: Key, long: Key) -> bool:
    """Whether the longer name opens with a given name of its own or tells a generation: father's and son's."""
    return short[0] != long[0] or (long[-1] in _GENERATIONS and short[-1] not in _GENERATIONS)


def _joined(key: Key) -> str:
    """The name without blanks and hyphens: the same for `Kim Jong Un` and `Kim Jong-un`."""
    return "".join(key).replace("-", "")


def _has_generation(key: Key) -> bool:
    """Whether the name tells a father from a son: `George Marlow Jr`."""
    return key[-1] in _GENERATIONS


def is_misprint(left: str, right: str) -> bool:
    """Whether two words begin alike and differ by one letter, in long words by two."""
    shorter = min(len(left), len(right))
    if shorter < _SHORTEST_MISPRINT or left[0] != right[0]:
        return False
    allowed = 1 if shorter < _LONG_WORD else 2
    return OSA.distance(left, right, score_cutoff=allowed) <= allowed


def _is_in_order(short: Key, long: Key) -> bool:
    """Whether the words of the one stand in the other, in their order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _agrees_by_initials(left: Key, right: Key) -> bool:
    """Whether the family names are the same and each other pair is a word and its initial, or the same."""
    return left[-1] == right[-1] and all(
        a == b or (1 in (len(a), len(b)) and a[:1] == b[:1]) for a, b in zip(left, right, strict=True)
    )


def _differs_by_misprint(left: Key, right: Key) -> bool:
    """Whether all words but one are the same, and that one nearly so."""
    unlike = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(unlike) == 1 and is_misprint(*unlike[0])
