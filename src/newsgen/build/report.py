"""What a build is asked to do, and what it did."""

import os
import time
from collections.abc import Callable

from newsgen.errors import Diagnostic
from newsgen.records import Record

Progress = Callable[[str, int, int], None]
"""Told the name of a stage, how many of its items are done, and how many there are; 0 where that is not known."""


class BuildOptions(Record):
    """What the command line says about a build."""

    executor: str = "processes"
    """See `newsgen.execute`."""
    full: bool = False
    """Whether to pass over what earlier builds remember."""
    base_url: str | None = None
    """Instead of the one in `site.yaml`."""
    drafts: bool = False
    """Whether to build articles marked `draft: true`."""


class DiagnosedReport(Record):
    """What there is to tell of anything that was looked through."""

    diagnostics: tuple[Diagnostic, ...]
    """Sorted by place."""

    @property
    def errors(self) -> int:
        """How many diagnostics are errors."""
        return sum(item.severity == "error" for item in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many diagnostics are warnings."""
        return sum(item.severity == "warning" for item in self.diagnostics)

    @property
    def notes(self) -> int:
        """How many diagnostics are notes."""
        return sum(item.severity == "note" for item in self.diagnostics)


class CheckReport(DiagnosedReport):
    """What there is to tell about an archive."""

    clippings: int
    """Files read."""


class Timing(Record):
    """What one stage of a build took; all times in seconds."""

    stage: str
    """Its name."""
    wall: float
    """By the clock on the wall."""
    cpu: float
    """Of this process."""
    workers: float
    """CPU, of worker processes that ended in this stage."""
    items: int
    """How many it dealt with: clippings, articles, pages, files; 0 where nothing is counted."""


class BuildReport(CheckReport):
    """What a build did."""

    articles: int
    people: int
    countries: int
    sources: int
    events: int
    undecided: int
    """Pairs of people who may be one."""
    files: int
    """Files of the site, pages and data and style together."""
    parsed: int
    """Clippings read anew; the others were remembered."""
    rendered: int
    """Pages made anew; the others were as published."""
    written: int
    unchanged: int
    removed: int
    timings: tuple[Timing, ...]
    """What each stage took, in order."""

    @property
    def seconds(self) -> float:
        """How long the build took, by the clock on the wall."""
        return sum(timing.wall for timing in self.timings)


class Clock:
    """Measures the stages of one build; the times are shown to the user and go nowhere else."""

    def __init__(self) -> None:
        self._last = _read_clocks()
        self._timings: list[Timing] = []

    def lap(self, stage: str, items: int = 0) -> None:
        """Ascribe the time since the last lap to a stage, which dealt with so many items."""
        now = _read_clocks()
        wall, cpu, workers = (after - before for before, after in zip(self._last, now, strict=True))
        self._timings.append(Timing(stage=stage, wall=wall, cpu=cpu, workers=workers, items=items))
        self._last = now

    @property
    def timings(self) -> tuple[Timing, ...]:
        """What each stage took, in order."""
        return tuple(self._timings)


def _read_clocks() -> tuple[float, float, float]:
    """Seconds: of the clock on the wall, of CPU in this process, and in processes that it started and that ended."""
    times = os.times()
    return time.perf_counter(), time.process_time(), times.children_user + times.children_system
