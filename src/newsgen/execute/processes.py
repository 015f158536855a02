"""Work in processes of this machine.

Forked workers inherit the work and the items, and are sent spans only; where forking is not safe they are started
afresh, and get the items of each span. Each has a pipe of its own, so that one that ends in the middle of an answer is
noticed, and no thread is needed to listen. Another pipe ties all of them to the process that started them: once its
other end closes, since the work is done or stopped or that process is killed, they leave at once, whatever they do.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from newsgen.errors import BuildError, Diagnostic
from newsgen.execute.job import Item, Job, Result

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

_SPAN = 40
"""Items done at once: few enough that the last span is not waited for alone."""

_AHEAD = 16
"""Spans under way for each worker: others go on while one of them takes long."""

_LEAVING = 2
"""Seconds that a worker has to leave before it is killed."""


class _Duty(NamedTuple):
    """What a worker holds from its beginning."""

    work: Callable[[Sequence[Any]], Sequence[Any]]
    items: Sequence[Any] | None
    """None if it gets them span by span."""
    is_large: Callable[[Any], bool]
    """Whether what comes of an item is sent before the next one is begun."""


class _Answer(NamedTuple):
    """What came of an order, or of a part of it."""

    results: Sequence[Any]
    is_last: bool
    error: Exception | None
    """What the work raised instead."""


class _Worker(NamedTuple):
    """A process, and the pipe to it."""

    process: BaseProcess
    orders: Connection
    """Takes spans, or items; gives what came of each, in order, in one or more portions."""


def run_in_processes(job: Job[Item, Result], count: int) -> Iterator[Sequence[Result]]:
    """The results of a job, in order; raises BuildError if a worker is ended from outside."""
    inherits = can_fork()
    context: Any = multiprocessing.get_context("fork" if inherits else "spawn")
    watched, lifeline = context.Pipe(duplex=False)
    duty = _Duty(job.work, job.items if inherits else None, job.is_large)
    workers: list[_Worker] = []
    try:
        with _signals_held():
            for _ in range(count):
                workers.append(_start(context, duty, watched, lifeline))  # noqa: PERF401  those started are to be ended
        yield from _collect(job, [worker.orders for worker in workers], inherits=inherits)
    finally:
        lifeline.close()
        watched.close()
        for worker in workers:
            _end(worker)


def _collect(job: Job[Item, Result], pipes: Sequence[Connection], *, inherits: bool) -> Iterator[Sequence[Result]]:
    """The results of a job, in order, by the workers behind the pipes."""
    spans = list(job.cut(_SPAN))
    # A second span lies ready, so that no worker waits for this process; items might not fit into the pipe.
    depth = 2 if inherits else 1
    held: dict[Connection, deque[int]] = {pipe: deque() for pipe in pipes}
    portions: dict[int, list[_Answer]] = defaultdict(list)
    given = 0
    for first, span in enumerate(spans):
        missing = len(job.items[span])
        while True:
            for answer in portions.pop(first, ()):
                if answer.error:  # at its turn: which of several is told must not depend on who was faster
                    raise answer.error
                missing -= len(answer.results)
                yield answer.results
            if not missing:
                break
            for pipe, places in held.items():
                while len(places) < depth and given < min(len(spans), first + _AHEAD * len(pipes)):
                    _send(pipe, spans[given] if inherits else job.items[spans[given]], job.stage)
                    places.append(given)
                    given += 1
            ready = wait([pipe for pipe, places in held.items() if places])
            for pipe, places in held.items():
                if pipe in ready:
                    answer = _receive(pipe, job.stage)
                    portions[places.popleft() if answer.is_last else places[0]].append(answer)


def _send(pipe: Connection, order: Any, stage: str) -> None:
    try:
        pipe.send(order)
    except OSError:
        raise _tell_lost(stage) from None


def _receive(pipe: Connection, stage: str) -> _Answer:
    """What came of an order, or of a part of it."""
    try:
        return _Answer(*pipe.recv())
    except (EOFError, OSError):
        raise _tell_lost(stage) from None


def _tell_lost(stage: str) -> BuildError:
    message = "a worker process was ended from outside, most likely for want of memory"
    return BuildError(
        Diagnostic(stage, 0, 0, "error", "worker", message, "build with fewer processes, such as --jobs 1")
    )


def can_fork() -> bool:
    """Whether forking is safe, so that workers inherit what this process holds; else they are started afresh."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _start(context: Any, duty: _Duty, watched: Connection, lifeline: Connection) -> _Worker:
    """A new worker."""
    own, theirs = context.Pipe()
    process = context.Process(target=_work, args=(duty, theirs, watched, lifeline), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, own)


def _end(worker: _Worker) -> None:
    """See a worker off that has been told to leave."""
    worker.orders.close()
    worker.process.join(_LEAVING)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()


@contextmanager
def _signals_held() -> Iterator[None]:
    """Signals to stop wait meanwhile, also in workers that begin, until these have said what they do about them."""
    former = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _work(duty: _Duty, orders: Connection, watched: Connection, lifeline: Connection) -> None:
    """What a worker does: all its orders, until it is to leave."""
    for number in _SIGNALS:  # a terminal sends them to all; the first process tells who is to stop
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    lifeline.close()
    gc.freeze()  # a search for cycles in what is inherited would write to all of it, and so copy it
    threading.Thread(target=_leave_when_cut, args=(watched,), daemon=True).start()
    while True:
        try:
            order = orders.recv()
        except (EOFError, OSError):
            os._exit(0)
        for answer in _answer(duty, order if duty.items is None else duty.items[order]):
            orders.send_bytes(answer)


def _leave_when_cut(watched: Connection) -> None:
    watched.poll(None)
    os._exit(0)


def _answer(duty: _Duty, items: Sequence[Any]) -> Iterator[bytes]:
    """The results in portions, so that large ones are not held all at once; with each, whether it is the last.

    Or the exception that came instead, as it is to be raised where they were asked for.
    """
    ends = [place for place, item in enumerate(items, 1) if duty.is_large(item) or place == len(items)]
    try:
        for start, end in pairwise([0, *ends]):
            yield pickle.dumps((duty.work(items[start:end]), end == len(items), None))
    except Exception as error:  # handed on, whatever it is
        yield _wrap(error)


def _wrap(error: Exception) -> bytes:
    """The error on its way; in words, if it cannot travel as it is."""
    try:
        return pickle.dumps((None, True, error))
    except Exception:  # whatever its author put into it
        return pickle.dumps((None, True, RuntimeError(f"{type(error).__name__}: {error}")))
