"""Law: no text makes explaining run away. 100 kB of what gives much to explain is explained in one go.

Each text is explained in a process of its own, whose time limit is a guard against a hang and no measure of speed.

A mistake that this finds: looking through all mentions of an article for each of them.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsgen

SIZE = 100_000
HANGS = 240.0
"""Seconds."""

UNITS = {
    "names": "Jane Doe ",
    "weekdays": "on Monday ",
    "days in digits": "3/4/2024 ",
    "days on lines": "3/4/2024\n",
    "distances": "two weeks earlier ",
    "quotations": "“It is so,” he said. ",
    "countries": "Niger ",
    "blank lines": "\n",
    "family names alone": "Xqzwv Bhomo said no. Bhomo left. ",
    "ordinary paragraphs": "The army took power on 26 July 2023, Salifou Mody said.\n\n",
    "a long sentence": "on 3 May 2023 the army took the town, and ",
}


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["terminal", "json"])
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_much_is_explained(tmp_path: Path, unit: str, form: tuple[str, ...]) -> None:
    file = tmp_path / "much.txt"
    file.write_text("A headline for it\n\n" + unit * (SIZE // len(unit)) + "b", encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(newsgen.__file__).parents[1])}
    command = [sys.executable, "-m", "newsgen", "explain", str(file), *form]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, timeout=HANGS, check=False, env=environment)
    assert done.returncode == 0
