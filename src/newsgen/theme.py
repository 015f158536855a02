"""The theme: templates and static files, the site's own laid over those that come with newsgen.

In a wheel the default theme lies in `newsgen/theme/`; run from a checkout it is the `templates/` and `static/` at
the top, so that a change to them shows with the next build.
"""

from collections.abc import Iterator
from pathlib import Path

from newsgen.canon import digest
from newsgen.errors import Diagnostic, TemplateError
from newsgen.records import Record

_PACKED = Path(__file__).parent / "theme"
_CHECKOUT = Path(__file__).parents[2]


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

    Raises TemplateError for a file that leads out of the site's folder or is no text where text is needed.
    """
    roots = [_PACKED if _PACKED.is_dir() else _CHECKOUT]
    if site_folder is not None:
        roots.append(site_folder)
    templates: dict[str, tuple[str, str]] = {}
    static: dict[str, bytes] = {}
    for root in roots:
        told = "" if root == site_folder else f"{root.as_posix()}/"
        for path in _find_files(root, "templates"):
            name = path.relative_to(root / "templates").as_posix()
            templates[name] = (_read_template(path, root), f"{told}templates/{name}")
        for path in _find_files(root, "static"):
            static[path.relative_to(root / "static").as_posix()] = path.read_bytes()
    return _make_theme(templates, static)


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


def _find_files(root: Path, folder: str) -> Iterator[Path]:
    """The regular files below a folder of a theme; hidden ones and editors' backups are passed over."""
    home = root.resolve()
    for path in sorted((root / folder).rglob("*")):
        name = path.relative_to(root).as_posix()
        if not path.resolve().is_relative_to(home):
            raise _fault(name, "link-out-of-theme", "this link leads out of the site's folder", "copy the file")
        if path.is_file() and not path.name.endswith("~") and "/." not in f"/{name}":
            yield path


def _read_template(path: Path, root: Path) -> str:
    """The text of a template; raises TemplateError if it is not UTF-8."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        name = path.relative_to(root).as_posix()
        raise _fault(name, "template-encoding", "this template is not UTF-8", "save it as UTF-8") from None


def _fault(path: str, code: str, message: str, hint: str) -> TemplateError:
    """A TemplateError about a whole file."""
    return TemplateError(
        Diagnostic(path=path, line=0, column=0, severity="error", code=code, message=message, hint=hint)
    )
