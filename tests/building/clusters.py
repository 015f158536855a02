"""A real Dask cluster of processes on this machine: a scheduler, and workers that may be killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from distributed import Client

REPOSITORY = Path(__file__).parents[2]

PATIENCE = 60


def wait_for(condition: Callable[[], object], what: str) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, f"waited in vain for {what}"
        time.sleep(0.1)


class Cluster:
    """A scheduler and its workers; what they write lies in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        """That of the scheduler, then those of the workers."""
        self.address = ""

    def start_scheduler(self, *, allowed_failures: int = 3) -> subprocess.Popen[bytes]:
        file = self.folder / "scheduler.json"
        file.unlink(missing_ok=True)
        environment = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(allowed_failures)}
        options = ["--port", "0", "--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(file)]
        process = self._start(["scheduler", *options], environment)
        wait_for(lambda: file.exists() and file.read_bytes().endswith(b"}"), "the scheduler")
        self.address = json.loads(file.read_text())["address"]
        return process

    def start_worker(self, *, python_path: str = "", nanny: bool = True) -> subprocess.Popen[bytes]:
        """A worker with newsgen's code, or that in the folders of `python_path`."""
        path = python_path or os.pathsep.join([str(REPOSITORY / "src"), str(REPOSITORY / "tests")])
        own = self.folder / f"worker-{len(self.processes)}"
        own.mkdir()
        options = ["--nthreads", "1", "--no-dashboard", "--memory-limit", "0"]
        arguments = ["worker", self.address, *options, "--nanny" if nanny else "--no-nanny"]
        return self._start(arguments, {"PYTHONPATH": path}, folder=own)

    def _start(
        self, arguments: list[str], environment: dict[str, str], *, folder: Path | None = None
    ) -> subprocess.Popen[bytes]:
        with (self.folder / "log.txt").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments],
                cwd=folder or self.folder,
                env={**os.environ, "DASK_TEMPORARY_DIRECTORY": str(folder or self.folder), **environment},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.processes.append(process)
        return process

    def find_workers(self) -> dict[str, int]:
        """The process of each worker, by its address."""
        with Client(self.address, set_as_default=False) as client:
            return dict(client.run(os.getpid, on_error="ignore"))  # one may just have ended

    def stop(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def cluster_of(folder: Path, workers: int, *, allowed_failures: int = 3, python_path: str = "") -> Iterator[Cluster]:
    """A cluster with so many workers, of one thread each."""
    cluster = Cluster(folder)
    try:
        cluster.start_scheduler(allowed_failures=allowed_failures)
        for _ in range(workers):
            cluster.start_worker(python_path=python_path)
        wait_for(lambda: len(cluster.find_workers()) == workers, "the workers")
        yield cluster
    finally:
        cluster.stop()
