"""What the stages of a build took."""

import subprocess
import sys
import time

from newsgen.build.report import Clock

BUSY = "import time\nwhile time.process_time() < 0.1: pass"


def test_a_lap_takes_the_time_since_the_last() -> None:
    clock = Clock()
    time.sleep(0.02)
    clock.lap("wait", 3)
    clock.lap("rest")
    wait, rest = clock.timings
    assert (wait.stage, wait.items, rest.stage, rest.items) == ("wait", 3, "rest", 0)
    assert wait.wall >= 0.02 > rest.wall
    assert wait.cpu < wait.wall


def test_the_work_of_ended_processes_counts_as_that_of_workers() -> None:
    clock = Clock()
    subprocess.run([sys.executable, "-c", BUSY], check=True)
    clock.lap("work")
    (work,) = clock.timings
    assert work.workers > 0.05
    assert work.cpu < work.workers
