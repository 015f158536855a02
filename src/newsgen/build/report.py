"""What a build is asked to do, and what it did."""

import time
from collections.abc import Callable

from newsgen.errors import Diagnostic
from newsgen.records import Record

Progress = Callable[[str, int, int], None]
"""Told the name of a stage, how many of its items are done, and how many there are."""


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


class BuildReport(CheckReport):
    """What a build did."""

    articles: int
    people: int
    countries: int
    sources: int
    events: int
    files: int
    """Files of the site, pages and data and style together."""
    parsed: int
    """Clippings read anew; the others were remembered."""
    rendered: int
    """Pages made anew; the others were as published."""
    written: int
    unchanged: int
    removed: int
    seconds: tuple[tuple[str, float], ...]
    """(stage, wall-clock seconds), in order."""


class Clock:
    """Measures the stages of one build; the times are shown to the user and go nowhere else."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self._laps: list[tuple[str, float]] = []

    def lap(self, stage: str) -> None:
        """Ascribe the time since the last lap to a stage."""
        now = time.perf_counter()
        self._laps.append((stage, now - self._last))
        self._last = now

    @property
    def laps(self) -> tuple[tuple[str, float], ...]:
        """(stage, wall-clock seconds), in order."""
        return tuple(self._laps)
