"""How a build on a Dask cluster compares with one in processes: two workers on this machine beside `processes:2`.

    PYTHONPATH=tests .venv/bin/python -m benchmarks.bench_cluster --count 5000 --rounds 3

Scheduler and workers are processes of their own, started by the commands that their users type, and speak by TCP. The
two ways take turns. The cluster should need at most 1.4 times as long. The coordinator is newsgen's own process with
the scheduler: its share of the CPU bounds how far a cluster scales.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.clippings import make_clippings
from benchmarks.generators import Newsgen
from benchmarks.measuring import Cost, find_median, install_wheel, measure, read_cpu, tell_machine

WORKERS = 2
PATIENCE = 60.0
"""Seconds in which the cluster has to stand."""


@dataclass(frozen=True)
class Cluster:
    """A running scheduler with its workers."""

    address: str
    scheduler: int
    """The process."""
    workers: tuple[int, ...]
    """The processes."""


@contextmanager
def start_cluster(folder: Path, environment: Mapping[str, str]) -> Iterator[Cluster]:
    """A scheduler and two workers of one thread each."""
    folder.mkdir()
    place = folder / "scheduler.json"
    common = ["--scheduler-file", str(place), "--no-dashboard"]
    worker = ["worker", *common, "--nthreads", "1", "--local-directory", str(folder)]
    commands = [["scheduler", "--host", "127.0.0.1", "--port", "0", *common], *[worker] * WORKERS]
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "dask", *command],
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for command in commands
    ]
    try:
        address = _await_workers(place)
        yield Cluster(address, started[0].pid, tuple(process.pid for process in started[1:]))
    finally:
        for process in started:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _await_workers(place: Path) -> str:
    from distributed import Client  # noqa: PLC0415  an extra that only this measurement needs

    deadline = time.monotonic() + PATIENCE
    while not place.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    with Client(scheduler_file=str(place), timeout=PATIENCE) as client:
        client.wait_for_workers(WORKERS, timeout=PATIENCE)
        return str(client.scheduler.address)


def compare(folder: Path, cluster: Cluster, environment: Mapping[str, str], rounds: int) -> None:
    """Measure and print."""
    generator = Newsgen()
    local: list[Cost] = []
    distant: list[Cost] = []
    shares: list[float] = []
    for _ in range(rounds):
        generator.forget(folder)
        local.append(measure([*generator.command, "--executor", f"processes:{WORKERS}"], folder, environment))
        generator.forget(folder)
        before = _read_all(cluster)
        distant.append(measure([*generator.command, "--executor", f"dask:{cluster.address}"], folder, environment))
        scheduler, workers = (after - was for after, was in zip(_read_all(cluster), before, strict=True))
        coordinator = distant[-1].cpu + scheduler
        shares.append(coordinator / (coordinator + workers))
        print(f"processes {local[-1]}, Dask {distant[-1]}, workers {workers:.2f} s CPU", file=sys.stderr)
    ratio = find_median([far.over(near) for far, near in zip(distant, local, strict=True)]).wall
    print(f"| processes:{WORKERS} | Dask, {WORKERS} workers | ratio | CPU share of the coordinator |")
    print("| ---: | ---: | ---: | ---: |")
    walls = f"{find_median(local).wall:.2f} s | {find_median(distant).wall:.2f} s"
    print(f"| {walls} | {ratio:.2f} × | {sorted(shares)[len(shares) // 2]:.0%} |")


def _read_all(cluster: Cluster) -> tuple[float, float]:
    """CPU seconds of the scheduler, and of all workers."""
    return read_cpu(cluster.scheduler), sum(map(read_cpu, cluster.workers))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=5000, help="how many articles")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way is taken")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
    print(f"Builds from nothing, {arguments.count:,} articles; {tell_machine()}\n", flush=True)
    with tempfile.TemporaryDirectory(prefix="newsgen-bench-") as name:
        folder, generator = Path(name, "site"), Newsgen()
        generator.prepare(folder)
        for clipping in make_clippings(arguments.count):
            generator.add(folder, clipping)
        environment = {**install_wheel(Path(name)), "TMPDIR": name}
        with start_cluster(Path(name, "cluster"), environment) as cluster:
            compare(folder, cluster, environment, arguments.rounds)


if __name__ == "__main__":
    main()
