"""Grouping: which full names of one article are forms of one another."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain

from rapidfuzz.distance import OSA

from newsgen.annotate.people.ground import Key
from newsgen.lexicon.forms import Groups, share_group

_SHORTEST_MISPRINT = 4
_LONG_WORD = 7
_MOST_COMPARED = 50
_PAIR = 2
_NO_GROUPS: Groups = {}
_NO_NICKNAMES: Mapping[Key, Key] = {}

GENERATIONS = frozenset(("jr", "sr", "junior", "senior", "ii", "iii", "iv", "pere", "fils", "padre", "hijo"))


def _of_two_names(short: Key, long: Key, all_names: Collection[Key]) -> bool:
    """Whether the text calls the bearer of the longer name by the first word and the family name: not by this one."""
    return short[0] in long[1:] and short[0] != long[0] and (long[0], short[-1]) in all_names


def _keeps_none(short: Key, long: Key) -> bool:
    """Whether two names are of two persons: by themselves they never tell."""
    return False


def group_names(
    keys: Iterable[Key],
    kin: Collection[Key] = (),
    *,
    apart: Callable[[Key, Key], bool] = _keeps_none,
    nicknames: Mapping[Key, Key] = _NO_NICKNAMES,
    kin_forms: Groups = _NO_GROUPS,
    given: Collection[str] | None = None,
) -> dict[Key, int]:
    """The number of the person for each spelling; shorter forms and misprints go with the fullest name.

    A name of `kin` is that of somebody's father, sister and so on: no shorter form of the one whose kin that is.
    Of two names that are `apart`, neither is a form of the other. `nicknames` are the same names with the nickname
    written between as the first word; `kin_forms` tell short forms of given names: `bill`, `william`. Two
    words in either order are one name unless both are of `given`, as in `Ali Omar` and `Omar Ali`; without it, never.
    """
    numbers: dict[Key, int] = {}
    order = {key: n for n, key in enumerate(dict.fromkeys(keys))}
    by_word: dict[str, list[Key]] = defaultdict(list)
    count = 0
    for key in sorted(order, key=lambda key: (-len(key), order[key])):
        near = dict.fromkeys((*by_word[key[-1]][:_MOST_COMPARED], *by_word[key[0]][:_MOST_COMPARED]))
        fuller = chain(_list_fuller(key, near, nicknames, kin_forms), _list_reversed(key, near, given))
        single = (known for known in fuller if not _of_two_names(key, known, order) and not apart(key, known))
        match = next((known for known in single if not (key in kin and _are_of_family(key, known))), None)
        numbers[key] = numbers[match] if match else count
        count += match is None
        for word in dict.fromkeys((*key, *nicknames.get(key, ())[:1])):
            by_word[word].append(key)
    return numbers


def _list_fuller(key: Key, near: Collection[Key], nicknames: Mapping[Key, Key], kin_forms: Groups) -> Iterator[Key]:
    """Those of the names near by of which one is a form; last those for whose given name it has a short form."""
    yield from (known for known in near if is_form_of(key, known) or is_form_of(key, nicknames.get(known, known)))
    yield from (known for known in near if share_group(kin_forms, key[0], known[0]) and _is_form_but_first(key, known))


def _list_reversed(key: Key, near: Collection[Key], given: Collection[str] | None) -> Iterator[Key]:
    """The name near by that has the same two words in the other order."""
    if given is not None and len(key) == _PAIR and not (key[0] in given and key[1] in given):
        yield from (known for known in near if known == key[::-1])


def _is_form_but_first(short: Key, long: Key) -> bool:
    """Whether it would be a form of the longer name with that one's first word."""
    return is_form_of((long[0], *short[1:]), long)


def is_form_of(short: Key, long: Key) -> bool:
    """Whether a name is a shorter form, an abbreviation or a misprint of another that has as many words or more."""
    if _joined(short) == _joined(long):
        return True
    if _tells_more(short, long):
        return False
    if len(short) == len(long):
        return is_respelled(short, long) or _agrees_by_initials(short, long)
    if short[-1] != long[-1]:
        ended = any(long[n : n + len(short)] == short for n in range(len(long) - len(short)))
        return ended or (short[0] == long[0] and _is_in_order(short, long))
    return _is_in_order(short, long) or abbreviates(short, long)


def _tells_more(short: Key, long: Key) -> bool:
    """Whether a generation or a middle initial tells the two names apart."""
    generations = _has_generation(short) != _has_generation(long) and short[: len(long) - 1] == long[:-1]
    return generations or _leaves_out_initial(short, long)


def abbreviates(short: Key, long: Key) -> bool:
    """Whether the shorter name has initials for words of the longer, or that for words of it: `P. Marlow`."""
    cut = (*long[: len(short) - 1], long[-1])
    return short != cut and _agrees_by_initials(short, cut)


def has_own_words(short: Key, long: Key) -> bool:
    """Whether the shorter name spells out what the longer has as an initial: `Ann Marlow` beside `A. B. Marlow`.

    Each tells then what the other does not, as an article does of two people, not of one.
    """
    return len(short) < len(long) and any(len(a) > len(b) == 1 for a, b in zip(short[:-1], long, strict=False))


def _leaves_out_initial(short: Key, long: Key) -> bool:
    """Whether the shorter name has a middle initial and the longer another before it: `Ann B.`, `Ann A. B. Marlow`."""
    return len(short) > 2 and len(short[1]) == len(long[1]) == 1 and short[1] != long[1]


def _are_of_family(short: Key, long: Key) -> bool:
    """Whether the longer name opens with a given name of its own, is another in one word or tells a generation."""
    if is_respelled(short, long):
        return True
    return short[0] != long[0] or (long[-1] in GENERATIONS and short[-1] not in GENERATIONS)


def _joined(key: Key) -> str:
    """The name without blanks and hyphens: the same for `Kim Jong Un` and `Kim Jong-un`."""
    return "".join(key).replace("-", "")


def _has_generation(key: Key) -> bool:
    """Whether the name tells a father from a son: `George Marlow Jr`."""
    return key[-1] in GENERATIONS


def is_misprint(left: str, right: str) -> bool:
    """Whether two words begin alike and differ by one letter, in long words by two; of hyphenated ones, one part."""
    lefts, rights = left.split("-"), right.split("-")
    if len(lefts) == len(rights) > 1:
        unlike = [(a, b) for a, b in zip(lefts, rights, strict=True) if a != b]
        return len(unlike) == 1 and is_misprint(*unlike[0])
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


def is_respelled(left: Key, right: Key) -> bool:
    """Whether two names have as many words, all the same but for one, and that one is nearly so."""
    if len(left) != len(right):
        return False
    unlike = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(unlike) == 1 and is_misprint(*unlike[0])
