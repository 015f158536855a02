"""Pure work on many items, in batches, by an executor."""

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from newsgen.build.report import Progress
from newsgen.errors import BuildError, Diagnostic
from newsgen.execute import open_executor

Item = TypeVar("Item")
Result = TypeVar("Result")

SMALL_JOB = 100
"""Items below which starting processes costs more than it saves."""

BATCH = 40
"""Items handed to a worker at once: few enough that the last batch is not waited for alone."""


def map_batches(
    work: Callable[[Sequence[Item]], Sequence[Result]],
    items: Sequence[Item],
    *,
    executor: str,
    stage: str,
    progress: Progress,
) -> Iterator[Result]:
    """The results of `work` on all items, in their order; small jobs run in this process.

    Raises BuildError if a worker process died.
    """
    batches = [items[start : start + BATCH] for start in range(0, len(items), BATCH)]
    done = 0
    try:
        with open_executor(executor if len(items) >= SMALL_JOB else "serial") as pool:
            for results in pool.map(partial(_work_on, work), batches):
                done += len(results)
                progress(stage, done, len(items))
                yield from results
    except BrokenProcessPool:
        message = "a worker process was ended from outside, most likely for want of memory"
        hint = "build with fewer processes, such as --jobs 1"
        raise BuildError(Diagnostic(stage, 0, 0, "error", "worker", message, hint)) from None


@contextmanager
def without_collector() -> Iterator[None]:
    """No search for cycles meanwhile: a build makes very many records, and none with a cycle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _work_on(work: Callable[[Sequence[Item]], Sequence[Result]], batch: Sequence[Item]) -> Sequence[Result]:
    """The results of one batch; runs in a worker."""
    with without_collector():
        return work(batch)
