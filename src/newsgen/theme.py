"""The theme: templates, static files and words, the site's own laid over those that come with newsgen.

A template of the site's own may extend the one that it replaces, under the name `newsgen/article.html`. What the site
has in `static/site.css` goes to the end of the style sheet: a few lines change it, and no page needs another request.

In a wheel the default theme lies in `newsgen/theme/`; run from a checkout it is the `templates/` and `static/` at the
top, so that a change to them shows with the next build. The words lie in `templates/messages/`.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from newsgen.canon import digest
from newsgen.errors import Diagnostic, TemplateError
from newsgen.records import Record

_PACKED = Path(__file__).parent / "theme"
_CHECKOUT = Path(__file__).parents[2]

_TEMPLATES = "templates"
_WORDS = "messages/"
"""Folder of the catalogues, among the templates."""

_REFUSALS = {
    errno.EACCES: ("newsgen may not read this", "give yourself permission to read it"),
    errno.ELOOP: ("this link leads in a circle", "remove the link, or let it lead to a file"),
    errno.ENOENT: ("this link leads nowhere", "remove the link, or let it lead to a file"),
    errno.ENOTDIR: ("this is a file where a folder belongs", "rename it, or move it into a folder of this name"),
}
"""What to say of the system's errors, and what to do about them."""


_DEFAULT = "newsgen/"
"""Before the names under which the templates that come with newsgen stay known where the site replaces them."""
_STYLESHEET, _OWN_STYLE = "newsgen.css", "site.css"


class Theme(Record):
    """All templates and static files of a build, already overlaid."""

    templates: tuple[tuple[str, str, str], ...]
    """(name, source, file that it came from), sorted by name; the file is for messages only."""
    static: tuple[tuple[str, bytes], ...]
    """(path below `static/`, bytes), sorted: `newsgen.css`."""
    digest: str
    """Of names, sources and bytes; where they lie on the disk does not matter."""


def load_theme(site_folder: Path | None) -> Theme:
    """The default theme with the site's `templates/` and `static/` laid over it.

    Raises TemplateError for a file or folder that cannot be read, leads out of the site's folder or is no text where
    text is needed.
    """
    templates: dict[str, tuple[str, str]] = {}
    static: dict[str, bytes] = {}
    for root, told in _list_roots(site_folder):
        own = dict(_read_templates(root, told))
        templates = {**templates, **own} if templates else {**own, **_name_default(own)}
        static.update(_read_files(root, "static"))
    addition = static.pop(_OWN_STYLE, b"")
    if addition:
        static[_STYLESHEET] += b"\n" + addition
    return _make_theme(templates, static)


def _read_templates(root: Path, told: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Name, source and place of each template of a folder."""
    for name, data in _read_files(root, _TEMPLATES):
        if not name.startswith(_WORDS):
            yield name, (_decode(f"{_TEMPLATES}/{name}", data), f"{told}{_TEMPLATES}/{name}")


def _name_default(templates: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The templates that come with newsgen under the names that stay theirs."""
    return {f"{_DEFAULT}{name}": template for name, template in templates.items()}


def load_catalogues(site_folder: Path | None) -> tuple[tuple[str, str, str], ...]:
    """(name, text, file that it came from) of each catalogue of words: newsgen's, then the site's own.

    Raises TemplateError as `load_theme` does.
    """
    return tuple(
        (name.removeprefix(_WORDS), _decode(f"{_TEMPLATES}/{name}", data), f"{told}{_TEMPLATES}/{name}")
        for root, told in _list_roots(site_folder)
        for name, data in _read_files(root, _TEMPLATES)
        if name.startswith(_WORDS)
    )


def _list_roots(site_folder: Path | None) -> Iterator[tuple[Path, str]]:
    """The folders that are laid over each other, each with what messages put before its files."""
    default = _PACKED if _PACKED.is_dir() else _CHECKOUT
    yield default, "" if default == site_folder else f"{default.as_posix()}/"
    if site_folder is not None and default != site_folder:
        yield site_folder, ""


def _make_theme(templates: dict[str, tuple[str, str]], static: dict[str, bytes]) -> Theme:
    """The record, in an order that no file system decides."""
    sources = tuple((name, source, origin) for name, (source, origin) in sorted(templates.items()))
    files = tuple(sorted(static.items()))
    parts = [part for name, source, _ in sources for part in (name, source)]
    return Theme(
        templates=sources,
        static=files,
        digest=digest(*parts, str(len(parts)), *(part for file in files for part in file)),
    )


def _read_files(root: Path, folder: str) -> Iterator[tuple[str, bytes]]:
    """(path below the folder, bytes) of each file of a theme's folder; none if there is no such folder."""
    with _faults_told(folder):
        if not os.path.lexists(root / folder):
            return
    for name in _find_files(root, folder, ()):
        with _faults_told(name):
            data = (root / name).read_bytes()
        yield name.removeprefix(f"{folder}/"), data


def _find_files(root: Path, folder: str, above: tuple[str, ...]) -> Iterator[str]:
    """The regular files in a folder and below, relative to the root; hidden ones and editors' backups are passed over.

    Links are followed as long as they stay below the root; `above` are the real folders that this one is in.
    """
    real = _real_path(root, folder)
    if real in above:
        raise _fault(folder, "link-in-circle", "this link leads to a folder that it is in", "remove the link")
    with _faults_told(folder), os.scandir(real) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    for name in [f"{folder}/{name}" for name in names]:
        with _faults_told(name):
            mode = os.stat(_real_path(root, name)).st_mode
        if S_ISDIR(mode):
            yield from _find_files(root, name, (*above, real))
        elif S_ISREG(mode) and not name.endswith("~"):
            yield name


def _real_path(root: Path, name: str) -> str:
    """Where a path of the theme leads; raises TemplateError if that is nowhere or outside."""
    with _faults_told(name):
        real = os.path.realpath(root / name, strict=True)
    if not Path(real).is_relative_to(os.path.realpath(root)):
        raise _fault(name, "link-out-of-theme", "this link leads out of the site's folder", "copy the file")
    return real


def _decode(name: str, data: bytes) -> str:
    """The text of a file of the theme; raises TemplateError if it is not UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        message, hint = "this file is not UTF-8", "save it as UTF-8"
        raise _fault(name, "template-encoding", message, hint) from None


@contextmanager
def _faults_told(name: str) -> Iterator[None]:
    """Turn what the operating system refuses into a TemplateError that says what to do."""
    try:
        yield
    except OSError as error:
        message, hint = _REFUSALS.get(error.errno or 0, (f"this cannot be read: {error.strerror}", "put this right"))
        raise _fault(name, "theme-unreadable", message, hint) from error


def _fault(path: str, code: str, message: str, hint: str) -> TemplateError:
    """A TemplateError about a whole file."""
    return TemplateError(
        Diagnostic(path=path, line=0, column=0, severity="error", code=code, message=message, hint=hint)
    )
