"""Work on a Dask cluster: the same batches, by workers that have the same code.

Nothing is shared but what is sent: the work goes to each worker once, as the result of a task that the scheduler can do
again, and each batch after it. A worker tells with every batch whether its code is the same, since one may join at any
time. Dask does a lost worker's batches again on another; one that takes worker after worker with it is given up.
"""

import asyncio
import logging
import operator
import pickle
import struct
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from typing import Any, NamedTuple
from uuid import uuid4

import distributed
from distributed.comm.core import connect
from distributed.versions import VersionMismatchWarning
from msgspec.structs import replace

from newsgen.errors import BuildError, Diagnostic, NewsgenError
from newsgen.execute.job import Identity, Item, Job, Result, take_in_order

_CONNECTING = 10
"""Seconds to wait for the scheduler."""

_JOINING = 30
"""Seconds to wait for a worker, if there is none at first or none any more."""

_LOOKING = 2
"""Seconds between two looks at whether there still are workers."""

_LEAVING = 2
"""Seconds to wait for a scheduler that may be gone."""

_LEAST, _MOST = 25, 200
"""Items of a batch: each costs Dask some 3 ms, and the last one should not be waited for alone."""

_AHEAD = 4
"""Batches under way for each worker."""

_NAMED = 5
"""How many items of a batch a message names."""

_AGAIN = "see that it runs, and build again: what was read until now is remembered"

_SAME = "start all workers in one environment with this newsgen; a worker with other code gives other pages"


_turns = threading.Lock()
"""In a worker: its threads take turns, as what works on a batch is made for one."""


class _Duty(NamedTuple):
    """What a worker holds for all batches of a job; called there with each of them."""

    work: Callable[[Sequence[Any]], Sequence[Any]]
    identify: Callable[[], Identity]
    identity: Identity
    """That of the coordinator."""

    def __call__(self, batch: bytes) -> bytes:
        """The results of a batch, or the error that stops the build."""
        worker = distributed.get_worker().address
        with _turns:
            if fault := _compare(worker, self.identify(), self.identity):
                return pickle.dumps(BuildError(fault))
            try:
                return pickle.dumps(self.work(pickle.loads(batch)))  # noqa: S301  as all that Dask sends
            except NewsgenError as error:
                return pickle.dumps(_place(error, worker))


