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
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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


class _Answer(NamedTuple):
    """What came of an order."""

    results: Sequence[Any]
    error: Exception | None
    """What the work raised instead."""


class _Worker(NamedTuple):
    """A process, and the pipe to it."""

    process: BaseProcess
    orders: Connection
    """Takes spans, or items; gives what came of each, in order."""


def run_in_processes(job: Job[Item, Result], count: int) -> Iterator[Sequence[Result]]:
    """The results of a job, in order; raises BuildError if a worker is ended from outside."""
    inherits = can_fork()
    with _workers_started(_Duty(job.work, job.items if inherits else None), count) as pipes:
        yield from _collect(job, pipes, inherits=inherits)


@contextmanager
def process_beside(steps: Iterator[Result], stage: str) -> Iterator[Iterator[Result]]:
    """The same steps, taken as they are asked for in a forked process, with which goes all that they hold."""
    with _workers_started(_Duty(lambda _: [next(steps)], (None,)), 1) as [pipe]:
        yield _ask_for_steps(pipe, stage)


def _ask_for_steps(pipe: Connection, stage: str) -> Iterator[Any]:
    """What each step gives; raises what it raises, and BuildError if the process is ended from outside."""
    while True:
        _send(pipe, slice(None), stage)
        answer = _receive(pipe, stage)
        if answer.error:
            raise answer.error
        yield answer.results[0]


@contextmanager
def _workers_started(duty: _Duty, count: int) -> Iterator[list[Connection]]:
    """The pipes to so many workers; all leave when the block ends."""
    context: Any = multiprocessing.get_context("spawn" if duty.items is None else "fork")
    watched, lifeline = context.Pipe(duplex=False)
    workers: list[_Worker] = []
    try:
        with _signals_held():
            for _ in range(count):
                workers.append(_start(context, duty, watched, lifeline))  # noqa: PERF401  those started are to be ended
        yield [worker.orders for worker in workers]
    finally:
        lifeline.close()
        watched.close()
        for worker in workers:
            _end(worker)


def _collect(job: Job[Item, Result], pipes: Sequence[Connection], *, inherits: bool) -> Iterator[Sequence[Result]]:
    """The results of a job, in order, by the workers behind the pipes."""
    spans = list(job.cut(_SPAN))
    large = {place for place, span in enumerate(spans) if job.is_large(job.items[span.start])}
    waiting = deque([*sorted(large), *(place for place in range(len(spans)) if place not in large)])
    held: dict[Connection, deque[int]] = {pipe: deque() for pipe in pipes}
    # A second span lies ready, so that no worker waits for this process; items might not fit into the pipe.
    depth = 2 if inherits else 1
    done: dict[int, _Answer] = {}

    def has_room(places: deque[int]) -> bool:
        return len(places) < (1 if large.intersection(places) or waiting[0] in large else depth)

    for turn in range(len(spans)):
        while turn not in done:
            for pipe, places in held.items():
                while waiting and has_room(places) and (waiting[0] in large or waiting[0] < turn + _AHEAD * len(pipes)):
                    span = spans[waiting[0]]
                    _send(pipe, span if inherits else job.items[span], job.stage)
                    places.append(waiting.popleft())
            ready = wait([pipe for pipe, places in held.items() if places])
            for pipe, places in held.items():
                if pipe in ready:
                    done[places.popleft()] = _receive(pipe, job.stage)
        answer = done.pop(turn)
        if answer.error:  # at its turn: which of several is told must not depend on who was faster
            raise answer.error
        yield answer.results


def _send(pipe: Connection, order: Any, stage: str) -> None:
    try:
        pipe.send(order)
    except OSError:
        raise _tell_lost(stage) from None


def _receive(pipe: Connection, stage: str) -> _Answer:
    """What came of an order."""
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
        orders.send_bytes(_answer(duty, order if duty.items is None else duty.items[order]))


def _leave_when_cut(watched: Connection) -> None:
    watched.poll(None)
    os._exit(0)


def _answer(duty: _Duty, items: Sequence[Any]) -> bytes:
    """The results, or the exception that came instead, as it is to be raised where they were asked for."""
    try:
        return pickle.dumps((duty.work(items), None))
    except Exception as error:  # handed on, whatever it is
        return _wrap(error)


def _wrap(error: Exception) -> bytes:
    """The error on its way; in words, if it cannot travel as it is."""
    try:
        return pickle.dumps((None, error))
    except Exception:  # whatever its author put into it
        return pickle.dumps((None, RuntimeError(f"{type(error).__name__}: {error}")))
