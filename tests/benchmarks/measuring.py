"""What a command costs, with all the processes that it starts."""

import os
import platform
import signal
import statistics
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LOOKS = 0.05
"""Seconds between two looks at the memory."""

SHARE = 50
"""Looks take at most one part in so many of the time: those at large processes are slow."""


@dataclass(frozen=True)
class Cost:
    """What one run of a command took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, of all its processes together."""
    memory: float
    """Megabytes, of all its processes together where they stood highest; what they share is counted once (PSS)."""

    def __str__(self) -> str:
        return f"{self.wall:8.2f} s wall {self.cpu:8.2f} s CPU {self.memory:7.0f} MB"

    def over(self, other: "Cost") -> "Cost":
        """How many times the other's cost this is."""
        return Cost(self.wall / other.wall, self.cpu / other.cpu, self.memory / other.memory)


def find_median(costs: Sequence[Cost]) -> Cost:
    """The middle one of each figure."""
    return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "memory")))


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command in a folder to its end; raises SystemExit with what it wrote if it fails."""
    log = folder.with_suffix(".log")
    with log.open("wb") as file:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=file, stderr=file, start_new_session=True
        )
        watch = _Watch(process.pid)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            watch.stop()
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{log.read_text(errors='replace')[-3000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, watch.peak / 1024)


class _Watch:
    """Looks at the memory of a process and of those below it, again and again."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._over = threading.Event()
        self.peak = 0
        """Kilobytes."""
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        pause = LOOKS
        while not self._over.wait(pause):
            started = time.thread_time()
            self.peak = max(self.peak, sum(map(_weigh, list_tree(self._process))))
            pause = max(LOOKS, SHARE * (time.thread_time() - started))


def list_tree(process: int) -> Iterator[int]:
    """A process and all below it."""
    yield process
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from list_tree(int(child))


def _weigh(process: int) -> int:
    """Kilobytes, each page shared with others by its part."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def read_cpu(process: int) -> float:
    """CPU seconds of a process, of those below it, and of those that it has outlived."""
    ticks = 0
    for each in list_tree(process):
        with suppress(OSError):
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def tell_machine() -> str:
    """What the figures were measured on, in one line."""
    processor = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"{len(os.sched_getaffinity(0))} cores ({processor}), {memory:.0f} GB, {platform.system()} "
        f"{platform.release()}, Python {platform.python_version()}; load when begun {load:.1f}"
    )
