"""Pure work on many items, by an executor, and the memory of what is done of it."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from newsgen.build.code import identify_code
from newsgen.build.report import Progress
from newsgen.execute import Job, is_none_large, run_job
from newsgen.memo import Memo

Item = TypeVar("Item")
Result = TypeVar("Result")

SMALL_JOB = 100
"""Items below which starting workers costs more than it saves."""

PORTION = 200
"""Values remembered at once: so many are made anew, at most, if the build is stopped."""


def map_batches(  # noqa: PLR0913  each option is one of the job
    work: Callable[[Sequence[Item]], Sequence[Result]],
    items: Sequence[Item],
    *,
    executor: str,
    stage: str,
    name_item: Callable[[Item], str],
    progress: Progress,
    is_large: Callable[[Item], bool] = is_none_large,
) -> Iterator[Result]:
    """The results of `work` on all items, in their order; small jobs run in this process.

    Raises what `run_job` raises.
    """
    job = Job(partial(_work_on, work), items, stage, name_item, identify_code, is_large=is_large)
    return run_stage(job, len(items), len, executor=executor, progress=progress)


def run_stage(
    job: Job[Item, Result],
    total: int,
    count: Callable[[Sequence[Result]], int],
    *,
    executor: str,
    progress: Progress,
) -> Iterator[Result]:
    """The results of a job, in order, told as they come; what deals with few things, none large, runs in this process.

    `count` says with how many of these some results deal. Raises what `run_job` raises.
    """
    if not job.items:
        return
    done = 0
    progress(job.stage, done, total)
    is_small = total < SMALL_JOB and not any(map(job.is_large, job.items))
    for results in run_job(job, "serial" if is_small else executor):
        done += count(results)
        progress(job.stage, done, total)
        yield from results


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


def remember(
    made: Iterable[tuple[str, bytes]], memo: Memo, *, lasts: Callable[[bytes], bool] = bool
) -> Iterator[tuple[str, bytes]]:
    """Keys and values as they come, those that last remembered in portions: a stopped build keeps what it had."""
    portion: list[tuple[str, bytes]] = []
    for key, value in made:
        if lasts(value):
            portion.append((key, value))
        if len(portion) == PORTION:
            memo.put_many(portion)
            portion = []
        yield key, value
    if portion:
        memo.put_many(portion)
