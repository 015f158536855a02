"""Pure work on many items, in batches, by an executor."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
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
            for results in pool.map(work, batches):
                done += len(results)
                progress(stage, done, len(items))
                yield from results
    except BrokenProcessPool:
        message = "a worker process was ended from outside, most likely for want of memory"
        hint = "build with fewer processes, such as --jobs 1"
        raise BuildError(Diagnostic(stage, 0, 0, "error", "worker", message, hint)) from None
