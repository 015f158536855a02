"""What the benchmarks say that a command costs."""

import sys
import time
from pathlib import Path

import pytest

from benchmarks.measuring import Cost, find_median, measure

TWO_WITH_MEMORY = """
import os, time
held = bytearray(os.urandom(1)) * 40_000_000
if os.fork():
    own = bytearray(b"x") * 40_000_000
    os.wait()
else:
    own = bytearray(b"x") * 40_000_000
    time.sleep(0.4)
"""
BUSY_BELOW = """
import subprocess, sys
subprocess.run([sys.executable, "-c", "import time\\nwhile time.process_time() < 0.3: pass"], check=True)
"""


def run(tmp_path: Path, program: str) -> Cost:
    (tmp_path / "run").mkdir()
    return measure([sys.executable, "-c", program], tmp_path / "run", {})


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="needs Linux")
def test_memory_is_that_of_all_processes_and_what_they_share_counts_once(tmp_path: Path) -> None:
    assert 100 < run(tmp_path, TWO_WITH_MEMORY).memory < 145


def test_cpu_of_processes_below_counts(tmp_path: Path) -> None:
    assert run(tmp_path, BUSY_BELOW).cpu >= 0.3


def test_waiting_is_wall_clock_and_no_cpu(tmp_path: Path) -> None:
    started = time.perf_counter()
    cost = run(tmp_path, "import time; time.sleep(0.3)")
    assert 0.3 <= cost.wall <= time.perf_counter() - started
    assert cost.cpu < 0.3


def test_a_failure_ends_the_measurement_with_what_was_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="out of paper"):
        run(tmp_path, "raise SystemExit('out of paper')")


def test_the_median_is_taken_of_each_figure() -> None:
    assert find_median([Cost(1, 6, 8), Cost(2, 4, 9), Cost(3, 5, 7)]) == Cost(2, 5, 8)
