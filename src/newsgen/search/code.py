"""Numbers as text: in printable characters that stand in a script as they are.

A number is written in digits of base 46, the lowest first. Each digit but the last one is shifted by 46, so that the
end of a number is seen without a separator.
"""

import re
from collections.abc import Sequence
from operator import sub

SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
"""92 characters that need no escape in a string."""

BASE = len(SIGNS) // 2

_ENDS, _GOES_ON = re.escape(SIGNS[:BASE]), re.escape(SIGNS[BASE:])

# matches: !
# matches: ab!
# not: ab
NUMBER = re.compile(f"[{_GOES_ON}]*[{_ENDS}]")
"""One number."""

# matches: ab!c
# not: ab!
POSTING = re.compile(f"([{_GOES_ON}]*[{_ENDS}])(.)")
"""A number and a sign about it."""


class _Codes(dict[int, str]):
    """Each number as text, made when it is first asked for."""

    def __missing__(self, number: int) -> str:
        text, rest = "", number
        while rest >= BASE:
            rest, digit = divmod(rest, BASE)
            text += SIGNS[BASE + digit]
        self[number] = text + SIGNS[rest]
        return self[number]


class _Numbers(dict[str, int]):
    """The number that a text says, found out when it is first met."""

    def __missing__(self, code: str) -> int:
        number = 0
        for sign in reversed(code):
            number = number * BASE + SIGNS.index(sign) % BASE
        self[code] = number
        return number


CODES = _Codes()
"""Number → text."""

NUMBERS = _Numbers()
"""Text → number."""


def write_steps(numbers: Sequence[int]) -> str:
    """Ascending numbers, each as its distance from the one before."""
    return "".join(map(CODES.__getitem__, map(sub, numbers, (0, *numbers))))
