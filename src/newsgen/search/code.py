"""Numbers as text: in printable characters that stand in a script as they are.

A number is written in digits of base 46, the lowest first. Each digit but the last one is shifted by 46, so that the
end of a number is seen without a separator.
"""

from collections.abc import Sequence

SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
"""92 characters that need no escape in a string."""

BASE = len(SIGNS) // 2


class _Codes(dict[int, str]):
    """Each number as text, made when it is first asked for."""

    def __missing__(self, number: int) -> str:
        text, rest = "", number
        while rest >= BASE:
            rest, digit = divmod(rest, BASE)
            text += SIGNS[BASE + digit]
        self[number] = text + SIGNS[rest]
        return self[number]


CODES = _Codes()
"""Number → text."""


def write_steps(numbers: Sequence[int]) -> str:
    """Ascending numbers, each as its distance from the one before."""
    return "".join([CODES[there - here] for here, there in zip([0, *numbers[:-1]], numbers, strict=True)])
