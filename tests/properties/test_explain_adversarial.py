"""Law: no text makes explaining run away. 50 kB of what gives much to explain is explained in one go, in both forms.

Each text is explained in a process of its own, which may work for a limited time: a guard against what is quadratic and
no measure of speed. The slowest takes a fifth of it.

A mistake that this finds: gathering what an article says of its countries anew for each mention of one.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsgen

pytest.importorskip("resource")  # the limit is that of Unix

SIZE = 50_000
SECONDS = 40
"""Of CPU time, so that a busy machine does not matter."""

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


PROGRAM = f"""
import resource, sys
from newsgen.cli import main

resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, resource.RLIM_INFINITY))
sys.exit(main(["explain", sys.argv[1]]) or main(["explain", sys.argv[1], "--json"]))
"""


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_much_is_explained(tmp_path: Path, unit: str) -> None:
    file = tmp_path / "much.txt"
    file.write_text("A headline for it\n\n" + unit * (SIZE // len(unit)) + "b", encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(newsgen.__file__).parents[1])}
    command = [sys.executable, "-c", PROGRAM, str(file)]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=environment)
    assert done.returncode == 0
