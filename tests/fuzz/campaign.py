"""One target's cases in a process of their own: `python -m fuzz.campaign layout FOLDER --cases 300`.

- No crash: whatever else than a told error comes out ends the process with its traceback.
- No hang: before each case the process's limit of CPU time (RLIMIT_CPU) is set anew; a case that reaches it ends the
  process, whatever it is busy with, C included, and faulthandler tells where it was. A busy machine does not matter.
- No growth: the address space is limited (RLIMIT_AS), and what the second half of the cases leaves behind once all
  bounded caches are emptied is counted (tracemalloc): an unbounded cache shows.

The case at work lies in FOLDER, and stays there when the process ends before its time.
"""

import argparse
import faulthandler
import functools
import gc
import math
import resource
import signal
import sys
import time
import tracemalloc
from collections.abc import Iterator
from itertools import count, takewhile
from pathlib import Path

from fuzz.cases import make_case
from fuzz.targets import TARGETS, Target, read_seeds

SECONDS = 4
"""CPU time of one case. The slowest takes a tenth of it; what is quadratic, many times as much."""
ADDRESS_SPACE = 2 << 30
"""Bytes that the process may ask for; the lexicon is a tenth of it."""
GROWTH = 60_000
"""Bytes that the second half of the cases may leave behind: what is compiled or looked up at first need."""


def run(target: Target, seeds: list[bytes], folder: Path, numbers: Iterator[int]) -> int:
    """Try the cases of these numbers; gives how many they were."""
    tried = 0
    for number in numbers:
        tried += 1
        file = folder / "case"
        file.write_bytes(make_case(seeds, number))
        limit_time(SECONDS)
        target(file)
    return tried


def limit_time(seconds: int) -> None:
    """Let the process work so many more seconds, counted in whole ones."""
    limit = math.ceil(time.process_time()) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def empty_caches() -> None:
    """Empty all caches that have a bound; the others are the ones to be found."""
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper) and found.cache_parameters()["maxsize"] is not None:
            found.cache_clear()
    gc.collect()


def measure_growth(target: Target, seeds: list[bytes], folder: Path, numbers: Iterator[int]) -> int:
    """Bytes that trying these cases leaves behind."""
    empty_caches()
    tracemalloc.start()
    run(target, seeds, folder, numbers)
    empty_caches()
    return tracemalloc.get_traced_memory()[0]


def try_cases(target: Target, seeds: list[bytes], folder: Path, first: int, cases: int) -> None:
    """A fixed number of cases; ends the process if they leave much behind."""
    half = first + cases // 2
    run(target, seeds, folder, iter(range(first, half)))
    grown = measure_growth(target, seeds, folder, iter(range(half, first + cases)))
    if grown > GROWTH:
        largest = tracemalloc.take_snapshot().statistics("lineno")[:5]
        sys.exit("\n".join([f"{cases - cases // 2} cases left {grown} bytes behind:", *map(str, largest)]))


def try_for(target: Target, seeds: list[bytes], folder: Path, first: int, seconds: float) -> int:
    """Cases until the time is over."""
    end = time.monotonic() + seconds
    return run(target, seeds, folder, takewhile(lambda _: time.monotonic() < end, count(first)))


def guard() -> None:
    """Set the limits that end the process."""
    faulthandler.enable()
    faulthandler.register(signal.SIGXCPU, chain=True)
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=0)
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--cases", type=int)
    length.add_argument("--seconds", type=float)
    given = parser.parse_args()
    guard()
    target, seeds = TARGETS[given.target], read_seeds(given.target)
    if given.cases:
        try_cases(target, seeds, given.folder, given.first, given.cases)
    else:
        tried = try_for(target, seeds, given.folder, given.first, given.seconds)
        print(f"{given.target}: {tried} cases from number {given.first}, no fault")


if __name__ == "__main__":
    main()
