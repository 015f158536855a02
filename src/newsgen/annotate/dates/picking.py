"""What rules take from the words that they have found."""

from collections.abc import Sequence
from typing import get_args

from newsgen.annotate.dates.meanings import Around, Fixed, Meaning, Pull, Unit
from newsgen.annotate.dates.tokens import Token
from newsgen.edtf import is_valid

Tokens = Sequence[Token]

MONTHS = ("month", "month-unsure", "month-short")
DAYS = ("day", "dayth")
WEEKDAYS = ("weekday", "weekday-short")
STEPS = {"last": -1, "last-after": -1, "past": -1, "this": 0, "current": 0, "next": 1, "next-after": 1, "coming": 1}
PULLS: dict[str, Pull] = {
    "last": "last",
    "past": "last",
    "last-after": "last",
    "next": "next",
    "coming": "next",
    "next-after": "next",
    "that": "that",
    "previous": "previous",
    "previous-after": "previous",
    "following": "following",
    "following-after": "following",
}
UNITS: dict[str, Unit] = {unit: unit for unit in get_args(Unit)}


def fixed(value: str) -> Fixed | None:
    """The date if there is one."""
    return Fixed(value=value) if is_valid(value) else None


def roughly(tokens: Tokens, meaning: Meaning | None) -> Meaning | None:
    """The meaning, or around it if the words speak of a part."""
    return Around(inner=meaning) if meaning is not None and pick(tokens, "part", "about") else meaning


def pick(tokens: Tokens, *kinds: str) -> Token | None:
    """The first token of one of the kinds."""
    return next((token for token in tokens if token.kind in kinds), None)


def number(tokens: Tokens, *kinds: str) -> int | None:
    """What the first token of one of the kinds counts."""
    token = pick(tokens, *kinds)
    return int(token.value) if token else None


def unit_of(tokens: Tokens) -> Unit | None:
    """The first unit."""
    token = pick(tokens, "unit")
    return UNITS.get(token.value) if token else None


def step(tokens: Tokens) -> int:
    """How many periods from the present one the word of direction leads: -1, 0 or 1."""
    token = pick(tokens, *STEPS)
    return STEPS[token.kind] if token else 0


def pull(tokens: Tokens) -> Pull:
    """Which of the recurring ones the word of direction means."""
    token = pick(tokens, *PULLS)
    return PULLS[token.kind] if token else ""


def count_of(tokens: Tokens) -> int:
    """The sum of the numbers: `twenty-one`; 0 if there is none."""
    numbers = [token for token in tokens if token.kind in ("count", "one", "day", "number")]
    return sum(1 if token.kind == "one" else int(token.value or 0) for token in numbers)
