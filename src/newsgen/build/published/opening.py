"""The published site: a folder, a sitemap in a file, or an address on the web."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urljoin

from newsgen.build.published.fetching import fetch, is_address
from newsgen.build.published.leading import HEAD, leads_on
from newsgen.build.published.outline import Read
from newsgen.build.published.sitemaps import Sitemap, find_paths, list_hosts, read_sitemap, refuse
from newsgen.errors import Diagnostic, UsageError
from newsgen.pages import urls
from newsgen.publish import is_unfinished
from newsgen.records import Record

MOST_SITEMAPS = 1000
"""Of one index."""


class PublishedSite(Record):
    """What there is of a published site."""

    pages: tuple[str, ...]
    """Paths of its pages, sorted."""
    read: Read
    """Gives its files by path."""
    hosts: tuple[str, ...] = ()
    """Those that its sitemap names, sorted; none for a folder."""


def open_site(place: str, *, base_url: str | None) -> PublishedSite:
    """The site at a place: a folder, a sitemap, or the address of either; `base_url` is where the new one will stand.

    Raises UsageError if there is none.
    """
    bases = [base_url] if base_url else []
    if is_address(place):
        return _open_address(place, bases)
    path = Path(place)
    if path.is_dir():
        return _open_folder(path, bases)
    if path.is_file():
        return _open_sitemap_file(path, bases)
    raise refuse(place, "there is no such folder or file")


# --- a folder -------------------------------------------------------------------------------------------------------


def _open_folder(folder: Path, bases: Iterable[str]) -> PublishedSite:
    """The site in a folder, by its files; by its sitemap, if that is all there is of the pages."""
    if is_unfinished(folder):
        message = "a build is exchanging the pages of this site, or was cut off meanwhile"
        hint = "wait until it is done; if it was cut off, build that site again, which completes it"
        raise UsageError(Diagnostic(folder.as_posix(), 0, 0, "error", "unfinished-site", message, hint))
    if (folder / urls.HOME).is_file():
        return PublishedSite(pages=tuple(sorted(_find_pages(folder))), read=_reader_of(folder))
    if (folder / urls.SITEMAP).is_file():
        return _open_sitemap_file(folder / urls.SITEMAP, bases)
    raise refuse(folder.as_posix(), "no site is published in this folder: it has neither index.html nor sitemap.xml")


def _find_pages(folder: Path) -> Iterator[str]:
    """The paths of the pages in the folder, without that for missing ones and those that only lead on."""
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        above = "" if Path(root) == folder else f"{Path(root).relative_to(folder).as_posix()}/"
        for name in names:
            # Texts, not paths: a site has tens of thousands of pages.
            if name.endswith(".html") and above + name != urls.NOT_FOUND and not _leads_on(os.path.join(root, name)):
                yield above + name


def _leads_on(path: str) -> bool:
    with open(path, "rb", buffering=0) as stream:
        return leads_on(stream.read(HEAD))


def _reader_of(folder: Path) -> Read:
    def read(path: str) -> bytes | None:
        file = folder / path
        return file.read_bytes() if file.is_file() else None

    return read


# --- a sitemap ------------------------------------------------------------------------------------------------------


def _open_sitemap_file(file: Path, bases: Iterable[str]) -> PublishedSite:
    """The site of a sitemap; its parts and its data lie in the same folder, if they were kept."""

    def read_part(address: str) -> Sitemap:
        part = file.with_name(address.rpartition("/")[2] or file.name)
        if not part.is_file():
            raise refuse(file.as_posix(), f"it names {address}, but there is no {part.name} beside it")
        return read_sitemap(part.read_bytes(), part.as_posix())

    addresses = _gather(read_sitemap(file.read_bytes(), file.as_posix()), file.as_posix(), read_part)
    return _make_site(file.as_posix(), addresses, bases, _reader_of(file.parent))


def _open_address(address: str, bases: Iterable[str]) -> PublishedSite:
    """The site on the web whose sitemap, or whose home page, is at the address."""
    place = address.partition("#")[0].partition("?")[0]
    folder = place.rpartition("/")[0] if place.endswith(".xml") else place.rstrip("/")
    name = place if place.endswith(".xml") else f"{folder}/{urls.SITEMAP}"
    addresses = _gather(_fetch_sitemap(name), name, lambda part: _fetch_sitemap(_join(name, part)))
    return _make_site(name, addresses, (f"{folder}/", *bases), lambda path: fetch(f"{folder}/{path}"))


def _fetch_sitemap(address: str) -> Sitemap:
    data = fetch(address)
    if data is None:
        raise refuse(address, "the server has nothing at this address")
    return read_sitemap(data, address)


def _join(name: str, part: str) -> str:
    """The address of a part as the sitemap of this address gives it."""
    try:
        address = urljoin(name, part)
    except ValueError:
        address = ""
    if not is_address(address):
        raise refuse(name, f"it names {part}, which is no web address")
    return address


def _gather(sitemap: Sitemap, name: str, read_part: Callable[[str], Sitemap]) -> tuple[str, ...]:
    """The addresses of all pages of a sitemap, or of those that an index names."""
    if not sitemap.is_index:
        return sitemap.addresses
    if len(sitemap.addresses) > MOST_SITEMAPS:
        raise refuse(name, f"it names more than {MOST_SITEMAPS} sitemaps")
    parts = [read_part(address) for address in sitemap.addresses]
    return tuple(address for part in parts if not part.is_index for address in part.addresses)


def _make_site(name: str, addresses: Sequence[str], bases: Iterable[str], read: Read) -> PublishedSite:
    pages = find_paths(addresses, bases)
    if not pages:
        raise refuse(name, "this sitemap names no page")
    return PublishedSite(pages=pages, read=read, hosts=list_hosts(addresses))
