"""Executors by name: the same results everywhere."""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from newsgen.errors import BuildError, Diagnostic, UsageError
from newsgen.execute import Job, check_executor, count_cores, run_job, take_apart


def make_job(work, items: Sequence[int] = range(1000)) -> Job[int, int]:
    return Job(work, items, "count", str, lambda: ())


def divides(divisor: int, item: int) -> bool:
    return item % divisor == 0


def double(items: Sequence[int]) -> list[int]:
    return [2 * item for item in items]


def fail(items: Sequence[int]) -> list[int]:
    raise ValueError(f"cannot do {items[0]}")


def die(items: Sequence[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


@pytest.mark.parametrize("name", ["serial", "processes", "processes:2", "processes:1"])
def test_each_gives_the_results_in_order(name: str) -> None:
    done = [result for results in run_job(make_job(double), name) for result in results]
    assert done == list(range(0, 2000, 2))


@pytest.mark.parametrize("name", ["serial", "processes:2"])
@pytest.mark.parametrize("divisor", [1, 7, 40, 1000])
def test_what_is_large_comes_in_order_too(name: str, divisor: int) -> None:
    job = make_job(double)._replace(is_large=partial(divides, divisor))
    done = [result for results in run_job(job, name) for result in results]
    assert done == list(range(0, 2000, 2))


@pytest.mark.parametrize("name", ["serial", "processes:2"])
def test_what_is_large_is_done_alone(name: str) -> None:
    results = run_job(make_job(double)._replace(is_large={2, 5}.__contains__), name)
    assert [list(next(results)) for _ in range(4)] == [[0, 2], [4], [6, 8], [10]]
    results.close()


def note(log: Path, items: Sequence[int]) -> list[int]:
    """Writes down which process did what."""
    with log.open("a") as file:
        file.write(f"{os.getpid()} {items[0]}\n")
    return [*items]


def test_each_worker_begins_with_what_is_large(tmp_path: Path) -> None:
    """Fails if workers take spans in their order."""
    job = make_job(partial(note, tmp_path / "log"))._replace(is_large={500, 900}.__contains__)
    list(run_job(job, "processes:2"))
    first: dict[str, str] = {}
    for line in (tmp_path / "log").read_text().splitlines():
        first.setdefault(*line.split())
    assert set(first.values()) == {"500", "900"}


def wait_for_the_last(log: Path, items: Sequence[int]) -> list[int]:
    """Does what is large, 5000, only once 4999 is done, for which it waits half a minute at most."""
    if 4999 in items:
        log.touch()
    until = time.monotonic() + 30
    while 5000 in items and not log.exists():
        assert time.monotonic() < until
        time.sleep(0.01)
    return [*items]


def test_no_worker_waits_for_what_is_large(tmp_path: Path) -> None:
    """Fails if a span lies ready behind a large one."""
    work = partial(wait_for_the_last, tmp_path / "log")
    job = make_job(work, range(5001))._replace(is_large={5000}.__contains__)
    assert [one for results in run_job(job, "processes:2") for one in results] == [*range(5001)]


@pytest.mark.parametrize("name", ["serial", "processes:2"])
def test_an_error_comes_out(name: str) -> None:
    with pytest.raises(ValueError, match="cannot do 0"):
        list(run_job(make_job(fail), name))


def tell_processes(last: Exception | None) -> Iterator[int]:
    """The process that takes each step; the third fails."""
    yield os.getpid()
    yield os.getpid()
    if last:
        raise last


def test_steps_are_taken_in_one_process_of_their_own_and_that_ends() -> None:
    with take_apart(tell_processes(None), "count", "processes:2") as steps:
        process = next(steps)
        assert process == next(steps) != os.getpid()
        os.kill(process, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_steps_are_taken_here_where_nothing_is_forked() -> None:
    with take_apart(tell_processes(None), "count", "serial") as steps:
        assert {*steps} == {os.getpid()}


def test_what_a_step_raises_comes_out() -> None:
    fault = BuildError(Diagnostic("x.txt", 1, 2, "error", "code", "message"))
    with take_apart(tell_processes(fault), "count", "processes:2") as steps, pytest.raises(BuildError) as raised:
        list(steps)
    assert raised.value.diagnostics == fault.diagnostics


@pytest.mark.parametrize(
    "name", ["", "threads", "processes:0", "processes:x", "processes:99999", "processes:", "serial:2", "dask"]
)
def test_a_name_that_is_none_says_what_is(name: str) -> None:
    with pytest.raises(UsageError, match="use serial, processes, processes:N or dask:ADDRESS"):
        check_executor(name)


def test_a_cluster_needs_an_address() -> None:
    with pytest.raises(UsageError, match="give its address"):
        check_executor("dask:")


@pytest.mark.parametrize(
    "address",
    [
        "nonsense",
        "tcp://",
        "tcp://host",
        "host:port",
        "host:0",
        "host:70000",
        "http://host:8786",
        "://host:1",
        "::1:8786",
        ":8786",
        "a b:1",
        "tcp://host/x:1",
        "tcp://host:8786/",
    ],
)
def test_what_cannot_be_the_address_of_a_scheduler_is_refused_at_once(address: str) -> None:
    with pytest.raises(UsageError, match=r"names no scheduler: an address is a host and a port"):
        check_executor(f"dask:{address}")


@pytest.mark.parametrize("address", ["tcp://192.0.2.7:8786", "tls://host:1", "host:8786", "tcp://[2001:db8::7]:8786"])
def test_addresses_of_schedulers(address: str) -> None:
    check_executor(f"dask:{address}")


def test_there_is_a_core() -> None:
    assert count_cores() >= 1


def test_a_worker_ended_from_outside_is_told() -> None:
    with pytest.raises(BuildError, match="ended from outside"):
        list(run_job(make_job(die), "processes:2"))


def test_a_job_left_half_done_leaves_no_worker() -> None:
    results = run_job(make_job(list_own_process), "processes:2")
    (process, *_) = next(results)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def list_own_process(items: Sequence[int]) -> list[int]:
    return [os.getpid()] * len(items)


def answer_at_length(items: Sequence[int]) -> list[bytes]:
    return [bytes(100_000) for _ in items]


def test_a_job_left_while_workers_are_answering_ends() -> None:
    """An answer that a worker has begun is never waited for."""
    for taken in range(10):
        results = run_job(make_job(answer_at_length), "processes:2")
        for _ in range(taken):
            next(results)
        results.close()
