"""Work in processes of this machine.

Forked workers inherit the work and the items, and are sent spans only; where forking is not safe they are started
afresh, and get the items of each span. A pipe ties them to the process that started them: once its other end closes,
because the build is stopped or its process is killed, they leave at once, whatever they are doing.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from newsgen.errors import BuildError, Diagnostic
from newsgen.execute.job import Item, Job, Result, take_in_order

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

_SPAN = 40
"""Items done at once: few enough that the last span is not waited for alone."""

_AHEAD = 16
"""Spans under way for each worker: others go on while one of them takes long."""


class _Duty(NamedTuple):
    """What a worker holds from its beginning."""

    work: Callable[[Sequence[Any]], Sequence[Any]]
    items: Sequence[Any]
    """Empty if it gets them span by span."""


_duty: list[_Duty] = []
"""In a worker: the only duty of its life."""


def run_in_processes(job: Job[Item, Result], count: int) -> Iterator[Sequence[Result]]:
    """The results of a job, in order; raises BuildError if a worker is ended from outside."""
    context = _choose_context()
    inherits = context.get_start_method() == "fork"
    watched, lifeline = context.Pipe(duplex=False)
    duty = _Duty(job.work, job.items if inherits else ())
    pool = ProcessPoolExecutor(count, context, initializer=_begin, initargs=(duty, watched, lifeline))

    def submit(span: slice) -> Future[Sequence[Result]]:
        with _signals_held():
            return pool.submit(_work_on_own, span) if inherits else pool.submit(_work_on, job.items[span])

    try:
        for _, future in take_in_order(submit, job.cut(_SPAN), ahead=_AHEAD * count):
            yield future.result()
        pool.shutdown()
    except BrokenProcessPool:
        message = "a worker process was ended from outside, most likely for want of memory"
        hint = "build with fewer processes, such as --jobs 1"
        raise BuildError(Diagnostic(job.stage, 0, 0, "error", "worker", message, hint)) from None
    finally:
        lifeline.close()
        pool.shutdown(cancel_futures=True)
        watched.close()


def _choose_context() -> Any:
    """Fork where that is safe, so that workers inherit the lexicon; else start them afresh."""
    safe = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    return multiprocessing.get_context("fork" if safe else "spawn")


@contextmanager
def _signals_held() -> Iterator[None]:
    """Signals to stop wait meanwhile, also in workers that begin, until these have said what they do about them."""
    former = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _begin(duty: _Duty, watched: Connection, lifeline: Connection) -> None:
    """Take up the duty, and leave as soon as nobody holds the other end of the lifeline."""
    for number in _SIGNALS:  # a terminal sends them to all; the first process tells who is to stop
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    lifeline.close()
    _duty.append(duty)
    threading.Thread(target=_leave_when_cut, args=(watched,), daemon=True).start()


def _leave_when_cut(watched: Connection) -> None:
    watched.poll(None)
    os._exit(0)


def _work_on_own(span: slice) -> Sequence[Any]:
    """Do what lies in a span of the items that this worker holds."""
    return _work_on(_duty[0].items[span])


def _work_on(items: Sequence[Any]) -> Sequence[Any]:
    return _duty[0].work(items)
