"""Builds on a real Dask cluster of processes, which share nothing with the tests but what is sent."""

import os
import shutil
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pytest

from benchmarks.clippings import make_clippings
from building.cluster_work import EndsAt, WaitsAt, double
from building.clusters import PATIENCE, REPOSITORY, Cluster, cluster_of, wait_for
from building.sites import FILES, find_differences, read_tree, write_site
from newsgen.build import BuildOptions, build
from newsgen.build.code import identify_code
from newsgen.cli import main
from newsgen.errors import BuildError, ConfigError
from newsgen.execute import Job, run_job
from newsgen.execute import cluster as executor

Answer = TypeVar("Answer")

ITEMS = range(1000)
DOUBLED = [2 * item for item in ITEMS]


def run_on(cluster: Cluster, work: Callable[[Sequence[int]], list[int]]) -> list[int]:
    job = Job(work, ITEMS, "read", "articles/{}.txt".format, identify_code)
    return [result for results in run_job(job, f"dask:{cluster.address}") for result in results]


def write_large_site(folder: Path, recogniser: str = "") -> Path:
    """Large enough that the cluster is asked."""
    entry = f"recognisers: [{recogniser}]\n" if recogniser else ""
    files = {f"articles/{clipping.name}.txt": clipping.raw for clipping in make_clippings(130)}
    return write_site(folder, {"site.yaml": FILES["site.yaml"] + entry, **files})


def meanwhile(work: Callable[[], Answer], act: Callable[[], object]) -> Answer:
    """What the work comes to, while something is done to it; if that fails, the work ends with its cluster."""
    pool = ThreadPoolExecutor(1)
    try:
        future = pool.submit(work)
        act()
        return future.result(5 * PATIENCE)  # a whole build, on a machine that may be busy
    finally:
        pool.shutdown(wait=False)


def await_waiting(folder: Path) -> int:
    """The process of the worker that waits, once it does."""
    wait_for(lambda: list(folder.glob("waits-*")), "a worker at the item")
    (found,) = folder.glob("waits-*")
    found.unlink()
    return int(found.name.removeprefix("waits-"))


def kill_first_to_wait(cluster: Cluster, folder: Path) -> None:
    """Kill the worker that waits, and let the one go on that comes to the same place after it."""
    first = await_waiting(folder)
    assert first in cluster.find_workers().values()
    os.kill(first, signal.SIGKILL)
    assert await_waiting(folder) != first
    (folder / "go").touch()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two workers, for tests that leave two alive."""
    with cluster_of(tmp_path_factory.mktemp("cluster"), 2) as running:
        yield running


def test_a_cluster_gives_what_one_process_gives(cluster: Cluster, tmp_path: Path) -> None:
    """Fails if `take_in_order` gives what was submitted last first."""
    site = write_large_site(tmp_path / "site")
    report = build(site, tmp_path / "there", BuildOptions(executor=f"dask:{cluster.address}"))
    build(site, tmp_path / "here", BuildOptions(executor="serial", full=True))
    assert report.parsed == 130
    assert find_differences(read_tree(tmp_path / "there"), read_tree(tmp_path / "here")) == []
    # When nothing has changed, nobody is asked.
    report = build(site, tmp_path / "there", BuildOptions(executor="dask:tcp://127.0.0.1:1"))
    assert (report.parsed, report.rendered, report.written) == (0, 0, 0)


def test_a_lost_workers_batch_is_done_again(tmp_path: Path) -> None:
    """The only worker is killed, and its nanny starts another.

    Fails if the work is given to the workers by `client.scatter`: it is lost with them.
    """
    work = WaitsAt(300, str(tmp_path))
    with cluster_of(tmp_path, 1) as cluster:
        assert meanwhile(lambda: run_on(cluster, work), lambda: kill_first_to_wait(cluster, tmp_path)) == DOUBLED


def test_a_build_that_loses_a_worker_gives_what_one_process_gives(cluster: Cluster, tmp_path: Path) -> None:
    """Fails if each batch is for one worker only (`workers=` of `submit`)."""
    waits = f"{{name: 'building.waiting:WaitsAt', path: articles/000060.txt, folder: {tmp_path.as_posix()!r}}}"
    site = write_large_site(tmp_path / "site", waits)
    far = BuildOptions(executor=f"dask:{cluster.address}")
    report = meanwhile(lambda: build(site, tmp_path / "there", far), lambda: kill_first_to_wait(cluster, tmp_path))
    build(site, tmp_path / "here", BuildOptions(executor="serial", full=True))
    assert report.parsed == 130
    assert find_differences(read_tree(tmp_path / "there"), read_tree(tmp_path / "here")) == []


def test_a_recogniser_that_a_worker_lacks_is_told_with_the_worker(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails if `_Duty` hands the error on as it is, without `_place`."""
    shutil.copy(REPOSITORY / "tests" / "sample_recognisers.py", tmp_path / "newsgen_test_only_here.py")
    monkeypatch.syspath_prepend(tmp_path)
    site = write_large_site(tmp_path / "site", "'newsgen_test_only_here:Quiet'")
    with pytest.raises(ConfigError) as told:
        build(site, tmp_path / "public", BuildOptions(executor=f"dask:{cluster.address}"))
    text = str(told.value)
    assert "there is no module `newsgen_test_only_here`" in text
    assert "says the worker tcp://127.0.0.1:" in text