def run_on_cluster(job: Job[Item, Result], address: str) -> Iterator[Sequence[Result]]:
    """The results of a job, in order.

    Raises BuildError if the scheduler or all workers cannot be reached, if a worker's code is another, and for a batch
    that ends the workers that do it.
    """
    with _connect(address) as client:
        workers = _await_workers(client, address)
        identity = job.identify()
        _check_workers(client, job.identify, identity)
        name = f"newsgen-{job.stage}-{uuid4().hex}"
        blob = pickle.dumps(_Duty(job.work, job.identify, identity))
        duty = client.submit(pickle.loads, blob, key=f"{name}-duty", pure=False)

        def submit(span: slice) -> "distributed.Future[bytes]":
            # The scheduler reads what is to be called, and has no newsgen: it sees Python's own functions and bytes.
            batch = pickle.dumps(job.items[span])
            # What is waited for first is done first; Dask alone takes no heed of the order of a moment's tasks.
            urgency = -span.start
            return client.submit(operator.call, duty, batch, key=(name, span.start), pure=False, priority=urgency)

        size = min(_MOST, max(_LEAST, len(job.items) // (_AHEAD * workers)))
        for span, future in take_in_order(submit, job.cut(size), ahead=_AHEAD * workers):
            outcome = _await_result(client, future, _name_items(job, span))
            if isinstance(outcome, NewsgenError):
                raise outcome
            yield outcome


_STRANGE = (MemoryError, struct.error)
"""What Dask raises when other bytes come than it expects: they are taken for a length."""


def _greet(address: str) -> None:
    """Speak with a scheduler for once; a client that finds none, or a stranger, may wait for ever.

    In a thread: this one may have an event loop at work, as in a notebook, and will not wait when it is interrupted.
    """
    answer: Future[None] = Future()

    def call() -> None:
        try:
            answer.set_result(asyncio.run(asyncio.wait_for(_call(address), 2 * _CONNECTING)))
        except Exception as error:  # handed on, whatever it is
            answer.set_exception(error)

    threading.Thread(target=call, daemon=True).start()
    answer.result()


async def _call(address: str) -> None:
    """Open a connection to a scheduler, and close it."""
    security = distributed.Security().get_connection_args("client")
    connection = await connect(address, timeout=_CONNECTING, **security)
    await connection.close()


def _tell_fault(error: BaseException) -> str:
    """Why there is no connection, in words."""
    if isinstance(error, TimeoutError):
        return "nothing was heard from there in time"
    if isinstance(error, _STRANGE):
        return "what answers there speaks another language"
    return _describe(error)


@contextmanager
def _connect(address: str) -> Iterator["distributed.Client"]:
    """The cluster; raises BuildError if there is none."""
    # What Dask says of lost connections is told in our own words, if it matters.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    for name in ("client", "core", "comm", "batched"):
        logging.getLogger(f"distributed.{name}").setLevel(logging.CRITICAL)
    try:
        _greet(address)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", VersionMismatchWarning)  # what matters of it, `_check_workers` tells
            client = distributed.Client(address, timeout=_CONNECTING, set_as_default=False)
    except (OSError, ValueError, ImportError, RuntimeError, *_STRANGE) as error:
        message = f"no scheduler of Dask answers at {address} ({_tell_fault(error)})"
        hint = "start one there with `dask scheduler`, and give the address that it prints"
        raise _refuse(message, hint) from None
    try:
        yield client
    except (CancelledError, OSError, distributed.client.ClosedClientError) as error:
        raise _refuse(f"the scheduler at {address} went away ({_describe(error)})", _AGAIN) from None
    finally:
        client.close(timeout=_LEAVING)


def _await_workers(client: "distributed.Client", address: str) -> int:
    """How many workers there are, once there is one; raises BuildError if none comes."""
    until = time.monotonic() + _JOINING
    while not (count := len(client.nthreads())):
        if time.monotonic() > until:
            message = f"the scheduler at {address} has no workers"
            hint = f"start one for each core of a machine with `dask worker {address} --nworkers -1 --nthreads 1`"
            raise _refuse(message, hint)
        time.sleep(0.2)
    return count


def _check_workers(client: "distributed.Client", identify: Callable[[], Identity], identity: Identity) -> None:
    """Raise BuildError with an error for each worker that has other code, or none."""
    answers = sorted(client.run(identify, on_error="return").items())
    # Who cannot be reached, since it has just ended, is no worker any more.
    faults = [_compare(worker, answer, identity) for worker, answer in answers if not isinstance(answer, OSError)]
    if differing := [fault for fault in faults if fault]:
        raise BuildError(*differing)


def _compare(worker: str, answer: Identity | BaseException, identity: Identity) -> Diagnostic | None:
    """An error if a worker, by what it answered, is not as the coordinator is."""
    if isinstance(answer, BaseException):
        return _tell(f"the worker {worker} cannot say which newsgen it has: {_describe(answer)}", _SAME)
    theirs = dict(answer)
    differing = [
        f"{name} {theirs.get(name, 'none')} (here {version})"
        for name, version in identity
        if theirs.get(name) != version
    ]
    if not differing:
        return None
    return _tell(f"the worker {worker} is not as this build is, and may not work for it: {', '.join(differing)}", _SAME)


def _place(error: NewsgenError, worker: str) -> NewsgenError:
    """The error with the worker that met it: another may have what is missing there."""
    return type(error)(
        *(replace(item, message=f"{item.message}, says the worker {worker}") for item in error.diagnostics)
    )


def _await_result(client: "distributed.Client", future: "distributed.Future[bytes]", names: str) -> Any:
    """What came of a batch; raises BuildError if nothing can come of it any more."""
    seen = time.monotonic()
    while True:
        try:
            return pickle.loads(future.result(timeout=_LOOKING))  # noqa: S301  as all that Dask sends
        except TimeoutError:
            if client.nthreads():
                seen = time.monotonic()
            elif time.monotonic() - seen > _JOINING:
                raise _refuse("all workers of the cluster are gone", _AGAIN) from None
        except (ImportError, AttributeError) as error:
            raise _refuse(f"a worker cannot load what it is to do: {_describe(error)}", _SAME) from None
        except distributed.KilledWorker as error:
            message = f"{error.allowed_failures + 1} workers ended one after the other while they had the same batch"
            hint = f"one of these may need too much memory; build with --executor serial to find it: {names}"
            raise _refuse(message, hint) from None


def _name_items(job: Job[Any, Any], span: slice) -> str:
    """The first items of a batch, in words."""
    names = [job.name_item(item) for item in job.items[span]]
    further = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {further} more" if further > 0 else "")


def _describe(error: BaseException) -> str:
    """An exception in one line."""
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__


def _refuse(message: str, hint: str) -> BuildError:
    return BuildError(_tell(message, hint))


def _tell(message: str, hint: str) -> Diagnostic:
    return Diagnostic("--executor", 0, 0, "error", "cluster", message, hint)
