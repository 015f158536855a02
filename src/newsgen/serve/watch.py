"""The watch on the files that a site is made from."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

_FILES = frozenset({"site.yaml", "people.yaml", "redirects.yaml"})
_FOLDERS = frozenset({"articles", "templates", "static"})
_CHANGES: list[type[FileSystemEvent]] = [
    *(DirCreatedEvent, DirDeletedEvent, DirModifiedEvent, DirMovedEvent),
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
]
"""Not that a file is opened or closed: a build does so with all of them, and would have to wait for its own watch."""


@contextmanager
def watch_site(site: Path, changed: Callable[[], None]) -> Iterator[None]:
    """Call `changed` from another thread whenever one of the site's own files changes."""
    observer = _start(Observer(), site, changed) or _start(PollingObserver(), site, changed)
    try:
        yield
    finally:
        if observer:
            observer.stop()
            observer.join()


def _start(observer: BaseObserver, site: Path, changed: Callable[[], None]) -> BaseObserver | None:
    """The observer, running; None if the system has no more watches to give, and polling must do."""
    try:
        _SiteWatch(observer, site.resolve(), changed)
        observer.start()
    except OSError:
        return None
    return observer


class _SiteWatch(FileSystemEventHandler):
    """Watches the top of the site's folder, and all of those folders in it that matter."""

    def __init__(self, observer: BaseObserver, site: Path, changed: Callable[[], None]) -> None:
        self._observer, self._site, self._changed = observer, site, changed
        self._followed: dict[str, ObservedWatch] = {}
        observer.schedule(self, str(site), recursive=False, event_filter=_CHANGES)
        for name in sorted(_FOLDERS):
            self._follow(name)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on what changes the site; begin to follow a folder that appears at the top."""
        names = {self._top_name(path) for path in (event.src_path, event.dest_path) if path}
        for name in _FOLDERS & names:
            if event.event_type != "modified" and self._is_top(event, name):
                self._follow(name)
        if names & (_FILES | _FOLDERS):
            self._changed()

    def _follow(self, name: str) -> None:
        """Watch a folder if it is there; one that was replaced must be watched anew."""
        if name in self._followed:
            self._observer.unschedule(self._followed.pop(name))
        if (self._site / name).is_dir():
            self._followed[name] = self._observer.schedule(
                self, str(self._site / name), recursive=True, event_filter=_CHANGES
            )

    def _top_name(self, path: bytes | str) -> str:
        """The first part of a path below the site's folder; empty for the folder itself and what is elsewhere."""
        place = Path(_text(path))
        parts = place.relative_to(self._site).parts if place.is_relative_to(self._site) else ()
        return parts[0] if parts else ""

    def _is_top(self, event: FileSystemEvent, name: str) -> bool:
        return str(self._site / name) in {_text(event.src_path), _text(event.dest_path)}


def _text(path: bytes | str) -> str:
    return path if isinstance(path, str) else path.decode("utf-8", "surrogateescape")
