"""Laws: no parser crashes, hangs or grows, whatever the file: a fixed number of cases for each, and a fault is found.

`campaign` says how each case is bounded; `make fuzz` tries others, and more of them. Mistakes that these find: leaving
out `except ValueError` in `config/tomltext.py` (crash), `^[^\\s/]+(?:[ -][^\\s/]+)*$` for slugs in `layout/values.py`
(hang), `lru_cache(maxsize=None)` in front of `fold` in `lexicon/desk.py` (growth).
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import REPOSITORY

pytest.importorskip("resource")  # the limits are those of Unix

CASES = {
    "frontmatter": 400,
    "layout": 150,
    "annotation": 150,
    "edtf": 400,
    "people": 250,
    "site": 250,
    "redirects": 250,
}
FEW = 200
TARGETS = (*CASES, "sitemap")

HANGS = 400.0
"""Seconds after which even a busy machine has done all cases: a guard, no measure."""


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(str(REPOSITORY / name) for name in ("src", "tests"))}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=HANGS, check=False)


@pytest.mark.parametrize("target", TARGETS)
def test_cases_are_read_or_refused(target: str, tmp_path: Path) -> None:
    done = run_python("-m", "fuzz.campaign", target, str(tmp_path), "--cases", str(CASES.get(target, FEW)))
    assert (done.returncode, done.stderr[-4000:]) == (0, "")


FAULTS = {
    "crash": ("int('x')", "ValueError: invalid literal"),
    "hang": ("re.search('(a+)+b', 'a' * 64)", "in hang"),
    "deaf": ("sum(range(1 << 60))", "in deaf"),
    "memory": ("bytearray(1 << 32)", "MemoryError"),
    "growth": ("kept.append(bytes(10_000))", "left"),
}
"""Of a parser, by name: what it does, and what is told of it."""

PROGRAM = """
import re
from pathlib import Path
from fuzz import campaign
campaign.SECONDS = 1
kept = []
def {name}(file):
    {body}
campaign.guard()
campaign.try_cases({name}, [b"seed"], Path({folder!r}), 0, 100)
"""


@pytest.mark.parametrize("name", FAULTS)
def test_a_parser_with_a_fault_is_found(name: str, tmp_path: Path) -> None:
    body, told = FAULTS[name]
    done = run_python("-c", PROGRAM.format(name=name, body=body, folder=str(tmp_path)))
    assert done.returncode != 0
    assert told in done.stderr
    assert (tmp_path / "case").is_file()
