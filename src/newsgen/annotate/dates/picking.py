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


def span_of(tokens: Tokens) -> tuple[Unit, int] | None:
    """The first unit, and how many of it the word stands for: a fortnight is two weeks."""
    named, unit = pick(tokens, "unit"), unit_of(tokens)
    if named and named.value == "fortnight":
        return "week", 2
    return (unit, 1) if unit else None


def is_adverb(part: Token) -> bool:
    """Whether the part of a period is told by an adverb, `early`, rather than by a noun, `beginning`."""
    return part.text.lower() == part.value


def is_plural(unit: Token) -> bool:
    """Whether the word names several units: `weeks`, not `mois`."""
    return unit.text.lower().endswith("s") and unit.text.lower() not in ("mois", "mes")


def step(tokens: Tokens) -> int:
    """How many periods from the present one the word of direction leads: -1, 0 or 1."""
    token = pick(tokens, *STEPS)
    return STEPS[token.kind] if token else 0


def pull(tokens: Tokens) -> Pull:
    """Which of the recurring ones the word of direction means."""
    token = pick(tokens, *PULLS)
    return PULLS[token.kind] if token else ""


def year_of(tokens: Tokens) -> str | None:
    """The year, in digits or in words: `2024`, `nineteen ninety-six`, `two thousand and four`."""
    written = pick(tokens, "year")
    if written:
        return written.value
    words = [token for token in tokens if token.kind in ("count", "thousand", "one")]
    return _spelt_year(words) if len(words) > 1 else None


def _spelt_year(words: Tokens) -> str | None:
    """The year that the numbers make."""
    first, *rest = [1000 if word.kind == "thousand" else int(word.value or 1) for word in words]
    if rest[0] == 1000:
        return f"{first * 1000 + sum(rest[1:])}" if first in (1, 2) and sum(rest[1:]) < 100 else None
    tens_and_ones = rest[0] >= 20 and rest[0] % 10 == 0 and rest[1:] and rest[1] < 10
    if not 16 <= first <= 20 or rest[0] < 10 or (rest[1:] and not tens_and_ones):
        return None
    return f"{first}{sum(rest):02}"


def is_year_named(tokens: Tokens) -> bool:
    """Whether some of the words stand where a year does."""
    return pick(tokens, "year", "count", "thousand") is not None


def count_of(tokens: Tokens) -> int:
    """The sum of the numbers: `twenty-one`; 0 if there is none."""
    numbers = [token for token in tokens if token.kind in ("count", "one", "day", "number")]
    return sum(1 if token.kind == "one" else int(token.value or 0) for token in numbers)
