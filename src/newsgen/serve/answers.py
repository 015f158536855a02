"""Answers: what the preview gives for an address, as a function of the address and the preview alone."""

import os
from importlib.resources import files
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote_to_bytes

from newsgen.canon import digest, encode
from newsgen.records import Record
from newsgen.serve.overlay import decorate_page, make_page
from newsgen.serve.preview import Outcome, Preview

EVENTS = "/-/events"
"""Where the browser listens for changes."""

_MISSING = "404.html"
"""The site's own page for what is missing."""
_DRAWN = "static"
"""Folder of what all pages draw in."""
_INDEXED = {"search.html": "search/index.js"}
"""Pages that draw in more, and the file that changes whenever that does."""

_ASSETS = {"/-/reload.js": "reload.js", "/-/preview.css": "preview.css"}

_HTML = "text/html; charset=utf-8"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": _HTML,
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
_OTHER = "application/octet-stream"

_SHOWN = 16
"""Characters of a digest that are enough to tell two versions apart."""


class Answer(Record):
    """One response, without the headers that all have."""

    status: int
    """HTTP status code."""
    content_type: str
    """With the charset where it is text."""
    body: bytes
    """Sent to GET only."""
    location: str | None = None
    """Of a redirect."""


def find_answer(target: str, preview: Preview) -> Answer:
    """What to answer to a request for `target`, the address as it stands in the request."""
    address = _cut(target)
    if address in _ASSETS:
        return _own_asset(_ASSETS[address])
    place = _find_place(address, preview.folder)
    if place and _is_folder(place) and not address.endswith("/"):
        return Answer(status=302, content_type=_HTML, body=b"", location=quote(unquote_to_bytes(address)) + "/")
    outcome = preview.outcome
    version = find_version(target, preview)  # before the files are read: a page is rather reloaded once too often
    place = _find_file(address, preview.folder)
    data = _read(place, preview.folder) if place else None
    if place is None or data is None:
        return _answer_missing(preview.folder, outcome, version)
    content_type = _TYPES.get(place.suffix.lower(), _OTHER)
    body = decorate_page(data, outcome, version) if content_type == _HTML else data
    return Answer(status=200, content_type=content_type, body=body)


def find_version(target: str, preview: Preview) -> str:
    """What changes with all that a page shows: with its file, what that draws in, and what the last build came to."""
    folder, path = preview.folder, find_path(target, preview)
    more = [folder / _INDEXED[path]] if path in _INDEXED else []
    files = [folder / path, *more, *_list_drawn(folder)]
    stamps = [(str(file), _stamp(file)) for file in files]
    return digest(preview.token, encode((preview.outcome, stamps)))[:_SHOWN]


def find_path(target: str, preview: Preview) -> str:
    """The path of the page that is shown at an address; that of the one for what is missing, if there is none."""
    place = _find_file(_cut(target), preview.folder)
    return place.relative_to(preview.folder).as_posix() if place and _stamp(place) else _MISSING


def _list_drawn(folder: Path) -> list[Path]:
    try:
        return sorted((folder / _DRAWN).iterdir())
    except OSError:  # nothing is built yet
        return []


def _stamp(place: Path) -> tuple[int, ...]:
    """What the system says of a file: as publishing replaces only what differs, it changes with the bytes."""
    try:
        seen = place.stat()
    except OSError:
        return ()
    return seen.st_size, seen.st_mtime_ns, seen.st_ino


def _cut(target: str) -> str:
    """The path in an address, as it stands there."""
    return target.partition("?")[0].partition("#")[0]


def _find_file(address: str, folder: Path) -> Path | None:
    """The file that an address means: of a folder its index."""
    place = _find_place(address, folder)
    return place / "index.html" if place and address.endswith("/") else place


def _answer_missing(folder: Path, outcome: Outcome | None, version: str) -> Answer:
    """The site's own page for it; while nothing is built, one that waits for the build."""
    page = _read(folder / _MISSING, folder)
    if page is not None:
        return Answer(status=404, content_type=_HTML, body=decorate_page(page, outcome, version))
    status = 404 if outcome and outcome.built else 503
    return Answer(status=status, content_type=_HTML, body=make_page(outcome, version))


def _own_asset(name: str) -> Answer:
    data = (files("newsgen.serve") / name).read_bytes()
    return Answer(status=200, content_type=_TYPES[PurePosixPath(name).suffix], body=data)


def _find_place(address: str, folder: Path) -> Path | None:
    """The file or folder inside the preview that an address means; None if it means none."""
    try:
        path = unquote_to_bytes(address).decode()
    except UnicodeDecodeError:
        return None
    names = path.removeprefix("/").removesuffix("/").split("/") if path != "/" else []
    if not path.startswith("/") or any(name in {"", ".", ".."} for name in names):
        return None
    if not path.isprintable() or "\\" in path or any(name.startswith(".newsgen") for name in names):
        return None
    place = folder.joinpath(*names)
    return place if _is_inside(place, folder) else None


def _is_inside(path: Path, folder: Path) -> bool:
    """Whether the path, with all symbolic links followed, leads into the folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a loop of symbolic links, a name that is too long
        return False


def _is_folder(path: Path) -> bool:
    """Unlike `Path.is_dir`, false also for a name that is too long."""
    return os.path.isdir(path)


def _read(path: Path, folder: Path) -> bytes | None:
    """The bytes of a plain file inside the folder; None if there is none, or what might never end."""
    try:
        return path.read_bytes() if _is_inside(path, folder) and path.is_file() else None
    except OSError:
        return None
