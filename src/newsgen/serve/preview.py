"""The preview's state: what the last build came to, and the builds that change it."""

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgen.build import Audience, BuildReport, SupersededError
from newsgen.errors import Diagnostic, NewsgenError
from newsgen.records import Record

Show = Callable[[BuildReport | NewsgenError | str], None]
"""Tells the user in the terminal what a build came to, or a plain line."""

Build = Callable[[Audience], BuildReport]
"""Builds once, looked on by an audience."""

_QUIET = 0.02
"""Seconds without a change after which a build begins: an editor saves in several steps.

One that takes longer for them is shown a build too many, which is better than a wait at every other time.
"""

_LONGEST_WAIT = 50
"""How many times `_QUIET` a build is put off while changes go on."""


class Outcome(Record):
    """What the last build came to, as far as a page must tell."""

    built: bool
    """Whether the pages are those of this build; else they are older ones or missing."""
    errors: tuple[Diagnostic, ...]
    """Why it failed, or what it had to leave out."""


class Changes:
    """The signal from the watch to the builds that files have changed."""

    def __init__(self) -> None:
        self._changed = threading.Event()

    def note(self) -> None:
        """Ask for a build; while one runs, for another one after it."""
        self._changed.set()

    def are_new(self) -> bool:
        """Whether files have changed since the last wait ended."""
        return self._changed.is_set()

    def wait(self) -> None:
        """Return when files have changed and are quiet again."""
        self._changed.wait()
        for _ in range(_LONGEST_WAIT):
            self._changed.clear()
            time.sleep(_QUIET)
            if not self._changed.is_set():
                return


class Preview:
    """What the browser is to show, and when to look whether it has changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """Where the pages are."""
        self.token = secrets.token_hex(4)
        """Of this preview: a page that an earlier one served is another."""
        self._news = threading.Condition()
        self._number = 0
        self._outcome: Outcome | None = None
        self._looked_at: list[str] = []

    @property
    def number(self) -> int:
        """Of what was told last."""
        with self._news:
            return self._number

    @property
    def outcome(self) -> Outcome | None:
        """Of the last build; None while the first one runs."""
        with self._news:
            return self._outcome

    def update(self, outcome: Outcome) -> None:
        """Take in what a build came to, or has come to so far."""
        with self._news:
            self._number += 1
            self._outcome = outcome
            self._news.notify_all()

    def wait_for_news(self, number: int, timeout: float) -> int:
        """The number of what was told last as soon as it is not the one given, or at the timeout; sooner if woken."""
        with self._news:
            if self._number == number:
                self._news.wait(timeout)
            return self._number

    @contextmanager
    def looked_at(self, path: str) -> Iterator[None]:
        """Meanwhile somebody looks at the page of this path."""
        with self._news:
            self._looked_at.append(path)
        try:
            yield
        finally:
            with self._news:
                self._looked_at.remove(path)

    def list_looked_at(self) -> tuple[str, ...]:
        """The paths of all pages that somebody looks at."""
        with self._news:
            return tuple(self._looked_at)

    def wake(self) -> None:
        """Have all who wait look up: the connection of one of them was cut."""
        with self._news:
            self._news.notify_all()


def build_on_changes(
    build: Build, changes: Changes, preview: Preview, show: Show, *, settle: Callable[[], None]
) -> None:
    """Start the thread that builds after every change, one build at a time; `settle` is called when it has time."""

    def build_forever() -> None:
        while True:
            changes.wait()
            update_preview(build, changes, preview, show)
            if not changes.are_new():
                settle()

    threading.Thread(target=build_forever, name="newsgen-build", daemon=True).start()


def update_preview(build: Build, changes: Changes, preview: Preview, show: Show) -> None:
    """Build once and tell the browser and the terminal what came of it; the browser, what came of the pages at once.

    If files change before the rest is made, that is left to the next build.
    """
    try:
        report = build(
            Audience(lambda report: preview.update(_sum_up(report)), preview.list_looked_at, changes.are_new)
        )
    except SupersededError:
        return
    except NewsgenError as error:
        preview.update(Outcome(built=False, errors=error.diagnostics))
        show(error)
    except Exception as error:  # the preview must outlive a fault of newsgen's own
        fault = NewsgenError(_internal(error))
        preview.update(Outcome(built=False, errors=fault.diagnostics))
        show(fault)
    else:
        preview.update(_sum_up(report))
        show(report)


def _sum_up(report: BuildReport) -> Outcome:
    """What a page must tell of a build that came to its end, or has come as far as its pages."""
    return Outcome(built=True, errors=tuple(item for item in report.diagnostics if item.severity == "error"))


def _internal(error: Exception) -> Diagnostic:
    message = f"newsgen itself failed: {type(error).__name__}: {error}"
    hint = "this is a fault of newsgen; please report it"
    return Diagnostic("newsgen", 0, 0, "error", "internal", message, hint)
