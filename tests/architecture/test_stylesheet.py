"""The style sheet keeps to the rules at its head."""

import re
from pathlib import Path

import pytest

# matches: font-size: 0.8rem;
# matches: font-size: clamp(1.73rem, 1.3rem + 2vw, 2.49rem);
# not: font-size: 0.9em;
_SIZES = re.compile(r"font-size: (?:clamp\(([0-9.]+)rem,[^;]*?, ([0-9.]+)rem\)|([0-9.]+)rem)")
# matches: padding: 0.5rem 1rem;
# matches: column-gap: 2.5rem;
# not: font-size: 0.8rem;
_SPACES = re.compile(r"(?:padding|margin|gap)[a-z-]*: ([^;{}]+)")
_REMS = re.compile(r"([0-9.]+)rem")


@pytest.fixture(scope="module")
def sheet(repository: Path) -> tuple[str, str]:
    """The rules in words, and those of the sheet."""
    head, _, rules = (repository / "static" / "newsgen.css").read_text("utf-8").partition("*/")
    return head, rules


def test_every_size_of_type_is_of_the_scale(sheet: tuple[str, str]) -> None:
    head, rules = sheet
    scale = set(re.findall(r"\d+(?:\.\d+)?", head.partition("Scale")[2].partition("Space")[0]))
    used = {size for sizes in _SIZES.findall(rules) for size in sizes if size}
    assert used == scale


def test_every_space_is_of_the_scale(sheet: tuple[str, str]) -> None:
    spaces = [float(rem) for value in _SPACES.findall(sheet[1]) for rem in _REMS.findall(value)]
    assert len(spaces) > 100
    assert [space for space in spaces if space * 8 % 1] == []
