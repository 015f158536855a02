"""Law: no regular expression runs away. What one nearly matches, with a piece of it said again and again, is refused
as fast as it is read.

The pieces are those of the examples that stand above each expression: who writes one need not think of this. Each text
has a few dozen signs, so that only what is exponential, or of a high power, is noticed; `tests/fuzz` and
`test_read_adversarial` find what is quadratic. The texts grow, so that the test ends soon even where an expression does
not. The limit is CPU time, a hundred times what the slowest takes.

A mistake that this finds: `^[^\\s/]+(?:[ -][^\\s/]+)*$`, where a hyphen may be either part.
"""

import importlib
import re
from collections.abc import Iterator
from time import process_time

import pytest

from architecture import house
from conftest import REPOSITORY

MODULES = house.read_modules(REPOSITORY / "src")
PATTERNS = [pattern for pattern in house.find_patterns(MODULES) if not pattern.module.startswith("newsgen.data")]
UNITS = sorted({pattern.module for pattern in PATTERNS})
LONGEST_PIECE = 3
SIZES = (12, 20, 24, 28, 32, 36)
"""Signs of what is said again and again."""
LIMIT = 0.5
"""Seconds of CPU time for all the texts of one expression."""


def near_misses(example: str, repeated: int) -> Iterator[str]:
    """The example with each of its short pieces repeated, and an end that nothing expects."""
    for start in range(min(len(example), 40)):
        for size in range(1, LONGEST_PIECE + 1):
            piece = example[start : start + size]
            yield example[: start + size] + piece * (repeated // len(piece)) + "\x00/\x00"


def measure(compiled: re.Pattern[str] | re.Pattern[bytes], examples: tuple[str, ...]) -> float:
    """CPU time that the expression takes for the near misses of its examples, as far as the limit."""
    started = process_time()
    for text in (text for size in SIZES for example in examples for text in near_misses(example, size)):
        compiled.search(text.encode() if isinstance(compiled.pattern, bytes) else text)  # type: ignore[arg-type]
        if process_time() - started > LIMIT:
            break
    return process_time() - started


@pytest.mark.parametrize("module", UNITS)
def test_near_misses_are_refused_at_once(module: str) -> None:
    found = importlib.import_module(module)
    slow = [
        pattern.name
        for pattern in PATTERNS
        if pattern.module == module and measure(getattr(found, pattern.name), pattern.matches + pattern.misses) > LIMIT
    ]
    assert slow == []


def test_one_that_runs_away_is_found() -> None:
    assert measure(re.compile(r"^[^\s/]+(?:[ -][^\s/]+)*$"), ("the-end",)) > LIMIT
