"""How a build on a Dask cluster compares with one in processes: two workers on this machine beside `processes:2`.

    PYTHONPATH=tests .venv/bin/python -m benchmarks.bench_cluster --count 5000 --rounds 3

Scheduler and workers are processes of their own, started by the commands that their users type, and speak by TCP. The
two ways take turns. The cluster should need at most 1.4 times as long. The coordinator is newsgen's own process with
the scheduler: its share of the CPU bounds how far a cluster scales. With a share of 25 per cent, say, no number of
workers makes a build more than four times as fast as one process.
"""

import statistics
import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks.generators import Newsgen
from benchmarks.measuring import Cost, find_median, measure, read_cpu, tell_machine
from benchmarks.workplace import Workplace, make_parser, site_prepared
from building.clusters import Cluster, cluster_of

WORKERS = 2


class Round(NamedTuple):
    """What one build each way took."""

    near: Cost
    """In processes of this machine."""
    far: Cost
    """On the cluster; without the CPU of scheduler and workers."""
    scheduler: float
    """Seconds of CPU."""
    workers: float
    """Seconds of CPU, of all together."""

    @property
    def share(self) -> float:
        """That of the coordinator in the CPU of the build on the cluster."""
        coordinator = self.far.cpu + self.scheduler
        return coordinator / (coordinator + self.workers)

    def __str__(self) -> str:
        told = f"processes {self.near}, Dask {self.far}"
        return f"{told}, scheduler {self.scheduler:.2f} s CPU, workers {self.workers:.2f} s CPU"


def build(place: Workplace, executor: str) -> Cost:
    """What a build from nothing takes."""
    generator = Newsgen()
    generator.forget(place.folder)
    return measure([*generator.command, "--executor", executor], place.folder, place.environment)


def build_both_ways(place: Workplace, cluster: Cluster) -> Round:
    """Build in processes, then on the cluster."""
    near = build(place, f"processes:{WORKERS}")
    before = _read_all(cluster)
    far = build(place, f"dask:{cluster.address}")
    scheduler, workers = (after - was for after, was in zip(_read_all(cluster), before, strict=True))
    return Round(near, far, scheduler, workers)


def _read_all(cluster: Cluster) -> tuple[float, float]:
    """CPU seconds of the scheduler, and of all workers."""
    scheduler, *workers = (read_cpu(process.pid) for process in cluster.processes)
    return scheduler, sum(workers)


def show(rounds: list[Round]) -> None:
    """Print the medians."""
    ratio = find_median([one.far.over(one.near) for one in rounds]).wall
    near, far = (find_median(costs).wall for costs in ([one.near for one in rounds], [one.far for one in rounds]))
    share = statistics.median(one.share for one in rounds)
    print(f"| processes:{WORKERS} | Dask, {WORKERS} workers | ratio (bar: 1.40) | CPU share of the coordinator |")
    print("| ---: | ---: | ---: | ---: |")
    print(f"| {near:.2f} s | {far:.2f} s | {ratio:.2f} × | {share:.0%} |")


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--count", type=int, default=5000, help="how many articles")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way is taken")
    arguments = parser.parse_args()
    print(f"Builds from nothing, {arguments.count:,} articles; {tell_machine()}\n", flush=True)
    with site_prepared(arguments.count) as place:
        with cluster_of(_make_folder(place), WORKERS, python_path=place.environment["PYTHONPATH"]) as cluster:
            rounds = []
            for _ in range(arguments.rounds):
                rounds.append(build_both_ways(place, cluster))
                print(rounds[-1], file=sys.stderr)
        show(rounds)


def _make_folder(place: Workplace) -> Path:
    """One for what the cluster writes, beside the site."""
    folder = place.folder.with_name("cluster")
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
