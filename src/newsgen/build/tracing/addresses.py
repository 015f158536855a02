"""Addresses as an editor has them: of a page on the web, in the preview, on a disk, or within the site."""

import posixpath
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from rapidfuzz import fuzz, process

from newsgen.errors import Diagnostic, UsageError
from newsgen.publish.names import MANIFEST

Kind = Literal["file", "address", "name"]

_CLIPPINGS = (".txt", ".md", ".markdown")
_PAGES = (".html", ".xml", ".json", ".jsonl", ".ics")
_HERE = frozenset(("localhost", "127.0.0.1", "[::1]", "::1"))
_NEAR = 60
_SUGGESTED = 3


class Target(NamedTuple):
    """A page of the site, and a place in it."""

    path: str
    anchor: str
    """Empty for the page as a whole."""


def tell_kind(subject: str) -> Kind:
    """Whether a clipping, a page or a person is meant."""
    plain = subject.partition("#")[0].partition("?")[0].lower()
    if "://" in subject or subject.lower().startswith("file:") or plain.endswith(_PAGES):
        return "address"
    if Path(subject).exists() or plain.endswith(_CLIPPINGS):
        return "file"
    return "address" if "/" in subject else "name"


def find_target(address: str, paths: Collection[str], base_url: str | None) -> Target:
    """The page that an address leads to; raises UsageError if it leads to none."""
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket that is never closed, and the like
        raise UsageError(_tell_unknown(address, address, paths)) from None
    scheme, path = parts.scheme.lower(), unquote(parts.path)
    if scheme in ("http", "https"):
        ways = iter([_cut_base(address, base_url)])
    elif scheme == "file":
        ways = _cut_folders(path, anywhere=True)
    else:
        ways = _cut_folders(path, anywhere=path.startswith("/"))
    for way in ways:
        for guess in (way, f"{way.rstrip('/')}/index.html".lstrip("/"), f"{way.rstrip('/')}.html"):
            if guess in paths:
                return Target(guess, unquote(parts.fragment))
    raise UsageError(_tell_unknown(address, path, paths))


def _cut_base(address: str, base_url: str | None) -> str:
    """The path within the site of an address on the web, or in the preview."""
    parts, base = urlsplit(address), urlsplit(base_url or "")
    path = unquote(parts.path)
    if parts.hostname in _HERE:
        return path.lstrip("/")
    root = unquote(base.path)
    if parts.netloc.lower() == base.netloc.lower() and f"{path}/".startswith(root):
        return path[len(root) :]
    if base_url:
        message, hint = f"this address is not within {base_url}", "give one that is, or the page's path"
    else:
        message, hint = "site.yaml does not say where the site stands", "set `base_url` there, or give the page's path"
    hint += ", such as people/joe-biden.html"
    raise UsageError(Diagnostic(address, 0, 0, "error", "other-site", message, hint))


def _cut_folders(path: str, *, anywhere: bool) -> Iterator[str]:
    """The paths within the site that a path on the disk may mean, the likeliest first."""
    plain = posixpath.normpath(path) if path else ""
    if not anywhere:
        yield plain
    parents = [parent for parent in PurePosixPath(plain).parents if (Path(parent) / MANIFEST).is_file()]
    for parent in parents:
        yield PurePosixPath(plain).relative_to(parent).as_posix()
    if anywhere and not parents:
        parts = plain.lstrip("/").split("/")
        for first in range(len(parts)):
            yield "/".join(parts[first:])


def _tell_unknown(address: str, path: str, paths: Collection[str]) -> Diagnostic:
    """The error about an address without a page; it names those that are most alike."""
    pages = sorted(known for known in paths if known.endswith(".html"))
    near = process.extract(path.lstrip("/"), pages, scorer=fuzz.ratio, limit=_SUGGESTED, score_cutoff=_NEAR)
    hint = f"did you mean {' or '.join(own for own, _, _ in near)}?" if near else "sitemap.xml lists all pages"
    return Diagnostic(address, 0, 0, "error", "unknown-page", "the site has no such page", hint)
