"""How a build gets on, on stderr: on a terminal a bar for the stage that runs, elsewhere a line for each."""

import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

import click

from newsgen.build import Progress

LABELS: Mapping[str, str] = {
    "read": "Reading clippings",
    "resolve": "People and events",
    "index": "Index of the archive",
    "plan": "Planning pages",
    "compare": "Comparing with what is published",
    "render": "Rendering pages",
    "search": "Words for the search",
    "publish": "Publishing",
}
"""What the stages are called."""

LONG = 1.0
"""Seconds after which a build tells of its stages: one that is over sooner needs no more than its summary."""

SILENCE = 30.0
"""Seconds after which a line says how far a stage has come."""

_TICK = 0.25
"""Seconds between two pictures of a stage that does not tell how far it is."""

_CLOCK = time.monotonic


class Stage:
    """How far a stage has come, and how fast."""

    def __init__(self, name: str, total: int, *, started: float) -> None:
        self.label = LABELS.get(name, name)
        self.name = name
        self.started = started
        self.done = 0
        self.total = total

    def tell(self, now: float) -> str:
        """`4,000 of 20,000, 210 a second, 1 min 16 s left`; the time since it began where there is no total."""
        seconds = now - self.started
        if not self.total:
            counted = f"{self.done:,}, " if self.done else ""
            return f"{counted}{tell_time(seconds)}"
        text = f"{self.done:,} of {self.total:,}"
        if not self.done or seconds < _TICK:
            return text
        left = (self.total - self.done) * seconds / self.done
        return f"{text}, {self.done / seconds:,.0f} a second, {tell_time(left)} left"

    def sum_up(self, now: float) -> str:
        """`Reading clippings: 20,000 in 1 min 35 s, 210 a second`."""
        seconds = now - self.started
        if not self.done:
            return f"{self.label}: {tell_time(seconds)}"
        if seconds < _TICK:
            return f"{self.label}: {self.done:,} in {tell_time(seconds)}"
        return f"{self.label}: {self.done:,} in {tell_time(seconds)}, {self.done / seconds:,.0f} a second"


class Display(Protocol):
    """Shows one stage after the other."""

    def begin(self, stage: Stage) -> None:
        """Show a new stage."""

    def update(self, stage: Stage) -> None:
        """Show how far it has come."""

    def end(self, stage: Stage) -> None:
        """It is over, or stopped."""

    def close(self) -> None:
        """Clear what should not stay."""


class Lines:
    """A line for each stage, and now and then one while it runs: for logs."""

    def __init__(self, *, long: float = LONG, silence: float = SILENCE) -> None:
        self._long = long
        self._silence = silence
        self._began = _CLOCK()
        self._told = 0.0
        self._held: list[str] = []

    def begin(self, stage: Stage) -> None:
        """Say nothing yet."""
        self._told = stage.started

    def update(self, stage: Stage) -> None:
        """A line, if there was none for long."""
        now = _CLOCK()
        if now - self._told >= self._silence:
            self._told = now
            self._tell(f"{stage.label}: {stage.tell(now)}", now)

    def end(self, stage: Stage) -> None:
        """A line; it waits until it is certain that the whole takes long."""
        now = _CLOCK()
        self._tell(stage.sum_up(now), now)

    def close(self) -> None:
        """Nothing is to be cleared."""

    def _tell(self, line: str, now: float) -> None:
        self._held.append(line)
        if now - self._began >= self._long:
            click.echo("\n".join(self._held), err=True)
            self._held.clear()


class Bar:
    """A bar for the stage that runs; nothing of it stays."""

    def __init__(self) -> None:
        # Imported here: half of all start-up time, and not needed in CI.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

        columns = (TextColumn("{task.description}"), BarColumn(20), TextColumn("{task.fields[told]}"))
        # Without the refreshing thread of its own: a program with threads cannot fork its workers.
        self._bars = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
        self._ticker: _Ticker | None = None
        self._bars.start()

    def begin(self, stage: Stage) -> None:
        """Draw it; one that does not tell how far it is moves by itself, for it starts no processes."""
        for task in self._bars.task_ids:
            self._bars.remove_task(task)
        self._task = self._bars.add_task(stage.label, total=stage.total or None, told="")
        self.update(stage)
        if not stage.total:
            self._ticker = _Ticker(lambda: self.update(stage))

    def update(self, stage: Stage) -> None:
        """Draw it anew."""
        self._bars.update(
            self._task, total=stage.total or None, completed=stage.done, told=stage.tell(_CLOCK()), refresh=True
        )

    def end(self, stage: Stage) -> None:
        """Let it stand, but still, until another begins."""
        self._stop_ticking()

    def close(self) -> None:
        """Clear the bar."""
        self._stop_ticking()
        self._bars.stop()

    def _stop_ticking(self) -> None:
        if self._ticker:
            self._ticker.stop()
            self._ticker = None


class _Ticker:
    """Calls something over and over, in a thread, until it is stopped."""

    def __init__(self, call: Callable[[], None]) -> None:
        self._stopped = threading.Event()
        self._call = call
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop, and wait until it has."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(_TICK):
            self._call()


@contextmanager
def progress_shown(display: Display | None = None) -> Iterator[Progress]:
    """What a build tells how it gets on, shown while the block runs."""
    shown: Display = display or (Bar() if sys.stderr.isatty() else Lines())
    stage: Stage | None = None

    def show(name: str, done: int, total: int) -> None:
        nonlocal stage
        if stage is None or stage.name != name or done < stage.done:
            if stage:
                shown.end(stage)
            stage = Stage(name, total, started=_CLOCK())
            shown.begin(stage)
        stage.done, stage.total = done, total
        shown.update(stage)

    try:
        yield show
        if stage:
            shown.end(stage)
    finally:
        shown.close()


def tell_time(seconds: float) -> str:
    """`7 s`, `1 min 16 s`, `2 h 5 min`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
