"""Numbers as a text writes them: `1,200`, `1 200`, `two hundred`, `1.5 million`, `cent mille`, `cien millones`."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from newsgen.lexicon.slugs import fold_name

# matches: 1,200
# matches: 1 200
# matches: 1.5
# matches: twenty-five
_TOKEN = re.compile(r"(?<![\w.,:/-])(?:\d{1,3}(?:[,  ]\d{3})+|\d+(?:\.\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*)(?![\w%])")

# matches: $
# matches: USD
_MONEY = re.compile(r"(?:[$€£]|USD|EUR) ?$")

_UNITS: Mapping[str, int] = {
    word: value
    for value, words in {
        2: "two deux dos",
        3: "three trois tres",
        4: "four quatre cuatro",
        5: "five cinq cinco",
        6: "six seis",
        7: "seven sept siete",
        8: "eight huit ocho",
        9: "nine neuf nueve",
        10: "ten dix diez",
        11: "eleven onze once",
        12: "twelve douze doce dozen douzaine docena",
        13: "thirteen treize trece",
        14: "fourteen quatorze catorce",
        15: "fifteen quinze quince",
        16: "sixteen seize dieciseis",
        17: "seventeen diecisiete",
        18: "eighteen dieciocho",
        19: "nineteen diecinueve",
        20: "twenty vingt veinte",
        30: "thirty trente treinta",
        40: "forty quarante cuarenta",
        50: "fifty cinquante cincuenta",
        60: "sixty soixante sesenta",
        70: "seventy setenta",
        80: "eighty ochenta",
        90: "ninety noventa",
        200: "doscientos doscientas",
        300: "trescientos trescientas",
        400: "cuatrocientos cuatrocientas",
        500: "quinientos quinientas",
        600: "seiscientos seiscientas",
        700: "setecientos setecientas",
        800: "ochocientos ochocientas",
        900: "novecientos novecientas",
    }.items()
    for word in words.split()
}

_SCALES: Mapping[str, int] = {
    **dict.fromkeys(("hundred", "cent", "cents", "cien", "ciento", "centaine", "centenar"), 100),
    **dict.fromkeys(("thousand", "mille", "mil", "millier"), 1000),
    **dict.fromkeys(("million", "millions", "millon", "millones"), 10**6),
    **dict.fromkeys(("billion", "milliard", "milliards"), 10**9),
}

_IN_NUMBER = "0123456789."
"""What is left of a number in digits without the marks of thousands."""

_AND = frozenset({"and", "y", "et"})
"""Part of a number behind a scale: "a hundred and ten"."""

_ONE = frozenset({"a", "one", "un", "une", "una"})
"""Numbers only in front of a scale: "a thousand"; else they are articles."""


class Numeral(NamedTuple):
    """A number and where it stands."""

    start: int
    end: int
    value: int
    is_money: bool
    """Whether a sign of money stands in front of it."""


def find_numerals(text: str) -> Iterator[Numeral]:
    """The numbers of a text, in order; one by itself is none."""
    if not any(map(_begins_number, text.split())):
        return  # as most sentences: a look at each word costs less than cutting them all into tokens
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if run and not _goes_on(run[-1], token, text):
            yield from _read_run(run, text)
            run = []
        if _is_numeral(token[0]) or (run and token[0] in _AND):
            run.append(token)
    yield from _read_run(run, text)


def _goes_on(last: re.Match[str], token: re.Match[str], text: str) -> bool:
    """Whether a number that holds one token so far may hold the next one, too."""
    if text[last.end() : token.start()] != " " or (token[0][0].isdigit() and last[0] in _AND):
        return False
    return _is_numeral(token[0]) or (token[0] in _AND and fold_name(last[0]) in _SCALES)


@lru_cache(maxsize=1 << 16)
def _begins_number(word: str) -> bool:
    """Whether a number can begin in a word, with the marks around it; `a` and `one` by themselves are none."""
    return any(_is_numeral(token[0]) and fold_name(token[0]) not in _ONE for token in _TOKEN.finditer(word))


@lru_cache(maxsize=1 << 14)
def _is_numeral(word: str) -> bool:
    folded = fold_name(word)
    return word[0].isdigit() or folded in _SCALES or folded in _ONE or all(part in _UNITS for part in folded.split())


def _read_run(run: list[re.Match[str]], text: str) -> Iterator[Numeral]:
    """The number that numerals next to each other make."""
    while run and fold_name(run[-1][0]) in _ONE | _AND:
        run = run[:-1]
    if run:
        value = _add_up([word[0] for word in run])
        if value is not None:
            start = run[0].start()
            yield Numeral(start, run[-1].end(), value, _MONEY.search(text[max(start - 5, 0) : start]) is not None)


def _add_up(words: list[str]) -> int | None:
    """The number; None for what is no number, as `1.5` without a scale."""
    total, part = 0.0, 0.0
    for word in words:
        if word[0].isdigit():
            part += float("".join(filter(_IN_NUMBER.__contains__, word)))
            continue
        folded = fold_name(word)
        scale = _SCALES.get(folded)
        if scale is None:
            part += 0 if folded in _ONE | _AND else sum(_UNITS[one] for one in folded.split())
        elif scale == 100:
            part = (part or 1) * scale
        else:
            total, part = total + (part or 1) * scale, 0.0
    found = total + part
    return int(found) if found == int(found) else None