def test_a_batch_that_ends_its_workers_is_given_up_and_named(tmp_path: Path) -> None:
    """Fails if `KilledWorker` is not expected."""
    with cluster_of(tmp_path, 2, allowed_failures=1) as cluster, pytest.raises(BuildError) as told:
        run_on(cluster, EndsAt(3))
    assert "2 workers ended one after the other while they had the same batch" in str(told.value)
    assert "articles/0.txt, articles/1.txt, articles/2.txt, articles/3.txt, articles/4.txt and" in str(told.value)


def test_a_worker_with_other_code_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It runs a copy of newsgen in which the version is another, and with it the code.

    Fails if `_Duty` does not compare.
    """
    shutil.copytree(REPOSITORY / "src", tmp_path / "other", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "other" / "newsgen" / "__init__.py").open("a") as file:
        file.write('__version__ = "0.0.1"\n')
    with cluster_of(tmp_path, 0) as cluster:
        cluster.start_worker(python_path=os.pathsep.join([str(tmp_path / "other"), str(REPOSITORY / "tests")]))
        wait_for(cluster.find_workers, "the worker")
        (worker,) = cluster.find_workers()
        with pytest.raises(BuildError) as told:
            run_on(cluster, double)
        # One that joined after all were asked refuses by itself.
        monkeypatch.setattr(executor, "_check_workers", lambda *_: None)
        with pytest.raises(BuildError) as told_later:
            run_on(cluster, double)
    assert told_later.value.diagnostics == told.value.diagnostics
    (fault,) = told.value.diagnostics
    assert (
        f"the worker {worker} is not as this build is, and may not work for it: newsgen 0.0.1 (here " in fault.message
    )
    assert ", newsgen's code " in fault.message
    assert "Python" not in fault.message
    assert "one environment" in fault.hint


def test_a_scheduler_that_goes_away(tmp_path: Path) -> None:
    """Fails if `_connect` does not expect it."""
    with cluster_of(tmp_path, 1) as cluster:

        def end_scheduler() -> None:
            await_waiting(tmp_path)
            os.kill(cluster.processes[0].pid, signal.SIGKILL)

        with pytest.raises(BuildError, match=r"the scheduler at tcp://\S+ went away .*what was read .* remembered"):
            meanwhile(lambda: run_on(cluster, WaitsAt(300, str(tmp_path))), end_scheduler)


def test_workers_that_cannot_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is none, the only one has no newsgen, or it ends and none comes in its place.

    Fails if `_check_workers` lets the workers' errors be raised.
    """
    monkeypatch.setattr(executor, "_JOINING", 1)
    monkeypatch.setattr(executor, "_LOOKING", 0.2)
    write_site(tmp_path / "bare", {"newsgen/__init__.py": "raise ModuleNotFoundError('no newsgen here')\n"})
    with cluster_of(tmp_path, 0) as cluster:
        with pytest.raises(BuildError, match=r"has no workers \(start one for each core .*`dask worker tcp://"):
            run_on(cluster, double)
        bare = cluster.start_worker(python_path=str(tmp_path / "bare"), nanny=False)
        wait_for(cluster.find_workers, "the worker without newsgen")
        with pytest.raises(BuildError, match=r"cannot say which newsgen it has: .*no newsgen here"):
            run_on(cluster, double)
        bare.kill()
        wait_for(lambda: not cluster.find_workers(), "its end")
        cluster.start_worker(nanny=False)
        wait_for(cluster.find_workers, "the worker")
        with pytest.raises(BuildError, match="all workers of the cluster are gone"):
            run_on(cluster, EndsAt(3))


def test_a_scheduler_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    """Fails if `_connect` does not expect an `OSError`."""
    monkeypatch.setattr(executor, "_CONNECTING", 1)
    site = write_large_site(tmp_path / "site")
    assert main(["build", str(site), "--executor", "dask:tcp://127.0.0.1:1"]) == 1
    error = capsys.readouterr().err
    assert "error[cluster]: no scheduler of Dask answers at tcp://127.0.0.1:1" in error
    assert "`dask scheduler`" in error


@pytest.mark.parametrize(
    ("says", "told"),
    [
        (b"", "nothing was heard from there in time"),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "what answers there speaks another language"),
        (bytes(64), "what answers there speaks another language"),
    ],
)
def test_somebody_else_at_the_address_is_told(says: bytes, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails if `_STRANGE` is empty."""
    monkeypatch.setattr(executor, "_CONNECTING", 1)
    callers = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with suppress(OSError):
                while True:
                    callers.append(server.accept()[0])
                    callers[-1].sendall(says)

        thread = threading.Thread(target=answer)
        thread.start()
        try:
            job = Job(double, ITEMS, "read", str, identify_code)
            with pytest.raises(BuildError, match=told):
                list(run_job(job, f"dask:127.0.0.1:{server.getsockname()[1]}"))
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()
            for caller in callers:
                caller.close()


def test_without_dask_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    """Fails if `check_executor` does not look for Dask."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    site = write_site(tmp_path)
    assert main(["build", str(site), "--executor", "dask:tcp://127.0.0.1:8786"]) == 2
    assert "pip install 'newsgen[cluster]'" in capsys.readouterr().err
    assert not (site / ".newsgen").exists()
