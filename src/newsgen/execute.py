"""Where per-clipping work and rendering run: an executor by its name.

`serial` runs in this process, `processes` on all cores, `processes:N` on N. Both are
plain `concurrent.futures.Executor`s and give the same results: the work is pure.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any

from newsgen.errors import Diagnostic, UsageError

_FORMS = "serial, processes or processes:N"


class SerialExecutor(Executor):
    """Runs each call at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """A finished future of the call."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # the future hands it on, as every executor does
            future.set_exception(error)
        return future


def open_executor(name: str) -> Executor:
    """The executor of that name, to be used as a context manager; raises UsageError for a name that is none."""
    count = count_workers(name)
    return SerialExecutor() if count == 1 else ProcessPoolExecutor(count, mp_context=_context())


def count_workers(name: str) -> int:
    """How many processes the executor of that name works in; raises UsageError for a name that is none."""
    kind, colon, rest = name.partition(":")
    if name == "serial":
        return 1
    if kind == "processes" and not colon:
        return count_cores()
    if kind == "processes" and rest.isascii() and rest.isdecimal() and 1 <= int(rest[:5]) <= 1024:
        return int(rest)
    message = f"`{name}` is no executor"
    raise UsageError(Diagnostic("--executor", 0, 0, "error", "executor", message, f"use {_FORMS}"))


def count_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> multiprocessing.context.BaseContext:
    """Fork where that is safe, so that workers inherit the lexicon; else start them afresh."""
    safe = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    return multiprocessing.get_context("fork" if safe else "spawn")
