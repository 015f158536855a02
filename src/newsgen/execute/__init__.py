"""Where per-clipping work and rendering run: pure work on many items, in batches, by an executor's name.

`serial` runs in this process, `processes` on all cores, `processes:N` on N, `dask:ADDRESS` on a Dask cluster. All give
the same results: the work is pure, and a worker whose code is another is refused.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec

from newsgen.errors import Diagnostic, UsageError
from newsgen.execute.job import Item, Job, Result, is_none_large
from newsgen.execute.processes import can_fork, process_beside, run_in_processes

__all__ = ["Job", "check_executor", "count_cores", "inherits", "is_none_large", "run_job", "take_apart"]

CLUSTER = "dask:"
"""What the name of an executor begins with that is a cluster."""

_SPAN = 20
"""Items done at once in this process: few enough that progress is seen."""

_SERIAL = "serial"

_FORMS = "serial, processes, processes:N or dask:ADDRESS"

_ADDRESS = "give its address, as `dask scheduler` prints it: dask:tcp://192.0.2.7:8786"

_PROTOCOLS = ("", "tcp", "tls", "ws", "wss", "ucx")
"""Those that reach another process; without one Dask takes the first."""


def run_job(job: Job[Item, Result], executor: str) -> Iterator[Sequence[Result]]:
    """The results of a job, in order, a few at a time; raises UsageError for a name that is none of an executor.

    Raises BuildError if workers are lost and cannot be replaced, and what the work itself raises.
    """
    check_executor(executor)
    if executor.startswith(CLUSTER):
        # Imported here: Dask takes half a second to import.
        from newsgen.execute.cluster import run_on_cluster  # noqa: PLC0415

        yield from run_on_cluster(job, executor.removeprefix(CLUSTER))
    elif (count := _count_processes(executor)) > 1:
        yield from run_in_processes(job, count)
    else:
        for span in job.cut(_SPAN):
            yield job.work(job.items[span])


def take_apart(steps: Iterator[Result], stage: str, executor: str) -> AbstractContextManager[Iterator[Result]]:
    """The same steps, none of which has been taken; where forking is safe, a process of their own takes them.

    What they take of memory is given back when that ends: this process gets their results only, none of which may hold
    a function. Whoever asks for more steps than there are gets an error.
    """
    return nullcontext(steps) if executor == _SERIAL or not can_fork() else process_beside(steps, stage)


def inherits(executor: str) -> bool:
    """Whether those who work hold all that this process holds, so that little has to be sent."""
    return not executor.startswith(CLUSTER) and (_count_processes(executor) == 1 or can_fork())


def check_executor(name: str) -> None:
    """Raise UsageError for a name that is none of an executor, and for a cluster if what it needs is not installed."""
    if not name.startswith(CLUSTER):
        _count_processes(name)
    elif not name.removeprefix(CLUSTER):
        raise _refuse("`dask:` names no scheduler", _ADDRESS)
    elif not _is_address(name.removeprefix(CLUSTER)):
        raise _refuse(f"`{name}` names no scheduler: an address is a host and a port", _ADDRESS)
    elif find_spec("distributed") is None:
        raise _refuse(f"`{name}` needs Dask, which is not installed", "type: pip install 'newsgen[cluster]'")


def _is_address(text: str) -> bool:
    """Whether it has the form of a scheduler's address: a protocol, if any, a host and a port."""
    protocol, mark, place = text.rpartition("://")
    host, _, port = place.rpartition(":")
    known = protocol in _PROTOCOLS and bool(protocol) == bool(mark)
    single = ":" not in host or (host.startswith("[") and host.endswith("]"))
    named = bool(host) and single and not any(letter.isspace() or letter == "/" for letter in host)
    return known and named and port.isascii() and port.isdecimal() and 0 < int(port[:6]) < 1 << 16


def count_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _count_processes(name: str) -> int:
    """How many processes the executor of that name works in; raises UsageError for a name that is none."""
    kind, colon, rest = name.partition(":")
    if name == _SERIAL:
        return 1
    if kind == "processes" and not colon:
        return count_cores()
    if kind == "processes" and rest.isascii() and rest.isdecimal() and 1 <= int(rest[:5]) <= 1024:
        return int(rest)
    raise _refuse(f"`{name}` is no executor", f"use {_FORMS}")


def _refuse(message: str, hint: str) -> UsageError:
    return UsageError(Diagnostic("--executor", 0, 0, "error", "executor", message, hint))
